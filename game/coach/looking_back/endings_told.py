"""How a run ended, as it is kept beside its record, and what is told of two endings beside each other."""

from collections.abc import Sequence

from game.coach.looking_back.debrief import Debrief
from game.coach.looking_back.grade import MOST_FOR_BUSINESS, MOST_FOR_PEOPLE, score_sum
from game.session.runs.endings import RunEnding

ABOUT_EQUAL = 2  # points between scores that one game does not tell apart


def ending_of(told: Debrief, reach: float, size: int) -> RunEnding:
    """The ending of a finished run.

    Args:
        told: its debrief.
        reach: 0..100, the best that is known for the same people and the same chance.
        size: bytes of its record; 0 without one.
    """
    return RunEnding(
        size=size, score=told.score, reach=max(told.score, reach), people=told.people, business=told.business,
        manners=told.manners, reading=told.reading, happy=sum(f.came for f in told.followers),
        followers=len(told.followers), asks=len(told.asks), accepted=sum(a.accepted for a in told.asks),
    )  # fmt: skip


def figures_beside(first: RunEnding, second: RunEnding) -> tuple[tuple[str, str, str], ...]:
    """The figures of two endings in words, each with its title."""

    def both(title: str, words: Sequence[str]) -> tuple[str, str, str]:
        one, other = words
        return title, one, other

    pair = (first, second)
    sums = [score_sum(e.score, e.people, e.business) for e in pair]
    parts = (
        both("People", [f"{s.people} of {MOST_FOR_PEOPLE}" for s in sums]),
        both("Business", [f"{s.business} of {MOST_FOR_BUSINESS}" for s in sums]),
        both("Harm", [f"−{s.harm}" if s.harm else "none" for s in sums]),
        both("Notebook", [f"{e.reading:.0f}".replace("-", "−") for e in pair]),
    )
    happy = both("Happy ends", [f"{e.happy} of {e.followers}" for e in pair])
    asks = both("Asks", [f"{e.accepted} yes of {e.asks}" if e.asks else "none" for e in pair])
    return (*parts, happy, asks)


def better_of(first: RunEnding, second: RunEnding) -> str:
    """Which of two endings was the better one, and in which part most of it lies."""
    gap = round(second.score) - round(first.score)
    if abs(gap) <= ABOUT_EQUAL:
        return "Both ended about alike: a gap this small may be chance."
    better, worse, which = (second, first, "second") if gap > 0 else (first, second, "first")
    one, other = (score_sum(ending.score, ending.people, ending.business) for ending in (better, worse))
    gains = {
        "what people made of it": one.people - other.people,
        "business": one.business - other.business,
        "less harm": other.harm - one.harm,
    }
    most = max(gains, key=lambda part: gains[part])
    said = f"The {which} ended {abs(gap)} points better"
    if gains[most] > 0:
        said += f", most of it by {most} ({gains[most]})"
    if round(first.reach) != round(second.reach):
        said += ". Their people and their chance were not the same, so look at what was known to be possible, too"
    return said + "."
