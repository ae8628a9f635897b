"""Problems as values: where, how grave, what, and what to do. Printing them is someone else's work."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.scenario.problems.codes import CODES
from game.scenario.problems.kept_words import loses_words
from game.scenario.problems.sources import Refusal, Source

PER_CODE = 3  # of those kinds that tend to come in dozens
CAPPED = frozenset(
    {
        "yaml-anchor",
        "yaml-tag",
        "yaml-merge",
        "yaml-key",
        "yaml-character",
        "yaml-line-end",
        "yaml-tab",
        "yaml-documents",
        "text-invisible",
    }
)
IN_ALL = 20  # problems that are shown
GRAVITY = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class Place:
    """A second place a problem speaks of."""

    file: str
    line: int  # 1..
    column: int  # 1..
    width: int  # characters
    excerpt: str  # the line
    words: str  # "first written here"


@dataclass(frozen=True)
class Problem:
    """Something to mend in a scenario file."""

    file: str
    line: int  # 1..
    column: int  # 1..
    severity: str  # error, warning, note
    code: str  # one of codes.CODES
    message: str
    hint: str = ""  # one thing to do
    repair: str = ""  # the line as it should be
    excerpt: str = ""  # the line as it is
    width: int = 1  # characters the caret marks
    also: Place | None = None
    more: int = 0  # further problems of this kind that are not shown
    hidden: tuple["Problem", ...] = ()  # those of them that can be mended

    @property
    def is_error(self) -> bool:
        """Whether it keeps the scenario from being played."""
        return self.severity == "error"


def problem(
    code: str,
    source: Source,
    line: int,
    column: int,
    message: str,
    *,
    width: int = 1,
    hint: str = "",
    repair: str = "",
    also: Place | None = None,
) -> Problem:
    """A problem at a place of a source; the place stays inside the text; a repair that loses words is left out."""
    line = min(max(line, 1), len(source.lines))
    excerpt = source.line(line)
    column = min(max(column, 1), len(excerpt) + 1)
    width = max(1, min(width, len(excerpt) - column + 1))
    severity = CODES[code].severity
    repair = "" if loses_words(excerpt, repair) else repair
    return Problem(
        file=source.name, line=line, column=column, severity=severity, code=code, message=message, hint=hint,
        repair=repair, excerpt=excerpt, width=width, also=also,
    )  # fmt: skip


def refused(refusal: Refusal, source: Source) -> Problem:
    """The problem of a file that could not be read."""
    return problem(refusal.code, source, refusal.line, refusal.column, refusal.message, hint=refusal.hint)


def place(source: Source, line: int, column: int, width: int, words: str) -> Place:
    """A second place of a problem, with the line that stands there."""
    return Place(source.name, line, column, width, source.line(line), words)


def in_order(problems: Iterable[Problem], files: Iterable[str] = ()) -> tuple[Problem, ...]:
    """By file, then by line, column and gravity; the same problem once.

    Args:
        problems: in any order.
        files: names of files, in the order wanted; others follow as they are met.
    """
    unique = list(dict.fromkeys(problems))
    files = list(dict.fromkeys((*files, *(p.file for p in unique))))
    return tuple(sorted(unique, key=lambda p: (files.index(p.file), p.line, p.column, GRAVITY[p.severity], p.code)))


def three_of_a_kind(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """At most three of each kind that tends to come in dozens; the third says how many more there are."""
    ordered = in_order(problems)
    total = Counter(p.code for p in ordered)
    seen: Counter[str] = Counter()
    last: dict[str, int] = {}
    hidden: dict[str, list[Problem]] = {}
    kept = []
    for p in ordered:
        seen[p.code] += 1
        if p.code not in CAPPED or seen[p.code] < PER_CODE:
            kept.append(p)
        elif seen[p.code] == PER_CODE:
            last[p.code], hidden[p.code] = len(kept), []
            kept.append(replace(p, more=total[p.code] - PER_CODE))
        elif p.repair:
            hidden[p.code].append(p)
    for code, number in last.items():
        kept[number] = replace(kept[number], hidden=tuple(hidden[code]))
    return tuple(kept)


def twenty_in_all(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """At most twenty problems, errors before warnings; a last note says how many more there are."""
    ordered = in_order(problems)
    if len(ordered) <= IN_ALL:
        return ordered
    gravest = sorted(ordered, key=lambda p: GRAVITY[p.severity])[:IN_ALL]
    kept = in_order(gravest, (p.file for p in ordered))
    last = kept[-1]
    hidden = len(ordered) - len(kept)
    return (
        *kept,
        replace(
            last,
            severity="note",
            code="more-problems",
            message=f"There {'is 1 more problem' if hidden == 1 else f'are {hidden} more problems'}.",
            hint="Mend these first, then check again.",
            repair="",
            also=None,
            more=0,
        ),
    )
