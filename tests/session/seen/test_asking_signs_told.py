"""Before a question the mirror names what can be seen for it and against it, and its verdict agrees with that."""

from functools import cache

import pytest

from game.bots.registry import bots
from game.session.seen.asking_signs_told import AGAINST, FOR
from game.session.seen.mirror import Mirror
from tests.plays import SHIPPED, bot_plays_a_day, session

ASKS = ("propose", "pitch", "small_offer", "ask_to_share")


@cache
def forecasts(name):
    """Of every follower on every morning of some games: the move, the signs, what the mirror says."""
    found = []
    for bot in ("patient", "always_asks", "reader", "never_asks", "spammer"):
        game = session(name, 4)
        while not game.finished:
            now = game.playthrough
            present = now.position.ledger.present[0]
            for column, who in enumerate(now.compiled.ids):
                if present[column] > 0.5:
                    mirror = Mirror(now, who)
                    found += [(move, mirror.signs, mirror.line(move)) for move in ASKS]
            bot_plays_a_day(game, bots()[bot])
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_a_verdict_has_its_reason(name):
    """A likely yes has something that speaks for it, a likely no something against it."""
    for move, _, line in forecasts(name):
        told = line.forecast
        if told.told == "Likely a yes":
            assert "For it: " in told.counted, (move, line)
        if told.told == "Likely a no":
            assert "Against it: " in told.counted, (move, line)


@pytest.mark.parametrize("name", SHIPPED)
def test_both_sides_never_say_the_opposite(name):
    """Whoever has told a need is not said to have shown none, and whoever answers warmly does not lack a warm word."""
    for _, _, line in forecasts(name):
        told = line.forecast.counted
        assert not ("a need that" in told and "no need has shown" in told)
        assert not ("warm answer" in told.replace("no warm answer", "") and "no warm answer" in told)
        assert not ("warm answers" in told and "cool answers" in told)
        assert not ("glad looks" in told and "sour looks" in told)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_sign_that_can_be_named_is_named_somewhere(name):
    """A sign that no game shows would be a sentence that nobody reads; rare ones may miss in one scenario."""
    told = " ".join(line.forecast.counted for _, _, line in forecasts(name))
    unnamed = {sign.words for sign in (*FOR, *AGAINST) if sign.words not in told}
    assert len(unnamed) <= 3, unnamed


@pytest.mark.parametrize("name", SHIPPED)
def test_a_favour_is_not_argued_by_a_need(name):
    """Whether somebody needs what you sell says nothing of a share."""
    for move, _, line in forecasts(name):
        if move == "ask_to_share":
            assert "need" not in line.forecast.counted
