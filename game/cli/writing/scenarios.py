"""The command `courtship check`, and the list of scenarios, for authors."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.printing import fail, out, plain, print_json
from game.desk.places import in_checkout, in_place_of_shipped, known_scenarios, named_or_here, scenario_or_folder
from game.errors import FAILED, INTERRUPTED
from game.files import not_written
from game.scenario.problems.problems import Problem


def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Scenario files or folders; left out, the one in this folder.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Write the repaired lines that are shown; keeps a .bak.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again on every save, until Ctrl+C.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 on warnings too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print problems as JSON.")] = False,
) -> None:
    """Check scenario files, and tell how to mend them. Exit 1 when there is an error."""
    if watch and json:
        fail("--watch prints for people; leave out --json.")
    chosen = [scenario_or_folder(p) for p in paths] if paths else _those_here()
    if watch:
        _watch(chosen, fix)
        return
    results = [_result(path, fix) for path in chosen]
    if json:
        print_json([result for result, _, _ in results])
    else:
        for _, text, _ in results:
            out.print(text, markup=False, soft_wrap=True)
    grave = {"error", "warning"} if strict else {"error"}
    if any(severities & grave for _, _, severities in results):
        raise typer.Exit(FAILED)


def _those_here() -> list[Path]:
    """The scenario of the folder somebody stands in; in a checkout of the game, all that are known.

    Raises:
        Misused: there is none.
    """
    here = Path.cwd()
    if in_checkout(here) and not (here / "scenario.yaml").is_file():
        return list(known_scenarios().values())
    return [Path(named_or_here(None))]


def _result(path: Path, fix: bool) -> tuple[dict[str, Any], str, set[str]]:
    """A scenario's problems as figures, as text, and how grave they are."""
    from game.authoring.editor import refresh_schemas
    from game.authoring.fix import mend
    from game.scenario import report
    from game.scenario.lint.linting import examine

    one = examine(path)
    written: list[str] = []
    if fix:
        try:
            done = mend(path)
        except OSError as error:
            fail(f"{not_written(error.filename or path, error)} What it holds is as it was.", FAILED)
        written = [f"{f.file}:{f.line}: mended  [{f.code}]\n    - {f.before}\n    + {f.after}" for f in done]
        one = examine(path) if done else one
    refresh_schemas(path, one.text)
    problems = [
        {"file": p.file, "line": p.line, "column": p.column, "severity": p.severity, "code": p.code,
         "message": p.message, "hint": p.hint, "repair": p.repair}
        for p in one.problems
    ]  # fmt: skip
    figures = {
        "path": str(path),
        "ok": one.ok,
        "problems": problems,
        **({"mended": len(written)} if fix else {}),
    }
    told = in_place_of_shipped(path.resolve())
    place = [f"{path}: {told}"] if told else []
    count = [_count(one.problems, len(written))] if fix else []
    text = "\n\n".join([*map(plain, written), report(one.problems, str(path), out.width), *place, *count])
    return figures, text, {p.severity for p in one.problems}


def _count(problems: Sequence[Problem], mended: int) -> str:
    """How many were mended, and how many are left to the author; notes are no matter of mending, and told so."""
    notes = sum(1 + p.more for p in problems if p.severity == "note")
    left = sum(1 + p.more for p in problems) - notes
    yours = "nothing is left for you" if not left else "1 is yours" if left == 1 else f"{left} are yours"
    if notes:
        yours += f"{' but' if not left else ', besides'} {notes} note{'' if notes == 1 else 's'}"
    return f"{mended or 'nothing'} mended, {yours}"


def _watch(paths: list[Path], fix: bool) -> None:
    """Reports each scenario now and whenever it was saved. What it prints is what editors look for."""
    from game.scenario.reading.watch import INTERVAL, Watcher

    def tell(path: Path) -> None:
        out.print(f"checking {path}", markup=False, soft_wrap=True)
        out.print(_result(path, fix)[1], markup=False, soft_wrap=True)
        out.file.flush()

    watchers = [(path, Watcher(path)) for path in paths]
    for path, _ in watchers:
        tell(path)
    try:
        while True:
            time.sleep(INTERVAL)
            for path, watcher in watchers:
                if watcher.changed():
                    tell(path)
    except KeyboardInterrupt:
        fail("No longer watching.", INTERRUPTED)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(check)
