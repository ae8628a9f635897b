"""Sweeps: outcomes against numbers of the scenario. Sensitivity: which number moves which outcome most."""

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.errors import CannotPlay
from game.lab.playing.blocks import Trial
from game.lab.playing.changed_numbers import Setting, in_words, numbers, value_of
from game.lab.playing.outcome_figures import FIGURES
from game.lab.playing.run import Results
from game.lab.reports.statistics import Difference, Spread, difference, spread
from game.scenario import Scenario

MOST_SETTINGS = 2_000
OUTCOMES = ("score", "happy", "bought", "following")
"""What sensitivity looks at: the rest follows from these."""


@dataclass(frozen=True)
class Varied:
    """A key with the values it is to take."""

    key: str
    values: tuple[float, ...]


def varied(text: str) -> Varied:
    """What somebody typed: `days=7:28:4` for four values from 7 to 28, `days=7,14` for these two.

    Raises:
        CannotPlay: it is neither.

    >>> varied("crowd.count=0:12:4").values
    (0.0, 4.0, 8.0, 12.0)
    """
    key, _, values = text.partition("=")
    found = _values(values)
    if not key.strip() or not found or not all(math.isfinite(v) for v in found):
        raise CannotPlay(
            f"“{text}” cannot be read. Write KEY=FROM:TO:HOW_MANY, as in business.hours_per_day=1:3:5, or values with "
            "commas, as in days=14,21,28."
        )
    return Varied(key.strip(), tuple(round(v, 9) for v in found))


def _values(text: str) -> list[float]:
    """The values written, or none when they cannot be read."""
    try:
        if ":" not in text:
            return [float(v) for v in text.split(",")]
        first, last, count = text.split(":")
        ends = float(first), float(last)
        if not all(map(math.isfinite, ends)):
            return []
        return [float(v) for v in np.linspace(*ends, min(int(count), MOST_SETTINGS + 1))]
    except ValueError:
        return []


def grid(scenario: Scenario, wanted: tuple[Varied, ...]) -> tuple[Setting, ...]:
    """Every combination of the values; where the scenario has whole numbers, values are rounded to them.

    Raises:
        CannotPlay: a key twice, or too many combinations.
    """
    keys = [v.key for v in wanted]
    twice = next((k for k in keys if keys.count(k) > 1), None)
    if twice:
        raise CannotPlay(f"“{twice}” is varied twice. Give all its values at once, with commas.")
    columns = [
        tuple(dict.fromkeys(float(round(x)) if _is_whole(scenario, v.key) else x for x in v.values)) for v in wanted
    ]
    count = math.prod(len(c) for c in columns)
    if count > MOST_SETTINGS:
        raise CannotPlay(f"These are {count} combinations; at most {MOST_SETTINGS} are played. Vary fewer values.")
    return tuple(tuple(zip(keys, values, strict=True)) for values in itertools.product(*columns))


def _is_whole(scenario: Scenario, key: str) -> bool:
    return isinstance(numbers(scenario).get(key), int)


@dataclass(frozen=True)
class Cell:
    """A player in a setting."""

    setting: Mapping[str, float]
    player: str
    games: int
    figures: Mapping[str, Spread]


def table(results: Results) -> tuple[Cell, ...]:
    """Outcomes of every setting and player of which a game was played."""
    found = []
    for setting in results.trial.settings:
        for player in results.trial.players:
            games = results.of(player.id, in_words(setting))
            if games:
                figures = np.array([g.figures for g in games])
                columns = {name: spread(figures[:, i]) for i, name in enumerate(FIGURES)}
                found.append(Cell(dict(setting), player.id, len(games), columns))
    return tuple(found)


def one_at_a_time(trial: Trial, share: float) -> tuple[Setting, ...]:
    """The scenario as it is, and each of its numbers a share lower and higher where that is allowed.

    Args:
        trial: whose scenario.
        share: 0..1; whole numbers move by 1 or more.
    """
    scenario = trial.scenario.scenario
    found: list[Setting] = [()]
    for key, value in numbers(scenario).items():
        step = max(1.0, round(abs(value) * share)) if isinstance(value, int) else abs(value) * share
        for moved in (value - step, value + step):
            setting = ((key, round(moved, 9)),)
            if moved != value and _allowed(trial, setting):
                found.append(setting)
    return tuple(found)


def _allowed(trial: Trial, setting: Setting) -> bool:
    try:
        trial.scenario.compiled(setting)
    except CannotPlay:
        return False
    return True


@dataclass(frozen=True)
class SettingEffect:
    """What it does to turn one number."""

    key: str
    value: float
    turned: Mapping[str, Mapping[str, Difference]]  # new value -> outcome -> against the scenario as it is

    def largest(self, outcome: str) -> Difference:
        """The larger of its effects on an outcome."""
        return max((d[outcome] for d in self.turned.values()), key=lambda d: abs(d.mean))


def effects(results: Results) -> tuple[SettingEffect, ...]:
    """Effects on the first player's outcomes, the largest on the score first; only what both sides have played."""
    trial = results.trial
    player = trial.players[0].id
    scenario = trial.scenario.scenario
    base = {g.episode: g.figures for g in results.of(player)}
    found: dict[str, dict[str, Mapping[str, Difference]]] = {}
    by_setting: dict[str, dict[int, tuple[float, ...]]] = {}
    for game in results.games:
        by_setting.setdefault(game.setting, {})[game.episode] = game.figures
    for setting in trial.settings:
        turned = by_setting.get(in_words(setting), {})
        both = sorted(base.keys() & turned.keys())
        if not setting or len(both) < 2:
            continue
        a, b = (np.array([games[e] for e in both]) for games in (turned, base))
        columns = {name: FIGURES.index(name) for name in OUTCOMES}
        found.setdefault(setting[0][0], {})[f"{setting[0][1]:g}"] = {
            name: difference(a[:, i], b[:, i]) for name, i in columns.items()
        }
    all_effects = [SettingEffect(key, value_of(scenario, key), turned) for key, turned in found.items()]
    return tuple(sorted(all_effects, key=lambda e: (-abs(e.largest("score").mean), e.key)))
