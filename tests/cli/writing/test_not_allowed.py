"""Folders of somebody else: what may not be looked at or written is told in words."""

import os
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from tests.plays import example

NOBODY = 65_534


@pytest.fixture
def closed():
    """A folder with a scenario that whoever runs this may not look into."""
    if not hasattr(os, "seteuid"):
        pytest.skip("rights of this kind are a thing of Unix")
    with tempfile.TemporaryDirectory() as around:
        Path(around).chmod(0o755)
        folder = Path(around) / "mine"
        folder.mkdir()
        example(folder).rename(folder / "scenario.yaml")
        folder.chmod(0)
        own = os.geteuid()
        if own == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(own)
            folder.chmod(0o755)


@pytest.mark.parametrize("inside", ["", "scenario.yaml"])
@pytest.mark.parametrize("command", ["check", "stats", "schema"])
def test_a_folder_that_may_not_be_looked_into_is_told_in_words(command, inside, closed):
    """Neither the number nor the name of an error of the system, for the folder and for the file in it."""
    told = CliRunner().invoke(app, [command, str(closed / inside)])
    said = f"{told.output} {told.exception}"

    assert "Errno" not in said
    assert "There is no scenario" not in said
    assert told.exit_code != 0
