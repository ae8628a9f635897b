"""The night: what followers do in answer to the day, how needs age, what is forgotten, who goes."""

from dataclasses import dataclass, replace

import numpy as np

from game.model.acts import Act, worth
from game.model.arrays import Array, freeze_fields
from game.model.chance import Noise
from game.model.parameters import Params
from game.model.readings import familiarity, hazard, trust, trust_of
from game.model.signals import LEAVES, MIDDLE_TELL, NEED_SIGNS, TELLS, WANTS_ANSWER, Signal
from game.model.state import (
    HAPPENED,
    LATELY,
    NEED_RESTS,
    NEED_RISES,
    NEED_SHOWS,
    NEVER,
    TALK_DAYS,
    Ledger,
    People,
    State,
)

ANSWERED_FROM = 0.5  # exposure of a direct move from which it answers whatever waits: all words do, a like does not
ASKS_FROM = 0.25  # an act that demands this much gets a yes or a no
SALE_FROM = 0.6  # a yes to this much is a purchase
WONDERING = 0.6  # share of those who say so when much is made of their plain share
BROADCASTER = 0.08  # how far an answer is expected of somebody who has only ever posted
GIVES_UP_DAYS = 14.0  # days after which nobody waits for an answer any more
WEIGHTS = ((Signal.COMPLAINT, 1.0), (Signal.QUESTION, 0.6), (Signal.WONDERS, 0.6), (Signal.PITCHES_YOU, 0.1))
"""How much messages want an answer; signs of a need `NEED_WAITS`."""
NEED_WAITS = 0.35


@dataclass(frozen=True, eq=False)
class Signals:
    """What followers did overnight (B, F), as numbers of `Signal`."""

    reaction: Array  # int8, to your direct move, or else to your post
    initiative: Array  # int8, of their own accord
    tell: Array  # int8, the small reaction to your direct move, or to what they saw you do to others

    def __post_init__(self) -> None:
        freeze_fields(self)


def react(
    act: Act, post: Act, accepted: Array, state: State, ledger: Ledger, people: People, noise: Noise, p: Params
) -> Array:
    """Reactions (B, F) to the direct move, or to the post where there was none."""
    now = trust(state, people, p)
    direct = (act.exposure > 0.0) | (act.ask > 0.0)
    rested = 1.0 / (1.0 + 0.3 * np.maximum(0.0, state.wear - 1.0))
    inviting = np.where(direct, act.invites_reply, post.invites_reply * post.fit * 1.2)
    replying = inviting * people.talkative * (0.35 + 0.9 * now) * rested
    seen = np.where(direct, act.exposure, post.exposure * post.fit)
    liking = replying + 0.45 * np.minimum(1.0, seen) * (0.15 + 0.7 * now) * rested
    value = np.where(direct, worth(act, state, ledger, p), post.fit)
    warm = np.clip(1.6 * (now - 0.28) + 0.3 * (value - 0.6) - 0.5 * state.reactance, 0.03, 0.95)
    cool = np.clip(0.7 - 1.25 * now + 0.5 * state.reactance, 0.01, 0.7)

    given = np.where(direct, act.favour * value, 0.0) >= 0.22
    tone = np.where(
        noise.tone < warm,
        np.where(given & (noise.tone < 0.6 * warm), Signal.THANKS, Signal.ANSWER_WARM),
        np.where(noise.tone > 1.0 - cool * (1.0 - warm), Signal.ANSWER_COOL, Signal.ANSWER_SHORT),
    )
    free = np.where(noise.reaction < replying, tone, np.where(noise.reaction < liking, Signal.LIKE, Signal.NONE))
    plain = (act.flaunts > 0.5) & (ledger.shared_age <= LATELY) & (ledger.compliment < 0.5)
    free = np.where(plain & (noise.reaction < WONDERING * people.human), Signal.WONDERS, free)

    asked = act.ask >= ASKS_FROM
    yes = np.where(
        act.seeks_share > 0.5,
        Signal.SHARE_PLAIN,
        np.where(act.ask >= SALE_FROM, Signal.BUYS, Signal.ACCEPTS),
    )
    kindly = noise.tone < np.clip(1.5 * now - 0.15 - 0.5 * state.reactance, 0.03, 0.97)
    silent = (noise.reaction > 0.55 + 0.4 * people.talkative) & ~kindly
    no = np.where(kindly, Signal.DECLINES_KINDLY, np.where(silent, Signal.NONE, Signal.DECLINES_COLDLY))
    answered = np.where(asked, np.where(accepted > 0.5, yes, no), free)
    bought_by_post = (~asked) & (accepted > 0.5)
    return np.where(bought_by_post, Signal.BUYS, answered) * (ledger.present > 0.5)


