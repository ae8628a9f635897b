"""How fast the window is: repaint, first frame, load at rest."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from game.ui.workshop.workshop_values import WorkshopServices

REPAINTS = 15
REST_SECONDS = 5.0
TRIES = 3

# What a fresh process does: open the window, draw the first page, say how long the process lived.
FIRST_FRAME = """
import os, sys, time
from pathlib import Path
from game.ui.window.app import App, open_display
from speed.window_speed import NoGame
open_display()
app = App(NoGame(), Path(sys.argv[1]))
app.step()
print("done", flush=True)
"""


class NoGame:
    """Services without scenarios and runs."""

    @property
    def workshop(self) -> WorkshopServices:
        """Refuses."""
        raise LookupError("there is no workshop to measure")

    def scenarios(self) -> tuple:
        """None."""
        return ()

    def saved_runs(self) -> tuple:
        """None."""
        return ()

    def start(self, scenario_id: str, seed: int | None):
        """Refuses."""
        raise LookupError(f"there is no scenario {scenario_id} with seed {seed} to measure")

    def again(self, game: object):
        """Refuses."""
        raise LookupError(f"there is no {game} to play again")

    def resume(self, path: str | Path):
        """Refuses."""
        raise LookupError(f"there is no run {path} to measure")

    def saved(self, game: object) -> None:
        """Nothing."""
        del game

    def debrief(self, game: object):
        """Refuses."""
        raise LookupError(f"there is no debrief of {game}")

    def reasons(self, game: object, follower: str, day: int) -> tuple:
        """Refuses."""
        raise LookupError(f"there are no reasons for {follower} on day {day} of {game}")

    def close(self) -> None:
        """Nothing runs elsewhere."""


def measure() -> dict[str, float]:
    """Figures of the window on this machine.

    Returns:
        Median milliseconds of a full repaint at 1280x720 for each page, the seconds from the start of a process
        to its first frame, and the load of one core at rest in per cent.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        figures = _repaints(path)
        figures["first frame (s)"] = first_frame(path)
        figures["load at rest (% of a core)"] = _rest(path)
    return figures


def _repaints(path: Path) -> dict[str, float]:
    from game.ui.window.app import App, open_display
    from speed import sample

    open_display()
    app = App(NoGame(), path)
    figures = {}
    for name, model in sample.models(app.model.settings).items():
        app.model = model
        figures[f"repaint {name} (ms)"] = _repaint(app)
    return figures


def _repaint(app) -> float:
    app.paint()
    times = []
    for _ in range(REPAINTS):
        begin = time.perf_counter()
        app.paint()
        times.append((time.perf_counter() - begin) * 1000)
    return round(median(times), 2)


def first_frame(path: Path) -> float:
    """Seconds from the start of a fresh process to its first frame, the best of some tries."""
    times = []
    for _ in range(TRIES):
        begin = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", FIRST_FRAME, str(path)], stdout=subprocess.PIPE, text=True, cwd=_root()
        ) as child:
            assert child.stdout is not None
            said = child.stdout.read()
        times.append(time.perf_counter() - begin)
        if "done" not in said:
            raise RuntimeError("expected the window to draw its first frame, but its process ended before")
    return round(min(times), 3)


def _root() -> str:
    """Where `game` can be imported from."""
    return str(Path(__file__).resolve().parents[1])


def _rest(path: Path) -> float:
    """Load of one core while nothing happens, in per cent."""
    from game.ui.window.app import App

    app = App(NoGame(), path)
    app.step()
    app.quiet()
    begin, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - begin < REST_SECONDS:
        app.turn()
    return round((time.process_time() - used) / (time.perf_counter() - begin) * 100, 2)
