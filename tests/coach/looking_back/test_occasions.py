"""Which sentence explains a change: by the cause, by whether it did good, and by what had been done."""

from dataclasses import replace

import numpy as np
import pytest

from game.coach.looking_back.explained import largest_reason, reasons
from game.session.entries import EndDay, PlanMove
from game.session.turns import after
from tests.plays import session

MUCH = 0.02


@pytest.fixture(scope="module")
def first():
    return session("first_hello", 2).playthrough


def day(first, *items, causes, signal=0, **ledger):
    """One day with some moves, of which the first follower's trust is said to have changed by these causes."""
    figures = {name: getattr(first.position.ledger, name).copy() for name in ledger}
    for name, value in ledger.items():
        figures[name][0, 0] = value
    position = replace(first.position, ledger=replace(first.position.ledger, **figures))
    now = after(replace(first, position=position), EndDay())
    played = replace(now.history[0], morning=position, items=items)
    amounts = {name: np.full((1, now.compiled.followers), amount) for name, amount in causes.items()}
    vars(played)["causes"] = amounts
    reaction = np.full((1, now.compiled.followers), signal, dtype=np.int8)
    vars(played)["day"] = replace(played.day, signals=replace(played.day.signals, reaction=reaction))
    return replace(now, history=(played,))


def occasions(now):
    return [reason.occasion for reason in reasons(now, now.compiled.ids[0], 1)]


def move(first, name, content=""):
    return PlanMove(name, first.compiled.ids[0], content)


@pytest.mark.parametrize(
    ("name", "amount", "ledger", "told"),
    [
        ("thank_privately", MUCH, {"shared_age": 3.0}, "thanks_earned"),
        ("thank_privately", MUCH, {"shared_age": 90.0}, "thanks_small"),
        ("thank_privately", -MUCH, {"shared_age": 3.0}, "thanks_unearned"),
        ("congratulate", MUCH, {}, "congratulated"),
        ("answer", MUCH, {}, "answered"),
        ("follow_up", MUCH, {}, "follow_up"),
    ],
)
def test_a_move_of_a_kind_has_words_of_its_kind(first, name, amount, ledger, told):
    """Thanks for what was done lately, good wishes, an answer, coming back to what was told."""
    (found,) = occasions(day(first, move(first, name), causes={"move": amount}, **ledger))

    assert found in {told, f"{name}_{told}"}


@pytest.mark.parametrize(
    ("cause", "amount", "told"),
    [
        ("waiting", -MUCH, "waiting"),
        ("forgetting", -MUCH, "forgetting"),
        ("forgetting", MUCH, "warming"),
        ("unasked", -MUCH, "unasked"),
        ("seen_through", -MUCH, "seen_through"),
        ("boasting", MUCH, "boasting_liked"),
        ("boasting", -MUCH, "boasting"),
        ("mending", MUCH, "apology"),
        ("mending", -MUCH, "apology_empty"),
        ("waiting", MUCH, "other"),
    ],
)
def test_each_cause_has_its_words_for_good_and_for_ill(first, cause, amount, told):
    """Of a day on which nothing was done to them."""
    assert occasions(day(first, causes={cause: amount})) == [told]


def test_a_post_that_sells_is_told_as_one(first):
    """Whoever liked it all the same is told both."""
    post = PlanMove("post_promotion")
    good, sold = occasions(day(first, post, causes={"post": MUCH, "post_selling": -0.01}))

    assert good in {"post_good_although", "post_promotion_post_good_although"}
    assert sold in {"post_selling", "post_promotion_post_selling"}


def test_what_fades_beside_a_move_is_no_forgetting(first):
    """Who was written to is not told that nothing was done."""
    assert occasions(day(first, move(first, "comment"), causes={"forgetting": -MUCH})) == ["fading", "no_trace"]
    assert occasions(day(first, PlanMove("post_story"), causes={"forgetting": -MUCH})) == ["fading"]


def test_reasons_are_told_the_largest_first_and_small_ones_together(first):
    """What is less than a twentieth of a point each is summed under one."""
    found = reasons(
        day(first, causes={"unasked": -0.01, "waiting": -0.03, "boasting": 0.0004, "mending": 0.0003}),
        first.compiled.ids[0], 1,
    )  # fmt: skip

    assert [reason.cause for reason in found] == ["waiting", "unasked", "other"]
    assert [reason.amount for reason in found] == pytest.approx([-3.0, -1.0, 0.07])
    one = day(first, causes={"boasting": 0.0005})
    assert [reason.cause for reason in reasons(one, first.compiled.ids[0], 1)] == ["boasting"]


def test_what_a_move_meant_is_one_thing(first):
    """Its topic missed and its manner are told as one, and so are good and ill that was done to others."""
    now = day(first, move(first, "comment"), causes={"move": 0.03, "irrelevant": -0.01, "others_good": MUCH,
                                                     "others_bad": -0.005})  # fmt: skip
    found = reasons(now, now.compiled.ids[0], 1)

    assert [(reason.cause, round(reason.amount, 6)) for reason in found] == [("move", 2.0), ("others", 1.5)]


def test_the_scale_of_all_bars_is_the_largest_reason_and_one_point_at_least(first):
    """A hundredth of a point does not fill the width."""
    small, large = (day(first, causes={"waiting": amount}) for amount in (-0.001, -0.07))

    assert largest_reason(small) == 1.0
    assert largest_reason(large) == pytest.approx(7.0)
    assert largest_reason(first) == 1.0


@pytest.mark.parametrize("number", [0, 2])
def test_a_day_that_was_not_played_has_no_reasons(first, number):
    """It is refused with the days that there are, and so is a person whom nobody knows."""
    now = day(first, causes={})
    with pytest.raises(ValueError, match="expected a day from 1 to 1"):
        reasons(now, now.compiled.ids[0], number)
    with pytest.raises(ValueError, match="nobody"):
        reasons(now, "nobody", 1)
