"""Reading the weeks of an account from a CSV file. Whatever is wrong is told with its line and column."""

import csv
import math
import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path

import numpy as np

from game.errors import Misused
from game.files import NotRegularError, TooLargeError, read_regular
from game.lab.audience.account import COLUMNS, DONE, KINDS, LONGEST, MOST_FOLLOWERS, MOST_POSTS, SHORTEST, Account
from game.lab.audience.account_weeks import follows, mended_order
from game.model.arrays import Array

MOST_ACCOUNT_BYTES = 200_000
MOST_WEEK = 1_000_000  # a week may be numbered as 202631
MOST_TOLD = 8  # mistakes of one file
SHOWN = 30  # letters of a cell that are repeated
AS_TEMPLATE = "“courtship fit --template” prints a file to fill in."


class AccountFileError(Misused):
    """A file of an account cannot be used as it is."""


@dataclass(frozen=True)
class ReadAccount:
    """An account, and what had to be passed over in its file."""

    account: Account
    notes: tuple[str, ...]


def read_account(path: Path) -> ReadAccount:
    """The weeks of an account.

    Args:
        path: a CSV file with the columns `COLUMNS`, in any order.

    Raises:
        AccountFileError: the file is not there or cannot be used; the message has a line for each mistake.
    """
    return account_of(_text(path), str(path))


