"""What the host is asked before a step that many would feel and that is hard to take back."""

from dataclasses import dataclass

from game.host.debriefing.ways_told import without_score
from game.host.room.room_state import DEBRIEF, LOBBY, PLAY, Room
from game.host.room.steps import CodeChanged, Released, Removed, Step, Went


@dataclass(frozen=True)
class Sure:
    """A question, what it means, and the step that follows a yes."""

    question: str
    said: tuple[str, ...]
    yes: str
    step: Step
    hard: bool = True  # a step that is not meant for every day


def still_playing(room: Room) -> int:
    """How many have not come to the end of the day that is open; 0 where nobody plays alone."""
    if room.stage != PLAY:
        return 0
    games = [g.now for g in room.here if g.now is not None and not g.now.finished]
    return sum(not room.hold or now.position.day <= room.released for now in games)


OUT = "out-"  # before the id of a guest


def _sent_out(room: Room, guest: str) -> Sure | None:
    """The question before somebody is sent out; None where they are not here."""
    found = room.guests.get(guest)
    if found is None or not found.here:
        return None
    return Sure(
        f"Send {found.name} out?",
        ("Their phone is told so at once, and opens nothing here until you let them in again. Their game is kept.",),
        "Send out", Removed(guest),
    )  # fmt: skip


def asked_first(room: Room, what: str) -> Sure | None:
    """The question before a step, or None when there is nothing to be asked."""
    if what.startswith(OUT):
        return _sent_out(room, what.removeprefix(OUT))
    left = still_playing(room)
    still = f"{left} still {'plays' if left == 1 else 'play'}." if left else ""
    match what:
        case "end" if room.stage not in {LOBBY, DEBRIEF}:
            played = f"Day {room.day} of {room.days} is open."
            said = " ".join(text for text in (still, played, "Everybody’s page turns to the debrief.") if text)
            too_few = without_score(room.days_ended, room)
            no_points = (too_few,) if too_few else ()
            return Sure(
                "End the game early?",
                (said, *no_points, "You can take this back as long as the debrief shows its first step."),
                "End early and open the debrief", Went(DEBRIEF, room.scene),
            )  # fmt: skip
        case "release" if room.stage == PLAY and room.hold and room.released < room.days:
            day = room.released + 1
            slow = f"{still} Nobody is cut off: they finish day {room.released} first, at their own pace."
            said = slow if still else f"Everybody waits for day {day}."
            return Sure(
                f"Release day {day}?", (said, "A released day cannot be closed again."), f"Release day {day}",
                Released(day), hard=False,
            )  # fmt: skip
        case "code":
            return Sure(
                "Give the room a new code?",
                (f"{len(room.here)} are in and stay in. The old code and its QR code stop working.",),
                "New code", CodeChanged(""),
            )  # fmt: skip
    return None
