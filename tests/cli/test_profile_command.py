"""`courtship profile`: whose games are told, kept, written out and deleted."""

import errno
import json
import sys
from datetime import UTC, datetime

import pytest

from game.bots.registry import bots
from game.cli import code_of_command
from game.desk.learning.profile_file import ProfileFile
from game.session.runs.runs import start
from tests.cli.test_commands import courtship
from tests.plays import bot_plays_a_day, example


@pytest.fixture
def home(tmp_path):
    """A home with one finished game."""
    folder = tmp_path / "data" / "courtship" / "runs"
    folder.mkdir(parents=True)
    run = start(example(tmp_path), 4, folder, datetime(2026, 1, 1, tzinfo=UTC), name="one.jsonl")
    while not run.finished:
        bot_plays_a_day(run, bots()["patient"])
    run.close()
    return tmp_path


def told(home, *arguments):
    done = courtship("profile", *arguments, home=home)
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


def kept(home):
    return (home / "data" / "courtship" / "profiles.jsonl").read_text(encoding="utf-8")


@pytest.mark.slow
def test_whoever_is_alone_needs_no_name_and_games_come_in_by_themselves(home):
    """Told once more, nothing is taken in twice; figures hold what the lines tell."""
    assert told(home).startswith("You, 1 finished game ")
    before = kept(home)
    figures = json.loads(courtship("profile", "--json", home=home).stdout)
    assert (figures["name"], figures["games"]) == ("You", 1)
    assert kept(home) == before


@pytest.mark.slow
def test_of_several_people_games_are_whose_who_takes_them(home):
    """A second name is begun on purpose, games are taken on purpose, and deleting one leaves the other."""
    (home / "data" / "courtship" / "runs" / "one.jsonl").rename(home / "one.jsonl")
    told(home, "Ada")
    missing = courtship("profile", "Bne", home=home)
    assert missing.returncode == 2
    assert "There are: Ada. Begin it with: courtship profile --new Bne" in " ".join(missing.stderr.split())
    told(home, "--new", "Ben")
    (home / "one.jsonl").rename(home / "data" / "courtship" / "runs" / "one.jsonl")
    assert told(home, "Ben").startswith("Ben, 0 finished games")
    assert told(home, "ada", "--take").startswith("Ada, 1 finished game ")
    assert told(home, "Ada", "--export", str(home / "ada.json")).endswith("ada.json.")
    assert json.loads((home / "ada.json").read_text(encoding="utf-8"))["games"][0]["scenario"] == "bakery"
    assert told(home, "Ada", "--delete").startswith("Deleted the profile “Ada”")
    assert "Ada" not in kept(home)
    assert told(home, "Ben").startswith("Ben, 0 finished games")
    assert "Ben" in kept(home)
    assert (home / "data" / "courtship" / "runs" / "one.jsonl").is_file()
    assert courtship("profile", "Ada", "--delete", home=home).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--new",), "A new profile needs a name, such as Ada: courtship profile --new Ada"),
        (("--export", "nowhere/ada.json"), "cannot be written: there is no folder nowhere. Make it, or choose another"),
    ],
)
def test_what_a_profile_lacks_is_told_in_a_sentence(tmp_path, arguments, words):
    """A name for a new one, a folder for a file: with the way out, and without a number of the system."""
    done = courtship("profile", *arguments, home=tmp_path)
    assert done.returncode in {1, 2}
    assert words in " ".join(done.stderr.split())
    assert "Errno" not in done.stderr


def test_where_nothing_can_be_written_what_is_kept_is_told(home, monkeypatch, capsys):
    """A full disk is said in a sentence; the profile is read for all that. What asks for writing is refused."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home / "data"))
    kept_file = ProfileFile(home / "data" / "courtship" / "profiles.jsonl")
    for name in ("Ada", "Ben"):
        kept_file.begin(name)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("game.kept.write_over", full)
    for words, code in ((("Ada",), 0), ((), 0), (("Cleo", "--new"), 2), (("Ada", "--take"), 1)):
        monkeypatch.setattr(sys, "argv", ["courtship", "profile", *words])
        assert bool(code_of_command()) == bool(code), words
        said = capsys.readouterr()
        assert "there is no room for" in " ".join(said.err.split()) or words == ()
        assert bool(said.out.strip()) == (code == 0)
