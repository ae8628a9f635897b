"""The model's days in Mesa 3: one model a game, one agent a follower, each day in stages over all agents.

Agents act in the order in which they came, so nothing is shuffled; whom an agent watches is a list of agents. Mesa's
agents carry a `__dict__` besides, as Mesa's users know them.
"""

import mesa
import numpy as np

from bench.scalar.scalar_day import ScalarDay, scalar_day
from bench.scalar.scalar_follower import Follower
from bench.scalar.scalar_games import BLOCK, HANDED_OVER, Games, trajectory
from bench.script import Script, Trajectory
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled


class FollowerAgent(mesa.Agent, Follower):
    """A follower as an agent; the model knows the day, agents know their place."""

    def __init__(self, model: "CourtshipModel", place: int) -> None:
        super().__init__(model)
        self.place = place

    def receive_move(self) -> None:
        """Stage 1: the direct move."""
        model, place = self.model, self.place
        model.rules.receive(self, model.rows[place], model.fits[place], model.chances[place])

    def spend_the_night(self) -> None:
        """Stage 2: what those they know were shown, the post, answers, initiatives, forgetting."""
        model, place = self.model, self.place
        model.rules.sleep(
            self, model.rows[place], model.fits[place], model.post, model.post_fits[place], model.chances[place],
            model.steps,
        )  # fmt: skip


class CourtshipModel(mesa.Model):
    """One game. Mesa counts the days: `steps` is the day that is played."""

    def __init__(self, games: Games, number: int, rules: ScalarDay, script: Script) -> None:
        super().__init__(seed=number)
        self.rules = rules
        self.followers = [FollowerAgent(self, place) for place in range(games.followers)]
        games.settle(number, self.followers)
        self.chance = games.chance_of(number)
        self.script = [array[:, number].tolist() for array in (script.move, script.fit, script.post, script.post_fit)]

    def step(self) -> None:
        """A day."""
        self.chances = self.chance[self.steps - 1]
        self.rows, self.fits, self.post, self.post_fits = (choices[self.steps - 1] for choices in self.script)
        self.agents.do("receive_move")
        self.agents.do("spend_the_night")

    def end(self) -> None:
        """Lets go of what is large: Mesa keeps a model for ever, as a key of the numbers of its agents."""
        self.remove_all_agents()
        self.followers, self.chance, self.script = [], [], []

    def watched(self) -> list[tuple[float, ...]]:
        """What a trajectory is made of at this moment (F, 7)."""
        return [agent.watched() for agent in self.followers]


def play(compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool) -> Trajectory:
    """Plays episodes by a script; see `bench.peers.Peer.play`."""
    days, rules = compiled.scenario.days, scalar_day(compiled)
    values = np.empty((days if every_day else 1, len(episodes), compiled.followers, len(HANDED_OVER)))
    for start in range(0, len(episodes), BLOCK):
        games = Games(compiled, seed, episodes[start : start + BLOCK])
        for number in range(len(games.given)):
            model = CourtshipModel(games, number, rules, script.part(start, start + BLOCK))
            for day in range(days):
                model.step()
                if every_day:
                    values[day, start + number] = model.watched()
            if not every_day:
                values[0, start + number] = model.watched()
            model.end()
    return trajectory(compiled, seed, episodes, values)
