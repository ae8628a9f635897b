"""Practice in a process of its own: what can be known this morning is kept, and questions are answered one by one."""

import contextlib
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from game.coach.practice.what_if_found import WhatIfToday
from game.coach.practice.what_if_today import KnownMorning, known_morning, warmed_up, what_if_today
from game.desk.background.worker import FarWork, FaultTeller, Worker, give_way
from game.desk.given import Given
from game.engine.digest import digest
from game.session.entries import AskWhatIf, PlanMove
from game.session.playthrough import Playthrough
from game.session.runs.resuming import replayed

WHAT, AGAIN = "Weighing the choices", "Ask once more to let it try again."


@dataclass(frozen=True)
class _Question:
    """What is asked of the process."""

    number: int
    morning: str  # digest of the morning that is meant
    plan: tuple[PlanMove, ...]  # of that day
    asked: AskWhatIf | None = None  # None to find out what can be known, while one still chooses


class PracticeProcess(FarWork[WhatIfToday]):
    """Weighs choices of one run; `look` tells how far it is with the last question."""

    def __init__(self, record: Path, runs: Path) -> None:
        """Begins.

        Args:
            record: of the run.
            runs: the folder of runs, beside which is kept what may be opened.
        """
        questions, self._questions = get_context("spawn").Pipe(duplex=False)
        super().__init__(WhatIfToday(running=False), Worker(_practise, record, runs, questions), WHAT, AGAIN)
        questions.close()
        self._number = 0

    @property
    def is_there(self) -> bool:
        """Whether it can still be asked."""
        return self._worker.running

    def ask(self, now: Playthrough, asked: AskWhatIf | None = None) -> None:
        """Asks, or lets it find out what can be known; an earlier question is not gone on with.

        Args:
            now: the run as it stands.
            asked: two choices; None while one still chooses.
        """
        self._number += 1
        self._found = WhatIfToday(running=asked is not None)
        question = _Question(self._number, digest(now.position), tuple(now.plan.values()), asked)
        with contextlib.suppress(OSError):  # a process that is gone is told by `look`
            self._questions.send(question)

    def _told(self, _: str, value: Any, /) -> WhatIfToday:
        number, found = value
        return found if number == self._number else self._found

    def stop(self) -> None:
        """Ends it."""
        super().stop()
        self._questions.close()


def _practise(far: Any, record: Path, runs: Path, questions: "Connection[Any, _Question]") -> None:
    """In a process of its own: answers questions until the window is gone."""
    with FaultTeller(far, WHAT):
        give_way()
        now: Playthrough | None = None
        known: KnownMorning | None = None
        while (question := _next(questions)) is not None:
            if now is None or known is None or question.morning != digest(now.position):
                now = replayed(record, Given(runs).may_open).playthrough
                known = known_morning(now)
                warmed_up(known)
            _answer(far, now, known, question, questions)


def _next(questions: "Connection[Any, _Question]") -> _Question | None:
    try:
        return questions.recv()
    except (EOFError, OSError):
        return None


def _answer(
    far: Any, now: Playthrough, known: KnownMorning, question: _Question, questions: "Connection[Any, _Question]"
) -> None:
    """Tells what comes of a question, until another one comes."""
    if question.asked is None:
        return
    planned = replace(now, plan=dict(enumerate(question.plan)))
    for found in what_if_today(planned, question.asked, known):
        far.send(("found", (question.number, found)))
        if questions.poll():
            return
