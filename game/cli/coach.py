"""`courtship coach` and `courtship belief`: what could be known, what decisions were worth, how far to trust that."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.experiments.trials import ScenarioName, Seed, loaded, progress_of
from game.cli.listed_runs import RECORD_HELP, repeated_record
from game.cli.printing import Json, fail, out, plain, print_json, tell

if TYPE_CHECKING:
    from game.lab.signs.belief_calibration import BeliefCalibration
    from game.lab.signs.reliability import Reliability
    from game.session.session import Session

ParticlesOption = Annotated[int, typer.Option(min=50, max=20_000, help="How many lives are weighed for each follower.")]


def coach(
    record: Annotated[Path, typer.Argument(help=RECORD_HELP)],
    particles: ParticlesOption = 2000,
    pairs: Annotated[int, typer.Option(min=8, max=1000, help="How many pairs of games weigh each choice.")] = 64,
    review: Annotated[bool, typer.Option(help="Weigh each decision against the best other choice.")] = True,
    spoil: Annotated[bool, typer.Option("--spoil", help="Tell it of a run that is not finished, too.")] = False,
    day: Annotated[int | None, typer.Option(min=1, help="Weigh two choices of this day, as known then.")] = None,
    person: Annotated[str, typer.Option(help="For whom: name or id; with --day and --choices.")] = "",
    choices: Annotated[
        str, typer.Option(help="Two moves by their ids, such as none,propose; “none” is no move at all.")
    ] = "",
    json: Json = False,
) -> None:
    """Tell what could be known, and which decisions mattered."""
    from game.coach.hindsight.belief import believe
    from game.coach.hindsight.coach_text import coach_figures, coach_told
    from game.coach.hindsight.judged_guesses import judged_guesses
    from game.coach.hindsight.review import review as reviewed
    from game.coach.hindsight.visible import visible_run
    from game.session.transcript import unfinished_told

    session = repeated_record(record)
    now = session.playthrough
    if session.notice and not json:
        tell(session.notice)
    if day is not None or person or choices:
        if not now.finished and not now.practice and not spoil:
            fail(
                "This run is neither finished nor for practice. To ask all the same: "
                f"courtship coach --spoil {shlex.quote(str(record))} …"
            )
        _tell_what_if(session, day, person, choices, particles, json=json)
        return
    if not now.finished and not spoil:
        fail(f"{unfinished_told(now)} To be told now who they are: courtship coach --spoil {shlex.quote(str(record))}")
    mornings = frozenset(range(1, len(now.history) + 1)) if review else frozenset()
    belief = believe(visible_run(now), particles, mornings=mornings, worlds=pairs)
    marked = reviewed(now, particles, pairs, belief) if review else None
    guesses = judged_guesses(now, session.mornings, belief)
    if json:
        head = {"scenario": session.source.id, "seed": now.setup.seed, "episode": now.setup.episode}
        print_json({**head, **coach_figures(now, belief, marked, particles, guesses)})
        return
    if session.notice:
        tell(session.notice)
    tell(coach_told(now, belief, marked, particles, guesses))


def _tell_what_if(
    session: "Session", day: int | None, person: str, choices: str, particles: int, *, json: bool
) -> None:
    """Tells what two choices for one person on one day may bring; nothing that was hidden then is used."""
    from dataclasses import asdict

    from game.coach.practice.what_if_today import day_in_practice, known_morning, what_if_today
    from game.session.entries import AskWhatIf

    moves = [move.strip() for move in choices.split(",")]
    if day is None or not person or len(moves) != 2:
        fail("Name all three: --day 5 --person mara --choices none,propose")
    now = day_in_practice(session.playthrough, session.mornings, day)
    whom = next((who for who, p in now.people.items() if person.casefold() in {who, *_names(p.name)}), "")
    if not whom:
        fail(f"There is no follower “{plain(person)}”. There are: {', '.join(now.people)}.")
    asked = AskWhatIf(whom, *("" if move == "none" else move for move in moves))
    *_, found = what_if_today(now, asked, known_morning(now, particles))
    if json:
        person_told = {"person": whom, "name": now.people[whom].name}
        print_json({"scenario": session.source.id, "day": day, **person_told, **asdict(found)})
        return
    choice = f"“{found.first}” or “{found.second}”, in {found.pairs:,} pairs of games"
    tell(f"Day {day}, {now.people[whom].name}: {choice}\n{found.sentence}\n")


def _names(name: str) -> set[str]:
    """The names by which somebody may be called, in small letters: the whole one and the first."""
    return {name.casefold(), name.casefold().partition(" ")[0]}


def belief(
    scenario: ScenarioName,
    games: Annotated[int, typer.Option("--games", "-n", min=2, max=5000, help="How many fresh games are read.")] = 40,
    particles: ParticlesOption = 1000,
    player: Annotated[str, typer.Option(help="The bot that plays them.")] = "never_asks",
    seed: Seed = 0,
    json: Json = False,
) -> None:
    """Tell how far beliefs can be trusted."""
    from dataclasses import asdict

    from game.bots.registry import bots
    from game.lab.signs.belief_calibration import calibration
    from game.scenario.compiling.compile import compile_scenario

    if player not in bots():
        fail(f"There is no bot “{player}”. There are: {', '.join(bots())}.")
    source = loaded(scenario)
    with progress_of(games, "reading") as done:
        found = calibration(compile_scenario(source.playable()), seed, games, particles, done, player)
    if json:
        print_json({"scenario": source.id, "seed": seed, "games": games, "particles": particles, **asdict(found)})
    else:
        _tell(found, games, particles)


def _tell(found: "BeliefCalibration", games: int, particles: int) -> None:
    out.print(f"{games} fresh games, {particles} lives for each follower, every morning but the first")
    _tell_reliability("P(ready)", found.ready)
    out.print(f"  tells the ready from others: area {found.ready_area:.3f}")
    _tell_reliability("P(ready) of a trained reader of signs", found.reader)
    out.print(f"  tells the ready from others: area {found.reader_area:.3f}")
    _tell_reliability("P(likeliest motive)", found.motive)
    out.print(
        f"  surprise at the true motive {found.motive_log_score:.3f} nats, "
        f"by how common each is {found.motive_common:.3f}"
    )
    out.print(f"Effective sample size: least {found.effective_least:.0f}, median {found.effective_median:.0f}")


def _tell_reliability(title: str, found: "Reliability") -> None:
    out.print(title)
    for tenth in found.bins:
        out.print(f"  said {100 * tenth.said:5.1f} %  was so {100 * tenth.was_so:5.1f} %  of {tenth.forecasts}")
    out.print(
        f"  expected calibration error {found.expected_error:.4f}, log score {found.log_score:.4f} nats, "
        f"Brier {found.brier:.4f} (unreliable {found.unreliable:.4f}, resolution {found.resolution:.4f}, "
        f"uncertainty {found.uncertainty:.4f})",
        soft_wrap=True,
    )


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(coach)
    app.command()(belief)
