"""Which sounds there are, and what each is as a word."""

from dataclasses import dataclass
from enum import StrEnum


class Sound(StrEnum):
    """A kind of sound, by what it tells."""

    MESSAGE = "message"  # somebody wrote
    WARM = "warm"  # a warm reaction
    COOL = "cool"  # a cool one
    NO = "no"
    SALE = "sale"
    LEAVES = "leaves"  # somebody leaves, or has bought elsewhere
    BLAST = "blast"  # a message to all at once
    GOAL = "goal"  # a goal was reached
    NIGHT = "night"  # the day ends
    MORNING = "morning"  # a day begins


CAPTIONS = {
    Sound.MESSAGE: "A phone chimes",
    Sound.WARM: "Two glasses touch",
    Sound.COOL: "A cup is put down hard",
    Sound.NO: "A chair is pushed back",
    Sound.SALE: "The till rings",
    Sound.LEAVES: "The door bell",
    Sound.BLAST: "A tray falls",
    Sound.GOAL: "Four rising notes",
    Sound.NIGHT: "Two low notes, and the café hums",
    Sound.MORNING: "A bird sings",
}
"""What is heard, for those who read it."""


@dataclass(frozen=True)
class SoundOrder:
    """What is to be heard from now on; sounds of an earlier order that have not begun yet are dropped."""

    sounds: tuple[Sound, ...]  # one after the other
    hums: bool  # whether the café hums
    volume: int  # 0..100; at 0 all is silent at once