def need_sign(people: People, noise: Noise) -> Array:
    """In which way somebody who needs what you sell speaks of it (B, F), as a number of `Signal`.

    Mostly as of something in their own life; the bargain hunters by the price, the curious by the craft.
    """
    price = 0.12 + 0.5 * people.bargains
    how = price + 0.08 + 0.12 * people.curious
    friend = how + 0.12 * people.helpful
    found = np.where(noise.kind < friend, Signal.ASKS_FOR_FRIEND, Signal.NEED_SHOWS)
    found = np.where(noise.kind < how, Signal.ASKS_HOW, found)
    return np.where(noise.kind < price, Signal.ASKS_PRICE, found)


def initiate(
    direct: Act,
    post: Act,
    day: int,
    bought: Array,
    state: State,
    ledger: Ledger,
    people: People,
    noise: Noise,
    p: Params,
) -> Array:
    """What followers do of their own accord (B, F), one thing a night at most.

    Args:
        direct: the day's direct moves; who was asked something speaks the more readily of what they need.
        post: the day's post.
        day: 1..1023.
        bought: (B, F) boolean, who buys this very night and so needs nothing more.
        state: hidden state after the day's acts.
        ledger: of the day.
        people: traits.
        noise: the day's chance.
        p: constants.
    """
    now = trust(state, people, p)
    human = people.human
    posted = np.where(post.exposure > 0.0, post.fit, 0.0)
    in_mind = np.minimum(1.0, 0.1 + 1.2 * state.fast)  # who has not seen you for weeks has little of you to share
    in_need = (state.need > NEED_SHOWS) & ~bought
    opens_up = 0.8 + 0.5 * direct.invites_reply + 0.4 * posted
    chances = (
        (Signal.PITCHES_YOU, people.sells * 0.06 * (0.4 + now)),
        (Signal.NEED_SHOWS, np.where(in_need, np.minimum(0.8, opens_up * state.need * (0.25 + now)), 0.004 * human)),
        (Signal.ASKS_PRICE, np.where(in_need, 0.0, (0.003 + 0.03 * people.bargains) * human)),
        (Signal.ASKS_HOW, np.where(in_need, 0.0, 0.05 * people.curious * (0.25 + now))),
        (Signal.DANGLES_ORDER, people.sells * 0.06 * (0.4 + now)),
        (Signal.ASKS_FOR_FRIEND, np.where(in_need, 0.0, 0.04 * people.helpful * (0.25 + now))),
        (Signal.QUESTION, people.curious * 0.05 * (0.25 + now) * (1.0 + posted)),
        (Signal.COMPLAINT, 0.004 * human + 0.03 * np.maximum(0.0, state.reactance - 0.3)),
        (Signal.SHARE_PLAIN, people.sharing * 0.07 * (0.2 + now) * (0.6 + 1.4 * posted) * in_mind),
        (Signal.LIFE_EVENT, 0.025 * people.talkative * human),
        (Signal.GOES_QUIET, 0.15 * np.minimum(1.0, np.maximum(0.0, state.wear - 1.5)) * human),
    )
    result = np.zeros_like(now)
    reached = np.zeros_like(now)
    for signal, chance in chances:
        before, reached = reached, reached + chance
        result = np.where((noise.initiative >= before) & (noise.initiative < reached), signal, result)
    result = np.where((result == Signal.NEED_SHOWS) & in_need, need_sign(people, noise), result)
    warmly = noise.detail < np.clip(1.7 * (now - 0.36) - 0.4 * state.reactance, 0.0, 0.9) * human
    result = np.where((result == Signal.SHARE_PLAIN) & warmly, Signal.SHARE_COMPLIMENT, result)

    passed = (people.buys > 0.5) & (day > people.need_until) & (ledger.bought < 0.5) & (state.elsewhere < 0.5) & ~bought
    result = np.where(passed & (noise.detail < 0.75), Signal.BUYS_ELSEWHERE, result)
    going = noise.leave < hazard(state, ledger, people, p) * human
    blocking = noise.detail < np.minimum(0.7, np.maximum(0.0, state.reactance - 0.6))
    result = np.where(going, np.where(blocking, Signal.BLOCKS, Signal.UNFOLLOWS), result)
    return result * (ledger.present > 0.5)


