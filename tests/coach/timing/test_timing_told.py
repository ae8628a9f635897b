"""What is told of the timing test never says more than its intervals allow, and is said as a kind teacher says it."""

import re
from dataclasses import replace

import pytest

from game.coach.timing.timing_marks import EstimatedFigure, MurphyParts, change
from game.coach.timing.timing_told import calibrated, counted, figures_named, is_due
from tests.ui.fakes.fake_game import FakeGame
from tests.ui.fakes.fake_timing import COUNT, book

HARSH = re.compile(r"\b(wrong|mistake|fail|failed|stupid|bad|should have|must)\b", re.IGNORECASE)
PEOPLE = FakeGame().view(None).followers
each_count = pytest.mark.parametrize("right", range(COUNT + 1))


JARGON = re.compile(r"d’|d'|criterion|Brier|discriminab|calibrat|interval", re.IGNORECASE)


def told(*right):
    found = book(PEOPLE, *right).told
    assert found is not None
    return found


def test_nothing_is_told_before_the_first_sitting():
    """There is no figure without an answer."""
    assert book(PEOPLE).told is None


@each_count
def test_knowing_is_told_only_where_guessing_is_left_out(right):
    """“Tell” is said only where the interval of d' lies above zero."""
    found = told(right)
    spread = found.sittings[0].marks.discrimination
    assert found.knowing.startswith("You tell") == (spread.low > 0.0)


@each_count
def test_a_leaning_whose_interval_holds_zero_is_told_as_perhaps_chance(right):
    """And towards which side it is, is told by its sign."""
    found = told(right)
    spread = found.sittings[0].marks.criterion
    if "lean towards" in found.leaning:
        assert ("may be chance" in found.leaning) == (spread.low <= 0.0 <= spread.high)
        assert ("waiting" in found.leaning) == (spread.figure > 0.0)


@pytest.mark.parametrize(("first", "last"), [(8, 16), (16, 8), (9, 12), (12, 12), (0, 16)])
def test_learning_is_told_only_where_chance_does_not_explain_it(first, last):
    """What lies within chance is called so."""
    found = told(first, last)
    before, after = (one.marks.discrimination for one in found.sittings)
    moved = change(before, after)
    assert ("you have learnt" in found.since) == (moved.low > 0.0)
    assert ("may be chance" in found.since) == (moved.low <= 0.0 <= moved.high)


@each_count
def test_every_sentence_is_kind(right):
    """Whatever the result is, something is said and nobody is scolded."""
    found = told(right, COUNT - right)
    for words in (found.knowing, found.leaning, found.sureness, found.since):
        assert words
        assert not HARSH.search(words), words


def test_forms_come_by_turns():
    """After A comes B, and then A again; nobody gets the same cases twice in a row."""
    assert [book(PEOPLE, *[8] * n).following for n in range(4)] == ["A", "B", "A", "B"]


def test_it_is_offered_before_the_first_game_and_after_each_third():
    """Whoever has just taken it is not asked again."""
    runs = [f"{n}.jsonl" for n in range(9)]
    sitting = book(PEOPLE, 8).sittings[0]
    assert [is_due([], runs[:n]) for n in range(5)] == [True, False, False, True, True]
    assert [is_due([sitting], runs[:n]) for n in range(5)] == [False, False, False, True, True]


def test_the_difference_of_two_figures_is_less_sure_than_either():
    """Errors add as squares."""
    found = change(EstimatedFigure(0.5, 0.6), EstimatedFigure(1.5, 0.8))
    assert (found.figure, found.error) == (1.0, 1.0)


@pytest.mark.parametrize(
    "parts", [(0.006, 0.135, 0.249), (0.1449, 0.2449, 0.25), (0.0, 0.0, 0.25), (0.004, 0.246, 0.2455)]
)
def test_the_parts_of_brier_add_up_as_they_are_printed(parts):
    """Whoever adds the printed figures gets the printed score."""
    unreliable, resolution, uncertainty = parts
    whole = MurphyParts(unreliable - resolution + uncertainty, unreliable, resolution, uncertainty)
    said = calibrated(replace(told(5).sittings[0].marks, calibration=whole))
    score, of_half, first, second, third = (round(100 * float(figure)) for figure in re.findall(r"\d\.\d\d", said))

    assert of_half == 25
    assert score == first - second + third


@each_count
def test_what_is_told_first_needs_no_statistics(right):
    """The words for a learner name no figure by its letter; whoever asks how it is made reads the names."""
    found = told(right, COUNT - right)
    plain = " ".join((found.knowing, found.leaning, found.sureness, found.since, counted(found.sittings[0].marks)))
    assert not JARGON.search(plain), plain
    made = " ".join(figures_named(found.sittings[0].marks))
    assert all(name in made for name in ("d’", "criterion", "Brier"))
