"""The marked review: what each decision of a run was worth against the best other choice.

Twice: in worlds drawn from what could be known that morning, which is judgement, and in the world as it was: what lies
between the two is information. Half of the worlds choose the best other choice, the other half tell what it is worth:
the best of several is not flattered by the chance that made it best.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.bots.bot import Wishes
from game.bots.play import wishes_of
from game.bots.possible import only_possible
from game.bots.registry import bots
from game.coach.hindsight.belief import PARTICLES, Belief, believe
from game.coach.hindsight.visible import visible_run
from game.coach.hindsight.what_if import CONTINUES, FIRST_PAIRS, believed, effect_of, play_on, true_worlds
from game.engine.position import DayPlan, Position
from game.engine.sight import see
from game.errors import Refused
from game.model import readiness
from game.model.arrays import Array
from game.model.moves import SALE_FROM
from game.model.readings import is_ready
from game.session.entries import PlanMove
from game.session.history import DayPlayed, move_made
from game.session.planning import check, plan_of
from game.session.playthrough import Playthrough

ASK = "propose"
REST = ""
"""Stands for no move at all: giving space without a word."""
WORTH_ASKING = 0.3
"""From this P(ready) on, not asking counts as a decision."""
DEAREST, FINEST = 5, 3
NOTABLE = 0.3
"""Points of score; what is worth less is not told."""
_EARLY = (
    "You asked {name} while the signs put being ready at {chance}: a question that can wait loses little by waiting.",
    "{name} might well have come to like you first; the signs put being ready at {chance}.",
    "With {name} at {chance} by the signs, the question came before its time; it happens to whoever means to get on.",
    "It takes some courage to ask, and {name} ({chance} ready by the signs) needed a few more good days.",
    "{name} had given no sign of being ready ({chance}); one more talk would have told you more than the answer did.",
)
_GAINED = (
    "For {name}, {best} in place of {made} would have been worth about {points} more.",
    "{name} would have had more of {best} than of {made}: about {points}.",
    "A small thing with {name}: {best}, not {made}, and it would have been about {points} more.",
)
"""What is said of a question that came too soon, and of other choices; by turns, so that none is read twice."""


@dataclass(frozen=True)
class ChoiceWorth:
    """Points of score by which the best other choice is better than what was done; below 0: what was done is better."""

    best: str  # move id of that choice, or "" for none
    lost: float
    low: float  # of its 95 per cent interval
    high: float


@dataclass(frozen=True)
class MarkedDecision:
    """One decision of a run, a move to one follower or none where one could have asked."""

    day: int
    follower: str
    name: str
    made: str  # move id, or ""
    known: ChoiceWorth  # by what could be known
    true: ChoiceWorth  # by what was true
    said_ready: float  # P(ready) that morning, 0..1
    ready: bool


@dataclass(frozen=True)
class Review:
    """All decisions of a run in the order of days, and those that are told."""

    decisions: tuple[MarkedDecision, ...]
    dearest: tuple[tuple[MarkedDecision, str], ...]  # by what could be known, each with its sentence
    finest: tuple[tuple[MarkedDecision, str], ...]


@dataclass(frozen=True)
class _Open:
    """A decision before it is weighed."""

    column: int
    made: str
    others: tuple[tuple[str, tuple[PlanMove, ...]], ...]  # each other choice with the whole day's moves


def review(
    now: Playthrough,
    particles: int = PARTICLES,
    pairs: int = FIRST_PAIRS,
    belief: Belief | None = None,
    weighed: Callable[[int], None] = lambda _: None,
) -> Review:
    """The marked review of the days that have been played.

    Args:
        now: the playthrough.
        particles: of the belief, for each follower.
        pairs: of games for each choice, an even number.
        belief: of this playthrough, with worlds of all its mornings, where somebody has it.
        weighed: is called with each day whose decisions have been weighed.
    """
    mornings = frozenset(range(1, len(now.history) + 1))
    belief = belief or believe(visible_run(now), particles, mornings=mornings, worlds=pairs)
    found: list[MarkedDecision] = []
    for number, played in enumerate(now.history):
        found += _day(now, played, belief, number, pairs)
        weighed(number + 1)
    return Review(tuple(found), _dearest(now, found), _finest(now, found))


def _day(now: Playthrough, played: DayPlayed, belief: Belief, number: int, pairs: int) -> Iterator[MarkedDecision]:
    """The decisions of one day, weighed."""
    morning, open_ones = played.morning, tuple(_open_decisions(now, played, belief.ready[number]))
    if not open_ones:
        return
    plans = [played.plan, *(plan_of(morning, items) for one in open_ones for _, items in one.others)]
    in_known = play_on(believed(morning, belief.worlds[number + 1]), plans)
    in_true = play_on(true_worlds(morning, pairs), plans)
    likely = readiness(morning.state, morning.ledger, morning.people, morning.compiled.rules.params)
    ready = is_ready(likely, morning.ledger, morning.people)[0]
    at = 1
    for one in open_ones:
        some, ids = slice(at, at + len(one.others)), [move for move, _ in one.others]
        at += len(one.others)
        who = now.compiled.ids[one.column]
        yield MarkedDecision(
            morning.day, who, now.people[who].name, one.made,
            _worth(ids, in_known[0].score, np.array([played_on.score for played_on in in_known[some]])),
            _worth(ids, in_true[0].score, np.array([played_on.score for played_on in in_true[some]])),
            float(belief.ready[number, one.column]),
            bool(ready[one.column]),
        )  # fmt: skip


def _worth(ids: list[str], made: Array, others: Array) -> ChoiceWorth:
    """The best of the others (A, N) against what was made (N,); chosen by every second game, told by the rest."""
    gain = others - made
    best = int(gain[:, ::2].mean(axis=1).argmax())
    return ChoiceWorth(ids[best], *effect_of(gain[best, 1::2]))


def _open_decisions(now: Playthrough, played: DayPlayed, said_ready: Array) -> Iterator[_Open]:
    """What was decided on a day, with the few other choices that are weighed."""
    morning, wishes = played.morning, _patient(played.morning)
    for column, who in enumerate(now.compiled.ids):
        if morning.ledger.present[0, column] < 0.5:
            continue
        item = move_made(played.items, who)
        if item is not None and item.other:
            continue  # an introduction is a decision about two
        if item is None and said_ready[column] < WORTH_ASKING:
            continue
        made = item.move if item else REST
        others = dict(_others(now, played, who, made, wishes, column))
        if others:
            yield _Open(column, made, tuple(others.items()))


def _others(
    now: Playthrough, played: DayPlayed, who: str, made: str, wishes: Wishes, column: int
) -> Iterator[tuple[str, tuple[PlanMove, ...]]]:
    """Other choices for one person that could have been made that day: to ask, to rest, what a patient player does."""
    kept = tuple(item for item in played.items if who not in {item.who, item.other})
    if made != REST:
        yield REST, kept
    row, content = int(wishes.move[0, column]), int(wishes.content[0, column])
    patient = now.compiled.rules.moves.ids[row] if row else REST
    shared = now.compiled.contents[content] if content >= 0 else ""
    for move, what in ((ASK, ""), (patient, shared)):
        if move in {made, REST}:
            continue
        planned = PlanMove(move, who, what)
        try:
            check(played.morning, dict(enumerate(kept)), planned, now.people)
        except Refused:
            continue
        yield move, (*kept, planned)


def plans_of(now: Playthrough, decision: MarkedDecision) -> tuple[DayPlan, DayPlan]:
    """The day of a decision as it was played, and with the best other choice for that follower."""
    played, column = now.history[decision.day - 1], now.compiled.ids.index(decision.follower)
    others = dict(_others(now, played, decision.follower, decision.made, _patient(played.morning), column))
    return played.plan, plan_of(played.morning, others[decision.known.best])


def _patient(morning: Position) -> Wishes:
    """What the patient bot would like to do this morning."""
    sight = see(morning)
    return only_possible(wishes_of(bots()[CONTINUES], morning, sight), sight, morning.compiled.rules)


def _dearest(now: Playthrough, found: list[MarkedDecision]) -> tuple[tuple[MarkedDecision, str], ...]:
    """Those that cost most by what could be known, and surely cost something."""
    sure = sorted((d for d in found if _surely_dear(d)), key=lambda d: -d.known.lost)
    return tuple((d, told_dear(now, d, turn)) for turn, d in enumerate(sure[:DEAREST]))


def _finest(now: Playthrough, found: list[MarkedDecision]) -> tuple[tuple[MarkedDecision, str], ...]:
    """Sales that were won, and what was worth most against the best other choice and surely worth something."""
    sure = sorted((d for d in found if d.known.high < 0.0 and d.known.lost <= -NOTABLE), key=lambda d: d.known.lost)
    sold = [d for d in found if _was_sold(now, d) and not _surely_dear(d)]
    others = [d for d in sure if d not in sold]
    return tuple((d, told_fine(now, d)) for d in (*sold, *others)[: max(FINEST, len(sold))])


def _surely_dear(d: MarkedDecision) -> bool:
    return d.known.low > 0.0 and d.known.lost >= NOTABLE


def _was_sold(now: Playthrough, d: MarkedDecision) -> bool:
    """Whether somebody was asked when ready, or when the signs said so, and bought."""
    if not asks(now, d.made) or not (d.ready or d.said_ready >= WORTH_ASKING):
        return False
    return any(item.kind == "buys" and item.day == d.day for item in now.story.threads[d.follower])


def asks(now: Playthrough, move: str) -> bool:
    """Whether a move asks for a purchase; no move does not."""
    moves = now.compiled.rules.moves
    return move != REST and bool(moves.columns["ask"][moves.index(move)] >= SALE_FROM)


def _named(now: Playthrough, move: str) -> str:
    return f"“{now.setup.speaker.title(move)}”" if move else "leaving them in peace that day"


def percent(chance: float) -> str:
    """A chance in per cent; a small one is not called none.

    >>> percent(0.004), percent(0.12), percent(0.0)
    ('under 1 %', '12 %', '0 %')
    """
    return "under 1 %" if 0.0 < chance < 0.01 else f"{100 * chance:.0f} %"


def told_dear(now: Playthrough, d: MarkedDecision, turn: int) -> str:
    """A sentence on a decision that cost something, as a kind teacher says it; `turn` counts the sentences before."""
    points, chance = f"{d.known.lost:.1f} points", percent(d.said_ready)
    if asks(now, d.made):
        told = _EARLY[turn % len(_EARLY)].format(name=d.name, chance=chance)
        best = _named(now, d.known.best)
        told += f" {best[0].upper()}{best[1:]} would have been worth about {points} more."
    elif asks(now, d.known.best):
        told = f"The signs put {d.name} being ready at {chance}: a good day to ask, worth about {points} more."
    elif d.known.best == REST:
        told = f"A day of peace would have done {d.name} more good than {_named(now, d.made)}, by about {points}."
    else:
        instead = _named(now, d.made) if d.made else "a quiet day"
        best = _named(now, d.known.best)
        told = _GAINED[turn % len(_GAINED)].format(name=d.name, best=best, made=instead, points=points)
    if asks(now, d.made) and d.ready:
        return f"{told} In truth {d.name} was ready; but that could not be seen yet."
    if d.true.high < 0.0:
        return told + " As it turned out you were lucky: with who they really were, yours was the better choice."
    return told


def told_fine(now: Playthrough, d: MarkedDecision) -> str:
    """A sentence on a decision that was worth something."""
    points, chance = f"{-d.known.lost:.1f} points", percent(d.said_ready)
    if _was_sold(now, d):
        worth = f", worth about {points}" if d.known.high < 0.0 else ""
        told = f"You asked {d.name}, and it was a yes{worth}. The signs put being ready at {chance}."
    elif asks(now, d.made):
        told = f"You asked {d.name} when the signs said so ({chance}): worth about {points}."
    elif not d.made:
        told = f"You left {d.name} in peace where others would have asked: worth about {points}."
    else:
        told = f"{_named(now, d.made)} for {d.name} was worth about {points} against {_named(now, d.known.best)}."
    if asks(now, d.made) and not d.ready:
        return f"{told} In truth it was early for {d.name}: nobody could have seen that."
    if d.true.low > 0.0:
        return told + " That it turned out otherwise was bad luck, not bad judgement."
    return told
