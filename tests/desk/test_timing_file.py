"""Answers to the timing test are kept whole: nothing of the file is lost, and a bad line costs only itself."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from game.coach.timing.timing_marks import TimingAnswer
from game.desk.desktop_services import DesktopServices
from game.desk.learning.timing_file import TimingFile, shipped_forms
from game.errors import Refused

NOW = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)


def answers(form="A"):
    return tuple(TimingAnswer(case.id, True, 70) for case in shipped_forms().forms[form])


@pytest.fixture
def file(tmp_path):
    return TimingFile(tmp_path / "data" / "timing.jsonl")


def test_what_was_answered_is_there_again(file):
    """Sittings of the timing test outlive the program."""
    file.keep("A", answers(), [Path("/runs/one.jsonl")], NOW)
    file.keep("B", answers("B"), [], NOW)

    first, second = file.sittings()
    assert (first.form, first.answers, first.runs) == ("A", answers(), ("one.jsonl",))
    assert second.form == "B"
    assert file.book(0).told.sittings[0].marks.judgement.asks == len(answers())


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", "null", '{"when": 1}', '{"when": "x", "form": "A", "answers": [{"case": "A1"}], "runs": []}',
     '{"when": "x", "form": "A", "answers": [{"case": "A1", "ask": true, "sure": 55}], "runs": []}', "\x00\xff",
     '{"when": "x", "form": "A", "answers": 5, "runs": []}'],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_left_out_and_kept(file, line):
    """What another program wrote there is no reason to lose anything."""
    file.keep("A", answers(), [], NOW)
    before = file.path.read_bytes() + line.encode()
    file.path.write_bytes(before)  # its last line has no end, as after a crash of another program

    assert len(file.sittings()) == 1
    file.keep("B", answers("B"), [], NOW)
    assert len(file.sittings()) == 2
    assert file.path.read_bytes().startswith(before)


def test_answers_that_cannot_be_kept_are_told_with_the_place(file, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(Refused, match=r"timing\.jsonl"):
        file.keep("A", answers(), [], NOW)


def test_the_shipped_cases_are_what_the_recipe_promises():
    """Half are ready; the two of a pair are alike in what does not matter; nobody comes twice; all can be known."""
    forms = shipped_forms().forms
    assert len(forms) == 2
    names = [case.name for cases in forms.values() for case in cases]
    assert len(set(names)) == len(names)
    for cases in forms.values():
        assert 12 <= len(cases) <= 20
        assert sum(case.ready for case in cases) * 2 == len(cases)
        pairs = {number: [c for c in cases if c.pair == number] for number in {c.pair for c in cases}}
        for one, other in pairs.values():
            assert one.ready != other.ready
            assert one.business == other.business
            assert abs(one.day - other.day) <= 1
            assert abs(len(one.thread) - len(other.thread)) <= 2
            assert abs(len(one.noticed) - len(other.noticed)) <= 1
        assert all((case.perfect >= 0.5) == case.ready for case in cases)


def test_the_order_of_cases_gives_nothing_away():
    """Ready ones stand neither in turns nor together: no rule of the place alone tells many of them."""
    for cases in shipped_forms().forms.values():
        ready = [case.ready for case in cases]
        by_turns = sum(r == (i % 2 == 0) for i, r in enumerate(ready))
        same_as_before = sum(a == b for a, b in pairwise(ready))
        assert 4 <= by_turns <= len(cases) - 4
        assert 3 <= same_as_before <= len(cases) - 4


def test_no_case_was_asked_before_and_none_shows_its_key():
    for cases in shipped_forms().forms.values():
        for case in cases:
            assert not {item.kind for item in case.thread} & {"propose", "pitch", "buys"}
            assert all(item.day <= case.day for item in case.thread)


def test_the_window_s_services_offer_it_keep_it_and_then_offer_it_no_more(tmp_path):
    """Before the first game it is due; once taken it is not; what is told then is of what was answered."""
    services = DesktopServices(tmp_path / "runs")
    assert services.timing_due(())
    book = services.timing()
    assert book.told is None
    form = book.following
    kept = services.keep_sitting(form, answers(form))
    assert kept.told.sittings[0].marks.judgement.asks == len(answers(form))
    assert kept.following != form
    assert not services.timing_due(services.saved_runs())
    assert (tmp_path / "timing.jsonl").is_file()
