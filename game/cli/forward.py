"""`courtship forward`: your habits, told back, and where they lead if you go on like this."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.experiments.trials import Seed, loaded, progress_of
from game.cli.printing import Json, err, fail, out, plain, print_json
from game.desk.given import Given
from game.desk.places import denied_path, runs_folder


def forward(
    runs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[RUNS]...", help="Records of runs; left out, your own in the runs folder."),
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
    from game.desk.denied_habits import DeniedHabits
    from game.desk.own_runs import forward_of, own_records, repeated
    from game.session.runs.resuming import compiled_of

    missing = next((path for path in runs or () if not path.is_file()), None)
    if missing is not None:
        fail(f"There is no record “{missing}”. Records are kept in {runs_folder()}.")
    compiled = compiled_of(loaded(scenario)) if scenario else None
    records = list(runs or own_records(runs_folder()))[-MOST_RUNS:]
    if not records:
        fail(f"There is no run of yours with a day played in {runs_folder()}. Play one with: courtship play")
    with progress_of(len(records), "reading") as done:
        found, problems = repeated(records, Given().may_open, done)
    for problem in problems:
        err.print(plain(f"Left out: {problem}"), markup=False, soft_wrap=True)
    if not found:
        fail("None of these runs can be read, so there is nothing to tell.")
    with progress_of(steps_forward(), "playing") as done:
        told = forward_of(found, compiled, seed, games, DeniedHabits(denied_path()).claims(), done)
    if json:
        print_json({"seed": seed, "records": [path.name for path in records], **figures_forward(told)})
    else:
        out.print(plain(text_forward(told)), markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the command of this file."""
    app.command()(forward)
