"""Small files beside the runs: whatever lies in their place, nothing hangs, ends the game or is written over."""

import errno
import json
import multiprocessing
import os
from pathlib import Path

import pytest

from game import kept
from game.cli import _crashed
from game.desk import places
from game.desk.desktop_services import DesktopServices
from game.desk.learning.denied_habits import MOST_CLAIMS, DeniedHabits
from game.desk.workshop_services import Workshop
from game.ui.common import settings
from tests.desk.kept_files import KEEPERS

ROOT = Path(kept.__file__).parent
POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and devices are things of POSIX")
every_keeper = pytest.mark.parametrize("keeper", KEEPERS, ids=lambda keeper: keeper.name)


def deep() -> bytes:
    return b"[" * 200_000


DAMAGED = {
    "empty": b"", "no JSON": b"\xff\x00{", "deep": deep(), "another thing": b"[1, 2]", "a number": b"7",
    "endless digits": b"1" * 6_000, "large": b'{"a": 1}' + b" " * kept.LARGEST,
}  # fmt: skip


def folder_at(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_text("something", encoding="utf-8")


def dangling(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere" / "at" / "all")


def loop(path: Path) -> None:
    path.symlink_to(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


STRANGE = {"folder": folder_at, "pipe": os.mkfifo, "dangling": dangling, "loop": loop, "device": device}


@every_keeper
@pytest.mark.parametrize("data", DAMAGED.values(), ids=list(DAMAGED))
def test_what_cannot_be_understood_is_set_aside_and_the_game_goes_on(keeper, data, tmp_path):
    """What was in the file is still there, byte by byte, in the file or beside it; the new thing is kept, too."""
    file = tmp_path / keeper.name
    file.write_bytes(data)
    assert keeper.read(tmp_path) == set()
    keeper.write(tmp_path, 0)

    assert len(keeper.read(tmp_path)) == 1
    beside = tmp_path / (keeper.name + kept.UNREAD)
    assert file.read_bytes().startswith(data) or beside.read_bytes() == data


@POSIX
@every_keeper
@pytest.mark.parametrize("make", STRANGE.values(), ids=list(STRANGE))
def test_what_is_no_file_is_neither_waited_for_nor_touched(keeper, make, tmp_path):
    """A sentence, where there is one, tells what lies there, and not that room must be made."""
    make(tmp_path / keeper.name)
    before = os.lstat(tmp_path / keeper.name)
    assert keeper.read(tmp_path) == set()
    told = keeper.write(tmp_path, 0)

    after = os.lstat(tmp_path / keeper.name)
    assert (before.st_ino, before.st_mode) == (after.st_ino, after.st_mode)
    assert "make room" not in told
    if told:
        assert any(word in told for word in ("folder", "pipe", "link", "device"))


@pytest.mark.parametrize("keeper", [k for k in KEEPERS if k.name.endswith(".json")], ids=lambda keeper: keeper.name)
def test_another_file_that_was_set_aside_before_stays(keeper, tmp_path):
    for data in (b"{", b"}{", b"\xff"):
        (tmp_path / keeper.name).write_bytes(data)
        keeper.write(tmp_path, 0)
    held = [path.read_bytes() for path in tmp_path.iterdir() if path.name.startswith(keeper.name)]
    assert all(any(data in whole for whole in held) for data in (b"{", b"}{", b"\xff"))


@every_keeper
def test_a_folder_that_is_a_file_is_told_as_that(keeper, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    told = keeper.write(tmp_path / "data", 0)

    assert "make room" not in told
    assert not told or "no folder" in told


def _write_many(name: str, folder: str, numbers: range) -> None:
    keeper = next(keeper for keeper in KEEPERS if keeper.name == name)
    for number in numbers:
        while keeper.write(Path(folder), number):
            pass


@pytest.mark.parametrize("keeper", KEEPERS[1:], ids=lambda keeper: keeper.name)
def test_two_processes_at_once_lose_nothing_of_each_other(keeper, tmp_path):
    spawn = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    every = [spawn.Process(target=_write_many, args=(keeper.name, str(tmp_path), range(i, 40, 2))) for i in (0, 1)]
    for process in every:
        process.start()
    for process in every:
        process.join(60)

    assert len(keeper.read(tmp_path)) == 40


class _FaultError(ValueError):
    """A fault of ours in what a content becomes."""


def _broken(_content: bytes) -> bytes:
    raise _FaultError("no such thing")


@pytest.mark.parametrize("data", [b"as it was", b"strange"])
def test_a_fault_of_ours_is_told_as_that_and_changes_nothing(data, tmp_path):
    """It was told that the name of the file cannot be used, with the advice to see to its folder."""
    path = tmp_path / "settings.json"
    path.write_bytes(data)

    def parse(found: bytes) -> bytes:
        if found == b"strange":
            raise ValueError("strange")
        return found

    with pytest.raises(_FaultError):
        kept.write_kept(kept.KeptFile[bytes](path, parse, bytes, b""), _broken)
    with pytest.raises(_FaultError):
        kept.write_kept(kept.KeptFile[bytes](path, parse, _broken, b""), lambda now: now)
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("settings.json", data)]


def test_a_full_disk_leaves_a_strange_file_where_it_was(tmp_path, monkeypatch):
    """It is set aside only when the new one is there."""

    def full(_path, _data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept, "write_over", full)
    (tmp_path / "settings.json").write_bytes(b"{")
    _, told = settings.save(tmp_path / "settings.json", settings.Settings(), settings.Settings(muted=True))
    assert "there is no room" in told
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("settings.json", b"{")]


def test_a_name_that_no_file_can_have_is_told_as_that(tmp_path):
    """The same sentence as before, where it is true; reading finds nothing there."""
    file = kept.kept_lines(tmp_path / "set\x00tings")
    with pytest.raises(kept.NotKeptError, match="its name cannot be used"):
        kept.write_kept(file, lambda lines: (*lines, b"one"))
    lines, hindered = kept.look_kept(file)
    assert lines == ()
    assert "its name cannot be used" in str(hindered)


@pytest.mark.parametrize("keeper", [k for k in KEEPERS if k.name.endswith(".jsonl")], ids=lambda keeper: keeper.name)
def test_a_torn_line_stays_as_it_is_and_harms_no_other(keeper, tmp_path):
    """All files of lines treat it alike: what comes next begins on a line of its own."""
    keeper.write(tmp_path, 0)
    with (tmp_path / keeper.name).open("ab") as file:
        file.write(b'{"torn')
    keeper.write(tmp_path, 1)
    assert len(keeper.read(tmp_path)) == 2
    assert (tmp_path / keeper.name).read_bytes().split(b"\n")[1:2] == [b'{"torn']


@every_keeper
def test_nothing_is_written_that_would_not_be_read(keeper, tmp_path, monkeypatch):
    """A file that is as large as it can be keeps what it has, and a sentence, where there is one, says why."""
    keeper.write(tmp_path, 0)
    before = (tmp_path / keeper.name).read_bytes()
    monkeypatch.setattr(kept, "LARGEST", len(before))
    told = keeper.write(tmp_path, 1)
    assert (tmp_path / keeper.name).read_bytes() == before
    assert not told or f"would have more than {len(before):,} bytes" in told


def test_where_a_file_was_set_aside_is_said_in_the_window(tmp_path):
    """Answers and denied habits that seem to be gone lie beside; so it is for settings and profiles."""
    services = DesktopServices(tmp_path / "runs")
    for name in ("timing.jsonl", "denied_habits.json"):
        (tmp_path / name).write_bytes(DAMAGED["large"])
    told = [services.keep_sitting("A", ()).notice, services.deny_habit("hurry", denied=True).notice]
    again = services.keep_sitting("A", ()).notice
    services.close()
    sentence = "{} could not be read. It is kept as {}.unread; a new one has begun."
    assert told == [
        sentence.format("The file of your earlier answers", "timing.jsonl"),
        sentence.format("The file of what you said before", "denied_habits.json"),
    ]
    assert again == ""


def test_of_very_many_denied_habits_the_newest_stay(tmp_path):
    """The last of them by the alphabet were forgotten, whenever somebody had denied them."""
    file = DeniedHabits(tmp_path / "denied_habits.json")
    (tmp_path / "denied_habits.json").write_text(json.dumps([f"a{n}" for n in range(MOST_CLAIMS)]), encoding="utf-8")
    file.put("zeal", denied=True)
    assert "zeal" in file.claims()
    assert len(file.claims()) == MOST_CLAIMS


def test_a_setting_of_one_window_survives_a_save_by_another(tmp_path):
    """Each window writes what it has changed; changed back, it is changed back."""
    path = tmp_path / "settings.json"
    one = other = settings.load(path)
    one, _ = settings.save(path, one, settings.replace(one, theme="dark"))
    other, _ = settings.save(path, other, settings.replace(other, volume=5))
    assert (settings.load(path).theme, settings.load(path).volume) == ("dark", 5)

    settings.save(path, one, settings.replace(one, theme="light"))
    assert (settings.load(path).theme, settings.load(path).volume) == ("light", 5)


def test_a_setting_of_a_newer_version_is_kept(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"smell": "coffee"}', encoding="utf-8")
    settings.save(path, settings.Settings(), settings.Settings(muted=True))

    assert '"smell": "coffee"' in path.read_text(encoding="utf-8")


def test_a_program_that_holds_the_lock_is_told_and_not_waited_for_long(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "WAIT", 0.05)
    with kept.alone(tmp_path / "settings.json"):
        before, told = settings.save(tmp_path / "settings.json", settings.Settings(), settings.Settings(muted=True))

    assert not before.muted
    assert "another window" in told


def test_paths_that_no_file_can_have_are_left_out_of_the_workshop(tmp_path):
    memory = tmp_path / "workshop.json"
    paths = [r"\u0000", r"\ud800", "", "/dev/zero", "x" * 5000, (tmp_path / "gone").as_posix()]
    listed = ", ".join(f'"{path}"' for path in paths)
    memory.write_text(f'{{"paths": [{listed}], "folder": "{paths[0]}"}}', encoding="utf-8")
    workshop = Workshop(own=tmp_path / "own", memory=memory)

    assert any(work.path.endswith("gone") for work in workshop.works())
    for work in workshop.works():
        workshop.examine(work.path)
    workshop.browse("")


@POSIX
@pytest.mark.parametrize("make", STRANGE.values(), ids=list(STRANGE))
def test_a_crash_is_told_whatever_lies_where_its_details_go(make, tmp_path, monkeypatch, capsys):
    """A pipe called crash.txt, in which nobody reads, kept the last sentence of a crash waiting for ever."""
    monkeypatch.setattr(places, "data_folder", lambda: tmp_path)
    make(tmp_path / "crash.txt")
    told = _crashed(LookupError("a name with no letters: \udcff"))

    assert "Your runs are safe. (LookupError" in told
