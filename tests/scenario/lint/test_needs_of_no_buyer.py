"""A time for a yes is told where no good end is to buy, and only there."""

import pytest

from game.model.cast.motives import BUILT_IN
from game.scenario import load_text
from game.scenario.lint.linting import lint

HEAD = """scenario_format: 1
title: Wheels on Quay Street
business: {name: Spoke and Chain, trade: bicycle workshop}
crowd: {count: 2}
"""
READY = "ready: {from: 5, until: 11}"


def lines_told(text: str) -> list[int]:
    loaded = load_text(HEAD + text)
    assert loaded.ok, loaded.problems
    return [p.line for p in lint(loaded) if p.code == "ready-no-buyer"]


@pytest.mark.parametrize("motive", BUILT_IN, ids=lambda motive: motive.id)
def test_ready_is_told_of_every_motive_that_does_not_end_in_a_sale(motive) -> None:
    """With the follower and with one of their lives alike."""
    follower = f"followers:\n  rolf: {{name: Rolf Amsel, motive: {motive.id}, {READY}}}\n"
    lives = (
        "followers:\n  rolf:\n    name: Rolf Amsel\n    lives:\n"
        f"      one: {{motive: {motive.id}, {READY}}}\n      two: {{motive: buyer, {READY}}}\n"
    )

    assert lines_told(follower) == [6] * (motive.happy_end != "customer")
    assert lines_told(lives) == [9] * (motive.happy_end != "customer")


@pytest.mark.parametrize("follower", ["motive: seller, happy_end: customer", "loves: {rye: 40}", "motive: collector"])
def test_ready_is_not_told_where_a_sale_may_be_a_good_end(follower: str) -> None:
    """An end of one's own, a motive that is drawn, and a motive of one's own that buys."""
    own = "motives: {collector: {title: Collector, interest: 60, happy_end: customer}}\n"

    assert lines_told(f"{own}followers:\n  rolf: {{name: Rolf Amsel, {follower}, {READY}}}\n") == []


def test_ready_that_comes_from_an_archetype_is_told_there() -> None:
    """Where it stands is where it is mended."""
    text = f"archetypes:\n  pusher: {{motive: seller, {READY}}}\n"
    text += "followers:\n  rolf: {name: Rolf Amsel, based_on: pusher}\n"

    assert lines_told(text) == [6]
