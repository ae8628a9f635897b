"""The marked review: what each decision of a run was worth against the best other choice.

Twice: in worlds drawn from what could be known that morning, which is judgement, and in the world as it was: what lies
between the two is information. Half of the worlds choose the best other choice, the other half tell what it is worth:
the best of several is not flattered by the chance that made it best.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from game.bots.courted.ready_from import ready_from
from game.coach.hindsight.belief import PARTICLES, Belief, believe
from game.coach.hindsight.marked_decision import MATTERS, SURE, MarkedDecision, asks
from game.coach.hindsight.mirror_said import said_of_question, spoke_against
from game.coach.hindsight.other_choices import best_of, open_decisions, others_of
from game.coach.hindsight.passed_over import PassedOver, passed_over, passed_parts
from game.coach.hindsight.review_told import also_told, dear_parts, fine_parts, running_text
from game.coach.hindsight.visible import visible_run
from game.coach.hindsight.what_if import FIRST_PAIRS, believed, play_on, true_worlds
from game.coach.knowing_when import asked_in_time
from game.engine.position import Position
from game.model import readiness
from game.model.readings import is_ready
from game.session.history import DayPlayed
from game.session.planning import plan_of
from game.session.playthrough import Playthrough

DEAREST, FINEST = 5, 3


@dataclass(frozen=True)
class Review:
    """Decisions of a run in the order of days, and those that are told."""

    count: int  # how many were weighed
    decisions: tuple[MarkedDecision, ...]  # all of them, or those that are told
    dearest: tuple[tuple[MarkedDecision, str], ...]  # by what could be known, each with its sentence
    finest: tuple[tuple[MarkedDecision, str], ...]
    passed_over: tuple[tuple[PassedOver, str], ...] = ()  # who was ready and never asked then, all of them


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
    never = passed_over(now, belief, pairs)
    left = [d for d in found if not any(_is_told_by(now, one, d) for one in never)]
    all_dear = _dear([d for d in left if not _was_shown_to_be_right(now, d)])
    all_fine = _fine([d for d in left if not _was_shown_to_be_wrong(now, d)])
    dear, fine = _each_once(all_dear)[:DEAREST], _finest(left, _each_once(all_fine))
    if told_only:
        dear, fine = ([_by_truth(now, d, pairs) for d in some] for some in (dear, fine))
    shown = sorted((*dear, *fine), key=lambda d: d.day) if told_only else found
    dear_words = [running_text((*dear_parts(now, d, turn), *also_told(d, all_dear))) for turn, d in enumerate(dear)]
    fine_words = [running_text((*fine_parts(now, d), *also_told(d, all_fine, fine=True))) for d in fine]
    return Review(
        len(found), tuple(shown), tuple(zip(dear, dear_words, strict=True)), tuple(zip(fine, fine_words, strict=True)),
        tuple((one, running_text(passed_parts(now, one))) for one in never),
    )  # fmt: skip


def _by_truth(now: Playthrough, decision: MarkedDecision, pairs: int) -> MarkedDecision:
    """A decision weighed by what was true as well."""
    played, others = now.history[decision.day - 1], others_of(now, decision)
    plans = [played.plan, *(plan_of(played.morning, other.items) for other in others)]
    made, *rest = play_on(true_worlds(played.morning, pairs), plans)
    return replace(decision, true=best_of(others, made, rest))


def _day(now: Playthrough, played: DayPlayed, belief: Belief, number: int, true_pairs: int) -> Iterator[MarkedDecision]:
    """The decisions of one day, weighed; with no pairs in the true world, by what could be known alone."""
    morning, open_ones = played.morning, tuple(open_decisions(now, played, belief.ready[number]))
    if not open_ones:
        return
    plans = [played.plan, *(plan_of(morning, other.items) for one in open_ones for other in one.others)]
    in_known = play_on(believed(morning, belief.worlds[number + 1]), plans)
    in_true = play_on(true_worlds(morning, true_pairs), plans) if true_pairs else in_known
    likely = readiness(morning.state, morning.ledger, morning.people, morning.compiled.rules.params)
    ready = is_ready(likely, ready_from(now.compiled)[morning.day], morning.ledger, morning.people)[0]
    at = 1
    for one in open_ones:
        some = slice(at, at + len(one.others))
        at += len(one.others)
        who = now.compiled.ids[one.column]
        is_so = bool(ready[one.column])
        if asks(now, one.made):  # as the debrief judges the question that was put
            is_so = asked_in_time(now, played, one.column, one.made)
        known = best_of(one.others, in_known[0], in_known[some])
        question = next((move for move in (one.made, known.best) if asks(now, move)), "")
        yield MarkedDecision(
            day=morning.day, follower=who, name=now.people[who].name, made=one.made, known=known,
            mirror=said_of_question(played, who, question) if question else None,
            true=best_of(one.others, in_true[0], in_true[some]), said_ready=float(belief.ready[number, one.column]),
            ready=is_so, early=not is_so and _can_come(morning, one.column),
            won=asks(now, one.made) and _bought(now, number, one.column),
            alone=all(item.who for item in played.items),
        )  # fmt: skip


def _can_come(morning: Position, column: int) -> bool:
    """Whether somebody who is not ready could still come to be: they buy such things, and their time is not over."""
    people = morning.people
    return bool(people.buys[0, column] >= 0.5 and morning.day <= people.need_until[0, column])


def _bought(now: Playthrough, number: int, column: int) -> bool:
    """Whether a follower bought in the night after a day."""
    before, after = now.history[number].morning.ledger, now.evening_of(number).ledger
    return bool(after.bought[0, column] > before.bought[0, column])


def _is_told_by(now: Playthrough, one: PassedOver, d: MarkedDecision) -> bool:
    """Whether a decision is told with somebody who was passed over: of the same day, or one more question not put."""
    if d.follower != one.decision.follower:
        return False
    return d.day == one.decision.day or (d.day in one.ready_on and asks(now, d.known.best))


def _dear(found: list[MarkedDecision]) -> list[MarkedDecision]:
    """Those that surely cost something, and enough to matter, by what could be known; the dearest first."""
    return sorted((d for d in found if d.known.low >= SURE and d.known.lost >= MATTERS), key=lambda d: -d.known.lost)


def _fine(found: list[MarkedDecision]) -> list[MarkedDecision]:
    """Those that were surely worth something against the best other choice, and enough to matter; the finest first."""
    return sorted((d for d in found if d.known.high <= -SURE and d.known.lost <= -MATTERS), key=lambda d: d.known.lost)


def _was_shown_to_be_right(now: Playthrough, d: MarkedDecision) -> bool:
    """Whether what was done is no fault: a question for which the date mirror spoke, or to somebody who was ready."""
    return asks(now, d.made) and (d.ready or d.spoken_for)


def _was_shown_to_be_wrong(now: Playthrough, d: MarkedDecision) -> bool:
    """Whether what was done is no merit: the mirror advised against it, or spoke for the question that was left out."""
    if asks(now, d.made):
        return not (d.ready or d.spoken_for)
    if asks(now, d.known.best) and d.spoken_for and not d.made:
        return True
    made = next((i for i in now.history[d.day - 1].items if i.who == d.follower and i.move == d.made), None)
    return made is not None and spoke_against(now, now.history[d.day - 1], made)


def _each_once(found: list[MarkedDecision]) -> list[MarkedDecision]:
    """Of each person the first decision."""
    first: dict[str, MarkedDecision] = {}
    for decision in found:
        first.setdefault(decision.follower, decision)
    return list(first.values())


def _finest(found: list[MarkedDecision], fine: list[MarkedDecision]) -> list[MarkedDecision]:
    """The sales that were asked for at their right moment, and then the finest of what was surely worth something.

    A patient player would often have won the same sale a day later, so that by its figure alone it stands out from
    nothing; it is what all the days before were for, and stands first.
    """
    sales = sorted((d for d in found if d.well_won), key=lambda d: (d.known.lost, d.day))
    buyers = {d.follower for d in sales}
    return [*sales, *(d for d in fine if d.follower not in buyers)][: max(FINEST, len(sales))]
