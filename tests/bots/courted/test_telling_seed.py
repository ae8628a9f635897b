"""Who begins a scenario that teaches meets people of whom one shows a need while there is time to ask."""

from itertools import count

import numpy as np
import pytest

from game.bots.courted.telling_seed import MOST_TRIED, need_shows_by, shows_in_time, telling_seed
from game.bots.play import play
from game.bots.registry import bots
from game.scenario import load_text
from game.session.runs.recorded_scenario import compiled_of
from tests.plays import SHIPPED, compiled

BY = 5


@pytest.fixture(scope="module")
def lesson():
    """The shipped scenario that asks for it."""
    return compiled("first_hello")


def shown(compiled, seed):
    """Who buys, and who has said by each evening that they need it, of a game that is courted and not asked."""
    evenings, buys = [], []

    def watch(_morning, _plan, after):
        evenings.append(after.ledger.needs[0] + after.ledger.prices[0] >= 1.0)
        buys[:] = (after.people.buys[0] > 0.5).tolist()

    play(compiled, bots()["never_asks"], seed, np.array([0]), watch, lasting=False)
    return np.array(buys), np.array(evenings)


def test_the_first_lesson_asks_for_it_and_leaves_a_day_to_ask(lesson):
    """By the fifth of seven days; the four weeks take people as they come."""
    assert need_shows_by(lesson) == BY < lesson.days
    assert [name for name in SHIPPED if need_shows_by(compiled(name))] == ["first_hello"]


def test_every_seed_that_the_program_chooses_shows_a_need_in_time_and_no_false_one(lesson):
    """Of a hundred new games; of seeds in a row a good part does not."""
    numbers = count(7)
    for _ in range(100):
        buys, evenings = shown(lesson, telling_seed(lesson, lambda: next(numbers)))
        assert (evenings[BY - 1] & buys).any()
        assert not (evenings[-1] & ~buys).any()
    unfit = float(np.mean([not shows_in_time(lesson, seed, BY) for seed in range(200)]))
    print(f"{unfit:.0%} of 200 seeds in a row show no need in time, or a false one")
    assert 0.1 < unfit < 0.6


def test_a_scenario_that_does_not_ask_for_it_takes_the_first_seed_drawn():
    """No trial is played."""
    numbers = count(41)
    assert telling_seed(compiled("slow_roast"), lambda: next(numbers)) == 41
    assert next(numbers) == 42


def test_where_no_seed_fits_the_first_is_taken_and_the_search_ends():
    """A scenario without anybody who buys can be begun all the same."""
    text = (
        "scenario_format: 1\ntitle: Nobody\nsummary: Nobody buys.\ndays: 4\nbusiness: {name: A shop, trade: bakery}\n"
        "cast: {need_shows_by: 2}\nfollowers:\n  ada: {name: Ada Berg, motive: courtesy}\n"
        "crowd: {count: 1, mix: {courtesy: 1}}\n"
    )
    numbers = count(3)
    assert telling_seed(compiled_of(load_text(text)), lambda: next(numbers)) == 3
    assert next(numbers) == 3 + MOST_TRIED
