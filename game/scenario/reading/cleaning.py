"""What is taken out of a text before YAML reads it, and told: unseen characters, marks of git, fences of web pages.

Rule: the number of lines stays, so that every place told is a place in the author's file.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from game.scenario.problems.problems import Problem, place, problem
from game.scenario.problems.quoting import short
from game.scenario.problems.sources import Source

MOST_LOOKED_FOR = 60  # problems of a kind that are looked for
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_HIDDEN_END = re.compile("[\x85\u2028\u2029]")  # for YAML the end of a line; hardly an editor shows it
_TWO_LINES = re.compile(
    r"""[\x0b\x0c\x85\u2028\u2029]+\s*(?P<next>(?:- +)*["']?[A-Za-z_][\w-]*["']?:(?=\s|$)|- +(?=\S))"""
)
"""A character that ends a line for some programs, where what follows begins a line of its own: a key, or a dash."""
_OPEN_QUOTES = re.compile(r"""(?:^|[:\-\[{,]) *(?:"[^"]*|'[^']*)$""")  # where a text in quotes has begun
_OURS, _MIDDLE, _THEIRS = (re.compile(rf"{mark}{{7}}(?: .*)?") for mark in ("<", "[=|]", ">"))
_FENCE = re.compile(r"(```+|~~~+) *[\w-]* *")


def cleaned(source: Source) -> tuple[Source, list[Problem]]:
    """A text that YAML can be given, and what had to be taken out of it."""
    given = source
    source, found = _without_second_lines(source)
    found += [told for told in (*_unreadable(source), *_hidden_ends(source)) if told.excerpt == given.line(told.line)]
    text = _HIDDEN_END.sub(" ", _UNREADABLE.sub("_", source.text))
    lines = list(Source(source.name, text).lines)
    for blank, told in (_conflicts(source), _fences(source)):
        found += told
        for number in blank:
            lines[number - 1] = ""
    return Source(source.name, text if lines == list(Source("", text).lines) else "\n".join(lines)), found


def _without_second_lines(source: Source) -> tuple[Source, list[Problem]]:
    """A text without what stands behind an unseen end of a line and reads as a line of its own, and what to tell.

    Whether a text goes on there or a new line begins cannot be known: both are told, and none is written.
    """
    if not _TWO_LINES.search(source.text):
        return source, []
    lines, found = list(source.lines), list[Problem]()
    for number, line in enumerate(source.lines, 1):
        second = _TWO_LINES.search(line)
        if second is None or _OPEN_QUOTES.search(line[: second.start()]):
            continue
        lines[number - 1] = line[: second.start()]
        if len(found) < MOST_LOOKED_FOR:
            begins = short(second["next"].strip(), 40)
            unseen = f"An invisible character (U+{ord(second.group()[0]):04X})"
            message = f"{unseen} stands in this line, and “{begins}” behind it can begin a line."
            hint = (
                f"It can be read in two ways. If “{begins}” begins a line, delete the character and press Enter there; "
                "if the text goes on, type a space in its place and put the whole text in quotes."
            )
            found.append(problem("yaml-character", source, number, second.start() + 1, message, hint=hint))
    return Source(source.name, "\n".join(lines)), found


def _unreadable(source: Source) -> Iterator[Problem]:
    """Characters that YAML cannot take, wherever they stand."""
    for number, column, char in _places(source, _UNREADABLE):
        message = f"A character that cannot be shown (U+{ord(char):04X}) stands here."
        yield problem("yaml-character", source, number, column, message, hint="Delete it.")


def _hidden_ends(source: Source) -> Iterator[Problem]:
    """Characters that end a line for YAML and, for the author, do not."""
    for number, column, char in _places(source, _HIDDEN_END):
        message = f"An invisible character (U+{ord(char):04X}) stands in this line; it is read as a space."
        repair = _HIDDEN_END.sub(" ", source.line(number))
        hint = "Type a plain space in its place."
        yield problem("yaml-line-end", source, number, column, message, hint=hint, repair=repair)


def _places(source: Source, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    if not pattern.search(source.text):
        return
    count = 0
    for number, line in enumerate(source.lines, 1):
        for match in pattern.finditer(line):
            yield number, match.start() + 1, match.group()
            count += 1
            if count > MOST_LOOKED_FOR:
                return


def _conflicts(source: Source) -> tuple[list[int], list[Problem]]:
    """Lines of git's marks and of the second version between them, and what to tell."""
    blank: list[int] = []
    found: list[Problem] = []
    start = middle = 0  # where the conflict began, and its second version
    for number, line in enumerate(source.lines, 1):
        if _OURS.fullmatch(line):
            start, middle = number, 0
            blank.append(number)
        elif start and _MIDDLE.fullmatch(line):
            middle = middle or number
        elif _THEIRS.fullmatch(line) and len(found) <= MOST_LOOKED_FOR:
            found.append(_conflict(source, start, number))
            blank += range(middle or number, number + 1)
            start = 0
    if start:  # no end: only the marks themselves are certain
        found.append(_conflict(source, start, 0))
        blank += [middle] if middle else []
    return blank, found


def _conflict(source: Source, start: int, end: int) -> Problem:
    line = start or end
    width = len(source.line(line))
    if start and end:
        message = "Two versions of these lines stand here, as git left them when it could not merge them."
        hint = "Keep the lines of one version, and delete the others and the lines with <<<<<<<, ======= and >>>>>>>."
        also = place(source, end, 1, len(source.line(end)), "the second version ends here")
        return problem("yaml-conflict", source, line, 1, message, width=width, hint=hint, also=also)
    message = "This line is a mark that git left when it could not merge two versions."
    return problem("yaml-conflict", source, line, 1, message, width=width, hint="Delete it, with what belongs to it.")


def _fences(source: Source) -> tuple[list[int], list[Problem]]:
    """The lines of ``` around a text that was copied from a web page or a chat, and what to tell."""
    written = [(number, line) for number, line in enumerate(source.lines, 1) if line.strip()]
    if not written or not _FENCE.fullmatch(written[0][1].rstrip()):
        return [], []
    first, mark = written[0][0], written[0][1].strip()[:3]
    last = next((number for number, line in written[1:] if line.strip() == mark), 0)
    message = f"The text stands between two lines of {mark}, as it does on web pages and in chats."
    hint = f"Delete this line{f', and line {last}' if last else ''}. A # in front of it does as well."
    lines = [first, *([last] if last else [])]
    told, *others = [
        problem("yaml-fence", source, number, 1, message, width=len(source.line(number)), hint=hint,
                repair=f"# {source.line(number)}")
        for number in lines
    ]  # fmt: skip
    return lines, [replace(told, hidden=tuple(others))]
