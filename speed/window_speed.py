"""How fast the window is: repaint, first frame, load at rest."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NoReturn, cast

if TYPE_CHECKING:
    from game.scenario import ScenarioCard
    from game.session.runs.runs import SavedRun
    from game.ui.services import Services
    from game.ui.window.app import App

REPAINTS = 15
REST_SECONDS = 5.0
TRIES = 3

# What a fresh process does, given a file for settings: open the window and draw the first page.
WINDOW_ALONE = """
import sys
from pathlib import Path
from game.ui.window.app import App
from game.ui.window.display import open_display
from speed.window_speed import without_game
open_display()
App(without_game(), Path(sys.argv[1])).step()
"""
# The same as the command does it: with the user's scenarios and runs behind it.
WHOLE_COMMAND = """
import sys
from pathlib import Path
import game.desk.launch, game.desk.places
from game.desk.desktop_services import DesktopServices
from game.ui.window.app import App
from game.ui.window.display import open_display
open_display()
App(DesktopServices(), Path(sys.argv[1])).step()
"""


class NoGame:
    """Services of a window that has nothing to play; whatever else the window asks for is refused by name."""

    def scenarios(self) -> "tuple[ScenarioCard, ...]":
        """There is none to choose."""
        return ()

    def saved_runs(self, most: int | None = None) -> "tuple[SavedRun, ...]":
        """There is none to continue."""
        del most
        return ()

    def number_of_runs(self) -> int:
        """There is none."""
        return 0

    def timing_due(self, runs: "tuple[SavedRun, ...]") -> bool:
        """No test is offered."""
        return bool(runs)

    def hosted_room(self) -> None:
        """This machine hosts no room."""

    def close(self) -> None:
        """Nothing runs elsewhere."""

    def __getattr__(self, name: str) -> NoReturn:
        """Refuses.

        Raises:
            LookupError: always; the measured pages need nothing else.
        """
        raise LookupError(f"a window without a game was asked for {name}")


def without_game() -> "Services":
    """The services of a window that has nothing to play."""
    return cast("Services", NoGame())


def measure() -> dict[str, float]:
    """Figures of the window on this machine.

    Returns:
        Median milliseconds of a full repaint at 1280x720 for each page, the seconds from the start of a process
        to its first frame (of the window alone, and of the command), and the load of one core at rest in per cent.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        figures = _repaints(path)
        figures["first frame (s)"] = first_frame(WINDOW_ALONE, path)
        figures["load at rest (% of a core)"] = _rest(path)
        figures["first frame of the command (s)"] = first_frame(WHOLE_COMMAND, path)
    return figures


def _repaints(path: Path) -> dict[str, float]:
    from game.ui.window.app import App
    from game.ui.window.display import open_display
    from speed import sample

    open_display()
    app = App(without_game(), path)
    figures = {}
    for name, model in sample.models(app.model.settings).items():
        app.model = model
        figures[f"repaint {name} (ms)"] = _repaint(app)
    return figures


def _repaint(app: "App") -> float:
    app.paint()
    times = []
    for _ in range(REPAINTS):
        begin = time.perf_counter()
        app.paint()
        times.append((time.perf_counter() - begin) * 1000)
    return round(median(times), 2)


def first_frame(program: str, settings: Path) -> float:
    """Seconds from the start of a fresh process to the end of its first frame, the best of some tries.

    Args:
        program: what the process does.
        settings: the file of settings that it is given.

    Raises:
        CalledProcessError: the process drew no frame.
    """
    times = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        command = [sys.executable, "-c", program, str(settings)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).resolve().parents[1])
        times.append(time.perf_counter() - begun)
    return round(min(times), 3)


def _rest(path: Path) -> float:
    """Load of one core while nothing happens, in per cent."""
    from game.ui.window.app import App

    app = App(without_game(), path)
    app.step()
    app.quiet()
    begin, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - begin < REST_SECONDS:
        app.turn()
    return round((time.process_time() - used) / (time.perf_counter() - begin) * 100, 2)
