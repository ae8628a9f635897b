"""The chances of what followers do overnight, before any dice: what `night` draws from, and what a reader weighs by."""

from dataclasses import dataclass

import numpy as np

from game.model.acts import Act, worth
from game.model.arrays import Array
from game.model.parameters import Params
from game.model.readings import rested, trust
from game.model.signals import Signal
from game.model.state import LATELY, NEED_SHOWS, Ledger, People, State

WONDERING = 0.6  # share of those who say so when much is made of their plain share
THANKING = 0.6  # share of thanks among warm answers to what was given
LOOKING_ELSEWHERE = 0.75  # chance a night of buying from others once the need has passed
LEAST_PLAIN = 0.25  # of the words for a need, however hard people are to read


@dataclass(frozen=True, eq=False)
class ReplyChances:
    """How each would react to the direct move, or to the post where there was none (B, F)."""

    replying: Array  # 0.., chance of an answer in words
    liking: Array  # 0.., of an answer or a like
    warm: Array  # 0..1, that an answer is warm
    cool: Array  # 0..1, that one that is not warm is cool
    given: Array  # boolean, there is something to thank for
    plain: Array  # boolean, much was made of a plain share of theirs
    kindly: Array  # 0..1, that a no is kind
    speaking: Array  # 0..1, that one that is not kind is said at all


def reply_chances(act: Act, post: Act, state: State, ledger: Ledger, people: People, p: Params) -> ReplyChances:
    """How each would react, after the day's acts.

    Args:
        act: the day's direct moves.
        post: the day's post.
        state: hidden state after both.
        ledger: of the morning.
        people: traits.
        p: constants.
    """
    trust_now = trust(state, people, p)
    direct = (act.exposure > 0.0) | (act.ask > 0.0)
    awake = rested(state)
    inviting = np.where(direct, act.invites_reply, post.invites_reply * post.fit * 1.2)
    replying = inviting * people.talkative * (0.35 + 0.9 * trust_now) * awake
    seen = np.where(direct, act.exposure, post.exposure * post.fit)
    value = np.where(direct, worth(act, state, ledger, p), post.fit)
    return ReplyChances(
        replying=replying,
        liking=replying + 0.45 * np.minimum(1.0, seen) * (0.15 + 0.7 * trust_now) * awake,
        warm=np.clip(1.6 * (trust_now - 0.28) + 0.3 * (value - 0.6) - 0.5 * state.reactance, 0.03, 0.95),
        cool=np.clip(1.1 - 1.2 * trust_now + 0.5 * state.reactance, 0.05, 0.8),
        given=np.where(direct, act.favour * value, 0.0) >= 0.22,
        plain=(act.flaunts > 0.5) & (ledger.shared_age <= LATELY) & (ledger.compliment < 0.5),
        kindly=np.clip(1.5 * trust_now - 0.15 - 0.5 * state.reactance, 0.03, 0.97),
        speaking=0.55 + 0.4 * people.talkative,
    )


def plainness(p: Params) -> Array:
    """How readily a need of one’s own is spoken of, 0.25..1: 1 where legibility is 1 or more. Design, no finding.

    Others speak of needs more often by the inverse, so that the same words are worth less where legibility is low.
    """
    found: Array = np.minimum(1.0, np.maximum(LEAST_PLAIN, p.legibility * p.legibility))
    return found


def need_kinds(people: People) -> tuple[Array, Array, Array]:
    """Running sums of the chances of the ways to speak of a need (B, F): by price, by craft, for a friend.

    Mostly it is spoken of as of something in one's own life; bargain hunters go by the price, the curious by the craft.
    """
    price = 0.12 + 0.5 * people.bargains
    how = price + 0.08 + 0.12 * people.curious
    return price, how, how + 0.12 * people.helpful


def initiative_chances(
    direct: Act, post: Act, bought: Array, state: State, people: People, p: Params
) -> tuple[Array, tuple[tuple[Signal, Array], ...]]:
    """Who is in need (B, F) boolean, and the chance of each thing that is done of one's own accord, one a night.

    Args:
        direct: the day's direct moves; who was asked something speaks the more readily of what they need.
        post: the day's post.
        bought: (B, F) boolean, who buys this very night and so needs nothing more.
        state: hidden state after the day's acts.
        people: traits.
        p: constants.
    """
    trust_now = trust(state, people, p)
    human = people.human
    posted = np.where(post.exposure > 0.0, post.fit, 0.0)
    in_mind = np.minimum(1.0, 0.1 + 1.2 * state.fast)  # who has not seen you for weeks has little of you to share
    in_need = (state.need > NEED_SHOWS) & ~bought
    opens_up = 0.8 + 0.5 * direct.invites_reply + 0.4 * posted
    plain = plainness(p)
    idle = 1.0 / plain
    shown = plain * np.minimum(0.8, opens_up * state.need * (0.25 + trust_now))
    return in_need, (
        (Signal.PITCHES_YOU, people.sells * 0.06 * (0.4 + trust_now)),
        (
            Signal.NEED_SHOWS,
            np.where(in_need, shown, 0.004 * idle * human),
        ),
        (Signal.ASKS_PRICE, np.where(in_need, 0.0, idle * (0.003 + 0.03 * people.bargains) * human)),
        (Signal.ASKS_HOW, np.where(in_need, 0.0, idle * 0.05 * people.curious * (0.25 + trust_now))),
        (Signal.DANGLES_ORDER, idle * people.sells * 0.06 * (0.4 + trust_now)),
        (Signal.ASKS_FOR_FRIEND, np.where(in_need, 0.0, idle * 0.04 * people.helpful * (0.25 + trust_now))),
        (Signal.QUESTION, people.curious * 0.05 * (0.25 + trust_now) * (1.0 + posted)),
        (Signal.COMPLAINT, 0.004 * human + 0.03 * np.maximum(0.0, state.reactance - 0.3)),
        (Signal.SHARE_PLAIN, people.sharing * 0.11 * (0.2 + trust_now) * (0.6 + 1.4 * posted) * in_mind),
        (Signal.LIFE_EVENT, 0.05 * people.talkative * human),
        (Signal.GOES_QUIET, 0.15 * np.minimum(1.0, np.maximum(0.0, state.wear - 1.5)) * human),
    )


def praising(state: State, people: People, p: Params) -> Array:
    """Chance that a share comes with a compliment (B, F), 0..0.9."""
    trust_now = trust(state, people, p)
    return np.clip(1.7 * (trust_now - 0.36) - 0.4 * state.reactance, 0.0, 0.9) * people.human


def need_passed(day: int, bought: Array, state: State, ledger: Ledger, people: People) -> Array:
    """Whose need has passed without a purchase (B, F) boolean, so that they look elsewhere.

    Args:
        day: 1..1023.
        bought: (B, F) boolean, who buys this very night.
        state: hidden state after the day's acts.
        ledger: of the day.
        people: traits.
    """
    found: Array = (
        (people.buys > 0.5) & (day > people.need_until) & (ledger.bought < 0.5) & (state.elsewhere < 0.5) & ~bought
    )
    return found


def blocking(state: State) -> Array:
    """Chance that whoever goes also blocks you (B, F), 0..0.7."""
    return np.minimum(0.7, np.maximum(0.0, state.reactance - 0.6))
