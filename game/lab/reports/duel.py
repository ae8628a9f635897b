"""A duel: two ways of playing over the same episodes, so that the people and the chance are the same for both."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.errors import CourtshipError
from game.lab.playing.outcome_figures import FIGURES
from game.lab.playing.run import Results
from game.lab.reports.statistics import Difference, difference


@dataclass(frozen=True)
class Duel:
    """How it went, from the first one's side."""

    one: str
    other: str
    means: Mapping[str, tuple[float, float]]  # by figure: of the one, of the other
    leads: Mapping[str, Difference]
    best: int  # episode in which the one led most
    worst: int  # episode in which it led least


def duel(results: Results, setting: str = "") -> Duel:
    """Compares the first two players of a trial over the episodes that both have played.

    Raises:
        CourtshipError: fewer than two such episodes.
    """
    one, other = (p.id for p in results.trial.players[:2])
    first, second = ({g.episode: g.figures for g in results.of(name, setting)} for name in (one, other))
    both = sorted(first.keys() & second.keys())
    if len(both) < 2:
        raise CourtshipError("Stopped before there was anything to compare. Let at least two games be played.")
    a, b = (np.array([games[e] for e in both]) for games in (first, second))
    leads = {name: difference(a[:, i], b[:, i]) for i, name in enumerate(FIGURES)}
    means = {name: (float(a[:, i].mean()), float(b[:, i].mean())) for i, name in enumerate(FIGURES)}
    return Duel(one, other, means, leads, both[leads["score"].best], both[leads["score"].worst])
