"""Hearing a line: whatever an author has written for somebody can be heard, as the game would say it."""

import pytest

from game.desk.hearing import hear
from game.scenario import load_text
from game.scenario.format.vocabulary import SIGNALS
from game.scenario.texts import builtin

SHOP = """scenario_format: 1
title: Flowers
business: {name: Käthe, trade: florist, offer: A wreath}
crowd: {count: 0}
followers:
  greta: {name: Greta Holm, loves: {graves: 80}, motive: buyer, ready: {from: 7, until: 13}}
  tom: {name: Tom Brandt, loves: {roses: 80}, motive: seller}
"""
SPOKEN = [signal for signal in SIGNALS if signal in builtin.texts().signals]


@pytest.mark.parametrize("signal", SPOKEN)
@pytest.mark.parametrize("who", ["greta", "tom"])
def test_a_line_written_for_somebody_is_heard_among_two_hundred(signal, who):
    """Each signal, said by a customer and by a seller."""
    loaded = load_text(f"{SHOP}lines:\n  {signal}:\n    - {{text: My own words., by: [{who}]}}\n")

    said = [words for _, words in hear(loaded, signal, who, 200, 0)]

    assert any("My own words." in words for words in said)


def test_own_lines_come_beside_those_of_the_game_as_the_page_of_the_format_says():
    """About one in three, and never only one of both kinds."""
    own = "".join(f"    - Thanks number {number}.\n" for number in range(10))
    loaded = load_text(f"{SHOP}lines:\n  thanks:\n{own}")
    said = [words for seed in range(50) for _, words in hear(loaded, "thanks", "greta", 6, seed)]

    assert 0.25 <= sum(words.startswith("Thanks number") for words in said) / len(said) <= 0.45
