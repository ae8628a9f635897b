"""Pictures of what the lab found, as SVG: trust over the days, spread of outcomes, goals; outcome against parameter."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from game.bots.bot import Bot
from game.bots.play import BLOCK, play
from game.engine.position import DayPlan, Position
from game.errors import CourtshipError
from game.figures.chart_parts import ChartPanel
from game.figures.figure import sheet
from game.figures.line_chart import ChartLine, line_panel
from game.figures.range_chart import Range, range_panel
from game.figures.share_chart import share_panel
from game.files import write_over
from game.lab.playing.outcome_figures import TITLES
from game.lab.playing.players import bot_of
from game.lab.playing.run import Results
from game.lab.reports.playtest import Playtest
from game.lab.reports.sweep import Cell
from game.model import trust
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

WATCHED = 100  # games of each bot in which trust is followed day by day
MOST_PANELS = 12


class PicturesError(CourtshipError):
    """A picture cannot be written."""


def write_pictures(folder: Path, pictures: dict[str, str]) -> list[Path]:
    """Writes pictures by their names into a folder, which is made if need be.

    Raises:
        PicturesError: the folder cannot be written.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, svg in pictures.items():
            path = folder / f"{name}.svg"
            write_over(path, svg.encode())
            written.append(path)
    except OSError as error:
        raise PicturesError(
            f"The pictures cannot be written into {folder} ({error.strerror}). Choose another folder."
        ) from None
    return written


def trust_by_day(compiled: Compiled, bot: Bot, seed: int, games: int) -> Array:
    """Trust of every human follower of every game (days + 1, all of them), 0..100: first morning, every evening."""
    blocks = [np.arange(first, min(games, first + BLOCK)) for first in range(0, games, BLOCK)]
    return np.concatenate([_trust_of(compiled, bot, seed, block) for block in blocks], axis=1)


def _trust_of(compiled: Compiled, bot: Bot, seed: int, episodes: Array) -> Array:
    seen: list[Array] = []

    def note(position: Position) -> None:
        human = position.people.human > 0.5
        seen.append(trust(position.state, position.people, compiled.rules.params)[human])

    def watch(morning: Position, _plan: DayPlan, after: Position) -> None:
        if not seen:
            note(morning)
        note(after)

    play(compiled, bot, seed, episodes, watch)
    return 100.0 * np.stack(seen)


def pictures_of_playtest(
    results: Results, found: Playtest, done: Callable[[int], None] = lambda _: None
) -> dict[str, str]:  # fmt: skip
    """Trust over the days, the spread of scores, and the goals of every bot; by name, as SVG.

    Args:
        results: the games.
        found: what a playtest made of them.
        done: told how many games have just been followed; `watched_games` in all.
    """
    trial = results.trial
    compiled = trial.scenario.compiled()
    games = watched_games(results)
    players = {p.id: p for p in trial.players}
    days: dict[str, Array] = {}
    for name in found.bots:
        days[name] = trust_by_day(compiled, bot_of(players[name], compiled), trial.seed, games)
        done(games)
    title, note = compiled.scenario.title, f"seed {trial.seed}, {trial.games} games each"
    pictures = {
        "trust": sheet(
            f"{title}: trust over the days", _trust_panels(days), columns=min(4, len(days)),
            note=f"Followers of {games} games each: the line is their median trust, eighty of a hundred lie in the "
            "band; grey: the medians of the other bots.",
        ),
        "outcomes": sheet(f"{title}: how it ended", [_scores(results, found)], note=note),
    }  # fmt: skip
    if compiled.scenario.goals:
        pictures["goals"] = sheet(f"{title}: goals", [_goals(found, list(compiled.scenario.goals))], note=note)
    return pictures


def watched_games(results: Results) -> int:
    """How many games of each bot are followed day by day."""
    return min(results.trial.games, WATCHED)


def _trust_panels(days: dict[str, Array]) -> list[ChartPanel]:
    medians = {name: np.median(of, axis=1).tolist() for name, of in days.items()}
    panels = []
    for name, of in days.items():
        low, high = np.quantile(of, (0.1, 0.9), axis=1)
        x = list(range(len(of)))
        others = [ChartLine(n, x, m, quiet=True) for n, m in medians.items() if n != name]
        line = ChartLine(name, x, medians[name], low.tolist(), high.tolist())
        panels.append(
            line_panel(name, [*others, line], width=270, height=190, across="days", labels=False, bounds=(0.0, 100.0))
        )
    return panels


def _scores(results: Results, found: Playtest) -> ChartPanel:
    rows = []
    for name, bot in found.bots.items():
        scores = np.array([g.figure("score") for g in results.of(name)])
        five, quarter, median, three, last = (float(q) for q in np.quantile(scores, (0.05, 0.25, 0.5, 0.75, 0.95)))
        says = f"{bot.figures['score'].mean:.1f} points, {bot.figures['bought'].mean:.1f} customers"
        rows.append(Range(name, (five, quarter, median, three, last), says))
    return range_panel("score", rows, across="Line: ninety of a hundred games. Bar: the middle half. Stroke: median.")


def _goals(found: Playtest, goals: Sequence[str]) -> ChartPanel:
    rows = []
    for name, bot in found.bots.items():
        cells = []
        for goal in goals:
            share, day = bot.goals[goal].share, bot.goals[goal].median_day
            cells.append((share, f"{100 * share:.0f} %" + ("" if day is None else f", day {day:g}")))
        rows.append((name, cells))
    return share_panel("how often each was reached, and the median day", goals, rows)


def pictures_of_sweep(title: str, cells: Sequence[Cell], outcomes: Sequence[str], note: str = "") -> dict[str, str]:
    """Outcomes against each varied number, a line for each bot; by name, as SVG.

    With several numbers varied there is a picture for each of them, over the mean of the others, and one of the score
    in which every combination of the others has its own panel, as long as they are not too many.
    """
    keys = [k for k in cells[0].setting if len({c.setting[k] for c in cells}) > 1] or list(cells[0].setting)
    pictures = {}
    for key in keys:
        panels = [_against(key, cells, name, TITLES[name]) for name in outcomes]
        mean = "" if len(keys) == 1 else f"; means over {', '.join(k for k in keys if k != key)}"
        pictures[f"sweep-{key}"] = sheet(f"{title}: {key}", panels, columns=2, note=note + mean)
    others = keys[1:]
    combinations = list(dict.fromkeys(tuple((k, c.setting[k]) for k in others) for c in cells)) if others else []
    if 1 < len(combinations) <= MOST_PANELS:
        highest = max(c.figures["score"].mean for c in cells)
        panels = []
        for combination in combinations:
            here = [c for c in cells if all(c.setting[k] == v for k, v in combination)]
            words = ", ".join(f"{k} = {v:g}" for k, v in combination)
            panels.append(_against(keys[0], here, "score", words, (0.0, highest)))
        pictures["sweep-score"] = sheet(f"{title}: score by {keys[0]}", panels, columns=2, note=note)
    return pictures


def _against(
    key: str, cells: Sequence[Cell], outcome: str, title: str, bounds: tuple[float, float] | None = None
) -> ChartPanel:  # fmt: skip
    lines = []
    for look, player in enumerate(dict.fromkeys(c.player for c in cells)):
        by_value: dict[float, list[float]] = {}
        for cell in cells:
            if cell.player == player:
                by_value.setdefault(cell.setting[key], []).append(cell.figures[outcome].mean)
        x = sorted(by_value)
        lines.append(ChartLine(player, x, [float(np.mean(by_value[v])) for v in x], look=look, marked=True))
    return line_panel(title, lines, width=460, height=260, across=key, bounds=bounds)
