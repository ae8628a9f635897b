"""How a broken promise can be mended: which numbers of the file move it, by how much, and where they stand."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.bots.contract import ONLY, PromiseVerdict, player_named, scores
from game.lab.playing.blocks import Trial
from game.lab.playing.changed_numbers import Setting, value_of
from game.lab.reports.statistics import difference
from game.lab.reports.sweep import one_at_a_time
from game.model.arrays import Array
from game.scenario.checks.locate import spot
from game.scenario.loading import Loaded

GAMES = 40  # of each bot with each number turned
SHARE = 0.25  # how far a number is turned
TOLD = 3
WORTH = 0.5  # points that a number must bring to be told


@dataclass(frozen=True)
class Way:
    """A number that moves a promise towards being kept."""

    key: str  # "model.pushiness_cost"
    value: float
    turned: float
    gain: float  # points nearer to what is promised
    place: str  # "scenario.yaml:214", or where it could be written


@dataclass(frozen=True)
class Mending:
    """What would mend a promise."""

    verdict: PromiseVerdict
    ways: tuple[Way, ...]  # the most effective first

    @property
    def says(self) -> str:
        """The ways in a few lines."""
        off = abs(self.verdict.promised - self.verdict.figure)
        missing = self.verdict.player.startswith(ONLY) or self.verdict.figure < self.verdict.promised
        lines = [f"to mend it{f' ({off:.1f} points are missing)' if missing else ''}:"]
        lines += [f"  {w.key} {w.value:g} -> {w.turned:g} brings {w.gain:.1f} points ({w.place})" for w in self.ways]
        if not self.ways:
            lines.append("  no number of the file moves it clearly; change what people love, or what happens")
        return "\n".join([*lines, self._less()])

    def _less(self) -> str:
        """What could be promised instead."""
        verdict = self.verdict
        if verdict.player.startswith(ONLY):
            return f"  or promise less: no_move_alone_reaches: {math.ceil(verdict.figure + 1.0)}"
        points, games = math.floor(min(verdict.figure, verdict.promised)), math.floor(verdict.ahead)
        return (
            f"  or promise less: by: {points}, in: {games}" if points > 0 and games > 0 else "  or take the promise out"
        )


def mended(
    loaded: Loaded, trial: Trial, verdict: PromiseVerdict, done: Callable[[int], None] = lambda _: None
) -> Mending | None:  # fmt: skip
    """Turns every number of a scenario, one at a time, and keeps those that clearly help a promise.

    Args:
        loaded: the scenario with its tree.
        trial: whose scenario and seed.
        verdict: a broken promise about scores; of other promises nothing is said.
        done: told that a number has been turned.
    """
    single = verdict.player.startswith(ONLY)
    if not single and not verdict.other:
        return None
    before = _margin(trial, (), verdict)
    found = []
    for setting in one_at_a_time(trial, SHARE)[1:]:
        gain = difference(_margin(trial, setting, verdict), before)
        done(1)
        if gain.low > 0.0 and gain.mean >= WORTH:
            ((key, turned),) = setting
            value = value_of(trial.scenario.scenario, key)
            found.append(Way(key, value, turned, gain.mean, _place(loaded, key)))
    best = {
        way.key: way for way in sorted(found, key=lambda way: way.gain)
    }  # each number once, in its better direction
    ways = tuple(sorted(best.values(), key=lambda way: -way.gain)[:TOLD])
    return Mending(verdict, ways)


def steps(trial: Trial) -> int:
    """How many numbers are turned."""
    return len(one_at_a_time(trial, SHARE)) - 1


def _margin(trial: Trial, setting: Setting, verdict: PromiseVerdict) -> Array:
    """By how much a promise is kept in each game (games,); more is better."""
    compiled = trial.scenario.compiled(setting)
    own = scores(compiled, player_named(verdict.player), trial.seed, GAMES)
    return own - scores(compiled, player_named(verdict.other), trial.seed, GAMES) if verdict.other else -own


def _place(loaded: Loaded, key: str) -> str:
    """Where a number stands; where it could be written, if it is a default."""
    assert loaded.root is not None
    path = key.split(".")
    here = spot(loaded.root, tuple(path))
    if here.found:
        return f"{here.head.source.name}:{here.head.line}"
    return f"a new line, under {path[0]}:" if len(path) > 1 else "a new line"


def reasons_to_look(verdicts: tuple[PromiseVerdict, ...]) -> Iterator[PromiseVerdict]:
    """The broken verdicts that are worth mending: of each promise, the one that is farthest off."""
    for promise in dict.fromkeys(v.promise for v in verdicts if not v.kept):
        off = [v for v in verdicts if v.promise == promise and not v.kept]
        yield max(off, key=lambda v: abs(v.promised - v.figure))
