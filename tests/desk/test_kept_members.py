"""Kept files with one odd thing somewhere inside: whatever it is and wherever, the window starts and goes on."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from game.coach.learner.profile_told import profile_lines, profile_told
from game.coach.learner.run_evidence import PrincipleSeen
from game.desk.desktop_services import DesktopServices
from game.desk.learning.profile_file import ProfileFile
from game.desk.learning.timing_file import shipped_forms
from game.desk.workshop_services import Workshop
from game.session.date_lines import DateLine
from game.session.runs.scrapbook import Scrapbook
from game.ui.common import settings
from game.ui.play.scrapbook.scrapbook_pages import can_be_drawn
from tests.coach.learner.games import game
from tests.desk.kept_files import KEEPERS, NOW
from tests.session.runs.test_scrapbook import END, PERSON, SCENE

ODD: tuple[Any, ...] = (
    [], {}, [[1]], {"a": [1]}, None, True, False, -1, 0, 1.5, 10**30, 10**400, 1e308, float("nan"), float("inf"), "",
    "x" * 5_000, "\ud800", "a\x00b", "\u200b", "9999-12-31T23:59:59", "0001-01-01T00:00:00+23:59", "/dev/zero",
)  # fmt: skip


def _valid(folder: Path, name: str) -> str:
    """A file with something of everything that it may hold."""
    if name == "settings.json":
        return json.dumps(asdict(settings.Settings(name="Ada", shop="Rye")))
    if name == "timing.jsonl":
        answers = [{"case": case.id, "ask": True, "sure": 70} for case in shipped_forms().forms["A"]]
        return json.dumps({"when": NOW.isoformat(), "form": "A", "answers": answers, "runs": ["a.jsonl"]}) + "\n"
    if name == "scrapbook.jsonl":
        Scrapbook(folder / name).keep([SCENE, PERSON, END], NOW)
    elif name == "profiles.jsonl":
        kept = ProfileFile(folder / name)
        kept.begin("Ada")
        kept.add("Ada", [game(1, asked=3, in_time=2, pushed=2, calm=PrincipleSeen(goals=1, goals_reached=1))])
    else:
        keeper = next(keeper for keeper in KEEPERS if keeper.name == name)
        keeper.write(folder, 0)
        keeper.write(folder, 1)
    return (folder / name).read_text(encoding="utf-8")


def _changed(whole: Any, odd: Any) -> Iterator[Any]:
    """A value with every one of its members in turn replaced; and each taken out, where nothing is put in its place."""
    yield odd
    if isinstance(whole, dict):
        for key in whole:
            yield from ({**whole, key: inner} for inner in _changed(whole[key], odd))
    elif isinstance(whole, list):
        for at in sorted({0, len(whole) - 1} if whole else set()):  # of a long list its ends: all are read alike
            yield from ([*whole[:at], inner, *whole[at + 1 :]] for inner in _changed(whole[at], odd))


def _without(whole: Any) -> Iterator[Any]:
    """An object, and those in it, with each member in turn left out; and with one more."""
    if isinstance(whole, dict):
        yield {**whole, "more": 1}
        for key in whole:
            yield {other: value for other, value in whole.items() if other != key}
            yield from ({**whole, key: inner} for inner in _without(whole[key]))
    elif isinstance(whole, list) and whole:
        yield from ([inner, *whole[1:]] for inner in _without(whole[0]))


def _spoiled(text: str, name: str) -> Iterator[str]:
    """The texts of a file with one odd thing inside; of lines each in turn."""
    lines = text.splitlines() if name.endswith(".jsonl") else [text]
    for at, line in enumerate(lines):
        whole = json.loads(line)
        others = [one for odd in ODD for one in _changed(whole, odd)] + list(_without(whole))
        yield from ("\n".join([*lines[:at], json.dumps(one), *lines[at + 1 :]]) + "\n" for one in others)


def _looked_at(folder: Path) -> None:
    """All that the first page of the window asks for, and what the pages of these files make of them."""
    services = DesktopServices(folder / "runs")
    services.timing_due(services.saved_runs())
    services.number_of_runs()
    if (folder / "timing.jsonl").exists():
        book = services.timing()
        assert book.following in book.forms.forms
        assert book.told is None or book.told.sittings
    for scrap in filter(can_be_drawn, services.album().scraps):
        assert scrap.date is None or isinstance(scrap.date, DateLine)
    services._denied.claims()
    profiles = services._profiles.book()
    told = profile_told("Ada", profiles.names, profiles.of("Ada"), date(2026, 5, 4), profiles.notices)
    profile_lines(told, "profiles.jsonl").encode("utf-8", "surrogatepass")
    settings.load(folder / "settings.json")
    if (folder / "workshop.json").exists():
        Workshop(own=folder / "own", memory=folder / "workshop.json").works()


every_file = pytest.mark.parametrize("name", [keeper.name for keeper in KEEPERS])


@every_file
def test_one_odd_thing_anywhere_in_a_kept_file_stops_nothing(name, tmp_path):
    """A list among the names of records kept the window from starting, a list as a kind of line the profiles."""
    file = tmp_path / name
    for text in dict.fromkeys(_spoiled(_valid(tmp_path, name), name)):
        file.write_text(text, encoding="utf-8")
        try:
            _looked_at(tmp_path)
        except Exception as error:
            raise AssertionError(f"{name} with {text[:600]}") from error


@every_file
def test_what_is_kept_next_to_an_odd_thing_is_kept(name, tmp_path):
    """Writing one thing more goes well beside whatever is in the file."""
    file = tmp_path / name
    keeper = next(keeper for keeper in KEEPERS if keeper.name == name)
    for text in list(dict.fromkeys(_spoiled(_valid(tmp_path, name), name)))[::7]:
        file.write_text(text, encoding="utf-8")
        assert not keeper.write(tmp_path, 3) or (tmp_path / f"{name}.unread").exists()
        for aside in tmp_path.glob("*.unread*"):
            aside.unlink()
        _looked_at(tmp_path)
