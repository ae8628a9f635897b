"""An agent learns to court: `python examples/learn_to_court.py slow_roast`. Takes a few minutes on two cores.

It begins by rolling dice, plays some thousand games, and sees only what a player sees. Its reward is the score at the
end, and on the way how visible signs change, which leaves the best way of playing as it is. Without them, and without
the wish to try what is new (`CURIOSITY`), it learns to be kind and never to ask: asking is punished long before it
pays. Scores printed while it learns are low, since it still rolls dice. Afterwards it does what it thinks best in games
it has not learnt from, beside bots with the same people and the same chance. The report tells how it does and when it
asks. Needs the group `learn`: see CONTRIBUTING.md.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping

import numpy as np
import torch
from learning.network import SharedEyes
from learning.report import figures, games_of, text_of
from learning.vectors import Games
from sb3_contrib import MaskablePPO
from stable_baselines3.common.callbacks import BaseCallback

from game.bots.registry import bots
from game.lab.gym.player import bot_of_agent

RIVALS = ("pushy", "random", "patient")
SHAPING = 0.3
"""Weight of visible signs in the reward, see docs/agents.md."""
CURIOSITY = 0.01
"""Weight of the entropy of its choices."""


class Progress(BaseCallback):
    """Prints how the games of a training end."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = time.monotonic()

    def _on_step(self) -> bool:
        scores = [info["score"] for info in self.locals["infos"] if "score" in info]
        if scores:
            taken = time.monotonic() - self.begun
            print(f"{self.num_timesteps:9,} days played, score {np.mean(scores):5.1f}, {taken:4.0f} s", file=sys.stderr)
        return True


def learnt(scenario: str, days: int, games: int, seed: int) -> MaskablePPO:
    """Trains an agent.

    Args:
        scenario: name or path.
        days: how many are played in all, over all games.
        games: how many go side by side.
        seed: of people, chance and network.
    """
    many = Games(scenario, games, seed, SHAPING)
    length = many.courtship.games.compiled.scenario.days
    model = MaskablePPO(
        SharedEyes, many, n_steps=length, batch_size=max(1, games * length // 8), n_epochs=4, gamma=1.0,
        gae_lambda=0.95, learning_rate=1e-3, ent_coef=CURIOSITY, target_kl=0.05, seed=seed, device="cpu",
    )  # fmt: skip
    return model.learn(days, callback=Progress())


def main() -> None:
    """Reads the arguments, trains, reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", nargs="?", default="slow_roast")
    parser.add_argument("--days", type=int, default=150_000, help="how many days are played while learning")
    parser.add_argument("--side-by-side", type=int, default=64, help="how many games at a time")
    parser.add_argument("--games", type=int, default=256, help="how many games the report is about")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    chosen = parser.parse_args()
    torch.set_num_threads(1)  # more of them wait for each other where others work too
    model = learnt(chosen.scenario, chosen.days, chosen.side_by_side, chosen.seed)
    compiled = model.get_env().courtship.games.compiled

    def choose(seen: Mapping[str, np.ndarray], masks: np.ndarray) -> np.ndarray:
        actions, _ = model.predict(dict(seen), action_masks=masks, deterministic=True)
        return actions

    unseen, length = chosen.seed + 1, compiled.scenario.days
    agent = games_of(bot_of_agent(choose, compiled), compiled, unseen, chosen.games)
    others = [games_of(bots()[name], compiled, unseen, chosen.games) for name in RIVALS]
    print(json.dumps(figures(agent, others, length)) if chosen.json else text_of(agent, others, length))


if __name__ == "__main__":
    main()
