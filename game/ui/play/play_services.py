"""What the window needs from the rest of the game, as protocols: scenarios, runs, and one run being played."""

from pathlib import Path
from typing import Protocol

from game.coach.debrief import Debrief, Reason
from game.errors import CourtshipError, ScenarioError
from game.scenario import ScenarioCard
from game.session.live.reload import Reload
from game.session.live.saved_file import Saved
from game.session.record.runs import SavedRun
from game.session.seen.view import NightReport, View
from game.ui.workshop.workshop_values import WorkshopServices

__all__ = ["FAILURES", "Game", "Saved", "SavedRun", "ScenarioCard", "Services"]

# What the game may raise at a choice; the text is for the player.
FAILURES: tuple[type[Exception], ...] = (CourtshipError, ScenarioError, OSError)


class Game(Protocol):
    """One run."""

    @property
    def finished(self) -> bool:
        """Whether the last day is over."""

    def view(self, follower: str | None = None) -> View:
        """What the player may know; its moves are those towards a follower."""

    def choose(self, move: str, who: str = "", content: str = "", other: str = "") -> object:
        """Plan a move for today."""

    def take_back(self, planned_id: int) -> object:
        """Take a planned move back."""

    def note(self, follower: str, motive: str, sure: int) -> object:
        """Write a guess into the notebook; `sure` is 25, 50, 75 or 100."""

    def answer_event(self, event_id: str, index: int) -> object:
        """Answer an event."""

    def mark_read(self, follower_id: str) -> object:
        """The player has seen a thread."""

    def end_day(self) -> NightReport:
        """Let the night come."""

    def undo(self, day: int) -> object:
        """Back to the morning of a day."""

    @property
    def days_ahead(self) -> int:
        """Days that a save of the scenario has interrupted and that can be played on now, else 0."""

    def catch_up(self) -> Reload:
        """Play them on."""

    def say(self, move: str, who: str, content: str = "", other: str = "") -> str:
        """The words a move would use."""


class Services(Protocol):
    """What is behind the window."""

    @property
    def workshop(self) -> WorkshopServices:
        """What authors can do."""

    def scenarios(self) -> tuple[ScenarioCard, ...]:
        """What can be played."""

    def saved_runs(self) -> tuple[SavedRun, ...]:
        """What can be continued, newest first."""

    def start(self, scenario_id: str, seed: int | None) -> Game:
        """A new run; without a seed, one by chance."""

    def again(self, game: Game) -> Game:
        """A new run of the same scenario, by chance."""

    def resume(self, path: str | Path) -> Game:
        """Continue a run."""

    def saved(self, game: Game) -> Saved | None:
        """What the author of a run's scenario has just saved, already taken if it is good; asked again and again."""

    def debrief(self, game: Game) -> Debrief:
        """Everything that is told after the last day."""

    def reasons(self, game: Game, follower: str, day: int) -> tuple[Reason, ...]:
        """Why a follower's trust changed on a day; the amounts sum to the change."""
