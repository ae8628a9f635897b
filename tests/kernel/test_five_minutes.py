"""Whoever changes a rule follows the page of the kernel, and nothing else has to be changed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("game", "bench", "speed", "assets", "scenarios", "docs", "tests", "pyproject.toml")

RULES = {
    "game/model/acts.py": (
        "(ledger.talk_age <= 4.0) & (ledger.turns >= 1.0), 1.25, 0.4",
        "(ledger.talk_age <= 5.0) & (ledger.turns >= 2.0), 1.5, 0.3",
    ),
    "game/model/night.py": (
        "wear=state.wear * (1.0 - 1.0 / p.wear_days)",
        "wear=np.where(state.wear > 2.0, state.wear * 0.85, state.wear * (1.0 - 1.0 / p.wear_days))",
    ),
}
"""Two legal changes: a follow-up counts otherwise, and great weariness passes sooner."""

SMALLER = {
    "tests/golden/states.py": ("GAMES = 10_000", "GAMES = 200"),
    "tests/bench/test_peers.py": ("np.arange(3, 23)", "np.arange(3, 6)"),
}
"""Fewer games, so that it does not take long."""

CONCERNED = "fused_day or states or (a_peer_plays and dice) or (plain_followers and random) or run_is_what_it_was"


def edit(folder: Path, changes: dict[str, tuple[str, str]]) -> None:
    for name, (old, new) in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} has changed; choose another rule for this test"
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def commands() -> list[list[str]]:
    """What the page says to run, in its order."""
    page = (ROOT / "docs" / "kernel.md").read_text(encoding="utf-8")
    section = re.search(r"## Changing a rule.*?\n## ", page, re.DOTALL)
    assert section
    return [line.split()[1:] for line in re.findall(r"^ +(python3 -m .*)$", section[0], re.MULTILINE)]


def run(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "COURTSHIP_KERNEL": "numpy"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_changed_rule_needs_what_the_page_says_and_no_more(tmp_path):
    """One file, one number, one command; then the kernel and every peer play the new rule."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc", "window", "ui")
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name, **({"ignore": ignored} if (ROOT / name).is_dir() else {}))
    regenerate, tests = commands()
    edit(tmp_path, SMALLER)
    (tmp_path / "tests/golden/states.sha256").unlink()
    assert run(tmp_path, regenerate).returncode == 0

    edit(tmp_path, RULES)
    forgotten = run(tmp_path, regenerate)
    assert forgotten.returncode == 1
    assert "PARAMETERS_VERSION in game/model/parameters.py is still" in forgotten.stderr

    parameters = tmp_path / "game/model/parameters.py"
    number = re.search(r"PARAMETERS_VERSION: int = (\d+)", parameters.read_text(encoding="utf-8"))
    assert number
    edit(tmp_path, {"game/model/parameters.py": (number[0], f"PARAMETERS_VERSION: int = {int(number[1]) + 1}")})
    raised = run(tmp_path, regenerate)
    assert raised.returncode == 0, raised.stderr
    assert "Bits differ first on the evening of day" in raised.stdout

    passed = run(tmp_path, [*tests, "-q", "-n", "0", "-m", "not slow", "-k", CONCERNED])
    assert passed.returncode == 0, passed.stdout[-3000:]
    assert " passed" in passed.stdout
