"""The coach in a process of its own: it reads the record, and tells how far it has come."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from game.coach.hindsight.coached import Coached
from game.coach.hindsight.coaching import coach
from game.desk.background.worker import FaultTeller, Worker, give_way
from game.desk.given import Given
from game.session.runs.resuming import replayed

LOST = "The coach ended by itself, perhaps for want of memory. Turn to another run and back to let it try again."


class CoachProcess:
    """The coach at work on a run; `look` tells how far it has come."""

    def __init__(self, record: Path, runs: Path) -> None:
        """Begins.

        Args:
            record: of the run.
            runs: the folder of runs, beside which is kept what may be opened.
        """
        self._found = Coached()
        self._worker = Worker(_coach, record, runs)

    def look(self) -> Coached:
        """How far it is, from what has come through the pipe."""
        for kind, value in self._worker.news():
            if kind == "coached":
                self._found = value
            elif kind == "weighed":
                self._found = replace(self._found, weighed=value)
            else:
                self._found = replace(self._found, running=False, problem=value)
        if not self._worker.running and self._found.running:
            self._found = replace(self._found, running=False, problem=LOST)
        return self._found

    def stop(self) -> None:
        """Ends it."""
        self._worker.end()


def _coach(far: Any, record: Path, runs: Path) -> None:
    """In a process of its own: works out what the coach tells."""
    with FaultTeller(far, "The coach"):
        give_way()
        session = replayed(record, Given(runs).may_open)

        def tell(some: Coached) -> None:  # few bytes a day, so that the pipe never fills while nobody looks
            far.send(("weighed", some.weighed) if some.weighed else ("coached", some))

        far.send(("coached", coach(session.playthrough, session.mornings, tell)))
