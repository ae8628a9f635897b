"""The marked review: what each decision of a run was worth against the best other choice.

Twice: in worlds drawn from what could be known that morning, which is judgement, and in the world as it was: what lies
between the two is information. Half of the worlds choose the best other choice, the other half tell what it is worth:
the best of several is not flattered by the chance that made it best.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from game.bots.bot import Wishes
from game.bots.play import wishes_of
from game.bots.possible import only_possible
from game.bots.registry import bots
from game.coach.hindsight.belief import PARTICLES, Belief, believe
from game.coach.hindsight.marked_decision import REST, ChoiceWorth, MarkedDecision, asks
from game.coach.hindsight.review_told import dear_parts, fine_parts, told
from game.coach.hindsight.visible import visible_run
from game.coach.hindsight.what_if import CONTINUES, FIRST_PAIRS, believed, effect_of, play_on, true_worlds
from game.coach.knowing_when import likelihood_of
from game.engine.position import DayPlan, Position
from game.engine.sight import see
from game.errors import Refused
from game.model import readiness
from game.model.arrays import Array
from game.model.readings import READY, is_ready
from game.session.entries import PlanMove
from game.session.history import DayPlayed, move_made
from game.session.planning import check, plan_of
from game.session.playthrough import Playthrough

ASK = "propose"
WORTH_ASKING = 0.3
"""From this P(ready) on, not asking counts as a decision."""
DEAREST, FINEST = 5, 3
NOTABLE = 0.3
"""Points of score; what is worth less is not told."""


@dataclass(frozen=True)
class Review:
    """Decisions of a run in the order of days, and those that are told."""

    count: int  # how many were weighed
    decisions: tuple[MarkedDecision, ...]  # all of them, or those that are told
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
    *,
    told_only: bool = False,
) -> Review:
    """The marked review of the days that have been played.

    Args:
        now: the playthrough.
        particles: of the belief, for each follower.
        pairs: of games for each choice, an even number.
        belief: of this playthrough, with worlds of all its mornings, where somebody has it.
        weighed: is called with each day whose decisions have been weighed.
        told_only: whether only the decisions that are told are wanted; the others are then not weighed by what was
            true, which takes half of the time. What is told is the same.
    """
    mornings = frozenset(range(1, len(now.history) + 1))
    belief = belief or believe(visible_run(now), particles, mornings=mornings, worlds=pairs)
    found: list[MarkedDecision] = []
    for number, played in enumerate(now.history):
        found += _day(now, played, belief, number, 0 if told_only else pairs)
        weighed(number + 1)
    dear, fine = _dearest(found), _finest(found)
    if told_only:
        dear, fine = ([_by_truth(now, d, pairs) for d in some] for some in (dear, fine))
    shown = sorted((*dear, *fine), key=lambda d: d.day) if told_only else found
    return Review(
        len(found), tuple(shown), tuple((d, told(dear_parts(now, d, turn))) for turn, d in enumerate(dear)),
        tuple((d, told(fine_parts(now, d))) for d in fine),
    )  # fmt: skip


def _by_truth(now: Playthrough, decision: MarkedDecision, pairs: int) -> MarkedDecision:
    """A decision weighed by what was true as well."""
    played, column = now.history[decision.day - 1], now.compiled.ids.index(decision.follower)
    others = _others(now, played, decision.follower, decision.made, _patient(played.morning), column)
    return replace(decision, true=_in_truth(played, dict(others), pairs))


def _in_truth(played: DayPlayed, others: dict[str, tuple[PlanMove, ...]], pairs: int) -> ChoiceWorth:
    """What the best of some other choices was worth in the true world, with other chance."""
    plans = [played.plan, *(plan_of(played.morning, items) for items in others.values())]
    made, *rest = play_on(true_worlds(played.morning, pairs), plans)
    return _worth(list(others), made.score, np.array([played_on.score for played_on in rest]))


def _day(now: Playthrough, played: DayPlayed, belief: Belief, number: int, true_pairs: int) -> Iterator[MarkedDecision]:
    """The decisions of one day, weighed; with no pairs in the true world, by what could be known alone."""
    morning, open_ones = played.morning, tuple(_open_decisions(now, played, belief.ready[number]))
    if not open_ones:
        return
    plans = [played.plan, *(plan_of(morning, items) for one in open_ones for _, items in one.others)]
    in_known = play_on(believed(morning, belief.worlds[number + 1]), plans)
    in_true = play_on(true_worlds(morning, true_pairs), plans) if true_pairs else in_known
    likely = readiness(morning.state, morning.ledger, morning.people, morning.compiled.rules.params)
    ready = is_ready(likely, morning.ledger, morning.people)[0]
    at = 1
    for one in open_ones:
        some, ids = slice(at, at + len(one.others)), [move for move, _ in one.others]
        at += len(one.others)
        who = now.compiled.ids[one.column]
        is_so = bool(ready[one.column])
        if asks(now, one.made):  # as the debrief judges the question that was put
            is_so = likelihood_of(now, played, one.column, one.made) >= READY
        yield MarkedDecision(
            morning.day, who, now.people[who].name, one.made,
            _worth(ids, in_known[0].score, np.array([played_on.score for played_on in in_known[some]])),
            _worth(ids, in_true[0].score, np.array([played_on.score for played_on in in_true[some]])),
            float(belief.ready[number, one.column]), is_so, not is_so and _can_come(morning, one.column),
            asks(now, one.made) and _bought(now, number, one.column), all(item.who for item in played.items),
        )  # fmt: skip


def _can_come(morning: Position, column: int) -> bool:
    """Whether somebody who is not ready could still come to be: they buy such things, and their time is not over."""
    people = morning.people
    return bool(people.buys[0, column] >= 0.5 and morning.day <= people.need_until[0, column])


def _bought(now: Playthrough, number: int, column: int) -> bool:
    """Whether a follower bought in the night after a day."""
    before, after = now.history[number].morning.ledger, now.evening_of(number).ledger
    return bool(after.bought[0, column] > before.bought[0, column])


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


def _dearest(found: list[MarkedDecision]) -> list[MarkedDecision]:
    """Those that cost most by what could be known, and surely cost something."""
    sure = sorted((d for d in found if d.known.low > 0.0 and d.known.lost >= NOTABLE), key=lambda d: -d.known.lost)
    return sure[:DEAREST]


def _finest(found: list[MarkedDecision]) -> list[MarkedDecision]:
    """Those that were surely worth most against the best other choice; a sale that was won in its time among them.

    A patient player would often have won the same sale a day later, so that by its figure alone it stands out from
    nothing; it is what all the days before were for, and is told all the same.
    """
    sure = sorted((d for d in found if d.known.high < 0.0 and d.known.lost <= -NOTABLE), key=lambda d: d.known.lost)
    chosen = sure[:FINEST]
    sales = sorted((d for d in found if d.well_won), key=lambda d: (d.known.lost, d.day))
    if sales and not any(d.well_won for d in chosen):
        chosen = [*chosen[: FINEST - 1], sales[0]]
    return chosen
