"""What one key does on the projector, where the host's own browser shows it: a scene on, a scene back, a pause."""

from game.host.pages.night_scenes import night_of
from game.host.room.room_state import COUNTED, DEBRIEF, NIGHT, PLAY, VOTE, Room
from game.host.room.steps import Step, Switched, Turned

NEXT, BACK, PAUSE = "next", "back", "pause"


def steering(room: Room) -> tuple[tuple[str, Step], ...]:
    """The steps that keys take now: of the night a scene, of the debrief a step; while the room is paused only that.

    Args:
        room: as committed.
    """
    found: list[tuple[str, Step]] = []
    if room.stage in {PLAY, VOTE, COUNTED, NIGHT}:
        found.append((PAUSE, Switched("paused", not room.paused)))
    pages = tuple(range(len(night_of(room)))) if room.stage == NIGHT else room.pages if room.stage == DEBRIEF else ()
    if room.paused or not pages:
        return tuple(found)
    later, earlier = [page for page in pages if page > room.page], [page for page in pages if page < room.page]
    if later:
        found.append((NEXT, Turned(later[0])))
    if earlier:
        found.append((BACK, Turned(earlier[-1])))
    return tuple(found)
