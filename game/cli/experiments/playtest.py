"""`courtship playtest` and `courtship duel`: what bots make of a scenario, and of each other."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from game.cli.experiments import playtest_report as report
from game.cli.experiments.told_promises import tell_promises
from game.cli.experiments.trials import (
    ClusterAddress,
    GamesOption,
    Out,
    Pictures,
    ScenarioName,
    Seed,
    Workers,
    chosen,
    end,
    loaded,
    origin,
    played,
    progress_of,
    suppress_interrupt,
    tell_pictures,
)
from game.cli.printing import Json, err, out, print_json
from game.cli.recorded import kept_game, open_record, same_people
from game.desk.launch import require_display
from game.desk.places import named_or_here
from game.errors import FAILED, INTERRUPTED

if TYPE_CHECKING:
    from game.bots.contract import PromiseVerdict
    from game.lab.playing.run import Results
    from game.lab.reports.duel import Duel
    from game.lab.reports.lesson import Lesson
    from game.lab.reports.playtest import Playtest
    from game.lab.reports.said import SaidCounts
    from game.scenario import Loaded
    from game.scenario.problems.problems import Problem

Bots = Annotated[
    list[str] | None, typer.Option("--bots", "-b", help="Who plays, several with commas; left out, all.")
]  # fmt: skip


def playtest(
    scenario: ScenarioName = "",
    games: GamesOption = 200,
    bots: Bots = None,
    lines: Annotated[
        int, typer.Option(min=0, max=10_000, help="In how many games of each bot the words are counted; 0 leaves it.")
    ] = 12,
    seed: Seed = 0,
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    file: Out = None,
    pictures: Pictures = None,
    open_: Annotated[
        bool, typer.Option("--open", help="Open the game that shows the worst of the lesson, as its bot played it.")
    ] = False,
    json: Json = False,
) -> None:
    """Let bots play many times, and tell what they found.

    Goals, outcomes, what never happens or is never said, and whether the lesson holds.
    """
    from game.lab.playing.blocks import trial_of
    from game.lab.reports.playtest import worst_game

    if open_:
        require_display()
    source = loaded(scenario)
    trial = trial_of(source, chosen(bots or ["all"]), games, seed)
    results = played(trial, workers, file, cluster)
    told = _told(source, results, workers, min(lines, games))
    if json:
        print_json(told.figures)
    else:
        told.print(scenario)
    if pictures is not None:
        _draw(pictures, results, told.found)
    if open_ and results.complete:
        shown = worst_game(results, told.verdicts)
        record = kept_game(scenario, shown.bot, seed, shown.episode, "playtest")
        err.print(
            f"Opening game {shown.episode} as {shown.bot.id} played it: {shown.why}.", markup=False, soft_wrap=True
        )
        open_record(record)
    if not told.complete:
        raise typer.Exit(INTERRUPTED)
    if any(p.is_error for p in told.problems) or not told.lesson.holds:
        raise typer.Exit(FAILED)


def _draw(folder: Path, results: "Results", found: "Playtest") -> None:
    from game.lab.reports.drawn_results import pictures_of_playtest, watched_games

    with progress_of(watched_games(results) * len(found.bots), "drawing") as done:
        drawn = pictures_of_playtest(results, found, done)
    tell_pictures(folder, drawn)


@dataclass(frozen=True)
class _Told:
    """All that a playtest has to tell."""

    source: "Loaded"
    results: "Results"
    found: "Playtest"
    said: "SaidCounts | None"
    problems: "tuple[Problem, ...]"
    verdicts: "tuple[PromiseVerdict, ...]"
    complete: bool  # nothing was stopped

    @property
    def lesson(self) -> "Lesson":
        """The one verdict that the last sentence, the figures and the exit code are made of."""
        from game.lab.reports.lesson import lesson_of

        promised = bool(self.results.trial.scenario.scenario.contract)
        return lesson_of(self.verdicts, self.problems, promised=promised, tested=self.complete)

    @property
    def figures(self) -> dict[str, Any]:
        """The figures of the playtest, as `--json` prints them."""
        from game.lab.reports.said import lines_said, replies_given, signals_seen

        trial = self.results.trial
        compiled = trial.scenario.compiled()
        words = None
        if self.said is not None:
            words = {
                "games": self.said.games,
                "lines": [asdict(line) for line in lines_said(self.said, compiled)],
                "answers": [asdict(reply) for reply in replies_given(self.said, compiled)],
                "signals": signals_seen(self.said),
                "events": dict(self.said.events),
            }
        return {
            **origin(trial), "complete": self.complete, **asdict(self.found), "words": words,
            "problems": [
                {"file": p.file, "line": p.line, "column": p.column, "severity": p.severity, "code": p.code,
                 "message": p.message, "hint": p.hint} for p in self.problems
            ],
            "lesson": asdict(self.lesson), "contract": [asdict(v) for v in self.verdicts] if self.complete else None,
        }  # fmt: skip

    def print(self, scenario: str) -> None:
        """Prints the playtest as tables and sentences."""
        from game.lab.reports.said import lines_said, replies_given, signals_seen

        trial = self.results.trial
        compiled = trial.scenario.compiled()
        report.tell_games(self.found, compiled.scenario)
        if self.said is not None and self.said.games:
            report.tell_words(
                self.said.games, lines_said(self.said, compiled), replies_given(self.said, compiled),
                signals_seen(self.said),
            )  # fmt: skip
            report.tell_events_heard(self.found, self.said)
        report.tell_problems(self.problems)
        if not self.lesson.holds:
            tell_promises(self.source, trial, self.verdicts, scenario)
        out.print(f"lesson check: {self.lesson.says}", soft_wrap=True)


def _told(source: "Loaded", results: "Results", workers: int, lines: int) -> _Told:
    """Looks at the games, plays some with their words, and tests the contract; a Ctrl-C leaves out what is left."""
    from game.bots.contract import MOST_TESTED, check_contract
    from game.lab.reports.played_findings import played_findings
    from game.lab.reports.playtest import playtest as look
    from game.lab.reports.playtest import scores_of
    from game.lab.reports.said import listen_to

    trial, complete, said = results.trial, results.complete, None
    verdicts: tuple[PromiseVerdict, ...] = ()
    if complete and lines:
        wanted = lines * len(trial.players)
        with progress_of(wanted, "listening") as done:
            said = listen_to(trial, lines, workers, done)
        complete = said.games == wanted
        if not complete:
            err.print("Stopped while the words were counted; the lines told of are those of the games done.")
    if complete:
        tested = min(trial.games, MOST_TESTED)
        with suppress_interrupt() as stopped, err.status("lesson check"):
            compiled = trial.scenario.compiled()
            verdicts = check_contract(compiled, tested, trial.seed, played=scores_of(results, tested))
        complete = not stopped
    with err.status("what the games show"):
        problems = played_findings(source, results, said, lines if complete else 0)
    return _Told(source, results, look(results), said, problems, verdicts, complete)


def duel(
    names: Annotated[
        list[str],
        typer.Argument(
            help="Two bots, or files of rule cards; before them a scenario, unless it is the one in this folder.",
            metavar="[SCENARIO] ONE OTHER",
        ),
    ],
    games: GamesOption = 200,
    seed: Seed = 0,
    workers: Workers = 1,
    cluster: ClusterAddress = None,
    file: Out = None,
    json: Json = False,
) -> None:
    """Compare two bots over the same people, game by game."""
    from game.cli.printing import fail
    from game.lab.playing.blocks import trial_of
    from game.lab.reports.duel import duel as compare

    if len(names) not in {2, 3}:
        fail("Name two bots, and a scenario before them: courtship duel slow_roast patient pushy")
    scenario = named_or_here("" if len(names) == 2 else names[0])
    two = chosen(names[-2:])
    if len(two) != 2:
        fail("A duel needs two different bots. “courtship bots” lists them.")
    trial = trial_of(loaded(scenario), two, games, seed)
    results = played(trial, workers, file, cluster)
    found = compare(results)
    if json:
        print_json({**origin(trial), "complete": results.complete, **asdict(found)})
    else:
        _tell_duel(found, lambda episode: same_people(scenario, seed, episode))
    end(results)


def _tell_duel(found: "Duel", again: Callable[[int], str]) -> None:
    table = Table("figure", found.one, found.other, "difference", "95 % interval", "wins", "ties", "losses")
    for name, lead in found.leads.items():
        a, b = found.means[name]
        table.add_row(
            name.replace("_", " "), f"{a:.2f}", f"{b:.2f}", f"{lead.mean:+.2f}", f"{lead.low:+.2f} to {lead.high:+.2f}",
            str(lead.wins), str(lead.ties), str(lead.losses),
        )  # fmt: skip
    out.print(table)
    score = found.leads["score"]
    if score.ties:
        out.print("ties: games in which both end with the same score; they count for neither.")
    if not score.is_clear:
        out.print(f"After {score.games} games it is not clear who scores more; play more --games.")
        return
    ahead, behind = (found.one, found.other) if score.mean > 0 else (found.other, found.one)
    out.print(
        f"{ahead} scores {abs(score.mean):.1f} points more than {behind}. To play with the same people: "
        f"{again(found.best)} where {found.one} leads most, {again(found.worst)} where it leads least.",
        markup=False, soft_wrap=True,
    )  # fmt: skip


def register(app: typer.Typer) -> None:
    """Adds the commands of this file."""
    app.command()(playtest)
    app.command()(duel)
