"""Opening a room by the form of the host: a new one, or one that was open before."""

from pathlib import Path
from typing import Any

from game.errors import Misused
from game.host.pages.facilitators_guide import ADVISED_SEED
from game.host.room.room_state import MODES
from game.host.store.event_log import Log
from game.host.web.connections.server_settings import ServerSettings
from game.host.web.hall import Hall
from game.model.parameters import PARAMETERS_VERSION
from game.scenario.format.difficulty import DIFFICULTIES

MOST_MINUTES = 600
LARGEST_SEED = 2**32 - 1
MOST_KEPT = 5  # earlier rooms that are offered
MOST_ROBOTS = 200


def opening_values(log: Log, settings: ServerSettings, open_now: frozenset[str] = frozenset()) -> dict[str, Any]:
    """What the form is made of: scenarios, difficulties, and the newest rooms that can be gone on with.

    Args:
        log: in which rooms are kept; no writer of a room uses it at the same time.
        settings: of the server.
        open_now: ids of the rooms that are open on it.
    """
    kept = [k for k in log.rooms() if k.parameters == PARAMETERS_VERSION and k.opening.id not in open_now]
    cards = [card for card in settings.scenarios() if not card.problems]
    return {
        "cards": cards, "kept": kept[:MOST_KEPT], "difficulties": DIFFICULTIES, "stamp": "", "role": "host",
        "advised": ADVISED_SEED, "robots": MOST_ROBOTS if settings.rehearse is not None else 0,
    }  # fmt: skip


def open_by(hall: Hall, fields: dict[str, str], open_now: frozenset[str] = frozenset()) -> None:
    """Opens the room that a form asks for.

    Args:
        hall: without a room.
        fields: of the form.
        open_now: ids of the rooms that are open on the server.

    Raises:
        CourtshipError: it cannot be opened, with a sentence that says why.
    """
    if again := fields.get("again", ""):
        offered = opening_values(hall.log, hall.settings, open_now)["kept"]
        kept = next((k for k in offered if k.opening.id == again), None)
        if kept is None:
            raise Misused("That room is open already, or kept here no more. Choose another, or open a new one.")
        hall.open_again(kept)
        return
    paths = {card.path for card in hall.settings.scenarios() if not card.problems}
    path, mode, minutes = fields.get("scenario", ""), fields.get("mode", ""), fields.get("minutes", "")
    halves = fields.get("difficulty", ""), fields.get("second", "")
    robots = _robots(fields.get("robots", ""))
    if path not in paths or mode not in MODES or not {*halves} <= {"", *DIFFICULTIES}:
        raise Misused("Choose a scenario and how you play.")
    hall.open_new(
        Path(path), mode, seed=_seed(fields.get("seed", "")), name=fields.get("name", ""),
        own_cast=fields.get("own_cast") == "1",
        minutes=min(MOST_MINUTES, int(minutes)) if minutes.isdecimal() and len(minutes) < 5 else 0,
        difficulty=halves[0], second=halves[1],
    )  # fmt: skip
    if robots and hall.settings.rehearse is not None and hall.room is not None:
        hall.settings.rehearse(hall.settings.local_origin, hall.room.code, robots)


def _robots(typed: str) -> int:
    """How many robots a form asks for; none where nothing was typed."""
    typed = typed.strip() or "0"
    if not typed.isdecimal() or not typed.isascii() or len(typed) > 3 or int(typed) > MOST_ROBOTS:
        raise Misused(f"“{typed:.20}” robots cannot come. Type a whole number from 0 to {MOST_ROBOTS}, or nothing.")
    return int(typed)


def _seed(typed: str) -> int | None:
    """The seed of a form: the number that was typed; None for one by chance."""
    typed = typed.strip()
    if not typed:
        return None
    if not typed.isdecimal() or not typed.isascii() or len(typed) > 10 or int(typed) > LARGEST_SEED:
        raise Misused(
            f"“{typed:.20}” is no seed. Type a whole number from 0 to {LARGEST_SEED}, or leave the field empty."
        )
    return int(typed)
