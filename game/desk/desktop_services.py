"""What is behind the window: scenarios, runs, and the coach."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.coach.hindsight.coached import Coached
from game.coach.looking_back.debrief import Debrief, Reason
from game.coach.practice.what_if_found import WhatIfToday
from game.coach.timing.timing_marks import TimingAnswer
from game.coach.timing.timing_told import TimingBook
from game.desk.given import Given
from game.desk.hosting_needs import PORT
from game.desk.learning.learner_services import LearnerServices
from game.desk.learning.timing_file import TimingFile
from game.desk.outside import begin, chance_seed, now
from game.desk.places import in_place_of_shipped, is_own, known_scenarios, runs_folder, scenario_folders
from game.errors import CannotPlay
from game.files import is_there
from game.scenario import ScenarioCard
from game.scenario.format.difficulty import Difficulty
from game.session.entries import AskWhatIf
from game.session.playthrough import Playthrough
from game.session.runs.breaks import remember
from game.session.runs.deleting import put_away
from game.session.runs.endings import Endings, RunEnding, ending_now
from game.session.runs.resuming import resume_or_rescue
from game.session.runs.runs import SavedRun, records_in, saved_runs
from game.session.runs.saved_file import Saved, WatchedScenario
from game.session.runs.scrapbook import Album, Scrap, Scrapbook
from game.session.session import Session
from game.ui.common.run_protocol import OpenRun
from game.ui.play.hosting.hosting_values import ALONE, ANOTHER_PORT, HostedRoom

if TYPE_CHECKING:
    from game.desk.background.coach_process import CoachProcess
    from game.desk.background.practice_process import PracticeProcess
    from game.desk.background.room_process import RoomProcess
    from game.desk.workshop_services import Workshop


class DesktopServices(LearnerServices):
    """Fulfils `game.ui.services.Services` with files in the user's folder."""

    def __init__(self, runs: Path | None = None, workshop: "Workshop | None" = None) -> None:
        self._runs = runs or runs_folder()
        self._given = Given(self._runs)
        self._timing = TimingFile(self._runs.with_name("timing.jsonl"))
        self._live: tuple[Session, WatchedScenario] | None = None
        self._workshop = workshop
        self._coach: tuple[Playthrough, CoachProcess] | None = None
        self._practice: tuple[Session, PracticeProcess] | None = None
        self._scrapbook = Scrapbook(self._runs.with_name("scrapbook.jsonl"))
        self._endings = Endings(self._runs.with_name("endings.json"))
        self._room: RoomProcess | None = None
        super().__init__(self._runs)

    @property
    def workshop(self) -> "Workshop":
        """The services behind the Workshop."""
        if self._workshop is None:
            from game.desk.workshop_services import Workshop

            self._workshop = Workshop()
        return self._workshop

    def scenarios(self) -> tuple[ScenarioCard, ...]:
        """What can be played, broken ones with their problems; of two with one id the user's own, and that is said."""
        from game.scenario import catalogue

        cards = catalogue(scenario_folders())
        said = {card.id: told for card in cards if (told := in_place_of_shipped(Path(card.path)))}
        return tuple(
            replace(card, summary=f"{said[card.id]} {card.summary}".rstrip()) if card.id in said else card
            for card in cards
            if card.id not in said or is_own(Path(card.path))
        )

    def saved_runs(self, most: int | None = None) -> tuple[SavedRun, ...]:
        """What can be continued, newest first."""
        runs, endings = saved_runs(self._runs, now(), self._given.may_open, most), self._endings.every()
        return tuple(
            replace(run, ending=ending_now(endings.get(Path(run.path).name, ()), run.size)) if run.finished else run
            for run in runs
        )

    def number_of_runs(self) -> int:
        """How many runs there are, without reading them."""
        return len(records_in(self._runs))

    def timing_due(self, runs: tuple[SavedRun, ...]) -> bool:
        """Whether it is a good moment for the timing test, by the runs in the list."""
        return self._timing.due(_finished(runs))

    def timing(self) -> TimingBook:
        """The cases of the timing test, and what was answered so far."""
        return self._timing.book(chance_seed())

    def keep_sitting(self, form: str, answers: tuple[TimingAnswer, ...]) -> TimingBook:
        """Keeps the answers to a form, and gives what there is then."""
        notice = self._timing.keep(form, answers, _finished(self.saved_runs()), now())
        return replace(self.timing(), notice=notice)

    def start(
        self, scenario_id: str, seed: int | None, difficulty: Difficulty | None = None, episode: int = 0,
        *, practice: bool = False,
    ) -> Session:  # fmt: skip
        """A new run of a scenario by id or path; without a difficulty, at the scenario's own."""
        path = known_scenarios().get(scenario_id)
        live = path is None or is_own(path)
        path = path or Path(scenario_id)
        if not is_there(path):
            raise CannotPlay(f"The scenario “{scenario_id}” is no longer there.")
        self._given.keep(path)
        return begin(path, seed, self._runs, episode=episode, live=live, difficulty=difficulty, practice=practice)

    def again(self, run: OpenRun) -> Session:
        """The same scenario, with other people."""
        assert isinstance(run, Session)
        place, scenario = run.source.origin, run.playthrough.compiled.scenario
        if place is None:
            raise CannotPlay(
                f"This run of “{run.source.id}” is played from the copy in its record. To begin it anew, open its file "
                "with New game or with courtship play."
            )
        if not is_there(place):
            raise CannotPlay(f"The scenario “{run.source.id}” is no longer there.")
        return begin(
            place, None, self._runs, language=scenario.language, live=run.source.live, difficulty=scenario.difficulty,
            practice=run.playthrough.practice,
        )  # fmt: skip

    def resume(self, path: str | Path) -> Session:
        """The run of a record, as it was left."""
        record = Path(path)
        return resume_or_rescue(record, self._given.may_open, lambda damaged: remember(record, self._runs, damaged))

    def saved(self, run: OpenRun) -> Saved | None:
        """What the author of its scenario has saved, for runs that take it."""
        if not isinstance(run, Session) or not run.source.live or run.source.origin is None:
            return None
        if self._live is None or self._live[0] is not run:
            self._live = (run, WatchedScenario(run, now))
        return self._live[1].saved()

    def debrief(self, run: OpenRun) -> Debrief:
        """Everything that is told after the last day."""
        from game.coach.looking_back.make_debrief import debrief
        from game.coach.looking_back.questions.late_credit import with_late_credit

        assert isinstance(run, Session)
        return with_late_credit(run.playthrough, debrief(run.playthrough))

    def endings(self, run: OpenRun, told: Debrief) -> tuple[RunEnding, ...]:
        """All endings of a finished run; what was within reach is found once for each."""
        from game.coach.looking_back.endings_told import ending_of
        from game.coach.within_reach import best_known

        assert isinstance(run, Session)
        if run.path is not None and self._endings.last(run.path) is not None:
            return self._endings.of(run.path)
        setup = run.playthrough.setup
        reach = best_known(setup.compiled, setup.seed, setup.episode)
        ending = ending_of(told, reach, run.path.stat().st_size if run.path is not None else 0)
        if run.path is None:
            return (ending,)
        self._endings.keep(run.path, ending)
        return self._endings.of(run.path)

    def delete_run(self, path: str) -> None:
        """Puts a record into the folder `deleted` beside the others, where it stays until somebody empties the folder.

        Raises:
            RecordError: it is open in a window, or the folder cannot be written to; it stays where it is.
        """
        put_away(Path(path))
        self._endings.drop(Path(path))

    def album(self) -> Album:
        """What was seen on this machine, and what there is to be seen."""
        from game.desk.learning.things_to_see import album_parts

        scraps, problem = self._scrapbook.scraps()
        return Album(scraps, album_parts(), problem)

    def keep_scraps(self, seen: tuple[Scrap, ...]) -> None:
        """Keeps what is seen for the first time."""
        self._scrapbook.keep(seen, now())

    def empty_scrapbook(self) -> None:
        """Deletes what was kept."""
        self._scrapbook.drop()

    def reasons(self, run: OpenRun, follower: str, day: int) -> tuple[Reason, ...]:
        """Why trust changed on a day."""
        from game.coach.looking_back.explained import reasons

        assert isinstance(run, Session)
        return reasons(run.playthrough, follower, day)

    def largest_reason(self, run: OpenRun) -> float:
        """The largest amount among the reasons of all days."""
        from game.coach.looking_back.explained import largest_reason

        assert isinstance(run, Session)
        return largest_reason(run.playthrough)

    def coach(self, run: OpenRun) -> Coached:
        """How far the coach is with a run; one at a time."""
        from game.desk.background.coach_process import CoachProcess

        assert isinstance(run, Session)
        if run.path is None:
            return Coached(running=False, problem="This run is kept in no record, and the coach reads records.")
        if self._coach is None or self._coach[0] is not run.playthrough:
            self._end_coach()
            self._coach = run.playthrough, CoachProcess(run.path, self._runs)
        return self._coach[1].look()

    def prepare_what_if(self, run: OpenRun) -> None:
        """Finds out what can be known this morning, while one still chooses."""
        assert isinstance(run, Session)
        practice = self._practice_of(run)
        if practice is not None:
            practice.ask(run.playthrough)

    def begin_what_if(self, run: OpenRun, asked: AskWhatIf) -> WhatIfToday:
        """Begins to weigh two choices of today."""
        assert isinstance(run, Session)
        practice = self._practice_of(run)
        if practice is None:
            problem = "This run is kept in no record, and what can be known is worked out from records."
            return WhatIfToday(running=False, problem=problem)
        practice.ask(run.playthrough, asked)
        return practice.look()

    def what_if(self) -> WhatIfToday:
        """How far the choices have been weighed that were asked about last."""
        return WhatIfToday(running=False) if self._practice is None else self._practice[1].look()

    def _practice_of(self, run: Session) -> "PracticeProcess | None":
        """The process that weighs choices of a run; one at a time, and anew where it has ended."""
        from game.desk.background.practice_process import PracticeProcess

        if run.path is None:
            return None
        if self._practice is None or self._practice[0] is not run or not self._practice[1].is_there:
            self._end_practice()
            self._practice = run, PracticeProcess(run.path, self._runs)
        return self._practice[1]

    def _end_practice(self) -> None:
        if self._practice is not None:
            self._practice[1].stop()
            self._practice = None

    def _end_coach(self) -> None:
        if self._coach is not None:
            self._coach[1].stop()
            self._coach = None

    def hosted_room(self) -> HostedRoom | None:
        """The room that this machine hosts."""
        return None if self._room is None else self._room.look()

    def open_room(self, way_out: str = "") -> HostedRoom:
        """Opens a room, in the way that leads out of what hindered the last one."""
        from game.desk.background.room_process import RoomProcess

        before, self._room = self._room, None
        port = PORT if before is None else before.port + (way_out == ANOTHER_PORT)
        alone = way_out == ALONE or (before is not None and before.alone)
        if before is not None:
            before.end()
        self._room = RoomProcess(port, alone=alone)
        return self._room.look()

    def end_room(self) -> None:
        """Ends the room."""
        if self._room is not None:
            self._room.end()
            self._room = None

    def close(self) -> None:
        """Ends what runs in processes of its own."""
        self.end_room()
        self._end_coach()
        self._end_practice()
        self.end_looking()
        if self._workshop is not None:
            self._workshop.close()


def _finished(runs: tuple[SavedRun, ...]) -> list[Path]:
    """The records of the finished ones of some runs."""
    return [Path(run.path) for run in runs if run.finished]
