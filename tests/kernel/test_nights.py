"""What is left out or done once for many is the same to the bit: nights after the last day, chance that games share."""

from dataclasses import fields, replace
from itertools import chain
from types import SimpleNamespace

import numpy as np
import pytest

from game.engine.epilogue import EPILOGUE_NIGHTS
from game.kernel.by_numpy.numpy_day import WIDE, NumpyDay, NumpyNights
from game.kernel.draws import NOISE_OF_A_DAY, Draws
from game.kernel.frame import Frame
from game.kernel.graph.graph import INPUT
from game.kernel.graph.idle_night import idle_night
from game.kernel.graph.traced_day import day_graph, rows_of
from game.model import Outcome, draw, outcome
from game.model.outcome import SCORED
from tests.model.test_identity import mixed_choices
from tests.model.world import RULES, Moment, begin

DAYS = 10
ROWS = frozenset(row for name in SCORED for row in rows_of(*name.split(".")))


def after_days(episodes: int, seed: int) -> Moment:
    """Ten days of moves of every kind, with a day off now and then."""
    here = begin(np.arange(episodes), seed=seed)
    for day in range(DAYS):
        choices = mixed_choices(here)
        acted = (np.arange(here.shape[1]) + day) % 3 > 0
        here, _ = here.play(replace(choices, move=np.where(acted, choices.move, 0)))
    return here


def nights_later(here: Moment, kind: type[NumpyDay]) -> Moment:
    """The morning after thirty nights without a move."""
    frame = Frame(here.people, RULES, here.seed, here.episodes, lasting=False)
    frame.put(here.state, here.ledger)
    frame.choose(here.idle())
    player = kind(frame)
    for night in range(EPILOGUE_NIGHTS):
        player.play(here.day + night)
    state, ledger, _ = frame.morning()
    return replace(here, state=state, ledger=ledger)


def outcome_at(here: Moment) -> Outcome:
    """The outcome as it stands."""
    return outcome(here.state, here.ledger, here.people, RULES.params)


@pytest.mark.parametrize("episodes", [1, 256])
def test_the_nights_bring_what_whole_days_bring_to_all_that_is_scored(episodes):
    """Few and many games: every figure of the outcome has the same bits, every quantity that it reads is equal."""
    for seed in range(4):
        here = after_days(episodes, seed)
        assert (here.shape[0] * here.shape[1] >= WIDE) == (episodes > 1)
        whole, quick = nights_later(here, NumpyDay), nights_later(here, NumpyNights)

        for field in fields(Outcome):
            one, other = getattr(outcome_at(whole), field.name), getattr(outcome_at(quick), field.name)
            assert one.tobytes() == other.tobytes(), field.name
        for name in SCORED:
            group, field_name = name.split(".")
            assert np.array_equal(
                getattr(getattr(whole, group), field_name), getattr(getattr(quick, group), field_name)
            ), name


def test_an_outcome_reads_what_it_says_of_state_and_ledger():
    """What a night need not bring forward is read by no figure of the outcome."""
    here, read = after_days(1, 3), set[str]()

    class Watched(SimpleNamespace):
        def __getattribute__(self, name: str) -> object:
            held = object.__getattribute__(self, "__dict__")
            if name in held and name != "group":
                read.add(f"{held['group']}.{name}")
            return object.__getattribute__(self, name)

    state, ledger = (
        Watched(group=group, **{f.name: getattr(value, f.name) for f in fields(value)})
        for group, value in (("state", here.state), ("ledger", here.ledger))
    )
    outcome(state, ledger, here.people, RULES.params)

    assert read == set(SCORED)


def test_a_night_needs_less_than_half_of_what_a_day_does():
    """Neither tells nor what is remembered of moves change the score, and nothing is left of a move."""
    whole, night = day_graph(4), idle_night(4, ROWS)
    done = [graph.graph.needed(tuple(graph.outputs.values())) for graph in (whole, night)]
    read = {night.graph.nodes[n].what for n in done[1] if night.graph.nodes[n].operation == INPUT}

    assert len(done[1]) < len(done[0]) / 2
    assert set(night.outputs) >= ROWS
    assert not any(str(name).startswith(("noise.tell", "choices.")) for name in read)


@pytest.mark.parametrize(
    "episodes", [np.array([4, 9, 2, 4, 9, 2]), np.array([4, 9, 9, 4]), np.arange(5), np.full(3, 7)]
)
def test_games_that_share_their_chance_get_the_chance_of_each(episodes):
    """What is drawn once for games of one number is, for each of them, what the model draws for that number."""
    here = begin(episodes, seed=3)
    frame = Frame(here.people, RULES, here.seed, here.episodes)
    Draws(frame, set(chain(*NOISE_OF_A_DAY))).draw(6)

    expected = draw(here.seed, here.episodes, 6, here.shape[1])
    first = frame.layout.fixed.index(NOISE_OF_A_DAY[0][0])
    for number, name in enumerate(chain(*NOISE_OF_A_DAY)):
        assert np.array_equal(frame.fixed[first + number].T, getattr(expected, name.removeprefix("noise."))), name
