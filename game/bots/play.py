"""Letting a bot play: a batch of episodes from the first morning to the last night."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from game.bots.bot import Bot, Hidden, Wishes, wanted_answers, within_attention
from game.bots.possible import only_possible
from game.bots.traced import player_of, wishes_by
from game.engine.batch import Batch
from game.engine.days import begin
from game.engine.position import DayPlan, Position
from game.engine.sight import Sight, see
from game.engine.timeline import answer
from game.kernel.interface import PolicyPlayer
from game.scenario.compiling.compile import Compiled

BLOCK = 512  # episodes that are played together: enough to share the work of a day's Python, few enough for memory


def answered_events(position: Position, bot: Bot, sight: Sight) -> Position:
    """The morning's events answered in the bot's way."""
    wanted = wanted_answers(bot, sight)
    for i in range(position.fresh.shape[1]):
        open_rows = position.fresh[:, i] & ~position.answered[:, i]
        if open_rows.any():
            position = answer(position, i, np.where(open_rows, wanted[i], -1))
    return position


def wishes_of(bot: Bot, position: Position, sight: Sight) -> Wishes:
    """What a bot would like to do. Hidden state goes to those alone that say that they see it."""
    if bot.sees_hidden_state:
        return bot.policy(sight, Hidden(position.state, position.people, position.compiled.rules))
    return bot.policy(sight)


def bot_day(position: Position, bot: Bot, player: PolicyPlayer | None = None) -> tuple[Position, DayPlan]:
    """A morning with its events answered, and the plan the bot makes for the day, of moves a player could make.

    Args:
        position: the morning.
        bot: who plays.
        player: of the bot's traced policy; left out, the bot is asked itself.
    """
    sight = see(position)
    if (position.fresh & ~position.answered).any():
        position = answered_events(position, bot, sight)
        sight = see(position)
    if player is not None:
        wishes = wishes_by(player, sight)
    else:
        wishes = only_possible(wishes_of(bot, position, sight), sight, position.compiled.rules)
    return position, within_attention(wishes, sight)


def play(
    compiled: Compiled, bot: Bot, seed: int, episodes: np.ndarray,
    watch: Callable[[Position, DayPlan, Position], None] | None = None, *, lasting: bool = True,
    first: Position | None = None,
) -> Position:  # fmt: skip
    """Plays episodes to the end.

    Args:
        compiled: the scenario.
        bot: who plays.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
        watch: called after every day with morning, plan and next morning.
        lasting: what `watch` is given may be kept; else it is good for that call alone, and of the morning's state and
            ledger nothing is left.
        first: the first morning of these very episodes, where somebody has it already.
    """
    position = begin(compiled, seed, episodes) if first is None else first
    batch = Batch(position, lasting=lasting and watch is not None)
    player = player_of(bot, compiled.rules, len(compiled.contents), position.kernel)
    while not position.finished:
        morning, plan = bot_day(position, bot, player)
        position = batch.play_day(morning, plan)
        if watch is not None:
            watch(morning, plan, position)
    return replace(position, signals=None)
