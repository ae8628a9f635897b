"""All bots by id: every module of this package with a `BOT` or `BOTS` takes part."""

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType

import game.bots
from game.bots.bot import Bot


@cache
def bots() -> MappingProxyType[str, Bot]:
    """Every bot, by id, in alphabetical order.

    Raises:
        ValueError: two bots have the same id.
    """
    found: dict[str, Bot] = {}
    for module in pkgutil.iter_modules(game.bots.__path__):
        loaded = importlib.import_module(f"game.bots.{module.name}")
        for bot in (*getattr(loaded, "BOTS", ()), *filter(None, [getattr(loaded, "BOT", None)])):
            if bot.id in found:
                raise ValueError(f"two bots are called {bot.id!r}")
            found[bot.id] = bot
    return MappingProxyType(dict(sorted(found.items())))
