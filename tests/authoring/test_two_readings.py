"""A line that is out of line: what is proposed is what was meant, and of two readings one is."""

import re
from functools import cache
from pathlib import Path

import pytest

from game.authoring.fix import repaired, repairs
from game.resources import ASSETS
from game.scenario import load_text
from game.scenario.problems.problems import Problem

VALID = Path(__file__).parents[1] / "scenario" / "valid"
TEXTS = {
    "lives": (VALID / "lives.yaml").read_text(encoding="utf-8"),
    "bakery": (ASSETS / "starters" / "bakery.yaml").read_text(encoding="utf-8"),
}
DEPTHS = re.compile(r"start it (\d+) spaces in")

OWNERS = re.compile(r"belongs to (?:the entry that begins with )?'([^']*)'")


@cache
def told(text: str) -> tuple[Problem, ...]:
    """What is said of a text; both tests ask it of the same ones."""
    return load_text(text).problems


def moved(name: str, by: int) -> list[tuple[int, int, str]]:
    """The text with each of its lines in turn further in or out: number and depth of the line, and the text."""
    lines = TEXTS[name].split("\n")
    found = []
    for number, line in enumerate(lines):
        rest = line.lstrip(" ")
        depth = len(line) - len(rest)
        if rest and not rest.startswith("#") and depth + by >= 0:
            changed = [*lines[:number], " " * (depth + by) + rest, *lines[number + 1 :]]
            found.append((number + 1, depth, "\n".join(changed)))
    return found


@pytest.mark.parametrize("by", [-3, -1, 1, 3])
@pytest.mark.parametrize("name", TEXTS)
def test_of_two_readings_that_are_told_one_is_what_was_meant(name: str, by: int) -> None:
    """No list inside a sentence, no id for a key: the depth at which the line stood is among those that are told."""
    odd = []
    for number, depth, text in moved(name, by):
        for problem in told(text):
            depths = [int(found) for found in DEPTHS.findall(problem.hint)]
            named = all(re.fullmatch("[a-z_]+", name) for name in OWNERS.findall(problem.hint))
            if depths and (not named or (problem.line == number and depth not in depths)):
                odd.append((number, problem.hint))

    assert odd == []


@pytest.mark.parametrize("by", [-3, -1, 1, 3])
@pytest.mark.parametrize("name", TEXTS)
def test_a_line_that_is_moved_back_makes_the_scenario_that_was_meant(name: str, by: int) -> None:
    """Where the repair of one line makes a file that can be read without a word, it is the file as it was."""
    meant = load_text(TEXTS[name]).written
    other = []
    for number, _, text in moved(name, by):
        problems = told(text)
        mended = load_text(repaired(text, repairs(problems))[0]) if problems else None
        if mended is not None and not mended.problems and mended.written != meant:
            other.append((number, [p.message for p in problems]))

    assert other == []


def test_an_entry_with_a_dash_is_named_as_an_entry() -> None:
    """What stands beside a key behind a dash belongs to that entry, and not to the key."""
    text = TEXTS["bakery"] + "lines:\n  thanks:\n    - text: A loaf!\n   by: [edwin]\n"
    hints = [p.hint for p in load_text(text).problems]

    assert not any("belongs to 'text'" in hint for hint in hints)
