"""What an agent can do: one move a follower and one post a day, as numbers. Contents are chosen by rule.

A move that shares something takes what fits this follower best, by what the profile shows if it was read; a post takes
what fits most of them. Both rules are those of the bots. An introduction needs a second person and is left out.
"""

from dataclasses import dataclass

import numpy as np

from game.bots.bot import Wishes
from game.engine.hours import in_grains
from game.engine.legal import Obstacle, needs_content, needs_partner, obstacles
from game.engine.sight import Sight
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

LONGEST_DAYS = 100.0  # days of waiting that are told apart; whoever waited longer, or was never met, comes first alike


@dataclass(frozen=True, eq=False)
class Repertoire:
    """What the numbers of an action stand for in a scenario. 0 is nothing."""

    compiled: Compiled
    moves: tuple[int, ...]  # rows of the move table: action 1 is the first
    posts: tuple[int, ...]
    with_content: Array  # (M,) boolean, moves that share something

    @property
    def move_names(self) -> tuple[str, ...]:
        """Ids of the moves by their number in an action."""
        return ("nothing", *(self.compiled.rules.moves.ids[m] for m in self.moves))

    @property
    def post_names(self) -> tuple[str, ...]:
        """Ids of the posts by their number in an action."""
        return ("nothing", *(self.compiled.rules.moves.ids[m] for m in self.posts))

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many choices there are, follower by follower, then for the post."""
        return (*(len(self.move_names) for _ in range(self.compiled.followers)), len(self.post_names))


def repertoire_of(compiled: Compiled) -> Repertoire:
    """All direct moves and posts of a scenario, in the order of its move table."""
    table = compiled.rules.moves
    rows = range(1, len(table))
    to_all = table.columns["to_all"] > 0.5
    moves = tuple(i for i in rows if not to_all[i] and not needs_partner(table.ids[i]))
    return Repertoire(compiled, moves, tuple(i for i in rows if to_all[i]), needs_content(compiled.rules))


@dataclass(frozen=True, eq=False)
class Possible:
    """What can be done this morning, each thing alone."""

    moves: Array  # (B, F, 1 + moves) boolean
    posts: Array  # (B, 1 + posts) boolean
    content: Array  # (B, F) what a move would share, −1 for nothing
    topical: Array  # (B,) what a post would share

    @property
    def flat(self) -> Array:
        """All choices in one row per game (B, N): those of the first follower first, those of the post last."""
        return np.concatenate([self.moves.reshape(len(self.moves), -1), self.posts], axis=1)


def possibilities(sight: Sight, repertoire: Repertoire) -> Possible:
    """What a player could do now with each follower and for all; doing nothing is always possible."""
    compiled = repertoire.compiled
    contents = len(compiled.contents)
    content, topical = sight.best_content, sight.popular_content
    budget = in_grains(sight.hours)
    cost = in_grains(sight.move_hours)
    rows, posts = np.array(repertoire.moves, dtype=np.int64), np.array(repertoire.posts, dtype=np.int64)

    fine = np.ones((len(rows) + 1, *content.shape), dtype=bool)
    sharing = content >= 0 if contents else None
    in_the_way = obstacles(
        sight.ledger, compiled.rules, rows[:, None, None], sight.day, spare=budget[:, None], sharing=sharing
    )  # fmt: skip
    fine[1:] = in_the_way == Obstacle.NONE
    may = np.ones((len(budget), len(posts) + 1), dtype=bool)
    may[:, 1:] = (cost[posts] <= budget[:, None]) & (compiled.rules.moves.opens[posts] <= sight.day)
    if contents:
        may[:, 1:] &= ~repertoire.with_content[posts] | (topical >= 0)[:, None]
    return Possible(np.ascontiguousarray(np.moveaxis(fine, 0, 2)), may, content, topical)


def wishes_of(actions: Array, open_to: Possible, sight: Sight, repertoire: Repertoire) -> Wishes:
    """Actions as wishes. What is not possible is left out; the post comes first, then whoever has waited longest.

    Args:
        actions: (B, F + 1) numbers of moves and of the post.
        open_to: what is possible.
        sight: the morning.
        repertoire: what the numbers stand for.
    """
    chosen, posted = actions[:, :-1], actions[:, -1]
    can = np.take_along_axis(open_to.moves, chosen[..., None], axis=2)[..., 0]
    may = np.take_along_axis(open_to.posts, posted[:, None], axis=1)[:, 0]
    move = np.where(can, np.array((0, *repertoire.moves), dtype=np.int64)[chosen], 0)
    post = np.where(may, np.array((0, *repertoire.posts), dtype=np.int64)[posted], 0)
    return Wishes(
        move=move,
        content=np.where(repertoire.with_content[move], open_to.content, -1),
        priority=np.minimum(sight.ledger.contact_age, LONGEST_DAYS),
        post=post,
        post_content=np.where(repertoire.with_content[post], open_to.topical, -1),
    )
