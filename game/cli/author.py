"""For authors: `courtship explain`."""

from typing import Annotated

import typer

from game.cli.say import fail, out, print_json


def explain(
    code: Annotated[str | None, typer.Argument(help="A code, as it stands behind a message; left out, all.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Tell what a message of `check` means, with an example of how not to and how to."""
    from game.scenario.codes import CODES
    from game.scenario.explain import as_text, likely, page

    if code is None:
        if json:
            print_json({c.id: {"severity": c.severity, "meaning": c.meaning} for c in CODES.values()})
            return
        width = max(map(len, CODES))
        for known in CODES.values():
            out.print(f"{known.id:<{width}}  {known.severity:<7}  {known.meaning}", markup=False, soft_wrap=True)
        return
    code = code.strip("[]")
    if code not in CODES:
        guess = likely(code)
        fail(f"There is no code “{code}”.{f' Did you mean “{guess}”?' if guess else ''} “courtship explain” lists all.")
    one = page(code)
    if json:
        facts = ("code", "severity", "meaning", "text", "wrong", "right")
        print_json({fact: getattr(one, fact) for fact in facts})
        return
    out.print(as_text(one), markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(explain)
