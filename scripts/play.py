"""Plays Courtship from a checkout: `python3 scripts/play.py`. What follows is passed to the game."""

import subprocess
import sys

from environment import prepare, program

prepare(develop=False)
arguments = sys.argv[1:] or ["play"]
sys.exit(subprocess.run([program("python"), "-m", "game", *arguments], check=False).returncode)
