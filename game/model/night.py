"""The night: what followers do in answer to the day, how needs age, what is forgotten, who goes."""

from dataclasses import replace

import numpy as np

from game.model.acts import Act, worth
from game.model.arrays import Array
from game.model.chance import Noise
from game.model.moves import ASKS_FROM, SALE_FROM
from game.model.parameters import Params
from game.model.readings import familiarity, hazard, loss_of, rested, trust, trust_of
from game.model.signals import Signal, Signals, among
from game.model.state import (
    LATELY,
    NEED_RESTS,
    NEED_RISES,
    NEED_SHOWS,
    Ledger,
    People,
    State,
)

WONDERING = 0.6  # share of those who say so when much is made of their plain share
BROADCASTER = 0.08  # how far an answer is expected of somebody who has only ever posted
GIVES_UP_DAYS = 14.0  # days after which nobody waits for an answer any more


def react(
    act: Act, post: Act, accepted: Array, state: State, ledger: Ledger, people: People, noise: Noise, p: Params
) -> Array:
    """Reactions (B, F) to the direct move, or to the post where there was none."""
    trust_now = trust(state, people, p)
    direct = (act.exposure > 0.0) | (act.ask > 0.0)
    awake = rested(state)
    inviting = np.where(direct, act.invites_reply, post.invites_reply * post.fit * 1.2)
    replying = inviting * people.talkative * (0.35 + 0.9 * trust_now) * awake
    seen = np.where(direct, act.exposure, post.exposure * post.fit)
    liking = replying + 0.45 * np.minimum(1.0, seen) * (0.15 + 0.7 * trust_now) * awake
    value = np.where(direct, worth(act, state, ledger, p), post.fit)
    warm = np.clip(1.6 * (trust_now - 0.28) + 0.3 * (value - 0.6) - 0.5 * state.reactance, 0.03, 0.95)
    cool = np.clip(0.7 - 1.25 * trust_now + 0.5 * state.reactance, 0.01, 0.7)

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
    kindly = noise.tone < np.clip(1.5 * trust_now - 0.15 - 0.5 * state.reactance, 0.03, 0.97)
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
    trust_now = trust(state, people, p)
    human = people.human
    posted = np.where(post.exposure > 0.0, post.fit, 0.0)
    in_mind = np.minimum(1.0, 0.1 + 1.2 * state.fast)  # who has not seen you for weeks has little of you to share
    in_need = (state.need > NEED_SHOWS) & ~bought
    opens_up = 0.8 + 0.5 * direct.invites_reply + 0.4 * posted
    shown = np.minimum(0.8, opens_up * state.need * (0.25 + trust_now))
    chances = (
        (Signal.PITCHES_YOU, people.sells * 0.06 * (0.4 + trust_now)),
        (Signal.NEED_SHOWS, np.where(in_need, shown, 0.004 * human)),
        (Signal.ASKS_PRICE, np.where(in_need, 0.0, (0.003 + 0.03 * people.bargains) * human)),
        (Signal.ASKS_HOW, np.where(in_need, 0.0, 0.05 * people.curious * (0.25 + trust_now))),
        (Signal.DANGLES_ORDER, people.sells * 0.06 * (0.4 + trust_now)),
        (Signal.ASKS_FOR_FRIEND, np.where(in_need, 0.0, 0.04 * people.helpful * (0.25 + trust_now))),
        (Signal.QUESTION, people.curious * 0.05 * (0.25 + trust_now) * (1.0 + posted)),
        (Signal.COMPLAINT, 0.004 * human + 0.03 * np.maximum(0.0, state.reactance - 0.3)),
        (Signal.SHARE_PLAIN, people.sharing * 0.07 * (0.2 + trust_now) * (0.6 + 1.4 * posted) * in_mind),
        (Signal.LIFE_EVENT, 0.025 * people.talkative * human),
        (Signal.GOES_QUIET, 0.15 * np.minimum(1.0, np.maximum(0.0, state.wear - 1.5)) * human),
    )
    result = np.zeros_like(trust_now)
    reached = np.zeros_like(trust_now)
    for signal, chance in chances:
        before, reached = reached, reached + chance
        result = np.where((noise.initiative >= before) & (noise.initiative < reached), signal, result)
    result = np.where((result == Signal.NEED_SHOWS) & in_need, need_sign(people, noise), result)
    warmly = noise.detail < np.clip(1.7 * (trust_now - 0.36) - 0.4 * state.reactance, 0.0, 0.9) * human
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
    trust_now = trust_of(state.facets, state.stain, people, p)
    rate = np.minimum(1.0, loss_of(trust_now, p) * shown / (p.n0 + state.evidence))
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
