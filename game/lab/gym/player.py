"""An agent that has learnt as a bot, so that all of the lab can play with it: games, duels, figures."""

from collections.abc import Callable, Mapping

from game.bots.bot import Bot, Wishes
from game.engine.sight import Sight
from game.lab.gym.acting import possibilities, repertoire_of, wishes_of
from game.lab.gym.seeing import layout_of, observed
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

AgentChoice = Callable[[Mapping[str, Array], Array], Array]
"""From what is seen of B games, and what can be done (B, N), to actions (B, F + 1)."""


def bot_of_agent(choose: AgentChoice, compiled: Compiled, name: str = "agent", *, gives_in: bool = False) -> Bot:
    """The bot that acts as an agent chooses.

    Args:
        choose: the agent.
        compiled: the scenario.
        name: as in tables.
        gives_in: obeys when an event pushes; as the agent was trained.
    """
    repertoire = repertoire_of(compiled)
    layout = layout_of(compiled, repertoire.moves)

    def policy(sight: Sight) -> Wishes:
        open_to = possibilities(sight, repertoire)
        return wishes_of(choose(observed(sight, layout), open_to.flat), open_to, sight, repertoire)

    return Bot(name, policy, "An agent that has learnt.", asks=True, posts=True, broadcasts=True, stochastic=True,
               gives_in=gives_in)  # fmt: skip
