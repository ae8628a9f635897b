"""`courtship play` as a person types it: what is opened, on which day, who played before, and in which language."""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.bots.contract import player_named
from game.bots.registry import bots
from game.cli import play as command
from game.cli.app import app
from game.lab.playing.recording import record_game
from game.session.entries import AnswerEvent, EndDay, Undo
from game.session.runs.resuming import resume
from game.ui.common.shared_actions import Start
from game.ui.play.play_actions import Resume
from tests.cli.test_commands import courtship
from tests.plays import example


@pytest.fixture
def play(tmp_path, monkeypatch):
    """A function that types `courtship play ...` and gives what the window is opened with, and what was said."""
    opened = []
    monkeypatch.setattr(command, "open_window", lambda start=None: opened.append(start) or 0)
    monkeypatch.setattr("game.desk.launch.has_display", lambda: True)
    monkeypatch.setattr(command, "runs_folder", lambda: tmp_path / "runs")
    monkeypatch.chdir(tmp_path)

    def typed(*arguments):
        opened.clear()
        done = CliRunner().invoke(app, ["play", *map(str, arguments)])
        return (opened[0] if opened else None), re.sub(r"\s+", " ", done.output)

    return typed


@pytest.fixture
def bakery(tmp_path):
    folder = tmp_path / "bakery"
    folder.mkdir()
    return example(folder).rename(folder / "scenario.yaml").parent


def translated(folder: Path) -> None:
    (folder / "lang").mkdir()
    (folder / "lang" / "de.po").write_text(
        'msgctxt "title"\nmsgid "The Corner Bakery"\nmsgstr "Die Bäckerei an der Ecke"\n', encoding="utf-8"
    )


def test_a_day_in_the_middle_is_played_up_to_by_a_bot(play, bakery):
    """`--day 4 --as spammer`: three days are in a real record, which can be taken back and gone on with."""
    start, _ = play(bakery, "--day", 4, "--as", "spammer", "--seed", 7)

    assert isinstance(start, Resume)
    game = resume(Path(start.path))
    assert (game.playthrough.day, game.playthrough.setup.seed, game.source.live) == (4, 7, True)
    assert any(item.move == "blast_dm" for day in game.playthrough.history for item in day.items)
    game.do(Undo(2))
    game.do(AnswerEvent("landlord", 1))
    game.do(EndDay())
    assert game.playthrough.day == 3


def test_a_day_alone_is_played_up_to_by_patient(play, bakery):
    """`play --day 3` begins on the morning of day 3, played by the patient bot where none is named."""
    start, _ = play(bakery, "--day", 3, "--seed", 7)
    again, _ = play(bakery, "--day", 3, "--seed", 8, "--as", "patient")

    assert resume(Path(start.path)).playthrough.day == resume(Path(again.path)).playthrough.day == 3
    assert resume(Path(start.path)).playthrough.moves_made


def test_a_bot_alone_plays_to_the_last_morning(play, bakery):
    """The last day is left to the person, who then sees the debrief."""
    start, _ = play(bakery, "--as", "patient")

    assert resume(Path(start.path)).playthrough.day == 6
    assert not resume(Path(start.path)).finished


@pytest.mark.parametrize("name", sorted(bots()))
def test_every_bot_can_play_as_a_person(play, name):
    """What a person would be refused, a bot goes without; it comes to the last morning all the same."""
    start, said = play("first_hello", "--as", name, "--seed", 3)

    assert isinstance(start, Resume), said
    game = resume(Path(start.path))
    assert game.playthrough.day == game.playthrough.compiled.scenario.days
    assert not game.source.live


def test_a_path_is_opened_as_it_is_and_a_name_by_its_name(play, bakery):
    """A folder called like a shipped scenario is the folder; without options nothing is played before."""
    (here,) = {bakery.rename(bakery.with_name("first_hello"))}

    assert play("first_hello")[0] == Start(str(here.resolve()), "")
    assert play("slow_roast", "--seed", 5)[0] == Start("slow_roast", "5")


