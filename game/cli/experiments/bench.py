"""`courtship bench`: measures of speed, and of what faults do. They stand in a checkout alone."""

from collections.abc import Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from rich.table import Table

from game.cli.printing import Json, out, print_json
from game.errors import FAILED, Misused

NOT_HERE = (
    "The measures of “courtship bench” are not installed with the game: they stand in a checkout of its source, in the "
    "folders speed and bench. There: python3 scripts/play.py bench {name}"
)


class NoMeasures(Misused):
    """The measures are not there: this is an installed game, not a checkout."""


def _measures(module: str, name: str) -> Any:
    """A module of `speed`, imported only when it is asked for, since it is not shipped.

    Args:
        module: below `speed`.
        name: of the command, for the message.

    Raises:
        NoMeasures: this is no checkout.
    """
    try:
        return import_module(f"speed.{module}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").split(".")[0] not in {"speed", "bench"}:
            raise
        raise NoMeasures(NOT_HERE.format(name=name)) from None


def _tell(figures: Mapping[str, object], *, json: bool) -> None:
    """Prints figures as a table, or as JSON."""
    if json:
        print_json(dict(figures))
        return
    table = Table("figure", "value")
    for name, value in figures.items():
        table.add_row(name, f"{value:.4g}" if isinstance(value, float) else str(value))
    out.print(table)


bench = typer.Typer(help="Measure speed, and what faults do, in a checkout.", no_args_is_help=True)


@bench.command()
def ui(json: Json = False) -> None:
    """Repaint, first frame and idle load of the window."""
    _tell(_measures("window_speed", "ui").measure(), json=json)


@bench.command()
def check(json: Json = False) -> None:
    """Reading and linting a scenario of 2,000 lines, once everything is imported."""
    _tell(_measures("check_speed", "check").measure(), json=json)


@bench.command()
def coach(json: Json = False) -> None:
    """A run of four weeks, coached: until something is to be seen, until the first look, until the whole."""
    _tell(_measures("coach_speed", "coach").measure(), json=json)


@bench.command()
def reload(json: Json = False) -> None:
    """From the save of a scenario's file to its picture in the running game, with a month of days played again."""
    _tell(_measures("reload_speed", "reload").measure(), json=json)


@bench.command()
def host(
    guests: Annotated[int, typer.Option(min=1, max=500, help="How many phones.")] = 200, json: Json = False
) -> None:
    """A room on this machine: start, votes, the host's click, memory, days that end at once, and 200 nights."""
    _tell(_measures("host_speed", "host").measure(guests), json=json)


@bench.command()
def lab(
    rounds: Annotated[int, typer.Option(min=1, help="How often each plays.")] = 5,
    memory: Annotated[int, typer.Option(min=0, help="Games for the figure of memory; 0 leaves it out.")] = 100_000,
    games: Annotated[int, typer.Option(min=0, help="Games for the lab's time, all bots together; 0: none.")] = 10_000,
    json: Json = False,
) -> None:
    """The kernel against other frameworks, its memory, and what a day and ten thousand games take.

    Peers that are not installed are skipped with a word: pip install 'courtship[bench]'.
    """
    speed = _measures("lab_speed", "lab")
    figures = speed.measure(rounds, memory, games, quiet=json)
    if json:
        print_json(speed.plain(figures))
    else:
        speed.tell(figures)


@bench.command()
def faults(
    minutes: Annotated[float, typer.Option(min=0.01, max=1440.0, help="For all kinds of faults together.")] = 5.0,
    seed: Annotated[int, typer.Option(min=0, max=2**32 - 1, help="The same seed gives the same faults.")] = 1,
    json: Json = False,
) -> None:
    """Kills, damaged records, full disks, races, fuzzed files, hostile packages, set-ups: what each of them breaks.

    Exit 1 when anything went wrong.
    """
    trouble = _measures("faults.fault_bench", "faults")
    found = trouble.measure(minutes, seed, quiet=json)
    if json:
        print_json(trouble.plain(found))
    else:
        trouble.tell(found, minutes, seed)
    if any(tally.faults for tally in found.values()):
        raise typer.Exit(FAILED)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.add_typer(bench, name="bench")
