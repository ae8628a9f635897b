"""Checks everything: `python3 scripts/test.py`. Style, then all tests, and the types beside them.

Further arguments go to pytest: `python3 scripts/test.py tests/model -k philox`.

With `--quick` it takes two minutes at most on two quiet cores: style, types, and of the tests those that find most per
second (see `tests/quick.py`). It is the loop while one works. With `--learn` PyTorch and a learner are installed too,
and the test in which an agent learns to court takes part.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of the programs that the tests start compiles anew
    prepare(develop=True)
    if "--quick" not in flags:
        provide_a_screen()
        editor_server.provide()
        browser_tools.provide()
        database_tools.provide()
    if "--learn" in flags:
        learner.provide()
    _step("style", [program("ruff"), "check", "."])
    _step("layout", [program("ruff"), "format", "--check", "."])
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
        _step("types", [program("mypy")])
        left = max(SHORTEST, QUICK - COLLECTING - (time.monotonic() - begun))
        _step("tests", [*tests, "--quick", f"{left:.0f}", *further])
        print("Good so far. Before you hand in: python3 scripts/test.py")
        return
    with _beside("types", [program("mypy")]):
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


@contextmanager
def _beside(name: str, command: Sequence[str | Path]) -> Iterator[None]:
    """Runs a step that needs one core beside others; what it says comes after theirs, and its failure counts too."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([str(c) for c in command], cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        try:
            yield
        except KeyboardInterrupt:
            process.terminate()
            raise
        finally:
            code = process.wait()
            said.seek(0)
            print(f"--- {name}\n{said.read().decode(errors='replace')}", flush=True)
    if code:
        sys.exit(code)
    print(f"    {name}: good", flush=True)


if __name__ == "__main__":
    main()
