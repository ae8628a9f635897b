"""Problems as text: one line an editor can read, the line of the file with a caret, and one thing to do."""

import re
import unicodedata
from collections.abc import Iterable
from textwrap import wrap

from game.scenario.problems.problems import Problem

WIDEST = 110  # characters of an excerpt
_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def render(problem: Problem, width: int = 0) -> str:
    """A problem as several lines, the first of them `file:line:column: error: message  [code]`.

    Args:
        problem: any.
        width: columns within which the hint is wrapped; 0: it stays one line, as the first does, for editors.
    """
    p = problem
    lines = [f"{safe(p.file)}:{p.line}:{p.column}: {p.severity}: {safe(p.message)}  [{p.code}]"]
    lines += _excerpt(p.line, p.column, p.width, p.excerpt)
    if p.also:
        where = f", line {p.also.line}" if p.also.file == p.file else f", {safe(p.also.file)} line {p.also.line}"
        lines.append(f"    {safe(p.also.words)}{where}:")
        lines += _excerpt(p.also.line, p.also.column, p.also.width, p.also.excerpt)
    if p.hint:
        lines += _hint(safe(p.hint), width)
    if p.repair.strip() and p.repair.strip() != p.excerpt.strip():
        lines.append(f"          {_cut(safe(p.repair.strip()))}")
    if p.more:
        lines.append(f"    … and {p.more} more like this")
    return "\n".join(lines)


def report(problems: Iterable[Problem], name: str, width: int = 0) -> str:
    """All problems, and how many there are.

    Args:
        problems: in the order to be shown.
        name: what was checked.
        width: columns within which hints are wrapped; 0: each stays one line.
    """
    shown = list(problems)
    return "\n\n".join([*(render(p, width) for p in shown), summary(shown, name)])


def summary(problems: Iterable[Problem], name: str) -> str:
    """One line: how many errors and warnings; or that all is good, but for how many notes."""
    shown = list(problems)
    errors = sum(1 + p.more for p in shown if p.severity == "error")
    warnings = sum(1 + p.more for p in shown if p.severity == "warning")
    if not errors and not warnings:
        notes = sum(1 + p.more for p in shown)
        but = f" but for {_count(notes, 'note')}" if notes else ""
        return f"{safe(name)}: all good{but}"
    return f"{safe(name)}: {_count(errors, 'error')}, {_count(warnings, 'warning')}"


def safe(text: str) -> str:
    r"""A text without characters that a terminal would obey or that turn text round.

    >>> print(safe("pace: " + chr(27) + "[31mred"))
    pace: \x1b[31mred
    """
    return _SHOWN.sub(lambda m: _escaped(m.group()), text)


def _hint(text: str, width: int) -> list[str]:
    """A hint below its problem, between whole words; further lines begin below its first word."""
    head = "    hint: "
    if not width:
        return [head + text]
    margin = " " * min(len(head), width // 3)
    return wrap(text, width, initial_indent=head, subsequent_indent=margin, break_long_words=False,
                break_on_hyphens=False)  # fmt: skip


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _excerpt(number: int, column: int, width: int, line: str) -> list[str]:
    """A line of the file and the caret under it; of a long line, the part around the caret."""
    if not line.strip():
        return []
    start = max(0, column - 1 - WIDEST // 2) if len(line) > WIDEST else 0
    part = line[start : start + WIDEST].rstrip()
    lead = "…" if start else ""
    tail = "…" if start + WIDEST < len(line.rstrip()) else ""
    before = lead + _in_excerpt(line[start : column - 1])
    marked = _in_excerpt(line[column - 1 : min(column - 1 + width, start + len(part))])
    caret = " " * _cells(before) + "^" * max(1, _cells(marked))
    return [f"{number:>6} | {lead}{_in_excerpt(part)}{tail}", f"       | {caret}"]


def _in_excerpt(text: str) -> str:
    return safe(text.replace("\t", "→"))


def _cells(text: str) -> int:
    """Columns a text takes in a terminal: wide characters two, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
