"""`courtship sandbox`: the rules as sliders, and what becomes of the same people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from game.cli.experiments.trials import GamesOption, Seed, loaded, misuse_is_told, progress_of
from game.cli.printing import Json, err, out, print_json, tell, write_result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.lab.reports.statistics import Difference
    from game.lab.sandbox.compared import Compared


def sandbox(
    scenario: Annotated[str, typer.Argument(help="Name or path of a scenario; left out, thirty made-up people.")] = "",
    ask_price: Annotated[float, typer.Option(help="How dear an early ask is, .25 to 4; 1 is as shipped.")] = 1.0,
    memory: Annotated[float, typer.Option(help="How long memory lasts, .25 to 4.")] = 1.0,
    crowd: Annotated[float, typer.Option(help="How loud the crowd is, 0 to 3.")] = 1.0,
    games: GamesOption = 60,
    seed: Seed = 0,
    to: Annotated[Path | None, typer.Option("--out", dir_okay=False, help="Write the picture there, FILE.svg.")] = None,
    json: Json = False,
) -> None:
    """Change the rules, and see what becomes of the same people.

    Nothing of a sandbox is kept as a run: its rules are not those of the game.
    """
    from game.lab.sandbox.compared import compare, thirty_people, total
    from game.lab.sandbox.sliders import command_of, params_at

    positions = {"ask-price": ask_price, "memory": memory, "crowd": crowd}
    with misuse_is_told():
        params_at(positions)
    source = loaded(scenario) if scenario else thirty_people()
    with misuse_is_told(), progress_of(total(games), "playing") as done:
        found = compare(source, positions, seed, games, done)
    line = command_of(positions, scenario, seed, games)
    if json:
        print_json(_document(found, positions, source.id, line, seed, games))
    else:
        _tell(found, positions, f"{source.title}: {games} games each, seed {seed}", line)
    if to is not None:
        _write(to, found, source.title, line)


def _document(found: "Sequence[Compared]", positions: dict[str, float], scenario: str, line: str, seed: int,
              games: int) -> dict[str, Any]:  # fmt: skip
    from game import __version__
    from game.lab.sandbox.compared import FIGURES
    from game.lab.sandbox.sliders import SLIDERS, marked
    from game.model.parameters import PARAMETERS_VERSION

    return {
        "sandbox": True, "scenario": scenario, "version": __version__, "seed": seed, "games": games, "again": line,
        "parameters": marked(PARAMETERS_VERSION, positions),
        "sliders": [{"id": s.id, "at": positions[s.id], "multiplies": s.multiplies, "divides": s.divides,
                     "says": s.says, "published": s.published, "findings": s.findings} for s in SLIDERS.values()],
        "bots": {
            one.player: {
                name: {"shipped": float(one.shipped.figures[name].mean()),
                       "changed": float(one.changed.figures[name].mean()), "moves": vars(one.moved(name))}
                for name in FIGURES
            } | {"trust": {"shipped": one.shipped.trust.tolist(), "changed": one.changed.trust.tolist()}}
            for one in found
        },
    }  # fmt: skip


def _tell(found: "Sequence[Compared]", positions: dict[str, float], title: str, line: str) -> None:
    from game.coach.adding_up import tenths
    from game.lab.sandbox.compared import FIGURES, TITLES
    from game.lab.sandbox.sliders import SLIDERS, marked, shipped
    from game.model.parameters import PARAMETERS_VERSION

    table = Table("bot", "figure", "shipped", "changed", "moves (95 %)", title=title, title_justify="left")
    for one in found:
        for name in FIGURES:
            shipped_one, changed_one = (float(rules.figures[name].mean()) for rules in (one.shipped, one.changed))
            table.add_row(
                one.player if name == FIGURES[0] else "", TITLES[name], f"{tenths(shipped_one):.1f}",
                f"{tenths(changed_one):.1f}", moves_told(one.moved(name), shipped_one, changed_one),
            )  # fmt: skip
    out.print(table)
    tell("gone: who follows no more, a month after the last day. ?: could be chance.")
    for slider in SLIDERS.values():
        tell(f"{slider.title} (--{slider.id} {positions[slider.id]:g}): {slider.says} {slider.published}")
    if shipped(positions):
        tell("All sliders stand at 1, so both sides are the same. Move one: --ask-price 2")
    else:
        tell(f"Parameters: {marked(PARAMETERS_VERSION, positions)}. No run of the game has these rules.")
    out.print(f"Again: {line}", markup=False, soft_wrap=True)


def moves_told(moved: "Difference", shipped: float, changed: float) -> str:
    """How a figure moves: the difference of what is printed beside it, and its interval; or that it is the same.

    Args:
        moved: game by game.
        shipped: the mean by the shipped rules.
        changed: the mean by the changed ones.
    """
    from game.coach.adding_up import told_change

    if moved.ties == moved.games:
        return "the same"
    interval = f"({_signed(moved.low)} to {_signed(moved.high)})"
    return f"{told_change(shipped, changed):+.1f} {interval}{'' if moved.is_clear else ' ?'}"


def _signed(value: float) -> str:
    """A difference with its sign, and never −0."""
    return f"{round(value, 1) + 0.0:+.1f}"


def _write(to: Path, found: "Sequence[Compared]", title: str, line: str) -> None:
    from game.lab.sandbox.drawn_sandbox import picture_of_sandbox

    note = f"Grey band: eighty of a hundred followers by the changed rules. {line}"
    svg = picture_of_sandbox(f"{title}, by rules that are none of the game", found, note)
    write_result(to, svg.encode())
    err.print(f"Written: {to}", markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the command of this file."""
    app.command()(sandbox)
