"""Words for a face are as large as what such faces stand for, measured over games by all kinds of players."""

from collections import defaultdict
from functools import cache

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.days import day_explained
from game.engine.seen.face_sizes import CHANGES, CLEAR_CHANGE, CLEAR_WORDS, LARGE_CHANGE, LARGEST_WORDS, steps_meant
from game.engine.seen.odds_seen import TAKEN
from game.engine.seen.seen_conditions import signs_of
from game.engine.seen.situations import situations_of
from game.model import trust
from game.model.signals import Signal
from game.scenario.format.vocabulary import SITUATIONS
from tests.lab.signs.test_mirror_odds import EPISODES, _made_by_half
from tests.plays import SHIPPED, compiled

PLAYERS = ("patient", "random", "pushy", "reader", "thanker")
EVERY, FEW = 8, 15  # mornings, and faces below which a half says nothing
NEARLY = 0.6  # of what is meant, that is found at least
CASES = [(move, situation) for move, situations in CHANGES.items() for situation in situations]


@cache
def changes():
    """Points of trust before and after a move, of those who lit up (1) or turned away at once (-1)."""
    found, dice = defaultdict(list), np.random.default_rng(1)
    for name in SHIPPED:
        rules = compiled(name).rules
        for bot in PLAYERS:
            kept = []
            play(compiled(name), bots()[bot], 8, EPISODES, lambda *day, kept=kept: kept.append(day[:2]))
            for morning, plan in kept[::EVERY]:
                for number, move in enumerate(rules.moves.ids):
                    if move not in CHANGES:
                        continue
                    forced, can, seems = _made_by_half(morning, plan, number, dice)
                    day = day_explained(morning, forced)[0]
                    before, after = (trust(s, morning.people, rules.params) for s in (day.morning, day.after_direct))
                    codes = situations_of(move, signs_of(morning.ledger, seems))
                    for side, tell in ((1, Signal.TELL_LIT_UP), (-1, Signal.TELL_CLOSED)):
                        for row, column in np.argwhere(can & (day.signals.tell == tell)):
                            change = 100 * float(after[row, column] - before[row, column])
                            found[move, SITUATIONS[codes[row, column]], side].append(change)
    return dict(found)


def test_every_move_that_shows_has_its_sizes():
    """Where the mirror knows how a move is taken, the night knows how large its words may be."""
    assert {move: set(some) for move, some in CHANGES.items()} == {move: set(some) for move, some in TAKEN.items()}


@pytest.mark.slow
@pytest.mark.parametrize(("move", "situation"), CASES, ids=["-".join(case) for case in CASES])
def test_large_words_stand_for_large_changes(move, situation):
    """Of those who light up or turn away, half at least have gained or lost what the largest words may stand for."""
    for side, steps in zip((-1, 1), steps_meant(move, situation), strict=True):
        found = changes().get((move, situation, side), [])
        if len(found) < FEW or steps < CLEAR_WORDS:
            continue
        least = LARGE_CHANGE if steps == LARGEST_WORDS else CLEAR_CHANGE
        assert side * np.median(found) >= NEARLY * least, (side, np.median(found), len(found))