def grow_needs(day: int, state: State, ledger: Ledger, people: People) -> Array:
    """Needs of the next morning (B, F): they rise, peak and pass whatever you do."""
    open_now = (day >= people.need_from) & (day <= people.need_until)
    level = np.where(open_now, 1.0, NEED_RESTS)
    level = np.where(ledger.bought > 0.5, 0.3, np.where(state.elsewhere > 0.5, 0.05, level))
    return state.need + NEED_RISES * (people.interest * level - state.need)


def left_waiting(state: State, ledger: Ledger, people: People, p: Params) -> State:
    """What it costs to let people wait, by the day, until they give up.

    A message that wants an answer costs by its weight; a share without a word of thanks and good news without a word
    a little. Of whoever has been away for weeks, or has only ever posted, little is expected. A late answer mends some.
    """
    waits = (ledger.waiting < GIVES_UP_DAYS) & (ledger.waiting >= 1.0)
    message = np.where(waits, p.k_wait * ledger.waits_for / (1.0 + 0.25 * ledger.waiting), 0.0)
    unthanked = (ledger.shared_age >= 1.0) & (ledger.shared_age < LATELY) & (ledger.contact_age > ledger.shared_age)
    unheard = (ledger.news_age >= 1.0) & (ledger.news_age < LATELY) & (ledger.contact_age > ledger.news_age)
    slight = np.where(unthanked, p.k_unheeded * (0.6 + 0.4 * ledger.compliment), 0.0) + np.where(
        unheard, p.k_unheeded, 0.0
    )
    close = np.where(ledger.contacts >= 1.0, 1.0, BROADCASTER)
    expected = np.minimum(1.0, 0.05 + 1.2 * state.fast) * close
    shown = (message + slight) * expected * (ledger.present * people.human)
    now = trust_of(state.facets, state.stain, people, p)
    loss = p.loss_weight * np.maximum(0.1, 1.0 + p.loss_slope * (0.5 - now))
    rate = np.minimum(1.0, loss * shown / (p.n0 + state.evidence))
    parts = (0.0 * rate, rate, 0.5 * rate)  # of good will first, then of integrity
    fallen = np.stack(np.broadcast_arrays(*parts)) * (1.0 + state.facets)
    return replace(state, facets=state.facets - fallen, hurt=np.minimum(2.0, state.hurt + fallen))


def forget(state: State, p: Params) -> State:
    """What a night takes away: each quantity fades at its own pace."""
    keep = 1.0 - p.forgetting
    return replace(
        state,
        facets=state.facets * keep,
        evidence=state.evidence * keep,
        hurt=state.hurt * (1.0 - 1.0 / p.hurt_days),
        fast=state.fast * (1.0 - 1.0 / p.fast_days),
        slow=state.slow * (1.0 - 1.0 / p.slow_days),
        wear=state.wear * (1.0 - 1.0 / p.wear_days),
        reactance=state.reactance * (1.0 - 1.0 / p.reactance_days),
        debt=state.debt * (1.0 - 1.0 / p.debt_days),
        commitment=state.commitment * (1.0 - 1.0 / p.commitment_days),
    )


def among(codes: Array, signals: tuple[Signal, ...]) -> Array:
    """Where a code is one of some signals (boolean, same shape)."""
    found: Array = codes == signals[0]
    for signal in signals[1:]:
        found = found | (codes == signal)
    return found


def conclude(signals: Signals, state: State, ledger: Ledger, people: People, p: Params) -> State:
    """What their own deeds change in themselves: a purchase settles a need, a share a debt, a happy end is kept.

    A happy end other than a purchase wants trust, familiarity, no pressure, and that you have met in person and were
    answered warmly twice: posts alone befriend nobody, and neither do words nobody answers.
    """
    bought = among(signals.reaction, (Signal.BUYS,))
    shared = among(signals.initiative, (Signal.SHARE_PLAIN, Signal.SHARE_COMPLIMENT))
    elsewhere = among(signals.initiative, (Signal.BUYS_ELSEWHERE,))
    close = (
        (trust(state, people, p) >= people.happy_trust)
        & (familiarity(state, p) >= people.happy_familiarity)
        & (state.reactance <= 0.6)
        & (people.buys < 0.5)
        & (people.human > 0.5)
        & (ledger.contacts >= 3.0)
        & (ledger.warm >= 2.0)
    )
    return replace(
        state,
        happy=np.where(bought & (people.buys > 0.5) | close, 1.0, state.happy),
        elsewhere=np.where(elsewhere, 1.0, state.elsewhere),
        need=np.where(elsewhere, 0.0, np.where(bought, state.need * 0.3, state.need)),
        debt=np.where(bought | shared, state.debt * 0.5, state.debt),
    )


