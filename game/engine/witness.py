"""A day of one follower seen from outside: how likely what was seen that day is, and what follows for the hidden state.

The rules are those of `step`; where `step` rolls dice, this weighs. What was seen fixes every outcome of the dice that
the state depends on, so a hidden state that is assumed in the morning leads to one in the evening.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.model.arrays import Array
from game.model.chance import where_they_agreed
from game.model.moves import ASKS_FROM
from game.model.overnight.chances import (
    LOOKING_ELSEWHERE,
    THANKING,
    WONDERING,
    blocking,
    initiative_chances,
    need_kinds,
    need_passed,
    praising,
    reply_chances,
)
from game.model.overnight.night import forget, grow_needs
from game.model.overnight.tells import bounds, felt, let_through
from game.model.parameters import Params
from game.model.readings import LARGE, comply, hazard
from game.model.remembering import note_acts
from game.model.signals import LEAVES, MIDDLE_TELL, NEED_SIGNS, TELLS, YES, Signal, Signals, among
from game.model.state import NEED_SHOWS, Ledger, People, State
from game.model.step import BY_POST, TEMPTS_FROM, Choices, Daytime, Rules, daytime, settle, tempts


@dataclass(frozen=True, eq=False)
class WitnessedDay:
    """What could be seen of a day, the same for every hidden state that is assumed. F followers, mostly one."""

    ledger: Ledger  # (1, F) of the morning
    bought: Array  # (1, F) purchases by the next morning
    signals: Signals  # (1, F)
    others: tuple[Array, Array]  # (1, F) evidence for and against you in what was done to others, as `step` counts it
    day: int


def witness(state: State, seen: WitnessedDay, choices: Choices, people: People, rules: Rules) -> tuple[State, Array]:
    """The next morning of hidden states that are assumed, and how likely each makes what was seen.

    Args:
        state: assumed (B, F), on the morning after its events.
        seen: what could be seen.
        choices: the day's; moves (1, F), worth (B, F).
        people: traits assumed (B, F).
        rules: constants, moves, motives.

    Returns:
        The hidden states a day later, and chances (B, F), 0..1, of what each follower was seen to do.
    """
    p, ledger, signals = rules.params, seen.ledger, seen.signals
    noise = where_they_agreed(among(signals.reaction, YES))
    done = daytime(state, ledger, choices, noise, people, rules, seen.others)
    move = choices.move * (ledger.present > 0.5)
    book = note_acts(move, choices.post[:, None], done.direct, ledger, p)
    settled = settle(signals, done, state, ledger, book, people, p)
    evening = replace(forget(settled, p), need=grow_needs(seen.day, settled, replace(book, bought=seen.bought), people))
    chance = (
        chance_of_reaction(signals.reaction, done, state, ledger, people, move > 0, p)
        * chance_of_initiative(signals, done, book, people, seen.day, p)
        * chance_of_tell(signals, done, state, ledger, people, p)
    )
    return evening, np.where(ledger.present > 0.5, chance, 1.0)


def chance_of_reaction(
    reaction: Array, done: Daytime, state: State, ledger: Ledger, people: People, touched: Array, p: Params
) -> Array:
    """How likely each reaction was (B, F), 0..1.

    Args:
        reaction: (1, F) numbers of `Signal`.
        done: the day until evening.
        state: of the morning, by which they decide on a yes.
        ledger: of the morning.
        people: traits.
        touched: (1, F) boolean, who got a direct move.
        p: constants.
    """
    act, post = done.direct, done.post
    by = reply_chances(act, post, done.after_post, ledger, people, p)
    asked = (act.ask >= ASKS_FROM) & touched
    wondering = np.where(by.plain, WONDERING * people.human, 0.0)
    replying, liking = np.minimum(1.0, by.replying), np.minimum(1.0, by.liking)
    words = np.maximum(0.0, replying - wondering)
    thanks = np.where(by.given, THANKING * by.warm, 0.0)
    free = _picked(
        reaction,
        {
            Signal.NONE: 1.0 - np.maximum(wondering, liking),
            Signal.LIKE: np.maximum(0.0, liking - np.maximum(wondering, replying)),
            Signal.WONDERS: wondering,
            Signal.THANKS: words * thanks,
            Signal.ANSWER_WARM: words * (by.warm - thanks),
            Signal.ANSWER_COOL: words * by.cool * (1.0 - by.warm),
            Signal.ANSWER_SHORT: words * (1.0 - by.cool) * (1.0 - by.warm),
        },
    )
    if not asked.any() and not (act.selling + post.selling >= TEMPTS_FROM).any():
        return free
    large = comply(LARGE, state, ledger, people, p)
    tempted = tempts(post.selling * post.fit, touched, ledger) & (state.need > NEED_SHOWS)
    by_post = np.where(tempted, BY_POST * large, 0.0)
    unasked = np.where(reaction == Signal.BUYS, by_post, (1.0 - by_post) * free)
    if not asked.any():
        return unasked
    yes = comply(act.ask, state, ledger, people, p, act.pressure * (1.0 - act.personal))
    no = {
        Signal.DECLINES_KINDLY: by.kindly,
        Signal.NONE: (1.0 - by.kindly) * (1.0 - by.speaking),
        Signal.DECLINES_COLDLY: (1.0 - by.kindly) * by.speaking,
    }
    answered = _picked(reaction, {**dict.fromkeys(YES, yes), **{c: (1.0 - yes) * n for c, n in no.items()}})
    return np.where(asked, answered, unasked)


def chance_of_initiative(signals: Signals, done: Daytime, book: Ledger, people: People, day: int, p: Params) -> Array:
    """How likely what each did of their own accord was (B, F), 0..1.

    Args:
        signals: (1, F).
        done: the day until evening.
        book: ledger after your acts.
        people: traits.
        day: 1..1023.
        p: constants.
    """
    state, bought, code = done.after_post, signals.reaction == Signal.BUYS, signals.initiative
    in_need, listed = initiative_chances(done.direct, done.post, bought, state, people, p)
    chances: dict[Signal, Array] = {}
    reached = np.zeros_like(state.wear)
    for signal, chance in listed:
        before, reached = reached, np.minimum(1.0, reached + chance)
        chances[signal] = reached - before
    chances[Signal.NONE] = 1.0 - reached
    going = np.minimum(1.0, hazard(state, book, people, p) * people.human)
    passed = need_passed(day, bought, state, book, people)
    open_detail = np.where(passed, 1.0 - LOOKING_ELSEWHERE, 1.0)  # how much of the second draw is left
    codes = frozenset(code.ravel().tolist())
    if not codes.isdisjoint(NEED_SIGNS):
        needy = np.where(in_need, chances[Signal.NEED_SHOWS], 0.0)
        price, how, friend = need_kinds(people)
        chances[Signal.ASKS_PRICE] = chances[Signal.ASKS_PRICE] + needy * price
        chances[Signal.ASKS_HOW] = chances[Signal.ASKS_HOW] + needy * (how - price)
        chances[Signal.ASKS_FOR_FRIEND] = chances[Signal.ASKS_FOR_FRIEND] + needy * (friend - how)
        chances[Signal.NEED_SHOWS] = chances[Signal.NEED_SHOWS] - needy * friend
    share = chances[Signal.SHARE_PLAIN]
    chances = {signal: chance * open_detail for signal, chance in chances.items()}
    if not codes.isdisjoint((Signal.SHARE_PLAIN, Signal.SHARE_COMPLIMENT)):
        warmly = praising(state, people, p)
        praised = np.where(passed, np.maximum(0.0, warmly - LOOKING_ELSEWHERE), warmly)
        chances[Signal.SHARE_COMPLIMENT] = share * praised
        chances[Signal.SHARE_PLAIN] = share * (open_detail - praised)
    chances[Signal.BUYS_ELSEWHERE] = np.where(passed, LOOKING_ELSEWHERE, 0.0)
    stays: Array = _picked(code, chances) * (1.0 - going)
    if codes.isdisjoint(LEAVES):
        return stays
    blocks = blocking(state)
    stays = np.where(code == Signal.UNFOLLOWS, going * (1.0 - blocks), stays)
    found: Array = np.where(code == Signal.BLOCKS, going * blocks, stays)
    return found


def chance_of_tell(signals: Signals, done: Daytime, state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """How likely each tell was (B, F), 0..1; the blur is the sum of three even draws (Irwin 1927, Hall 1927).

    Whether something done to others was seen at all is not weighed: where a tell came of it, it was.

    Args:
        signals: (1, F) what was seen; what was said and done bounds the tell.
        done: the day until evening.
        state: of the morning.
        ledger: of the morning.
        people: traits.
        p: constants.
    """
    made = done.direct.exposure > 0.0
    shows = made & (people.human > 0.5)
    tell = signals.tell
    if not (tell > 0).any():
        return np.where(shows, 0.0, 1.0)
    feeling = p.tell_seen * (done.seen_good - done.seen_bad)
    if made.any():
        feeling = np.where(made, felt(state, done.after_direct, ledger, people, p), feeling)
    step = tell.astype(np.float64) - (TELLS[0] - 1.0)
    spread = p.tell_noise / p.legibility
    away = step - MIDDLE_TELL - let_through(feeling, people, p)
    least, highest = bounds(signals.reaction, signals.initiative)
    below = np.where(step <= least, 0.0, blur_below((away - 0.5) / spread))
    above = np.where(step >= highest, 1.0, blur_below((away + 0.5) / spread))
    agrees = (step >= least) & (step <= highest)
    return np.where(tell > 0, np.where(agrees, above - below, 0.0) * people.human, np.where(shows, 0.0, 1.0))


def blur_below(x: Array) -> Array:
    """Chance that twice the sum of three even draws, less three, is below x: 0..1.

    >>> blur_below(np.array([-3.0, 0.0, 1.0, 3.0])).round(3).tolist()
    [0.0, 0.5, 0.833, 1.0]
    """
    s = np.clip(0.5 * x + 1.5, 0.0, 3.0)
    two, one = np.maximum(0.0, s - 1.0), np.maximum(0.0, s - 2.0)
    found: Array = (s * s * s - 3.0 * two * two * two + 3.0 * one * one * one) / 6.0
    return found


def _picked(code: Array, chances: dict[Signal, Array]) -> Array:
    """The chance of the signal that was seen of each follower (B, F); 0 where there is none for it."""
    shape = np.broadcast_shapes(code.shape, *(np.shape(chance) for chance in chances.values()))
    if code.size == 1:
        only = int(code.ravel()[0])
        return np.broadcast_to(chances[Signal(only)], shape) if only in chances else np.zeros(shape)
    found = np.zeros(shape)
    for signal in np.unique(code).tolist():
        if signal in chances:
            found = np.where(code == signal, chances[Signal(signal)], found)
    return found
