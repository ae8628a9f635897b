"""One slip of the hand is told once: not ten times, and not as something else."""

import re
from pathlib import Path

import pytest

from game.scenario import load_text
from game.scenario.problems.problems import Problem

VALID = Path(__file__).parents[1] / "valid"
LINES = (VALID / "complete.yaml").read_text(encoding="utf-8").split("\n")
WRITTEN = [number for number, line in enumerate(LINES) if line.strip() and not line.startswith("#")]


def with_line(number: int, line: str) -> tuple[Problem, ...]:
    return load_text("\n".join([*LINES[:number], line, *LINES[number + 1 :]]), folder=VALID).problems


@pytest.mark.slow
def test_a_text_that_breaks_yaml_is_told_on_its_own_line_wherever_it_stands() -> None:
    """A sign that YAML cannot read is told once, on the line where it is."""
    tried = 0
    for number in WRITTEN:
        line = LINES[number]
        for broken in (
            re.sub(r": ([A-Z])", r": @\1", line, count=1),
            re.sub(r": ([A-Z].*)", r": \1: more", line, count=1),
            re.sub(r"[\]}]$", "", line),
            re.sub(r'"$', "", line),
        ):
            if broken != line:
                found = with_line(number, broken)
                tried += 1

                assert [(p.line, p.code) for p in found] == [(number + 1, "yaml-syntax")], broken

    assert tried > 100


def test_a_misspelt_key_is_told_on_its_own_line_wherever_it_stands() -> None:
    """A key with a letter too many is told once, on the line where it is."""
    tried = 0
    for number in WRITTEN:
        found = re.match(r"(    +)([a-z_]{5,})(: .*)", LINES[number])
        if found:
            problems = with_line(number, f"{found[1]}{found[2][:-1]}x{found[3]}")
            tried += 1

            assert [p.line for p in problems] == [number + 1], LINES[number]

    assert tried > 60


@pytest.mark.parametrize(("shift", "first"), [(1, 0), (2, 1), (-1, 2)])
def test_nine_of_ten_lines_out_of_line_are_told_once(shift: int, first: int) -> None:
    """A line that is moved in or out makes one message at most, for nine lines of ten.

    Each way of moving takes every third line, and all three together take all lines.
    """
    counts = []
    for number in WRITTEN[first::3]:
        line = LINES[number]
        if shift > 0 or line.startswith(" "):
            found = with_line(number, " " * shift + line if shift > 0 else line[1:])
            counts.append(len(found))

    assert sum(count <= 1 for count in counts) / len(counts) > 0.9


def messages(text: str) -> list[tuple[int, int, str, str]]:
    head = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"
    return [(p.line - 3, p.column, p.message, p.hint) for p in load_text(head + text).problems]


def test_children_beside_their_parent() -> None:
    """Keys that stand beside the id they belong to are told at the id."""
    assert messages("followers:\n  mara:\n  name: Mara\n  bio: Hello.\n") == [
        (
            *(2, 3, "Nothing stands under 'mara': the lines below it start no further in."),
            "Move what belongs to it two spaces in.",
        )
    ]


def test_a_block_of_the_scenario_inside_another() -> None:
    """A block of the whole file that has slipped into another one is sent back to the left."""
    found = messages("teaches:\n  one: First.\n  followers:\n  mara:\n    name: Mara\n")

    assert [(line, column) for line, column, *_ in found] == [(3, 3)]
    assert "move it further to the left" in found[0][3]


def test_an_id_one_level_too_deep() -> None:
    """A follower that has slipped into another one is sent two spaces back."""
    found = messages("followers:\n  mara:\n    name: Mara\n    omar:\n    name: Omar\n")

    assert found == [
        (
            *(4, 5, "'omar' is not known in followers › mara."),
            "If it is one of the ids of followers, move it two spaces to the left.",
        )
    ]


def test_an_id_one_level_too_far_out() -> None:
    """A follower that stands beside the block of followers is sent two spaces in."""
    found = messages("followers:\n  mara:\n    name: Mara\nomar:\n  name: Omar\n")

    assert found == [
        (
            *(4, 1, "'omar' is not known in a scenario."),
            "If it is one of the ids of followers, move it two spaces in.",
        )
    ]


def test_the_first_line_of_a_block_too_far_in() -> None:
    """Where the first key of a follower is out of line, that line is told and not the many below it."""
    found = messages("followers:\n  mara:\n      name: Mara\n    bio: Hello.\n    pace: slow\n")

    assert [(line, column) for line, column, *_ in found] == [(3, 7)]


def test_a_forgotten_colon_behind_an_id() -> None:
    """An id without its colon is told as that."""
    found = messages("followers:\n  mara\n    name: Mara\n    bio: Hello.\n")

    assert [(line, column, hint) for line, column, _, hint in found] == [(2, 3, "Write a colon behind 'mara'.")]
