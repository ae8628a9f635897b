"""The runs that a person played alone, of which habits and profiles are made: each once, the first one first."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from game.coach.forward.forward_values import LookedForward
from game.coach.forward.looked_forward import MOST_RUNS, look_forward
from game.errors import CourtshipError, Refused
from game.scenario.compiling.compile import Compiled
from game.session.playthrough import Playthrough
from game.session.record.lines import is_own
from game.session.runs.recorded_scenario import MayOpen
from game.session.runs.resuming import replayed
from game.session.runs.runs import records_in
from game.session.runs.same_run import records_by_run
from game.session.runs.summaries import Summary, summary_of

NONE_YET = "There is no run of yours yet with a day played. Play one, and come back."
FORWARD_SEED = 0
"""Of the fresh games, where nobody names another."""


def own_summaries(folder: Path) -> dict[Path, Summary]:
    """The records of a folder that can be read and that a person played alone, with what stands in them."""
    return {path: summary for path, summary in _summaries(folder).items() if is_own(summary.header)}


def own_records(folder: Path) -> list[Path]:
    """Records of a folder that a person played, by when they were begun; of copies of one run the longest."""
    found = own_summaries(folder)
    own = [(path, summary.header, summary.length) for path, summary in found.items() if summary.day >= 2]
    longest = [copies[0] for copies in records_by_run(own).values()]
    return sorted(longest, key=lambda path: (found[path].header.started, path.name))


def played_by_bots(folder: Path) -> int:
    """How many records of a folder are left out of habits and profiles, since a bot played them or their first days."""
    return sum(not is_own(summary.header) for summary in _summaries(folder).values())


def left_out_told(count: int) -> str:
    """How many runs were left out since a bot played in them, in a sentence; "" for none.

    >>> left_out_told(1)
    'Left out: 1 run that a bot played, or whose first days it played.'
    """
    runs = "1 run" if count == 1 else f"{count} runs"
    return f"Left out: {runs} that a bot played, or whose first days it played." if count else ""


def _summaries(folder: Path) -> dict[Path, Summary]:
    found = {}
    for path in records_in(folder):
        with contextlib.suppress(CourtshipError, OSError):  # the list of runs says why
            found[path] = summary_of(path)
    return found


def repeated(
    records: Iterable[Path], may_open: MayOpen, done: Callable[[int], None] = lambda _: None
) -> tuple[list[Playthrough], list[str]]:
    """Runs repeated from their records, and why some could not be.

    Args:
        records: in their order.
        may_open: whether the path of a scenario in a record may be looked at.
        done: told when one more has been looked at.
    """
    runs, problems = [], []
    for path in records:
        try:
            run = replayed(path, may_open).playthrough
            if run.history:
                runs.append(run)
            else:
                problems.append(f"{path.name}: no day of it has been played.")
        except CourtshipError as error:
            problems.append(str(error))
        done(1)
    return runs, problems


def forward_of(
    runs: Sequence[Playthrough], compiled: Compiled | None, seed: int, games: int, denied: frozenset[str],
    done: Callable[[int], None] = lambda _: None,
) -> LookedForward:  # fmt: skip
    """Habits of some runs, and where they lead.

    Args:
        runs: the first one first.
        compiled: the scenario of the fresh games; left out, that of the last run.
        seed: of people and chance.
        games: how many fresh games.
        denied: claims that the player has denied.
        done: told how many more steps have been taken.

    Raises:
        Refused: there is no run.
    """
    if not runs:
        raise Refused(NONE_YET)
    some, last = runs[-MOST_RUNS:], runs[-1]
    return look_forward(some, compiled or last.compiled, seed, games, last.setup.speaker.title, denied, done)