def spoken_since(ledger: Ledger) -> Array:
    """Who has said or shared something since your last direct move, or waits for an answer (B, F), 0 or 1."""
    lately = np.minimum(ledger.talk_age, ledger.shared_age)
    return np.where((lately <= ledger.contact_age) | (ledger.waiting < HAPPENED), 1.0, 0.0)


def too_soon(ledger: Ledger, people: People, p: Params) -> Array:
    """How much too soon a direct move would come today by each one's pace (B, F), 0..1."""
    return np.maximum(0.0, 1.0 - (ledger.contact_age + 1.0) / (p.rest_days * people.sensitivity))


def again_of(moves: Array, pressure: Array, ledger: Ledger) -> Array:
    """How often a move was made to each of late (B, F), 0..20: the last move or the one before count."""
    before = np.where((moves == ledger.other_move) & (pressure > 0.0), ledger.other_repeats + 1.0, 0.0)
    again = np.where(moves == ledger.last_move, ledger.repeats + 1.0, before)
    return np.where(moves > 0, np.minimum(20.0, again), 0.0)


def note_acts(moves: Array, posts: Array, act: Act, ledger: Ledger, p: Params) -> Ledger:
    """The ledger after your acts of a day, before the night. The age of today's contact is −1: the night adds a day.

    Args:
        moves: (B, F) rows of the direct moves, 0 for none.
        posts: rows of the posts, 0 for none; (B, 1) or (B, F).
        act: the direct moves' attributes.
        ledger: of this morning.
        p: constants.
    """
    touched = moves > 0
    contacted = touched & (act.exposure > 0.0)
    answered = contacted & (act.exposure >= ANSWERED_FROM)
    words = np.where(contacted, np.minimum(1.0, 2.0 * act.exposure) * (0.3 + 0.7 * act.invites_reply), 0.0)
    another = contacted & (moves != ledger.last_move)
    fading = 1.0 - 1.0 / p.repeat_days
    return replace(
        ledger,
        waiting=np.where(answered, NEVER, ledger.waiting),
        contact_age=np.where(contacted, -1.0, ledger.contact_age),
        contacts=ledger.contacts + contacted,
        standing=np.minimum(20.0, ledger.standing + words),
        sold=np.minimum(20.0, ledger.sold + act.selling * touched),
        apologies=np.minimum(20.0, ledger.apologies + act.mends * touched),
        last_move=np.where(contacted, moves, ledger.last_move),
        repeats=np.where(contacted, again_of(moves, act.pressure, ledger), ledger.repeats),
        other_move=np.where(another, ledger.last_move, ledger.other_move),
        other_repeats=np.where(another, ledger.repeats, ledger.other_repeats),
        post_repeats=np.minimum(20.0, ledger.post_repeats + np.where(posts > 0, 1.0 / fading, 0.0)),
        asks=ledger.asks + (touched & (act.ask >= SALE_FROM)),
        looked=np.where(touched & (act.exposure <= 0.0) & (act.pressure >= 0.0), 1.0, ledger.looked),
    )


def grow_older(day: int, ledger: Ledger, people: People, p: Params) -> Ledger:
    """The ledger a day later: every age grows, repetition is forgotten, newcomers arrive."""
    fading = 1.0 - 1.0 / p.repeat_days

    def older(age: Array) -> Array:
        return np.minimum(NEVER, age + 1.0)

    return replace(
        ledger,
        present=np.where(people.arrives == day + 1, 1.0, ledger.present),
        follow_age=np.where(ledger.present > 0.5, ledger.follow_age + 1.0, 0.0),
        waiting=np.where(ledger.waiting >= HAPPENED, NEVER, ledger.waiting + 1.0),
        shared_age=older(ledger.shared_age),
        news_age=older(ledger.news_age),
        need_age=older(ledger.need_age),
        turns=np.where(ledger.talk_age > TALK_DAYS, 0.0, ledger.turns),
        talk_age=older(ledger.talk_age),
        contact_age=older(ledger.contact_age),
        tell_age=older(ledger.tell_age),
        sold=ledger.sold * (1.0 - 1.0 / p.sold_days),
        apologies=ledger.apologies * (1.0 - 1.0 / p.hurt_days),
        repeats=np.where(ledger.contact_age < 0.0, ledger.repeats, ledger.repeats * fading),
        other_repeats=ledger.other_repeats * fading,
        post_repeats=ledger.post_repeats * fading,
        decline_age=older(ledger.decline_age),
    )


