"""The learner's profile that a window has open: worked out in a process of its own, one at a time."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.coach.learner.profile_told import LearnerFound
from game.desk.learning.profile_file import ProfileFile

if TYPE_CHECKING:
    from game.desk.background.learner_process import LearnerProcess


class OpenedProfile:
    """A profile that is open, or none."""

    def __init__(self, runs: Path) -> None:
        """None is open yet.

        Args:
            runs: the folder of runs, beside which profiles are kept.
        """
        self._runs = runs
        self.file = ProfileFile(runs.with_name("profiles.jsonl"))
        self.process: LearnerProcess | None = None

    def open(self, name: str, *, take: bool) -> LearnerFound:
        """Begins to work a profile out, in place of one that was open."""
        from game.desk.background.learner_process import LearnerProcess

        self.end()
        self.process = LearnerProcess(self.file.path, self._runs, name, take=take)
        return self.process.look()

    def look(self) -> LearnerFound:
        """How far it is."""
        return LearnerFound(running=False) if self.process is None else self.process.look()

    def delete(self, name: str) -> None:
        """Deletes a profile; the games stay.

        Raises:
            Refused: the file cannot be written; it is as it was.
        """
        self.end()
        self.file.delete(name)

    def end(self) -> None:
        """Ends what is being worked out."""
        if self.process is not None:
            self.process.stop()
            self.process = None
