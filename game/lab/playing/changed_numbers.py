"""A scenario with some of its numbers changed: `business.hours_per_day`, `followers.mara.trust`, `model.forgetting`."""

from collections.abc import Iterator, Mapping
from typing import Any

from game.errors import CannotPlay
from game.scenario import Scenario
from game.scenario.format.dials import DIALS
from game.scenario.format.frozen import FrozenMap
from game.scenario.problems.phrases import guessed

Setting = tuple[tuple[str, float], ...]
"""Keys and values; empty for the scenario as it is written."""


def in_words(setting: Setting) -> str:
    """A setting as it stands in tables.

    >>> in_words((("days", 14.0), ("model.leaving", 1.5)))
    'days=14 model.leaving=1.5'
    """
    return " ".join(f"{key}={value:.12g}" for key, value in setting)


def changed(scenario: Scenario, setting: Setting) -> Scenario:
    """The scenario with these numbers.

    Args:
        scenario: with its defaults filled in.
        setting: keys as in the file, with dots between.

    Raises:
        CannotPlay: a key names no number, or a value is not allowed there.
    """
    for key, value in setting:
        scenario = _in(scenario, key.split("."), value, key)
    return scenario


def value_of(scenario: Scenario, key: str) -> float:
    """The number behind a key; a dial that is not turned has 1.

    Raises:
        CannotPlay: the key names no number.
    """
    value: Any = scenario
    for name in key.split("."):
        value = _child(value, name, key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CannotPlay(f"“{key}” has no number in this scenario. {_choices(value)}")
    return float(value)


def numbers(scenario: Scenario) -> dict[str, float]:
    """Every number of a scenario that says how it plays, by key: what `sensitivity` turns, one at a time."""
    found = {key: value for part in _PLAYED for key, value in _numbers(getattr(scenario, part), part)}
    return found | {f"model.{dial}": scenario.dials.get(dial, 1.0) for dial in DIALS}


_PLAYED = ("days", "business", "followers", "crowd", "archetypes", "motives", "content", "moves", "timeline")
_LABELS = {"seed"}  # numbers that only name something


def _numbers(value: Any, key: str) -> Iterator[tuple[str, float]]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield key, value
    for name in _keys(value):
        if name not in _LABELS:
            yield from _numbers(_child(value, name, key), f"{key}.{name}")


def _is_block(value: Any) -> bool:
    return hasattr(type(value), "model_fields")


def _fields(block: Any) -> dict[str, str]:
    """Names of a block's fields by the keys of the file."""
    return {f.alias or name: name for name, f in type(block).model_fields.items()}


def _keys(value: Any) -> list[str]:
    return list(_fields(value)) if _is_block(value) else list(value) if isinstance(value, Mapping) else []


def _choices(value: Any) -> str:
    keys = _keys(value)
    return f"Below it there are: {', '.join(keys[:24])}." if keys else "Name a key that holds one number."


def _child(value: Any, name: str, key: str) -> Any:
    if _is_block(value) and name in _fields(value):
        found = getattr(value, _fields(value)[name])
        return {**dict.fromkeys(DIALS, 1.0), **found} if isinstance(value, Scenario) and name == "model" else found
    if isinstance(value, Mapping) and name in value:
        return value[name]
    says = f"“{key}” names nothing in this scenario: there is no “{name}”.{guessed(name, _keys(value))}"
    raise CannotPlay(f"{says} {_choices(value)}".strip())


def _in(value: Any, path: list[str], number: float, key: str) -> Any:
    child = _child(value, path[0], key)
    if len(path) > 1:
        child = _in(child, path[1:], number, key)
    elif _keys(child) or isinstance(child, str | bool | tuple):
        raise CannotPlay(f"“{key}” holds no number. {_choices(child)}")
    else:
        child = int(number) if float(number).is_integer() else number
    if isinstance(value, Mapping):
        if path[0] in DIALS and key.startswith("model."):
            _check_dial(path[0], number)
        return FrozenMap({**value, path[0]: child})
    fields = _fields(value)
    given = {alias: getattr(value, name) for alias, name in fields.items() if name in value.model_fields_set}
    try:
        return type(value).model_validate({**given, path[0]: child})
    except ValueError as error:
        # A mistake against the schema lists what it found.
        told: list[dict[str, Any]] = error.errors() if hasattr(error, "errors") else []
        says = told[0]["msg"] if told else str(error)
        raise CannotPlay(f"{key}={number:g} is not allowed: {says[:1].lower()}{says[1:]}.") from None


def _check_dial(name: str, number: float) -> None:
    dial = DIALS[name]
    if not dial.low <= number <= dial.high:
        raise CannotPlay(f"model.{name}={number:g} is not allowed: dials go from {dial.low:g} to {dial.high:g}.")
