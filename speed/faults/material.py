"""What the faults are done to: a small scenario, a run of it, and choices by chance."""

import random
from datetime import UTC, datetime
from pathlib import Path

from game.errors import Refused
from game.session.entries import Choice, EndDay, MarkRead, Note, PlanMove, Undo
from game.session.runs.runs import start
from game.session.session import Session

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)
PEOPLE = ("ada", "ben", "nobody")
MOVES = ("like", "comment", "ask_about_them", "look_around", "blast_dm", "no_such_move")
SCENARIO = """\
scenario_format: 1
title: The Corner Bakery
days: 30
business: {name: Crumb and Crust, trade: bakery, hours_per_day: 3}
followers:
  ada: {name: Ada Quist, loves: {rye: 90, mornings: 40}, formats: [photo], motive: buyer, knows: [ben]}
  ben: {name: Ben Tal, loves: {rye: 20}, motive: seller}
content:
  loaf: {title: The first loaf, format: photo, about: [rye], hours: 0.5, text: Still warm.}
"""


def scenario_in(folder: Path) -> Path:
    """The scenario's file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "bakery.yaml"
    file.write_text(SCENARIO, encoding="utf-8")
    return file


def run_in(folder: Path, seed: int) -> Session:
    """A new run of it, open."""
    return start(scenario_in(folder), seed, folder / "runs", NOW)


def any_choice(dice: random.Random, day: int) -> Choice | Undo:
    """A choice by chance; many are refused."""
    who = dice.choice(PEOPLE)
    move = PlanMove(dice.choice(MOVES), who)
    return dice.choice((move, move, MarkRead(who), Note(who, "buyer", dice.randint(1, 3)), EndDay(), Undo(day - 1)))


def click(game: Session, dice: random.Random) -> bool:
    """Makes a choice by chance; whether it was taken and changed anything, so that it must be in the record."""
    before = game.playthrough
    try:
        game.do(any_choice(dice, len(before.history) + 1))
    except Refused:
        return False
    return game.playthrough is not before
