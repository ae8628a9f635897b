"""What a player said of a question before the date mirror answered, and how near that came."""

from collections.abc import Sequence

from game.session.entries import ODDS_BANDS, PlanMove
from game.session.history import asked_on, to_all_age
from game.session.playthrough import Playthrough
from game.session.view import OddsSaid
from game.session.words.numbers_told import counted_of

ROUNDED = 5  # of a hundred: so exactly it is known how many say yes
COUNTED_FROM = 3  # guesses from which they are counted together


def odds_said(now: Playthrough) -> tuple[OddsSaid, ...]:
    """All that was said of questions in a run, each with what the date mirror answered.

    Args:
        now: the run.
    """
    mornings = {day.morning.day: (day.morning, day.to_all_age) for day in now.history}
    if not now.finished:
        mornings[now.day] = (now.position, to_all_age(now.history))
    found = []
    for day, said in sorted(now.asides.odds.items()):
        for one in said:
            yes = asked_on(*mornings[day], PlanMove(one.move, one.who))
            if yes is not None:
                found.append(OddsSaid(day, one.move, one.who, one.band, yes))
    return tuple(found)


def off_by(said: OddsSaid) -> int:
    """Below 0 for too few, above 0 for too many, 0 for well read, as exactly as it is known.

    >>> [off_by(OddsSaid(1, "propose", "mara", band, 55)) for band in (1, 2, 3, 4)]
    [-1, 0, 1, 1]
    """
    low, high = ODDS_BANDS[said.band]
    return (10 * low - ROUNDED > said.yes) - (10 * high + ROUNDED < said.yes)


def band_told(band: int) -> str:
    """One of `ODDS_BANDS` in words.

    >>> band_told(0), band_told(2)
    ('none or one', '4 to 6')
    """
    low, high = ODDS_BANDS[band]
    return "none or one" if low == 0 else f"{low} to {high}" if high - low > 1 else f"{low} or {high}"


def guess_told(guess: OddsSaid, guesses: Sequence[OddsSaid]) -> str:
    """What is said of a guess when the mirror has answered.

    Args:
        guess: the one.
        guesses: all that were made in this run, the one among them.
    """
    ends = {0: "Well read", 1: "It is fewer", -1: "It is more"}
    made = [one for one in guesses if one.band >= 0]
    right = sum(off_by(one) == 0 for one in made)
    so_far = f" So far you read {counted_of(right, len(made))} well." if len(made) >= COUNTED_FROM else ""
    return f"You thought: {band_told(guess.band)}. {ends[off_by(guess)]}.{so_far}"
