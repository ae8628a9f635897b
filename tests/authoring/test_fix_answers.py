"""Whatever message knows the one answer, `--fix` writes it; meaning and remarks stay, and the count is told."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.authoring.code_pages import pages
from game.authoring.fix import mend, repairs
from game.cli.app import app
from game.scenario.lint.linting import examine

BROKEN = Path(__file__).parents[1] / "scenario" / "broken"
FILES = {path.stem: path.read_text(encoding="utf-8", errors="replace") for path in sorted(BROKEN.glob("*.yaml"))} | {
    f"explain {one.code}": one.whole(one.wrong) for one in pages() if one.is_yaml
}
ASKS = re.compile(r"Did you mean '[^']+'\?")
JO = "followers:\n  jo:\n    name: Jo\n"
AL = "  al: {name: Al Os}"
HEAD = "scenario_format: 1\ntitle: T\nbusiness: {name: K, trade: coffee}\n"


MADE_BY_AUTHORS = re.compile(
    r"There is no (follower|content|event|answer|goal|lesson|archetype)|has no life|^No other event"
)
"""What an author calls by an id: one that is only near may be another one, so it is asked for and never written."""


def asking(path: Path) -> list[str]:
    found = [p for p in examine(path).problems if ASKS.search(p.hint)]
    return [
        p.message
        for p in found
        if not (p.code in {"unknown-id", "base-unknown", "event-single"} and MADE_BY_AUTHORS.search(p.message))
    ]


def errors(path: Path) -> int:
    return sum(p.is_error for p in examine(path).problems)


@pytest.mark.parametrize("name", FILES)
def test_an_answer_that_is_asked_for_is_written_and_the_file_is_no_worse(name: str, tmp_path: Path) -> None:
    """Whatever has one answer is mended, and no new error comes of it."""
    path = tmp_path / "x.yaml"
    path.write_text(FILES[name], encoding="utf-8")
    asked, before = asking(path), errors(path)
    offered = bool(repairs(examine(path).problems))

    done = mend(path)

    assert bool(done) == offered
    assert errors(path) <= before
    assert not asked or done
    assert asking(path) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("days: 14 days  # two weeks", "days: 14  # two weeks"),
        ("days: day 14", "days: 14"),
        ("days: 14th", "days: 14"),
        ("followers:\n  jo:\n    name: Jo\n    trust: 1,5", "followers:\n  jo:\n    name: Jo\n    trust: 1.5"),
        ("teaches: {one: Look.}\ngoals: {a: {title: A, need: {day: {from: 9, to: 4}}}}", None),
        (f"{JO}    loves: {{rain: 80%}}", f"{JO}    loves: {{rain: 80}}"),
        ("followers: {jo: {name: Jo, bio: Rain, always}}", 'followers: {jo: {name: Jo, bio: "Rain, always"}}'),
        (f"{JO}    ready: {{from:6, until:11}}", f"{JO}    ready: {{from: 6, until: 11}}"),
        (f"{JO}    ready: {{from: 11, until: 6}}", f"{JO}    ready: {{from: 6, until: 11}}"),
        (f"{JO}    knows: al\n{AL}", f"{JO}    knows: [al]\n{AL}"),
        (f"{JO}    knows: [Al Os]\n{AL}", f"{JO}    knows: [al]\n{AL}"),
        (f"{JO}    formats: [Photos, guides]", f"{JO}    formats: [photo, guide]"),
        (f"{JO}    pace: shy\u200b", f"{JO}    pace: shy"),
        (f"{JO}    pace： shy", f"{JO}    pace: shy"),
        (f"{JO}    bio: #always polite", f'{JO}    bio: "#always polite"'),
        (f"{JO}  crowd:\n    count: 3  # few", f"{JO}crowd:\n  count: 3  # few"),
        (f"{JO}    al:\n      name: Al\n      bio: Rain.", f"{JO}  al:\n    name: Al\n    bio: Rain."),
        (f"{JO}al:\n  name: Al\n  bio: Rain.", f"{JO}  al:\n    name: Al\n    bio: Rain."),
    ],
)  # fmt: skip
def test_each_kind_of_answer_is_written_in_place(before: str, after: str | None, tmp_path: Path) -> None:
    """The answer stands where the mistake stood, and one copy of before is kept."""
    path = tmp_path / "x.yaml"
    path.write_bytes((HEAD + before + "\n").encode())
    wanted = after or before.replace("from: 9, to: 4", "from: 4, to: 9")

    assert mend(path)
    assert path.read_bytes().decode() == HEAD + wanted + "\n"
    assert examine(path).ok
    assert (tmp_path / "x.yaml.bak").read_bytes().decode() == HEAD + before + "\n"
    assert not (tmp_path / "x.yaml.bak2").exists()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("days: 14 days\nsumary: Rain\n", "2 mended, nothing is left for you but 1 note"),
        ("days: 14 days\nlanguage: 12\n", "1 mended, 1 is yours"),
        ("days: many\nlanguage: 12\n", "nothing mended, 2 are yours"),
        ("days: 14\n", "nothing mended, nothing is left for you but 1 note"),
        ("days: 14\nsummary: Rain\ndebrief: [{title: A, text: B.}]\n", "nothing mended, nothing is left for you"),
    ],
)
def test_it_ends_with_a_count(text: str, count: str, tmp_path: Path) -> None:
    """The last line of `check --fix` says how many were mended and how many are left."""
    path = tmp_path / "x.yaml"
    path.write_text(HEAD + text, encoding="utf-8")

    told = CliRunner().invoke(app, ["check", "--fix", str(path)]).output

    assert told.rstrip().splitlines()[-1] == count


def test_a_fence_becomes_a_remark(tmp_path: Path) -> None:
    """The marks that a chat puts around YAML are made remarks, and the file is sound."""
    path = tmp_path / "x.yaml"
    path.write_text(f"```yaml\n{HEAD}```\n", encoding="utf-8")

    assert len(mend(path)) == 2
    assert path.read_text(encoding="utf-8") == f"# ```yaml\n{HEAD}# ```\n"
    assert examine(path).ok
