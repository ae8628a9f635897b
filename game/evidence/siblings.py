"""A finding for every move of its kind: the experiment is run with each, and the median decides."""

from collections.abc import Callable, Iterable
from statistics import median

from game.evidence.stimuli import REPERTOIRE
from game.model.moves import Move


def each(kinds: Iterable[str | Move], run: Callable[[str | Move], dict[str, float]]) -> dict[str, float]:
    """Medians of what an experiment measures with each move of a kind, and all of it under the names of the moves.

    >>> each(("pitch", "propose", "blast_dm"), lambda move: {"length": float(len(str(move)))})["length"]
    7.0
    """
    found = {kind if isinstance(kind, str) else kind.id: run(kind) for kind in kinds}
    names = next(iter(found.values()))
    told = {f"{name}, {kind}": measured[name] for kind, measured in found.items() for name in names}
    return {name: float(median(measured[name] for measured in found.values())) for name in names} | told


def known(name: str) -> Move:
    """A move of the game or of the laboratory by its name."""
    return next(move for move in REPERTOIRE if move.id == name)
