"""Records with right sums that cannot be repeated: the list, Continue and a replay judge them alike."""

import json
import random
from datetime import UTC, datetime
from functools import partial

import pytest

from game.errors import RecordError
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.record.reading import DamagedRecordError
from game.session.runs.breaks import KEPT_IN, MOST_BREAKS, known_breaks, remember
from game.session.runs.resuming import replayed, resume_or_rescue
from game.session.runs.runs import run_played_last, saved_runs, start
from tests.plays import example
from tests.records import change_lines, lines_of, write_lines

NOW = datetime(2026, 5, 4, 14, 3, 9, tzinfo=UTC)


@pytest.fixture
def run(tmp_path):
    """Two nights and a move of the third day, in the folder of runs."""
    game = start(example(tmp_path), 4, tmp_path / "runs", NOW, name="one.jsonl")
    for _ in range(2):
        game.do(PlanMove("like", "ada"))
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 1))
        game.do(EndDay())
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 1))
    game.do(PlanMove("like", "ben"))
    game.close()
    return game


def listed(run):
    return saved_runs(run.path.parent, NOW)


def opened(run):
    return resume_or_rescue(run.path, found=partial(remember, run.path, run.path.parent))


FORGED = {
    "a follower who is not there": {"who": "nobody"},
    "a move that is not there": {"move": "sing"},
    "a content that is not there": {"content": "nothing_of_ours"},
    "a second follower where there is none": {"other": "ben"},
    "another day": {"day": 1},
    "a text for a day": {"day": "ada"},
    "a kind that is not there": {"kind": "pla9"},
    "a list for a name": {"who": ["ada"]},
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
def test_what_lies_before_the_break_is_offered_and_the_list_says_where_it_is(run, forged):
    """The last move is forged: both nights before it can be gone on with, by the list and by opening alike."""
    change_lines(run.path, lambda lines: lines[-1].update(forged))
    copy = opened(run)
    copy.close()
    copy.path.unlink()
    (found,) = listed(run)

    assert (copy.playthrough.day, found.day) == (3, 3)
    assert (found.problem, found.finished) == ("", False)
    assert "copy" in found.note
    with pytest.raises(DamagedRecordError, match="can be gone on with in a copy"):
        replayed(run.path)


def test_the_order_of_days_is_seen_without_opening(run):
    """It needs no night to be played."""
    change_lines(run.path, lambda lines: lines[-1].update(day=1))
    (found,) = listed(run)

    assert (found.day, found.note.startswith("A part of it is damaged.")) == (3, True)


def test_of_a_record_that_breaks_at_once_the_list_learns_that_nothing_can_be_played(run):
    """Continue then offers another run; the reason is the one that opening gave."""
    change_lines(run.path, lambda lines: lines[1].update(who="nobody"))
    with pytest.raises(RecordError) as why:
        opened(run)
    (found,) = listed(run)

    assert found.problem == str(why.value)
    assert "Nothing of it can be played" in found.problem
    assert run_played_last([found], finished_too=True) is None


def test_what_was_found_counts_for_the_record_as_it_was(run):
    """A record that is put back, or comes anew from another machine, is offered again."""
    good = run.path.read_bytes()
    change_lines(run.path, lambda lines: lines[1].update(who="nobody"))
    with pytest.raises(RecordError):
        opened(run)
    run.path.write_bytes(good)
    (found,) = listed(run)

    assert (found.problem, found.note, found.day) == ("", "", 3)


def test_a_record_that_lies_elsewhere_leaves_nothing_beside_it(run, tmp_path):
    """It is told when it is opened; the folder of a stranger is not written to."""
    change_lines(run.path, lambda lines: lines[1].update(who="nobody"))
    with pytest.raises(DamagedRecordError) as why:
        replayed(run.path)
    remember(run.path, tmp_path / "elsewhere" / "runs", why.value)

    assert not (tmp_path / KEPT_IN).exists()
    assert not (tmp_path / "elsewhere").exists()


WRONG_BREAK = '{"one.jsonl": {"size": "1", "changed": 1, "before": 1, "day": 1, "why": ""}}'
KEPT = ("[]", "x", '{"one.jsonl": 3}', '{"one.jsonl": {"size": 1}}', WRONG_BREAK, "[" * 100_000)


@pytest.mark.parametrize("kept", KEPT)
def test_whatever_lies_in_the_kept_file_the_runs_are_listed(run, kept):
    """What is no break is none, and the next one that is found is kept."""
    (run.path.parent.parent / KEPT_IN).write_text(kept, encoding="utf-8")
    assert listed(run)[0].problem == ""

    change_lines(run.path, lambda lines: lines[1].update(who="nobody"))
    with pytest.raises(RecordError):
        opened(run)
    assert "nobody" in listed(run)[0].problem


def test_no_more_are_kept_than_anybody_needs(run, tmp_path):
    """The last ones."""
    change_lines(run.path, lambda lines: lines[1].update(who="nobody"))
    with pytest.raises(DamagedRecordError) as why:
        replayed(run.path)
    some = {"size": 1, "changed": 1, "before": 0, "day": 1, "why": ""}
    (tmp_path / KEPT_IN).write_text(json.dumps({f"{n}.jsonl": some for n in range(MOST_BREAKS)}), encoding="utf-8")
    remember(run.path, run.path.parent, why.value)

    kept = known_breaks(run.path.parent)
    assert (len(kept), "one.jsonl" in kept, "0.jsonl" in kept) == (MOST_BREAKS, True, False)


ODD = (None, True, -1, 0, 1, 2, 5, 99, 2**31, 1e308, "", "nobody", "ada", "like", "\u202e", [], {}, ["ada"], "x" * 300)


@pytest.mark.parametrize("seed", range(24))
def test_however_a_record_is_forged_the_list_says_what_opening_does(run, seed):
    """Two dozen records with right sums, some fields of which are others, some lines swapped, doubled or left out."""
    draw = random.Random(seed)
    lines = lines_of(run.path)
    for _ in range(draw.randint(1, 3)):
        line = draw.randrange(1, len(lines))
        match draw.randrange(5):
            case 0:
                other = draw.randrange(1, len(lines))
                lines[line], lines[other] = lines[other], lines[line]
            case 1:
                lines.insert(line, dict(lines[draw.randrange(len(lines))]))
            case 2:
                del lines[line]
            case _:
                lines[line][draw.choice(list(lines[line]))] = draw.choice(ODD)
    write_lines(run.path, lines)
    try:
        session = opened(run)
    except RecordError:
        (found,) = listed(run)
        assert found.problem
        return
    session.close()
    if session.path != run.path:
        session.path.unlink()
    (found,) = listed(run)
    assert (found.problem, found.day) == ("", session.playthrough.day)
    assert bool(found.note) == (session.path != run.path)
