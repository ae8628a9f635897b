"""Every shipped scenario keeps its contract: the lesson it claims is what pays."""

import pytest

from game.bots.contract import check_contract
from game.scenario.format.schema import Comparison
from tests.plays import SHIPPED, compiled

GAMES = 200
LOSERS = {"pushy", "spammer", "always_asks", "never_asks"}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_contract_is_kept(name):
    """Over 200 games each promise holds; a broken one is named with its figure and a game that shows it."""
    broken = [f"{v.promise}: {v.says}; game {v.episode}" for v in check_contract(compiled(name), GAMES) if not v.kept]

    assert broken == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_contract_promises_what_the_game_teaches(name):
    """Each shipped scenario promises that patience beats the four classic mistakes by ten points or more."""
    promises = [p for p in compiled(name).scenario.contract.values() if isinstance(p, Comparison)]
    beaten = {other for p in promises if p.better == "patient" and p.points >= 10 for other in p.than}

    assert beaten >= LOSERS
