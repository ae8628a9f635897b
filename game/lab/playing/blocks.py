"""The lab's work in blocks: each a pure function of scenario, setting, player, seed and episodes.

Rule: a row depends on its own episode alone. So any split, any number of workers and any order give the same rows.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from game.bots.play import BLOCK
from game.lab.playing.changed_numbers import Setting, in_words
from game.lab.playing.games import Game, play_games
from game.lab.playing.players import Player, bot_of
from game.lab.playing.travelling import TravellingScenario, travelling
from game.scenario import Loaded

SMALLEST = 16  # episodes; smaller blocks cost more in starting than they win by sharing


@dataclass(frozen=True)
class Trial:
    """What is to be played: every player in every setting over the same episodes."""

    scenario: TravellingScenario
    seed: int
    games: int
    players: tuple[Player, ...]
    settings: tuple[Setting, ...] = ((),)
    first: int = 0  # number of the first episode

    @property
    def name(self) -> str:
        """The id of the scenario that is played."""
        return self.scenario.name

    @property
    def total(self) -> int:
        """How many games the trial has in all settings and of all players."""
        return self.games * len(self.players) * len(self.settings)


@dataclass(frozen=True)
class EpisodeBlock:
    """Episodes `first` .. `first + count − 1` of one player in one setting."""

    scenario: TravellingScenario
    setting: Setting
    player: Player
    seed: int
    first: int
    count: int

    @property
    def keys(self) -> Iterator[tuple[str, str, int]]:
        """The keys of the games in the block: setting, player, episode."""
        setting = in_words(self.setting)
        return ((setting, self.player.id, e) for e in range(self.first, self.first + self.count))


def trial_of(
    loaded: Loaded, players: tuple[Player, ...], games: int, seed: int = 0,
    settings: tuple[Setting, ...] = ((),), first: int = 0,
) -> Trial:  # fmt: skip
    """A trial of a loaded scenario; every setting is tried out before a game is played.

    Raises:
        CannotPlay: the scenario has errors, or a setting or a player does not fit it.
    """
    trial = Trial(travelling(loaded), seed, games, players, settings, first)
    for setting in settings:
        compiled = trial.scenario.compiled(setting)
        for player in players:
            bot_of(player, compiled)
    return trial


def play_block(block: EpisodeBlock) -> tuple[Game, ...]:
    """The games of a block."""
    compiled = block.scenario.compiled(block.setting)
    episodes = np.arange(block.first, block.first + block.count)
    return play_games(
        compiled, bot_of(block.player, compiled), block.seed, episodes, in_words(block.setting), block.player.id
    )


def blocks_of(
    trial: Trial, size: int = BLOCK, known: Collection[tuple[str, str, int]] = frozenset()
) -> tuple[EpisodeBlock, ...]:
    """The trial cut into blocks of at most `size` games, without those known already.

    All players get their first episodes before anyone gets more: what is stopped early is still a fair comparison.
    """
    found = []
    for first in range(trial.first, trial.first + trial.games, size):
        episodes = range(first, min(first + size, trial.first + trial.games))
        for setting in trial.settings:
            label = in_words(setting)
            for player in trial.players:
                missing = [e for e in episodes if (label, player.id, e) not in known]
                for start, count in _stretches(missing):
                    found.append(EpisodeBlock(trial.scenario, setting, player, trial.seed, start, count))
    return tuple(found)


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    """Rising numbers as stretches of (first, count).

    >>> _stretches([3, 4, 5, 9])
    [(3, 3), (9, 1)]
    """
    found: list[tuple[int, int]] = []
    for n in numbers:
        if found and n == found[-1][0] + found[-1][1]:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((n, 1))
    return found


def fair_size(trial: Trial, workers: int) -> int:
    """A block size that keeps all workers busy and memory bounded."""
    parts = -(-workers // (len(trial.players) * len(trial.settings)))
    return max(SMALLEST, min(BLOCK, -(-trial.games // parts)))
