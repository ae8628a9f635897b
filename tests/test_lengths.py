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

IS_TIME = re.compile(r"(^|_)(day|days|age|waiting)$|^since_")
"""Last words of quantities that are days since something, or a day."""

NO_LENGTH = {"HAPPENED", "NEVER", "FEWEST_MESSAGES", "NEXT_MORNING"}
"""What is compared with such and is none: the border to "it has not happened", a number of
messages that wait, a step through the scenes."""

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
        told = told_of(body, at, text.splitlines()) if isinstance(node, ast.Assign | ast.AnnAssign) else ""
        match node:
            case ast.Assign([ast.Name(name)], value) | ast.AnnAssign(ast.Name(name), _, value):
                named = [(name, value)]
            case ast.Assign([ast.Tuple(names)], ast.Tuple(values)):
                named = [(name.id, value) for name, value in zip(names, values, strict=True)]
            case _:
                continue
        found += [(name, float(v.value), told) for name, v in named if is_number(v)]
    return found


def is_number(node: ast.expr | None) -> bool:
    """Whether an expression is a number as it is written."""
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)


def is_time(node: ast.expr) -> bool:
    """Whether an expression is a day or an age in days, or a sum or difference of such: by its last word."""
    match node:
        case ast.Name(name) | ast.Attribute(attr=name):
            return bool(IS_TIME.search(name))
        case ast.Subscript(value) | ast.Call(ast.Attribute(value)):
            return is_time(value)
        case ast.BinOp(left, ast.Add() | ast.Sub(), right):
            return is_time(left) or is_time(right)
        case ast.Call(ast.Name() | ast.Attribute(), [*parts]):
            return any(is_time(part) for part in parts)
    return False


def is_inverse(node: ast.AST, number: ast.Constant) -> bool:
    """Whether an age is multiplied by a part of one, or divided by more: the number is a length, or one over it."""
    match node:
        case ast.BinOp(left, ast.Mult() | ast.Div() as by, right):
            ages = [ast.unparse(side) for side in (left, right) if side is not number]
            fades = 0 < number.value < 1 if isinstance(by, ast.Mult) else number.value > 1
            return fades and all(re.search(r"(^|[._])(age|waiting)(\[.*\])?$", age) for age in ages)
    return False


def lengths_used(text: str) -> list[tuple[int, str]]:
    """Line and text of each constant that some code compares with an age or a day, or sets off against one.

    >>> lengths_used("book.need_age[0] <= SOON or day - last.day > 6 or ask(day - LATE, 1 - age * 0.2)")
    [(1, 'SOON'), (1, '6'), (1, 'LATE'), (1, '0.2')]
    """
    found = []
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Compare(left, _, others):
                sides = [left, *others]
            case ast.BinOp(left, ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right):
                sides = [left, right]
            case _:
                continue
        if not any(is_time(side) for side in sides):
            continue
        for side in sides:
            if isinstance(side, ast.Name) and side.id.isupper():
                found.append((node.lineno, side.id))
            elif is_number(side) and (abs(side.value) > 1 if isinstance(node, ast.Compare) else is_inverse(node, side)):
                found.append((node.lineno, str(side.value)))
    return found


FILES = [path for place in PLACES for path in sorted((ROOT / place).rglob("*.py"))]

NUMBERS = [(path, *number) for path in FILES for number in numbers_of(path) if number[0] not in LIMITS]


def is_length(name: str) -> bool:
    """Whether a constant is by its name a length in days."""
    return name.endswith(("_DAYS", "LATELY"))


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: n[1])
def test_a_length_is_called_so(number):
    """A number of which is said that it counts days ends in `_DAYS`, so that all lengths are found by their name."""
    _, name, _, told = number

    assert is_length(name) or not IN_DAYS.match(told)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_compared_with_an_age_is_a_length(path):
    """Whatever is set against a day or an age is called `_DAYS`, or `_DAY` if it is one; so none escapes the table."""
    used = lengths_used(path.read_text(encoding="utf-8"))

    assert [(line, name) for line, name in used if not (is_length(name) or name in NO_LENGTH or name.endswith("_DAY"))
            and name not in LIMITS] == []  # fmt: skip


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
