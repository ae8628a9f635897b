"""The model's days in plain Python: a list of followers a game, game after game, one day after the other."""

import numpy as np

from bench.scalar.scalar_day import ScalarDay, scalar_day
from bench.scalar.scalar_follower import Follower
from bench.scalar.scalar_games import BLOCK, HANDED_OVER, Games, trajectory
from bench.script import Script, Trajectory
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled


class Game:
    """One game at a time; `start` begins the next in the same place."""

    def __init__(self, games: Games, rules: ScalarDay) -> None:
        self.games, self.rules = games, rules
        self.followers = [Follower() for _ in range(games.followers)]
        self.chance: list[list[list[float]]] = []
        self.day = 1

    def start(self, number: int) -> None:
        """The first morning of a game.

        Args:
            number: of the game in its block.
        """
        self.games.settle(number, self.followers)
        self.chance = self.games.chance_of(number)
        self.day = 1

    def play_day(self, rows: list[int], fits: list[float], post: int, post_fits: list[float]) -> None:
        """From this morning to the next: all get their moves, then each sees the others and the post, and sleeps.

        Args:
            rows: of the direct moves, for each follower, 0 for none.
            fits: worth of what goes with them.
            post: row of the post, 0 for none.
            post_fits: its worth to each.
        """
        receive, sleep, day = self.rules.receive, self.rules.sleep, self.day
        followers, chances = self.followers, self.chance[day - 1]
        for f, row, fit, chance in zip(followers, rows, fits, chances, strict=True):
            receive(f, row, fit, chance)
        for f, row, fit, post_fit, chance in zip(followers, rows, fits, post_fits, chances, strict=True):
            sleep(f, row, fit, post, post_fit, chance, day)
        self.day = day + 1

    def watched(self) -> list[tuple[float, ...]]:
        """What a trajectory is made of at this moment (F, 7)."""
        return [f.watched() for f in self.followers]


def play(compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool) -> Trajectory:
    """Plays episodes by a script; see `bench.peers.Peer.play`."""
    days, rules = compiled.scenario.days, scalar_day(compiled)
    values = np.empty((days if every_day else 1, len(episodes), compiled.followers, len(HANDED_OVER)))
    for start in range(0, len(episodes), BLOCK):
        games = Games(compiled, seed, episodes[start : start + BLOCK])
        game = Game(games, rules)
        for number in range(len(games.given)):
            episode = start + number
            moves, fits = script.move[:, episode].tolist(), script.fit[:, episode].tolist()
            posts, post_fits = script.post[:, episode].tolist(), script.post_fit[:, episode].tolist()
            game.start(number)
            for day in range(days):
                game.play_day(moves[day], fits[day], posts[day], post_fits[day])
                if every_day:
                    values[day, episode] = game.watched()
            if not every_day:
                values[0, episode] = game.watched()
    return trajectory(compiled, seed, episodes, values)
