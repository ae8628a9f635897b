"""Runs a program of `.venv` in the checkout: `python3 scripts/in_environment.py ruff check .`."""

import sys

from environment import prepare, program, run

prepare(develop=True)
run(program(sys.argv[1]), *sys.argv[2:])
