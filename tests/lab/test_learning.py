"""An agent with a real learner: after a bounded training it beats the pushy, and its report says when it asks."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_an_agent_learns_to_wait_and_beats_the_pushy():
    """75,000 days of The Slow Roast, from dice: over games it never saw it leads the pushy bot clearly, with the same
    people and the same chance; more of its asks are accepted; and it asks little in the first week."""
    if find_spec("sb3_contrib") is None:
        pytest.skip("the group `learn` is not installed: python3 scripts/test.py --learn")
    command = (
        str(ROOT / "examples" / "learn_to_court.py"),
        "slow_roast",
        "--days",
        "75000",
        "--games",
        "100",
        "--json",
    )
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)

    assert figures["leads"]["pushy"]["low"] > 0
    agent, pushy = figures["agent"], figures["pushy"]
    assert agent["accepted"] > pushy["accepted"]
    assert len(agent["asks_by_day"]) == 28
    assert sum(agent["asks_by_day"][:7]) < 0.25 * sum(agent["asks_by_day"])
    assert sum(agent["asks_by_day"]) == pytest.approx(agent["asks_a_game"] * 100)
