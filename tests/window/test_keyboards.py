"""Keyboards of ten countries on a real display: every key that a screen announces arrives under its name."""

import queue
import shutil
import subprocess
import sys
import threading
import time

import pytest

from tests.ui.window.keys.layouts import ENGLISH, LATIN, LAYOUTS, x_keycode
from tests.window.test_real_window import PROGRAMS, screen, window_of

__all__ = ["screen"]
NEEDED = (*PROGRAMS, "setxkbmap")
NAMED = {"Enter": "Return", "Esc": "Escape", "Space": "space", "Up": "Up", "Left": "Left", "Right": "Right",
         "Down": "Down", "Backspace": "BackSpace", "F1": "F1", "PgDn": "Next", "Tab": "Tab"}  # fmt: skip
SIGNS = {"?": "question", "[": "bracketleft", "]": "bracketright"}

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(any(shutil.which(p) is None for p in NEEDED), reason=f"needs {', '.join(NEEDED)}"),
]


@pytest.fixture
def keyboard(screen):
    """A function that presses one key of the window, by X's name or number, and gives what arrived."""
    arrived: queue.Queue[str] = queue.Queue()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.window.key_names"], env=screen, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    ) as process:  # fmt: skip
        try:
            window = window_of(screen, process)
            subprocess.run(["xdotool", "windowfocus", "--sync", window], env=screen, check=False)
            threading.Thread(target=lambda: [arrived.put(line.strip()) for line in process.stdout], daemon=True).start()

            def press(key: object) -> set[str]:
                subprocess.run(["xdotool", "key", "--clearmodifiers", str(key)], env=screen, check=True)
                found, until = set(), time.monotonic() + 3
                while time.monotonic() < until and not found - {"-"}:
                    try:
                        found.add(arrived.get(timeout=0.2))
                    except queue.Empty:
                        continue
                while not arrived.empty():
                    found.add(arrived.get())
                return found

            yield press
        finally:
            process.kill()  # a window that waits for an event may not hear a kinder signal


def test_every_key_on_ten_keyboards(keyboard, screen):
    """Letters by what is written on the keys, or by place where that is no Latin letter; digits, signs, named keys."""
    wrong = []
    for layout in (*LAYOUTS, "fr bepo"):
        name, _, variant = layout.partition(" ")
        subprocess.run(["setxkbmap", "-layout", name, "-variant", variant], env=screen, check=True)
        time.sleep(0.5)
        latin = name in LATIN
        letters = [letter for row in ENGLISH for letter in row if letter.isalpha()]
        keys = {letter.upper(): letter if latin else x_keycode(letter) for letter in letters}
        keys |= {digit: x_keycode(digit) for digit in "1234567890"}
        keys |= {sign: name for sign, name in SIGNS.items() if latin or sign == "?"} | NAMED
        wrong += [(layout, key, found) for key, sym in keys.items() if key not in (found := keyboard(sym))]
    assert not wrong
