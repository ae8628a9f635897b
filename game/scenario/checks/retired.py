"""Keys that are called something else since a format. Steps of migration are made from this table, and hints too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Retired:
    """A key that is called something else since a format."""

    where: tuple[str, ...]  # the way to its block; * stands for any id or number
    old: str
    new: str
    since: int  # the first format with the new name


RETIRED: tuple[Retired, ...] = ()


def retired_hint(name: str, way: Sequence[str], table: Iterable[Retired] | None = None) -> str:
    """What a key is called now; "" when it never was one.

    Args:
        name: the key as written.
        way: names of the blocks around it, from the top down.
        table: the keys that are called otherwise.

    >>> retired_hint("speed", ("followers", "mara"), [Retired(("followers", "*"), "speed", "pace", 2)])
    "'speed' is called 'pace' since format 2."
    """
    for entry in RETIRED if table is None else table:
        fits = len(way) == len(entry.where) and all(
            wanted in ("*", there) for wanted, there in zip(entry.where, way, strict=True)
        )
        if entry.old == name and fits:
            return f"'{entry.old}' is called '{entry.new}' since format {entry.since}."
    return ""
