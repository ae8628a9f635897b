"""What a text of a file may not hold: characters that cannot be shown, turn it round, or only look like spaces."""

import re
from collections.abc import Iterator

from game.scenario.problems.problems import Problem
from game.scenario.reading.tree import Node

MAX_TEXT = 4_000  # characters
MAX_ANSWER = 120  # characters of what somebody types to begin a scenario, such as its name

_NON_CHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_CONTROL = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NON_CHARACTERS}]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ODD_SPACE = re.compile("[\u00a0\u00ad\u1680\u2000-\u200c\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]")
_CUT = re.compile(r"\s*(#[^\s#!].*)")


def cut_off(rest: str) -> str:
    """What a # takes away from a text, given the rest of its line; a remark behind a space is meant as one.

    >>> cut_off(" #coffee #slow")
    '#coffee #slow'
    >>> cut_off(" # a remark")
    ''
    """
    found = _CUT.match(rest) if "#" in rest else None
    return found.group(1).rstrip() if found else ""


def value_problems(node: Node) -> Iterator[Problem]:
    """What is wrong with a text that stands behind a colon or a dash."""
    if len(node.value) > MAX_TEXT:
        message = f"This text has {len(node.value):,} characters; at most {MAX_TEXT:,} are read."
        yield node.problem("text-too-long", message, hint="Shorten it, or split it.")
    if node.plain and node.value.startswith("-") and (found := _ODD_SPACE.match(node.value, 1)):
        message = f"An invisible character ({_name(found.group())}) stands where a space is wanted."
        yield node.problem("yaml-character", message, hint="Delete it and type a plain space behind the dash.")
    yield from character_problems(node)


def character_problems(node: Node) -> Iterator[Problem]:
    """Characters that no text may hold."""
    if node.value.isprintable():  # most are: this saves three searches
        return
    if found := _CONTROL.search(node.value):
        char = found.group()
        what = "A tab" if char == "\t" else f"A character that cannot be shown ({_name(char)})"
        yield node.problem("yaml-character", f"{what} stands in this text.", hint="Delete it, or type a space.")
    if found := _TURNING.search(node.value):
        message = f"An invisible character ({_name(found.group())}) turns this text round."
        yield node.problem("text-invisible", message, hint="Delete the text and type it anew.")


def odd_space_in_key(node: Node) -> Problem | None:
    """A key with a character in it that only looks like a space."""
    found = None if node.value.isprintable() else _ODD_SPACE.search(node.value)
    if found is None:
        return None
    message = f"An invisible character ({_name(found.group())}) stands before the colon."
    hint = "Delete the line and type it anew, with plain spaces in front."
    return node.problem("yaml-character", message, hint=hint)


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"
