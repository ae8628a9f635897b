"""The cast: people composed by hand, so that hair, skin, clothes and background suit each other."""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import cache

from game.art.drawings import DrawingError, names
from game.art.palette import BACKS, CLOTHS, HAIRS, SKINS
from game.resources import ASSETS

_CAST = ASSETS / "art" / "cast.csv"
YOURS = frozenset({0, 53, *range(56, 62)})
"""Rows that only the player can be: nobody else in a picture has their looks."""


@dataclass(frozen=True)
class CastLook:
    """One person, a row of `assets/art/cast.csv`; a field names a drawing of a kind, or a colour."""

    skin: str  # of SKINS
    hair: str  # of hair/
    hair_colour: str  # of HAIRS
    top: str  # of clothes/
    shirt: str  # of CLOTHS
    under: str  # of CLOTHS, the second cloth of a top
    back: str  # of BACKS
    nose: str  # of noses/
    wear: str  # of headwear/, or ""
    wear_cloth: str  # of CLOTHS
    beard: str  # of beards/, or ""
    glasses: str  # of glasses/, or ""
    frame: str  # of the glasses, #rrggbb
    ears: str  # of earrings/, or ""
    trim: str  # metal and beads, #rrggbb
    marks: tuple[str, ...]  # of marks/
    lashes: bool


@cache
def cast() -> tuple[CastLook, ...]:
    """Everybody, women first: a look is the number of a row, and the game hands out numbers by how people are called.

    Raises:
        DrawingError: a row of the file names something that there is not.
    """
    with _CAST.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, restkey="more", restval="", strict=True)
        if rows.fieldnames != [field.name for field in fields(CastLook)]:
            raise DrawingError(
                f"assets/art/cast.csv:1: the columns are {', '.join(rows.fieldnames or ())}. "
                f"They must be {', '.join(field.name for field in fields(CastLook))}."
            )
        allowed = _allowed()
        return tuple(_person(rows.line_num, row, allowed) for row in rows)


def _allowed() -> dict[str, Collection[str]]:
    """What a column may name."""
    return {
        "skin": SKINS, "hair_colour": HAIRS, "shirt": CLOTHS, "under": CLOTHS, "wear_cloth": CLOTHS, "back": BACKS,
        "hair": names("hair"), "top": names("clothes"), "nose": names("noses"), "wear": ("", *names("headwear")),
        "beard": ("", *names("beards")), "glasses": ("", *names("glasses")), "ears": ("", *names("earrings")),
        "marks": names("marks"), "lashes": ("", "yes"),
    }  # fmt: skip


def _person(line: int, row: dict[str, str], allowed: Mapping[str, Collection[str]]) -> CastLook:
    if "more" in row:
        raise DrawingError(f"assets/art/cast.csv:{line}: more values than columns. A row has one for each column.")
    marks = tuple(row["marks"].split())
    for column, there in allowed.items():
        for value in marks if column == "marks" else (row[column],):
            if value not in there:
                raise DrawingError(
                    f"assets/art/cast.csv:{line}: no {column} is called {value!r}. "
                    f"There are: {', '.join(filter(None, there))}."
                )
    texts = {column: value for column, value in row.items() if column not in ("marks", "lashes")}
    return CastLook(marks=marks, lashes=row["lashes"] == "yes", **texts)
