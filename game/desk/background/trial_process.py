"""A playtest that runs in processes of its own, so that the window goes on: one plays, one tests the lesson.

Nothing waits here: whoever asks how far it is gets what has come through the pipes by then.
"""

import time
from typing import Any

from game.bots.contract import MOST_TESTED, PromiseVerdict, check_contract
from game.bots.registry import bots
from game.desk.background.worker import FaultTeller, Worker, why_gone
from game.lab.playing.blocks import Trial, blocks_of, play_block, trial_of
from game.lab.playing.games import Game
from game.lab.playing.players import players
from game.lab.playing.results import in_order
from game.lab.playing.run import Results
from game.lab.reports.lesson import lesson_of
from game.lab.reports.played_findings import LISTENED, played_findings
from game.lab.reports.playtest import playtest
from game.lab.reports.playtest_lint import fair_games, games_giving_in, pushers_ahead
from game.lab.reports.said import listen_to
from game.scenario import Loaded
from game.scenario.problems.problems import Problem
from game.ui.workshop.workshop_values import Row, TestedPromise, Trials

BLOCK = 20  # games handed over at a time: often enough for a bar that moves
WHAT, AGAIN = "The playtest", "Nothing can be said of this run; try again."


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
        self._problems: tuple[Problem, ...] = ()
        self._ahead: frozenset[tuple[str, int]] = frozenset()
        self._examined = False
        scenario = self._trial.scenario.scenario
        self._titles = {k: e.title for part in (scenario.timeline, scenario.content, scenario.goals)
                        for k, e in part.items()}  # fmt: skip
        self._goals = tuple(goal.title for goal in scenario.goals.values())
        self._lesson = "testing"
        self._promised = bool(scenario.contract)
        self._problem = ""
        self._tables: dict[str, Any] = {}
        self._counted, self._next_look = -1, 0.0
        self._workers = [Worker(_play, self._trial, loaded)]
        if self._promised:
            self._workers.append(Worker(_test, self._trial))
        self._tested = not self._promised

    def look(self) -> Trials:
        """How far the playtest is, from what has come through the pipes."""
        for worker in self._workers:
            for kind, value in worker.news():
                if kind == "games":
                    self._games += value
                elif kind == "verdicts":
                    self._verdicts, self._tested = value, True
                elif kind == "findings":
                    self._problems, self._ahead, self._examined = value
                else:
                    self._fail(value)
            if why := self._gone(worker):
                self._fail(why)
        if self._tested and self._examined and self._lesson == "testing":
            self._lesson = "done"
        running = any(w.running for w in self._workers)
        self._count(at_once=not running)
        return Trials(
            self._version, self._trial.games, len(self._games), self._trial.total, running,
            goals=self._goals, promises=tuple(TestedPromise(v.promise, v.kept, v.says) for v in self._verdicts),
            lesson=self._lesson, verdict=self._verdict(), problem=self._problem, findings=self._problems,
            ahead=self._ahead, **self._tables,
        )  # fmt: skip

    def _verdict(self) -> str:
        """What is to be said of the lesson, once everything that bears on it is known."""
        if self._lesson != "done":
            return ""
        return lesson_of(self._verdicts, self._problems, promised=self._promised, tested=True).says

    def _gone(self, worker: Worker) -> str:
        """Why a process is gone before its work was done, or ""."""
        if worker.running or self._problem:
            return ""
        done = self._examined if worker is self._workers[0] else self._tested
        return "" if done else f"{why_gone(WHAT, worker.code)} {AGAIN}"

    def _fail(self, problem: str) -> None:
        """A fault ends it: what came by then may be half of the truth, so none of it is told."""
        self._problem = self._problem or problem
        self._games, self._verdicts, self._problems, self._ahead = [], (), (), frozenset()
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
                pushes=bots()[name].pushes,
            )
            for name, bot in found.bots.items()
        )
        never = tuple((self._titles.get(k, k), why) for k, why in found.never_happened.items())
        unused = tuple(self._titles.get(k, k) for k in found.never_used)
        return {"rows": rows, "never_happened": never, "never_used": unused}


def _play(far: Any, trial: Trial, loaded: Loaded) -> None:
    """In a process of its own: plays everything, block by block, and looks at what that shows."""
    with FaultTeller(far, WHAT):
        played: list[Game] = []
        for block in blocks_of(trial, BLOCK):
            games = play_block(block)
            played += games
            far.send(("games", games))
        results = Results(trial, tuple(in_order(played, trial)))
        games_of, count = fair_games(results), len(trial.scenario.scenario.goals)
        ahead = frozenset((bot, i) for i in range(count) for bot in pushers_ahead(games_of, i))
        gave_in = games_giving_in(results)
        far.send(("findings", (played_findings(loaded, results, None, 0, gave_in), ahead, False)))
        listened = min(LISTENED, trial.games)
        found = played_findings(loaded, results, listen_to(trial, listened), listened, gave_in)
        far.send(("findings", (found, ahead, True)))


def _test(far: Any, trial: Trial) -> None:
    """In a process of its own: tests the promises."""
    with FaultTeller(far, WHAT):
        compiled = trial.scenario.compiled()
        far.send(("verdicts", check_contract(compiled, min(trial.games, MOST_TESTED), trial.seed)))
