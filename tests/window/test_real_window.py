"""A real window under Xvfb, driven by xdotool: what the tests of the screens cannot see.

Pictures of every step are kept in artefacts/window/.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

from tests.window.journey import SIZE, Desk, RealHands, a_week_is_on_the_disk, play_a_week
from tests.window.tour import a_package_was_added, tour_the_workshop

PROGRAMS = ("Xvfb", "openbox", "xdotool", "import")
ARTEFACTS = Path(__file__).parent.parent.parent / "artefacts" / "window"
WORKSHOP = ARTEFACTS.with_name("workshop")

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(
        any(shutil.which(p) is None for p in PROGRAMS),
        reason=f"needs {', '.join(PROGRAMS)}: apt-get install xvfb openbox xdotool imagemagick",
    ),
]


@pytest.fixture
def screen():
    """A virtual screen with a window manager; its environment."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1600x900x24", "-nolisten", "tcp"],
        pass_fds=[write_end], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    environment = {k: v for k, v in os.environ.items() if k not in {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY"}}
    environment |= {"DISPLAY": f":{number}", "SDL_AUDIODRIVER": "dummy", "SDL_FRAMEBUFFER_ACCELERATION": "0"}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        for _ in range(2):  # on a busy machine it may come before the display does, and go again
            if manager.poll() is None and is_managed(environment):
                break
            manager.kill()
            manager.wait()
            manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        else:
            assert is_managed(environment), "no window manager answered"
        yield environment
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(timeout=10)


def is_managed(environment) -> bool:
    """Whether windows are managed within a minute: one that opens before that may wait for ever to be shown."""
    for _ in range(600):
        if asked(environment, "get_num_desktops") not in ([], ["0"]):
            return True
        time.sleep(0.1)
    return False


def asked(environment, *arguments: str) -> list[str]:
    """What xdotool answers, line by line; nothing when it found nothing."""
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, env=environment, check=False)
    return done.stdout.split("\n")[:-1]


def window_of(environment, process) -> str:
    """The game's window, as soon as it is there. (Debian's xdotool finds windows by class and not by name.)"""
    for _ in range(600):
        assert process.poll() is None, process.stderr.read()
        for window in asked(environment, "search", "--onlyvisible", "--class", "."):
            if asked(environment, "getwindowname", window) == ["Courtship"]:
                return window
        time.sleep(0.1)
    raise AssertionError("no window appeared within a minute")


def likeness(left: pygame.Surface, right: pygame.Surface) -> float:
    """Share of pixels that differ by no more than a shade."""
    import numpy as np

    a, b = (pygame.surfarray.array3d(s).astype(int) for s in (left, right))
    return float((np.abs(a - b).max(axis=2) <= 24).mean())


def home_of(tmp_path: Path, screen: dict[str, str]) -> tuple[Path, dict[str, str]]:
    """A home folder for a player who wants no motion, and the environment in which it is the home."""
    home = tmp_path / "home"
    environment = screen | {
        "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
    }  # fmt: skip
    settings = home / "config" / "courtship" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"reduced_motion": true}', encoding="utf-8")
    return home, environment


@contextmanager
def hands_on_the_game(tmp_path: Path, environment: dict[str, str], pictures: Path) -> Iterator[RealHands]:
    """The game in its window, and hands that play it."""
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    with subprocess.Popen(
        [sys.executable, "-m", "game"], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            window = window_of(environment, process)
            subprocess.run(["xdotool", "windowsize", "--sync", window, *map(str, SIZE)], env=environment, check=False)
            subprocess.run(["xdotool", "windowfocus", "--sync", window], env=environment, check=False)
            time.sleep(0.5)
            yield RealHands(Desk(tmp_path / "desk"), window, pictures, environment)
            time.sleep(0.3)
        finally:
            process.terminate()


def test_a_week_in_a_real_window(tmp_path, screen):
    """From the title to the debrief by mouse and keyboard; the window shows what the tests of the screens see."""
    home, environment = home_of(tmp_path, screen)
    with hands_on_the_game(tmp_path, environment, ARTEFACTS) as hands:
        play_a_week(hands)
        desk = hands.desk

    from game.session.record.journal import read

    a_week_is_on_the_disk(desk)
    (record,) = (home / "data" / "courtship" / "runs").glob("*.jsonl")
    (mirror,) = desk.runs.glob("*.jsonl")
    assert read(record).entries == read(mirror).entries
    last = max(ARTEFACTS.glob("*.png"))
    assert likeness(pygame.image.load(last), desk.app.screen) > 0.98


def test_the_workshop_in_a_real_window(tmp_path, screen):
    """A scenario from nothing to a package and back by mouse and keyboard: what the mirror has, the window has."""
    home, environment = home_of(tmp_path, screen)
    mine = home / "data" / "courtship"
    with hands_on_the_game(tmp_path, environment, WORKSHOP) as hands:
        tour_the_workshop(hands, [mine / "scenarios", hands.desk.scenarios])
        desk = hands.desk

    a_package_was_added(desk)
    assert (mine / "packages" / "quay_street.zip").is_file()
    for name in ("quay_street", "quay_street_2"):
        file = Path(name) / "scenario.yaml"
        assert (mine / "scenarios" / file).read_bytes() == (desk.scenarios / file).read_bytes()
