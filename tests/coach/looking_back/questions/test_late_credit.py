"""Credit for what came late: the run without one move, by the same chance."""

import numpy as np
import pytest

from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.questions.late_credit import LATE_DAYS, _played_without, with_late_credit
from tests.plays import SHIPPED, played

SEEDS = (1, 5, 6)  # of which some win a sale late


@pytest.fixture(scope="module", params=[(name, seed) for name in SHIPPED for seed in SEEDS], ids=str)
def game(request):
    name, seed = request.param
    now = played(name, "patient", seed=seed).playthrough
    told = debrief(now)
    return now, told, with_late_credit(now, told)


def test_a_run_from_which_nothing_is_taken_is_the_run_itself(game):
    """To the bit, on every evening: so what differs without a move comes of the move alone."""
    now, told, _ = game
    nothing = len(now.history) + 1  # no such day
    found = _played_without(now, [(nothing, 0)] * 3, [])
    for row in range(3):
        for column, who in enumerate(now.compiled.ids):
            person = next((f for f in told.followers if f.id == who), None)
            if person is not None:
                assert tuple(found.trust[:, row, column]) == person.trust


def test_a_move_leaves_no_trace_before_its_day(game):
    """The strand is the line itself until the morning of the move, and another one afterwards."""
    _, told, credited = game
    for before, after in zip(told.followers, credited.followers, strict=True):
        credit = after.credit
        if credit is None:
            continue
        assert before.trust[: credit.day] == credit.trust[: credit.day]
        assert before.trust[credit.day :] != credit.trust[credit.day :]
        assert credit.sale_day - credit.day >= LATE_DAYS


def test_only_sales_are_credited_and_nothing_else_is_changed(game):
    """The credit says both days and what would have been, and the debrief stays as it was."""
    now, told, credited = game
    for before, after in zip(told.followers, credited.followers, strict=True):
        if after.credit is not None:
            column = now.compiled.ids.index(after.id)
            assert now.position.ledger.bought[0, column] > 0.5
            assert f"on day {after.credit.day}" in after.credit.words
            assert f"on day {after.credit.sale_day}" in after.credit.words
            assert ("would not have bought" in after.credit.words) == after.credit.won
        assert before.trust == after.trust
    assert np.isclose(told.score, credited.score, atol=0.0)


def test_some_sale_was_won_long_before():
    """The tests above are none about nothing."""
    found = []
    for seed in SEEDS:
        now = played("slow_roast", "patient", seed=seed).playthrough
        found += [f.credit for f in with_late_credit(now, debrief(now)).followers if f.credit]
    assert found
