"""Games of the sandbox in a process of its own that stays, so that the picture follows a slider soon."""

import contextlib
from multiprocessing import get_context
from typing import Any

from game.desk.background.worker import FaultTeller, why_gone
from game.lab.sandbox.compared import (
    FIGURES,
    PEOPLE,
    PLAYERS,
    TITLES,
    PlayedByRules,
    at_once,
    thirty_people,
)
from game.lab.sandbox.sliders import SLIDERS, command_of
from game.ui.workshop.sandbox_values import MovedFigure, SandboxBot, SandboxSeen, SliderSeen

GAMES, SANDBOX_SEED = 8, 0  # few, so that they are played while one waits
WHAT, AGAIN = "The sandbox", "Leave it and come back to try again."
BOT_TITLES = {"patient": "Asks in time", "pushy": "Pushes", "never_asks": "Never asks"}
SEEN = tuple(SliderSeen(s.id, s.title, s.says, s.published, s.stops) for s in SLIDERS.values())


class SandboxProcess:
    """Plays what is asked for last; `look` tells what is known by now."""

    def __init__(self) -> None:
        """Begins with the shipped rules."""
        context = get_context("spawn")
        self._near, far = context.Pipe()
        self._process = context.Process(target=_play, args=(far,), daemon=True)
        self._process.start()
        far.close()
        self._found = SandboxSeen(SEEN, (1.0,) * len(SEEN))
        self._asked: tuple[float, ...] = ()

    def look(self, positions: tuple[float, ...]) -> SandboxSeen:
        """What is known by now; what is asked for anew is played.

        Args:
            positions: factors in the order of the sliders; none for the shipped rules.
        """
        wanted = positions or (1.0,) * len(SEEN)
        try:
            if wanted != self._asked:
                self._asked = wanted
                self._near.send(wanted)
            while self._near.poll():
                kind, value = self._near.recv()
                self._found = value if kind == "played" else SandboxSeen(SEEN, wanted, problem=value)
        except (EOFError, OSError):
            if not self._found.problem:
                self._process.join(2)
                problem = f"{why_gone(WHAT, self._process.exitcode)} {AGAIN}"
                self._found = SandboxSeen(SEEN, wanted, problem=problem)
        return self._found

    def end(self) -> None:
        """Ends it; it holds nothing that could be lost."""
        self._process.terminate()
        self._process.join(2)
        self._near.close()


def line_of(positions: tuple[float, ...]) -> str:
    """The command that gives the figures of the window again."""
    return command_of(dict(zip(SLIDERS, positions, strict=True)), "", SANDBOX_SEED, GAMES)


def _play(far: Any) -> None:
    """In a process of its own: plays what is asked for, and of several wishes only the last."""
    with FaultTeller(far, WHAT), contextlib.suppress(EOFError):
        shipped = at_once(thirty_people(), {}, SANDBOX_SEED, GAMES)
        while True:
            wanted = far.recv()
            while far.poll():
                wanted = far.recv()
            changed = at_once(thirty_people(), dict(zip(SLIDERS, wanted, strict=True)), SANDBOX_SEED, GAMES)
            seen = tuple(_seen(name, shipped[name], changed[name]) for name in PLAYERS)
            far.send(("played", SandboxSeen(SEEN, wanted, seen, GAMES)))


def _seen(name: str, shipped: PlayedByRules, changed: PlayedByRules) -> SandboxBot:
    """One bot by both rules, as the window shows it."""
    figures = tuple(
        MovedFigure(
            f"{TITLES[f]} of {PEOPLE}" if f == "gone" else TITLES[f],
            float(shipped.figures[f].mean()),
            float(changed.figures[f].mean()),
        )
        for f in FIGURES
    )
    return SandboxBot(
        BOT_TITLES[name], tuple(shipped.trust[:, 1].tolist()), tuple(changed.trust[:, 1].tolist()), figures
    )
