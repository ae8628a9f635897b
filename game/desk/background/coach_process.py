"""The coach in a process of its own: it reads the record, and tells how far it has come."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from game.coach.hindsight.coached import Coached
from game.coach.hindsight.coaching import coach
from game.desk.background.worker import FarWork, FaultTeller, Worker, give_way
from game.desk.given import Given
from game.session.runs.resuming import replayed

WHAT, AGAIN = "The coach", "Turn to another run and back to let it try again."


class CoachProcess(FarWork[Coached]):
    """The coach at work on a run."""

    def __init__(self, record: Path, runs: Path) -> None:
        """Begins.

        Args:
            record: of the run.
            runs: the folder of runs, beside which is kept what may be opened.
        """
        super().__init__(Coached(), Worker(_coach, record, runs), WHAT, AGAIN)

    def _told(self, kind: str, value: Any, /) -> Coached:
        found: Coached = value if kind == "coached" else replace(self._found, weighed=value)
        return found


def _coach(far: Any, record: Path, runs: Path) -> None:
    """In a process of its own: works out what the coach tells."""
    with FaultTeller(far, WHAT):
        give_way()
        session = replayed(record, Given(runs).may_open)

        def tell(some: Coached) -> None:  # few bytes a day, so that the pipe never fills while nobody looks
            far.send(("weighed", some.weighed) if some.weighed else ("coached", some))

        far.send(("coached", coach(session.playthrough, session.mornings, tell)))
