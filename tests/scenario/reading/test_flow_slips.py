"""Slips within braces and brackets are told in their own style, and no block in braces ever becomes a text."""

import random
import re

import pytest

from game.authoring.fix import mend
from game.resources import SCENARIOS
from game.scenario import load_text
from game.scenario.problems.problems import Problem
from game.scenario.reading.tree import plain

HEAD = "scenario_format: 1\ntitle: A\nbusiness: {name: B, trade: florist}\nfollowers:\n"
MENDED = {
    "a comma behind a block": (
        "a: {name: A B, loves: {x: 3, y: 4} formats: [photo]}", "before 'formats'",
        "a: {name: A B, loves: {x: 3, y: 4}, formats: [photo]}"),
    "a comma behind a text in quotes": (
        'a: {name: "A B" bio: "Hello"}', "before 'bio'", 'a: {name: "A B", bio: "Hello"}'),
    "a comma behind a number": (
        "a: {name: A B, loves: {x: 3 y: 4}}", "before 'y'", "a: {name: A B, loves: {x: 3, y: 4}}"),
    "two commas": (
        'a: {name: "A B" bio: "Hello" pace: slow}', "before 'pace'", 'a: {name: "A B", bio: "Hello", pace: slow}'),
    "double quotes within double ones": (
        'a: {name: "Anna", bio: "She said "hello" to me"}', "Quotes within quotes",
        "a: {name: \"Anna\", bio: 'She said \"hello\" to me'}"),
    "an apostrophe within single quotes": ("a: {name: 'Anna's shop'}", '"Anna\'s shop"', 'a: {name: "Anna\'s shop"}'),
    "a backslash in quotes": (r'a: {name: "\ud800"}', "written twice", r'a: {name: "\\ud800"}'),
    "a word in braces": (
        "a: {name: A B, bio: I thought of {business} today, pace: slow}", "{business}",
        'a: {name: A B, bio: "I thought of {business} today", pace: slow}'),
    "a word in braces at the beginning": (
        "a: {bio: {business} is near, and it's mine, name: A B}", "{business}",
        'a: {bio: "{business} is near, and it\'s mine", name: A B}'),
    "a word in braces at the end": (
        "a: {name: A B, bio: I thought of {business}}", "{business}", 'a: {name: A B, bio: "I thought of {business}"}'),
    "two words in braces": (
        "a: {name: A B, notes: x, knows: [], formats: [photo], bio: From {corner} to {business}}", "{corner}",
        'a: {name: A B, notes: x, knows: [], formats: [photo], bio: "From {corner} to {business}"}'),
    "a dash": ("a: {name: Anna, formats: - photo}", "[photo]", "a: {name: Anna, formats: [photo]}"),
}  # fmt: skip


def told_of(text: str) -> list[Problem]:
    return [problem for problem in load_text(text).problems if problem.is_error]


@pytest.mark.parametrize(("written", "hint", "mended"), MENDED.values(), ids=MENDED.keys())
def test_a_slip_in_braces_is_told_with_the_mended_line(written, hint, mended):
    """The comma, the quotes or the brackets that are missing."""
    (told,) = told_of(f"{HEAD}  {written}\n")

    assert hint in told.hint
    assert told.repair == f"  {mended}"


def test_a_text_before_a_key_of_the_game_is_told_in_both_readings():
    """Whether a comma or quotes are missing only the author can say."""
    (told,) = told_of(f"{HEAD}  a: {{name: Bee bio: Hello}}\n")

    assert "{name: Bee, bio: Hello}" in told.hint
    assert '{name: "Bee bio: Hello"}' in told.hint
    assert not told.repair


def test_a_line_within_braces_that_lacks_its_comma_is_named():
    """The line before the one at which reading stops."""
    (told,) = told_of(f"{HEAD}  a: {{name: Anna,\n      loves: {{x: 3}}\n      formats: [photo]}}\n")

    assert (told.line, told.hint) == (6, "A comma is missing at the end of this line, before “formats: [photo]}”.")


EVENT = (
    "  a: {name: Anna}\ntimeline:\n  boss:\n    title: B\n    day: 3\n    text: Hm.\n    change: {hours_per_day: 1}\n"
)
IN_STYLE = {
    "a key below a block in braces": (
        f"{EVENT}    unlock: []\n", "inside the braces: change: {hours_per_day: 1, unlock: []}"),
    "such a key further in": (
        f"{EVENT}      unlock: [x]\n", "inside the braces: change: {hours_per_day: 1, unlock: [x]}"),
    "a text for a list": ("  a: {name: Anna}\nlines: {thanks: Hello}\n", "Put it in brackets: [Hello]"),
    "a block for a list": (
        "  a: {name: Anna}\ntalks: {s: {fact: x, turns: {you: [Hi], warm: [Yes]}}}\n",
        "Put it in brackets: turns: [{you: [Hi], warm: [Yes]}]"),
    "brackets for braces": ("  a: {name: Anna}\ngoals:\n  g: {title: X, need: [5]}\n", "in braces, not in brackets"),
}  # fmt: skip


@pytest.mark.parametrize(("written", "hint"), IN_STYLE.values(), ids=IN_STYLE.keys())
def test_what_stands_in_braces_is_told_in_braces(written, hint):
    """No word of dashes, of lines, or of how far in they start."""
    told = told_of(f"{HEAD}{written}")

    assert [hint in problem.hint for problem in told].count(True) == 1
    assert not any(re.search(r"\bdash|spaces in|two spaces|further", problem.hint) for problem in told)


BLOCKS = [
    (path, number)
    for path in sorted(SCENARIOS.glob("*.yaml"))
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"))
    if re.search(r"[\w\"'}\]], [a-z_]+: ", line) and line.rstrip().endswith("}") and "{" in line
]


@pytest.mark.parametrize("seed", range(40))
def test_a_comma_left_out_in_a_shipped_scenario_is_mended_as_it_was_or_not_at_all(seed, tmp_path):
    """No whole block in braces is offered as a text in quotes, and no hint speaks of dashes."""
    path, number = random.Random(seed).choice(BLOCKS)
    lines = path.read_text(encoding="utf-8").split("\n")
    meant = plain(load_text("\n".join(lines)).root)
    lines[number] = re.sub(r"(?<=[\w\"'}\]]), (?=[a-z_]+: )", " ", lines[number], count=1)
    text, copy = "\n".join(lines), tmp_path / "x.yaml"
    copy.write_text(text, encoding="utf-8")
    hints = " ".join(problem.hint for problem in told_of(text) if problem.line == number + 1)
    done = mend(copy)

    assert "starts with {" not in hints
    assert not re.search(r"\bdash|spaces in", hints)
    assert not done or plain(load_text(copy.read_text(encoding="utf-8")).root) == meant
