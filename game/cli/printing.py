"""Printing: figures as tables or JSON, errors as sentences."""

from pathlib import Path
from textwrap import fill
from typing import Annotated, Any, NoReturn

import typer

from game.errors import FAILED, MISUSED
from game.files import is_folder, not_written, write_over
from game.terminal import Terminal, told, visible

Json = Annotated[bool, typer.Option("--json", help="Print figures as JSON.")]
"""The option of commands that print figures."""

out = Terminal()
err = Terminal(stderr=True)


plain = visible
"""Text as it may stand inside of another one."""


def tell(text: str, to: Terminal | None = None) -> None:
    """Prints prose: each of its lines is wrapped between words, and goes on as far in as it began.

    Args:
        text: lines.
        to: where; left out, standard output. What is no terminal and says no width gets lines of 80 characters.
    """
    to = to or out
    for line in visible(text).rstrip("\n").split("\n"):
        to.print(wrapped(line, to.width, 2 if line.lstrip(" ").startswith("- ") else 0), markup=False, soft_wrap=True)


def wrapped(line: str, width: int, hang: int = 0) -> str:
    """A line as lines that are no wider than a width, as long as its words are not.

    Args:
        line: with spaces before it, if it stands further in.
        width: columns.
        hang: how much further in than the first the other lines begin.

    >>> print(wrapped("  Ada was ready on day 4", 16))
      Ada was ready
      on day 4
    """
    words = line.lstrip(" ")
    margin = " " * min(len(line) - len(words), width // 3)
    further = " " * min(len(margin) + hang, width // 3)
    found = fill(words, width, initial_indent=margin, subsequent_indent=further, break_long_words=False,
                 break_on_hyphens=False)  # fmt: skip
    return found if words else ""


def fail(message: str, code: int = MISUSED) -> NoReturn:
    """Ends the command with a sentence."""
    err.print(told(message), style="bold red" if err.is_terminal else "", markup=False, soft_wrap=True)
    raise typer.Exit(code)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    out.write_json(value)


def write_result(to: Path, data: bytes) -> None:
    """Writes what a command has made into a file; what hinders that ends the command with a sentence."""
    try:
        write_over(to, data)
    except OSError as error:
        if is_folder(to.absolute().parent):
            fail(not_written(to, error), FAILED)
        fail(f"{to} cannot be written: there is no folder {to.parent}. Make it, or choose another place.", FAILED)
