"""For the commands of the lab: playing a trial under a progress bar, and what all of them say alike."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.difficulty_option import difficulty_named
from game.cli.printing import err, fail
from game.desk.places import named_or_here, scenario_path
from game.errors import INTERRUPTED, Misused
from game.files import why_not_written

if TYPE_CHECKING:
    from game.lab.playing.blocks import Trial
    from game.lab.playing.players import Player
    from game.lab.playing.run import Results
    from game.scenario import Loaded


def file_to_write(path: Path | None) -> Path | None:
    """A file that a long command writes at its end.

    Raises:
        Misused: it cannot be written.
    """
    if path is not None and (reason := why_not_written(path)):
        raise Misused(f"{path} cannot be written ({reason}). Choose another place; nothing has been played.")
    return path


def folder_to_write(folder: Path | None) -> Path | None:
    """A folder into which a long command writes at its end.

    Raises:
        Misused: nothing can be written there.
    """
    if folder is not None and (reason := why_not_written(folder / "picture.svg")):
        raise Misused(f"Nothing can be written into {folder} ({reason}). Choose another one; nothing has been played.")
    return folder


ScenarioName = Annotated[
    str,
    typer.Argument(help="Name or path of a scenario; left out, the one in this folder.", callback=named_or_here),
]
GamesOption = Annotated[int, typer.Option("--games", "-n", min=2, max=1_000_000, help="How many games each.")]
Seed = Annotated[int, typer.Option(min=0, max=2**32 - 1, help="The seed of all games.")]
Workers = Annotated[int, typer.Option("--workers", "-w", min=1, max=256, help="How many processes play.")]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", "--csv",
        help="Keep every game in this file, FILE.csv or FILE.parquet; one that was begun is gone on with.",
    ),
]  # fmt: skip
Pictures = Annotated[
    Path | None,
    typer.Option(
        "--pictures", file_okay=False, callback=folder_to_write, help="Write pictures of the result into this folder."
    ),
]  # fmt: skip
ClusterAddress = Annotated[
    str | None,
    typer.Option("--cluster", help="Play on a Dask cluster, such as tcp://host:8786; one you trust with this machine."),
]


def loaded(scenario: str, difficulty: str = "") -> "Loaded":
    """The scenario a person means, at a difficulty if one is named."""
    from game.scenario import load

    return load(scenario_path(scenario)).at(difficulty_named(difficulty))


@contextmanager
def misuse_is_told() -> Iterator[None]:
    """What a person has typed wrongly ends the command with its sentence and exit code 2."""
    from game.errors import CannotPlay

    try:
        yield
    except CannotPlay as told:
        fail(str(told))


def chosen(names: list[str]) -> "tuple[Player, ...]":
    """The players a person means."""
    from game.lab.playing.players import players

    with misuse_is_told():
        return players(names)


@contextmanager
def progress_of(total: int, says: str) -> Iterator[Any]:
    """A progress bar on the error stream; yields what is to be told how many more are done."""
    with err.progress() as bar:
        task = bar.add_task(says, total=total)
        yield lambda count: bar.update(task, advance=count)


def played(trial: "Trial", workers: int, file: Path | None, cluster: str | None = None) -> "Results":
    """Plays a trial; a Ctrl-C is told, with how to go on."""
    from game.lab.playing.cluster import connected
    from game.lab.playing.run import run

    if cluster is not None and workers > 1:
        fail("--workers is about this machine; with --cluster leave it out.")
    with (
        misuse_is_told(),
        connected(cluster) if cluster else nullcontext() as found,
        progress_of(trial.total, "playing") as done,
    ):
        results = run(trial, workers, file, done, cluster=found)
    if not results.complete:
        kept = f" They are in {file}; the same command goes on from there." if file else " --out FILE would keep them."
        told = f"Stopped after {len(results.games)} of {trial.total} games; the figures are about those.{kept}"
        if not results.games:
            fail("Stopped before a game was played.", INTERRUPTED)
        err.print(told, markup=False, soft_wrap=True)
    return results


@contextmanager
def suppress_interrupt() -> Iterator[list[bool]]:
    """Lets a Ctrl-C end what stands inside; what is yielded is then no longer empty."""
    stopped: list[bool] = []
    try:
        yield stopped
    except KeyboardInterrupt:
        stopped.append(True)


def tell_pictures(folder: Path, pictures: dict[str, str]) -> None:
    """Writes pictures and says where."""
    from game.lab.reports.drawn_results import write_pictures

    for path in write_pictures(folder, pictures):
        err.print(f"Written: {path}", markup=False, soft_wrap=True)


def end(results: "Results") -> None:
    """Ends a command with the exit code of what was stopped, if it was."""
    if not results.complete:
        raise typer.Exit(INTERRUPTED)


def origin(trial: "Trial") -> dict[str, Any]:
    """What it takes to play the same again, for JSON."""
    from game import __version__

    return {"scenario": trial.name, "hash": trial.scenario.hash, "version": __version__, "seed": trial.seed,
            "games": trial.games}  # fmt: skip
