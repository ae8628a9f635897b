"""Only the command that is asked for is loaded, and none is forgotten."""

import subprocess
import sys

import pytest

from game.cli.app import FILES, commands_of

ONE_COMMAND = """
import sys
from game.cli.app import app
try:
    app(["rooms", "--help"])
except SystemExit:
    pass
print(sorted(name for name in sys.modules if name in {"game.cli.room", "game.cli.coach", "game.evidence"}))
"""


@pytest.mark.parametrize("file", FILES)
def test_every_command_of_a_file_is_named(file):
    """The table from which a command is looked up names what the file registers, no more and no less."""
    assert tuple(commands_of(file)) == FILES[file]


def test_one_command_does_not_load_the_others():
    """A room starts without the files of experiments, coach and evidence."""
    done = subprocess.run([sys.executable, "-c", ONE_COMMAND], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "['game.cli.room']"
