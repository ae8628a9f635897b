"""`courtship freshness` and `courtship legibility`: what is known by heart, and what can be read."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.difficulty_option import DifficultyOption
from game.cli.experiments import playtest_report as report
from game.cli.experiments.trials import Pictures, ScenarioName, Seed, loaded, progress_of, tell_pictures
from game.cli.printing import Json, out, print_json

if TYPE_CHECKING:
    from game.lab.signs.freshness import Freshness
    from game.lab.signs.legibility import Legibility
    from game.scenario.problems.problems import Problem

Courted = Annotated[int, typer.Option("--games", "-n", min=40, max=20_000, help="How many games are courted.")]


def freshness(
    scenario: ScenarioName,
    games: Courted = 1000,
    plays: Annotated[int, typer.Option(min=2, max=200, help="How many games are played with all their words.")] = 24,
    seed: Seed = 0,
    pictures: Pictures = None,
    json: Json = False,
) -> None:
    """Tell what is known by heart after a few games."""
    from game.lab.signs.drawn_signs import picture_of_freshness
    from game.lab.signs.freshness import freshness as measure
    from game.lab.signs.signs_lint import examine_freshness
    from game.scenario.compiling.compile import compile_scenario

    source = loaded(scenario)
    compiled = compile_scenario(source.playable())
    with progress_of(plays, "playing") as done:
        found = measure(compiled, seed, games, plays, done)
    if json:
        print_json({"scenario": source.id, "seed": seed, "games": games, **asdict(found)})
    else:
        problems = examine_freshness(source, found)
        _tell_verdict("Who has played before still has to look: names give little away, and texts are new.", problems)
        _tell_freshness(found, games)
        report.tell_problems(problems)
    if pictures is not None:
        tell_pictures(pictures, {"freshness": picture_of_freshness(source.title, found)})


def _tell_verdict(good: str, problems: "tuple[Problem, ...]") -> None:
    """What the figures come to, before them."""
    count = f"{len(problems)} {'thing' if len(problems) == 1 else 'things'} to mend, told below the figures"
    codes = ", ".join(dict.fromkeys(problem.code for problem in problems))
    out.print(f"{count}: {codes}." if problems else good, soft_wrap=True)


def _tell_freshness(found: "Freshness", games: int) -> None:
    print_ = out.print
    print_("Who is ready, known by heart (area: 0.5 nothing, 1 everything)")
    print_(f"  by name and day, after {games // 2} games  {found.by_name_and_day:.3f}")
    print_(f"  by name and day, after six games  {found.remembered:.3f}")
    print_(f"  by the day alone                  {found.by_day:.3f}")
    print_(f"  by the name, day by day           {found.by_name:.3f}")
    print_("New texts, play by play")
    print_("  " + "  ".join(f"{share:.0%}" for share in found.unseen), soft_wrap=True)
    print_(f"  90 % of all texts are met in {found.plays_until_heard} plays")


def legibility(
    scenario: ScenarioName,
    games: Courted = 1000,
    seed: Seed = 0,
    difficulty: DifficultyOption = "",
    pictures: Pictures = None,
    json: Json = False,
) -> None:
    """Tell how well people can be read, and when to ask."""
    from game.lab.signs.drawn_signs import picture_of_legibility
    from game.lab.signs.legibility import legibility as measure
    from game.lab.signs.legibility import steps
    from game.lab.signs.signs_lint import examine_legibility
    from game.scenario.compiling.compile import compile_scenario

    source = loaded(scenario, difficulty)
    compiled = compile_scenario(source.playable())
    with progress_of(steps(), "reading") as done:
        found = measure(compiled, seed, games, done)
    if json:
        print_json(
            {"scenario": source.id, "difficulty": compiled.scenario.difficulty, "seed": seed, "games": games,
             **asdict(found)}
        )  # fmt: skip
    else:
        problems = examine_legibility(source, found)
        _tell_verdict("People can be read, and have to be; there is a right moment to ask.", problems)
        _tell_legibility(found)
        report.tell_problems(problems)
    if pictures is not None:
        tell_pictures(pictures, {"legibility": picture_of_legibility(source.title, found)})


def _tell_legibility(found: "Legibility") -> None:
    print_ = out.print
    print_("How well people can be read (area: 0.5 guesses, 1 knows)")
    print_(f"  a trained reader of all signs     {found.reader:.3f}")
    print_(f"  the best rule of two signs        {found.two_signs:.3f}  ({found.rule[0]}; {found.rule[1]})")
    print_(f"  motives, on the last morning      {found.of_motives:.3f}")
    for title, curve in (
        ("Score by the likelihood from which one asks", found.thresholds),
        ("Score by the days from being ready", found.shifts),
    ):
        print_(title)
        print_("  " + "  ".join(f"{x:g}: {y:.1f}" for x, y in zip(curve.x, curve.scores, strict=True)), soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(freshness)
    app.command()(legibility)
