"""One day as one fused update: acts, what others saw, the night. No object remembers; everything is an argument."""

from dataclasses import dataclass, replace

import numpy as np

from game.model.acts import Act, absorb, gathered, seen_by_others
from game.model.arrays import Array, freeze_fields, worth_asking
from game.model.cast.motives import MotiveTable
from game.model.chance import Noise
from game.model.moves import ASKS_FROM, MoveTable
from game.model.overnight.night import conclude, forget, grow_needs, initiate, left_waiting, react
from game.model.overnight.tells import bounds, tell
from game.model.parameters import Params
from game.model.readings import LARGE, comply, trust
from game.model.remembering import again_of, grow_older, note_acts, note_signals, spoken_since, too_soon
from game.model.signals import Signal, Signals
from game.model.state import NEED_SHOWS, Ledger, People, State

TOLERATED = 0.004  # trust


@dataclass(frozen=True, eq=False)
class Rules:
    """What holds for a whole scenario: constants, moves, motives."""

    params: Params
    moves: MoveTable
    motives: MotiveTable


@dataclass(frozen=True, eq=False)
class Choices:
    """A day's choices. B episodes, F followers."""

    move: Array  # (B, F) int64, row of the move made to each, 0 for none
    fit: Array  # (B, F) 0..1, worth of what goes with it; 1 where nothing does
    post: Array  # (B,) int64, row of the post to everybody, 0 for none
    post_fit: Array  # (B, F) 0..1, worth of the post to each

    def __post_init__(self) -> None:
        freeze_fields(self)


def no_choices(episodes: int, followers: int) -> Choices:
    """A day on which nothing is done."""
    return Choices(
        np.zeros((episodes, followers), dtype=np.int64),
        np.ones((episodes, followers)),
        np.zeros(episodes, dtype=np.int64),
        np.ones((episodes, followers)),
    )


@dataclass(frozen=True, eq=False)
class Day:
    """A day taken apart: what `step` did, for explanations and for the night report."""

    direct: Act
    post: Act
    morning: State
    after_direct: State
    after_post: State
    waited: State  # after who was left waiting has held it against you
    evening: State
    signals: Signals


def direct_act(
    moves: Array,
    fit: Array,
    state: State,
    ledger: Ledger,
    people: People,
    noise: Noise,
    rules: Rules,
    asks_from: float = ASKS_FROM,
) -> Act:
    """The direct moves (B, F) of a moment as attributes; asks of `asks_from` and more get a yes or a no."""
    nothing = np.zeros_like(fit)
    attributes = gathered(rules.moves, moves)
    asked = attributes["ask"]
    answered = (moves > 0) & (asked >= asks_from)
    agreed = np.zeros(fit.shape, dtype=bool)
    if worth_asking(answered):
        push = attributes["pressure"] * (1.0 - attributes["personal"])
        agreed = answered & (noise.accept < comply(asked, state, ledger, people, rules.params, push))
    prompted = spoken_since(ledger)
    fresh = rules.params.talk_renews * prompted * (1.0 - attributes["selling"])
    again = again_of(moves, attributes["pressure"], ledger) * (1.0 - fresh)
    standing = ledger.standing / (ledger.standing + 2.0)
    unasked = (1.0 - prompted) * np.minimum(1.0, too_soon(ledger, people, rules.params) + standing)
    return Act(
        attributes=attributes, made=moves > 0, fit=fit, repeats=again, unasked=unasked,
        accepted=agreed.astype(np.float64), seen_good=nothing, seen_bad=nothing,
    )  # fmt: skip


TEMPTS_FROM = 0.4
"""How much a fitting post must sell, 0..1, to tempt somebody in need whom you have not written to."""
BY_POST = 0.35
"""Share of the likelihood of a yes in person with which such a post is answered by a purchase."""


def tempts(selling: Array, touched: Array, ledger: Ledger) -> Array:
    """Whom a post tempts, if they are in need (B, F) boolean: those not written to, who have not bought.

    Args:
        selling: (B, F) 0..1, how much it sells of what fits them.
        touched: (B, F) boolean, who got a direct move as well.
        ledger: of the morning.
    """
    found: Array = np.where(touched | (ledger.bought > 0.5), 0.0, selling) >= TEMPTS_FROM
    return found


def post_act(
    posts: Array, fit: Array, touched: Array, state: State, ledger: Ledger, people: People, noise: Noise, rules: Rules
) -> Act:
    """A post as attributes, with who bought by it: a few of those in need who were not written to in person.

    Args:
        posts: rows, (B, 1) or (B, F).
        fit: (B, F).
        touched: (B, F) boolean, who got a direct move as well.
        state: hidden state of the morning.
        ledger: of the morning.
        people: traits.
        noise: the day's chance.
        rules: constants and moves.
    """
    nothing = np.zeros_like(fit)
    attributes = gathered(rules.moves, posts)
    tempted = (state.need > NEED_SHOWS) & tempts(attributes["selling"] * fit, touched, ledger)
    bought = np.zeros(fit.shape, dtype=bool)
    if worth_asking(tempted):
        bought = tempted & (noise.accept < BY_POST * comply(LARGE, state, ledger, people, rules.params))
    return Act(
        attributes=attributes, made=posts > 0, fit=fit, repeats=ledger.post_repeats, unasked=nothing,
        accepted=bought.astype(np.float64), seen_good=nothing, seen_bad=nothing,
    )  # fmt: skip


