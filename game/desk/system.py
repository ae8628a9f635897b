"""Asking the system to open a folder or a file in a window of its own, as a double click would."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

from game.files import is_there

WAIT = 1.5  # seconds in which a program that cannot do it says so, on a busy machine toofrom game.files import is_there


def open_outside(path: Path) -> str:
    """Opens a folder or a file with the program the system has for it; this one goes on.

    Returns:
        "" when it was handed over, else a sentence that says where it is.
    """
    if not is_there(path):
        return f"{path} is no longer there."
    if sys.platform == "win32":
        return _on_windows(path)
    opener = which("open") if sys.platform == "darwin" else which("xdg-open")
    if opener is None:
        return f"Nothing here can open it. It is at {path}"
    try:
        started = subprocess.Popen(
            [opener, str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        code = started.wait(WAIT)
    except subprocess.TimeoutExpired:
        return f"The system was asked to open it. If nothing comes up, it is at {path}"
    except OSError:
        code = 1
    return "" if code == 0 else f"Nothing here can open it. It is at {path}"


def _on_windows(path: Path) -> str:
    try:
        os.startfile(path)  # type: ignore[attr-defined]  # noqa: S606 - what a double click does
    except OSError:
        return f"Nothing here can open it. It is at {path}"
    return ""
