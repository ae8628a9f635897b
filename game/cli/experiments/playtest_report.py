"""What `courtship playtest` prints for people: tables of bots and goals, what was said, what is wrong, the lesson."""

from typing import TYPE_CHECKING

from rich.table import Table

from game.cli.printing import out, plain

if TYPE_CHECKING:
    from game.lab.reports.playtest import Playtest, Reached
    from game.lab.reports.said import LineSaid, ReplyGiven, SaidCounts
    from game.scenario import Scenario
    from game.scenario.problems.problems import Problem

BESIDE = ("bought", "following", "mean_trust")  # figures that stand beside the score
MOST_LISTED = 20  # lines and answers that are listed


def _goal(reached: "Reached") -> str:
    day = "" if reached.median_day is None else f", day {reached.median_day:g}"
    return f"{100 * reached.share:.0f} %{day}"


def tell_games(found: "Playtest", scenario: "Scenario") -> None:
    """Scores and goals, a bot a row; what never happened, and what nobody used."""
    from game.lab.playing.outcome_figures import TITLES, printed_figure

    table = Table(title=f"{plain(scenario.title)}: {found.games} games", title_justify="left")
    table.add_column("bot")
    for title in ("score", "5 to 95 of 100", *(TITLES[figure] for figure in BESIDE)):
        table.add_column(title, justify="right")
    goals = Table("bot", *scenario.goals)
    for name, bot in found.bots.items():
        score = bot.figures["score"]
        table.add_row(
            name, printed_figure("score", score.mean), f"{score.low:.0f} to {score.high:.0f}",
            *(printed_figure(figure, bot.figures[figure].mean) for figure in BESIDE),
        )  # fmt: skip
        goals.add_row(name, *map(_goal, bot.goals.values()))
    out.print(table)
    out.print(goals)
    out.print("Goals: how often they were reached, and the median day of those games.")
    for event, why in found.never_happened.items():
        out.print(f"never happened: {event} (0 of {found.games} games); {plain(why)}.", markup=False, soft_wrap=True)
    if found.never_used:
        out.print(f"never posted or shared: {', '.join(found.never_used)}", markup=False, soft_wrap=True)


def tell_events_heard(found: "Playtest", said: "SaidCounts") -> None:
    """In how many of the games with all their words that happened which no other game brought."""
    for event in found.never_happened:
        times = said.events[event]
        often = f"in {times} of" if times else "in none of"
        rest = "" if times else "; play it by hand"
        out.print(
            f"{event}: it happened {often} {said.games} games with all their words, where one bot gives every answer "
            f"in turn{rest}.",
            markup=False, soft_wrap=True,
        )  # fmt: skip


def tell_words(
    games: int, lines: "tuple[LineSaid, ...]", replies: "tuple[ReplyGiven, ...]", signals: dict[str, int]
) -> None:  # fmt: skip
    """How often each line of the scenario and each answer to its events came, those least heard first."""
    if lines:
        never = [line for line in lines if not line.times]
        _counts("line", [(line.times, line.kind, line.text) for line in lines])
        out.print(
            f"Lines: how often each was said in {games} games with all their words; {len(never)} of {len(lines)} never."
        )
    if replies:
        _counts("answer", [(reply.times, reply.event, reply.label) for reply in replies])
        out.print(
            "Answers: how often each was given. Bots give the tempting or the kindest other one; one gives all in turn."
        )
    quiet = [name for name, times in signals.items() if not times]
    if quiet:
        out.print(f"signals that never came: {', '.join(quiet)}", markup=False, soft_wrap=True)


def _counts(what: str, rows: list[tuple[int, str, str]]) -> None:
    table = Table()
    table.add_column("times", justify="right", no_wrap=True, min_width=5)
    table.add_column("of", no_wrap=True)
    table.add_column(what)
    for times, of, text in sorted(rows, key=lambda row: row[0])[:MOST_LISTED]:
        table.add_row(str(times), of, text)
    out.print(table)
    if len(rows) > MOST_LISTED:
        out.print(f"… and {len(rows) - MOST_LISTED} that came more often; --json has them all.")


def tell_problems(problems: "tuple[Problem, ...]") -> None:
    """What is wrong, each with its place in the file, as `check` prints it."""
    from game.scenario.problems.report import render

    for problem in problems:
        out.print(render(problem), markup=False, soft_wrap=True)
