"""What the window shows of a learner's finished runs: habits and where they lead, and the profile of principles."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.coach.forward.forward_values import ForwardNews
from game.coach.learner.profile_told import LearnerFound
from game.desk.learning.denied_habits import DeniedHabits
from game.desk.learning.profile_file import ProfileFile

if TYPE_CHECKING:
    from game.desk.background.forward_process import ForwardProcess
    from game.desk.background.learner_process import LearnerProcess


class LearnerServices:
    """The part of the window's services that is made of finished runs; each works in a process of its own.

    Args:
        runs: the folder of the records; what is kept lies beside it.
    """

    def __init__(self, runs: Path) -> None:
        self._records = runs
        self._denied = DeniedHabits(runs.with_name("denied_habits.json"))
        self._forward: ForwardProcess | None = None
        self._profiles = ProfileFile(runs.with_name("profiles.jsonl"))
        self._learner: LearnerProcess | None = None

    def begin_forward(self) -> ForwardNews:
        """Begins the look forward anew; what is known of an earlier one is shown until there is more."""
        from game.desk.background.forward_process import ForwardProcess

        known = self._forward.look() if self._forward is not None else None
        self.end_forward()
        self._forward = ForwardProcess(self._records, self._denied.claims(), known)
        return self._forward.look()

    def forward(self) -> ForwardNews:
        """How far the look forward is."""
        return ForwardNews() if self._forward is None else self._forward.look()

    def deny_habit(self, claim: str, *, denied: bool) -> ForwardNews:
        """Keeps that a habit is not the player's, or is after all, and looks forward anew.

        Raises:
            Refused: it cannot be kept.
        """
        notice = self._denied.put(claim, denied=denied)
        return replace(self.begin_forward(), notice=notice)

    def end_forward(self) -> None:
        """Ends the look forward."""
        if self._forward is not None:
            self._forward.stop()
            self._forward = None

    def open_profile(self, name: str = "", *, take: bool = False) -> LearnerFound:
        """Begins to work out a learner's profile; one at a time."""
        from game.desk.background.learner_process import LearnerProcess

        self.end_profile()
        self._learner = LearnerProcess(self._profiles.path, self._records, name, take=take)
        return self._learner.look()

    def profile(self) -> LearnerFound:
        """How far the profile is that was opened last."""
        return LearnerFound(running=False) if self._learner is None else self._learner.look()

    def delete_profile(self, name: str) -> None:
        """Deletes a profile; its games stay, and go into no other one."""
        from game.desk.learning.profile_keeping import delete_profile

        self.end_profile()
        delete_profile(self._profiles, name, self._records)

    def end_profile(self) -> None:
        """Ends the work on a profile."""
        if self._learner is not None:
            self._learner.stop()
            self._learner = None

    def end_looking(self) -> None:
        """Ends both."""
        self.end_forward()
        self.end_profile()