def note_signals(signals: Signals, ledger: Ledger) -> Ledger:
    """The ledger after what followers did: their ages start at 0, their counts grow."""
    reaction, initiative = signals.reaction, signals.initiative
    wonders = reaction == Signal.WONDERS
    spoke = wonders | among(reaction, (Signal.ANSWER_WARM, Signal.ANSWER_SHORT, Signal.ANSWER_COOL, Signal.THANKS))
    spoke_first = among(initiative, (*WANTS_ANSWER, Signal.LIFE_EVENT, Signal.SHARE_COMPLIMENT))
    shares = among(initiative, (Signal.SHARE_PLAIN, Signal.SHARE_COMPLIMENT)) | (reaction == Signal.SHARE_PLAIN)
    no = among(reaction, (Signal.DECLINES_KINDLY, Signal.DECLINES_COLDLY))
    yes = among(reaction, (Signal.BUYS, Signal.ACCEPTS))
    needy = among(initiative, (*NEED_SIGNS, Signal.COMPLAINT))
    waits = wonders | among(initiative, WANTS_ANSWER)
    weight = np.full((1, 1), NEED_WAITS)
    for signal, weighs in WEIGHTS:
        weight = np.where((initiative == signal) | (reaction == signal), weighs, weight)
    heard = spoke | spoke_first | shares | no | yes
    told = signals.tell > 0
    step = signals.tell - (TELLS[0] - 1.0)
    settled = (reaction == Signal.BUYS) | (initiative == Signal.BUYS_ELSEWHERE)
    return replace(
        ledger,
        present=np.where(among(initiative, LEAVES), 0.0, ledger.present),
        waiting=np.where(waits, 0.0, ledger.waiting),
        waits_for=np.where(waits, weight, ledger.waits_for),
        standing=np.where(
            heard, 0.0, np.maximum(0.0, ledger.standing - 0.5 * (reaction == Signal.LIKE).astype(np.float64))
        ),
        tell=np.where(told, step, ledger.tell),
        tell_age=np.where(told, 0.0, ledger.tell_age),
        glow=np.where(told, ledger.glow + (step - MIDDLE_TELL - ledger.glow) / 3.0, ledger.glow),
        shared_age=np.where(shares, 0.0, ledger.shared_age),
        compliment=np.where(shares, (initiative == Signal.SHARE_COMPLIMENT).astype(np.float64), ledger.compliment),
        news_age=np.where(initiative == Signal.LIFE_EVENT, 0.0, ledger.news_age),
        need_age=np.where(needy, 0.0, np.where(settled, NEVER, ledger.need_age)),
        turns=np.where(spoke | spoke_first, np.minimum(20.0, ledger.turns + 1.0), ledger.turns),
        talk_age=np.where(spoke | spoke_first, 0.0, ledger.talk_age),
        decline_age=np.where(no, 0.0, ledger.decline_age),
        bought=ledger.bought + (reaction == Signal.BUYS),
        warm=ledger.warm + among(reaction, (Signal.ANSWER_WARM, Signal.THANKS)),
        short=ledger.short + (reaction == Signal.ANSWER_SHORT),
        cool=ledger.cool + among(reaction, (Signal.ANSWER_COOL, Signal.DECLINES_COLDLY)),
        questions=ledger.questions + (initiative == Signal.QUESTION),
        needs=ledger.needs + (initiative == Signal.NEED_SHOWS),
        prices=ledger.prices + (initiative == Signal.ASKS_PRICE),
        wonders=ledger.wonders + (initiative == Signal.ASKS_HOW),
        baits=ledger.baits + (initiative == Signal.DANGLES_ORDER),
        errands=ledger.errands + (initiative == Signal.ASKS_FOR_FRIEND),
        pitches=ledger.pitches + (initiative == Signal.PITCHES_YOU),
        shares=ledger.shares + shares,
        likes=ledger.likes + (reaction == Signal.LIKE),
    )
