"""Steps as they are written down, and how they are read again: checked by type, as no page and no log is trusted."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

from game.errors import CourtshipError
from game.host.room.steps import Chose, Step
from game.session.entries import BringEvent, Choice, Recorded, Reload, Undo
from game.session.entry_lines import MalformedEntryError, as_line, from_line

LONGEST_TEXT = 280  # characters of a note or of a call for help
KINDS: dict[str, type[Step]] = {step.kind: step for step in get_args(Step)}


class MalformedStepError(CourtshipError):
    """Keys and values that are no step."""


def body_of(step: Step) -> dict[str, Any]:
    """A step's values as they are written down.

    >>> from game.host.room.steps import Voted
    >>> body_of(Voted(3, "b"))
    {'number': 3, 'option': 'b'}
    """
    if isinstance(step, Chose):
        return {"choice": as_line(Recorded(1, step.choice))}
    return {field.name: getattr(step, field.name) for field in fields(step)}


def step_from(kind: str, body: Mapping[str, Any]) -> Step:
    """A step from its kind and its values, checked by type.

    Raises:
        MalformedStepError: it is none.

    >>> step_from("voted", {"number": 3, "option": "b"})
    Voted(number=3, option='b')
    """
    if kind not in KINDS:
        raise MalformedStepError(f"This version of the game does not know the step “{kind:.40}”.")
    if kind == Chose.kind:
        return Chose(_choice(body.get("choice")))
    values: dict[str, Any] = {}
    for field in fields(KINDS[kind]):
        value = body.get(field.name)
        wanted = {"str": str, "int": int, "bool": bool}[getattr(field.type, "__name__", str(field.type))]
        if type(value) is not wanted:
            raise MalformedStepError(f"“{field.name}” of “{kind}” is {value!r:.40}, not {wanted.__name__}.")
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise MalformedStepError(f"“{field.name}” of “{kind}” has more than {LONGEST_TEXT} characters.")
        values[field.name] = value
    return KINDS[kind](**values)


def _choice(line: object) -> Choice:
    try:
        entry = from_line(line).entry
    except MalformedEntryError as error:
        raise MalformedStepError(f"A choice that is none: {error}.") from None
    if isinstance(entry, Undo | Reload):
        raise MalformedStepError("In a room nobody goes back to an earlier day on their own.")
    if isinstance(entry, BringEvent):
        raise MalformedStepError("In a room the host alone brings an event.")
    return entry
