"""What a form or a frame says, as a step; everything in it is untrusted."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from game.errors import CourtshipError, Refused
from game.host.room.room_state import Guest
from game.host.room.step_bodies import LONGEST_TEXT, MalformedStepError, step_from
from game.host.room.steps import HOST_KINDS, CalledForHelp, Chose, Left, Step, Voted, WroteOwnWords
from game.host.store.event_log import LogError
from game.session.entries import AnswerEvent, EndDay, MarkRead, Note, PlanMove, TakeBack

LONGEST_COMMAND = 80
UNSAVED = "This is not saved: the host’s machine cannot write it down. The host’s page says why."


def fields_of(body: bytes) -> dict[str, str]:
    """The fields of a form; of a name that comes twice the last counts.

    Raises:
        Refused: it is no form.
    """
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=40, errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise Refused("That cannot be read. Load the page again and repeat it.") from None
    return {name[:40]: value[:2000] for name, value in pairs}


def status_of(error: CourtshipError) -> int:
    """The HTTP status of a step that was not taken: 409 if it cannot be done, 503 if it cannot be saved just now."""
    return 409 if isinstance(error, Refused) else 503


def told_to_guest(error: CourtshipError) -> str:
    """Why a guest's step was not taken. What is wrong with the log, its path and its remedy are the host's business."""
    return UNSAVED if isinstance(error, LogError) else str(error)


def _number(fields: Mapping[str, str], name: str) -> int:
    value = fields.get(name, "")
    if not value.removeprefix("-").isdecimal() or not value.isascii() or len(value) > 6:
        raise Refused("The page is out of date. Load it again and repeat it.")
    return int(value)


def _text(fields: Mapping[str, str], name: str, longest: int = LONGEST_TEXT) -> str:
    return "".join(s for s in fields.get(name, "") if s.isprintable() or s == "\n")[:longest]


def command_of(fields: Mapping[str, str]) -> str:
    """What tells this sending from others; "" when it says nothing."""
    return "".join(sign for sign in fields.get("command", "") if sign.isprintable())[:LONGEST_COMMAND]


def guest_step(fields: Mapping[str, str], guest: Guest) -> Step:
    """What a guest wants to do.

    Raises:
        Refused: it is nothing that a guest does.
    """
    match fields.get("kind", ""):
        case "plan":
            return Chose(PlanMove(*(_text(fields, name, 100) for name in ("move", "who", "content", "other"))))
        case "take_back":
            return Chose(TakeBack(_number(fields, "id")))
        case "note":
            return Chose(Note(_text(fields, "who", 100), _text(fields, "motive", 100), _number(fields, "sure")))
        case "event":
            return Chose(AnswerEvent(_text(fields, "event", 100), _number(fields, "choice")))
        case "read":
            return Chose(MarkRead(_text(fields, "who", 100)))
        case "end_day":
            if guest.now is not None and _number(fields, "day") != guest.now.position.day:
                raise Refused("That day is over for you already.")
            return Chose(EndDay())
        case "voted":
            return Voted(_number(fields, "number"), _text(fields, "option", 8))
        case "called_for_help":
            return CalledForHelp(_text(fields, "text", 200))
        case "wrote_own_words":
            return WroteOwnWords(_number(fields, "count"))
        case "left":
            return Left()
    raise Refused("That is nothing a guest does here. Load the page again.")


def host_step(fields: Mapping[str, str]) -> Step:
    """What the host wants to do.

    Raises:
        Refused: it is nothing that a host does.
    """
    kind = fields.get("kind", "")
    if kind not in HOST_KINDS:
        raise Refused("That is nothing a host does here. Load the page again.")
    body: dict[str, object] = {}
    for name, value in fields.items():
        if name in {"day", "since", "page", "part", "seconds", "most"}:
            body[name] = _number(fields, name)
        elif name == "on":
            body[name] = value == "1"
        else:
            body[name] = _text(fields, name)
    try:
        return step_from(kind, body)
    except MalformedStepError:
        raise Refused("The page is out of date. Load it again and repeat it.") from None
