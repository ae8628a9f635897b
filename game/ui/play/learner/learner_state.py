"""The learner's profile in the window: its page, and what can be asked for on it."""

from dataclasses import dataclass

from game.coach.learner.profile_told import LearnerFound
from game.ui.common.ui_model import Page


@dataclass(frozen=True)
class LearnerPage(Page):
    """What finished games show of each principle, and what to play next."""

    found: LearnerFound


@dataclass(frozen=True)
class ToLearner:
    """Show a profile; without a name the one that was chosen last, which is begun if there is none."""

    name: str = ""
    take: bool = False  # whether finished games that are in no profile go into it


@dataclass(frozen=True)
class DeleteProfile:
    """Delete a profile; its games stay, and go into no other one."""

    name: str


LearnerAction = ToLearner | DeleteProfile
