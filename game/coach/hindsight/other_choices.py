"""What was decided on a day of a run, and the few other choices against which each decision is weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.bots.bot import Wishes
from game.bots.play import wishes_of
from game.bots.possible import only_possible
from game.bots.registry import bots
from game.coach.hindsight.marked_decision import REST, ChoiceWorth, MarkedDecision
from game.coach.hindsight.mirror_said import spoke_against
from game.coach.hindsight.what_if import CONTINUES, PlayedOn, effect_of
from game.engine.position import DayPlan, Position
from game.engine.sight import see
from game.errors import Refused
from game.model.arrays import Array
from game.session.entries import PlanMove
from game.session.history import DayPlayed, move_made
from game.session.planning import check, plan_of
from game.session.playthrough import Playthrough
from game.session.story.invitations import asked_for_more, day_bought

ASK = "propose"
WORTH_ASKING = 0.3
"""From this P(ready) on, not asking counts as a decision, and a question is weighed in place of another move."""


@dataclass(frozen=True)
class OtherChoice:
    """Another choice for one person on one day."""

    move: str  # id, or "" for none
    items: tuple[PlanMove, ...]  # the whole day's moves with it
    instead: PlanMove | None = None  # what gives way to it, where the hours of the day were full


@dataclass(frozen=True)
class OpenDecision:
    """A decision before it is weighed."""

    column: int
    made: str  # move id, or ""
    others: tuple[OtherChoice, ...]


def open_decisions(now: Playthrough, played: DayPlayed, said_ready: Array) -> Iterator[OpenDecision]:
    """What was decided on a day, with the few other choices that are weighed; of who was not there nothing can be.

    Args:
        now: the playthrough.
        played: the day.
        said_ready: (F,) P(ready) of that morning, 0..1.
    """
    wishes = _patient(played.morning)
    for column, who in enumerate(now.compiled.ids):
        item = move_made(played.items, who)
        if item is not None and item.other:
            continue  # an introduction is a decision about two
        if item is None and said_ready[column] < WORTH_ASKING:
            continue
        made = item.move if item else REST
        others = tuple(_others(now, played, who, made, wishes, column, float(said_ready[column])))
        if others:
            yield OpenDecision(column, made, others)


def others_of(now: Playthrough, decision: MarkedDecision) -> tuple[OtherChoice, ...]:
    """The other choices against which a decision has been weighed."""
    played, column = now.history[decision.day - 1], now.compiled.ids.index(decision.follower)
    wishes = _patient(played.morning)
    return tuple(_others(now, played, decision.follower, decision.made, wishes, column, decision.said_ready))


def plans_of(now: Playthrough, decision: MarkedDecision) -> tuple[DayPlan, DayPlan]:
    """The day of a decision as it was played, and with the best other choice for that follower."""
    played, best = now.history[decision.day - 1], decision.known
    found = next(o for o in others_of(now, decision) if (o.move, o.instead) == (best.best, best.instead))
    return played.plan, plan_of(played.morning, found.items)


def question_plans(now: Playthrough, decision: MarkedDecision) -> tuple[DayPlan, DayPlan]:
    """The day of a decision as it was played, and with the question that has been weighed for that follower."""
    played = now.history[decision.day - 1]
    asked = questions(now, played, decision.follower)
    found = next(other for other in asked if other.instead == decision.known.instead)
    return played.plan, plan_of(played.morning, found.items)


def questions(now: Playthrough, played: DayPlayed, who: str) -> Iterator[OtherChoice]:
    """A question to one person on a day, by itself, or where its hours are full in place of each move that frees them.

    There is none where it could not be put at all, and none to a customer who has said nothing of more since.
    """
    thread, day = now.story.threads[who], played.morning.day
    if day_bought(thread, day) and not asked_for_more(thread, day):
        return
    kept = tuple(item for item in played.items if who not in {item.who, item.other})
    planned = PlanMove(ASK, who)
    if _can_add(now, played, kept, planned):
        yield OtherChoice(ASK, (*kept, planned))
        return
    for given_up in kept:
        left = tuple(item for item in kept if item is not given_up)
        if _can_add(now, played, left, planned):
            yield OtherChoice(ASK, (*left, planned), given_up)


def best_of(others: Sequence[OtherChoice], made: PlayedOn, instead: Sequence[PlayedOn]) -> ChoiceWorth:
    """What the best of some other choices is worth; every second game chooses it, the rest tell what it is worth.

    Args:
        others: A other choices.
        made: N games after what was done.
        instead: N games after each of the others, in the same worlds.
    """
    gain = np.array([played_on.score for played_on in instead]) - made.score
    best = int(gain[:, ::2].mean(axis=1).argmax())
    return ChoiceWorth(others[best].move, *effect_of(gain[best, 1::2]), others[best].instead)


def _others(
    now: Playthrough, played: DayPlayed, who: str, made: str, wishes: Wishes, column: int, said_ready: float
) -> Iterator[OtherChoice]:
    """Other choices for one person that could have been made that day: to rest, to ask, what a patient player does.

    What the date mirror advised against is none of them: nobody is to be blamed for having believed it.
    """
    kept = tuple(item for item in played.items if who not in {item.who, item.other})
    if made != REST:
        yield OtherChoice(REST, kept)
    if made != ASK and not spoke_against(now, played, PlanMove(ASK, who)):
        asked = tuple(questions(now, played, who))
        yield from asked if said_ready >= WORTH_ASKING else (o for o in asked if o.instead is None)
    row, content = int(wishes.move[0, column]), int(wishes.content[0, column])
    patient = now.compiled.rules.moves.ids[row] if row else REST
    planned = PlanMove(patient, who, now.compiled.contents[content] if content >= 0 else "")
    if patient in {made, REST, ASK} or spoke_against(now, played, planned):
        return
    if _can_add(now, played, kept, planned):
        yield OtherChoice(patient, (*kept, planned))


def _can_add(now: Playthrough, played: DayPlayed, kept: tuple[PlanMove, ...], planned: PlanMove) -> bool:
    try:
        check(played.morning, dict(enumerate(kept)), planned, now.people)
    except Refused:
        return False
    return True


def _patient(morning: Position) -> Wishes:
    """What the patient bot would like to do this morning."""
    sight = see(morning)
    return only_possible(wishes_of(bots()[CONTINUES], morning, sight), sight, morning.compiled.rules)
