"""Mistakes that lie in how several lines stand to each other: nothing that mending one line would show or cure."""

import re

from game.scenario.problems.problems import Problem, problem
from game.scenario.problems.sources import Source
from game.scenario.reading.written_slips.flow_slips import LOOKED_BACK

_HEAD = re.compile(r"^ *(?:- +)?([a-z_][a-z0-9_]*): *[|>][-+]? *$")
_TEXT = re.compile(r"^ *(?:- +)?([a-z_][a-z0-9_]*): +[^\s\"'\[{|>#&*!%@`].*$")
_KEY = re.compile(r"^ *(?:- +)*[\w\"' ]{1,40}[:=：;]|^ *[-•–·*]")
MOST_WORDS_OF_A_KEY = 2


def layout_slip(source: Source, line: int, known: frozenset[str]) -> Problem | None:
    """What is wrong with how the lines above a place stand, if it is one of the known mistakes.

    Args:
        source: the text.
        line: where reading stopped, 1..
        known: the keys that scenarios have.
    """
    if forgotten := _forgotten_dash(source, min(line, len(source.lines)), known):
        return forgotten
    for number in range(min(line, len(source.lines)), max(0, line - LOOKED_BACK), -1):
        above = _written(source, number - 1)
        text, before = source.line(number), source.line(above) if above else ""
        if not text.strip() or not above or _KEY.match(text):
            continue
        own, its = _depth(text), _depth(before)
        head = _HEAD.match(before)
        if head and own <= its:
            message = f"The text of '{head[1]}' stands no further in than '{head[1]}' itself."
            hint = f"Start each of its lines {its + 2} spaces in."
            return problem("yaml-indent", source, number, own + 1, message, hint=hint, width=len(text.strip()))
        head = _TEXT.match(before)
        words = text.split()
        if head and own == its and len(words) > MOST_WORDS_OF_A_KEY and words[0].lower() not in known:
            message = f"This line has no key; the text of '{head[1]}' seems to go on here."
            hint = f"Start this line {own + 2} spaces in, or write all of the text on one line, in quotes."
            return problem("yaml-indent", source, number, own + 1, message, hint=hint, width=len(text.strip()))
    return _dashes(source, line)


def _forgotten_dash(source: Source, line: int, known: frozenset[str]) -> Problem | None:
    """The first entry of a list without its dash, where the second one has it."""
    own = _depth(source.line(line))
    if not source.line(line).lstrip().startswith("- "):
        return None
    first = 0
    for number in range(line - 1, 0, -1):
        text = source.line(number)
        if not text.strip():
            continue
        if _depth(text) < own:
            list_head = re.match(r"^ *(?:- +)?([a-z_][a-z0-9_]*): *$", text)
            key = re.match(r"^ +([a-z_][a-z0-9_]*): +\S", source.line(first)) if first else None
            if not list_head or not key or key[1] not in known:
                return None
            message = f"The first entry under '{list_head[1]}' has no dash, but the next one has."
            hint = f"Start it as in line {line}, and what belongs to it two spaces further in: - {key[1]}: …"
            column = _depth(source.line(first)) + 1
            return problem("yaml-indent", source, first, column, message, hint=hint, width=len(key[1]))
        if text.lstrip().startswith("- "):
            return None
        first = number
    return None


def _dashes(source: Source, line: int) -> Problem | None:
    """Entries with a dash and entries with an id under the same key."""
    text = source.line(line)
    own = _depth(text)
    if not re.match(r"^ +[a-z_][a-z0-9_]*: *$", text):
        return None
    for number in range(line - 1, 0, -1):
        above = source.line(number)
        if not above.strip() or _depth(above) > own:
            continue
        if _depth(above) < own or not above.lstrip().startswith("- "):
            return None
        first = number
        while first > 1 and (not source.line(first - 1).strip() or _depth(source.line(first - 1)) >= own):
            first -= 1
        key = source.line(first - 1).strip().rstrip(":")
        message = f"{key} should be a block of entries, not a list."
        hint = f"Write an id and a colon in place of the dash, as in line {line}, and what belongs to it further in."
        return problem("wrong-type", source, number, own + 1, message, hint=hint)
    return None


def _written(source: Source, number: int) -> int:
    while number > 0 and not source.line(number).strip():
        number -= 1
    return max(number, 0)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
