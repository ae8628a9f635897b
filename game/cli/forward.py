"""`courtship forward`: your habits, told back, and where they lead if you go on like this."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.experiments.trials import Seed, loaded, progress_of
from game.cli.listed_runs import record_named
from game.cli.printing import Json, err, fail, print_json, tell
from game.desk.given import Given
from game.desk.places import denied_path, runs_folder


def forward(
    runs: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[RUNS]...",
            help="Records, by path or name, or “last”; left out, your own runs.",
        ),
    ] = None,
    scenario: Annotated[
        str, typer.Option("--scenario", "-s", help="Where to go on, by name or path; left out, that of the last run.")
    ] = "",
    games: Annotated[int, typer.Option("--games", "-n", min=2, max=5000, help="How many fresh games.")] = 200,
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Tell your habits, and where they lead if you go on like this.

    Read from your choices and from what could be seen before each; denied habits (in the window) are left out.
    """
    from game.coach.forward.forward_text import figures_forward, text_forward
    from game.coach.forward.looked_forward import MOST_RUNS, steps_forward
    from game.desk.learning.denied_habits import DeniedHabits
    from game.desk.own_runs import forward_of, left_out_told, own_records, played_by_bots, repeated
    from game.session.runs.recorded_scenario import compiled_of

    named = [record_named(run) for run in runs or ()]
    compiled = compiled_of(loaded(scenario)) if scenario else None
    records = list(named or own_records(runs_folder()))[-MOST_RUNS:]
    bots = 0 if named else played_by_bots(runs_folder())
    left_out = left_out_told(bots)
    if not records:
        no_run = f"There is no run of yours with a day played in {runs_folder()}. Play one with: courtship play"
        fail(f"{no_run}. {left_out}" if left_out else no_run)
    with progress_of(len(records), "reading") as done:
        found, problems = repeated(records, Given().may_open, done)
    for problem in problems:
        tell(f"Left out: {problem}", err)
    if not found:
        fail("None of these runs can be read, so there is nothing to tell.")
    with progress_of(steps_forward(), "playing") as done:
        told = forward_of(found, compiled, seed, games, DeniedHabits(denied_path()).claims(), done)
    if json:
        head = {"seed": seed, "records": [path.name for path in records], "of_bots_left_out": bots}
        print_json({**head, **figures_forward(told)})
    else:
        tell(text_forward(told))
        if left_out:
            tell(left_out)


def register(app: typer.Typer) -> None:
    """Adds the command of this file."""
    app.command()(forward)
