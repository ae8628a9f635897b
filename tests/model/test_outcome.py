"""The score: what counts, how much, and who counts. Each fact is one that docs/model.md tells a player."""

from dataclasses import replace

import numpy as np
import pytest

from game.model import Params, trust
from game.model.outcome import fares_of, outcome
from game.model.state import NEVER
from tests.model.world import begin, cast

F = 4
PARAMS = Params()


def figures(**values):
    """Arrays (1, F) of figures, each of four followers or the same for all."""
    return {name: np.broadcast_to(np.asarray(value, dtype=float), (1, F)).copy() for name, value in values.items()}


@pytest.fixture
def end():
    """Four people who are all here, at ease, without harm, happiness or a wish to buy."""
    first = begin(crowd=cast(F))
    people = replace(first.people, **figures(human=1, buys=0, arrives=1))
    state = replace(first.state, **figures(reactance=0, wear=0, happy=0, elsewhere=0, harm=0))
    return state, replace(first.ledger, **figures(present=1, bought=0, asks=0)), people


def judged(end, *, state=None, ledger=None, people=None):
    """The outcome with some figures changed, as plain numbers."""
    changed = [replace(part, **figures(**(by or {}))) for part, by in zip(end, (state, ledger, people), strict=True)]
    found = outcome(*changed, PARAMS)
    return {name: float(value[0]) for name, value in vars(found).items()}


def test_who_is_happy_trusting_and_at_ease_fares_as_well_as_can_be(end):
    """Half is the happy end, half is trust."""
    state, ledger, people = end
    plain = fares_of(state, ledger, people, PARAMS)[0]
    happy = fares_of(replace(state, **figures(happy=1)), ledger, people, PARAMS)[0]

    assert happy - plain == pytest.approx([0.5] * F)
    assert plain == pytest.approx(trust(state, people, PARAMS)[0] / 2)


@pytest.mark.parametrize("field", ["reactance", "wear"])
def test_whoever_was_pressed_and_stayed_fares_worse_than_whoever_was_left_in_peace(end, field):
    """And whoever was pressed to the utmost has nothing of it."""
    state, ledger, people = end
    fares = [
        fares_of(replace(state, **figures(happy=1, **{field: much})), ledger, people, PARAMS)[0].mean()
        for much in (0.0, 0.5 if field == "reactance" else 2.0, 1.0 if field == "reactance" else 10.0)
    ]

    assert fares[0] > fares[1] > fares[2] >= 0.0
    if field == "reactance":
        assert fares[1] == pytest.approx(fares[0] / 2)
        assert fares[2] == 0.0


def test_whoever_is_gone_counts_for_nothing_good(end):
    """Not as happy, not as following; the others as before, out of the same number."""
    all_here = judged(end, state={"happy": 1})
    one_gone = judged(end, state={"happy": 1}, ledger={"present": [0, 1, 1, 1]})

    assert (all_here["happy"], all_here["following"]) == (4, 1.0)
    assert (one_gone["happy"], one_gone["following"]) == (3, 0.75)
    assert one_gone["people"] < all_here["people"]


@pytest.mark.parametrize("nobody", [{"human": [0, 1, 1, 1]}, {"arrives": [NEVER, 1, 1, 1]}])
def test_robots_and_those_who_never_came_count_nowhere(end, nobody):
    """Neither for the people nor for the business, whatever they did."""
    odd = {"happy": [1, 0, 0, 0], "harm": [1, 0, 0, 0]}
    found = judged(end, state=odd, ledger={"bought": [1, 0, 0, 0]}, people=nobody)

    assert (found["happy"], found["bought"], found["following"], found["manners"]) == (0, 0, 1.0, 100.0)


def test_the_people_are_six_tenths_and_the_business_four(end):
    """With manners that cost nobody anything."""
    won = judged(end, ledger={"bought": [1, 0, 0, 0]}, people={"buys": [1, 0, 0, 0]})

    assert won["business"] == 100.0
    assert won["score"] == pytest.approx(0.6 * won["people"] + 40.0)


def test_the_business_is_the_share_of_right_questions(end):
    """Customers won, of all who wanted to buy and all questions that met a no."""
    want = {"buys": [1, 1, 0, 0]}

    assert judged(end, ledger={"bought": [1, 0, 0, 0]}, people=want)["business"] == 50.0
    assert judged(end, ledger={"bought": [1, 1, 0, 0], "asks": [1, 1, 0, 0]}, people=want)["business"] == 100.0
    assert judged(end, ledger={"bought": [1, 1, 0, 0], "asks": [1, 1, 1, 1]}, people=want)["business"] == 50.0
    assert judged(end, ledger={"bought": [1, 0, 0, 0], "asks": [3, 0, 0, 0]}, people=want)["business"] == 25.0


def test_a_second_purchase_makes_no_second_customer(end):
    """Nor does a sale to somebody who never wanted it win the business anything, though they are a customer."""
    twice = judged(end, ledger={"bought": [2, 0, 0, 0]}, people={"buys": [1, 1, 0, 0]})
    unwanted = judged(end, ledger={"bought": [0, 0, 1, 0]}, people={"buys": [1, 1, 0, 0]})

    assert (twice["business"], twice["bought"]) == (50.0, 1)
    assert (unwanted["business"], unwanted["bought"]) == (0.0, 1)


def test_who_had_bought_elsewhere_is_half_a_customer_won(end):
    """The need was there, and you came late."""
    late = judged(
        end, state={"elsewhere": [1, 0, 0, 0]}, ledger={"bought": [1, 0, 0, 0]}, people={"buys": [1, 0, 0, 0]}
    )

    assert late["business"] == 50.0


def test_where_nobody_wants_to_buy_the_business_is_the_people(end):
    """A cast without buyers can still be courted to a full score."""
    found = judged(end, state={"happy": 1})

    assert found["business"] == found["people"] == pytest.approx(found["score"])


def test_harm_of_two_and_a_half_points_a_head_halves_the_manners(end):
    """None costs nothing; what one alone has suffered is shared by all."""
    assert judged(end)["manners"] == 100.0
    assert judged(end, state={"harm": 0.025})["manners"] == pytest.approx(50.0)
    assert judged(end, state={"harm": [0.1, 0, 0, 0]})["manners"] == pytest.approx(50.0)


def test_the_worst_manners_leave_three_tenths_of_the_score(end):
    """Half of them leave what lies half way between."""
    fine, half, worst = (judged(end, state={"happy": 1, "harm": harm})["score"] for harm in (0.0, 0.025, 1e9))

    assert worst == pytest.approx(0.3 * fine)
    assert half == pytest.approx(0.65 * fine)


def test_trust_is_the_mean_over_the_people(end):
    """Of those who are gone as well."""
    state, _, people = end
    found = judged(end, ledger={"present": [0, 1, 1, 1]})

    assert found["mean_trust"] == pytest.approx(trust(state, people, PARAMS)[0].mean())
