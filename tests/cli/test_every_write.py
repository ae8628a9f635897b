"""Whatever a command writes is there whole or not at all: on a full disk nothing is left behind and nothing is lost."""

import signal
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from game.authoring.sharing.copying import copy_of
from game.desk.given import Given
from game.desk.learning.denied_habits import DeniedHabits
from game.desk.learning.profile_file import ProfileFile
from game.desk.learning.timing_file import TimingFile
from game.desk.remembered import Remembered
from game.errors import CourtshipError
from game.files import write_folder, write_over
from game.ui.common import settings
from tests.cli.every_command import WHEN, ended
from tests.plays import example

resource = pytest.importorskip("resource", reason="limits of a process are a thing of Unix")

RATES = str(Path(__file__).parents[2] / "examples" / "account.csv")

COMMANDS = {
    "new": ("new", "corner"),
    "schema": ("schema", "mine"),
    "map --svg": ("map", "mine", "--svg", "map.svg"),
    "reference": ("reference", "-o", "keys.md"),
    "pack": ("pack", "mine", "-o", "mine.zip"),
    "pack --replace": ("pack", "mine", "-o", "old.zip", "--replace"),
    "check --fix": ("check", "--fix", "slips"),
    "translate": ("translate", "de", "mine"),
    "simulate --out": ("simulate", "mine", "-b", "patient", "--games", "4", "--out", "games.csv"),
    "sweep --pictures": ("sweep", "mine", "--vary", "business.hours_per_day=2:3:2", "-b", "patient", "-n", "4",
                         "--pictures", "shown"),
    "sandbox --out": ("sandbox", "mine", "--memory", "2", "-n", "4", "--out", "sandbox.svg"),
    "fit --out": ("fit", "--csv", RATES, "--panels", "64", "--out", "audience"),
    "evidence --html": ("evidence", "loss-gain", "--seeds", "1", "--followers", "200", "--workers", "1",
                        "--html", "e.html"),
    "profile --export": ("profile", "--export", "ada.json"),
    "evidence --curves": ("evidence", "--curves", "curves"),
}  # fmt: skip
VALUES = {
    "settings": lambda: settings.save(Path("settings.json"), settings.Settings(), settings.Settings(theme="dark")),
    "memory of the Workshop": lambda: Remembered(Path("memory.json")).keep("/a/b"),
    "given paths": lambda: Given(Path("runs"), []).keep(Path("/a/b.yaml")),
    "denied habits": lambda: DeniedHabits(Path("denied.json")).put("asking: nobody" * 400, denied=True),
    "answers to the timing test": lambda: TimingFile(Path("timing.jsonl")).keep("A", (), [], WHEN),
    "profiles": lambda: ProfileFile(Path("profiles.jsonl")).begin("Ada"),
    "copy": lambda: copy_of(Path("mine"), Path("copies")),
    "one file": lambda: write_over(Path("one.txt"), b"x" * 5000),
    "a folder": lambda: write_folder(Path("both"), {"a.txt": b"y", "b/c.txt": b"x" * 5000}),
}


@contextmanager
def room_for(size: int):
    """No file can grow beyond a size."""
    before, heard = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with a scenario, one with a slip, and files of before."""
    here = tmp_path / "here"
    for name in ("mine", "slips"):
        (here / name).mkdir(parents=True)
        example(here / name).rename(here / name / "scenario.yaml")
    broken = here / "slips" / "scenario.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("days: 6", "days : 6\ntrade: “x”"), encoding="utf-8")
    (here / "old.zip").write_bytes(b"before")
    (here / "settings.json").write_text('{"theme": "light"}', encoding="utf-8")
    monkeypatch.chdir(here)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return here


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def largest_new(before: dict[str, bytes], after: dict[str, bytes]) -> int:
    return max((len(data) for name, data in after.items() if before.get(name) != data), default=0)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_on_a_full_disk_leaves_all_as_it_was(name, place, monkeypatch, capsys):
    """Without room, and with room for all but the last byte: a sentence, no half file; with room it does its work."""
    before = contents(place)
    with room_for(16):
        code = ended(list(COMMANDS[name]), monkeypatch)
    told = capsys.readouterr()
    assert contents(place) == before
    assert "Something went wrong inside" not in told.err
    assert code != 0 or name == "check --fix"

    code = ended(list(COMMANDS[name]), monkeypatch)
    assert contents(place) != before or name == "check --fix", capsys.readouterr()


@pytest.mark.parametrize("name", VALUES)
def test_what_is_kept_by_itself_is_whole_or_as_it_was(name, place):
    """Settings, memories and copies."""
    before = contents(place)
    with room_for(16), suppress(CourtshipError, OSError):
        VALUES[name]()
    assert contents(place) == before
    VALUES[name]()
    after = contents(place)
    assert after != before
    assert not [p for p in after if p.endswith(".new")]


@pytest.mark.parametrize("size", [2_000, 8_000, 20_000])
@pytest.mark.parametrize("name", ["new", "copy"])
def test_a_new_scenario_is_made_whole_or_not_at_all_wherever_the_room_ends(name, size, place, monkeypatch):
    """The scenario may fit where the schema for the editor does not: then neither is there, and it is told."""
    before = contents(place)
    with room_for(size):
        try:
            VALUES[name]() if name in VALUES else None
            code = ended(list(COMMANDS[name]), monkeypatch) if name in COMMANDS else 0
        except CourtshipError:
            code = 1

    assert code != 0
    assert contents(place) == before


def test_one_byte_too_few_is_too_few(place):
    """The size at which a write fails makes no difference: each of them leaves the old file."""
    for size in range(0, 60, 7):
        with room_for(size), suppress(OSError):
            write_over(Path("settings.json"), b"n" * 60)
        assert Path("settings.json").read_text(encoding="utf-8") == '{"theme": "light"}'


def test_nothing_else_in_the_game_writes_files():
    """Files are written by the one writer, by the records and results that grow line by line, and by unpacking."""
    allowed = {"files.py", "journal.py", "tried.py", "unpacking.py", "__init__.py"}
    root = Path(__file__).parents[2] / "game"
    for file in root.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        wrote = [w for w in ("write_text(", "write_bytes(", '.open("w', '.open("x', '"wb"', "copyfile(") if w in text]
        assert not wrote or file.name in allowed, (file, wrote)
