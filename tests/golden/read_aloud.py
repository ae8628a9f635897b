"""What the voice says of a whole first day of First Hello, played by keyboard: a speech engine that writes it down."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.golden.states import FOLDER

if TYPE_CHECKING:
    from tests.window.journey import Desk

READ_ALOUD = FOLDER / "first_day_read_aloud.txt"
SEED = "7"
ENGINE = """#!/bin/sh
test "$1" = -- && shift
test $# = 1 && printf '%s\\n' "$1" >> "$SPOKEN_WORDS"
"""


@contextmanager
def engine_that_writes(folder: Path) -> Iterator[Path]:
    """The file in which the only speech engine there is writes down what it is told; one argument is one line."""
    programs, words = folder / "programs", folder / "spoken.txt"
    programs.mkdir()
    (programs / "espeak-ng").write_text(ENGINE, encoding="utf-8")
    (programs / "espeak-ng").chmod(0o755)
    before = os.environ["PATH"]
    os.environ["PATH"], os.environ["SPOKEN_WORDS"] = f"{programs}{os.pathsep}/bin", str(words)
    try:
        yield words
    finally:
        os.environ["PATH"] = before
        del os.environ["SPOKEN_WORDS"]


def first_day_read_aloud() -> str:
    """Each key that is pressed, and below it what is heard."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    from game.ui.common.shared_actions import Start
    from game.ui.play.play_state import NightPage
    from tests.window.journey import Desk

    with tempfile.TemporaryDirectory() as folder, engine_that_writes(Path(folder)) as words:
        desk, told, heard = Desk(Path(folder)), [], 0
        desk.app.act(Start("first_hello", SEED))
        desk.app.step()

        def press(*keys: str) -> None:
            nonlocal heard
            for key in keys:
                desk.press(key)
                hear_out(desk)
                lines = words.read_text(encoding="utf-8").splitlines() if words.exists() else []
                told.extend([f"[{key}]", *lines[heard:], ""])
                heard = len(lines)

        press("v")
        while desk.model.dialog is not None:
            press("Return")
        press("Down", "1", "Return", "Down")
        while not desk.app.hands.focus.startswith("group."):
            press("Tab")
        press("Right", "1", "Return", "e", "Return")
        while isinstance(desk.model.page, NightPage):
            press("Return")
        press("v")
        desk.app.audible.close()
    return "\n".join(told)


def hear_out(desk: "Desk") -> None:
    """Waits until the voice has said all of it."""
    while desk.app.audible.speaks:
        time.sleep(0.005)
