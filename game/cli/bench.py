"""Figures of speed: `courtship bench ui`."""

from typing import Annotated

import typer
from rich.table import Table

from game.cli.say import out, print_json

bench = typer.Typer(help="Measure the speed of this machine's Courtship.", no_args_is_help=True)


@bench.command()
def ui(json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False) -> None:
    """Repaint, first frame and idle load of the window."""
    from game.ui.bench import measure

    figures = measure()
    if json:
        print_json(figures)
        return
    table = Table("figure", "value")
    for name, value in figures.items():
        table.add_row(str(name), f"{value:.2f}" if isinstance(value, float) else str(value))
    out.print(table)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.add_typer(bench, name="bench")
