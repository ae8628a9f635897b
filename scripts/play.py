"""Plays Courtship from a checkout: `python3 scripts/play.py`. What follows is passed to the game."""

import os
import subprocess
import sys

from environment import prepare, program

prepare(develop=False)
command = [str(program("python")), "-m", "game", *(sys.argv[1:] or ["play"])]
if os.name == "posix":
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606 - the game takes this process's place: whoever ends one ends both
sys.exit(subprocess.run(command, check=False).returncode)
