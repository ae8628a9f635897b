"""Profiles are kept whole: nobody's games are lost by a damaged, foreign or newer file, or by two programs at once."""

import json
from dataclasses import asdict

import pytest

from game import kept as kept_files
from game.coach.learner.run_evidence import PrincipleSeen
from game.desk.learning.profile_file import MARK, ProfileFile, exported
from game.errors import Misused, Refused
from tests.coach.learner.games import game

ONE = game(1, asked=3, in_time=2, missed=1, pushed=2, gave_in=1, calm=PrincipleSeen(goals=1, goals_reached=1))


@pytest.fixture
def kept(tmp_path):
    return ProfileFile(tmp_path / "data" / "profiles.jsonl")


def test_what_was_kept_is_there_again(kept):
    """Names, games to the last count, and who was chosen last."""
    kept.begin("Ada")
    kept.add("Ada", [ONE])
    kept.begin("  Ben   Tal ")
    book = kept.book()
    assert (book.names, book.chosen) == (("Ada", "Ben Tal"), "Ben Tal")
    assert (book.of("Ada"), book.of("Ben Tal"), book.notices) == ((ONE,), (), ())


def test_a_name_is_one_however_it_is_written(kept):
    kept.begin("Ada")
    kept.begin("Ben")
    assert kept.begin("aDA") == "Ada"
    assert (kept.book().names, kept.book().chosen) == (("Ada", "Ben"), "Ada")


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "a\x1b[31mb"])
def test_a_name_that_cannot_be_shown_is_refused(kept, name):
    with pytest.raises(Misused):
        kept.begin(name)
    assert not kept.path.exists()


@pytest.mark.parametrize(
    ("name", "cause"),
    [("Ada\u200b", "“Ada” has an invisible one in it (U+200B). Type the name anew."),
     ("x" * 41, "has 41. Choose a shorter one."), (" ", "A profile needs a name.")],
)  # fmt: skip
def test_a_name_is_refused_for_its_true_cause(kept, name, cause):
    """“Ada” with an invisible space was told that it has four letters, of the forty that it may have."""
    with pytest.raises(Misused) as refused:
        kept.begin(name)
    assert cause in str(refused.value)


def test_a_record_is_in_one_profile_and_its_first_end_counts(kept):
    """A run that was gone back into, or that somebody else has taken in, is not counted twice."""
    kept.begin("Ada")
    kept.add("Ada", [ONE])
    kept.begin("Ben")
    kept.add("Ben", [game(2, asked=9, run=ONE.run)])
    assert kept.book().games == (("Ada", ONE),)


def test_deleting_takes_all_of_one_person_and_nothing_of_another(kept):
    """Lines of theirs that a newer Courtship wrote go, too."""
    for name, one in (("Ada", ONE), ("Ben", game(2, asked=1))):
        kept.begin(name)
        kept.add(name, [one])
    with kept.path.open("ab") as file:
        file.write(json.dumps({MARK: 2, "profile": "Ada", "kind": "dream"}).encode() + b"\n")
    kept.delete("Ada")
    assert kept.book().names == ("Ben",)
    assert kept.book().chosen == "Ben"
    assert b"Ada" not in kept.path.read_bytes()


STRANGE = [
    b"not json", b"[]", b'{"a": 1}', b"\xff\xfe", b"[" * 20_000,
    json.dumps({MARK: 1, "kind": "begun", "profile": 7}).encode(),
    json.dumps({MARK: 1, "kind": "game", "profile": "Ada", "game": {**asdict(ONE), "when": "soon"}}).encode(),
    json.dumps({MARK: 1, "kind": "game", "profile": "Ada", "game": {**asdict(ONE), "pushed": -1}}).encode(),
    json.dumps({MARK: 1, "kind": "game", "profile": "Ada", "game": {**asdict(ONE), "gave_in": 3}}).encode(),
    json.dumps({MARK: 1, "kind": "game", "profile": "Ada", "game": None}).encode(),
]  # fmt: skip


@pytest.mark.parametrize("line", STRANGE, ids=range(len(STRANGE)))
def test_a_damaged_line_is_told_and_kept(kept, line):
    """The rest is read, and what is added later leaves it where it is."""
    kept.begin("Ada")
    kept.path.write_bytes(line + b"\n" + kept.path.read_bytes())
    kept.add("Ada", [ONE])
    book = kept.book()
    assert book.of("Ada") == (ONE,)
    assert book.notices == ("1 line of profiles.jsonl is damaged or no part of a profile: kept, and not read.",)
    assert kept.path.read_bytes().startswith(line + b"\n")


def test_a_newer_file_is_told_and_kept(kept):
    newer = json.dumps({MARK: 2, "kind": "begun", "profile": "Ada"}).encode()
    kept.path.parent.mkdir()
    kept.path.write_bytes(newer + b"\n" + newer + b"\n")
    assert kept.book().notices == ("2 lines of profiles.jsonl are of a newer Courtship: kept, and not read.",)
    kept.begin("Ben")
    assert kept.book().names == ("Ben",)
    assert kept.path.read_bytes().startswith(newer + b"\n" + newer + b"\n")


def test_a_torn_last_line_harms_no_other(kept):
    """A crash of another program in the middle of a line."""
    kept.begin("Ada")
    kept.path.write_bytes(kept.path.read_bytes() + b'{"courtship_prof')
    kept.add("Ada", [ONE])
    assert kept.book().of("Ada") == (ONE,)


def test_what_is_no_file_is_left_alone(kept):
    """A folder of that name is told, and nothing is written."""
    kept.path.mkdir(parents=True)
    with pytest.raises(Refused, match="is a folder and no file"):
        kept.begin("Ada")
    assert list(kept.path.iterdir()) == []


def test_what_cannot_be_read_is_set_aside_and_told(kept, monkeypatch):
    """A file larger than any of ours, for one; nothing of it is lost."""
    monkeypatch.setattr(kept_files, "LARGEST", 100)
    kept.path.parent.mkdir()
    kept.path.write_bytes(b"x" * 101)
    kept.begin("Ada")
    assert kept.path.with_name("profiles.jsonl.unread").read_bytes() == b"x" * 101
    assert kept.book().notices == (
        "The file of profiles could not be read. It is kept as profiles.jsonl.unread; a new one has begun.",
    )
    assert kept.book().names == ("Ada",)


def test_an_export_holds_one_person_alone():
    found = json.loads(exported("Ada", [ONE]))
    assert (found["profile"], len(found["games"]), found["games"][0]["run"]) == ("Ada", 1, ONE.run)
