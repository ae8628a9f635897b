"""`courtship timing`: of the test “Do you know when?”: what came of it, whether its forms are alike, how it is made."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.experiments.trials import Seed, file_to_write, misuse_is_told, progress_of
from game.cli.printing import Json, fail, out, plain, print_json, write_result
from game.desk.places import scenario_path, timing_path
from game.files import is_file

if TYPE_CHECKING:
    from game.coach.timing.timing_case import TimingForms
    from game.coach.timing.timing_told import ToldSitting
    from game.lab.signs.timing_learners import Equivalence

CasesOption = Annotated[
    Path | None, typer.Option("--cases", help="The cases of this file; left out, those that ship with the game.")
]
app = typer.Typer(help="A test of short cases: ask now, or not yet?", no_args_is_help=True)


@app.command()
def told(json: Json = False) -> None:
    """Tell what came of your tests, and where the answers are kept."""
    from dataclasses import asdict

    from game.coach.timing.timing_told import counted
    from game.desk.learning.timing_file import TimingFile

    path = timing_path()
    found = TimingFile(path).book(0).told
    if found is None:
        words = f"You have not taken the test yet; it is in the window. Answers are kept in {path}."
        print_json({"file": str(path), "sittings": []}) if json else out.print(plain(words), soft_wrap=True)
        return
    if json:
        print_json({"file": str(path), **asdict(found)})
        return
    for number, one in enumerate(found.sittings, 1):
        _tell_sitting(number, one)
    last = found.sittings[-1].marks
    for words in (counted(last), found.knowing, found.leaning, found.sureness, found.since, *found.signs):
        if words:
            out.print(plain(words), soft_wrap=True)
    out.print(plain(f"The answers are kept in {path}, and nowhere else. Delete the file, and they are forgotten."),
              soft_wrap=True)  # fmt: skip


def _two(figure: float) -> str:
    """A figure with two decimals, and never −0."""
    return f"{round(figure, 2) + 0.0:.2f}"


def _tell_sitting(number: int, one: "ToldSitting") -> None:
    marks, parts = one.marks, one.marks.calibration
    head = f"{number}. {one.sitting.when[:10]}, form {one.sitting.form}"
    out.print(plain(f"{head}: {marks.right} of {marks.cases} right"))
    knowing, leaning = marks.discrimination, marks.criterion
    out.print(
        f"   d’ {_two(knowing.figure)} ({_two(knowing.low)} to {_two(knowing.high)}), "
        f"criterion {_two(leaning.figure)} ({_two(leaning.low)} to {_two(leaning.high)}), "
        f"Brier {parts.brier:.3f} (unreliable {parts.unreliable:.3f}, resolution {parts.resolution:.3f}, "
        f"uncertainty {parts.uncertainty:.3f})",
        soft_wrap=True,
    )


@app.command()
def forms(
    each: Annotated[int, typer.Option(min=2, max=1000, help="How many learners of every kind.")] = 40,
    seed: Seed = 0,
    cases: CasesOption = None,
    json: Json = False,
) -> None:
    """Tell whether the two forms measure the same, by simulated learners."""
    from dataclasses import asdict

    from game.lab.signs.timing_learners import equivalence

    found_forms = _forms(cases)
    found = equivalence(found_forms, each, seed)
    if json:
        print_json({"seed": seed, **asdict(found), "equal": found.are_equal})
    else:
        _tell_forms(found_forms, found)


def _forms(cases: Path | None) -> "TimingForms":
    from game.coach.timing.timing_case import forms_from
    from game.desk.learning.timing_file import shipped_forms

    if cases is None:
        return shipped_forms()
    if not is_file(cases):
        fail(f"There is no file “{cases}”. Make one with courtship timing write {cases}.")
    return forms_from(cases.read_text(encoding="utf-8"))


def _tell_forms(forms: "TimingForms", found: "Equivalence") -> None:
    for name, cases in forms.forms.items():
        ready = [case for case in cases if case.ready]
        right = [case.reader if case.ready else 1.0 - case.reader for case in cases]
        perfect = [case.perfect if case.ready else 1.0 - case.perfect for case in cases]
        out.print(
            f"form {name}: {len(cases)} cases, {len(ready)} of them ready; a trained reader gives the truth "
            f"{sum(right) / len(right):.2f}, a perfect one {sum(perfect) / len(perfect):.2f}; "
            f"day {sum(case.day for case in cases) / len(cases):.1f}, "
            f"{sum(len(case.thread) for case in cases) / len(cases):.1f} lines, on the average",
            soft_wrap=True,
        )
    out.print(f"{found.learners} simulated learners on both forms")
    for level in found.levels:
        out.print(
            f"  noise {level.noise:.1f}: d’ {level.first:.2f} and {level.second:.2f}, criterion "
            f"{level.criterion_first:.2f} and {level.criterion_second:.2f}; intervals of d’ hold the other form's mean "
            f"{level.covered:.0%}",
            soft_wrap=True,
        )
    out.print(f"d’: the second less the first {found.difference:.3f} ({found.low:.3f} to {found.high:.3f})")
    out.print(f"d’: spread over learners {found.spread_first:.2f} and {found.spread_second:.2f}, "
              f"together {found.together:.2f}; Brier {found.brier_first:.3f} and {found.brier_second:.3f}",
              soft_wrap=True)  # fmt: skip
    out.print("The forms are equally hard." if found.are_equal else "The forms are not surely equally hard.")


@app.command()
def write(
    file: Annotated[Path, typer.Argument(help="The file of cases, such as cases.json.", callback=file_to_write)],
    seed: Seed = 12,
    games: Annotated[int, typer.Option("--games", "-n", min=4, max=2000, help="Fresh games of each scenario.")] = 30,
    scenarios: Annotated[
        list[str] | None,
        typer.Option(
            "--scenario", "-s", help="A scenario by name or path, may be repeated; left out, those kept for the test."
        ),
    ] = None,
) -> None:
    """Make the cases of both forms from fresh games."""
    from game.coach.timing.timing_case import written
    from game.desk.learning.timing_file import unplayed
    from game.lab.signs.timing_recipe import timing_forms
    from game.scenario import load
    from game.scenario.compiling.compile import compile_scenario

    paths = [scenario_path(name) for name in scenarios or ()] or unplayed()
    compiled = [(path.stem, compile_scenario(load(path).playable())) for path in paths]
    with misuse_is_told(), progress_of(games * len(compiled), "playing") as done:
        found = timing_forms(compiled, seed, games, done)
    write_result(file, written(found).encode())
    out.print(plain(f"Wrote {sum(len(some) for some in found.forms.values())} cases to {file}."))


def register(parent: typer.Typer) -> None:
    """Adds the commands of this file."""
    parent.add_typer(app, name="timing")
