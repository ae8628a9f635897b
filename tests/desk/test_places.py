"""A scenario of the user's with the id of a shipped one takes its place, and that is said wherever it is listed."""

import os
import shutil

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from game.desk.desktop_services import DesktopServices
from game.desk.places import in_place_of_shipped, known_scenarios, scenario_folders, scenario_path
from game.errors import Misused
from game.resources import SCENARIOS
from game.scenario import load

SAID = "takes the place of the scenario “first_hello” that ships with the game"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The user's folder, with a scenario called as a shipped one is."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    _, folder = scenario_folders()
    folder.mkdir(parents=True)
    shutil.copy(SCENARIOS / "first_hello.yaml", folder / "first_hello.yaml")
    shutil.copy(SCENARIOS / "first_hello.yaml", folder / "mine.yaml")
    return folder


def test_the_list_to_choose_from_shows_it_once_and_says_so(own, tmp_path):
    cards = [card for card in DesktopServices(tmp_path / "runs").scenarios() if card.id == "first_hello"]

    assert [card.path for card in cards] == [str(own / "first_hello.yaml")]
    assert SAID in cards[0].summary
    assert known_scenarios()["first_hello"] == own / "first_hello.yaml"


def test_check_says_so(own):
    assert SAID in CliRunner().invoke(app, ["check", str(own / "first_hello.yaml")]).output.replace("\n", " ")
    assert SAID not in CliRunner().invoke(app, ["check", str(own / "mine.yaml")]).output
    assert in_place_of_shipped(SCENARIOS / "first_hello.yaml") == ""


@pytest.mark.parametrize(("there", "asked"), [("bicycle.yaml", "bicicle.yaml"), ("bicycle.yml", "bicycle.yaml")])
def test_a_path_that_leads_nowhere_names_the_file_near_it(there, asked, tmp_path):
    (tmp_path / there).write_text("", encoding="utf-8")

    with pytest.raises(Misused, match=there):
        scenario_path(str(tmp_path / asked))


def test_a_folder_with_one_file_under_another_name_names_it(tmp_path):
    (tmp_path / "bicycle.yaml").write_text("scenario_format: 1\n", encoding="utf-8")

    assert "bicycle.yaml" in load(tmp_path).problems[0].hint


def test_what_is_named_and_is_no_scenario_is_called_what_it_is(tmp_path):
    """A record, a link to itself: no guess that names the very same file, and the way to what was meant."""
    record, loop = tmp_path / "run.jsonl", tmp_path / "loop.yaml"
    record.write_text('{"kind": "run"}\n', encoding="utf-8")
    loop.symlink_to(loop)

    with pytest.raises(Misused, match=r"record of a run.*courtship replay"):
        scenario_path(str(record))
    with pytest.raises(Misused, match="link that leads to no file"):
        scenario_path(str(loop))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe is a thing of POSIX")
def test_pipes_and_folders_of_other_things_are_no_scenarios(own):
    os.mkfifo(own / "pipe.yaml")
    (own / "folder.yaml").mkdir()

    assert not {"pipe", "folder"} & set(known_scenarios())
