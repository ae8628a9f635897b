"""Sessions to test with: the shipped scenarios, played by bots through the same door as a person."""

from copy import copy
from functools import cache, lru_cache
from pathlib import Path

from game.bots.bot import Bot
from game.bots.registry import bots
from game.lab.playing.through_session import play_session_day
from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.compiling.compile import Compiled
from game.session.entries import EndDay
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import ScenarioSource, Session
from game.session.view import NightReport

SHIPPED = sorted(p.stem for p in SCENARIOS.glob("*.yaml"))


@cache
def compiled(name: str) -> Compiled:
    return compiled_of(load(SCENARIOS / f"{name}.yaml"))


def session(name: str = "first_hello", seed: int = 1) -> Session:
    return Session(begun(compiled(name), seed), source=ScenarioSource(name))


def end_day(game: Session) -> NightReport:
    """Ends the day, and tells what the night brought."""
    game.do(EndDay())
    night = game.playthrough.story.night
    assert night is not None
    return night


def bot_plays_a_day(game: Session, bot: Bot) -> None:
    """The bot decides on arrays; its decisions go through the session's own door, one by one."""
    play_session_day(game, bot)


def played(name: str, bot: str, seed: int = 1, days: int | None = None) -> Session:
    """A session of its own, in which a bot has played some days, or all."""
    game = copy(_played(name, bot, seed, days))
    game._mornings = dict(game._mornings)
    return game


@lru_cache(maxsize=12)
def _played(name: str, bot: str, seed: int, days: int | None) -> Session:
    """A playthrough is a value: whoever plays on from it makes another one, and this session stays as it is."""
    game = session(name, seed)
    while not game.finished and (days is None or len(game.playthrough.history) < days):
        bot_plays_a_day(game, bots()[bot])
    return game


def example(folder: Path) -> Path:
    """A small scenario file of our own."""
    path = folder / "bakery.yaml"
    path.write_text(
        """\
scenario_format: 1
title: The Corner Bakery
days: 6
business: {name: Crumb and Crust, trade: bakery, hours_per_day: 3}
followers:
  ada:
    name: Ada Quist
    loves: {rye: 90, mornings: 40}
    formats: [photo]
    motive: buyer
    ready: {from: 2, until: 5}
    knows: [ben]
  ben:
    name: Ben Tal
    loves: {rye: 20}
    motive: seller
crowd: {count: 3}
content:
  loaf: {title: The first loaf, format: photo, about: [rye], hours: 0.5, text: Still warm.}
timeline:
  landlord:
    title: The landlord rings
    day: 2
    text: He wants the rent early.
    choices:
      - {label: Send everybody the menu, do: {move: blast_dm, who: [everyone]}}
      - {label: Ask for a week, reply: He grumbles.}
""",
        encoding="utf-8",
    )
    return path
