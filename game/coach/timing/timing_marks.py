"""Marking the timing test: d' and criterion with their intervals, and how far sureness can be taken at its word.

d' and criterion are those of `judgement` (Green & Swets 1966, corrected after Hautus 1995). Their spread is that of
Gourevitch and Galanter 1967 at the corrected rates:

    var(d') = H (1 − H) / (n φ(z(H))²) + F (1 − F) / (m φ(z(F))²)        var(criterion) = var(d') / 4

with hit rate H over n cases of being ready, false alarm rate F over m others, z the normal deviate, φ its density.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from game.coach.judgement import Judgement, judge
from game.coach.timing.timing_case import TimingCase
from game.intervals import ERRORS_WIDE

SURENESS = (50, 60, 70, 80, 90, 100)
"""Per cent that an answer may be sure of itself; 50 is a guess."""


@dataclass(frozen=True)
class TimingAnswer:
    """One answer: ask now, or not yet, and how sure of it."""

    case: str  # id
    ask: bool
    sure: int  # one of `SURENESS`

    @property
    def said(self) -> float:
        """The chance of being ready that the answer gives, 0..1."""
        return (self.sure if self.ask else 100 - self.sure) / 100.0


@dataclass(frozen=True)
class EstimatedFigure:
    """A figure with its interval of 95 per cent."""

    figure: float
    error: float  # standard error

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return self.figure - ERRORS_WIDE * self.error

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return self.figure + ERRORS_WIDE * self.error


@dataclass(frozen=True)
class MurphyParts:
    """Brier's score and its parts, brier = unreliable − resolution + uncertainty to the last digit (Murphy 1973)."""

    brier: float  # mean squared error of the chances that were given, 0..1; .25 for whoever always says one half
    unreliable: float  # of it, what comes of saying other figures than come true
    resolution: float  # what is taken off by telling cases apart
    uncertainty: float  # what it is for whoever knows only how common being ready is


@dataclass(frozen=True)
class SureLevel:
    """The answers of one sureness."""

    sure: int
    right: int
    answers: int


@dataclass(frozen=True)
class TimingMarks:
    """What came of one sitting."""

    judgement: Judgement
    discrimination: EstimatedFigure  # d'
    criterion: EstimatedFigure  # above 0: waits too long; below 0: asks too readily
    calibration: MurphyParts
    levels: tuple[SureLevel, ...]  # those that were used, least sure first
    right: int
    cases: int
    sure: float  # mean sureness, 0..1

    @property
    def too_sure(self) -> float:
        """Mean sureness less the share that was right; below 0 where somebody is surer than they think."""
        return self.sure - self.right / max(1, self.cases)


def marks_of(cases: Sequence[TimingCase], answers: Sequence[TimingAnswer]) -> TimingMarks:
    """The marks of one sitting.

    Args:
        cases: of the form.
        answers: one for each, in any order.

    Raises:
        ValueError: the answers are not those of these cases.
    """
    keys = {case.id: case.ready for case in cases}
    if sorted(keys) != sorted(answer.case for answer in answers):
        raise ValueError("expected one answer for each case of the form")
    ready, asked = [keys[a.case] for a in answers], [a.ask for a in answers]
    judged = judge(ready, asked)
    error = _error(judged)
    right = [r == a for r, a in zip(ready, asked, strict=True)]
    levels = tuple(
        SureLevel(sure, sum(r for r, a in zip(right, answers, strict=True) if a.sure == sure), used)
        for sure in SURENESS
        if (used := sum(a.sure == sure for a in answers))
    )
    return TimingMarks(
        judgement=judged, discrimination=EstimatedFigure(judged.discrimination, error),
        criterion=EstimatedFigure(judged.criterion, error / 2.0),
        calibration=murphy([a.said for a in answers], ready), levels=levels, right=sum(right), cases=len(answers),
        sure=sum(a.sure for a in answers) / 100.0 / max(1, len(answers)),
    )  # fmt: skip


def _error(judged: Judgement) -> float:
    """The standard error of d' (Gourevitch & Galanter 1967), at rates that are corrected as those of d' are."""
    normal, total = NormalDist(), 0.0
    of_ready = judged.ready / max(1, judged.ready + judged.unready)
    for asked, chances, share in (
        (judged.hits, judged.ready, of_ready), (judged.false_alarms, judged.unready, 1.0 - of_ready)
    ):  # fmt: skip
        rate = (asked + share) / (chances + 2.0 * share)
        total += rate * (1.0 - rate) / (chances * normal.pdf(normal.inv_cdf(rate)) ** 2)
    return sqrt(total)


def murphy(said: Sequence[float], was_so: Sequence[bool]) -> MurphyParts:
    """Brier's score in its parts, by each figure that was said; the parts add up to the last digit.

    Args:
        said: N chances, 0..1.
        was_so: what came true.

    >>> found = murphy([0.5, 0.5, 1.0, 1.0], [True, False, True, True])
    >>> found.brier, found.unreliable, found.resolution, found.uncertainty
    (0.125, 0.0, 0.0625, 0.1875)
    """
    total = max(1, len(said))
    common = sum(was_so) / total
    groups: dict[float, list[bool]] = {}
    for chance, true in zip(said, was_so, strict=True):
        groups.setdefault(chance, []).append(true)
    rates = [(chance, sum(some) / len(some), len(some)) for chance, some in groups.items()]
    return MurphyParts(
        sum((chance - true) ** 2 for chance, true in zip(said, was_so, strict=True)) / total,
        sum(count * (chance - rate) ** 2 for chance, rate, count in rates) / total,
        sum(count * (rate - common) ** 2 for _, rate, count in rates) / total,
        common * (1.0 - common),
    )


def change(before: EstimatedFigure, after: EstimatedFigure) -> EstimatedFigure:
    """The difference of two figures that were taken apart from each other.

    >>> change(EstimatedFigure(1.0, 0.3), EstimatedFigure(1.5, 0.4)).error
    0.5
    """
    return EstimatedFigure(after.figure - before.figure, sqrt(before.error**2 + after.error**2))
