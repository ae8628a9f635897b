"""`rgb_array`: the play screen of the very game that an agent plays."""

import pickle
from itertools import pairwise

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env
from gymnasium.wrappers import AddRenderObservation, RenderCollection

import game.lab.gym
from game.errors import CannotPlay
from game.lab.gym.single import CourtshipEnv
from tests.plays import SHIPPED


def made(scenario="first_hello", **more):
    return gymnasium.make(game.lab.gym.ID, scenario=scenario, render_mode="rgb_array", **more)


def lived(env, days, seed=4):
    """Some days by dice; whether the game is over."""
    dice, over = np.random.default_rng(seed), False
    while days and not over:
        _, _, over, _, _ = env.step(dice.integers(0, env.unwrapped.action_space.nvec))
        days -= 1
    return over


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_screen_plays_the_very_same_game(scenario):
    """Every bit of the state behind the picture is that of the agent's game, to the last day; each day looks new."""
    env = made(scenario)
    env.reset(seed=7)
    pictures, over, compared = [env.render()], False, 0
    while not over:
        over = lived(env, 1, seed=len(pictures))
        pictures.append(env.render())
        now, there = env.unwrapped._screen._session.playthrough, env.unwrapped.games.position
        here = now.position
        if now.waiting_events():
            continue  # the agent has answered, and the picture shows the question
        compared += 1
        for name, values in vars(there.state).items():
            assert np.array_equal(values, getattr(here.state, name)), name
        assert here.day == there.day
    assert {(p.shape, str(p.dtype)) for p in pictures} == {((720, 1280, 3), "uint8")}
    assert compared > 3
    assert all((a != b).any() for a, b in pairwise(pictures))


def test_a_new_game_has_a_new_picture_and_a_copy_has_the_same():
    env = made()
    env.reset(seed=1)
    lived(env, 2)
    picture = env.render()
    assert np.array_equal(pickle.loads(pickle.dumps(env.unwrapped)).render(), picture)
    env.reset(seed=1)
    assert (env.render() != picture).any()
    lived(env, 2)
    assert np.array_equal(env.render(), picture)


def test_gymnasiums_own_check_and_wrappers_take_it():
    check_env(made().unwrapped)
    frames = RenderCollection(made())
    frames.reset(seed=1)
    lived(frames, 2)
    assert len(frames.render()) == 3
    seen, _ = AddRenderObservation(made(), render_only=True).reset(seed=1)
    assert seen.shape == (720, 1280, 3)


def test_another_way_of_drawing_is_refused_with_those_there_are():
    with pytest.raises(CannotPlay, match=r"There is: ansi, rgb_array; or None\."):
        CourtshipEnv(render_mode="video")
