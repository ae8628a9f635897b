"""All that a playtest finds wrong with a scenario: one list, whoever shows it."""

from game.lab.playing.games import Game
from game.lab.playing.run import Results
from game.lab.reports.playtest_lint import examine_games
from game.lab.reports.said import SaidCounts
from game.lab.signs.freshness import freshness
from game.lab.signs.signs_lint import examine_freshness
from game.scenario.loading import Loaded
from game.scenario.problems.problems import GRAVITY, Problem

LISTENED = 12  # games of each bot that are played with all their words, unless told otherwise
KNOWN = 400  # games from which it is told what is known by heart
HEARD_PLAYS = 8  # games played with all their words for it, at most


def played_findings(
    loaded: Loaded, results: Results, said: SaidCounts | None, listened: int,
    giving_in: tuple[Game, ...] | None = None,
) -> tuple[Problem, ...]:  # fmt: skip
    """What the games show to be wrong: errors first, each with its place in the file.

    Args:
        loaded: the scenario with its tree.
        results: its games.
        said: what was said in some of them, if that was counted.
        listened: games of each bot whose words were counted to the end; 0 leaves out what a play gives away.
        giving_in: what `games_giving_in` gave; left out, these games are played here.
    """
    found = examine_games(loaded, results, said, giving_in)
    if listened:
        trial = results.trial
        plays = max(2, min(listened, HEARD_PLAYS))
        found += examine_freshness(loaded, freshness(trial.scenario.compiled(), trial.seed, KNOWN, plays))
    return tuple(sorted(found, key=lambda p: GRAVITY[p.severity]))
