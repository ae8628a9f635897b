"""What comes from outside of the game: the time here, and a seed by chance."""

import secrets
from datetime import datetime

from game.local_time import local_now

SEEDS = 1_000_000


def chance_seed() -> int:
    """A seed by chance, short enough to be read aloud."""
    return secrets.randbelow(SEEDS)


def now() -> datetime:
    """The time here, for names of records."""
    return local_now()
