"""A command as a shell runs it, in a copy of this process where the system can make one: nothing is loaded again."""

import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Mapping, Sequence
from tempfile import TemporaryFile
from typing import BinaryIO, NoReturn

from game.cli import code_of_command
from game.cli.printing import err, out
from game.evidence import command as evidence

CRASHED = 70
"""Exit code of a copy that ended in an error of its own."""


def run_copied(arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a command with its own arguments, environment, output and signals.

    Args:
        arguments: behind `courtship`.
        environment: in place of the one of this process.
    """
    with TemporaryFile() as printed, TemporaryFile() as told:
        copy = os.fork()
        if copy == 0:
            _become_the_command(arguments, environment, printed, told)
        _, status = os.waitpid(copy, 0)
        texts = []
        for file in (printed, told):
            file.seek(0)
            texts.append(file.read().decode("utf-8").replace("\r\n", "\n"))
    return subprocess.CompletedProcess(list(arguments), os.waitstatus_to_exitcode(status), *texts)


def _become_the_command(
    arguments: Sequence[str], environment: Mapping[str, str], printed: BinaryIO, told: BinaryIO
) -> NoReturn:
    code = CRASHED
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(printed.fileno(), 1)
        os.dup2(told.fileno(), 2)
        sys.stdin = sys.__stdin__ = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = sys.__stdout__ = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = sys.__stderr__ = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["courtship", *arguments]
        columns = environment.get("COLUMNS", "")
        for console in (out, err, evidence.out, evidence.err):
            console._width = int(columns) if columns.isdigit() else None
        code = code_of_command()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        if code == CRASHED:
            os.write(2, traceback.format_exc().encode())
        os._exit(code)
