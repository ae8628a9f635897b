"""The command line, put together from its commands, of which only the one that is asked for is loaded."""

import gc
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from game import __version__
from game.cli.printing import out
from game.errors import Misused

FILES = {
    "play": ("play", "replay"),
    "listed_runs": ("runs",),
    "coach": ("coach", "belief"),
    "forward": ("forward",),
    "profile": ("profile",),
    "timing": ("timing",),
    "experiments.lab": (
        "simulate", "bots", "contract", "playtest", "duel", "sweep", "sensitivity", "exploit", "habits", "freshness",
        "legibility", "fit", "sandbox",
    ),
    "writing.scenarios": ("check",),
    "writing.author": ("explain", "show", "stats", "say", "map"),
    "writing.sharing": ("new", "schema", "reference", "translate", "pack", "add"),
    "room": ("host", "guide", "rooms"),
    "experiments.bench": ("bench",),
    "experiments.evidence": ("evidence",),
}  # fmt: skip
"""The files of commands in `game/cli/`, in the order of the help, with the commands that each registers."""


@contextmanager
def nothing_collected() -> Iterator[None]:
    """In the block memory is not searched for what can be thrown away: what is being loaded stays."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def commands_of(file: str) -> MutableMapping[str, Any]:
    """The commands that a file registers, by name.

    Args:
        file: one of `FILES`.
    """
    part = typer.Typer(rich_markup_mode=None)
    import_module(f"game.cli.{file}").register(part)
    return typer.main.get_group(part).commands


class CommandsOfWords(TyperGroup):
    """The commands. A value that is empty is refused: it comes from a variable of a script that was never set."""

    def __init__(self, **given: Any) -> None:
        self._commands: dict[str, Any] = {}
        super().__init__(**given)

    @property
    def commands(self) -> MutableMapping[str, Any]:
        """All commands by name, loaded if they are not yet: for the help, and for names that are none."""
        for file in FILES:
            self._load(file)
        return {name: self._commands[name] for names in FILES.values() for name in names if name in self._commands}

    @commands.setter
    def commands(self, given: MutableMapping[str, Any]) -> None:
        self._commands = dict(given)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One command; None where there is none of that name."""
        del ctx
        file = next((file for file, names in FILES.items() if cmd_name in names), None)
        if file is not None:
            self._load(file)
        return self._commands.get(cmd_name)

    def _load(self, file: str) -> None:
        if FILES[file][0] not in self._commands:
            with nothing_collected():
                self._commands |= commands_of(file)

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
        from game.desk.launch import open_window

        raise typer.Exit(open_window())
