"""Every length in days has one name in one place, and the design page sets them side by side."""

import ast
import re
from pathlib import Path

import pytest

import game
from game.model.parameters import parameters
from tests.test_layers import table_below

ROOT = Path(game.__file__).parent

PLACES = ("model", "engine", "session", "bots", "coach", "lab", "scenario/lint")
"""Where numbers decide how the game goes, and what is told of it."""

LIMITS = {"MAX_DAYS", "MOST_DAYS"}
"""How many days there can be, or are listed: no time for which anything lasts."""

IN_DAYS = re.compile(r"^\W*days? (for|of|that|from|(in|after) which)\b", re.IGNORECASE)


def told_of(body: list[ast.stmt], at: int, lines: list[str]) -> str:
    """What is said of a constant: the remark behind it, or the docstring below it."""
    _, mark, remark = lines[(body[at].end_lineno or 1) - 1].partition("#")
    below = body[at + 1] if at + 1 < len(body) else None
    if mark:
        return remark.strip()
    if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
        return str(below.value.value)
    return ""


def numbers_of(path: Path) -> list[tuple[str, float, str]]:
    """Each constant of a file that is a number: its name, the number, what is said of it."""
    text = path.read_text(encoding="utf-8")
    body, found = ast.parse(text).body, []
    for at, node in enumerate(body):
        match node:
            case ast.Assign([ast.Name(name)], ast.Constant(int() | float() as value)):
                found.append((name, float(value), told_of(body, at, text.splitlines())))
    return found


NUMBERS = [
    (path, *number)
    for place in PLACES
    for path in sorted((ROOT / place).rglob("*.py"))
    for number in numbers_of(path)
    if number[0] not in LIMITS
]


def is_length(name: str) -> bool:
    """Whether a constant is by its name a length in days."""
    return name.endswith(("_DAYS", "LATELY"))


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: n[1])
def test_a_length_is_called_so(number):
    """A number of which is said that it counts days ends in `_DAYS`, so that all lengths are found by their name."""
    _, name, _, told = number

    assert is_length(name) or not IN_DAYS.match(told)


def test_the_design_page_sets_all_lengths_side_by_side():
    """The table has each length with its value and its file; those of the model's parameters as well."""
    rows = {
        (name.strip("`"), float(days), where.strip("`")) for name, days, where, *_ in table_below("| length | days |")
    }
    constants = {
        (name, value, path.relative_to(ROOT).as_posix()) for path, name, value, _ in NUMBERS if is_length(name)
    }
    fitted = {(f.name, float(f.default), "model/parameters.py") for f in parameters() if f.metadata["unit"] == "day"}

    assert rows == constants | fitted


def test_no_length_is_said_twice():
    """No two lengths of the game have one name."""
    names = [name for _, name, _, _ in NUMBERS if is_length(name)]

    assert sorted(set(names)) == sorted(names)