def test_in_a_scenario_folder_no_name_is_needed(play, bakery, monkeypatch):
    """`play` alone plays the scenario of the folder that one stands in, from a chosen day too."""
    monkeypatch.chdir(bakery)

    assert play()[0] == Start(str(bakery.resolve()), "")
    assert isinstance(play("--day", 2)[0], Resume)


def test_without_a_scenario_the_title_screen_opens(play):
    """`play` alone opens the title screen; a day without a scenario is refused."""
    start, said = play()

    assert (start, said) == (None, "")
    assert "Name a scenario too" in play("--day", 2)[1]


def test_a_translation_is_played_and_kept(play, bakery):
    """The run is in that language and stays in it; what is not translated yet is said."""
    translated(bakery)

    start, said = play(bakery, "--lang", "de")

    game = resume(Path(start.path))
    assert game.view().title == "Die Bäckerei an der Ecke"
    assert game.playthrough.day == 1
    assert "texts are missing; they are shown as they are" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--day", "9"), "has 6 days; choose one from 1 to 6"),
        (("--day", "0"), "--day"),
        (("--as", "patent"), "Did you mean “patient”? There are:"),
        (
            ("--lang", "fr"),
            "is not translated into “fr”. There is: en, de. Begin a translation with: courtship translate",
        ),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_begun(play, bakery, tmp_path, arguments, words):
    """Options that cannot be met end in a sentence, and no run is made."""
    translated(bakery)

    start, said = play(bakery, *arguments)

    assert start is None
    assert words in said
    assert not (tmp_path / "runs").exists()


def test_one_file_has_no_place_for_translations(play, tmp_path):
    """A language for a scenario that is a single file is refused with the reason."""
    assert "is one file, and translations have their place in a folder" in play(example(tmp_path), "--lang", "de")[1]


def test_without_a_screen_no_run_is_begun(tmp_path, bakery):
    """No record is left behind by a window that could not be opened."""
    done = courtship("play", str(bakery), "--as", "patient", home=tmp_path)

    assert done.returncode == 1
    assert "courtship simulate" in done.stderr
    assert not list(tmp_path.rglob("*.jsonl"))


@pytest.mark.parametrize(
    "promise",
    ["{better: spammer, than: [patient], by: 5}", "{no_move_alone_reaches: 9}", "{every: follower, reaches: friend}"],
)
def test_the_command_that_a_broken_promise_names_opens_the_game_as_it_was_played(play, tmp_path, promise):
    """Whatever kind of promise it is: the very bot, people and days; its last day alone is left."""
    folder = tmp_path / "a shop"
    folder.mkdir()
    file = example(folder).rename(folder / "scenario.yaml")
    file.write_text(f"{file.read_text('utf-8')}contract:\n  wrong: {promise}\n", encoding="utf-8")
    told = CliRunner().invoke(app, ["contract", str(folder), "-n", "12"]).output
    typed = next(line for line in told.splitlines() if "as it was played:" in line).partition("courtship ")[2]
    name = shlex.split(typed)[shlex.split(typed).index("--as") + 1]

    start, said = play(*shlex.split(typed)[1:])

    assert isinstance(start, Resume), said
    game = resume(Path(start.path)).playthrough
    again = record_game(
        folder, player_named(name), 0, game.setup.episode, tmp_path / "again.jsonl", datetime(2026, 5, 4, tzinfo=UTC)
    ).playthrough
    assert len(game.history) == game.setup.compiled.days - 1
    assert [day.items for day in game.history] == [day.items for day in again.history[:-1]]


def test_how_hard_it_is_can_be_said(play, bakery):
    """At once in the window, and with days that a bot plays; another word is refused with those there are."""
    at_once, _ = play(bakery, "--difficulty", "hard")
    later, _ = play(bakery, "--difficulty", "gentle", "--day", 2, "--seed", 7)
    nothing, said = play(bakery, "--difficulty", "brutal")

    assert isinstance(at_once, Start)
    assert at_once.difficulty == "hard"
    assert resume(Path(later.path)).playthrough.compiled.scenario.difficulty == "gentle"
    assert nothing is None
    assert "There is no difficulty “brutal”. There are: gentle, fair, hard." in said
