"""The command line, put together from its commands."""

from itertools import pairwise
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from game import __version__
from game.cli import coach, forward, listed_runs, play, profile, room, timing
from game.cli.experiments import bench, evidence, lab
from game.cli.printing import out
from game.cli.writing import author, scenarios, sharing
from game.desk.launch import open_window
from game.errors import Misused


class CommandsOfWords(TyperGroup):
    """The commands. A value that is empty is refused: it comes from a variable of a script that was never set."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Finds the command, once all its words are there."""
        for before, word in pairwise(args):
            option = word.removesuffix("=") if word.startswith("--") else before if before.startswith("-") else ""
            if not word or (word.startswith("--") and word.endswith("=")):
                what = f"What is given for {option}" if option else "A word of the command"
                raise Misused(f"{what} is empty. Give it a value, or leave it out.")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="courtship",
    cls=CommandsOfWords,
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


for part in (
    play, listed_runs, coach, forward, profile, timing, lab, scenarios, author, sharing, room, bench, evidence,
):  # fmt: skip
    part.register(app)
