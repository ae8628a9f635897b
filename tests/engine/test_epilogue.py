"""The month after the last day: the same bits as thirty days on which nothing is done, and the score is taken there."""

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.days import begin, outcome_now, outcome_of
from game.engine.epilogue import EPILOGUE_NIGHTS, a_month_later
from game.model import draw, no_choices, step
from tests.plays import compiled

FIRST = compiled("first_hello")


def ended(name: str, episodes: np.ndarray):
    return play(FIRST, bots()[name], 5, episodes)


def test_it_is_thirty_empty_days_of_the_plain_model():
    final = ended("pushy", np.arange(6))
    later = a_month_later(final)
    state, ledger = final.state, final.ledger
    for day in range(final.day, final.day + EPILOGUE_NIGHTS):
        chance = draw(5, final.episodes, day, final.shape[1])
        state, ledger, _ = step(state, ledger, no_choices(*final.shape), chance, final.people, FIRST.rules, day)

    for mine, plain in ((later.state, state), (later.ledger, ledger)):
        for name, value in vars(plain).items():
            assert np.array_equal(getattr(mine, name), value), name
    assert later.day == final.day + EPILOGUE_NIGHTS


def test_a_game_alone_has_the_month_it_has_among_others():
    together, alone = ended("patient", np.arange(8)), ended("patient", np.array([5]))

    assert outcome_of(alone).score[0] == outcome_of(together).score[5]


def test_each_morning_is_shown():
    final, mornings = ended("patient", np.arange(2)), []
    later = a_month_later(final, mornings.append)

    assert [m.day for m in mornings] == list(range(final.day + 1, final.day + 1 + EPILOGUE_NIGHTS))
    assert np.array_equal(mornings[-1].state.facets, later.state.facets)


def test_before_the_end_there_is_none():
    with pytest.raises(ValueError, match="over"):
        a_month_later(begin(FIRST, 0, np.arange(1)))


def test_what_was_pressed_out_on_the_last_day_has_sunk_in_a_month_later():
    final = ended("always_asks", np.arange(64))

    assert outcome_of(final).following.mean() < outcome_now(final).following.mean()
