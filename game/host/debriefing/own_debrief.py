"""A guest's own figures, as places on a line."""

from dataclasses import dataclass

from game.coach.looking_back.debrief import Debrief

SHARP, BOLD = 3.0, 1.5  # the ends of the two lines: d' 0..3, criterion ±1.5


@dataclass(frozen=True)
class OwnDebrief:
    """Knowing when, and whom one took for whom."""

    sharp: str  # how many questions met somebody ready: "3 of 11"; "" after too few, as the two places
    sharp_at: float | None  # 0..1 on the line from none to all
    bold_at: float | None  # 0..1 on the line from too readily to too rarely
    right: int  # guesses
    guessed: int


def own_debrief(told: Debrief) -> OwnDebrief:
    """The figures of one game."""
    guesses = [f for f in told.followers if f.guess]
    return OwnDebrief(
        "" if told.discrimination is None else f"{told.by_day.hits} of {told.by_day.asks}",
        None if told.discrimination is None else told.by_day.right.mean,
        None if told.criterion is None else bold_at(told.criterion), sum(f.guess_right for f in guesses), len(guesses),
    )  # fmt: skip


def sharp_at(discrimination: float) -> float:
    """Where a d' lies on its line, 0..1."""
    return max(0.0, min(1.0, discrimination / SHARP))


def bold_at(criterion: float) -> float:
    """Where a criterion lies on its line, 0..1; even is ½."""
    return max(0.0, min(1.0, 0.5 + criterion / (2 * BOLD)))
