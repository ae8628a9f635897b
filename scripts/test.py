"""Checks everything: `python3 scripts/test.py`. Style, types, then all tests; the first failure ends it.

Further arguments go to pytest: `python3 scripts/test.py tests/model -k philox`.

With `--quick` it takes two minutes at most on two quiet cores: style, types, and of the tests those that find most per
second (see `tests/quick.py`). It is the loop while one works. With `--learn` PyTorch and a learner are installed too,
and the test in which an agent learns to court takes part.
"""

import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import browser_tools
import database_tools
import debian
import editor_server
import learner
from environment import ROOT, prepare, program, run

WINDOW_PACKAGES = ("xvfb", "xdotool", "openbox", "imagemagick", "x11-xkb-utils")
WINDOW_PROGRAMS = ("Xvfb", "xdotool", "openbox", "import", "setxkbmap")
QUICK, COLLECTING, SHORTEST = 115.0, 25.0, 30.0  # seconds: of a quick run, until its first test, for its tests at least


def provide_a_screen() -> None:
    """Installs what the tests of the real window need, where that is possible; else those tests say that they skip."""
    missing = [p for p in WINDOW_PROGRAMS if shutil.which(p) is None]
    if missing:
        debian.install(f"{', '.join(missing)} for the tests of the real window", *WINDOW_PACKAGES)


def main() -> None:
    """Runs the steps one after the other, with the time each took."""
    begun, further = time.monotonic(), sys.argv[1:]
    flags = {f for f in further if f in {"--quick", "--learn"}}
    further = [f for f in further if f not in flags]
    prepare(develop=True)
    if "--quick" not in flags:
        provide_a_screen()
        editor_server.provide()
        browser_tools.provide()
        database_tools.provide()
    if "--learn" in flags:
        learner.provide()
    steps: list[tuple[str, list[str | Path]]] = [
        ("style", [program("ruff"), "check", "."]),
        ("layout", [program("ruff"), "format", "--check", "."]),
        ("types", [program("mypy")]),
    ]
    for name, command in steps:
        _step(name, command)
    tests: list[str | Path] = [
        program("python"),
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "worksteal",
        "-p",
        "tests.quick",
    ]
    if "--quick" in flags:
        left = max(SHORTEST, QUICK - COLLECTING - (time.monotonic() - begun))
        _step("tests", [*tests, "--quick", f"{left:.0f}", *further])
        print("Good so far. Before you hand in: python3 scripts/test.py")
        return
    _step("tests", [*tests, *further])
    if further:
        print("Good so far. Before you hand in: python3 scripts/test.py")
        return
    print(f"All good. Screenshots of the window tests are in {(ROOT / 'artefacts').relative_to(ROOT)}/.")


def _step(name: str, command: Sequence[str | Path]) -> None:
    """Runs one step; the first failure ends everything."""
    begun = time.monotonic()
    print(f"--- {name}", flush=True)
    run(*command)
    print(f"    {name}: {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
