"""Opening a room: from the scenario, or from its log, step by step as it was played."""

from dataclasses import dataclass

from game.engine.digest import digest
from game.errors import Refused
from game.host.room.changing import after
from game.host.room.room_state import Opening, Room, opened
from game.host.room.steps import Chose, TakenStep, Went
from game.host.store.event_log import Kept, LogError
from game.local_time import local_time
from game.model.parameters import PARAMETERS_VERSION
from game.scenario import load_text
from game.scenario.format.difficulty import DIFFICULTIES
from game.session.entries import EndDay
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of


@dataclass(frozen=True)
class Repeated:
    """A room as its log left it."""

    room: Room
    commands: dict[tuple[str, str], int]  # actor and command -> number of the step


def room_of(opening: Opening) -> Room:
    """The room of an opening, nobody in it yet.

    Raises:
        CannotPlay: the scenario has errors.
    """
    loaded = load_text(opening.facts.text, opening.facts.language)

    def at(difficulty: str) -> Playthrough:
        named = next((known for known in DIFFICULTIES if known == difficulty), None)
        return begun(compiled_of(loaded.at(named)), opening.seed)

    return opened(opening, at(opening.difficulty), at(opening.second) if opening.second else None)


def state_of(before: Room, room: Room, taken: TakenStep) -> str:
    """The digest that is kept with the end of a day; "" for all else."""
    step = taken.step
    if isinstance(step, Chose) and isinstance(step.choice, EndDay):
        now = room.guests[taken.actor].now
        return digest(now.position) if now is not None else ""
    if (
        isinstance(step, Went)
        and room.shared is not None
        and room.shared.position is not (before.shared.position if before.shared else None)
    ):
        return digest(room.shared.position)
    return ""


def repeated(kept: Kept, steps: list[TakenStep]) -> Repeated:
    """A room brought to where its log ends.

    Raises:
        LogError: the log is of another version of the trust model, or goes otherwise than it went.
    """
    if kept.parameters != PARAMETERS_VERSION:
        raise LogError(
            f"This room was played with version {kept.parameters} of the trust model; this game has version "
            f"{PARAMETERS_VERSION}. Open it with the Courtship it was played with. Its log is untouched."
        )
    room, commands = room_of(kept.opening), {}
    for taken in steps:
        try:
            following = after(room, taken)
        except Refused as error:
            raise LogError(f"The log cannot be repeated at step {room.number + 1}: {error} It is untouched.") from None
        if taken.state and state_of(room, following, taken) != taken.state:
            when = local_time(taken.at)
            raise LogError(
                f"Step {room.number + 1} of {when:%H:%M} gives another game than it gave then. The log is untouched; "
                "open it with the Courtship it was played with."
            )
        room = following
        commands[taken.actor, taken.command] = room.number
    return Repeated(room, commands)
