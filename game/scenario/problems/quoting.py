"""Texts in quotes, and texts made short enough for a message."""

from collections.abc import Iterable


def quoted(text: str) -> str:
    """A text in quotes as YAML reads them.

    >>> quoted("Today: fresh")
    '"Today: fresh"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def short(text: str, limit: int = 40) -> str:
    """A text as repeated in a message: on one line, and cut if it is long.

    >>> short("one  two three", 8)
    'one two…'
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def trail(names: Iterable[str]) -> str:
    """The way to a place, as messages name it.

    >>> trail(["followers", "mara", "pace"])
    'followers › mara › pace'
    """
    return " › ".join(short(name) for name in names)
