"""Every mistake in its own file under broken/: where it is reported, under which code, and in which words.

The first lines of a file say what is expected. `expect` is line:column and code; `says` and `hint` are parts of the
message and the hint.
"""

import re
from pathlib import Path

import pytest
import yaml

from game.scenario import Problem, load, load_text
from game.scenario.format.walk import known_keys
from game.scenario.problems.codes import CODES, READING
from game.scenario.problems.sources import Source
from game.scenario.reading.reader import read

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
FORBIDDEN = re.compile(
    r"\b([Mm]apping|[Ss]calar|[Tt]oken|[Nn]ode|[Nn]ull|[Dd]ict|[Dd]ictionary|[Ss]chema|pydantic|None|tuple|str|int)\b"
)


def expectation(path: Path) -> tuple[int, int, str, str, str]:
    text = path.read_text(encoding="utf-8")
    place = re.search(r"^# expect: (\d+):(\d+) ([a-z-]+)$", text, re.MULTILINE)
    says = re.search(r"^# says: (.*)$", text, re.MULTILINE)
    hint = re.search(r"^# hint: (.*)$", text, re.MULTILINE)
    assert place, f"{path.name} does not say where"
    assert says, f"{path.name} does not say in which words"
    return int(place[1]), int(place[2]), place[3], says[1], hint[1] if hint else ""


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_one_mistake_is_told_once_at_its_place_in_plain_words(path: Path) -> None:
    """A file with one mistake has one message, at the place and in the words that the file expects."""
    line, column, code, says, hint = expectation(path)

    problems = load(path).problems

    assert [(p.line, p.column, p.code) for p in problems] == [(line, column, code)]
    assert says in problems[0].message
    assert hint in problems[0].hint


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_an_error_keeps_a_file_from_being_played_and_a_warning_does_not(path: Path) -> None:
    """What is called an error cannot be played, and nothing else is called one."""
    code = expectation(path)[2]

    assert load(path).ok == (CODES[code].severity != "error")


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_no_word_of_the_machine_reaches_the_author(path: Path) -> None:
    """Messages and hints use no word of YAML's or Python's inside."""
    for problem in load(path).problems:
        assert not FORBIDDEN.search(problem.message), problem.message
        assert not FORBIDDEN.search(problem.hint), problem.hint


def places(problems: tuple[Problem, ...]) -> list[tuple[int, int, str]]:
    return [(p.line, p.column, p.code) for p in problems]


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_both_of_the_parsers_loaders_find_the_same(path: Path) -> None:
    """Where YAML's fast reader is missing, the slow one finds the same mistakes at the same places."""
    source = Source(path.name, path.read_text(encoding="utf-8"))
    fast = read(source, known_keys())
    slow = read(source, known_keys(), loader=yaml.SafeLoader)

    assert places(fast.problems) == places(slow.problems)
    assert fast.torn == slow.torn


def test_a_shown_repair_really_repairs() -> None:
    """The repaired line, put in place of the broken one, leaves nothing to report."""
    repaired = 0
    for path in BROKEN:
        problem = load(path).problems[0]
        if problem.repair:
            lines = path.read_text(encoding="utf-8").split("\n")
            for one in (problem, *problem.hidden):
                lines[one.line - 1] = one.repair
            repaired += 1

            assert load_text("\n".join(lines)).problems == (), path.name

    assert repaired > 25


def test_every_error_and_warning_has_a_broken_file_here_or_needs_more_than_one_file() -> None:
    """No code of reading is without a file that shows it."""
    shown = {expectation(path)[2] for path in BROKEN}
    elsewhere = {
        *("file-missing", "file-empty", "file-encoding", "file-kind", "file-too-big", "file-too-deep", "file-too-many"),
        *("file-outside", "file-unknown", "picture-too-big", "more-problems"),
    }

    assert set(READING) - shown - elsewhere == set()
