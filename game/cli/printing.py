"""Printing: figures as tables or JSON, errors as sentences."""

from typing import Annotated, Any, NoReturn

import typer

from game.errors import MISUSED
from game.terminal import Terminal, told, visible

Json = Annotated[bool, typer.Option("--json", help="Print figures as JSON.")]
"""The option of commands that print figures."""

out = Terminal()
err = Terminal(stderr=True)


plain = visible
"""Text as it may stand inside of another one."""


def fail(message: str, code: int = MISUSED) -> NoReturn:
    """Ends the command with a sentence."""
    err.print(told(message), style="bold red" if err.is_terminal else "", markup=False, soft_wrap=True)
    raise typer.Exit(code)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    out.write_json(value)
