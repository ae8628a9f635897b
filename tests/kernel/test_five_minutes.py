"""Whoever changes a rule follows the page of the kernel, and nothing else has to be changed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("game", "bench", "speed", "scripts", "assets", "scenarios", "docs", "tests", "pyproject.toml")

RULES = {
    "game/model/acts.py": """

_worth_before = worth


def worth(act, state, ledger, p):
    return _worth_before(act, state, ledger, p) * np.where(ledger.talk_age <= 1.0, 1.1, 1.0)
""",
    "game/model/overnight/night.py": """

_forget_before = forget


def forget(state, p):
    after = _forget_before(state, p)
    return replace(after, wear=np.where(after.wear > 2.0, after.wear * 0.9, after.wear))
""",
}
"""Two legal changes, written below the rules so that they hold whatever these say today: a good deed in the middle of
a talk is worth more, and great weariness passes sooner."""

SMALLER = {
    "tests/golden/states.py": ("GAMES = 10_000", "GAMES = 100"),
    "tests/golden/regenerate.py": ('BOTS = ("patient", "pushy", "never_asks")', 'BOTS = ("patient",)'),
    "game/lab/signs/timing_recipe.py": ("PAIRS = 8", "PAIRS = 3"),
    "game/lab/signs/trained_reader.py": ("TRAINING = 400", "TRAINING = 100"),
    "tests/bench/test_peers.py": ("np.arange(3, 11)", "np.arange(3, 6)"),
}
"""Fewer games and cases, so that it does not take long."""

CONCERNED = (
    "fused_day or states or (a_peer_plays and dice) or (plain_followers and random) or run_is_what_it_was "
    "or under_these_rules"
)


def edit(folder: Path, changes: dict[str, tuple[str, str]]) -> None:
    for name, (old, new) in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} has other games now: change it here too"
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def commands() -> list[list[str]]:
    """What the page says to run, in its order."""
    page = (ROOT / "docs" / "kernel.md").read_text(encoding="utf-8")
    section = re.search(r"## Changing a rule.*?\n## ", page, re.DOTALL)
    assert section
    return [line.split()[1:] for line in re.findall(r"^ +(.venv/bin/python .*)$", section[0], re.MULTILINE)]


def run(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "COURTSHIP_KERNEL": "numpy"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_a_changed_rule_needs_what_the_page_says_and_no_more(tmp_path):
    """One file, one number, three commands; then the kernel, every peer and the trained reader play the new rule."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name, **({"ignore": ignored} if (ROOT / name).is_dir() else {}))
    train, cases, regenerate, tests = commands()
    edit(tmp_path, SMALLER)
    for name, lines in RULES.items():
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(lines)
    forgotten = run(tmp_path, regenerate)
    assert forgotten.returncode == 1
    assert "PARAMETERS_VERSION in game/model/parameters.py is still" in forgotten.stderr
    assert "Bits differ first on the evening of day" in forgotten.stderr

    parameters = tmp_path / "game/model/parameters.py"
    number = re.search(r"PARAMETERS_VERSION: int = (\d+)", parameters.read_text(encoding="utf-8"))
    assert number
    edit(tmp_path, {"game/model/parameters.py": (number[0], f"PARAMETERS_VERSION: int = {int(number[1]) + 1}")})
    trained = run(tmp_path, [*train, "--games", "24"])
    assert trained.returncode == 0, trained.stderr
    made = run(tmp_path, [*cases, "--games", "12"])
    assert made.returncode == 0, made.stderr

    raised = run(tmp_path, regenerate)
    assert raised.returncode == 0, raised.stderr
    assert "Bits differ first on the evening of day" in raised.stdout

    passed = run(tmp_path, [*tests, "-q", "-n", "0", "-m", "not slow", "-k", CONCERNED])
    assert passed.returncode == 0, passed.stdout[-3000:]
    assert " passed" in passed.stdout
