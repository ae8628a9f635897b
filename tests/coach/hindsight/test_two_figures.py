"""A question has two figures of how likely a yes was: the date mirror's and the true one. No third is told."""

import re

import pytest

from game.coach.hindsight.marked_decision import asks
from game.coach.hindsight.review import review
from tests.plays import SHIPPED, played

FIGURE = re.compile(r"\d %|\d per cent")


@pytest.mark.parametrize("bot", ["patient", "pushy", "always_asks"])
@pytest.mark.parametrize("name", SHIPPED)
def test_what_mattered_tells_no_further_chance_of_a_question(name, bot):
    """Whether all that had shown spoke for asking is told in words; nor is there a chance of those passed over."""
    now = played(name, bot, 1).playthrough
    marked = review(now, 100, 16)
    told = [words for d, words in (*marked.dearest, *marked.finest) if asks(now, d.made) or asks(now, d.known.best)]
    told += [words for _, words in marked.passed_over]

    assert told
    assert not [words for words in told if FIGURE.search(words)]
