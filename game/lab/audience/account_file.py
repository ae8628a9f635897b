"""Reading the weeks of an account from a CSV file. Whatever is wrong is told with its line and column."""

import csv
import io
import math
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import numpy as np

from game.errors import Misused
from game.files import NotRegularError, TooLargeError, read_regular
from game.lab.audience.account import COLUMNS, DONE, KINDS, LONGEST, MOST_FOLLOWERS, MOST_POSTS, SHORTEST, Account

MOST_BYTES = 200_000
MOST_TOLD = 8  # mistakes of one file
SHOWN = 30  # letters of a cell that are repeated
AS_TEMPLATE = "“courtship fit --template” prints a file to fill in."


class AccountFileError(Misused):
    """A file of an account cannot be used as it is."""


@dataclass(frozen=True)
class Read:
    """An account, and what had to be passed over in its file."""

    account: Account
    notes: tuple[str, ...]


def read_account(path: Path) -> Read:
    """The weeks of an account.

    Args:
        path: a CSV file with the columns `COLUMNS`, in any order.

    Raises:
        AccountFileError: the file is not there or cannot be used; the message has a line for each mistake.
    """
    return account_of(_text(path), str(path))


def _text(path: Path) -> str:
    try:
        data = read_regular(path, MOST_BYTES)
    except FileNotFoundError:
        raise AccountFileError(f"There is no file {path}. Name your CSV file. {AS_TEMPLATE}") from None
    except (NotRegularError, IsADirectoryError):
        raise AccountFileError(f"{path} is a folder or device; name one CSV file inside of it.") from None
    except TooLargeError as error:
        raise AccountFileError(
            f"{path} has {error.size:,} bytes; at most {MOST_BYTES:,} are read, which is far more than {LONGEST} weeks "
            "need. Save the sheet of the weeks alone."
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


def account_of(text: str, name: str) -> Read:
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
            raise _told(name, 1, "column 1", f"“{_short(lines[0])}” was found",
                        "cells are separated by commas. Save the file as CSV (comma separated) and delete this line")
        first = 1
        notes.append(f"{name}: line 1: “sep=,” was found and passed over.")
    rows = _rows(lines[first:], first, name)
    if not rows:
        raise AccountFileError(
            f"{name}: line 1, column 1: nothing was found; the first line names the columns {', '.join(COLUMNS)}. "
            f"{AS_TEMPLATE}"
        )
    places = _places(rows[0], name)
    return Read(_filled(rows[1:], places, name), tuple(notes))


@dataclass(frozen=True)
class _Row:
    line: int  # in the file, counted from 1
    cells: tuple[str, ...]


def _rows(lines: list[str], before: int, name: str) -> list[_Row]:
    """The rows that hold anything; remarks begin with #."""
    reader = csv.reader(io.StringIO("\n".join(lines)))
    found = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#"):
                found.append(_Row(reader.line_num + before, tuple(cell.strip() for cell in cells)))
    except csv.Error as error:
        raise _told(name, reader.line_num + before, "column 1", f"a line that is no CSV was found ({error})",
                    "each line has one cell for each column, separated by commas") from None  # fmt: skip
    return found


def _places(head: _Row, name: str) -> dict[str, int]:
    """Where each column stands."""
    found = [cell.lower() for cell in head.cells]
    if len(found) == 1 and (";" in found[0] or "\t" in found[0]):
        sign = "semicolons" if ";" in found[0] else "tabs"
        raise _told(name, head.line, "column 1", f"cells separated by {sign} were found",
                    "cells are separated by commas. Save the file as CSV (comma separated), or put commas in their place")  # fmt: skip
    mistakes = []
    for at, cell in enumerate(found, 1):
        if cell not in COLUMNS:
            near = get_close_matches(cell, [c for c in COLUMNS if c not in found], 1, 0.5)
            guess = f" Did you mean “{near[0]}”?" if near else " Delete the column."
            mistakes.append(_line(name, head.line, f"column {at}", f"“{_short(cell)}” was found",
                                  f"columns are {', '.join(COLUMNS)}") + guess)  # fmt: skip
        elif cell in found[: at - 1]:
            mistakes.append(_line(name, head.line, f"column {at}", f"“{cell}” was found a second time",
                                  "each column stands once. Delete one of the two"))  # fmt: skip
    missing = [column for column in COLUMNS if column not in found]
    if missing:
        mistakes.append(
            _line(name, head.line, f"column {len(found)}", f"no column {', '.join(missing)} was found",
                  f"columns are {', '.join(COLUMNS)}. Add it; 0 stands where there was none") + f" {AS_TEMPLATE}"
        )  # fmt: skip
    _raise(mistakes)
    return {column: found.index(column) for column in COLUMNS}


def _filled(rows: list[_Row], places: dict[str, int], name: str) -> Account:
    if len(rows) < SHORTEST:
        weeks = "one week was" if rows else "no week was"
        line = rows[0].line if rows else 2
        raise _told(name, line, "column 1", f"{weeks} found",
                    f"{SHORTEST} to {LONGEST} weeks are allowed. Add a line for each further week; eight or more say most")  # fmt: skip
    if len(rows) > LONGEST:
        raise _told(name, rows[LONGEST].line, "column 1", f"week {LONGEST + 1:,} of {len(rows):,} was found",
                    f"{SHORTEST} to {LONGEST} weeks are allowed. Keep the last {LONGEST}")  # fmt: skip
    mistakes: list[str] = []
    table = np.zeros((len(rows), len(COLUMNS)))
    for number, row in enumerate(rows):
        if len(row.cells) != len(places):
            mistakes.append(_line(name, row.line, f"column {min(len(row.cells), len(places) + 1)}",
                                  f"{len(row.cells)} cells were found",
                                  f"each line has {len(places)}; a number has no comma inside, neither 1,5 nor 1,200"))  # fmt: skip
            continue
        found = {column: _number(row, column, at, name, mistakes) for column, at in places.items()}
        if None not in found.values():
            values = {column: float(value or 0) for column, value in found.items()}
            table[number] = [values[column] for column in COLUMNS]
            mistakes += _unlikely(row, values, places, name)
    _raise(mistakes)
    _raise(_out_of_order(rows, table[:, 0], places["week"], name))
    return Account(table[:, 0].astype(np.int64), table[:, 1], table[:, 2:5], table[:, 5:])


def _number(row: _Row, column: str, at: int, name: str, mistakes: list[str]) -> int | None:
    """The whole number in a cell; if there is none, a mistake is added."""
    cell = row.cells[at]
    allowed = f"{column} is a whole number from {1 if column in {'week', 'followers'} else 0} to {_most(column):,}"
    where = f"column {at + 1} ({column})"
    if not cell:
        mistakes.append(_line(name, row.line, where, "an empty cell was found", f"{allowed}. Write 0 if there was none"))
        return None
    try:
        value = float(cell)
    except ValueError:
        if cell.replace(",", "").replace(" ", "").replace("’", "").replace("'", "").lstrip("-").isdigit():
            mend = "Write it without commas, spaces or marks: 1200, not 1,200; counts have no fractions"
        elif ";" in cell:
            mend = "Separate cells by commas, not by semicolons"
        else:
            mend = "Write the number alone, in figures"
        mistakes.append(_line(name, row.line, where, f"“{_short(cell)}” was found", f"{allowed}. {mend}"))
        return None
    least = 1 if column in {"week", "followers"} else 0
    if math.isnan(value) or math.isinf(value):
        mend = "Write 0 if there was none; delete the week if nobody knows"
    elif value != int(value):
        mend = "Counts have no fractions; write how many there were, not a rate"
    elif value < least:
        mend = "Write how many there were, not a change" if value < 0 else f"Leave out weeks without {column}"
    elif value > _most(column):
        mend = "Look whether two cells have run together"
    else:
        return int(value)
    mistakes.append(_line(name, row.line, where, f"“{_short(cell)}” was found", f"{allowed}. {mend}"))
    return None


def _most(column: str) -> int:
    return {"week": 1_000_000, "posts": MOST_POSTS}.get(column, MOST_FOLLOWERS)


def _unlikely(row: _Row, values: dict[str, float], places: dict[str, int], name: str) -> list[str]:
    """What cannot be, since nobody is counted twice in a week."""
    found, most = [], values["followers"]
    for column in KINDS:
        if values[column] > most:
            found.append(_line(name, row.line, f"column {places[column] + 1} ({column})",
                               f"{values[column]:,.0f} was found, with {most:,.0f} followers",
                               f"{column} is at most the number of followers. Count each follower once a week"))  # fmt: skip
    for column in DONE[:2]:
        if values[column] > 7 * most:
            found.append(_line(name, row.line, f"column {places[column] + 1} ({column})",
                               f"{values[column]:,.0f} was found, with {most:,.0f} followers",
                               f"{column} is at most seven for each follower. A message to everybody is a post"))  # fmt: skip
    return found


def _out_of_order(rows: list[_Row], weeks: np.ndarray, at: int, name: str) -> list[str]:
    return [
        _line(name, rows[i].line, f"column {at + 1} (week)", f"week {weeks[i]:.0f} was found after {weeks[i - 1]:.0f}",
              "weeks rise by one from line to line. Sort the lines, and write 0 for a week in which nothing was done")
        for i in range(1, len(weeks)) if weeks[i] != weeks[i - 1] + 1
    ]  # fmt: skip


def _short(cell: str) -> str:
    return cell if len(cell) <= SHOWN else f"{cell[:SHOWN]}…"


def _line(name: str, line: int, column: str, found: str, allowed: str) -> str:
    return f"{name}: line {line}, {column}: {found}; {allowed}."


def _told(name: str, line: int, column: str, found: str, allowed: str) -> AccountFileError:
    return AccountFileError(_line(name, line, column, found, allowed))


def _raise(mistakes: list[str]) -> None:
    if mistakes:
        more = len(mistakes) - MOST_TOLD
        tail = [f"… and {more} more of this kind."] if more > 0 else []
        raise AccountFileError("\n".join([*mistakes[:MOST_TOLD], *tail]))
