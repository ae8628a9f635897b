"""`courtship sandbox`: the rules as sliders, and what becomes of the same people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from game.cli.experiments.trials import GamesOption, Seed, loaded, misuse_is_told, progress_of
from game.cli.printing import Json, err, fail, out, print_json
from game.files import write_over

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    from game.lab.sandbox.compared import FIGURES, TITLES
    from game.lab.sandbox.sliders import SLIDERS, marked, shipped
    from game.model.parameters import PARAMETERS_VERSION

    table = Table("bot", "figure", "shipped", "changed", "moves (95 %)", title=title, title_justify="left")
    for one in found:
        for name in FIGURES:
            moved = one.moved(name)
            interval = f"({_signed(moved.low)} to {_signed(moved.high)})"
            table.add_row(
                one.player if name == FIGURES[0] else "", TITLES[name], f"{one.shipped.figures[name].mean():.1f}",
                f"{one.changed.figures[name].mean():.1f}",
                f"{_signed(moved.mean)} {interval}{'' if moved.is_clear else ' ?'}",
            )  # fmt: skip
    out.print(table)
    out.print("gone: who follows no more, a month after the last day. ?: could be chance.", soft_wrap=True)
    for slider in SLIDERS.values():
        out.print(f"{slider.title} (--{slider.id} {positions[slider.id]:g}): {slider.says} {slider.published}",
                  markup=False, soft_wrap=True)  # fmt: skip
    if shipped(positions):
        out.print("All sliders stand at 1, so both sides are the same. Move one: --ask-price 2", soft_wrap=True)
    else:
        out.print(f"Parameters: {marked(PARAMETERS_VERSION, positions)}. No run of the game has these rules.",
                  markup=False, soft_wrap=True)  # fmt: skip
    out.print(f"Again: {line}", markup=False, soft_wrap=True)


def _signed(value: float) -> str:
    """A difference with its sign, and never −0."""
    return f"{round(value, 1) + 0.0:+.1f}"


def _write(to: Path, found: "Sequence[Compared]", title: str, line: str) -> None:
    from game.lab.sandbox.drawn_sandbox import picture_of_sandbox

    svg = picture_of_sandbox(f"{title}, by rules that are none of the game", found, line)
    try:
        write_over(to, svg.encode())
    except OSError as error:
        fail(f"The picture could not be written to {to}: {error.strerror}. Choose another place.", 1)
    err.print(f"Written: {to}", markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the command of this file."""
    app.command()(sandbox)
