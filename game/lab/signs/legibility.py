"""Legibility: how well people can be read by what they show, and what reading is worth."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from game.bots.bot import Bot, Wishes
from game.bots.courted.ready_from import ready_from
from game.bots.habits import AFTER_NO_DAYS
from game.bots.patient import asking, court
from game.bots.play import bot_day
from game.engine.batch import Batch
from game.engine.days import begin, outcome_of
from game.engine.sight import Sight
from game.lab.signs.courted_games import Cases, courted, signs_of
from game.lab.signs.trained_reader import TrainedReader, area, train
from game.model import Ledger, readiness
from game.model.arrays import Array
from game.model.readings import is_ready
from game.scenario.compiling.compile import Compiled

DARK, PLAIN = 0.75, 0.95
"""The area of a trained reader: below the first people cannot be read, above the second they need not be."""
THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
SHIFTS = (-6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8)
TOGETHER = 256  # games


def _need_within(days: float) -> Callable[[Ledger], Array]:
    """Who has shown a need so lately (B, F) boolean."""
    return lambda book: book.need_age <= days


RULES: dict[str, Callable[[Ledger], Array]] = {
    "a need within ten days": _need_within(10.0),
    "a need within four days": _need_within(4.0),
    "two needs": lambda book: book.needs >= 2.0,
    "two warm answers": lambda book: book.warm >= 2.0,
    "four warm answers": lambda book: book.warm >= 4.0,
    "mostly warm answers": lambda book: book.warm > book.short + book.cool,
    "no cool answer": lambda book: book.cool < 0.5,
    "four contacts": lambda book: book.contacts >= 4.0,
    "a question": lambda book: book.questions >= 1.0,
    "a share": lambda book: book.shares >= 1.0,
    "no pitch": lambda book: book.pitches < 0.5,
}
"""Signs that a person could look for, each there or not."""


@dataclass(frozen=True)
class AskingCurve:
    """Scores by when one asks, 0..100."""

    x: tuple[float, ...]
    scores: tuple[float, ...]

    @property
    def best(self) -> float:
        """Where the score is highest."""
        return self.x[int(np.argmax(self.scores))]

    @property
    def has_edge(self) -> bool:
        """Whether the highest score lies at an end, so that more or less of it would be better still."""
        return self.best in {self.x[0], self.x[-1]}


@dataclass(frozen=True)
class Legibility:
    """How well people can be read. Areas: 0.5 not at all, 1 wholly."""

    reader: float  # of a trained reader of all signs, on new games
    by_day: tuple[tuple[int, float], ...]  # day and area, where some were ready and some were not
    two_signs: float  # of the best rule of two signs
    rule: tuple[str, str]  # which
    motives: dict[str, float]  # motive -> area of a reader of all signs on the last morning
    thresholds: AskingCurve  # by the likelihood from which a trained reader asks
    shifts: AskingCurve  # by the days by which each is asked before (below 0) or after they become ready

    @property
    def of_motives(self) -> float:
        """The mean over all motives that occur."""
        return float(np.mean(list(self.motives.values()))) if self.motives else 0.5


def legibility(compiled: Compiled, seed: int, games: int, done: Callable[[int], None] = lambda _: None) -> Legibility:
    """How well the people of a scenario can be read.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        games: courted; a reader is trained on half of them and judged by the others.
        done: told how many steps have just been taken, of `steps`.
    """
    cases = courted(compiled, seed, np.arange(games))
    new = cases.episodes >= games // 2
    known, fresh = cases.of(~new), cases.of(new)
    reader = train(known.signs, known.ready)
    likely = reader.likelihood(fresh.signs)
    pair, two = _two_signs(compiled, seed, games)
    done(1)
    episodes = np.arange(games, games + min(games, TOGETHER))
    by_threshold = []
    for threshold in THRESHOLDS:
        by_threshold.append(_score(compiled, seed, episodes, _reads(reader, threshold)))
        done(1)
    first = _first_ready(compiled, seed, episodes)
    by_shift = []
    for shift in SHIFTS:
        by_shift.append(_score(compiled, seed, episodes, _on_days(np.where(first > 0, first + shift, 0))))
        done(1)
    return Legibility(
        reader=area(likely, fresh.ready),
        by_day=tuple(
            (int(day), area(likely[fresh.days == day], fresh.ready[fresh.days == day]))
            for day in np.unique(fresh.days)
            if 0 < fresh.ready[fresh.days == day].mean() < 1
        ),
        two_signs=two,
        rule=pair,
        motives=_motives(compiled, known, fresh),
        thresholds=AskingCurve(THRESHOLDS, tuple(by_threshold)),
        shifts=AskingCurve(tuple(map(float, SHIFTS)), tuple(by_shift)),
    )


def steps() -> int:
    """How many steps `legibility` takes."""
    return 1 + len(THRESHOLDS) + len(SHIFTS)


def _motives(compiled: Compiled, known: Cases, fresh: Cases) -> dict[str, float]:
    """How well each motive is told from all others on the last morning."""
    last = int(known.days.max())
    known, fresh = known.of(known.days == last), fresh.of(fresh.days == last)
    found = {}
    for row, name in enumerate(compiled.rules.motives.ids):
        here, there = known.motives == row, fresh.motives == row
        if here.any() and there.any() and not here.all() and not there.all():
            found[name] = area(train(known.signs, here).likelihood(fresh.signs), there)
    return found


def _two_signs(compiled: Compiled, seed: int, games: int) -> tuple[tuple[str, str], float]:
    """The two signs that together tell best who is ready, each counting one; chosen on half of the games."""
    cases = courted(compiled, seed, np.arange(games), lambda book: np.stack([r(book) for r in RULES.values()], axis=-1))
    new = cases.episodes >= games // 2
    known, fresh = cases.of(~new), cases.of(new)
    pairs = list(combinations(range(len(RULES)), 2))
    a, b = max(pairs, key=lambda pair: area(known.signs[:, pair].sum(axis=1), known.ready))
    names = tuple(RULES)
    return (names[a], names[b]), area(fresh.signs[:, (a, b)].sum(axis=1), fresh.ready)


Asking = Callable[[Sight], Array]
"""Whom to ask this morning (B, F) boolean."""


def _reads(reader: TrainedReader, threshold: float) -> Asking:
    """Asks whoever seems ready to a trained reader, and leaves them a few days after a no."""

    def asks(sight: Sight) -> Array:
        rested = sight.ledger.decline_age > AFTER_NO_DAYS
        return np.asarray((reader.likelihood(signs_of(sight.ledger)) >= threshold) & rested)

    return asks


def _on_days(days: Array) -> Asking:
    """Asks each on one day (B, F); 0: never."""
    return lambda sight: days == sight.day


def _bot(asks: Asking) -> Bot:
    """Courts as the patient bot does, and asks as it is told."""

    def policy(sight: Sight) -> Wishes:
        book = sight.ledger
        now = asks(sight) & (book.bought < 0.5) & (book.present > 0.5) & (sight.day > 1)
        return asking(sight, court(sight), now)

    return Bot(
        "asks_as_told", policy, "Courts, and asks as it is told.", asks=True, posts=True, broadcasts=False,
        stochastic=False,
    )  # fmt: skip


def _score(compiled: Compiled, seed: int, episodes: Array, asks: Asking) -> float:
    """The mean score of games in which is asked so, 0..100."""
    position, bot = begin(compiled, seed, episodes), _bot(asks)
    batch = Batch(position)
    while not position.finished:
        morning, plan = bot_day(position, bot)
        position = batch.play_day(morning, plan)
    return float(outcome_of(position).score.mean())


def _first_ready(compiled: Compiled, seed: int, episodes: Array) -> Array:
    """The first morning on which each is ready, if courted and never asked (B, F); 0 where none is."""
    position, bot = begin(compiled, seed, episodes), _bot(lambda sight: np.zeros(sight.ledger.warm.shape, dtype=bool))
    batch, first = Batch(position), np.zeros(position.shape, dtype=np.int64)
    while not position.finished:
        likely = readiness(position.state, position.ledger, position.people, compiled.rules.params)
        ready = is_ready(likely, ready_from(compiled)[position.day], position.ledger, position.people)
        first = np.where((first == 0) & ready, position.day, first)
        morning, plan = bot_day(position, bot)
        position = batch.play_day(morning, plan)
    return first
