"""The look forward in a process of its own: it reads your runs, tells your habits, and plays on by them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from game.coach.forward.forward_values import ForwardNews
from game.coach.forward.looked_forward import MOST_RUNS, habits_of, steps_forward
from game.coach.forward.went_on import GAMES
from game.desk.background.worker import FaultTeller, Worker, give_way
from game.desk.given import Given
from game.desk.own_runs import FORWARD_SEED, NONE_YET, forward_of, own_records, repeated
from game.errors import Refused

LOST = "The look forward ended by itself, perhaps for want of memory. Leave the page and come back to let it try again."


class ForwardProcess:
    """The look forward at work; `look` tells how far it has come."""

    def __init__(self, runs: Path, denied: frozenset[str], known: ForwardNews | None = None) -> None:
        """Begins.

        Args:
            runs: the folder of runs.
            denied: claims that the player has denied.
            known: what was told before of the same runs, which is shown until there is more.
        """
        before = known.habits if known is not None else ()
        self._news = ForwardNews(tuple(replace(habit, denied=habit.claim in denied) for habit in before))
        self._worker = Worker(_look_forward, runs, denied)

    def look(self) -> ForwardNews:
        """How far it is, from what has come through the pipe."""
        for kind, value in self._worker.news():
            if kind == "steps":
                self._news = replace(self._news, done=value[0], steps=value[1])
            elif kind == "habits":
                self._news = replace(self._news, habits=value)
            elif kind == "found":
                self._news = replace(self._news, found=value, habits=value.habits, running=False)
            else:
                self._news = replace(self._news, running=False, problem=value)
        if not self._worker.running and self._news.running:
            self._news = replace(self._news, running=False, problem=LOST)
        return self._news

    def stop(self) -> None:
        """Ends it."""
        self._worker.end()


def _look_forward(far: Any, folder: Path, denied: frozenset[str]) -> None:
    """In a process of its own: reads the runs, and plays on."""
    with FaultTeller(far, "The look forward"):
        give_way()
        records = own_records(folder)[-MOST_RUNS:]
        steps, taken = len(records) + steps_forward(), 0

        def done(count: int) -> None:
            nonlocal taken
            taken += count
            far.send(("steps", (taken, steps)))

        runs, _ = repeated(records, Given(folder).may_open, done)
        if not runs:
            raise Refused(NONE_YET)
        far.send(("habits", habits_of(runs, runs[-1].setup.speaker.title, denied)[1]))
        far.send(("found", forward_of(runs, None, FORWARD_SEED, GAMES, denied, done)))
