"""A small policy fitted to a player's own choices, and the bot that plays by it.

Whom to ask: a logistic rule of visible steps, with a ridge (`ridge_logistic`). Whether to write to somebody else, and
what: shares by what can be seen, each drawn towards the share of the coarser kind as if that had been seen `PRIOR`
times (a hierarchical Dirichlet prior; MacKay & Peto 1995):

    share(kind) = (times in this kind + PRIOR · share(coarser kind)) / (occasions of this kind + PRIOR)

A habit that the player denies is taken out; there the bot does what the patient bot does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.bots.bot import Bot, Wishes
from game.bots.patient import asking, court
from game.bots.possible import possible
from game.bots.signs import seems_ready
from game.coach.forward.asking_signs import asking_columns, signs_seen
from game.coach.forward.forward_values import ASKING, MANNER, PACE
from game.coach.forward.ridge_logistic import chances_of, ridge_fit
from game.coach.forward.seen_choices import (
    CUES,
    FINER,
    KINDS,
    RESTS,
    SeenChoices,
    cues_of,
    kinds_of,
    pauses_of,
)
from game.engine.sight import Sight
from game.model import Rules
from game.model.arrays import Array

RIDGE, START_RIDGE, ROUNDS = 0.5, 0.01, 30  # of the steps, of the start, of Newton's method
PRIOR = 4.0  # occasions
REST = "give_space"
UNASKED = "ask_about_them"  # what is written where the patient bot would write nothing, and the manner is not known
PROPOSAL = "propose"
_OTHER_DICE = 7919.0  # makes of one throw another one, for the post


@dataclass(frozen=True, eq=False)
class PlayerPolicy:
    """Habits as figures. S steps, M moves."""

    weights: Array  # (1 + S + R,) log odds of asking: the start, then each column of `asking_signs`
    ask: str  # id of the move that asks
    contact: Array  # (cues, pauses) 0..1, chance of a move that is no question
    moves: tuple[str, ...]  # ids of moves that are no questions
    manner: Array  # (kinds, M) 0..1, which of them; each row sums to 1 where there is a move at all
    again: float  # 0.., how much more often the last move is made again than it would be by `manner`
    posts: Mapping[str, float]  # share of days by id of the post
    active: float  # 0..1, share of occasions on which anything was done
    denied: frozenset[str] = frozenset()  # of `HABIT_IDS`
    eager: float = 1.0  # 0.., by how much the odds of writing exceed what was seen, since the hours of a day cut some

    def asks(self, columns: Array) -> Array:
        """Chance of asking (...), 0..1, by what is weighed (..., S + R)."""
        flat = columns.reshape(-1, columns.shape[-1])
        chance = chances_of(np.column_stack([np.ones(len(flat)), flat]), self.weights)
        return np.asarray(chance.reshape(columns.shape[:-1]))


def fitted_policy(choices: SeenChoices, denied: frozenset[str] = frozenset()) -> PlayerPolicy:
    """The policy that a player's choices suggest.

    Args:
        choices: of at least one run.
        denied: habits that the player says are not theirs.
    """
    free = choices.free
    columns = np.column_stack([np.ones(int(free.sum())), choices.columns[free]])
    pull = np.array([START_RIDGE, *[RIDGE] * choices.columns.shape[1]])
    weights = ridge_fit(columns, choices.asked[free].astype(float), pull, ROUNDS)
    other = ~choices.asked
    moved = other & (choices.move != "")
    names, times = np.unique(choices.move[moved], return_counts=True)
    moves = tuple(str(name) for name in names[np.lexsort((names, -times))])
    manner = _manners(choices, moved, moves)
    return PlayerPolicy(
        weights=weights, ask=_usual(choices.move[choices.asked], PROPOSAL), contact=_contacts(choices, other, moved),
        moves=moves, manner=manner, again=_again(choices, moved, moves, manner), posts=_post_shares(choices.posts),
        active=float((choices.move != "").mean()) if len(choices.move) else 0.0, denied=denied,
    )  # fmt: skip


def smoothed(times: Array, occasions: Array, coarser: Array | float) -> Array:
    """Shares drawn towards the coarser one; formula and source above.

    >>> smoothed(np.array([0.0, 8.0]), np.array([0.0, 12.0]), 0.5).tolist()
    [0.5, 0.625]
    """
    found: Array = (times + PRIOR * coarser) / (occasions + PRIOR)
    return found


def _usual(moves: Array, default: str) -> str:
    names, times = np.unique(moves, return_counts=True)
    return str(names[int(times.argmax())]) if len(names) else default


def _contacts(choices: SeenChoices, other: Array, moved: Array) -> Array:
    shape = (len(CUES), len(RESTS))
    occasions, times = np.zeros(shape), np.zeros(shape)
    place = choices.cue, pauses_of(choices.pause)
    np.add.at(occasions, place, other)
    np.add.at(times, place, moved)
    overall = smoothed(times.sum(), occasions.sum(), 0.5)
    by_cue = smoothed(times.sum(axis=1), occasions.sum(axis=1), overall)
    return smoothed(times, occasions, by_cue[:, None])


def _manners(choices: SeenChoices, moved: Array, moves: tuple[str, ...]) -> Array:
    times = np.zeros((KINDS, len(moves)))
    for number, move in enumerate(moves):
        np.add.at(times[:, number], choices.kind[moved & (choices.move == move)], 1.0)
    by_cue = times.reshape(len(CUES), FINER, len(moves)).sum(axis=1)
    overall = times.sum(axis=0) / max(1.0, times.sum())
    coarse = smoothed(by_cue, by_cue.sum(axis=1, keepdims=True), overall)
    return smoothed(times, times.sum(axis=1, keepdims=True), np.repeat(coarse, FINER, axis=0))


def _again(choices: SeenChoices, moved: Array, moves: tuple[str, ...], manner: Array) -> float:
    """How often the last move was made again, against how often by the shares alone; 1 for nothing seen."""
    rows = moved & np.isin(choices.last, moves)
    if not rows.any():
        return 1.0
    place = np.array([moves.index(move) for move in choices.last[rows]])
    by_shares = float(manner[choices.kind[rows], place].sum())
    return (float((choices.move[rows] == choices.last[rows]).sum()) + PRIOR) / (by_shares + PRIOR)


def _post_shares(posts: tuple[str, ...]) -> Mapping[str, float]:
    return {post: posts.count(post) / len(posts) for post in sorted(set(posts)) if post}


def policy_bot(policy: PlayerPolicy, rules: Rules, turn: Array | float = 0.0) -> Bot:
    """Who plays by a policy, with the moves that a scenario knows.

    Args:
        policy: of a player.
        rules: of the scenario.
        turn: 0..1, a number or one for each episode (B, 1), by which the bot's dice are turned.
    """
    known = [number for number, move in enumerate(policy.moves) if move in rules.moves.ids]
    own = replace(
        policy, moves=tuple(policy.moves[number] for number in known), manner=policy.manner[:, known],
        ask=policy.ask if _sells(rules, policy.ask) else PROPOSAL,
        posts={post: share for post, share in policy.posts.items() if post in rules.moves.ids},
    )  # fmt: skip

    def play(sight: Sight) -> Wishes:
        return _wishes(own, sight, rules, (sight.dice + turn) % 1.0)

    return Bot("yourself", play, "Plays by your habits.", asks=True, posts=True, broadcasts=True, stochastic=True)


def _sells(rules: Rules, move: str) -> bool:
    return move in rules.moves.ids and rules.moves.row(move).for_sale


def _wishes(policy: PlayerPolicy, sight: Sight, rules: Rules, dice: Array) -> Wishes:
    """One throw of the dice decides for each follower: a question, or else a move, and which."""
    courting, book = court(sight), sight.ledger
    cue = cues_of(book)
    signs = signs_seen(book, sight.day, sight.days)
    asks = policy.asks(asking_columns(book, signs)) * (book.bought < 0.5)
    ready = seems_ready(sight) if ASKING in policy.denied else dice < asks
    rest = np.clip((dice - asks) / np.maximum(1e-12, 1.0 - asks), 0.0, 1.0)
    seen = policy.contact[cue, pauses_of(book.contact_age)]
    contact = policy.eager * seen / (1.0 - seen + policy.eager * seen)
    writes = rest < contact
    if PACE in policy.denied:
        silent = (courting.move == 0) | ((courting.move == sight.number(REST)) & (MANNER not in policy.denied))
        writes = ~silent
    if MANNER in policy.denied or not policy.moves:
        move = np.where(courting.move > 0, courting.move, sight.number(UNASKED))
    else:
        move = _which(policy, sight, rules, np.clip(rest / np.maximum(1e-12, contact), 0.0, 1.0))
    move = np.where(writes, move, 0)
    priority = courting.priority if PACE in policy.denied else 10.0 * contact + 0.01 * rest
    wishes = replace(
        courting, move=move,
        content=np.where(move == sight.number("share_resource"), sight.best_content, -1),
        priority=np.where(writes, priority, 0.0),
    )  # fmt: skip
    if MANNER not in policy.denied:
        wishes = _with_own_posts(policy, sight, wishes, dice[:, 0])
    return asking(sight, wishes, ready, PROPOSAL if ASKING in policy.denied else policy.ask)


def _which(policy: PlayerPolicy, sight: Sight, rules: Rules, dice: Array) -> Array:
    """Which move is made to each (B, F), among those that can be made today; 0 where none can."""
    numbers = np.array([sight.number(move) for move in policy.moves])
    sharing = sight.best_content >= 0 if sight.usable.shape[1] else None
    fine = np.stack([possible(sight, rules, np.full(dice.shape, number), sharing) for number in numbers], axis=-1)
    again = np.where(sight.ledger.last_move[..., None] == numbers, policy.again, 1.0)
    sums = np.cumsum(policy.manner[kinds_of(sight.ledger, sight.seems_fit)] * again * fine, axis=-1)
    which = (sums <= (dice * 0.999999)[..., None] * sums[..., -1:]).sum(axis=-1).clip(0, len(numbers) - 1)
    return np.where(sums[..., -1] > 0.0, numbers[which], 0)


def _with_own_posts(policy: PlayerPolicy, sight: Sight, wishes: Wishes, thrown: Array) -> Wishes:
    dice = (thrown * _OTHER_DICE) % 1.0
    post, above = np.zeros(len(dice), dtype=np.int64), 0.0
    for name, share in policy.posts.items():
        post = np.where((dice >= above) & (dice < above + share), sight.number(name), post)
        above += share
    content = np.where(post > 0, sight.popular_content, -1)
    return replace(wishes, post=np.where(content >= 0, post, 0), post_content=content)
