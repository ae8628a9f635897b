"""What comes from outside of the game: the time here, a seed by chance, and a new run with both."""

import secrets
from datetime import datetime
from pathlib import Path

from game.bots.courted.telling_seed import SEEDS, telling_seed
from game.local_time import local_now
from game.scenario import load
from game.scenario.format.difficulty import Difficulty
from game.session.runs.recorded_scenario import compiled_of
from game.session.runs.runs import start_loaded
from game.session.session import Session


def chance_seed() -> int:
    """A seed by chance, short enough to be read aloud."""
    return secrets.randbelow(SEEDS)


def now() -> datetime:
    """The time here, for names of records."""
    return local_now()


def begin(
    path: Path, seed: int | None, folder: Path, *, language: str = "", difficulty: Difficulty | None = None,
    episode: int = 0, live: bool = False, practice: bool = False,
) -> Session:  # fmt: skip
    """A new run; without a seed, with one by chance, as the scenario asks for it.

    Args:
        path: scenario file or folder.
        seed: 0..2**32 − 1; None for one by chance.
        folder: where records are kept.
        language: of the texts; left out, that of the scenario.
        difficulty: how hard it is; left out, that of the scenario.
        episode: which of the games of this seed.
        live: whether changes of the file are taken while playing.
        practice: whether choices may be weighed before they are made.

    Raises:
        CannotPlay: the scenario has errors.
        RecordError: the record cannot be written.
    """
    loaded = load(path, language).at(difficulty)
    compiled = compiled_of(loaded)
    seed = telling_seed(compiled, chance_seed) if seed is None else seed
    return start_loaded(loaded, compiled, path, seed, folder, now(), episode=episode, live=live, practice=practice)
