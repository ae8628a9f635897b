"""Letting bots play: `courtship simulate`, `bots`, and the commands of the lab beside them."""

from typing import Annotated

import numpy as np
import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from game.cli import contract, exploit, playtest, sweep
from game.cli.places import scenario_path
from game.cli.say import err, out, print_json
from game.cli.trials import chosen

FIGURES = (
    ("score", "score"),
    ("people", "people"),
    ("business", "business"),
    ("happy", "happy ends"),
    ("bought", "customers"),
    ("following", "still following"),
    ("mean_trust", "trust"),
)


def simulate(
    scenario: Annotated[str, typer.Argument(help="Name or path of a scenario.")],
    bot: Annotated[
        list[str] | None,
        typer.Option("--bot", "-b", help="Who plays, or a file of rule cards; several times for several."),
    ] = None,
    games: Annotated[int, typer.Option("--games", "-n", min=1, max=1_000_000, help="How many games each.")] = 100,
    seed: Annotated[int, typer.Option(min=0, max=2**32 - 1, help="The seed of all games.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False,
) -> None:
    """Let bots play a scenario many times, and print how it went."""
    from game.bots.play import BLOCK, play
    from game.lab.players import bot_of
    from game.scenario import load
    from game.session.engine import outcome_of
    from game.session.runs import compiled_of

    players = chosen(bot or ["patient"])
    compiled = compiled_of(load(scenario_path(scenario)))
    playing = {player.id: bot_of(player, compiled) for player in players}
    results: dict[str, dict[str, list[float]]] = {}
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"),
        TimeRemainingColumn(), console=err, transient=True,
    ) as progress:  # fmt: skip
        task = progress.add_task("playing", total=games * len(playing))
        for name, who in playing.items():
            collected: dict[str, list[float]] = {key: [] for key, _ in FIGURES}
            for first in range(0, games, BLOCK):
                numbers = np.arange(first, min(games, first + BLOCK))
                result = outcome_of(play(compiled, who, seed, numbers))
                for key in collected:
                    collected[key] += [float(v) for v in getattr(result, key)]
                progress.update(task, advance=len(numbers), description=name)
            results[name] = collected
    figures = {
        name: {key: {"mean": float(np.mean(v)), "sd": float(np.std(v))} for key, v in collected.items()}
        for name, collected in results.items()
    }
    if json:
        print_json({"scenario": scenario, "seed": seed, "games": games, "bots": figures})
        return
    table = Table(title=f"{compiled.scenario.title}: {games} games each, seed {seed}", title_justify="left")
    table.add_column("bot")
    for _, title in FIGURES:
        table.add_column(title, justify="right")
    for name, values in sorted(figures.items(), key=lambda item: -item[1]["score"]["mean"]):
        cells = [f"{values[k]['mean']:.2f}" if k in {"following", "mean_trust"} else f"{values[k]['mean']:.1f}"
                 for k, _ in FIGURES]  # fmt: skip
        table.add_row(name, f"{cells[0]} ± {values['score']['sd']:.1f}", *cells[1:])
    out.print(table)


def list_bots(json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
    """List the bots and what they do."""
    from game.bots.registry import bots

    if json:
        facts = ("does", "asks", "posts", "broadcasts", "stochastic", "sees_hidden_state")
        print_json({b.id: {fact: getattr(b, fact) for fact in facts} for b in bots().values()})
        return
    table = Table()
    for title in ("bot", "what it does", "asks", "posts", "broadcasts", "rolls dice", "sees what is hidden"):
        table.add_column(title)
    for b in bots().values():
        facts_of = (b.asks, b.posts, b.broadcasts, b.stochastic, b.sees_hidden_state)
        table.add_row(b.id, b.does, *("yes" if v else "" for v in facts_of))
    out.print(table)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(simulate)
    app.command("bots")(list_bots)
    for part in (contract, playtest, sweep, exploit):
        part.register(app)
