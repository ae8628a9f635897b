"""What two choices may bring, in words: for trust, for the score, and for a question the chance of a yes."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.coach.hindsight.marked_decision import NOTABLE, surely
from game.session.words.numbers_told import figure_told

ALIKE = 1.0
"""Points of trust, of 100, below which two choices come out alike."""
PARTED = 3.0
"""Points of trust by which two choices that end alike must have parted on the way for that to be told."""

Bands = Sequence[tuple[float, float, float]]
"""Somebody's trust on each evening to come, 0..100: a tenth, half and nine tenths of the games lie below."""


@dataclass(frozen=True)
class ComparedWorth:
    """What two choices come to, by what can be known."""

    effect: tuple[float, float, float]  # points of score by which the second is better, and their 95 per cent interval
    trust: tuple[Bands, Bands] = ((), ())
    yes: tuple[float | None, float | None] = (None, None)  # chance of a yes today, 0..1; None where nothing is asked
    teaches: bool = False  # whether one of them is there to learn something of the person


def effect_told(titles: tuple[str, str], first_name: str, worth: ComparedWorth) -> str:
    """What a choice means against another.

    Args:
        titles: of the first choice and of the second.
        first_name: of the person.
        worth: what the choices come to.

    >>> evenings = (((40.0, 60.0, 70.0),), ((30.0, 50.0, 60.0),))
    >>> effect_told(("No move", "Propose"), "Mara", ComparedWorth((0.6, -0.2, 1.4), evenings, (None, 0.06)))[:93]
    'By what can be known of Mara, “Propose” instead of “No move” means about 10 points less trust'
    >>> effect_told(("Like", "Ask"), "Mara", ComparedWorth((1.24, 0.7, 1.8)))
    'By what can be known of Mara, “Ask” instead of “Like” means a score about 1.2 points higher (0.7 to 1.8).'
    """
    trust, alike = _trust(*worth.trust)
    score, told_apart = _score(worth.effect)
    means = f"{trust}, and {score}" if trust else score
    free = "" if not alike or told_apart or worth.yes != (None, None) else " Do what feels right to you."
    chances = (
        f" A yes to “{title}” has a chance of {chance_told(chance)} today."
        for title, chance in zip(titles, worth.yes, strict=True)
        if chance is not None
    )
    learnt = f" What you would learn of {first_name} is not counted." if worth.teaches else ""
    known = f"By what can be known of {first_name}, “{titles[1]}” instead of “{titles[0]}” means {means}."
    return f"{known}{''.join(chances)}{free}{learnt}"


def coincide(made: Bands, other: Bands) -> bool:
    """Whether the middles of two fans lie on each other on every evening."""
    return all(abs(one[1] - two[1]) < ALIKE for one, two in zip(made, other, strict=True))


def chance_told(chance: float) -> str:
    """A chance as people say it.

    >>> chance_told(0.0625), chance_told(0.34), chance_told(0.5), chance_told(0.9), chance_told(0.002)
    ('about 1 in 16', 'about 1 in 3', 'about 5 in 10', 'about 9 in 10', 'less than 1 in 100')
    """
    if chance < 0.01:
        return "less than 1 in 100"
    if chance <= 0.35:
        return f"about 1 in {1 / chance:.0f}"
    return "more than 9 in 10" if chance > 0.95 else f"about {10 * chance:.0f} in 10"


def _trust(made: Bands, other: Bands) -> tuple[str, bool]:
    """What the second choice means for trust, and whether that is the same as the first."""
    if not made:
        return "", True
    apart = [two[1] - one[1] for one, two in zip(made, other, strict=True)]
    most = max(apart, key=abs)
    if abs(apart[-1]) >= ALIKE:
        return f"about {_points(apart[-1])} trust at the end (of 100)", False
    if abs(most) >= PARTED:
        return f"up to {_points(most)} trust on the way (of 100), though as much at the end", False
    return "as much trust at the end", True


def _points(amount: float) -> str:
    count = round(abs(amount))
    return f"{count} point{'' if count == 1 else 's'} {'less' if amount < 0 else 'more'}"


def _score(effect: tuple[float, float, float]) -> tuple[str, bool]:
    """What the second choice means for the score, and whether the two can be told apart by it."""
    mean, low, high = effect
    if abs(mean) < NOTABLE or not surely(low, high):
        return f"a score too near to be told apart ({_between(low, high)})", False
    word = "lower" if mean < 0.0 else "higher"
    low, high = sorted((abs(low), abs(high)))
    return f"a score about {abs(mean):.1f} points {word} ({low:.1f} to {high:.1f})", True


def _between(low: float, high: float) -> str:
    """Where a difference lies: two figures only where they are two.

    >>> _between(-0.34, 0.2), _between(-0.12, -0.08), _between(-0.02, 0.01)
    ('between −0.3 and +0.2 points', 'about −0.1 points', 'less than 0.1 points')
    """
    least, most = (figure_told(part, sign=True) for part in (low, high))
    if least != most:
        return f"between {least} and {most} points"
    return f"about {least} points" if round(low, 1) else "less than 0.1 points"
