"""What a bot is, and how a day's wishes become a plan that the attention of the day allows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.engine.hours import in_grains
from game.engine.position import DayPlan
from game.engine.sight import Sight
from game.kernel.attention import Wanted
from game.model import People, Rules, State
from game.model.arrays import Array


@dataclass(frozen=True, eq=False)
class Wishes:
    """What a bot would like to do today; the most important first, as far as attention goes."""

    move: Array  # (B, F) numbers of moves, 0 for none
    content: Array  # (B, F) or −1
    priority: Array  # (B, F), higher first; ties go to the earlier follower
    post: Array  # (B,) number of the post, 0 for none; it comes before all else
    post_content: Array  # (B,) or −1


@dataclass(frozen=True, eq=False)
class Hidden:
    """What no player sees. Only a bot that declares it gets this, as a second argument beside what it may see."""

    state: State
    people: People
    rules: Rules


Policy = Callable[..., Wishes]
"""`policy(sight)`; a bot that sees hidden state is called as `policy(sight, hidden)`, and must do without it too."""


@dataclass(frozen=True)
class Bot:
    """A policy and the facts about it, which a contract test checks on every bot."""

    id: str
    policy: Policy
    does: str  # one sentence
    asks: bool  # proposes or pitches
    posts: bool  # posts to everybody
    broadcasts: bool  # sends impersonal messages to everybody
    stochastic: bool  # rolls dice of its own
    sees_hidden_state: bool = False
    gives_in: bool = False  # obeys when an event pushes
    pushes: bool = False  # asks or offers without a look at anybody: what no scenario should reward


def wanted_answers(bot: Bot, sight: Sight) -> Array:
    """For each event (E,) the number of the answer a bot gives; −1 where an event has none to give."""
    return np.where(sight.tempting >= 0, sight.tempting, sight.upright) if bot.gives_in else sight.upright


def no_wishes(sight: Sight) -> Wishes:
    """Wishes for a day on which nothing is done."""
    batch, followers = sight.ledger.present.shape
    return Wishes(
        move=np.zeros((batch, followers), dtype=np.int64),
        content=np.full((batch, followers), -1, dtype=np.int64),
        priority=np.zeros((batch, followers)),
        post=np.zeros(batch, dtype=np.int64),
        post_content=np.full(batch, -1, dtype=np.int64),
    )


def within_attention(wishes: Wishes, sight: Sight) -> DayPlan:
    """The wishes that the day's attention allows, in the order of their priority.

    Hours count in whole grains, so that the order of adding cannot matter. A content costs its making once.
    """
    wanted = Wanted(
        move=wishes.move, content=wishes.content, priority=wishes.priority, post=wishes.post,
        post_content=wishes.post_content, present=sight.ledger.present, budget=in_grains(sight.hours),
        making=in_grains(sight.content_hours), cost=in_grains(sight.move_hours),
    )  # fmt: skip
    done = sight.kernel.granted(wanted)
    return DayPlan(done.move, done.content, done.post, done.post_content, np.full(done.move.shape, -1))
