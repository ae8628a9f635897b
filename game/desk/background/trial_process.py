"""A playtest that runs in processes of its own, so that the window goes on: one plays, one tests the lesson.

Nothing waits here: whoever asks how far it is gets what has come through the pipes by then.
"""

import time
from typing import Any

from game.bots.contract import MOST_TESTED, PromiseVerdict, check_contract
from game.bots.registry import bots
from game.desk.background.worker import FaultTeller, Worker
from game.lab.playing.blocks import Trial, blocks_of, play_block, trial_of
from game.lab.playing.games import Game
from game.lab.playing.players import players
from game.lab.playing.results import in_order
from game.lab.playing.run import Results
from game.lab.reports.playtest import playtest
from game.scenario import Loaded
from game.ui.workshop.workshop_values import Row, TestedPromise, Trials

BLOCK = 20  # games handed over at a time: often enough for a bar that moves
LOST = "The playtest ended by itself, perhaps for want of memory. What had been played is shown; try again."


class TrialProcess:
    """A playtest that is under way; `look` tells how far it has come."""

    def __init__(self, loaded: Loaded, games: int, version: str) -> None:
        """Begins to play.

        Raises:
            CannotPlay: the scenario has errors.
        """
        self._trial = trial_of(loaded, players(["all"]), games)
        self._version = version
        self._games: list[Game] = []
        self._verdicts: tuple[PromiseVerdict, ...] = ()
        scenario = self._trial.scenario.scenario
        self._titles = {k: e.title for part in (scenario.timeline, scenario.content, scenario.goals)
                        for k, e in part.items()}  # fmt: skip
        self._goals = tuple(goal.title for goal in scenario.goals.values())
        self._lesson = "testing" if scenario.contract else "none"
        self._problem = ""
        self._tables: dict[str, Any] = {}
        self._counted, self._next_look = -1, 0.0
        self._workers = [Worker(_play, self._trial)]
        if scenario.contract:
            self._workers.append(Worker(_test, self._trial))

    def look(self) -> Trials:
        """How far the playtest is, from what has come through the pipes."""
        for worker in self._workers:
            for kind, value in worker.news():
                if kind == "games":
                    self._games += value
                elif kind == "verdicts":
                    self._verdicts, self._lesson = value, "done"
                else:
                    self._fail(value)
        running = any(w.running for w in self._workers)
        if not running and not self._problem:
            self._end()
        self._count(at_once=not running)
        return Trials(
            self._version, self._trial.games, len(self._games), self._trial.total, running,
            goals=self._goals, promises=tuple(TestedPromise(v.promise, v.kept, v.says) for v in self._verdicts),
            lesson=self._lesson, problem=self._problem, **self._tables,
        )  # fmt: skip

    def _end(self) -> None:
        """All processes are gone; something may be missing."""
        if len(self._games) < self._trial.total or self._lesson == "testing":
            self._fail(LOST)

    def _fail(self, problem: str) -> None:
        self._problem = self._problem or problem
        self.stop()

    def stop(self) -> None:
        """Ends it; what was played stays."""
        for worker in self._workers:
            worker.end()
        if self._lesson == "testing":
            self._lesson = "left out"
        self._problem = self._problem or (
            f"Stopped after {len(self._games)} of {self._trial.total} games; the figures are about those."
            if len(self._games) < self._trial.total
            else "Stopped before the lesson was tested."
            if self._lesson == "left out"
            else ""
        )

    def _count(self, *, at_once: bool) -> None:
        """The tables of what has been played; counting takes a small part of the time only."""
        if len(self._games) == self._counted or (not at_once and time.monotonic() < self._next_look):
            return
        begun = time.monotonic()
        self._counted = len(self._games)
        self._tables = self._found() if self._games else {}
        self._next_look = time.monotonic() + max(0.3, 10 * (time.monotonic() - begun))

    def _found(self) -> dict[str, Any]:
        found = playtest(Results(self._trial, tuple(in_order(self._games, self._trial))))
        rows = tuple(
            Row(
                bot=name,
                about=bots()[name].does,
                games=bot.games,
                mean=bot.figures["score"].mean,
                low=bot.figures["score"].low,
                high=bot.figures["score"].high,
                customers=bot.figures["bought"].mean,
                goals=tuple((goal.share, goal.median_day) for goal in bot.goals.values()),
            )
            for name, bot in found.bots.items()
        )
        never = tuple((self._titles.get(k, k), why) for k, why in found.never_happened.items())
        unused = tuple(self._titles.get(k, k) for k in found.never_used)
        return {"rows": rows, "never_happened": never, "never_used": unused}


def _play(far: Any, trial: Trial) -> None:
    """In a process of its own: plays everything, block by block."""
    with FaultTeller(far, "The playtest"):
        for block in blocks_of(trial, BLOCK):
            far.send(("games", play_block(block)))


def _test(far: Any, trial: Trial) -> None:
    """In a process of its own: tests the promises."""
    with FaultTeller(far, "The playtest"):
        compiled = trial.scenario.compiled()
        far.send(("verdicts", check_contract(compiled, min(trial.games, MOST_TESTED), trial.seed)))
