"""The marked review weighs what was decided against what could have been done."""

import pytest

from game.coach.hindsight.belief import believe
from game.coach.hindsight.coach_text import coach_figures, coach_told
from game.coach.hindsight.review import DEAREST, FINEST, MATTERS, review
from game.coach.hindsight.visible import visible_run
from tests.plays import played

PARTICLES, PAIRS = 100, 16


@pytest.fixture(scope="module")
def run():
    return played("first_hello", "pushy", seed=3, days=5).playthrough


@pytest.fixture(scope="module")
def belief(run):
    return believe(visible_run(run), PARTICLES, mornings=frozenset(range(1, 6)), worlds=PAIRS)


@pytest.fixture(scope="module")
def marked(run, belief):
    return review(run, PARTICLES, PAIRS, belief)


def test_every_move_to_one_person_is_a_decision(run, marked):
    """Each with another choice than the one that was made, and figures within their intervals."""
    moves = {(d.morning.day, i.who, i.move) for d in run.history for i in d.items if i.who and not i.other}
    assert moves <= {(d.day, d.follower, d.made) for d in marked.decisions}
    for decision in marked.decisions:
        for worth in (decision.known, decision.true):
            assert worth.best != decision.made
            assert worth.low <= worth.lost <= worth.high


def test_what_is_told_is_the_same_where_the_rest_is_left_out(run, belief, marked):
    """To the last digit: the window, which weighs by truth only what it tells, and the command line agree."""
    found = review(run, PARTICLES, PAIRS, belief, told_only=True)
    assert (found.dearest, found.finest) == (marked.dearest, marked.finest)
    assert found.count == marked.count == len(marked.decisions)
    told = {d for d, _ in (*marked.dearest, *marked.finest)}
    assert set(found.decisions) == told


def test_pushing_is_what_cost_most(marked):
    """The bot that pushes strangers hears so: its dearest decisions are surely dear, the dearest first."""
    assert 1 <= len(marked.dearest) <= DEAREST
    assert len(marked.finest) <= FINEST
    costs = [decision.known.lost for decision, _ in marked.dearest]
    assert costs == sorted(costs, reverse=True)
    assert all(decision.known.low > 0.0 and decision.known.lost >= MATTERS for decision, _ in marked.dearest)


def test_each_sentence_names_whom_it_is_about(run, belief, marked):
    """In text and in figures, for everybody and every morning."""
    text = coach_told(run, belief, marked, PARTICLES)
    for decision, sentence in (*marked.dearest, *marked.finest):
        assert decision.name in sentence
        assert sentence in text
    figures = coach_figures(run, belief, marked, PARTICLES)
    assert [f["id"] for f in figures["followers"]] == list(run.compiled.ids)
    for follower in figures["followers"]:
        assert follower["name"] in text
        assert [morning["day"] for morning in follower["mornings"]] == list(range(1, len(run.history) + 2))
        for morning in follower["mornings"]:
            assert sum(morning["motives"].values()) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "bot"), [("first_hello", "pushy"), ("first_hello", "patient"), ("slow_roast", "random")]
)
def test_no_trifle_is_listed_as_what_mattered(name, bot):
    """What is told moved the score by a point or more, the largest first; sales alone stand for themselves."""
    now = played(name, bot, seed=2, days=5).playthrough
    found = review(now, PARTICLES, PAIRS)
    sales = [d.well_won for d, _ in found.finest]
    assert sales == sorted(sales, reverse=True)
    for told in (found.dearest, [one for one in found.finest if not one[0].well_won]):
        sizes = [abs(d.known.lost) for d, _ in told]
        assert all(size >= 1.0 for size in sizes)
        assert sizes == sorted(sizes, reverse=True)
