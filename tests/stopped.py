"""A command of ours that somebody stops with Ctrl-C once it has begun."""

import signal
import subprocess
import sys
import time
from pathlib import Path


def stopped(arguments: tuple[str, ...], file: Path, enough: int = 5_000) -> tuple[int, str, str]:
    """Starts a command and sends SIGINT once a file of its results has grown; gives exit code, output and messages.

    Args:
        arguments: of `courtship`.
        file: that the command writes.
        enough: bytes in it.
    """
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from game.cli import main; main()"
    )
    command = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    for _ in range(600):
        if file.exists() and len(file.read_bytes()) > enough:
            break
        time.sleep(0.1)
    command.send_signal(signal.SIGINT)
    told, says = command.communicate(timeout=120)
    return command.returncode, told, says
