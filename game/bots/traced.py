"""Playing a bot by its traced policy: the same wishes to the bit, at a fraction of the time.

The shipped bots are played so, those that see hidden state aside; a test holds each to its plain policy. A bot from
elsewhere is asked itself every day: nobody has looked whether its wishes follow from the morning alone.
"""

from functools import lru_cache

from game.bots.bot import Bot, Policy, Wishes
from game.bots.policy_tracing import looked_at, traced
from game.bots.registry import bots
from game.engine.sight import Sight
from game.kernel.graph.refusals import CannotTraceError
from game.kernel.interface import Kernel, PolicyPlayer
from game.model import Rules


class _Moves:
    """The moves of a scenario as a key: two scenarios with the same moves share what is traced."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        columns = sorted(rules.moves.columns.items())
        self._key = (rules.moves.ids, rules.moves.opens.tobytes(), tuple((n, c.tobytes()) for n, c in columns))
        self._hash = hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Moves) and self._key == other._key

    def __hash__(self) -> int:
        return self._hash


@lru_cache(maxsize=64)
def _player(policy: Policy, moves: _Moves, contents: bool, kernel: Kernel) -> PolicyPlayer | None:
    try:
        graph = traced(policy, moves.rules, int(contents))
    except CannotTraceError:
        return None
    return kernel.policy(graph)


def player_of(bot: Bot, rules: Rules, contents: int, kernel: Kernel) -> PolicyPlayer | None:
    """Who plays a bot's traced policy; None where it is not traced.

    Args:
        bot: any bot.
        rules: of the scenario.
        contents: how many it has.
        kernel: what runs it.
    """
    if bot.sees_hidden_state or bots().get(bot.id) is not bot:
        return None
    return _player(bot.policy, _Moves(rules), contents > 0, kernel)


def wishes_by(player: PolicyPlayer, sight: Sight) -> Wishes:
    """The wishes of a traced policy, of moves a player could make."""
    given = [looked_at(name, sight) for name in player.inputs]
    return Wishes(**player.decide(given, sight.day, sight.days, sight.ledger.present.shape))
