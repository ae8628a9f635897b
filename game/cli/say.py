"""Printing: figures as tables or JSON, errors as sentences."""

import json
import sys
from typing import Any, NoReturn

import typer
from rich.console import Console

FAILED, MISUSED = 1, 2

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def plain(text: str) -> str:
    r"""Text that cannot steer a terminal: control characters are shown, not obeyed.

    >>> plain("red" + chr(27) + "[31m")
    'red\\x1b[31m'
    """
    return "".join(c if c == "\n" or c.isprintable() else repr(c)[1:-1] for c in text)


def fail(message: str, code: int = MISUSED) -> NoReturn:
    """Ends the command with a sentence."""
    err.print(plain(message), style="bold red" if err.is_terminal else "", markup=False, soft_wrap=True)
    raise typer.Exit(code)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
