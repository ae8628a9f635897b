"""The one door to the terminal: what is printed goes through it, and what could steer a terminal is shown instead.

Rule: what is printed is what is written. No word is a command of colours, or the name of an emoji; no figure is cut.
"""

import errno
import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.measure import Measurement
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.table import Column, Table
from rich.text import Text

LEAST_SIZE = {"COLUMNS": 20, "LINES": 2}  # of a terminal that can be printed on
SECONDS_BETWEEN_LINES = 30.0  # of how far something is, where no bar can be seen
LONGEST_WORD = 300  # characters; names of files have at most 255
DROPPED = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)  # invisible and harmless: hyphens and joiners of some writings
FILLERS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
)  # letters that show nothing


def visible(text: str) -> str:
    r"""Text that cannot steer a terminal or hide in it: what has no shape of its own is shown by its number.

    Line ends stay; joiners of some writings are dropped.

    >>> visible("red" + chr(27) + "[31m")
    'red\\x1b[31m'
    >>> visible("turned" + chr(0x202e) + "round")
    'turned\\u202eround'
    """
    if "\n" in text:
        text = _names_in_one_line(text)
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _names_in_one_line(text: str) -> str:
    """Text in which the names that a command was given, and that of the folder one stands in, have no line breaks.

    Every message may hold such a name; what follows its line break would look like a line of ours.
    """
    for name in _broken_names(tuple(sys.argv)):
        text = text.replace(name, name.replace("\n", "\\n"))
    return text


