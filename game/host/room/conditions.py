"""Two conditions side by side: half of a room's tables plays at one difficulty, half at another.

Rule: a table keeps together, and who sits at none counts as a table of their own; a new table gets the condition that
fewer have. People, seed and chance are the same in both, so what differs in the debrief is the difficulty and the room.
"""

from game.host.room.room_codes import key_of
from game.host.room.room_state import FIRST_HALF, SECOND_HALF, Guest, Room
from game.session.playthrough import Playthrough


def condition_for(room: Room, table: str) -> str:
    """The condition of somebody who comes in and sits at a table; "" in a room with one condition."""
    if room.begun_second is None:
        return ""
    seated = {_table(guest): guest.condition for guest in room.guests.values()}
    if table and key_of(table) in seated:
        return seated[key_of(table)]
    halves = list(seated.values())
    return SECOND_HALF if halves.count(SECOND_HALF) < halves.count(FIRST_HALF) else FIRST_HALF


def _table(guest: Guest) -> str:
    return key_of(guest.table) or f"alone {guest.id}"


def first_morning(room: Room, condition: str) -> Playthrough:
    """The first morning of the game that a condition plays."""
    return room.begun_second if condition == SECOND_HALF and room.begun_second is not None else room.begun


def difficulty_of(room: Room, condition: str) -> str:
    """How hard a condition is."""
    return first_morning(room, condition).compiled.scenario.difficulty


def conditions(room: Room) -> tuple[str, ...]:
    """The conditions of a room; none where all play in the same."""
    return () if room.begun_second is None else (FIRST_HALF, SECOND_HALF)
