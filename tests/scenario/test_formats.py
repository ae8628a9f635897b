"""What was written for any format loads for ever; what is older than the game's is read as the new one, and said once.

There is one format so far, so a made-up format 0, in which `pace` was called `speed`, stands for an old one.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.authoring.fix import repairs
from game.bots.registry import bots
from game.lab.playing.through_session import play_session
from game.scenario import load
from game.scenario.checks import migrate as steps_of
from game.scenario.checks.migrate import Retired, Step, renamed
from game.scenario.format.schema import FORMAT
from game.session.playthrough import begun
from game.session.runs.resuming import compiled_of, resume
from game.session.runs.runs import start
from game.session.session import Session

FORMATS = Path(__file__).parent / "formats"
GOLDEN = sorted(p for p in FORMATS.glob("*/*") if p.suffix == ".yaml" or (p / "scenario.yaml").is_file())
OLD = """scenario_format: 0
title: The Old Boat
business: {name: A, trade: b}
followers:
  mara: {name: Mara Lind, speed: shy, loves: {tea: 80}}
  omar: {name: Omar Haddad}
"""
FROM_ZERO = (Step(0, renamed([Retired(("followers", "*"), "speed", "pace", 1)], 1)),)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(steps_of, "STEPS", FROM_ZERO)
    path = tmp_path / "boat.yaml"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_every_format_has_its_scenarios() -> None:
    assert {p.parent.name for p in GOLDEN} == {str(n) for n in range(1, FORMAT + 1)}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_it_loads_and_plays(path: Path) -> None:
    """No error, the number of its folder, and a whole game."""
    loaded = load(path)

    assert [p for p in loaded.problems if p.is_error] == []
    assert (loaded.notice == "") == (path.parent.name == str(FORMAT))
    game = Session(begun(compiled_of(loaded), 3))
    play_session(game, bots()["patient"], 99)
    assert game.finished


def test_an_older_format_is_read_as_the_new_one_and_said_once(old: Path) -> None:
    loaded = load(old)

    assert loaded.scenario is not None
    assert loaded.scenario.followers["mara"].pace == "shy"
    assert loaded.problems == ()
    assert (
        loaded.notice
        == f"boat.yaml is written for format 0 and read as {FORMAT}. To update it: courtship migrate {old}"
    )
    assert old.read_text(encoding="utf-8") == OLD


def test_all_files_of_a_folder_are_read_as_the_new_format(old: Path) -> None:
    folder = old.parent / "boat"
    folder.mkdir()
    head, _, followers = OLD.partition("followers:")
    (folder / "scenario.yaml").write_text(head, encoding="utf-8")
    (folder / "followers.yaml").write_text(f"followers:{followers}", encoding="utf-8")

    loaded = load(folder)

    assert loaded.scenario is not None
    assert loaded.scenario.followers["mara"].pace == "shy"
    assert "boat is written for format 0" in loaded.notice or "scenario.yaml is written" in loaded.notice


def test_mistakes_are_shown_in_the_lines_of_the_author(old: Path) -> None:
    """The place and the line are those of the file, and no line of the new format is offered for it."""
    old.write_text(OLD.replace("{name: Omar Haddad}", "{name: Omar Haddad, speed: quik}"), encoding="utf-8")

    loaded = load(old)

    assert [(p.line, p.excerpt) for p in loaded.problems] == [(6, "  omar: {name: Omar Haddad, speed: quik}")]
    assert repairs(loaded.problems) == ()


def test_a_run_keeps_the_text_as_it_was_written(old: Path, tmp_path: Path) -> None:
    """The run says so on its first morning, and goes on from its own copy when the file is gone."""
    game = start(old, 3, tmp_path / "runs", datetime(2026, 5, 4, tzinfo=UTC))
    assert "written for format 0" in game.view().notice
    game.end_day()
    old.unlink()
    assert game.path is not None

    again = resume(game.path)

    assert again.day == 2
    assert again.compiled.scenario.followers["mara"].pace == "shy"


def test_a_retired_name_in_a_new_file_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.scenario.checks import retired

    monkeypatch.setattr(retired, "RETIRED", (Retired(("followers", "*"), "speed", "pace", 1),))
    path = tmp_path / "boat.yaml"
    path.write_text(OLD.replace("scenario_format: 0", "scenario_format: 1"), encoding="utf-8")

    assert [p.hint for p in load(path).problems] == ["'speed' is called 'pace' since format 1."]


def test_a_newer_format_is_refused_with_the_way_out(old: Path) -> None:
    old.write_text(OLD.replace("scenario_format: 0", f"scenario_format: {FORMAT + 1}"), encoding="utf-8")

    loaded = load(old)

    assert not loaded.ok
    assert [p.hint for p in loaded.problems] == ["Update the game."]
