"""The wheel carries all it needs: built, installed in an empty environment, and played far from the checkout."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_wheel_plays_outside_the_checkout(tmp_path):
    """A bot plays both shipped scenarios with nothing but the installed wheel, and assets are found."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT], check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True, capture_output=True)
    command = tmp_path / "empty" / "bin" / "courtship"

    def courtship(*arguments: str) -> str:
        done = subprocess.run([command, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    figures = json.loads(courtship("simulate", "slow_roast", "--bot", "patient", "--games", "2", "--json"))
    checked = courtship("check")

    assert figures["bots"]["patient"]["score"]["mean"] > 0
    assert checked.count("all good") == len(list((ROOT / "scenarios").glob("*.yaml")))
