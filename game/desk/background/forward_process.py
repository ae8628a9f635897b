"""The look forward in a process of its own: it reads your runs, tells your habits, and plays on by them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from game.coach.forward.forward_values import ForwardNews
from game.coach.forward.looked_forward import MOST_RUNS, habits_of, steps_forward
from game.coach.forward.went_on import GAMES
from game.desk.background.worker import FarWork, FaultTeller, Worker, give_way
from game.desk.given import Given
from game.desk.own_runs import FORWARD_SEED, NONE_YET, forward_of, own_records, repeated
from game.errors import Refused

WHAT, AGAIN = "The look forward", "Leave the page and come back to let it try again."


class ForwardProcess(FarWork[ForwardNews]):
    """The look forward at work."""

    def __init__(self, runs: Path, denied: frozenset[str], known: ForwardNews | None = None) -> None:
        """Begins.

        Args:
            runs: the folder of runs.
            denied: claims that the player has denied.
            known: what was told before of the same runs, which is shown until there is more.
        """
        before = known.habits if known is not None else ()
        begun = ForwardNews(tuple(replace(habit, denied=habit.claim in denied) for habit in before))
        super().__init__(begun, Worker(_look_forward, runs, denied), WHAT, AGAIN)

    def _told(self, kind: str, value: Any, /) -> ForwardNews:
        if kind == "steps":
            return replace(self._found, done=value[0], steps=value[1])
        if kind == "habits":
            return replace(self._found, habits=value)
        return replace(self._found, found=value, habits=value.habits, running=False)


def _look_forward(far: Any, folder: Path, denied: frozenset[str]) -> None:
    """In a process of its own: reads the runs, and plays on."""
    with FaultTeller(far, WHAT):
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
