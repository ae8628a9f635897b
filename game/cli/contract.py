"""`courtship contract`: tests what scenarios promise to teach."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.printing import FAILED, Json, err, fail, out, print_json
from game.cli.recorded import same_people
from game.cli.trials import INTERRUPTED, ClusterAddress, Out, Seed, Workers, played, suppress_interrupt
from game.desk.places import known_scenarios, scenario_path

if TYPE_CHECKING:
    from game.bots.contract import PromiseVerdict


def contract(
    scenarios: Annotated[list[str] | None, typer.Argument(help="Names or paths; left out, all that are known.")] = None,
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
    paths = {n: scenario_path(n) for n in scenarios} if scenarios else known_scenarios()
    if file is not None and len(paths) != 1:
        fail("A file holds the games of one scenario. Name one scenario, or leave out --out.")
    verdicts: dict[str, tuple[PromiseVerdict, ...]] = {}
    complete = True
    for name, path in paths.items():
        found = _tested(path, games, seed, workers, cluster, file)
        if found is None:
            complete = False
            break
        verdicts[name] = found
    if json:
        print_json({name: [{**vars(v), "seed": seed} for v in found] for name, found in verdicts.items()})
    else:
        for name, found in verdicts.items():
            _tell(name, found, seed)
    if not complete:
        raise typer.Exit(INTERRUPTED)
    if any(not v.kept for found in verdicts.values() for v in found):
        raise typer.Exit(FAILED)


def _tested(
    path: Path, games: int, seed: int, workers: int, cluster: str | None, file: Path | None
) -> "tuple[PromiseVerdict, ...] | None":
    """The promises of a scenario; None when somebody stopped it."""
    from game.bots.contract import check_contract, compared
    from game.lab.playing.blocks import trial_of
    from game.lab.playing.players import players
    from game.lab.playing.travelling import travelling
    from game.lab.reports.playtest import scores_of
    from game.scenario import load

    loaded = load(path)
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
    return verdicts


def _tell(name: str, found: "tuple[PromiseVerdict, ...]", seed: int) -> None:
    for v in found:
        out.print(f"{name}: {'kept  ' if v.kept else 'BROKEN'} {v.promise}: {v.says}.", markup=False, soft_wrap=True)
        if not v.kept:
            shown = same_people(name, seed, v.episode)
            out.print(f"  the game that shows it, with the same people: {shown}", markup=False, soft_wrap=True)
    if not found:
        out.print(f"{name}: promises nothing; write a contract: block to have its lesson tested.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(contract)
