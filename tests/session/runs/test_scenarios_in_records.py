"""Records with right sums whose scenario cannot be played: the list, Continue and a replay refuse them alike."""

import contextlib
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from game.errors import RecordError
from game.scenario import content_hash
from game.session.entries import EndDay, PlanMove
from game.session.runs.breaks import remember
from game.session.runs.resuming import replayed, replayed_or_before, resume_or_rescue
from game.session.runs.runs import run_played_last, saved_runs, start
from game.ui.play.listed_runs import deletion, run_line
from tests.plays import example
from tests.records import change_lines, lines_of, write_lines

NOW = datetime(2026, 5, 4, 14, 3, 9, tzinfo=UTC)
BIDI, BELL = "\u202e", "\x07"


@pytest.fixture
def run(tmp_path):
    """One night, in the folder of runs."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW, name="one.jsonl")
    game.do(PlanMove("like", "ada"))
    game.do(EndDay())
    game.close()
    return game


def with_text(text):
    """Puts another scenario into a record, with its right hash."""

    def change(lines):
        lines[0].update(text=text, hash=content_hash(text))

    return change


def retitled(title):
    """The scenario of the record under a title that check refuses."""

    def change(lines):
        text = re.sub(r"(?m)^title:.*$", f"title: {title}", lines[0]["text"])
        assert text != lines[0]["text"]
        lines[0].update(text=text, hash=content_hash(text))

    return change


UNPLAYABLE = {
    "a key that is none": with_text("bad_key: 1\n"),
    "nothing": with_text(""),
    "a list": with_text("- one\n- two\n"),
    "ten megabytes": with_text("# " + "x" * 10_000_000),
    "brackets": with_text("[" * 200_000),
    "anchors": with_text("a: &a [1, 2]\nb: *a\n"),
    "an object": with_text("!!python/object/apply:os.system ['true']\n"),
    "no YAML": with_text("title: [\n\x00"),
    "no title": retitled(""),
    "a title of bells": retitled(f'"a{BELL}b"'),
    "endless days": lambda lines: lines[0].update(days=1_000_000_000),
    "a day more": lambda lines: lines[0].update(days=lines[0]["days"] + 1),
}


@pytest.mark.parametrize("change", UNPLAYABLE.values(), ids=UNPLAYABLE.keys())
def test_a_scenario_that_cannot_be_played_is_refused_by_all_with_one_sentence(run, change):
    """The list does not wait until somebody has tried: it says at once what opening would say."""
    change_lines(run.path, change)
    (found,) = saved_runs(run.path.parent, NOW)

    for opening in (replayed, replayed_or_before, resume_or_rescue):
        with pytest.raises(RecordError) as why:
            opening(run.path)
        assert found.problem == str(why.value), opening
    assert found.note == ""
    assert run_played_last([found], finished_too=True) is None


def problems_of(run):
    """Every way in which a run of the list cannot be opened, as the list tells it."""
    good = run.path.read_bytes()
    changes = {
        **UNPLAYABLE, "another model": lambda lines: lines[0].update(parameters=999),
        "a future format": lambda lines: lines[0].update(format=99), "no seed": lambda lines: lines[0].pop("seed"),
        "nobody": lambda lines: lines[1].update(who="nobody"), "no day": lambda lines: lines[1].update(day="x"),
    }  # fmt: skip
    for what, change in changes.items():
        run.path.write_bytes(good)
        change_lines(run.path, change)
        with contextlib.suppress(RecordError):
            resume_or_rescue(run.path, found=lambda damaged: remember(run.path, run.path.parent, damaged)).close()
        (found,) = saved_runs(run.path.parent, NOW)
        yield what, found
    run.path.write_bytes(good)


def test_sentences_within_others_keep_one_full_stop(run):
    """In the list, in the question before deleting: no “..”, no “.)”, and no advice that contradicts."""
    for what, found in problems_of(run):
        assert found.problem, what
        for told in (found.problem, run_line(found, with_note=True), deletion(found).text):
            assert not re.search(r"\.\.|\.\)|\. \.|[.:] *,|  ", told), (what, told)
            assert "courtship check" not in told, (what, told)
            assert not ("Nothing of it can be played" in told and "go on in a copy" in told), (what, told)
        assert deletion(found).text.count("It goes into the folder") == 1


def test_a_run_that_can_be_opened_is_asked_about_in_whole_sentences(run):
    """With a note and without one."""
    (found,) = saved_runs(run.path.parent, NOW)
    for note in ("", "A part of it is damaged."):
        told = deletion(replace(found, note=note)).text
        assert "14:03. It goes" in told or re.search(r"\d\d:\d\d\. It goes", told)


def test_a_record_of_another_scenario_is_no_copy(run):
    """It may say the same time, seed and name: whoever wrote it played something else."""
    lines = lines_of(run.path)
    text = lines[0]["text"] + "# another one\n"
    other = run.path.with_name("other.jsonl")
    write_lines(other, [{**lines[0], "text": text, "hash": content_hash(text)}, lines[1]])

    assert not [found for found in saved_runs(run.path.parent, NOW) if "copy of" in found.note]


def test_what_cannot_be_opened_is_no_copy(run):
    """Nobody is sent from one that is refused to another, and none is called the longer one of a good one."""
    broken = run.path.with_name("broken.jsonl")
    broken.write_bytes(run.path.read_bytes())
    change_lines(broken, lambda lines: lines[0].update(days=59))
    by_name = {found.path: found for found in saved_runs(run.path.parent, NOW)}

    assert by_name[str(run.path)].note == ""
    assert by_name[str(broken)].note == ""
    assert by_name[str(broken)].problem
