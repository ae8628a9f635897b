"""What the host's big button does, and what keys do on the projector: a scene on, a scene back, a pause."""

from dataclasses import dataclass

from game.host.debriefing.room_debrief import RoomDebrief
from game.host.pages.debrief_parts import ListPart, part_of
from game.host.pages.pictures.night_scenes import night_of
from game.host.pages.plan_told import plan_is_over
from game.host.room.room_state import COUNTED, DEBRIEF, LOBBY, NIGHT, PAGES, PLAY, VOTE, Room
from game.host.room.steps import Released, ShowedPart, Started, Step, Switched, Turned, Went

NEXT, BACK, PAUSE = "next", "back", "pause"


def steering(room: Room, told: RoomDebrief | None = None) -> tuple[tuple[str, Step], ...]:
    """The steps that keys take now: of the night a scene, of the debrief a step or a part of it, or only the pause.

    Args:
        room: as committed.
        told: the debrief, once there is one.
    """
    found: list[tuple[str, Step]] = []
    if room.stage in {PLAY, VOTE, COUNTED, NIGHT}:
        found.append((PAUSE, Switched("paused", not room.paused)))
    pages = tuple(range(len(night_of(room)))) if room.stage == NIGHT else room.pages if room.stage == DEBRIEF else ()
    if room.paused or not pages:
        return tuple(found)
    later, earlier = [page for page in pages if page > room.page], [page for page in pages if page < room.page]
    part = part_of(room, told)
    if part.place + 1 < part.of:
        found.append((NEXT, ShowedPart(part.place + 1)))
    elif later:
        found.append((NEXT, Turned(later[0])))
    if part.place:
        found.append((BACK, ShowedPart(part.place - 1)))
    elif earlier:
        found.append((BACK, Turned(earlier[-1])))
    return tuple(found)


@dataclass(frozen=True)
class Next:
    """The one button that takes the room on."""

    label: str
    step: Step
    icon: str


def main_step(room: Room, told: RoomDebrief | None = None) -> tuple[Next | None, Next | None]:
    """The step of the big button, and one beside it: once the plan is played it ends early, and a day can follow.

    Of a list that the screen shows in parts the button beside it shows the next one, after the last the first again.
    """
    usual = next_step(room)
    part = part_of(room, told)
    if part.of > 1:
        return usual, _next_part(part)
    if not plan_ends(room):
        return usual, None
    return Next("End early: open the debrief", Went(DEBRIEF, room.scene), "chart"), usual


def _next_part(part: ListPart) -> Next:
    left = part.whole - part.end
    if not left:
        return Next("From the top of the list", ShowedPart(0), "undo")
    return Next(f"{left} more of the list", ShowedPart(part.place + 1), "next")


def plan_ends(room: Room) -> bool:
    """Whether the last day of the plan is over and all of its night has been shown."""
    return plan_is_over(room) and not room.paused and (room.stage == PLAY or room.page + 1 >= _night_pages(room))


def next_step(room: Room) -> Next | None:
    """What comes next in the game, if anything does."""
    if room.stage == LOBBY:
        return Next("Start the game", Started(), "play")
    if room.paused:
        return Next("Go on", Switched("paused", False), "play")
    if room.stage == PLAY:
        if room.released < room.days and room.hold:
            return Next(f"Release day {room.released + 1}", Released(room.released + 1), "play")
        return Next("Open the debrief", Went(DEBRIEF, room.scene), "chart")
    if room.stage == VOTE:
        return Next("Close the vote", Went(COUNTED, room.scene), "check")
    if room.stage == COUNTED:
        to_vote = bool(room.spotlight)
        return Next("Next vote" if to_vote else "Let the night come", Went(VOTE if to_vote else NIGHT, room.scene),
                    "next" if to_vote else "moon")  # fmt: skip
    if room.stage == NIGHT:
        pages = _night_pages(room)
        if room.page + 1 < pages:
            return Next("Next person", Turned(room.page + 1), "next")
        if room.shared is not None and room.shared.finished:
            return Next("Open the debrief", Went(DEBRIEF, room.scene), "chart")
        return Next("Next morning", Went(VOTE, room.scene), "sun")
    following = next((page for page in room.pages if page > room.page), None)
    return Next(PAGES[following], Turned(following), "next") if following is not None else None


def _night_pages(room: Room) -> int:
    return len(night_of(room))
