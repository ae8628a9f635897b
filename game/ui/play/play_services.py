"""What playing needs from the rest of the game: scenarios, runs, and what is told of a run."""

from pathlib import Path
from typing import Protocol

from game.coach.forward.forward_values import ForwardNews
from game.coach.hindsight.coached import Coached
from game.coach.learner.profile_told import LearnerFound
from game.coach.looking_back.debrief import Debrief, Reason
from game.coach.practice.what_if_found import WhatIfToday
from game.coach.timing.timing_marks import TimingAnswer
from game.coach.timing.timing_told import TimingBook
from game.scenario import ScenarioCard
from game.scenario.format.difficulty import Difficulty
from game.session.entries import AskWhatIf
from game.session.runs.endings import RunEnding
from game.session.runs.runs import SavedRun
from game.session.runs.saved_file import Saved
from game.session.runs.scrapbook import Album, Scrap
from game.ui.common.run_protocol import OpenRun
from game.ui.play.hosting.hosting_values import HostedRoom


class RunServices(Protocol):
    """Where runs come from. What cannot be done is raised as a `CourtshipError` or an `OSError`."""

    def scenarios(self) -> tuple[ScenarioCard, ...]:
        """The scenarios that can be played, and broken ones with their problems."""

    def saved_runs(self, most: int | None = None) -> tuple[SavedRun, ...]:
        """What can be continued, newest first: so many, or all."""

    def number_of_runs(self) -> int:
        """How many runs there are, without reading them."""

    def timing_due(self, runs: tuple[SavedRun, ...]) -> bool:
        """Whether it is a good moment for the timing test, by the runs in the list."""

    def timing(self) -> TimingBook:
        """The cases of the timing test, and what was answered so far."""

    def keep_sitting(self, form: str, answers: tuple[TimingAnswer, ...]) -> TimingBook:
        """Keeps the answers to a form, and gives what there is then."""

    def start(
        self, scenario_id: str, seed: int | None, difficulty: Difficulty | None, episode: int = 0,
        *, practice: bool = False,
    ) -> OpenRun:  # fmt: skip
        """A new run; without a seed, one by chance; without a difficulty, at the scenario's own."""

    def again(self, run: OpenRun) -> OpenRun:
        """A new run of the same scenario, by chance; for practice as that one."""

    def resume(self, path: str | Path) -> OpenRun:
        """The run of a record, as it was left."""

    def saved(self, run: OpenRun) -> Saved | None:
        """What the author of a run's scenario has just saved, already taken if it is good; asked again and again."""

    def debrief(self, run: OpenRun) -> Debrief:
        """Everything that is told after the last day."""

    def endings(self, run: OpenRun, told: Debrief) -> tuple[RunEnding, ...]:
        """All endings that a finished run has had, this one last, which is kept from now on."""

    def delete_run(self, path: str) -> None:
        """Puts a record away into a folder of deleted ones; refuses while it is open."""

    def album(self) -> Album:
        """What was seen on this machine, and what there is to be seen."""

    def keep_scraps(self, seen: tuple[Scrap, ...]) -> None:
        """Keeps what is seen for the first time; where that cannot be, the album tells it."""

    def empty_scrapbook(self) -> None:
        """Deletes what was kept; raises an `OSError` where that cannot be."""

    def reasons(self, run: OpenRun, follower: str, day: int) -> tuple[Reason, ...]:
        """Why a follower's trust changed on a day; the amounts sum to the change."""

    def largest_reason(self, run: OpenRun) -> float:
        """The largest amount among the reasons of all days, in points: what the bars are drawn against."""

    def coach(self, run: OpenRun) -> Coached:
        """How far the coach is with a run, without waiting for it; begins it when it is asked for first."""

    def prepare_what_if(self, run: OpenRun) -> None:
        """Begins to find out what can be known this morning, while one still chooses; nothing waits for it."""

    def begin_what_if(self, run: OpenRun, asked: AskWhatIf) -> WhatIfToday:
        """Begins to weigh two choices of today."""

    def what_if(self) -> WhatIfToday:
        """How far the choices have been weighed that were asked about last, without waiting for it."""

    def begin_forward(self) -> ForwardNews:
        """Begins the look forward: the player's habits, and where they lead."""

    def forward(self) -> ForwardNews:
        """How far the look forward is, without waiting for it."""

    def deny_habit(self, claim: str, *, denied: bool) -> ForwardNews:
        """Keeps that a habit is not the player's, or is after all, and looks forward anew."""

    def end_forward(self) -> None:
        """Ends the look forward; what it has found is gone."""

    def open_profile(self, name: str = "", *, take: bool = False) -> LearnerFound:
        """Begins to work out a learner's profile, of that name or the one chosen last; tells what is known at once."""

    def profile(self) -> LearnerFound:
        """How far the profile has been worked out that was opened last, without waiting for it."""

    def end_profile(self) -> None:
        """Ends the work on a profile; what was kept of it stays."""

    def delete_profile(self, name: str) -> None:
        """Deletes a profile; its games stay, and go into no other one."""

    def hosted_room(self) -> HostedRoom | None:
        """The room that this machine hosts, as far as is known without waiting; None when there is none."""

    def open_room(self, way_out: str = "") -> HostedRoom:
        """Opens a room for phones, or tells why it cannot be; with the way out of the last try, if there was one."""

    def end_room(self) -> None:
        """Ends the room, so that no page of it waits for an answer any more."""
