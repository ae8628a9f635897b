"""Figures of speed: `courtship bench ui`, `check`, `reload` and `lab`."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from typing import Annotated

import typer
from rich.table import Table

from game.cli.say import out, print_json
from speed.lab_speed import lab

# What the command does until there is a picture: the command line, the user's runs, the title screen.
FIRST_FRAME = """
import sys
from pathlib import Path
import game.desk.launch, game.desk.places
from game.desk.services import DesktopServices
from game.ui.window.app import App, open_display
open_display()
App(DesktopServices(), Path(sys.argv[1])).step()
"""
TRIES = 3


def first_frame() -> float:
    """Seconds from the start of the command to its first picture, the best of three."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(TRIES):
            begun = time.perf_counter()
            command = [sys.executable, "-c", FIRST_FRAME, f"{folder}/settings.json"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times.append(time.perf_counter() - begun)
    return round(min(times), 3)


def _tell(figures: Mapping[str, object], *, json: bool) -> None:
    """Figures as a table, or as JSON."""
    if json:
        print_json(dict(figures))
        return
    table = Table("figure", "value")
    for name, value in figures.items():
        table.add_row(name, f"{value:.4g}" if isinstance(value, float) else str(value))
    out.print(table)


bench = typer.Typer(help="Measure the speed of this machine's Courtship.", no_args_is_help=True)


@bench.command()
def ui(json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False) -> None:
    """Repaint, first frame and idle load of the window."""
    from speed.window_speed import measure

    figures = measure()
    figures["first frame of the command (s)"] = first_frame()
    _tell(figures, json=json)


@bench.command("check")
def check_(json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False) -> None:
    """Reading and linting a scenario of 2,000 lines, once everything is imported."""
    from speed.check_speed import measure

    _tell(measure(), json=json)


@bench.command()
def reload(json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False) -> None:
    """From the save of a scenario's file to its picture in the running game, with a month of days played again."""
    from speed.reload_speed import measure

    _tell(measure(), json=json)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    bench.command("lab")(lab)
    app.add_typer(bench, name="bench")