def _text(path: Path) -> str:
    try:
        data = read_regular(path, MOST_ACCOUNT_BYTES)
    except FileNotFoundError:
        raise AccountFileError(f"There is no file {path}. Name your CSV file. {AS_TEMPLATE}") from None
    except (NotRegularError, IsADirectoryError):
        raise AccountFileError(f"{path} is a folder or device; name one CSV file inside of it.") from None
    except TooLargeError as error:
        raise AccountFileError(
            f"{path} has {error.size:,} bytes; at most {MOST_ACCOUNT_BYTES:,} are read, which is far more than "
            f"{LONGEST} weeks need. Save the sheet of the weeks alone."
        ) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise AccountFileError(f"{path} cannot be read: {why}.") from None
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise AccountFileError(f"{path} is a workbook of a spreadsheet; save it as CSV (comma separated) first.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise AccountFileError(f"{path}: line 1, column 1: UTF-16 was found; save the file as CSV UTF-8.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise AccountFileError(
            f"{path}: line {line}, column {column}: a letter that is not UTF-8 was found. Save the file as CSV UTF-8."
        ) from None


def account_of(text: str, name: str) -> ReadAccount:
    """An account from the text of a file.

    Args:
        text: the whole of it.
        name: of the file, for messages.

    Raises:
        AccountFileError: it cannot be used.
    """
    notes = []
    if text.startswith("\ufeff"):
        text = text[1:]
        notes.append(f"{name}: line 1, column 1: a byte order mark was found and passed over.")
    lines = text.splitlines()
    first = 0
    if lines and lines[0].lower().strip().strip('"').startswith("sep="):
        sign = lines[0].strip().strip('"')[4:]
        if sign != ",":
            raise _told(
                name,
                1,
                "column 1",
                f"“{_short(lines[0])}” was found",
                "cells are separated by commas. Save the file as CSV (comma separated) and delete this line",
            )
        first = 1
        notes.append(f"{name}: line 1: “sep=,” was found and passed over.")
    rows = _rows(lines[first:], first, name)
    if not rows:
        raise AccountFileError(
            f"{name}: line 1, column 1: nothing was found; the first line names the columns {', '.join(COLUMNS)}. "
            f"{AS_TEMPLATE}"
        )
    places = _places(rows[0], name)
    return ReadAccount(_filled(rows[1:], places, name), tuple(notes))


@dataclass(frozen=True)
class _Row:
    line: int  # in the file, counted from 1
    cells: tuple[str, ...]


def _rows(lines: list[str], before: int, name: str) -> list[_Row]:
    """The rows that hold anything; remarks begin with #, whatever follows. No cell goes on in the next line."""
    found = []
    for number, line in enumerate(lines, before + 1):
        if line.lstrip().startswith("#"):
            continue
        try:
            cells = tuple(cell.strip() for cell in next(csv.reader([line], strict=True), []))
        except csv.Error:
            raise _told(
                name, number, "column 1", "a quotation mark without its other half was found",
                "cells need no quotation marks. Delete them in this line",
            ) from None  # fmt: skip
        if any(cells) and not cells[0].startswith("#"):
            found.append(_Row(number, cells))
    return found


def _places(head: _Row, name: str) -> dict[str, int]:
    """Where each column stands."""
    found = [cell.lower() for cell in head.cells]
    if len(found) == 1 and (";" in found[0] or "\t" in found[0]):
        sign = "semicolons" if ";" in found[0] else "tabs"
        raise _told(
            name, head.line, "column 1", f"cells separated by {sign} were found",
            "cells are separated by commas. Save the file as CSV (comma separated), or put commas in their place",
        )  # fmt: skip
    if not any(cell in COLUMNS or get_close_matches(cell, COLUMNS, 1, 0.5) for cell in found):
        raise _told(
            name, head.line, "column 1", f"“{_short(head.cells[0])}” was found, and no name of a column in the line",
            f"the first line must be the head. Write above all others: {','.join(COLUMNS)}",
        )  # fmt: skip
    columns = f"columns are {', '.join(COLUMNS)}"
    mistakes = []
    for at, cell in enumerate(found, 1):
        if cell not in COLUMNS:
            near = get_close_matches(cell, [c for c in COLUMNS if c not in found], 1, 0.5)
            mend = f"Did you mean “{near[0]}”" if near else "Delete the column"
            mistakes.append(_line(name, head.line, f"column {at}", f"“{_short(cell)}” was found", f"{columns}. {mend}"))
        elif cell in found[: at - 1]:
            allowed = "each column stands once. Delete one of the two"
            mistakes.append(_line(name, head.line, f"column {at}", f"“{cell}” was found a second time", allowed))
    missing = [column for column in COLUMNS if column not in found]
    if missing:
        allowed = f"{columns}. Add it; 0 stands where there was none. {AS_TEMPLATE}"
        none = f"no column {', '.join(missing)} was found"
        mistakes.append(_line(name, head.line, f"column {len(found)}", none, allowed))
    _raise(mistakes)
    return {column: found.index(column) for column in COLUMNS}


def _filled(rows: list[_Row], places: dict[str, int], name: str) -> Account:
    """The account of the rows below the names of the columns."""
    _check_length(rows, name)
    mistakes: list[str] = []
    table = np.zeros((len(rows), len(COLUMNS)))
    for number, row in enumerate(rows):
        if len(row.cells) != len(places):
            where = f"column {min(len(row.cells), len(places) + 1)}"
            allowed = f"each line has {len(places)}; a number has no comma inside, neither 1,5 nor 1,200"
            mistakes.append(_line(name, row.line, where, f"{len(row.cells)} cells were found", allowed))
            continue
        before = len(mistakes)
        values = {column: _number(row, column, at, name, mistakes) for column, at in places.items()}
        if len(mistakes) == before:
            table[number] = [values[column] for column in COLUMNS]
            mistakes += _unlikely(row, values, places, name)
    _raise(mistakes)
    _raise(_out_of_order(rows, table[:, 0], places["week"], name))
    return Account(table[:, 0].astype(np.int64), table[:, 1], table[:, 2:5], table[:, 5:])


def _check_length(rows: list[_Row], name: str) -> None:
    """Whether there are enough weeks, and not too many."""
    allowed = f"{SHORTEST} to {LONGEST} weeks are allowed"
    if len(rows) < SHORTEST:
        found = "one week was found" if rows else "no week was found"
        mend = f"{allowed}. Add a line for each further week; eight or more say most"
        raise _told(name, rows[0].line if rows else 2, "column 1", found, mend)
    if len(rows) > LONGEST:
        found = f"week {LONGEST + 1:,} of {len(rows):,} was found"
        raise _told(name, rows[LONGEST].line, "column 1", found, f"{allowed}. Keep the last {LONGEST}")


def _number(row: _Row, column: str, at: int, name: str, mistakes: list[str]) -> float:
    """The whole number in a cell; if there is none, a mistake is added, and it is 0."""
    cell, least = row.cells[at], 1 if column in {"week", "followers"} else 0
    value = _as_number(cell)
    if value is not None and value.is_integer() and least <= value <= _most(column):
        return value
    found = f"“{_short(cell)}” was found" if cell else "an empty cell was found"
    allowed = f"{column} is a whole number from {least} to {_most(column):,}. {_mending(cell, value, column, least)}"
    mistakes.append(_line(name, row.line, f"column {at + 1} ({column})", found, allowed))
    return 0.0


def _as_number(cell: str) -> float | None:
    """A cell as a number; None where it is none. An underscore is no part of one, though Python takes it."""
    try:
        value = float(cell)
    except ValueError:
        return None
    return None if "_" in cell else value


def _mending(cell: str, value: float | None, column: str, least: int) -> str:
    """How to mend a cell that is no whole number within its range."""
    if not cell:
        return "Write 0 if there was none"
    if value is None:
        if re.fullmatch(r"-?\d[\d., ’'_\u00a0\u202f]*", cell):
            return "Write it without commas, spaces or marks: 1200, not 1,200; counts have no fractions"
        return "Separate cells by commas, not by semicolons" if ";" in cell else "Write the number alone, in figures"
    if math.isnan(value) or math.isinf(value):
        return "Write 0 if there was none; leave the week out if nobody knows and it is the first or last"
    if value < least:
        return "Write how many there were, not a change" if value < 0 else f"{column} begins at {least}"
    if value > _most(column):
        return "Look whether two cells have run together"
    return "Counts have no fractions; write how many there were, not a rate"


def _most(column: str) -> int:
    return {"week": MOST_WEEK, "posts": MOST_POSTS}.get(column, MOST_FOLLOWERS)


def _unlikely(row: _Row, values: dict[str, float], places: dict[str, int], name: str) -> list[str]:
    """What cannot be, since nobody is counted twice in a week."""
    most = values["followers"]
    limits = [(column, most, "is at most the number of followers. Count each follower once a week") for column in KINDS]
    limits += [(column, 7 * most, "is at most seven for each follower. A message to everybody is a post")
               for column in DONE if column != "posts"]  # fmt: skip
    return [
        _line(name, row.line, f"column {places[column] + 1} ({column})",
              f"{values[column]:,.0f} was found, with {most:,.0f} followers", f"{column} {allowed}")
        for column, limit, allowed in limits if values[column] > limit
    ]  # fmt: skip


def _out_of_order(rows: list[_Row], weeks: Array, at: int, name: str) -> list[str]:
    """Weeks that do not follow on the one before."""
    allowed = "weeks rise by one from line to line, and after week 52 or 53 of a year comes week 1"
    return [
        _line(name, rows[i].line, f"column {at + 1} (week)", f"week {after} was found after {before}",
              f"{allowed}. {mended_order(before, after)}")
        for i, (before, after) in enumerate(pairwise(int(week) for week in weeks), 1) if not follows(before, after)
    ]  # fmt: skip


def _short(cell: str) -> str:
    return cell if len(cell) <= SHOWN else f"{cell[:SHOWN]}…"


def _line(name: str, line: int, column: str, found: str, allowed: str) -> str:
    end = "?" if "Did you mean" in allowed else "" if allowed.endswith(".") else "."
    return f"{name}: line {line}, {column}: {found}; {allowed}{end}"


def _told(name: str, line: int, column: str, found: str, allowed: str) -> AccountFileError:
    return AccountFileError(_line(name, line, column, found, allowed))


def _raise(mistakes: list[str]) -> None:
    """Raises one error that tells the first few of these, if there are any."""
    if mistakes:
        more = len(mistakes) - MOST_TOLD
        tail = [f"… and {more} more."] if more > 0 else []
        raise AccountFileError("\n".join([*mistakes[:MOST_TOLD], *tail]))
