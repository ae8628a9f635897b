"""What a player thinks of a question before the date mirror answers, and how near that came."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.session.words.numbers_told import counted

BANDS = ((0, 1), (2, 3), (4, 6), (7, 8), (9, 10))
"""Of ten people, how many would say yes: the answers among which one chooses."""
ROUNDED = 5  # of a hundred: so exactly it is known how many say yes
COUNTED_FROM = 3  # guesses from which they are counted together


@dataclass(frozen=True)
class MirrorGuess:
    """A guess at a question, made before the date mirror answered."""

    day: int
    move: str  # id
    who: str  # id of the follower
    band: int  # number of the band that was chosen; below 0: none was
    yes: int  # of a hundred who look like that, how many say yes

    @property
    def off(self) -> int:
        """Below 0 for too few, above 0 for too many, 0 for well read, as exactly as it is known."""
        low, high = BANDS[self.band]
        return (10 * low - ROUNDED > self.yes) - (10 * high + ROUNDED < self.yes)


def band_told(band: int) -> str:
    """A band in words.

    >>> band_told(0), band_told(2)
    ('none or one', '4 to 6')
    """
    low, high = BANDS[band]
    return "none or one" if low == 0 else f"{low} to {high}" if high - low > 1 else f"{low} or {high}"


def guess_told(guess: MirrorGuess, guesses: Sequence[MirrorGuess]) -> str:
    """What is said of a guess when the mirror has answered.

    Args:
        guess: the one.
        guesses: all that were made in this run, the one among them.
    """
    ends = {0: "Well read", 1: "That was too hopeful", -1: "There is more hope than you thought"}
    made = [one for one in guesses if one.band >= 0]
    right = sum(one.off == 0 for one in made)
    so_far = f" So far you read {counted(right)} of {counted(len(made))} well." if len(made) >= COUNTED_FROM else ""
    return f"You thought: {band_told(guess.band)}. {ends[guess.off]}.{so_far}"
