"""Letting bots play: `courtship simulate`, `bots`, and the commands of the lab beside them."""

from typing import TYPE_CHECKING, Annotated

import numpy as np
import typer
from rich.table import Table

from game.cli.difficulty_option import DifficultyOption
from game.cli.experiments import contract, exploit, fit, habits, playtest, sandbox, signs, sweep
from game.cli.experiments.trials import ClusterAddress, Out, ScenarioName, Seed, Workers, chosen, end, loaded, played
from game.cli.printing import Json, out, print_json

if TYPE_CHECKING:
    from game.lab.playing.games import Game


def simulate(
    scenario: ScenarioName = "",
    bot: Annotated[
        list[str] | None,
        typer.Option("--bot", "-b", help="Who plays, or a file of rule cards; several times for several."),
    ] = None,
    games: Annotated[int, typer.Option("--games", "-n", min=1, max=1_000_000, help="How many games each.")] = 100,
    seed: Seed = 0,
    difficulty: DifficultyOption = "",
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    file: Out = None,
    json: Json = False,
) -> None:
    """Let bots play a scenario many times."""
    from game.lab.playing.blocks import trial_of
    from game.lab.playing.outcome_figures import FIGURES, TITLES, printed_figure

    trial = trial_of(loaded(scenario, difficulty), chosen(bot or ["patient"]), games, seed)
    results = played(trial, workers, file, cluster)
    figures = {player.id: _figures(rows) for player in trial.players if (rows := results.of(player.id))}
    played_at = trial.scenario.difficulty
    if json:
        print_json(
            {"scenario": scenario, "difficulty": played_at, "seed": seed, "games": games,
             "complete": results.complete, "bots": figures}
        )  # fmt: skip
    else:
        table = Table(title=f"{trial.scenario.scenario.title}, {played_at}: {games} games each, seed {seed}",
                      title_justify="left")  # fmt: skip
        table.add_column("bot", no_wrap=True)
        for title in TITLES.values():
            table.add_column(title, justify="right")
        for name, values in sorted(figures.items(), key=lambda item: -item[1]["score"]["mean"]):
            cells = [printed_figure(figure, values[figure]["mean"]) for figure in FIGURES]
            table.add_row(name, f"{cells[0]} ± {values['score']['sd']:.1f}", *cells[1:])
        out.print(table)
    end(results)


def _figures(rows: "tuple[Game, ...]") -> dict[str, dict[str, float]]:
    """Mean and standard deviation of every figure over some games."""
    from game.lab.playing.outcome_figures import FIGURES

    found = {}
    for key in FIGURES:
        values = [row.figure(key) for row in rows]
        found[key] = {"mean": float(np.mean(values)), "sd": float(np.std(values))}
    return found


def list_bots(json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
    """List the bots and what they do."""
    from game.bots.registry import bots

    if json:
        facts = ("does", "asks", "posts", "broadcasts", "stochastic", "sees_hidden_state")
        print_json({b.id: {fact: getattr(b, fact) for fact in facts} for b in bots().values()})
        return
    table = Table("bot", "what it does", "its ways")
    table.columns[0].no_wrap = True
    for b in bots().values():
        ways = {"asks": b.asks, "posts": b.posts, "broadcasts": b.broadcasts, "rolls dice": b.stochastic,
                "sees what is hidden": b.sees_hidden_state}  # fmt: skip
        table.add_row(b.id, b.does, ", ".join(way for way, has in ways.items() if has))
    out.print(table)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(simulate)
    app.command("bots")(list_bots)
    for part in (contract, playtest, sweep, exploit, habits, signs, fit, sandbox):
        part.register(app)
