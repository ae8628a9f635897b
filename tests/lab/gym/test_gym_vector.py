"""Many games as one vector environment: each row is the single environment's game, and the engine steps once a day."""

import gymnasium
import numpy as np
import pytest
from gymnasium.vector import AutoresetMode

import game.lab.gym
from game.errors import CannotPlay
from game.lab.gym import game_batch as engine
from tests.lab.gym.episodes import made
from tests.plays import SHIPPED


def many(scenario="first_hello", count=5, **more):
    return gymnasium.make_vec(
        game.lab.gym.ID, num_envs=count, vectorization_mode="vector_entry_point", scenario=scenario, **more
    )


@pytest.mark.parametrize("scenario", SHIPPED)
def test_each_row_is_a_single_game(scenario):
    """Row i shows, allows and earns what the single environment does in episode i, bit for bit, over two games."""
    envs, count = many(scenario, 4), 4
    rng = np.random.default_rng(0)
    sights, infos = envs.reset(seed=8)
    days = len_of(envs)
    trace = [(sights, infos, np.zeros(count), np.zeros(count, dtype=bool))]
    actions = []
    for _ in range(2 * days + 1):
        actions.append(rng.integers(0, [envs.single_action_space.nvec] * count))
        sights, rewards, over, _, infos = envs.step(actions[-1])
        trace.append((sights, infos, rewards, over))

    for row in range(count):
        env = made(scenario)
        seen, info = env.reset(seed=8, options={"episode": row})
        reward, over = 0.0, False
        for day, (sights, infos, rewards, ends) in enumerate(trace):
            if day == days + 1:  # the step after the last day begins the next game, whatever the action
                seen, info = env.reset(options={"episode": row + count})
                reward, over = 0.0, False
            elif day:
                seen, reward, over, _, info = env.step(actions[day - 1][row])
            for name, values in seen.items():
                np.testing.assert_array_equal(values, sights[name][row])
            for name, value in info.items():
                np.testing.assert_array_equal(value, infos[name][row])
                assert infos[f"_{name}"][row]
            assert (reward, over) == (rewards[row], ends[row])


def len_of(envs):
    return envs.unwrapped.games.compiled.scenario.days


def test_the_engine_is_stepped_once_a_day(monkeypatch):
    """Seven rows or one: the batch's day is played once a step."""
    calls = []
    real = engine.Batch.play_day
    monkeypatch.setattr(engine.Batch, "play_day", lambda *a: (calls.append(1), real(*a))[1])
    envs = many(count=7)
    envs.reset(seed=0)
    for _ in range(3):
        envs.step(envs.action_space.sample())

    assert len(calls) == 3


def test_games_begin_anew_within_the_last_step():
    """SameStep: the last day's step shows the new games' first morning, and the old sight stands in `final_obs`."""
    late, soon = many(), many(autoreset_mode="SameStep")
    assert soon.metadata["autoreset_mode"] is AutoresetMode.SAME_STEP
    late.reset(seed=3)
    soon.reset(seed=3)
    for _ in range(len_of(late)):
        actions = late.action_space.sample()
        last, rewards, _, _, info = late.step(actions)
        first, earned, over, _, infos = soon.step(actions)

    assert over.all()
    np.testing.assert_array_equal(rewards, earned)
    np.testing.assert_array_equal(infos["final_info"]["score"], info["score"])
    for row in range(5):
        np.testing.assert_array_equal(infos["final_obs"][row]["followers"], last["followers"][row])
    begun, *_ = late.step(actions)
    np.testing.assert_array_equal(begun["followers"], first["followers"])
    assert infos["episode_number"].tolist() == [5, 6, 7, 8, 9]


def test_games_that_do_not_begin_anew_want_a_reset():
    """Disabled: a step after the end is refused with what to do; resetting all rows goes on with new people."""
    envs = many(autoreset_mode=AutoresetMode.DISABLED)
    with pytest.raises(gymnasium.error.ResetNeeded, match="reset"):
        envs.step(envs.action_space.sample())
    envs.reset(seed=1)
    for _ in range(len_of(envs)):
        envs.step(envs.action_space.sample())
    with pytest.raises(gymnasium.error.ResetNeeded, match="reset"):
        envs.step(envs.action_space.sample())
    _, infos = envs.reset(options={"reset_mask": np.ones(5, dtype=bool)})
    assert infos["episode_number"].tolist() == [5, 6, 7, 8, 9]
    with pytest.raises(CannotPlay, match="all rows"):
        envs.reset(options={"reset_mask": np.arange(5) > 2})


def test_gymnasium_agrees_with_its_own_vectors():
    """A loop of single environments, each at its row's episode, sees the same."""
    envs = many(count=3)
    loop = gymnasium.vector.SyncVectorEnv([lambda: gymnasium.make(game.lab.gym.ID)] * 3)
    mine, _ = envs.reset(seed=2, options={"episode": 6})
    for row, env in enumerate(loop.envs):
        seen, _ = env.reset(seed=2, options={"episode": 6 + row})
        np.testing.assert_array_equal(seen["followers"], mine["followers"][row])
    assert envs.observation_space == loop.observation_space
    assert envs.action_space == loop.action_space
    assert mine in envs.observation_space
    loop.close()


def test_mistakes_are_told():
    """A mode that is none, no games at all, actions for other rows."""
    with pytest.raises(CannotPlay, match="NextStep"):
        many(autoreset_mode="Never")
    with pytest.raises(CannotPlay, match="at least one"):
        many(count=0)
    envs = many(count=2)
    envs.reset(seed=0)
    with pytest.raises(gymnasium.error.InvalidAction, match="here it is \\(2,"):
        envs.step(np.zeros((3, 8), dtype=int))
