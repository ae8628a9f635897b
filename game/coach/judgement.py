"""Knowing when: how well asks were kept to those who were ready.

Signal detection (Green & Swets 1966): a chance to ask is one follower in one spell of being ready or not ready.
Discrimination d' tells hits from false alarms; the criterion tells boldness from shyness. The log-linear correction
(Hautus 1995: add ½ to counts and 1 to totals) keeps both finite.
"""

from dataclasses import dataclass
from statistics import NormalDist


@dataclass(frozen=True)
class Judgement:
    """d' and criterion over a run."""

    discrimination: float  # 0 is chance; 2 and more is sharp
    criterion: float  # above 0: asks too rarely; below 0: too readily
    hits: int  # spells of being ready in which one was asked
    ready: int  # spells of being ready
    false_alarms: int  # spells of not being ready in which one was asked
    unready: int


def judge(ready: list[bool], asked: list[bool]) -> Judgement:
    """Judgement over spells, each with whether it was one of being ready and whether an ask fell into it.

    >>> sharp = judge([True, True, False, False], [True, True, False, False])
    >>> never = judge([True, True, False, False], [False] * 4)
    >>> sharp.discrimination > 1.5, round(never.discrimination, 9), never.criterion > 0.9
    (True, 0.0, True)
    """
    hits = sum(r and a for r, a in zip(ready, asked, strict=True))
    false_alarms = sum(a and not r for r, a in zip(ready, asked, strict=True))
    total_ready = sum(ready)
    total_unready = len(ready) - total_ready
    z = NormalDist().inv_cdf
    hit_rate = z((hits + 0.5) / (total_ready + 1))
    false_rate = z((false_alarms + 0.5) / (total_unready + 1))
    return Judgement(
        hit_rate - false_rate, -(hit_rate + false_rate) / 2, hits, total_ready, false_alarms, total_unready
    )


def spells(ready_by_day: list[bool], asked_days: set[int]) -> tuple[list[bool], list[bool]]:
    """Days of one follower (day 1 first) cut into spells of equal readiness, and whether each saw an ask.

    >>> spells([False, False, True, True, False], {4})
    ([False, True, False], [False, True, False])
    """
    kinds: list[bool] = []
    asked: list[bool] = []
    for day, ready in enumerate(ready_by_day, 1):
        if not kinds or kinds[-1] != ready:
            kinds.append(ready)
            asked.append(False)
        asked[-1] = asked[-1] or day in asked_days
    return kinds, asked
