"""`courtship bench faults`: every kind of fault is tried, does no harm, and would be told if it did."""

import json
import random

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from speed.faults import kinds, record_faults

here = pytest.mark.parametrize("kind", kinds.possible())


@here
def test_a_fault_of_each_kind_does_no_harm(kind, tmp_path):
    cases, faults = kinds.tried(kind, 7, 0, tmp_path)
    assert cases >= 1
    assert faults == []
    assert list(tmp_path.glob("0")) == []


def test_the_same_seed_gives_the_same_faults(tmp_path):
    data = b"one\ntwo\nthree\n" * 20
    first, again = ([record_faults._changed(data, random.Random(3)) for _ in range(9)] for _ in range(2))
    assert first == again


def test_a_choice_that_is_lost_is_told(tmp_path, monkeypatch):
    """Where opening would pass over damage in silence, the trial says so."""
    opened = record_faults.resume_or_rescue

    def in_silence(path):
        game = opened(path)
        game.notice = ""
        return game

    monkeypatch.setattr(record_faults, "resume_or_rescue", in_silence)
    _, found = kinds.tried("damaged records said", 7, 0, tmp_path)
    assert "choices are missing, and nothing is said" in found


def test_what_breaks_down_is_told_with_its_place_and_exit_code_1(tmp_path, monkeypatch):
    def broken(dice, folder):
        raise ZeroDivisionError("inner")

    monkeypatch.setitem(kinds.KINDS, "full disks", broken)
    cases, (told,) = kinds.tried("full disks", 7, 0, tmp_path)
    assert cases == 1
    assert "ZeroDivisionError: inner" in told

    from speed.faults import fault_bench

    monkeypatch.setattr(fault_bench, "measure", lambda *a, **k: {"full disks": fault_bench.Tally(1, [told])})
    done = CliRunner().invoke(app, ["bench", "faults", "--json"])
    assert done.exit_code == 1
    assert json.loads(done.output)["full disks"]["went wrong"] == [told]


@pytest.mark.slow
def test_some_time_of_faults_of_every_kind_does_no_harm():
    """Continuous integration runs this one on every change; whoever works on what is kept lets it run for longer."""
    done = CliRunner().invoke(app, ["bench", "faults", "--minutes", "0.25", "--seed", "2026", "--json"])
    figures = json.loads(done.output)
    assert {kind: row["went wrong"] for kind, row in figures.items()} == {kind: [] for kind in kinds.possible()}
    assert all(row["tried"] for row in figures.values())
    assert done.exit_code == 0
