"""Days that end at the same moment: whose games go through the night as one batch."""

from collections.abc import Mapping, Sequence

from game.engine.position import Position
from game.engine.side_by_side import play_side_by_side
from game.host.room.room_state import PLAY, Room
from game.host.room.steps import Chose, TakenStep
from game.session.entries import EndDay
from game.session.planning import plan_of
from game.session.playthrough import Playthrough

Mornings = Mapping[Playthrough, Position]
"""For games whose day ends: the morning that follows, worked out beforehand."""


def nights_at_once(room: Room, steps: Sequence[TakenStep]) -> Mornings:
    """The mornings after the days that these steps end, worked out as one batch; none where fewer than two end.

    Only a game that stands as it does in the room when its day is ended has one; all else is worked out step by step.

    Args:
        room: before the steps.
        steps: that wait, in their order.
    """
    if not room.each or room.stage != PLAY or room.paused:
        return {}
    games: dict[str, Playthrough | None] = {}
    for taken in steps:
        guest = room.guests.get(taken.actor)
        if guest is None or guest.now is None or taken.actor in games or not isinstance(taken.step, Chose):
            continue
        ends = isinstance(taken.step.choice, EndDay) and not (room.hold and guest.now.position.day > room.released)
        games[taken.actor] = guest.now if ends else None
    due = [now for now in games.values() if now is not None]
    return _mornings_after(list(dict.fromkeys(due))) if len(due) > 1 else {}  # two who did nothing yet have one game


def _mornings_after(games: Sequence[Playthrough]) -> Mornings:
    """The mornings that follow when all of these games end their day now, worked out as one batch.

    Returns:
        For each game the morning that `after` takes, bit by bit what it works out alone; none for a game whose day
        cannot be ended.
    """
    due = [now for now in games if not now.finished and not now.waiting_events()]
    plans = [plan_of(now.position, now.plan.values()) for now in due]
    return dict(zip(due, play_side_by_side([now.position for now in due], plans), strict=True))
