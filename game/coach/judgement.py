"""Knowing when: how well asks were kept to those who were ready.

Signal detection (Green & Swets 1966). Discrimination d' tells hits from false alarms. It is counted over days: each
day of each follower is one chance to ask, so that no stretch of days is longer than another. The criterion tells
boldness from shyness, and is counted over spells of being ready or not, since one ask in a spell is enough.

Rates of 0 and 1 are corrected by the base rate: as much is added to hits and misses as the share of ready chances
among all, and to the others as much as theirs (log-linear, Hautus 1995). Who never asks, or always, has then a d' of 0
however unequal the counts are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

from game.intervals import Interval, share_of

FEWEST_ASKS = 6
"""Fewer asks than this are told in words only: d' of so few is mostly luck."""

MOSTLY, NEARLY_ALWAYS = 0.5, 0.75
"""Shares of right asks among all, from which words say so: d' alone is high for a few asks on many days."""


@dataclass(frozen=True)
class Judgement:
    """d' and criterion over some chances to ask.

    Both hang on rates. Where one of the counts is none, what the correction adds decides alone, so no figure is told.
    """

    discrimination: float  # 0 is chance; 2 and more is sharp
    criterion: float  # above 0: asks too rarely; below 0: too readily
    hits: int  # chances of being ready in which one was asked
    ready: int  # chances of being ready
    false_alarms: int  # chances of not being ready in which one was asked
    unready: int

    @property
    def asks(self) -> int:
        """Chances in which one was asked, ready or not."""
        return self.hits + self.false_alarms

    @property
    def right(self) -> Interval:
        """The share of right asks among all, 0..1, with its interval; words and picture are of this figure."""
        return share_of(self.hits, self.asks)

    @property
    def is_enough(self) -> bool:
        """Whether counts allow a figure: asks enough, right ones and wrong ones among them."""
        return self.asks >= FEWEST_ASKS and self.hits > 0 and self.false_alarms > 0


@dataclass(frozen=True)
class Judged:
    """Asks judged in two ways, of one game or of several together."""

    by_day: Judgement  # each day of each follower is a chance: for d'
    by_spell: Judgement  # each spell of being ready or not is a chance: for the criterion

    @property
    def discrimination(self) -> float | None:
        """d': how well asks were kept to those who were ready; None after too few asks."""
        return self.by_day.discrimination if self.by_day.is_enough else None

    @property
    def criterion(self) -> float | None:
        """Above 0: asks too rarely; below 0: too readily; None after too few asks."""
        return self.by_spell.criterion if self.by_day.is_enough else None


def judge(ready: list[bool], asked: list[bool]) -> Judgement:
    """Judgement over chances, each with whether it was one of being ready and whether an ask fell into it.

    >>> sharp = judge([True] * 5 + [False] * 20, [True] * 5 + [False] * 20)
    >>> never = judge([True] * 5 + [False] * 20, [False] * 25)
    >>> sharp.discrimination > 2.5, round(never.discrimination, 9), never.criterion > 0.9
    (True, 0.0, True)
    """
    hits = sum(r and a for r, a in zip(ready, asked, strict=True))
    false_alarms = sum(a and not r for r, a in zip(ready, asked, strict=True))
    return _judged(hits, sum(ready), false_alarms, len(ready) - sum(ready))


def pooled(judgements: Iterable[Judgement]) -> Judgement:
    """One judgement over the chances of several games: of a room, or of all games of a player.

    >>> one = judge([True, False], [True, False])
    >>> both = pooled([one, one])
    >>> both.hits, both.unready, both.discrimination > one.discrimination
    (2, 2, True)
    """
    each = list(judgements)
    return _judged(
        sum(j.hits for j in each), sum(j.ready for j in each), sum(j.false_alarms for j in each),
        sum(j.unready for j in each),
    )  # fmt: skip