def acts_of(
    choices: Choices, state: State, ledger: Ledger, people: People, noise: Noise, rules: Rules
) -> tuple[Act, Act]:
    """The direct act and the post of a day."""
    move = choices.move * (ledger.present > 0.5)
    act = direct_act(move, choices.fit, state, ledger, people, noise, rules)
    post = post_act(choices.post[:, None], choices.post_fit, move > 0, state, ledger, people, noise, rules)
    return act, post


def harmed(before: Array, morning: State, direct: State, after: State, people: People, p: Params) -> Array:
    """The harm done so far (B, F), 0..5, with what the day's acts have cost in trust, seen or felt.

    A loss of a day that is smaller than `TOLERATED` is nothing that anybody minds.
    """
    first, middle, last = (trust(state, people, p) for state in (morning, direct, after))
    lost = np.maximum(0.0, first - middle - TOLERATED) + np.maximum(0.0, middle - last - TOLERATED)
    found: Array = np.minimum(5.0, before + lost * people.human)
    return found


@dataclass(frozen=True, eq=False)
class Daytime:
    """A day until evening: what was done, and what it has changed so far."""

    direct: Act
    post: Act
    seen_good: Array  # (B, F) evidence for the good in what was done in public to others
    seen_bad: Array  # (B, F) evidence against
    after_direct: State
    after_post: State


def daytime(
    state: State, ledger: Ledger, choices: Choices, noise: Noise, people: People, rules: Rules,
    seen: tuple[Array, Array] | None = None,
) -> Daytime:  # fmt: skip
    """The acts of a day, before anybody answers.

    Args:
        state: hidden state of the morning.
        ledger: of the morning.
        choices: of the day.
        noise: whether they agree to what is asked.
        people: traits.
        rules: constants, moves, motives.
        seen: evidence in what was done to others, where somebody knows it; left out, it follows from the ties.
    """
    p = rules.params
    act, post = acts_of(choices, state, ledger, people, noise, rules)
    after_direct = after_post = state
    if worth_asking(act.made):
        after_direct = after_post = absorb(act, state, ledger, people, p)
    good, bad = seen_by_others(act, state, ledger, people, p) if seen is None else seen
    post = replace(post, seen_good=good, seen_bad=bad)
    if worth_asking(post.made | (good > 0.0) | (bad > 0.0)):
        after_post = absorb(post, after_direct, ledger, people, p)
    return Daytime(act, post, good, bad, after_direct, after_post)


def settle(
    signals: Signals, done: Daytime, morning: State, ledger: Ledger, book: Ledger, people: People, p: Params
) -> State:
    """The state after what followers did, before anything is forgotten.

    Args:
        signals: what they did.
        done: the day until evening.
        morning: hidden state before it.
        ledger: of the morning.
        book: the same after your acts.
        people: traits.
        p: constants.
    """
    settled = left_waiting(conclude(signals, done.after_post, ledger, people, p), book, people, p)
    if done.after_post is morning:  # nothing was done or seen, so nothing was lost
        return settled
    return replace(settled, harm=harmed(settled.harm, morning, done.after_direct, done.after_post, people, p))


def take_apart(
    state: State, ledger: Ledger, choices: Choices, noise: Noise, people: People, rules: Rules, day: int
) -> tuple[Day, Ledger]:
    """One day with its intermediate states; `step` is this without them."""
    p = rules.params
    done = daytime(state, ledger, choices, noise, people, rules)
    act, post, after_post = done.direct, done.post, done.after_post
    reaction = react(act, post, np.maximum(act.accepted, post.accepted), after_post, ledger, people, noise, p)
    move = choices.move * (ledger.present > 0.5)
    book = note_acts(move, choices.post[:, None], act, ledger, p)
    initiative = initiate(act, post, day, reaction == Signal.BUYS, after_post, book, people, noise, p)
    within = bounds(reaction, initiative)
    tells = tell(act, done.seen_good, done.seen_bad, within, state, done.after_direct, ledger, people, noise, p)
    signals = Signals(reaction.astype(np.int8), initiative.astype(np.int8), tells.astype(np.int8))
    settled = settle(signals, done, state, ledger, book, people, p)
    book = note_signals(signals, grow_older(day, book, people, p))
    evening = replace(forget(settled, p), need=grow_needs(day, settled, book, people))
    return Day(
        direct=act, post=post, morning=state, after_direct=done.after_direct, after_post=after_post, waited=settled,
        evening=evening, signals=signals,
    ), book  # fmt: skip


def step(
    state: State, ledger: Ledger, choices: Choices, noise: Noise, people: People, rules: Rules, day: int
) -> tuple[State, Ledger, Signals]:
    """The next morning.

    Args:
        state: hidden state, (B, F) arrays.
        ledger: what has visibly happened.
        choices: what is done today.
        noise: today's chance.
        people: traits.
        rules: constants, moves, motives.
        day: 1..1023, the day that is played.

    Returns:
        State and ledger of the next morning, and what the followers did overnight.
    """
    parts, book = take_apart(state, ledger, choices, noise, people, rules, day)
    return parts.evening, book, parts.signals
