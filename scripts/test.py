"""Checks everything: `python3 scripts/test.py`. Style, types, then all tests; the first failure ends it.

Further arguments go to pytest: `python3 scripts/test.py tests/model -k philox`. With `--learn` first, PyTorch and a
learner are installed too, and the test in which an agent learns to court takes part.
"""

import os
import shutil
import subprocess
import sys
import time

import editor_server
import learner
from environment import ROOT, prepare, program, run

WINDOW_PACKAGES = ("xvfb", "xdotool", "openbox", "imagemagick")
WINDOW_PROGRAMS = ("Xvfb", "xdotool", "openbox", "import")


def provide_a_screen() -> None:
    """Installs what the tests of the real window need, where that is possible; else those tests say that they skip."""
    missing = [p for p in WINDOW_PROGRAMS if shutil.which(p) is None]
    if not missing or shutil.which("apt-get") is None or os.name != "posix" or os.geteuid() != 0:
        return
    print(f"Installing {', '.join(missing)} for the tests of the real window.", flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *WINDOW_PACKAGES],
        env=environment,
        check=False,
        **quiet,
    )


def main() -> None:
    """Everything, with the time each part took."""
    prepare(develop=True)
    provide_a_screen()
    editor_server.provide()
    further = sys.argv[1:]
    if further[:1] == ["--learn"]:
        further = further[1:]
        learner.provide()
    steps = [
        ("style", [program("ruff"), "check", "."]),
        ("layout", [program("ruff"), "format", "--check", "."]),
        ("types", [program("mypy"), "game"]),
        ("tests", [program("python"), "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", *further]),
    ]
    for name, command in steps:
        begun = time.monotonic()
        print(f"--- {name}", flush=True)
        run(*command)
        print(f"    {name}: {time.monotonic() - begun:.0f} s", flush=True)
    print(f"All good. Screenshots of the window tests are in {(ROOT / 'artefacts').relative_to(ROOT)}/.")


if __name__ == "__main__":
    main()
