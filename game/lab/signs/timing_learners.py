"""Whether the two forms of the timing test measure the same: simulated learners take both.

A learner hears of each case some evidence for being ready: the log odds of a reader (a trained one, a perfect one, or a
mean of both), seen through noise. It would ask where the evidence is above its threshold, and is as sure as it is far
from it. Learners differ in noise, threshold and reader, so that d' of a form goes from guessing to sharp.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.coach.timing.timing_case import TimingCase, TimingForms
from game.coach.timing.timing_marks import SURENESS, TimingAnswer, TimingMarks, marks_of
from game.intervals import interval_of
from game.model.arrays import Array

NOISE = (0.5, 1.5, 3.0, 6.0)  # spread of what is heard, in log odds
THRESHOLDS = (-1.0, 0.0, 1.0)  # log odds from which a learner would ask
READERS = (0.0, 0.5, 1.0)  # share of the perfect reader in what is heard
FURTHEST = 4.0  # log odds; no evidence counts for more
SAME = 0.3
"""Distance of mean d' between forms, below which they count as equally hard."""


@dataclass(frozen=True)
class LevelOfSkill:
    """Learners of the same noise on both forms."""

    noise: float
    first: float  # mean d' on the first form
    second: float
    criterion_first: float
    criterion_second: float
    covered: float  # share of intervals of d' on the first form that hold the mean of the second


@dataclass(frozen=True)
class Equivalence:
    """Two forms against each other."""

    learners: int
    difference: float  # mean of d' on the second form less that on the first
    low: float  # of its 95 per cent interval
    high: float
    together: float  # correlation of d' on both forms over learners (reliability by parallel forms)
    spread_first: float  # standard deviation of d' over learners
    spread_second: float
    brier_first: float
    brier_second: float
    levels: tuple[LevelOfSkill, ...]

    @property
    def are_equal(self) -> bool:
        """Whether the interval of the difference lies within `SAME` on either side of zero (two one-sided tests)."""
        return self.low > -SAME and self.high < SAME


def equivalence(forms: TimingForms, each: int, seed: int) -> Equivalence:
    """Simulated learners on both forms.

    Args:
        forms: two of them.
        each: learners of every noise, threshold and reader.
        seed: of their noise.
    """
    first, second = forms.forms.values()
    dice = np.random.default_rng(seed)
    marks: dict[float, list[tuple[TimingMarks, TimingMarks]]] = {}
    for noise in NOISE:
        for threshold in THRESHOLDS:
            for reader in READERS:
                for _ in range(each):
                    taken = tuple(_taken(cases, noise, threshold, reader, dice) for cases in (first, second))
                    marks.setdefault(noise, []).append((taken[0], taken[1]))
    both = np.array([_figures(pair) for some in marks.values() for pair in some])
    apart = both[:, 1] - both[:, 0]
    between = interval_of(apart)
    return Equivalence(
        learners=len(both), difference=between.mean, low=between.low, high=between.high,
        together=float(np.corrcoef(both[:, 0], both[:, 1])[0, 1]),
        spread_first=float(both[:, 0].std(ddof=1)), spread_second=float(both[:, 1].std(ddof=1)),
        brier_first=float(both[:, 2].mean()), brier_second=float(both[:, 3].mean()),
        levels=tuple(_level(noise, some) for noise, some in marks.items()),
    )  # fmt: skip


def _figures(pair: tuple[TimingMarks, TimingMarks]) -> tuple[float, float, float, float]:
    first, second = pair
    return (
        first.discrimination.figure, second.discrimination.figure, first.calibration.brier, second.calibration.brier,
    )  # fmt: skip


def _level(noise: float, pairs: Sequence[tuple[TimingMarks, TimingMarks]]) -> LevelOfSkill:
    first = np.array([a.discrimination.figure for a, _ in pairs])
    second = np.array([b.discrimination.figure for _, b in pairs])
    middle = float(second.mean())
    held = [a.discrimination.low <= middle <= a.discrimination.high for a, _ in pairs]
    return LevelOfSkill(
        noise, float(first.mean()), middle, float(np.mean([a.criterion.figure for a, _ in pairs])),
        float(np.mean([b.criterion.figure for _, b in pairs])), float(np.mean(held)),
    )  # fmt: skip


def _taken(
    cases: Sequence[TimingCase], noise: float, threshold: float, reader: float, dice: np.random.Generator
) -> TimingMarks:
    """One learner on one form."""
    known = (1.0 - reader) * _odds([c.reader for c in cases]) + reader * _odds([c.perfect for c in cases])
    heard = known + noise * dice.standard_normal(len(cases)) - threshold
    shrunk = np.abs(heard) / (1.0 + noise)
    sure = 1.0 / (1.0 + np.exp(-shrunk))
    nearest = np.abs(100.0 * sure[:, None] - np.array(SURENESS)).argmin(axis=1)
    answers = [
        TimingAnswer(case.id, bool(some > 0.0), SURENESS[int(level)])
        for case, some, level in zip(cases, heard, nearest, strict=True)
    ]
    return marks_of(cases, answers)


def _odds(chances: Sequence[float]) -> Array:
    held = np.clip(np.array(chances), 1e-3, 1.0 - 1e-3)
    found: Array = np.clip(np.log(held / (1.0 - held)), -FURTHEST, FURTHEST)
    return found
