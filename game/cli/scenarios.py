"""For authors: `courtship check`."""

from typing import Annotated

import typer

from game.cli.places import known_scenarios, scenario_path
from game.cli.say import FAILED, out, print_json


def check(
    paths: Annotated[list[str] | None, typer.Argument(help="Scenario files or folders; left out, all known.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print problems as JSON.")] = False,
) -> None:
    """Check scenario files: every mistake with its place and how to mend it. Exit 1 when there is an error."""
    from game.scenario import load, report

    chosen = [scenario_path(p) for p in paths] if paths else list(known_scenarios().values())
    loaded = [(path, load(path)) for path in chosen]
    if json:
        print_json(
            [
                {
                    "path": str(path),
                    "ok": one.ok,
                    "problems": [
                        {"file": p.file, "line": p.line, "column": p.column, "severity": p.severity, "code": p.code,
                         "message": p.message, "hint": p.hint}
                        for p in one.problems
                    ],
                }
                for path, one in loaded
            ]
        )  # fmt: skip
    else:
        for path, one in loaded:
            out.print(report(one.problems, str(path)), markup=False, soft_wrap=True)
    if not all(one.ok for _, one in loaded):
        raise typer.Exit(FAILED)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(check)
