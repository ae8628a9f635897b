"""Quotes that are opened on a line and closed nowhere: they swallow what follows, and spoil what is told of it.

Rule: they are closed, in memory, only where the next line begins a key or an entry of a list, and only for a text that
cannot be read otherwise.
"""

import re

from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.sources import Source
from game.scenario.reading.written_slips.value_slips import NEVER_CLOSED, SYNTAX

_OPENED = re.compile(r"""^[ \t]*(?:-[ ]+)*(?:[A-Za-z_]\w*[ ]*:[ \t]+)?(?P<text>"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
_BEGINS = re.compile(r"^[ \t]*(?:-[ ]+\S|(?:-[ ]+)*[A-Za-z_]\w*[ ]*:(?:[ \t]|$))")


def quotes_closed(source: Source) -> tuple[Source, list[Problem]] | None:
    """The text with such quotes closed at the end of their lines, and each of them told; None where there are none.

    Args:
        source: the text.
    """
    lines, found = list(source.lines), list[Problem]()
    for number, line in enumerate(source.lines, 1):
        opened = _OPENED.match(line.rstrip())
        if opened is None or not _BEGINS.match(_next(source, number)):
            continue
        mark = opened["text"][0]
        lines[number - 1] = f"{line.rstrip()}{mark}"
        found.append(
            problem(
                "yaml-syntax", source, number, opened.start("text") + 1, SYNTAX, hint=NEVER_CLOSED,
                repair=lines[number - 1],
            )
        )  # fmt: skip
    return (Source(source.name, "\n".join(lines)), found) if found else None


def _next(source: Source, number: int) -> str:
    """The next line below that holds anything."""
    return next((line for line in source.lines[number:] if line.strip() and not line.lstrip().startswith("#")), "")
