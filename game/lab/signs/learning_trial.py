"""Whether a debrief teaches simulated learners when to ask: d' and criterion before and after, by kind of debrief.

All kinds teach the same learners, who meet the same people. Each learner plays `TESTED` games before and after, in
which nothing is learnt, and is judged over these as a debrief judges: d' by days, the criterion by spells (signal
detection, Green & Swets 1966; corrected after Hautus 1995). Intervals are mean ± 1.96 · sd / √learners.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from game.intervals import Interval, interval_of
from game.lab.signs.learners_games import HEARD, LearnerMarks, Learners, LearnersGame, game_of, marks_of_learner
from game.lab.signs.told_to_learners import (
    EXPECT,
    KINDS_TOLD,
    PULL,
    SPREAD,
    TRY,
    LearnersCoach,
    cases_told,
    taught,
)
from game.lab.signs.trained_reader import train
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

COACHED_ON = 60_000  # cases, evenly spaced, of which the coach's reader is trained
TESTED = 5  # games before, and as many after
SHARE_OF_EXTREMES = 0.1  # of the learners begin as never asking, as many as always asking
WRONG_START, WRONG_WEIGHTS = (-3.0, 1.0), 1.0  # mean and spread of the start; spread of the weights about zero
NOISES = (0.5, 2.0)  # least and most, in log odds
EXTREME = 12.0  # log odds of who never or always asks
ALWAYS = 0.9  # share of the people met that are asked, from which somebody always asks
GROUPS = ("wrong weights", "never ask", "always ask")


@dataclass(frozen=True)
class BeforeAfter:
    """A figure of the same learners before and after."""

    before: Interval
    after: Interval
    change: Interval


@dataclass(frozen=True)
class GroupTaught:
    """Learners who began alike, after one kind of debrief."""

    group: str  # of `GROUPS`
    learners: int
    discrimination: BeforeAfter  # d'
    criterion: BeforeAfter
    score: BeforeAfter
    never: tuple[int, int]  # who asked nobody, before and after
    always: tuple[int, int]  # who asked nine of ten people they met


@dataclass(frozen=True)
class KindTaught:
    """One kind of debrief."""

    kind: str  # of `KINDS_TOLD`
    everybody: GroupTaught
    groups: tuple[GroupTaught, ...]


def trial_steps(games: int) -> int:
    """How many games of all learners `learning_trial` plays."""
    return TESTED + (len(KINDS_TOLD) - 1) * (games + TESTED)


def first_learners(count: int, seed: int) -> tuple[Learners, Array]:
    """Learners with wrong weights, a noisy threshold, and some who never or always ask; with their groups (L,)."""
    dice = np.random.default_rng([seed, count])
    few = round(count * SHARE_OF_EXTREMES)
    group = np.repeat([1, 2, 0], [few, few, count - 2 * few])
    weights = WRONG_WEIGHTS * dice.standard_normal((count, len(HEARD)))
    start = WRONG_START[0] + WRONG_START[1] * dice.standard_normal(count)
    start = np.where(group == 1, -EXTREME, np.where(group == 2, EXTREME, start))
    return Learners(weights, start, dice.uniform(*NOISES, count)), group


def coach_from(games: list[LearnersGame]) -> LearnersCoach:
    """A coach trained on games: a reader of all signs, and what each of the learners' own signs is worth."""
    here = [game.here for game in games]
    ready = np.concatenate([game.ready[some] for game, some in zip(games, here, strict=True)])
    read = np.concatenate([game.read[some] for game, some in zip(games, here, strict=True)]).astype(float)
    signs = np.concatenate([game.signs[some] for game, some in zip(games, here, strict=True)]).astype(float)
    some = np.arange(0, len(ready), max(1, len(ready) // COACHED_ON))
    ready, read, signs = ready[some], read[some], signs[some]
    own = train(signs, ready)
    return LearnersCoach(train(read, ready), own.weights[1:] / own.scale)


def learning_trial(
    compiled: Compiled, count: int, games: int, seed: int, done: Callable[[int], None] = lambda _: None
) -> tuple[KindTaught, ...]:
    """The same learners under each kind of debrief.

    Args:
        compiled: the scenario.
        count: learners, 20 or more.
        games: that each plays and is told of.
        seed: of learners, people and chance, 0..2**32 − 1.
        done: told when one more game of all learners has been played.
    """
    learners, group = first_learners(count, seed)

    def tested(some: Learners, first: int) -> list[LearnersGame]:
        found = []
        for number in range(first, first + TESTED):
            found.append(game_of(compiled, some, seed, number))
            done(1)
        return found

    first_games = tested(learners, 0)
    before = [marks_of_learner(first_games, one) for one in range(count)]
    coach, expected = coach_from(first_games), np.array([mark.score for mark in before])
    del first_games
    found = []
    for kind in KINDS_TOLD:
        if kind == "nothing":
            found.append(_kind(kind, before, before, group))
            continue
        now, hoped = learners, expected
        for number in range(TESTED, TESTED + games):
            now, hoped = _after_game(kind, compiled, now, seed, number, coach, hoped)
            done(1)
        last = tested(now, TESTED + games)
        found.append(_kind(kind, before, [marks_of_learner(last, one) for one in range(count)], group))
    return tuple(found)


def _after_game(
    kind: str, compiled: Compiled, learners: Learners, seed: int, number: int, coach: LearnersCoach, expected: Array
) -> tuple[Learners, Array]:
    """The learners after one more game and its debrief, and the score that they expect next."""
    dice = np.random.default_rng([seed, number, KINDS_TOLD.index(kind)])
    if kind == "score":
        tried = TRY * dice.standard_normal((len(learners.start), learners.weights.shape[1] + 1))
        other = replace(learners, weights=learners.weights + tried[:, 1:], start=learners.start + tried[:, 0])
        score = game_of(compiled, other, seed, number).score
        step = (PULL * (score - expected) / SPREAD)[:, None] * tried
        learners = replace(learners, weights=learners.weights + step[:, 1:], start=learners.start + step[:, 0])
        return learners, expected + EXPECT * (score - expected)
    game = game_of(compiled, learners, seed, number)
    worth = coach.worth if kind == "coach" else None
    after = [
        taught(learners, one, cases_told(kind, game, one, coach, dice), worth) for one in range(len(learners.start))
    ]
    weights, start = np.array([w for w, _ in after]), np.array([s for _, s in after])
    return replace(learners, weights=weights, start=start), expected


def _kind(kind: str, before: list[LearnerMarks], after: list[LearnerMarks], group: Array) -> KindTaught:
    everybody = np.arange(len(group))
    return KindTaught(
        kind, _group("everybody", before, after, everybody),
        tuple(_group(name, before, after, np.flatnonzero(group == n)) for n, name in enumerate(GROUPS)),
    )  # fmt: skip


def _group(name: str, before: list[LearnerMarks], after: list[LearnerMarks], some: Array) -> GroupTaught:
    one, two = [before[i] for i in some], [after[i] for i in some]
    return GroupTaught(
        name, len(some),
        _before_after([m.by_day.discrimination for m in one], [m.by_day.discrimination for m in two]),
        _before_after([m.by_spell.criterion for m in one], [m.by_spell.criterion for m in two]),
        _before_after([m.score for m in one], [m.score for m in two]),
        (sum(not m.by_day.asks for m in one), sum(not m.by_day.asks for m in two)),
        (sum(m.met >= ALWAYS for m in one), sum(m.met >= ALWAYS for m in two)),
    )  # fmt: skip


def _before_after(before: list[float], after: list[float]) -> BeforeAfter:
    one, two = np.array(before), np.array(after)
    return BeforeAfter(interval_of(one), interval_of(two), interval_of(two - one))
