"""The command line, put together from its commands; no error leaves it as a traceback."""

import os
import sys
import traceback
from datetime import datetime
from typing import Annotated

import typer

from game import __version__
from game.cli import bench, evidence, lab, play, scenarios
from game.cli.places import data_folder
from game.cli.say import FAILED, err, fail, out
from game.session.errors import Told

app = typer.Typer(
    name="courtship",
    help="Court customers before you propose: a simulation game about trust.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        out.print(f"courtship {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def courtship(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Without a command, open the game."""
    del version
    if context.invoked_subcommand is None:
        play.open_window(None)


for part in (play, lab, scenarios, bench, evidence):
    part.register(app)


def _crashed(error: Exception) -> None:
    """Says what is safe, and keeps the details for a report."""
    path = data_folder() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        when = datetime.now().astimezone().isoformat(timespec="seconds")
        path.write_text(f"courtship {__version__}, {when}\n{sys.argv}\n{traceback.format_exc()}", encoding="utf-8")
        where = f"The details are in {path}; please send them to us."
    except OSError:
        where = f"({type(error).__name__}: {error})"
    err.print(f"Something went wrong inside Courtship. Your runs are safe. {where}", markup=False, soft_wrap=True)


def main() -> None:
    """The command `courtship`."""
    if os.environ.get("COURTSHIP_TRACEBACK"):
        app()
        return
    try:
        app()
    except Told as told:
        try:
            fail(str(told), FAILED)
        except typer.Exit as end:
            sys.exit(end.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except Exception as error:  # noqa: BLE001 - the last net: a person never sees a traceback
        _crashed(error)
        sys.exit(FAILED)
