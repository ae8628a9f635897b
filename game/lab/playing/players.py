"""Who plays in the lab, as a small value that can be sent to another process and means the same there."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from game.bots.bot import Bot
from game.bots.registry import bots
from game.errors import CannotPlay
from game.lab.ways.cards import Deck, bot_of_deck, deck_of, read_cards
from game.scenario.compiling.compile import Compiled
from game.scenario.problems.phrases import guessed

CARD_FILES = {".yaml", ".yml"}


@dataclass(frozen=True)
class Player:
    """A bot by name, or by its rule cards."""

    id: str  # as in tables and results
    kind: Literal["bot", "cards"] = "bot"
    text: str = ""  # of the cards


def bot_of(player: Player, compiled: Compiled) -> Bot:
    """The bot that a player stands for in a scenario.

    Raises:
        CannotPlay: cards that the scenario has no moves for.
    """
    return bot_of_deck(_deck(player.text, player.id), compiled) if player.kind == "cards" else bots()[player.id]


@lru_cache(maxsize=16)
def _deck(text: str, name: str) -> Deck:
    return deck_of(text, name)


def named(name: str) -> Player:
    """The player somebody means: the name of a bot, or a file of rule cards.

    Cards are named by their file and a fingerprint of their text, so that results of other cards are never mixed in.

    Raises:
        CannotPlay: there is no such bot, or the cards cannot be read.
    """
    if name in bots():
        return Player(name)
    path = Path(name)
    if path.suffix in CARD_FILES:
        text = read_cards(path)
        deck_of(text, path.name)
        return Player(f"{path.stem}@{hashlib.sha256(text.encode()).hexdigest()[:6]}", "cards", text)
    raise CannotPlay(
        f"There is no bot “{name}”.{guessed(name, bots())} There are: {', '.join(bots())}; “all” stands for every "
        "one; or name a .yaml file of rule cards."
    )


def players(names: list[str]) -> tuple[Player, ...]:
    """The players somebody means, each once; “all” stands for every bot.

    Raises:
        CannotPlay: one of them is none.
    """
    wanted = [n for name in names for n in (bots() if name == "all" else name.split(",")) if n]
    return tuple(dict.fromkeys(named(n.strip()) for n in wanted))
