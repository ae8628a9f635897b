"""Who plays in the lab, as a small value that can be sent to another process and means the same there."""

from dataclasses import dataclass
from functools import lru_cache

from game.bots.bot import Bot
from game.bots.contract import single_move_bot
from game.bots.registry import bots
from game.session.errors import CannotPlay


@dataclass(frozen=True)
class Player:
    """A bot by name, or by what it is made of."""

    id: str  # as in tables
    kind: str = "bot"  # bot, move
    text: str = ""  # the move, for a bot that knows nothing else


@lru_cache(maxsize=64)
def bot_of(player: Player) -> Bot:
    """The bot that a player stands for."""
    if player.kind == "move":
        return single_move_bot(player.text)
    return bots()[player.id]


def named(name: str) -> Player:
    """The player somebody means.

    Raises:
        CannotPlay: there is no such bot.
    """
    if name in bots():
        return Player(name)
    raise CannotPlay(f"There is no bot “{name}”. There are: {', '.join(bots())}.")


def players(names: list[str]) -> tuple[Player, ...]:
    """The players somebody means, each once; “all” stands for every bot.

    Raises:
        CannotPlay: one of them is none.
    """
    wanted = [n for name in names for n in (bots() if name == "all" else name.split(",")) if n]
    return tuple(dict.fromkeys(named(n.strip()) for n in wanted))
