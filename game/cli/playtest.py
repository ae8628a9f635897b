"""`courtship playtest` and `courtship duel`: what bots make of a scenario, and of each other."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from game.cli.say import err, out, plain, print_json
from game.cli.trials import (
    ClusterAddress,
    Csv,
    Games,
    Json,
    ScenarioName,
    Seed,
    Workers,
    chosen,
    end,
    loaded,
    origin,
    played,
)

if TYPE_CHECKING:
    from game.bots.contract import Verdict
    from game.lab.duel import Duel
    from game.lab.playtest import Playtest, Reached
    from game.scenario import Scenario

CHECKED = 200  # games each bot plays for the contract, at most


def playtest(
    scenario: ScenarioName,
    games: Games = 200,
    bots: Annotated[
        list[str] | None, typer.Option("--bots", "-b", help="Who plays, several with commas; left out, all.")
    ] = None,
    seed: Seed = 0,
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    csv: Csv = None,
    json: Json = False,
) -> None:
    """Let bots play a scenario many times: goals, outcomes, what never happens, and whether it teaches what it says."""
    from game.bots.contract import check_contract
    from game.lab.blocks import compiled_from, trial_of
    from game.lab.playtest import playtest as look

    trial = trial_of(loaded(scenario), chosen(bots or ["all"]), games, seed)
    results = played(trial, workers, csv, cluster)
    found = look(results)
    compiled = compiled_from(trial.name, trial.text)
    verdicts: tuple[Verdict, ...] = ()
    if results.complete:
        with err.status("lesson check"):
            verdicts = check_contract(compiled, min(games, CHECKED), seed)
    if json:
        contract = [asdict(v) for v in verdicts] if results.complete else None
        print_json({**origin(trial), "complete": results.complete, **asdict(found), "contract": contract})
    else:
        _tell(found, compiled.scenario)
        _tell_lesson(verdicts, promised=bool(compiled.scenario.contract), checked=results.complete)
    end(results)


def _goal(reached: "Reached") -> str:
    day = "" if reached.median_day is None else f", day {reached.median_day:g}"
    return f"{100 * reached.share:.0f} %{day}"


def _tell(found: "Playtest", scenario: "Scenario") -> None:
    table = Table(title=f"{plain(scenario.title)}: {found.games} games", title_justify="left")
    table.add_column("bot")
    for title in ("score", "5 to 95 of 100", "customers", "still following", "trust"):
        table.add_column(title, justify="right")
    goals = Table("bot", *scenario.goals)
    for name, bot in found.bots.items():
        score = bot.figures["score"]
        table.add_row(
            name, f"{score.mean:.1f}", f"{score.low:.0f} to {score.high:.0f}", f"{bot.figures['bought'].mean:.1f}",
            f"{100 * bot.figures['following'].mean:.0f} %", f"{100 * bot.figures['mean_trust'].mean:.0f}",
        )  # fmt: skip
        goals.add_row(name, *map(_goal, bot.goals.values()))
    out.print(table)
    out.print(goals)
    out.print("Goals: how often they were reached, and the median day of those games.")
    for event, why in found.never_happened.items():
        out.print(f"never happened: {event} (0 of {found.games} games); {plain(why)}.", markup=False, soft_wrap=True)
    if found.never_used:
        out.print(f"never posted or shared: {', '.join(found.never_used)}", markup=False, soft_wrap=True)


def _tell_lesson(verdicts: "tuple[Verdict, ...]", *, promised: bool, checked: bool) -> None:
    if not checked:
        out.print("lesson check: left out, because the games were stopped.")
    elif not promised:
        out.print("lesson check: the scenario promises nothing; write a contract: block to have its lesson tested.")
    else:
        broken = [v for v in verdicts if not v.kept]
        for v in broken:
            out.print(f"lesson check: BROKEN {v.promise}: {v.says}; see game {v.episode}.", soft_wrap=True)
        if not broken:
            out.print(f"lesson check: all {len(verdicts)} promises are kept: it teaches what it says.")


def duel(
    scenario: ScenarioName,
    one: Annotated[str, typer.Argument(help="A bot, or a file of rule cards.")],
    other: Annotated[str, typer.Argument(help="The bot it is compared with.")],
    games: Games = 200,
    seed: Seed = 0,
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    csv: Csv = None,
    json: Json = False,
) -> None:
    """Compare two bots over the same people and the same chance, game by game."""
    from game.cli.say import fail
    from game.lab.blocks import trial_of
    from game.lab.duel import duel as compare

    two = chosen([one, other])
    if len(two) != 2:
        fail("A duel needs two different bots. “courtship bots” lists them.")
    trial = trial_of(loaded(scenario), two, games, seed)
    results = played(trial, workers, csv, cluster)
    found = compare(results)
    if json:
        print_json({**origin(trial), "complete": results.complete, **asdict(found)})
    else:
        _tell_duel(found)
    end(results)


def _tell_duel(found: "Duel") -> None:
    table = Table("figure", found.one, found.other, "difference", "95 % interval", "wins", "ties", "losses")
    for name, lead in found.leads.items():
        a, b = found.means[name]
        table.add_row(
            name.replace("_", " "), f"{a:.2f}", f"{b:.2f}", f"{lead.mean:+.2f}", f"{lead.low:+.2f} to {lead.high:+.2f}",
            str(lead.wins), str(lead.ties), str(lead.losses),
        )  # fmt: skip
    out.print(table)
    score = found.leads["score"]
    if not score.is_clear:
        out.print(f"After {score.games} games it is not clear who scores more; play more --games.")
        return
    ahead, behind = (found.one, found.other) if score.mean > 0 else (found.other, found.one)
    out.print(
        f"{ahead} scores {abs(score.mean):.1f} points more than {behind}. See game "
        f"{found.best} for {found.one}'s best, game {found.worst} for its worst.",
        markup=False, soft_wrap=True,
    )  # fmt: skip


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(playtest)
    app.command()(duel)
