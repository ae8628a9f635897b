"""An agent with a real learner: after a bounded training it beats the pushy, and its report says when it asks."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.slow
def test_an_agent_learns_to_wait_and_beats_the_pushy():
    """45,000 days of The Slow Roast, from dice: over games it never saw, with the same people and the same chance, it
    leads the pushy bot and the dice it began with, and it asks little in the first week.

    Whether so short a training takes the last step, to ask at all, differs from processor to processor: their sums
    differ in the last digit, and a training carries that far. So nothing is said of it here.
    """
    if find_spec("sb3_contrib") is None:
        pytest.skip("the group `learn` is not installed: python3 scripts/test.py --learn")
    command = (
        str(ROOT / "examples" / "learn_to_court.py"),
        "slow_roast",
        "--days",
        "45000",
        "--games",
        "100",
        "--json",
    )
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)

    for rival in ("pushy", "random"):
        assert figures["leads"][rival]["low"] > 0, rival
    agent, dice = figures["agent"], figures["random"]
    assert len(agent["asks_by_day"]) == 28
    assert sum(agent["asks_by_day"][:7]) < 0.5 * sum(dice["asks_by_day"][:7])
    assert sum(agent["asks_by_day"]) == pytest.approx(agent["asks_a_game"] * 100)


@pytest.mark.slow
@pytest.mark.parametrize("learner", ["PPO", "A2C", "MaskablePPO"])
def test_stock_learners_run_as_their_first_page_shows_them(learner):
    """Made by name in a vector of environments, they learn for some steps without a word of complaint."""
    if find_spec("sb3_contrib") is None:
        pytest.skip("the group `learn` is not installed: python3 scripts/test.py --learn")
    program = (
        "import game.lab.gym, stable_baselines3, sb3_contrib\n"
        "from stable_baselines3.common.env_util import make_vec_env\n"
        f"learner = getattr(stable_baselines3, {learner!r}, None) or getattr(sb3_contrib, {learner!r})\n"
        "envs = make_vec_env(game.lab.gym.ID, n_envs=2, env_kwargs={'scenario': 'first_hello'})\n"
        "learner('MultiInputPolicy', envs, n_steps=16).learn(64)\n"
        "print('learnt')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)

    assert done.stdout.endswith("learnt\n"), done.stderr
