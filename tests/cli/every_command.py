"""Every command that prints, with a scenario whose author likes the names of emoji and the signs of markup."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest

from game.bots.registry import bots
from game.cli import code_of_command
from game.cli.printing import err, out
from game.desk import catalogues
from game.evidence import command as evidence
from game.session.runs.runs import start
from tests.plays import bot_plays_a_day, example

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
HOSTILE = ":coffee: [red]:x:[/red]"
LAB = ("--games", "4")
WHAT_IF = ("--day", "2", "--person", "ada", "--choices", "none,ask_about_them")
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check", "FILE"),
    "check --json": ("check", "FILE", "--json"),
    "explain": ("explain",),
    "explain one": ("explain", "text-cut"),
    "show": ("show", "FILE"),
    "show --filled": ("show", "FILE", "--filled"),
    "show one": ("show", "FILE", "ada"),
    "show --json": ("show", "FILE", "--json"),
    "stats": ("stats", "FILE"),
    "say": ("say", "thanks", "FILE"),
    "map": ("map", "FILE"),
    "map --json": ("map", "FILE", "--json"),
    "schema": ("schema", "FILE"),
    "reference": ("reference",),
    "translate --status": ("translate", "--status", "FILE"),
    "bots": ("bots",),
    "bots --json": ("bots", "--json"),
    "simulate": ("simulate", "FILE", *LAB),
    "contract": ("contract", "FILE", *LAB),
    "playtest": ("playtest", "FILE", *LAB),
    "duel": ("duel", "FILE", "patient", "spammer", *LAB),
    "sweep": ("sweep", "FILE", "--vary", "business.hours_per_day=2:3:2", "-b", "patient", *LAB),
    "sensitivity": ("sensitivity", "FILE", "-b", "patient", *LAB),
    "exploit": ("exploit", "FILE", "--games", "1000", "--seed", "3", "--family-games", "4"),
    "habits": ("habits", "FILE", *LAB),
    "sandbox": ("sandbox", "FILE", "--memory", "2", *LAB),
    "fit --template": ("fit", "--template"),
    "replay": ("replay", "RECORD"),
    "replay --json": ("replay", "RECORD", "--json"),
    "runs": ("runs",),
    "runs --json": ("runs", "--json"),
    "coach": ("coach", "RECORD", "--particles", "60", "--pairs", "8"),
    "coach --day": ("coach", "RECORD", *WHAT_IF, "--particles", "60"),
    "coach --day --json": ("coach", "RECORD", *WHAT_IF, "--particles", "60", "--json"),
    "coach --json": ("coach", "RECORD", "--json", "--no-review", "--particles", "60"),
    "forward": ("forward", "RECORD", "--games", "2"),
    "forward --json": ("forward", "RECORD", "--games", "2", "--json"),
    "belief": ("belief", "FILE", "--games", "2", "--particles", "60"),
    "timing told": ("timing", "told"),
    "timing forms": ("timing", "forms", "--each", "2"),
    "profile": ("profile", "--new", "Ada [red]"),
    "profile --json": ("profile", "--json"),
    "evidence": ("evidence", "loss-gain", "--seeds", "1", "--followers", "200", "--workers", "1"),
    "evidence learners": ("evidence", "learners", "--learners", "20", "--games", "1"),
    "evidence --list": ("evidence", "--list"),
    "evidence --parameters": ("evidence", "--parameters"),
    "--help": ("--help",),
    "--version": ("--version",),
}


DEAR = (
    ("game.lab.signs.learning_trial", "learning_trial"), ("game.lab.search.exploit", "exploit"),
    ("game.lab.search.families", "leads"), ("game.lab.reports.said", "listen_to"),
    ("game.lab.reports.playtest", "playtest"), ("game.lab.reports.played_findings", "played_findings"),
    ("game.lab.playing.run", "run"), ("game.lab.signs.belief_calibration", "calibration"),
    ("game.bots.contract", "check_contract"), ("game.lab.audience.fitting", "fit"),
    ("game.coach.hindsight.belief", "believe"),
    ("game.coach.hindsight.review", "review"),
)  # fmt: skip
"""Where commands reckon long. What they print is tried on many terminals; the figures are the same on each."""
_reckoned: dict[tuple[object, ...], object] = {}


def _once(words: tuple[str, ...], module: str, name: str) -> Callable[..., object]:
    """A function that reckons only once for a command, and gives the same again for the same call of it."""
    reckon, calls = getattr(import_module(module), name), count()

    def again(*given: object, **named: object) -> object:
        key = (words, module, name, next(calls))
        if key not in _reckoned:
            _reckoned[key] = reckon(*given, **named)
        return _reckoned[key]

    return again


def hostile(folder: Path) -> dict[str, str]:
    """What stands for FILE and RECORD: a scenario full of such words, and a run of it."""
    file = example(folder)
    text = file.read_text(encoding="utf-8")
    for said in ("The Corner Bakery", "Ada Quist", "The first loaf", "Still warm.", "The landlord rings",
                 "He wants the rent early.", "He grumbles."):  # fmt: skip
        text = text.replace(said, f'"{said} {HOSTILE}"')
    file.unlink()
    file = file.with_name("scenario.yaml")
    file.write_text(f'{text}lines: {{thanks: ["Thank you {HOSTILE}"]}}\n', encoding="utf-8")
    catalogues.update(folder, "de", WHEN)
    run = start(file, 4, folder / "runs", WHEN)
    while not run.finished:
        bot_plays_a_day(run, bots()["patient"])
    run.close()
    return {"FILE": str(folder), "RECORD": str(run.path)}


def ended(words: list[str], monkeypatch: pytest.MonkeyPatch, width: int = 200) -> int:
    """Runs a command in this process, on a terminal of a width; its exit code."""
    monkeypatch.setattr(sys, "argv", ["courtship", *words])
    for console in (out, err, evidence.out, evidence.err):
        monkeypatch.setattr(console, "_width", width)
        monkeypatch.setattr(console, "quiet", False)  # a console is quiet for good once its reader has gone
    with monkeypatch.context() as reckoning:
        for module, name in DEAR:
            reckoning.setattr(import_module(module), name, _once(tuple(words), module, name))
        return code_of_command()
