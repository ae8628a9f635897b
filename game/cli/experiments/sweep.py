"""`courtship sweep` and `courtship sensitivity`: what the numbers of a scenario do."""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from game.cli.experiments.trials import (
    ClusterAddress,
    GamesOption,
    Out,
    Pictures,
    ScenarioName,
    Seed,
    Workers,
    chosen,
    end,
    loaded,
    misuse_is_told,
    origin,
    played,
    tell_pictures,
)
from game.cli.printing import Json, fail, out, print_json

if TYPE_CHECKING:
    from game.lab.reports.sweep import SettingEffect

SHOWN = ("score", "people", "business", "bought", "following")


def sweep(
    scenario: ScenarioName = "",
    vary: Annotated[
        list[str] | None,
        typer.Option("--vary", help="KEY=FROM:TO:HOW_MANY or KEY=A,B,C; several times for every combination."),
    ] = None,
    games: GamesOption = 100,
    bots: Annotated[
        list[str] | None, typer.Option("--bots", "-b", help="Who plays, several with commas; left out, patient.")
    ] = None,
    seed: Seed = 0,
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    file: Out = None,
    pictures: Pictures = None,
    json: Json = False,
) -> None:
    """Play a scenario with other numbers, and compare.

    Such numbers are business.hours_per_day or model.forgetting.
    """
    from game.lab.playing.blocks import trial_of
    from game.lab.playing.outcome_figures import TITLES, printed_figure
    from game.lab.reports.drawn_results import pictures_of_sweep
    from game.lab.reports.sweep import grid, table, varied

    if not vary:
        fail("Say what is to be varied: --vary business.hours_per_day=1:3:5, or --vary days=14,21,28.")
    players = chosen(bots or ["patient"])
    source = loaded(scenario)
    first = trial_of(source, players, games, seed)
    with misuse_is_told():
        settings = grid(first.scenario.scenario, tuple(map(varied, vary)))
        trial = trial_of(source, players, games, seed, settings)
    results = played(trial, workers, file, cluster)
    cells = table(results)
    if json:
        print_json({**origin(trial), "complete": results.complete, "cells": [asdict(c) for c in cells]})
    else:
        shown = Table(*(key for key, _ in settings[0]), "bot", *(TITLES[name] for name in SHOWN))
        for cell in cells:
            figures = [printed_figure(name, cell.figures[name].mean) for name in SHOWN]
            shown.add_row(*(f"{v:g}" for v in cell.setting.values()), cell.player, *figures)
        out.print(shown)
        out.print(f"Means of {games} games each, seed {seed}.")
    if pictures is not None:
        title = trial.scenario.scenario.title
        tell_pictures(pictures, pictures_of_sweep(title, cells, SHOWN, f"means of {games} games each, seed {seed}"))
    end(results)


def sensitivity(
    scenario: ScenarioName = "",
    bot: Annotated[str, typer.Option("--bot", "-b", help="Who plays.")] = "patient",
    by: Annotated[float, typer.Option(min=1, max=90, help="How far each number is turned, in per cent.")] = 20.0,
    top: Annotated[int, typer.Option(min=1, help="How many numbers are shown.")] = 15,
    games: GamesOption = 50,
    seed: Seed = 0,
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    file: Out = None,
    json: Json = False,
) -> None:
    """Turn every number, one at a time, and tell what it moves."""
    from game.lab.playing.blocks import trial_of
    from game.lab.reports.sweep import effects, one_at_a_time

    first = trial_of(loaded(scenario), chosen([bot])[:1], games, seed)
    trial = replace(first, settings=one_at_a_time(first, by / 100.0))
    results = played(trial, workers, file, cluster)
    found = effects(results)
    if json:
        print_json({**origin(trial), "bot": trial.players[0].id, "per_cent": by, "complete": results.complete,
                    "effects": [asdict(e) for e in found]})  # fmt: skip
    else:
        _tell(found, top, by)
    end(results)


def _tell(found: "tuple[SettingEffect, ...]", top: int, by: float) -> None:
    from game.lab.playing.outcome_figures import TITLES
    from game.lab.reports.sweep import OUTCOMES

    table = Table("number", "from, to", *(TITLES[name] for name in OUTCOMES))
    for column in table.columns[1:]:
        column.no_wrap = True
    for effect in found[:top]:
        for value, leads in effect.turned.items():
            cells = [f"{leads[n].mean:+.2f}{'' if leads[n].is_clear else ' ?'}" for n in OUTCOMES]
            table.add_row(effect.key, f"{effect.value:g}, {value}", *cells)
    out.print(table)
    out.print(f"What it changes to turn a number by {by:g} %, whole ones by 1 or more. ?: could be chance.")
    for outcome in OUTCOMES:
        clear = [e for e in found if e.largest(outcome).is_clear]
        if clear:
            most = max(clear, key=lambda e: abs(e.largest(outcome).mean))
            change = most.largest(outcome).mean
            out.print(f"{TITLES[outcome]}: moved most by {most.key} ({change:+.2f})", markup=False, soft_wrap=True)
        else:
            out.print(f"{TITLES[outcome]}: moved clearly by nothing; play more --games.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(sweep)
    app.command()(sensitivity)
