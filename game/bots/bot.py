"""What a bot is, and how a day's wishes become a plan that the attention of the day allows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.model import People, Rules, State
from game.model.arrays import Array
from game.session.engine import Plan
from game.session.planning import HOURS_GRAIN
from game.session.sight import Sight


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


def wanted_answers(bot: Bot, sight: Sight) -> Array:
    """For each event (E,) the number of the answer a bot gives; −1 where an event has none to give."""
    return np.where(sight.tempting >= 0, sight.tempting, sight.upright) if bot.gives_in else sight.upright


def no_wishes(sight: Sight) -> Wishes:
    """A day of rest."""
    batch, followers = len(sight.hours), sight.ledger.present.shape[1]
    return Wishes(
        move=np.zeros((batch, followers), dtype=np.int64),
        content=np.full((batch, followers), -1, dtype=np.int64),
        priority=np.zeros((batch, followers)),
        post=np.zeros(batch, dtype=np.int64),
        post_content=np.full(batch, -1, dtype=np.int64),
    )


def best_content(sight: Sight) -> Array:
    """For each follower the content that seems to fit best and can be used (B, F); −1 when there is none."""
    if sight.seems_fit.shape[2] == 0:
        return np.full(sight.ledger.present.shape, -1, dtype=np.int64)
    worth = np.where(sight.usable[:, None, :], sight.seems_fit - 0.1 * sight.content_hours[:, None, :], -1.0)
    best = worth.argmax(axis=2)
    return np.where(worth.max(axis=2) >= 0.0, best, -1)


def popular_content(sight: Sight) -> Array:
    """The content that seems to fit most followers and can be used (B,), another each day; −1 when there is none."""
    if sight.seems_fit.shape[2] == 0:
        return np.full(len(sight.hours), -1, dtype=np.int64)
    present = sight.ledger.present
    contents = sight.seems_fit.shape[2]
    total: Array = np.zeros((len(present), contents))
    for follower in range(present.shape[1]):
        total = total + sight.seems_fit[:, follower] * present[:, [follower]]
    turn = (np.arange(contents) + sight.day) % contents * 1e-3
    total = np.where(sight.content_hours > 0.0, total, 0.75 * total)  # what has been shown before is not shown at once
    affordable = sight.usable & (sight.content_hours <= sight.hours[:, None])
    worth = np.where(affordable, total + turn, -1.0)
    return np.where(worth.max(axis=1) >= 0.0, worth.argmax(axis=1), -1)


def within_attention(wishes: Wishes, sight: Sight) -> Plan:
    """The wishes that the day's attention allows, in the order of their priority.

    Hours count in whole grains, so that the order of adding cannot matter. A content costs its making once.
    """
    batch, followers = wishes.move.shape
    budget = np.round(sight.hours / HOURS_GRAIN)
    making = np.round(sight.content_hours / HOURS_GRAIN)
    cost_of = np.round(sight.move_hours / HOURS_GRAIN)
    rows = np.arange(batch)
    post = wishes.post.copy()
    post_making = making[rows, np.maximum(wishes.post_content, 0)] if making.shape[1] else np.zeros(batch)
    post_cost = cost_of[post] + np.where(wishes.post_content >= 0, post_making, 0.0)
    post_cost = np.where(wishes.post_content >= 0, np.minimum(post_cost, budget), post_cost)
    post = np.where((post > 0) & (post_cost <= budget), post, 0)
    left = budget - np.where(post > 0, post_cost, 0.0)
    made = np.zeros(making.shape, dtype=bool)
    if making.shape[1]:
        made[rows, np.maximum(wishes.post_content, 0)] |= (post > 0) & (wishes.post_content >= 0)

    move = np.zeros_like(wishes.move)
    content = np.full_like(wishes.content, -1)
    order = np.argsort(-wishes.priority, axis=1, kind="stable")
    for place in range(followers):
        who = order[:, place]
        wanted, what = wishes.move[rows, who], wishes.content[rows, who]
        cost = cost_of[wanted]
        if making.shape[1]:
            fresh = (what >= 0) & ~made[rows, np.maximum(what, 0)]
            cost = np.minimum(cost + np.where(fresh, making[rows, np.maximum(what, 0)], 0.0), np.maximum(budget, cost))
        can = (wanted > 0) & (sight.ledger.present[rows, who] > 0.5) & (cost <= left)
        left = left - np.where(can, cost, 0.0)
        move[rows, who] = np.where(can, wanted, 0)
        content[rows, who] = np.where(can, what, -1)
        if making.shape[1]:
            made[rows, np.maximum(what, 0)] |= can & (what >= 0)
    return Plan(move, content, post, np.where(post > 0, wishes.post_content, -1), np.full((batch, followers), -1))