@lru_cache(maxsize=4)
def _broken_names(words: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of paths with a line break, the longest first."""
    try:
        here = os.getcwd()
    except OSError:
        here = ""
    parts = {part for word in (*words[1:], here) for part in (*word.split(os.sep), Path(word).stem) if "\n" in part}
    return tuple(sorted(parts, key=len, reverse=True))


def told(sentence: str) -> str:
    """A sentence as it is told on a terminal: visible, and with words of endless length cut in their middle.

    >>> len(told("There is no record " + "x" * 5000 + "."))
    150
    """
    return re.sub(rf"\S{{{LONGEST_WORD},}}", lambda word: f"{word[0][:90]}…{word[0][-40:]}", visible(sentence))


def visible_json(document: str) -> str:
    r"""A JSON document that says the same and cannot steer a terminal.

    >>> visible_json('"turned' + chr(0x202e) + chr(0xe0041) + 'round"')
    '"turned\\u202e\\udb40\\udc41round"'
    """
    return "".join(c if c == "\n" or _is_plain(c) else json.dumps(c)[1:-1] for c in document)


def _is_plain(character: str) -> bool:
    """Whether a character has a shape of its own."""
    return character.isprintable() and character not in FILLERS and character not in DROPPED


def _shown(character: str) -> str:
    if character == "\n" or _is_plain(character):
        return character
    if character in DROPPED:
        return ""
    if unicodedata.category(character) == "Zs":
        return " "  # a wide or narrow space
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def _with_room(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The environment, without a width or height in which nothing can be printed: 0 is meant for “not known”."""
    known = {name: environment[name] for name in ("COLUMNS", "LINES") if environment.get(name, "").isdecimal()}
    useless = [name for name, size in known.items() if int(size) < LEAST_SIZE[name]]
    return {name: value for name, value in environment.items() if name not in useless}


class Terminal(Console):
    """A console whose texts are made visible where they are turned into pieces, and in which no word is a command."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(
            stderr=stderr, highlight=False, markup=False, emoji=False, _environ=_with_room(os.environ)
        )  # fmt: skip

    def print(self, *objects: Any, **how: Any) -> None:
        """Prints; names with line breaks are told in one line, before texts are cut into theirs."""
        super().print(*(_names_in_one_line(one) if isinstance(one, str) else one for one in objects), **how)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The pieces of something that is printed."""
        if isinstance(renderable, Table):
            renderable = self._fitting(renderable, (options or self.options).max_width)
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)

    def _fitting(self, table: Table, width: int) -> RenderableType:
        """A table that keeps its words and figures whole; where they find no room beside each other, a list."""
        options = self.options.update(width=10_000)
        sizes = [
            [Measurement.get(self, options, cell) for cell in (column.header, *column.cells)]
            for column in table.columns
        ]
        least = [max((s.maximum if c.no_wrap else s.minimum for s in size), default=0)
                 for c, size in zip(table.columns, sizes, strict=True)]  # fmt: skip
        most = [max((s.maximum for s in size), default=0) for size in sizes]
        room = width - _frame(table)
        if sum(most) <= room:
            return table
        if sum(least) > room:
            return _as_list(table)
        for column, size in zip(table.columns, _shared(least, most, room), strict=True):
            column.width = size
        return table

    def write_json(self, value: Any) -> None:
        """Prints one JSON document; what could steer a terminal stands in it as JSON writes it, so nothing is lost."""
        self.file.write(visible_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")

    def progress(self, *, disable: bool = False) -> Progress:
        """A bar that tells how far something is, and goes when it is done."""
        return Advancing(
            TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=self, transient=True, disable=disable,
        )  # fmt: skip


class Advancing(Progress):
    """A bar; where the output is no terminal, and no bar can move, a line every half a minute."""

    _told_at = 0.0

    def update(self, task_id: TaskID, *more: Any, **changes: Any) -> None:
        """A task has come further."""
        super().update(task_id, *more, **changes)
        self._tell(task_id)

    def advance(self, task_id: TaskID, advance: float = 1) -> None:
        """A task has come further by some steps."""
        super().advance(task_id, advance)
        self._tell(task_id)

    def _tell(self, task_id: TaskID) -> None:
        if self.disable or self.console.is_terminal:
            return
        task = self._tasks[task_id]
        now, begun = self.get_time(), task.start_time or 0.0
        if task.total is None or task.finished or now - max(begun, self._told_at) < SECONDS_BETWEEN_LINES:
            return
        self._told_at, left = now, (now - begun) * (task.total / max(task.completed, 1.0) - 1.0)
        how_long = f", about {max(1.0, left / 60):.0f} min left" if task.completed else ""
        self.console.print(f"{task.description}: {task.completed:.0f} of {task.total:.0f}{how_long}", soft_wrap=True)


def _frame(table: Table) -> int:
    """Characters of a table's lines and margins."""
    return len(table.columns) * (sum(table.padding[1::2]) + 1) + 1


def _shared(least: list[int], most: list[int], room: int) -> list[int]:
    """Widths between the least and the most that fill a room.

    >>> _shared([3, 5], [3, 40], 20)
    [3, 17]
    """
    sizes, left = list(least), room - sum(least)
    while left > 0:
        open_ones = [i for i, size in enumerate(sizes) if size < most[i]]
        if not open_ones:
            break
        sizes[min(open_ones, key=lambda i: sizes[i])] += 1
        left -= 1
    return sizes


def _as_list(table: Table) -> Group:
    """The rows of a table below each other, each cell with its title."""

    def line(column: Column, cell: RenderableType) -> RenderableType:
        title = str(column.header)
        if isinstance(cell, (str, Text)):
            return Text(f"{title}: {cell}" if title else str(cell), overflow="fold")
        return Group(Text(title), cell)

    parts: list[RenderableType] = [Text(str(table.title), overflow="fold")] if table.title else []
    for row in zip(*(column.cells for column in table.columns), strict=True):
        filled = [(column, cell) for column, cell in zip(table.columns, row, strict=True) if str(cell)]
        lines = [line(column, cell) for column, cell in filled]
        head = (
            1 if filled and filled[0][0] is table.columns[0] else 0
        )  # a row without a first cell belongs to the one above
        parts += [*lines[:head], *(Padding(one, (0, 0, 0, 2), expand=False) for one in lines[head:])]
    return Group(*parts, *([Text(str(table.caption), overflow="fold")] if table.caption else []))


class ClosedOutput(io.TextIOBase):
    """Standard output that was closed before the program began (`>&-`): what is printed there cannot be written."""

    def writable(self) -> bool:
        """As of any output."""
        return True

    def write(self, _: str) -> int:
        """Refuses, as the system does.

        Raises:
            OSError: always.
        """
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def notice_closed_output() -> None:
    """Lets printing fail where standard output is closed, instead of ending well without a word.

    A program without a console on Windows has none either, and none is missed there.
    """
    if sys.stdout is None and os.name == "posix":
        while (taken := os.open(os.devnull, os.O_RDWR)) <= 2:  # no file of ours may get a number of these
            pass
        os.close(taken)
        sys.stdout = ClosedOutput()


def be_kind_to_narrow_encodings() -> None:
    """On a terminal that knows only some letters, others are shown by their number instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
