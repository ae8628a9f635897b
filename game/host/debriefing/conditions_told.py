"""The two conditions of a room beside each other: their games, what was reachable in each, and their figures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from game.coach.judgement import Judged, pooled
from game.coach.looking_back.debrief import FAIR, AskMark, Debrief
from game.coach.within_reach import WithinReach, reach
from game.host.room.conditions import conditions, difficulty_of, first_morning
from game.host.room.room_state import Room


@dataclass(frozen=True, eq=False)
class ConditionTold(Judged):
    """One condition; judged over the asks of its games."""

    letter: str
    difficulty: str
    tables: tuple[str, ...]  # names, in the order of their coming
    games: tuple[int, ...]  # numbers among the games of the room
    reach: WithinReach  # of the followers that were met
    middle_score: float | None  # points of the middle game; None where nobody played
    asks: int  # questions for a purchase
    ready: int  # of them, to somebody who was ready
    fair: int  # of the others, to somebody who was nearly ready, or looked ready by the signs


def brought_to(room: Room) -> tuple[tuple[int, int], ...]:
    """Events that the host brought, for everybody whom the room is compared with: day, and number in the timeline."""
    timeline = list(room.begun.compiled.scenario.timeline)
    return tuple((step.on, timeline.index(step.event)) for step in room.brought)


def conditions_told(
    room: Room, guests: Sequence[str], games: Sequence[Debrief], asks: Sequence[tuple[AskMark, ...]], known: list[int]
) -> tuple[ConditionTold, ...]:
    """The conditions of a room; none where all played in the same.

    Args:
        room: as it stands.
        guests: whose game each is.
        games: the debriefs of the games.
        asks: the questions for a purchase of each game.
        known: columns of the followers that were met.
    """
    days = max(1, *(game.days for game in games))
    return tuple(_told(room, letter, guests, games, asks, known, days) for letter in conditions(room))


def _told(
    room: Room, letter: str, guests: Sequence[str], games: Sequence[Debrief], asks: Sequence[tuple[AskMark, ...]],
    known: list[int], days: int,
) -> ConditionTold:  # fmt: skip
    numbers = tuple(n for n, who in enumerate(guests) if who and room.guests[who].condition == letter)
    full = reach(first_morning(room, letter).compiled, room.opening.seed, days=days, brought=brought_to(room))
    made = [ask for n in numbers for ask in asks[n]]
    seated = [guest.table for guest in room.guests.values() if guest.condition == letter and guest.table]
    return ConditionTold(
        by_day=pooled(games[n].by_day for n in numbers),
        by_spell=pooled(games[n].by_spell for n in numbers),
        letter=letter,
        difficulty=difficulty_of(room, letter),
        tables=tuple(dict.fromkeys(seated)),
        games=numbers,
        reach=replace(full, low=full.low[:, known], high=full.high[:, known]),
        middle_score=median(games[n].score for n in numbers) if numbers else None,
        asks=len(made),
        ready=sum(ask.ready for ask in made),
        fair=sum(ask.kind == FAIR for ask in made),
    )
