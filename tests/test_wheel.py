"""The wheel carries all it needs and no more: built, installed in an empty environment, used far from the checkout."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAMS, ENDING = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def courtship(wheel, tmp_path_factory) -> Run:
    """The command, installed from the wheel alone, in a folder that knows nothing of the checkout."""
    folder = tmp_path_factory.mktemp("outside")
    venv.create(folder / "empty")
    python = folder / "empty" / PROGRAMS / f"python{ENDING}"
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile", wheel]
    subprocess.run(command, check=True, capture_output=True)
    elsewhere = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [folder / "empty" / PROGRAMS / f"courtship{ENDING}", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=elsewhere)

    return run


def test_the_wheel_plays_outside_the_checkout(courtship):
    """A bot plays a shipped scenario with nothing but the installed wheel."""
    done = courtship("simulate", "slow_roast", "--bot", "patient", "--games", "2", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["bots"]["patient"]["score"]["mean"] > 0


def test_all_scenarios_are_in_the_wheel(courtship):
    """All that are shipped are found and good."""
    done = courtship("check", "first_hello", "slow_roast")

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("all good") == len(list((ROOT / "scenarios").glob("*.yaml")))


@pytest.mark.parametrize("name", ["ui", "check", "reload", "lab"])
def test_the_measures_of_speed_are_said_to_be_elsewhere(courtship, name):
    """`courtship bench` of an installed game says in one sentence where the measures are; exit code 2."""
    done = courtship("bench", name)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"python3 scripts/play.py bench {name}" in done.stderr


def test_only_the_game_is_in_the_wheel(wheel):
    """Beside its metadata the wheel has `game` alone: no tests, peers, measures of speed or scripts."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"game"}
    assert "game/py.typed" in names


def test_the_wheel_tells_its_licences(wheel):
    """Both licences are in the wheel as files, and named in the metadata as PEP 639 wants."""
    archive = zipfile.ZipFile(wheel)
    (metadata,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    text = archive.read(metadata).decode("utf-8")

    assert "License-Expression: MIT AND CC-BY-4.0\n" in text
    for name in ("LICENSE", "scenarios/LICENSE"):
        assert f"License-File: {name}\n" in text
        assert archive.read(metadata.replace("METADATA", f"licenses/{name}")) == (ROOT / name).read_bytes()
