"""The one place that writes CSV: no spreadsheet takes a cell of it for a formula, and reading gives back what was.

A cell that begins with `=`, `+`, `-`, `@` or a control character is run as a formula when a spreadsheet opens the file,
and a scenario's or a bot's own file name can begin so. Such a cell gets an apostrophe in front, by which spreadsheets
know a text (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay numbers.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable

_FORMULA = frozenset("=+-@")
_TEXT = "'"


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> defused("=1+1"), defused("-0.5"), defused("'quoted"), defused("patient")
    ("'=1+1", '-0.5', "''quoted", 'patient')
    """
    return f"{_TEXT}{cell}" if cell.startswith(_TEXT) or (_is_risky(cell) and not _is_number(cell)) else cell


def restored(cell: str) -> str:
    """What a cell was before it was defused."""
    return cell.removeprefix(_TEXT)


def line(row: Iterable[str]) -> str:
    """A row as a line of CSV, its end included."""
    text, cells = io.StringIO(), [*map(defused, row)]
    torn = any("\r" in cell for cell in cells)
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL if torn else csv.QUOTE_MINIMAL).writerow(cells)
    return text.getvalue()


def rows(text: str) -> list[list[str]]:
    """The rows of a CSV text that was written here."""
    return [[restored(cell) for cell in row] for row in csv.reader(io.StringIO(text))]


def _is_risky(cell: str) -> bool:
    """Whether it begins with a sign that begins a formula, in its wide form too, or with what hides such a sign."""
    bare = cell.lstrip()
    begins = unicodedata.normalize("NFKC", bare[:1])
    return begins in _FORMULA or (bool(cell) and not cell[0].isprintable())


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
