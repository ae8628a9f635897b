"""Why nobody is told to have been passed over: three reasons that a room must not take for each other."""

from game.coach.knowing_when import asking_opens
from game.host.debriefing.room_debrief import RoomDebrief
from game.host.room.room_state import Room


def none_passed_over(room: Room, told: RoomDebrief) -> str:
    """What is said where nobody was ready and never asked.

    Args:
        room: whose debrief it is.
        told: the debrief.
    """
    opens = asking_opens(room.begun)
    if told.days < opens:
        return f"Nobody: nobody could be asked to buy yet. That is open from day {opens} on."
    ready = any(last >= opens for game in told.games for one in game.followers for _, last in one.ready_spells)
    if not ready:
        return "Nobody: nobody was ready on a day on which one could ask."
    if any(ask.ready for _, ask in told.asks):
        return "Nobody: whoever was ready was asked then."
    return "Nobody: whoever was ready bought without being asked."
