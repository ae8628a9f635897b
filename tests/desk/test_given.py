"""A stranger's record may name any path: none is opened, watched or asked for that the player has not named."""

import os
import shutil

import pytest

from game.desk.desktop_services import DesktopServices
from game.desk.given import Given
from game.desk.workshop_services import Workshop
from tests.plays import example


@pytest.fixture
def looked(monkeypatch):
    """Every path that the disk is asked about."""
    paths = []
    for name in ("stat", "open", "listdir", "scandir", "lstat"):
        asked = getattr(os, name)

        def ask(path=".", *more, asked=asked, **others):
            paths.append(str(path))
            return asked(path, *more, **others)

        monkeypatch.setattr(os, name, ask)
    return paths


def desk(home):
    shop = Workshop(own=home / "scenarios", memory=home / "workshop.json", packages=home / "packages")
    return DesktopServices(home / "runs", shop)


def test_a_run_of_a_named_scenario_goes_on_with_it(tmp_path):
    """What the player named once may be opened the next time, too; a change of the file is told."""
    file = example(tmp_path)
    run = desk(tmp_path / "mine").start(str(file), 4)
    run.close()
    assert Given(tmp_path / "mine" / "runs").may_open(file)
    file.write_text(file.read_text(encoding="utf-8").replace("Still warm.", "Cold."), encoding="utf-8")

    (listed,) = desk(tmp_path / "mine").saved_runs()
    game = desk(tmp_path / "mine").resume(listed.path)

    assert "changed since" in listed.note
    assert game.source.origin == file
    game.close()


def test_the_path_in_a_strangers_record_is_left_alone(tmp_path, looked):
    """Listing it, going on with it, playing on and looking for saves never ask the disk about that path."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run = desk(tmp_path / "theirs").start(str(example(elsewhere)), 4)
    run.close()
    runs = tmp_path / "mine" / "runs"
    runs.mkdir(parents=True)
    shutil.copy(run.path, runs / run.path.name)
    services = desk(tmp_path / "mine")
    looked.clear()

    (listed,) = services.saved_runs()
    game = services.resume(listed.path)
    saved = services.saved(game)
    game.close()

    assert not [path for path in looked if path.startswith(str(elsewhere))]
    assert listed.problem == ""
    assert (saved, game.source.origin) == (None, None)


@pytest.mark.parametrize(
    "trick", ["runs/../../secret.yaml", "/etc/passwd", "//host/share/x.yaml", "..", "", "\0", "~/x.yaml"]
)
def test_no_trick_of_a_path_leads_out_of_our_folders(trick, tmp_path):
    given = Given(tmp_path / "runs", [tmp_path / "scenarios"])
    from pathlib import Path

    assert not given.may_open(Path(trick))
    assert not given.may_open(tmp_path / "scenarios" / ".." / "secret.yaml")
    assert given.may_open(tmp_path / "scenarios" / "mine" / ".." / "mine")


@pytest.mark.parametrize("kept", [b"", b"\xff", b"[" * 100_000, b"{}", b"7", b'[1, {}, "/a"]'])
def test_a_damaged_memory_is_no_reason_to_stop(kept, tmp_path):
    (tmp_path / "given.json").write_bytes(kept)
    given = Given(tmp_path / "runs", [])
    given.keep(tmp_path / "b.yaml")
    assert Given(tmp_path / "runs", []).may_open(tmp_path / "b.yaml")
