"""The command line, put together from its commands."""

from typing import Annotated

import typer

from game import __version__
from game.cli import coach, forward, play, room, timing
from game.cli.experiments import bench, evidence, lab
from game.cli.printing import out
from game.cli.writing import author, scenarios, sharing
from game.desk.launch import open_window

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
        raise typer.Exit(open_window())


for part in (play, coach, forward, timing, lab, scenarios, author, sharing, room, bench, evidence):
    part.register(app)