def _judged(hits: int, ready: int, false_alarms: int, unready: int) -> Judgement:
    of_ready = ready / max(1, ready + unready)
    if not ready or not unready:  # nothing to tell apart
        return Judgement(
            0.0, -_corrected(hits + false_alarms, ready + unready, 0.5), hits, ready, false_alarms, unready
        )
    hit_rate = _corrected(hits, ready, of_ready)
    false_rate = _corrected(false_alarms, unready, 1.0 - of_ready)
    return Judgement(hit_rate - false_rate, -(hit_rate + false_rate) / 2, hits, ready, false_alarms, unready)


def _corrected(asked: int, chances: int, share: float) -> float:
    """A rate of asking as a normal deviate; where there was no chance, that of one half."""
    return NormalDist().inv_cdf((asked + share) / (chances + 2.0 * share)) if chances else 0.0


@dataclass(frozen=True)
class OffTheMark:
    """What became of questions that met nobody ready, and of those who were not asked."""

    no_use: int = 0  # questions to somebody who would have bought at no time: waiting would not have helped
    early: int = 0  # questions refused by somebody who came to want it later, or might have, and bought nowhere else
    lost: int = 0  # people who wanted it and bought from somebody else
    fair: int = 0  # questions to somebody who was nearly ready, or looked ready by the signs
    fair_yes: int = 0  # of the fair ones, those that were answered with a yes
    luck: int = 0  # a yes against all odds, or from somebody with no use for it


NOBODY = OffTheMark()


def sentences_of(days: Judgement, spelled: Judgement, missed: int, off: OffTheMark = NOBODY) -> tuple[str, ...]:
    """Occasions of what may be said; nothing is said that the counts deny.

    Args:
        days: judgement by days.
        spelled: judgement by spells.
        missed: how many were ready and never asked.
        off: what became of the other questions. Waiting is advised only where more came too early than were lost.

    >>> once = judge([False], [True])
    >>> sentences_of(once, once, 0, OffTheMark(early=1)), sentences_of(once, once, 0, OffTheMark(no_use=1))
    (('asked_nobody_ready', 'criterion_bold'), ('asked_nobody_ready', 'criterion_no_use'))
    >>> sentences_of(once, once, 0, OffTheMark(fair=1, fair_yes=1))
    ('asked_fair_alone_yes', 'criterion_fair')
    """
    missing = () if not missed else ("missed_one",) if missed == 1 else ("missed_some",)
    if not days.asks:
        return ("asked_nobody", *missing)
    if not days.hits and off.fair >= days.false_alarms:
        return (f"asked_fair_alone_{_number(off)}", "criterion_fair", *missing)
    beside: tuple[str, ...] = (f"asked_fair_{_number(off)}",) if off.fair else ()
    if off.luck:
        beside += ("asked_luck_one" if off.luck == 1 else "asked_luck_some",)
    return (_discrimination(days), *beside, _criterion(days, spelled, off), *missing)


def _number(off: OffTheMark) -> str:
    """How many fair questions there were: of a single one the answer is told."""
    return "some" if off.fair > 1 else "yes" if off.fair_yes else "no"


def _discrimination(days: Judgement) -> str:
    if not days.hits:
        return "asked_nobody_ready"
    if not days.false_alarms:
        return "asked_ready_alone"
    if not days.is_enough:
        return "discrimination_unknown"
    right = days.right.mean
    if right >= NEARLY_ALWAYS:
        return "discrimination_high"
    if right >= MOSTLY:
        return "discrimination_good"
    return "discrimination_low" if days.discrimination >= 0.4 else "discrimination_none"


def _criterion(days: Judgement, spelled: Judgement, off: OffTheMark) -> str:
    if days.false_alarms and off.no_use >= days.false_alarms:
        return "criterion_no_use"
    if days.false_alarms and (spelled.criterion < -0.3 or not days.hits):
        if off.early > off.lost:
            return "criterion_bold"  # who asked only those who were not ready, asked too readily however rarely
        return "criterion_whom" if off.no_use else "criterion_when" if off.lost else "criterion_asked"
    return "criterion_shy" if spelled.criterion > 0.5 else "criterion_even"


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
