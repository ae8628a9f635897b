"""A block as it travels to another machine, and what is done with it there: all but the text of the scenario."""

import hashlib
from dataclasses import dataclass

from game import __version__
from game.bots.play import BLOCK
from game.errors import CourtshipError
from game.lab.playing.blocks import EpisodeBlock, play_block
from game.lab.playing.changed_numbers import Setting
from game.lab.playing.games import Game
from game.lab.playing.players import Player
from game.lab.playing.travelling import arrived
from game.model.parameters import PARAMETERS_VERSION
from game.scenario.format.difficulty import Difficulty


class ClusterError(CourtshipError):
    """A cluster cannot be used, or was lost; what was done is kept."""


@dataclass(frozen=True)
class Order:
    """A block as it travels: all but the text of its scenario."""

    name: str
    setting: Setting
    player: Player
    seed: int
    first: int
    count: int
    version: str  # of the game that ordered it
    parameters: int
    difficulty: Difficulty


def order_of(block: EpisodeBlock) -> Order:
    """What is sent of a block."""
    return Order(
        name=block.scenario.name, setting=block.setting, player=block.player, seed=block.seed, first=block.first,
        count=block.count, version=__version__, parameters=PARAMETERS_VERSION, difficulty=block.scenario.difficulty,
    )  # fmt: skip


def play_order(text: str, order: Order) -> tuple[Game, ...]:
    """Plays an order, on a worker.

    Raises:
        ClusterError: this worker has another version of the game.
    """
    if (order.version, order.parameters) != (__version__, PARAMETERS_VERSION):
        raise ClusterError(other_version("A worker that came later", (__version__, PARAMETERS_VERSION)))
    return _played(text, order)


def _played(text: str, order: Order) -> tuple[Game, ...]:
    """The games of an order, a block's worth at a time, so that memory stays bounded."""
    found: list[Game] = []
    scenario = arrived(order.name, text, order.difficulty)
    for first in range(order.first, order.first + order.count, BLOCK):
        count = min(BLOCK, order.first + order.count - first)
        found += play_block(EpisodeBlock(scenario, order.setting, order.player, order.seed, first, count))
    return tuple(found)


def same_text(text: str) -> str:
    """The text itself: as a task it is kept by the workers, and can be made again."""
    return text


def probe(text: str, order: Order) -> tuple[str, int, str]:
    """Version, version of the parameters, and a fingerprint of some games as this machine plays them."""
    return __version__, PARAMETERS_VERSION, hashlib.sha256(repr(_played(text, order)).encode()).hexdigest()


def other_version(who: str, found: tuple[str, int]) -> str:
    """A sentence about versions that differ."""
    return (
        f"{who} has version {found[0]} of the game (parameters {found[1]}); here it is {__version__} (parameters "
        f"{PARAMETERS_VERSION}). Install the same version everywhere."
    )
