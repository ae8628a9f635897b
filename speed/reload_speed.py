"""How soon a save of the scenario's file shows in the running game: a month of days played again, and painted."""

import os
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from game.resources import SCENARIOS

SAVES = 12
REST_SECONDS = 3.0
PATIENCE = 5.0  # seconds after which a save counts as not noticed
WHEN = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)
PACES = ("slow", "steady")


def measure(saves: int = SAVES, rest: float = REST_SECONDS) -> dict[str, float]:
    """Figures of taking saves on the last morning of *The Slow Roast*.

    Args:
        saves: how many are made.
        rest: seconds for which the load at rest is watched.

    Returns:
        Days played again; milliseconds from the end of the save until the changed picture is shown, the usual and the
        worst, and the same for a save with an error; the load of one core while the file is watched, in per cent.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "slow_roast.yaml"
        shutil.copy(SCENARIOS / "slow_roast.yaml", file)
        app, days = _on_the_last_morning(folder, file)
        text = file.read_text(encoding="utf-8")
        good, bad = [], []
        for number in range(saves):
            old, new = (PACES, PACES[::-1])[number % 2]
            text = text.replace(f"    pace: {old}", f"    pace: {new}", 1)
            good.append(_shown_after(app, file, text, number))
            bad.append(_shown_after(app, file, text + "\nnonsense: 1\n", number))
        load = _load(app, rest)
    return {
        "days played again": float(days),
        "save to picture, usual (ms)": round(median(good), 1),
        "save to picture, worst (ms)": round(max(good), 1),
        "save to messages, usual (ms)": round(median(bad), 1),
        "save to messages, worst (ms)": round(max(bad), 1),
        "load at rest, watching (% of a core)": round(load, 2),
    }


def _on_the_last_morning(folder: Path, file: Path) -> tuple[Any, int]:
    """The window on a run whose days a bot has played but for the last; and how many those are."""
    from game.bots.registry import bots
    from game.desk.desktop_services import DesktopServices
    from game.desk.given import Given
    from game.lab.playing.through_session import play_session
    from game.session.runs.runs import start
    from game.ui.play.play_actions import Resume
    from game.ui.window.app import App
    from game.ui.window.display import open_display

    Given(folder / "runs").keep(file)
    session = start(file, 7, folder / "runs", WHEN, live=True)
    play_session(session, bots()["patient"], session.playthrough.compiled.scenario.days)
    assert session.path is not None
    open_display()
    app = App(DesktopServices(folder / "runs"), folder / "settings.json")
    app.act(Resume(str(session.path)))
    app.step()
    return app, len(session.playthrough.history)


def _shown_after(app: Any, file: Path, text: str, number: int) -> float:
    """Milliseconds from the end of a save until its outcome is on the screen."""
    import pygame

    from game.ui.window.app import QUIET_WAIT

    app.quiet()
    for _ in range(4):
        app.turn()
    time.sleep(0.01 * (number % 6))  # another moment between two looks each time
    before = app.model.saved
    file.write_text(text, encoding="utf-8")
    begun = time.perf_counter()
    while app.model.saved is before:
        app.step()
        if app.model.saved is not before:
            break
        pygame.time.wait(QUIET_WAIT)
        if time.perf_counter() - begun > PATIENCE:
            raise RuntimeError("expected the window to notice the save")
    return (time.perf_counter() - begun) * 1000.0


def _load(app: Any, seconds: float) -> float:
    """Per cent of a core while nothing is saved."""
    app.quiet()
    begun, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - begun < seconds:
        app.turn()
    return (time.process_time() - used) / (time.perf_counter() - begun) * 100.0
