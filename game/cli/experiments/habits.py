"""`courtship habits`: what each habit of the patient bot is worth."""

from typing import Annotated

import typer

from game.cli.difficulty_option import DifficultyOption
from game.cli.experiments.trials import ScenarioName, Seed, loaded, progress_of
from game.cli.printing import Json, out, print_json


def habits(
    scenario: ScenarioName = "",
    games: Annotated[
        int, typer.Option("--games", "-n", min=2, max=100_000, help="How many games with all habits, and without each.")
    ] = 512,
    seed: Seed = 0,
    difficulty: DifficultyOption = "",
    json: Json = False,
) -> None:
    """Tell what each habit of the patient bot is worth.

    That is its score with all of them, less that without this one.
    """
    from game.bots.habits import HABITS
    from game.lab.reports.habit_worth import worth_of_habits
    from game.session.runs.recorded_scenario import compiled_of

    source = loaded(scenario, difficulty)
    compiled = compiled_of(source)
    at = str(compiled.scenario.difficulty)
    with progress_of(games * (len(HABITS) + 1), "playing") as done:
        found = worth_of_habits(compiled, seed, games, done)
    if json:
        told = [{"id": h.id, "does": h.does, "verdict": h.verdict, **vars(h.worth)} for h in found]
        print_json({"scenario": source.id, "hash": source.hash, "difficulty": at, "seed": seed, "habits": told})
        return
    out.print(f"{source.title}, {at}: {games} games each, seed {seed}", markup=False)
    for habit in found:
        worth = f"{habit.worth.mean:+5.1f}  ({habit.worth.low:+.1f} to {habit.worth.high:+.1f})"
        out.print(f"{worth:24}  {habit.verdict:9}  {habit.id}: {habit.does}", markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(habits)
