"""`courtship contract`: tests what scenarios promise to teach."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.experiments.told_promises import tell_promises
from game.cli.experiments.trials import ClusterAddress, Out, Seed, Workers, played, suppress_interrupt
from game.cli.printing import Json, err, fail, out, print_json
from game.desk.places import known_scenarios, scenario_path
from game.errors import FAILED, INTERRUPTED

if TYPE_CHECKING:
    from game.bots.contract import PromiseVerdict
    from game.lab.playing.blocks import Trial
    from game.scenario import Loaded


def contract(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(help="Names or paths; left out, the one in this folder, or all that are known."),
    ] = None,
    games: Annotated[
        int, typer.Option("--games", "-n", min=1, max=100_000, help="How many games each bot plays.")
    ] = 200,
    seed: Seed = 0,
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    file: Out = None,
    json: Json = False,
) -> None:
    """Test what scenarios promise to teach. Exit 1 when a promise is broken, with its figure and a game of it."""
    from game.scenario import load

    if not scenarios and Path("scenario.yaml").is_file():
        scenarios = ["."]
    paths = {n: scenario_path(n) for n in scenarios} if scenarios else known_scenarios()
    if file is not None and len(paths) != 1:
        fail("A file holds the games of one scenario. Name one scenario, or leave out --out.")
    verdicts: dict[str, tuple[PromiseVerdict, ...]] = {}
    complete = True
    for name, path in paths.items():
        source = load(path)
        found = _tested(source, games, seed, workers, cluster, file)
        if found is None:
            complete = False
            break
        trial, verdicts[name] = found
        if not json:
            tell_promises(source, trial, verdicts[name], name, f"{source.id}: ")
            if not verdicts[name]:
                out.print(f"{source.id}: promises nothing; write a contract: block to have its lesson tested.")
            if trial.scenario.scenario.goals:
                judge = f"courtship playtest {shlex.quote(name)}"
                out.print(f"{source.id}: promises are about the score; goals are judged by {judge}.", soft_wrap=True)
    if json:
        print_json({name: [{**vars(v), "seed": seed} for v in found] for name, found in verdicts.items()})
    if not complete:
        raise typer.Exit(INTERRUPTED)
    if any(not v.kept for found in verdicts.values() for v in found):
        raise typer.Exit(FAILED)


def _tested(
    loaded: "Loaded", games: int, seed: int, workers: int, cluster: str | None, file: Path | None
) -> "tuple[Trial, tuple[PromiseVerdict, ...]] | None":
    """What was played, and the promises of a scenario; None when somebody stopped it."""
    from game.bots.contract import check_contract, compared
    from game.lab.playing.blocks import trial_of
    from game.lab.playing.players import players
    from game.lab.playing.travelling import travelling
    from game.lab.reports.playtest import scores_of

    compiled = travelling(loaded).compiled()
    trial = trial_of(loaded, players(list(compared(compiled))), games, seed)
    results = played(trial, workers, file, cluster) if trial.players else None
    if results is not None and not results.complete:
        return None
    verdicts: tuple[PromiseVerdict, ...] = ()
    with suppress_interrupt() as stopped, err.status(f"{loaded.id}: promises"):
        verdicts = check_contract(compiled, games, seed, played=scores_of(results, games) if results else {})
    if stopped:
        err.print(f"Stopped while the promises of {loaded.id} were tested; nothing is told about them.", markup=False)
        return None
    return trial, verdicts


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(contract)
