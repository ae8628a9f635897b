"""`courtship evidence`: the published findings, run on the game's own model."""

import os
import time
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.progress import Progress
from rich.table import Table

from game.errors import FAILED, MISUSED
from game.files import why_not_written, write_over
from game.terminal import Terminal

out, err = Terminal(), Terminal(stderr=True)


def _fail(message: str) -> NoReturn:
    err.print(message, soft_wrap=True)
    raise typer.Exit(MISUSED)


def _bar(title: str, total: int) -> tuple[Progress, Any]:
    """A progress bar on standard error, and the function that moves it."""
    bar = err.progress()
    task = bar.add_task(title, total=total)
    return bar, lambda run: bar.update(task, advance=1, description=f"{title}: {run.id}")


def _chosen(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids to run, and files of findings; everything built in when neither ids nor files are named."""
    from game.evidence.finding import REGISTRY
    from game.evidence.runner import BadFile, load_findings

    files = tuple(w for w in words if w.endswith(".py"))
    load_findings()
    built_in = tuple(REGISTRY)
    try:
        load_findings(files)
    except BadFile as problem:
        _fail(str(problem))
    own = tuple(id for id in REGISTRY if id not in built_in)  # noqa: A001
    ids = tuple(w for w in words if w not in files)
    for id in ids:  # noqa: A001
        if id not in REGISTRY:
            near = get_close_matches(id, REGISTRY, n=1)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            _fail(f"There is no finding “{id}”.{hint} “courtship evidence --list” shows them all.")
    if files and not own and not ids:
        _fail(f"{files[0]}: no finding is declared there; put @finding(...) above a function of a seed.")
    return ids or own or built_in, files


def _table(found: Sequence[Any], seconds: float) -> Table:
    from game.evidence.findings_report import simulated_text

    table = Table(title="Published findings on the game's model", title_justify="left",
                  caption=f"* must hold. Simulated: the first band, mean over seeds and 95 % interval. {seconds:.0f} s",
                  caption_justify="left")  # fmt: skip
    for title, justify in (("finding", "left"), ("", "left"), ("published", "left"), ("expected", "left"),
                           ("simulated", "left"), ("holds", "right")):  # fmt: skip
        table.add_column(title, justify=justify)  # type: ignore[arg-type]
    for v in found:
        f = v.finding
        table.add_row(
            f"{f.id}{' *' if f.must_hold else ''}", f.grade, f.published, str(f.headline),
            simulated_text(v), f"{'yes' if v.holds else 'NO'} {v.held}/{v.seeds}",
        )  # fmt: skip
    return table


def _run(ids: Sequence[str], files: tuple[str, ...], seeds: int, followers: int, workers: int, html: Path | None,
         as_json: bool, bench: bool) -> None:  # fmt: skip
    from game.evidence.findings_report import as_json as report_json
    from game.evidence.findings_report import page
    from game.evidence.runner import Plan, verdicts

    if html is not None and (reason := why_not_written(html)):
        _fail(f"The report could not be written to {html}: {reason}. Choose another place; nothing has been run.")
    plan = Plan(tuple(ids), tuple(range(seeds)), followers, files=files)
    bar, progress = _bar("experiments", len(ids) * seeds)
    started = time.perf_counter()
    with bar:
        found = verdicts(plan, workers, progress)
    seconds = time.perf_counter() - started
    if html is not None:
        try:
            write_over(html, page(found, followers).encode())
        except OSError as problem:
            _fail(f"The report could not be written to {html}: {problem.strerror}.")
    if as_json:
        out.write_json(report_json(found, followers))
    else:
        out.print(_table(found, seconds))
        for v in found:
            if v.error or not v.holds:
                out.print(f"{v.finding.id}: {v.error or 'missed ' + '; '.join(v.missed)}")
        out.print(f"{sum(v.holds for v in found)} of {len(found)} findings hold.")
        out.print(_tells_told(followers))
    if bench:
        _print_bench(found, seconds, followers, workers)
    if any(v.finding.must_hold and not v.holds for v in found):
        raise typer.Exit(FAILED)


def _tells_told(followers: int) -> str:
    """What tells are worth, in a sentence for each legibility."""
    from dataclasses import replace

    from game.evidence.crowd import laboratory
    from game.evidence.tell_worth import worth_of_tells
    from game.model.parameters import Params

    lines = []
    for name, legibility in (("gentle", 1.6), ("fair", 1.0), ("hard", 0.6)):
        with laboratory(followers=followers, params=replace(Params(), legibility=legibility)):
            worth = worth_of_tells(0)
        lines.append(f"{name}: d' {worth.change:.2f} of one tell about the sign of the change, "
                     f"{worth.trust:.2f} of five about trust")  # fmt: skip
    return "Tells, " + "; ".join(lines) + "."


def _print_bench(found: Sequence[Any], seconds: float, followers: int, workers: int) -> None:
    table = Table("finding", "seconds a seed")
    for v in sorted(found, key=lambda v: -v.seconds):
        table.add_row(v.finding.id, f"{v.seconds / v.seeds:.2f}")
    err.print(table)
    runs = sum(v.seeds for v in found)
    err.print(f"{runs} experiments of {followers} followers an arm in {seconds:.1f} s with {workers} workers.")


def _shake(kind: str, variants: Sequence[Any], ids: Sequence[str], files: tuple[str, ...], seeds: int, followers: int,
           workers: int, as_json: bool) -> None:  # fmt: skip
    from game.evidence.robust import median_loss, shaken

    bar, progress = _bar(kind, len(variants) * len(ids) * seeds)
    with bar:
        results = shaken(variants, ids, range(seeds), followers, workers, files, progress)
    base = results[0]
    if as_json:
        rows = [{"name": r.name, "score": r.score, "lost": sorted(base.held - r.held)} for r in results]
        out.write_json(rows)
        return
    table = Table("variant", "score", "findings lost", title=kind, title_justify="left")
    for r in results:
        table.add_row(r.name, f"{r.score:.0f} %", ", ".join(sorted(base.held - r.held)))
    out.print(table)
    if kind == "perturbed":
        out.print(f"The median draw loses {median_loss(results):.0f} points of {base.score:.0f}.")


def _print_parameters(as_json: bool) -> None:
    from game.model.parameters import PARAMETERS_VERSION, Params, parameters

    rows = [{"name": f.name, "value": getattr(Params(), f.name), **f.metadata} for f in parameters()]
    if as_json:
        document = {"version": PARAMETERS_VERSION, "parameters": rows}
        out.write_json(document)
        return
    table = Table("name", "value", "unit", "range", "meaning", "findings", title=f"Version {PARAMETERS_VERSION}")
    for row in rows:
        table.add_row(row["name"], f"{row['value']:g}", row["unit"], f"{row['low']:g} to {row['high']:g}",
                      row["meaning"], " ".join(row["findings"]))  # fmt: skip
    out.print(table)


def evidence(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID | FILE.py | learners]...",
            help="Findings to run, or Python files that declare some; “learners” alone lets simulated learners try "
            "each kind of debrief. A file is code that you choose to run: it can "
            "do anything you can do. Take such files only from people you trust.",
        ),
    ] = None,
    seeds: Annotated[int, typer.Option(min=1, max=1000, help="How many seeds.")] = 20,
    followers: Annotated[int, typer.Option(min=100, max=1_000_000, help="Followers in each arm.")] = 5000,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 takes one for each processor.")] = 0,
    html: Annotated[Path | None, typer.Option(dir_okay=False, help="Write a report with pictures there.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print figures as JSON.")] = False,
    perturb: Annotated[bool, typer.Option("--perturb", help="Change all numbers by up to 20 %, 20 times.")] = False,
    ablate: Annotated[bool, typer.Option("--ablate", help="Switch off one mechanism at a time.")] = False,
    bench: Annotated[bool, typer.Option("--bench", help="Print how long everything took.")] = False,
    curves: Annotated[Path | None, typer.Option(file_okay=False, help="Write pictures of the model's curves.")] = None,
    parameters: Annotated[bool, typer.Option("--parameters", help="Show the numbers of the model.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show what findings there are.")] = False,
) -> None:
    """Run the published findings on the game's model. Exit 1 when one that must hold does not."""
    from game.evidence.finding import REGISTRY

    if curves is not None:
        from game.evidence.curves import write_curves

        try:
            for path in write_curves(curves):
                out.print(str(path), markup=False, soft_wrap=True)
        except OSError as problem:
            _fail(f"The pictures could not be written to {curves}: {problem.strerror}.")
        return
    if parameters:
        _print_parameters(as_json)
        return
    ids, files = _chosen(what or [])
    if listed:
        for id in ids:  # noqa: A001
            out.print(f"{id:18} {REGISTRY[id].claim}")
        return
    workers = workers or os.cpu_count() or 1
    if perturb or ablate:
        from game.evidence.robust import shipped_and_ablated, shipped_and_perturbed

        kind, variants = ("perturbed", shipped_and_perturbed(20)) if perturb else ("ablated", shipped_and_ablated())
        few = 1 if seeds == 20 else seeds  # one seed tells the draws apart; more on request
        _shake(kind, variants, ids, files, few, followers, workers, as_json)
        return
    _run(ids, files, seeds, followers, workers, html, as_json, bench)


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("evidence")(evidence)
