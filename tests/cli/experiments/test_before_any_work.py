"""What a long command writes at its end it can write: a place that cannot be is refused before a game is played."""

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from game.errors import MISUSED, CourtshipError
from game.files import is_taken, why_not_written
from game.resources import SCENARIOS

LONG = {
    "sweep": ("sweep", "slow_roast", "--vary", "days=14,21", "--games", "200000", "--pictures"),
    "playtest": ("playtest", "slow_roast", "--games", "200000", "--pictures"),
    "exploit": ("exploit", "first_hello", "--games", "200000", "--record"),
    "evidence": ("evidence", "--seeds", "500", "--html"),
    "freshness": ("freshness", "slow_roast", "--pictures"),
    "fit": ("fit", "--csv", str(SCENARIOS.parent / "examples" / "account.csv"), "--panels", "20000", "--out"),
    "legibility": ("legibility", "slow_roast", "--pictures"),
}


@pytest.fixture(params=["below a file", "a name too long", "below a long name"])
def place(request, tmp_path):
    """Places at which nobody can write, whoever asks."""
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    places = {
        "below a file": tmp_path / "file" / "inside", "a name too long": tmp_path / ("x" * 300),
        "below a long name": tmp_path / ("x" * 300) / "inside",
    }  # fmt: skip
    return places[request.param]


@pytest.mark.parametrize("name", LONG)
def test_a_place_that_cannot_be_written_is_refused_before_a_game_is_played(name, place):
    """A long command says at once that its results find no place, and that nothing has been done."""
    done = CliRunner().invoke(app, [*LONG[name], str(place)])
    told = str(done.exception) if isinstance(done.exception, CourtshipError) else done.output
    code = done.exception.exit_code if isinstance(done.exception, CourtshipError) else done.exit_code
    assert code == MISUSED
    assert "nothing has been" in told.replace("\n", " ")


def test_packing_tells_a_place_that_cannot_be_written(tmp_path):
    """The sentence of the command is told, not that of the system."""
    done = CliRunner().invoke(app, ["pack", "first_hello", "--output", str(tmp_path / ("x" * 300))])
    said = done.output.replace("\n", " ")
    assert "cannot be written: " in said
    assert "choose another place." in said


def test_a_folder_is_taken_unless_it_is_empty(tmp_path):
    """Files, links that lead nowhere and full folders are in the way; nothing, and an empty folder, is not."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    (tmp_path / "full" / "inside").mkdir(parents=True)
    names = ("empty", "nothing", "x" * 300, "file", "full")
    assert [is_taken(tmp_path / name) for name in names] == [False, False, False, True, True]


def test_asking_leaves_nothing_behind(tmp_path):
    """To ask whether a file can be written makes neither the file nor its folders."""
    assert why_not_written(tmp_path / "a" / "b" / "c.svg") == ""
    assert why_not_written(tmp_path) != ""
    assert list(tmp_path.iterdir()) == []
