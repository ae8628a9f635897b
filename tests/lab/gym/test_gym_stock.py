"""What other programs expect of an environment: names, wrappers, copies, and sentences where something is missing."""

import pickle
import subprocess
import sys

import gymnasium
import numpy as np
import pytest

from game.lab.gym.single import CourtshipEnv
from tests.lab.gym.episodes import made


def test_without_gymnasium_the_sentence_names_the_extra():
    """Importing it where Gymnasium is missing tells what to install."""
    program = "import sys; sys.modules['gymnasium'] = None; import game.lab.gym"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "pip install 'courtship[gym]'" in done.stderr


def test_no_entry_of_an_info_has_a_name_that_the_ecosystem_keeps():
    """`episode`, `final_info` and their like belong to wrappers and learners, which put statistics there."""
    env = made()
    _, info = env.reset(seed=1)
    *_, more = env.step(env.action_space.sample())

    kept = {"episode", "final_obs", "final_info", "terminal_observation", "TimeLimit.truncated"}
    assert not kept & (set(info) | set(more))


@pytest.mark.parametrize("wrap", [gymnasium.wrappers.RecordEpisodeStatistics, gymnasium.wrappers.FlattenObservation])
def test_stock_wrappers_take_it(wrap):
    """A whole game goes through the wrappers of the first pages of the library."""
    wrapped = wrap(gymnasium.make("game.lab.gym:courtship/Courtship-v0", scenario="first_hello"))
    wrapped.reset(seed=0)
    over = False
    while not over:
        _, _, over, _, info = wrapped.step(wrapped.action_space.sample())

    assert 0.0 <= info["score"] <= 100.0


def test_it_can_be_sent_elsewhere_in_the_middle_of_a_game():
    """Pickled after some days and unpickled, it shows and earns what the one here does."""
    env = made()
    env.reset(seed=3)
    env.action_space.seed(4)
    for _ in range(3):
        env.step(env.action_space.sample())
    other = pickle.loads(pickle.dumps(env))

    for _ in range(4):
        action = env.action_space.sample()
        (seen, reward, over, _, info), (there, earned, done, _, told) = env.step(action), other.step(action)
        assert (reward, over, info["day"]) == (earned, done, told["day"])
        assert all(np.array_equal(seen[name], there[name]) for name in seen)


def test_an_unknown_render_mode_is_a_type_error_for_libraries_that_try_one():
    """Stable-Baselines3 asks for a mode first and does without it at a TypeError."""
    with pytest.raises(TypeError, match="no render mode"):
        CourtshipEnv("first_hello", render_mode="human_made")
