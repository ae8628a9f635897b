"""The learner's profile in a process of its own: finished games are read, and games are played for what comes next."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from game.coach.learner.profile_told import LearnerFound, profile_told
from game.desk.background.worker import FarWork, FaultTeller, Worker, give_way
from game.desk.given import Given
from game.desk.learning.profile_file import ProfileFile
from game.desk.learning.profile_keeping import offered_next, take_in
from game.desk.outside import now
from game.desk.places import known_scenarios

WHAT, AGAIN = "Reading the games", "Open this page again to let it try once more."


class LearnerProcess(FarWork[LearnerFound]):
    """A profile that is being worked out."""

    def __init__(self, file: Path, runs: Path, name: str, *, take: bool) -> None:
        """Begins.

        Args:
            file: of the profiles.
            runs: the folder of runs.
            name: of the profile; "" for the one that was chosen last.
            take: whether finished games that are in no profile go into it; with one profile alone they always do.
        """
        super().__init__(LearnerFound(), Worker(_work_out, file, runs, name, take), WHAT, AGAIN)

    def _told(self, _: str, value: Any, /) -> LearnerFound:
        found: LearnerFound = value
        return found


def _work_out(far: Any, file: Path, runs: Path, name: str, take: bool) -> None:
    """In a process of its own: takes games in, tells the profile, then what to play next."""
    with FaultTeller(far, WHAT):
        give_way()
        kept = ProfileFile(file)
        name = kept.opened(name)
        take_in(kept, name, runs, Given(runs).may_open, take=take)
        book = kept.book()
        told = profile_told(name, book.names, book.of(name), now().date(), book.notices)
        far.send(("found", LearnerFound(told)))
        far.send(("found", LearnerFound(replace(told, case=offered_next(told, known_scenarios())), running=False)))
