"""`courtship fit`: the numbers of a crowd from the weeks of a real account."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from game.cli.experiments.trials import Pictures, Seed, progress_of, tell_pictures
from game.cli.printing import Json, err, fail, out, print_json, tell

if TYPE_CHECKING:
    from game.lab.audience.account import Account
    from game.lab.audience.fitting import Estimate, Fit

SAYS = {
    "nothing": "your file says nothing about this",
    "little": "your file says little about this",
    "something": "your file says something",
    "much": "your file says a good deal",
}


def fit(
    csv: Annotated[Path | None, typer.Option("--csv", help="The weeks of your account, a CSV file.")] = None,
    to: Annotated[
        Path | None, typer.Option("--out", help="Write a scenario with such a crowd into this folder.")
    ] = None,
    seed: Seed = 0,
    panels: Annotated[int, typer.Option(min=64, max=20_000, help="Simulated crowds in each of two rounds.")] = 384,
    pictures: Pictures = None,
    recover: Annotated[
        int | None,
        typer.Option(min=1, max=1000, help="Fit as many accounts of known crowds treated as yours was, and end."),
    ] = None,
    template: Annotated[bool, typer.Option("--template", help="Print a file to fill in, and end.")] = False,
    json: Json = False,
) -> None:
    """Fit a crowd to the weekly rates of a real account."""
    from game.lab.audience.account_file import read_account
    from game.lab.audience.account_template import TEMPLATE

    if template:
        out.file.write(TEMPLATE)
        return
    if csv is None:
        fail(
            "Name the weeks of your account: courtship fit --csv rates.csv. A file to fill in: courtship fit --template"
        )
    from game.lab.audience.crowd_scenario import can_be_written, write_scenario
    from game.lab.audience.fitting import fit as fitted
    from game.lab.audience.fitting import total

    read = read_account(csv)
    if to is not None:
        can_be_written(to)
    for note in read.notes:
        tell(note, err)
    if recover is not None:
        _recover(read.account, recover, seed, panels, json)
        return
    with progress_of(total(panels), "simulating crowds") as done:
        found = fitted(read.account, seed, panels, done)
    written = None if to is None else write_scenario(found, str(csv), to)
    if json:
        print_json(_document(found, csv, panels, written))
    else:
        _tell(found, with_scenario=written is not None)
        if written is not None:
            _tell_scenario(found, written)
    if pictures is not None:
        from game.lab.audience.drawn_fit import picture_of_fit

        tell_pictures(pictures, {"fit": picture_of_fit(found)})


def _document(found: "Fit", csv: Path, panels: int, written: Path | None) -> dict[str, Any]:
    from dataclasses import asdict

    from game import __version__
    from game.lab.audience.account import KINDS
    from game.lab.audience.crowd_scenario import values_of
    from game.model.parameters import PARAMETERS_VERSION

    account, values = found.account, values_of(found)
    return {
        "file": str(csv), "weeks": account.length, "seed": found.seed, "panels": panels, "version": __version__,
        "parameters": PARAMETERS_VERSION, "scenario": str(written) if written else None,
        "numbers": [{**asdict(e), "at_edge": e.at_edge, "in_scenario": values[e.id]} for e in found.estimates],
        "together": [{"one": a, "other": b, "correlation": r} for a, b, r in found.together],
        "outside": found.outside, "is_told": found.is_told, "bought_unasked": found.bought_unasked,
        "by_week": [
            {"week": int(week)} | {
                kind: {"observed": account.counted[w, k], "low": found.low[w, k], "median": found.middle[w, k],
                       "high": found.high[w, k]} for k, kind in enumerate(KINDS)
            } for w, week in enumerate(account.weeks)
        ],
    }  # fmt: skip


def _tell(found: "Fit", *, with_scenario: bool) -> None:
    from game.lab.audience.crowd_scenario import values_of

    values = values_of(found) if with_scenario else {}
    column = ("in the scenario",) if with_scenario else ()
    table = Table("number", "likely", "90 % interval", *column, "searched", "what your file says of it")
    table.columns[0].no_wrap = True
    for e in found.estimates:
        likely = "?" if e.says == "nothing" else f"{e.median:.3g}"
        table.add_row(
            e.id,
            likely,
            f"{e.low:.3g} to {e.high:.3g}",
            *([f"{values[e.id]:.3g}"] if values else []),
            f"{e.searched_from:g} to {e.searched_to:g}",
            SAYS[e.says] + _edge(e),
        )
    out.print(table)
    for e in found.estimates:
        tell(f"{e.id}: {e.meaning}")
    for one, other, r in found.together:
        way = "more of one goes with more of the other" if r > 0 else "more of one goes with less of the other"
        tell(f"{one} and {other} can stand for each other in your file: {way} (correlation {r:+.2f}).")
    _tell_weeks(found)


def _edge(estimate: "Estimate") -> str:
    if not estimate.at_edge:
        return ""
    end = "lower" if estimate.at_edge == "low" else "upper"
    return f"; it lies at the {end} end of what is searched, and may lie beyond"


def _tell_weeks(found: "Fit") -> None:
    from game.lab.audience.account import KINDS

    table = Table("week", *KINDS, title="Observed, and what ninety of a hundred such crowds give", title_justify="left")
    for w, week in enumerate(found.account.weeks):
        cells = []
        for k in range(len(KINDS)):
            seen, low, high = found.account.counted[w, k], found.low[w, k], found.high[w, k]
            cells.append(f"{seen:.0f} ({low:.0f} to {high:.0f}){'' if low <= seen <= high else ' !'}")
        table.add_row(str(week), *cells)
    out.print(table)
    many = found.account.counted.size
    outside = sum(found.outside.values())
    out.print(f"{outside} of {many} counts lie outside (!); about {0.1 * many:.0f} may by chance alone.")
    if found.bought_unasked:
        tell(
            "No crowd of the game lives so: your file has purchases before any offer, and in the game nobody buys "
            "without one. Count in “offers” whatever asks somebody to buy, or set “purchases” to 0."
        )
    elif not found.is_told:
        tell(
            "That is more than chance: no crowd of the game lives through your weeks as yours did. Take none of the "
            "numbers above for sure, narrow as their intervals may be."
        )


def _tell_scenario(found: "Fit", written: Path) -> None:
    own = [e.id for e in found.estimates if e.says == "nothing"]
    if own:
        tell(
            f"Of {', '.join(own)} your file says nothing; in the scenario stand the game's own numbers, and of the "
            "others those that go with these, which are not quite the likeliest ones."
        )
    out.print(f"Written: {written}. Play it: courtship play {shlex.quote(str(written.parent))}", soft_wrap=True)


def _recover(account: "Account", cases: int, seed: int, panels: int, json: bool) -> None:
    from dataclasses import asdict

    from game.lab.audience.recovery import recover

    with progress_of(2 * panels * cases, "fitting known crowds") as done:
        found = recover(account, cases, seed, panels, done)
    if json:
        print_json({"seed": seed, "panels": panels,
                    "cases": [{"truth": one.truth, "held": one.held, "found": [asdict(e) for e in one.estimates]}
                              for one in found]})  # fmt: skip
        return
    table = Table("number", "truth in the 90 % interval", "width against what is searched")
    table.columns[0].no_wrap = True
    for e in found[0].estimates:
        held = sum(one.held[e.id] for one in found)
        widths = sorted(other.width for one in found for other in one.estimates if other.id == e.id)
        table.add_row(e.id, f"{held} of {cases}", f"{widths[len(widths) // 2]:.2f}")
    out.print(table)
    every = [held for one in found for held in one.held.values()]
    out.print(f"In all {sum(every)} of {len(every)}: {100 * sum(every) / len(every):.0f} %, where 90 % is promised.")


def register(app: typer.Typer) -> None:
    """Adds the command of this file."""
    app.command()(fit)
