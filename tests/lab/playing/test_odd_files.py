"""A file of results that is no file is told, and neither read for ever nor waited for."""

import os

import pytest

from game.lab.playing.results import ResultsError, ResultsFile
from game.lab.search.tried import Tried
from tests.lab.playing.test_blocks import trial


@pytest.fixture(params=["pipe", "device", "folder"])
def odd(request, tmp_path):
    path = tmp_path / "games.csv"
    if request.param == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no pipes with names here")
        os.mkfifo(path)
    elif request.param == "folder":
        path.mkdir()
    else:
        if not os.path.exists("/dev/zero"):
            pytest.skip("there is no endless device here")
        path.symlink_to("/dev/zero")
    return path


def test_games_are_not_written_to_what_is_no_file(odd):
    with pytest.raises(ResultsError, match="cannot be read"):
        ResultsFile(odd, trial())


def test_a_search_is_not_gone_on_with_in_what_is_no_file(odd):
    with pytest.raises(ResultsError, match="cannot be read"):
        Tried(odd, {"seed": 1})
