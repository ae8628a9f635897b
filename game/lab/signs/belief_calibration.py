"""Whether beliefs can be taken at their word: fresh games, what the perfect reader said, and what was true."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.bots.courted.ready_from import COURTING, ready_from
from game.bots.play import play
from game.bots.registry import bots
from game.coach.hindsight.belief import believe
from game.coach.hindsight.visible import visible_days
from game.engine.position import DayPlan, Position
from game.lab.signs.courted_games import courted, signs_of
from game.lab.signs.reliability import Reliability, log_surprise, reliability
from game.lab.signs.trained_reader import TRAINING, TrainedReader, area, train
from game.model import readiness
from game.model.arrays import Array
from game.model.readings import is_ready
from game.scenario.compiling.compile import Compiled

TOGETHER = 32  # games that are played at once


@dataclass(frozen=True)
class BeliefCalibration:
    """Beliefs of fresh games against the truth."""

    ready: Reliability  # of P(ready), each follower on each morning but the first
    ready_area: float  # how well it tells the ready from others: 0.5 guesses, 1 knows
    reader: Reliability  # of the trained reader on the same cases
    reader_area: float
    motive: Reliability  # of the likeliest motive of each
    motive_log_score: float  # mean surprise at the true motive, in nats
    motive_common: float  # the same for whoever knows only how common each motive is
    effective_least: float  # the least effective sample size
    effective_median: float


@dataclass(eq=False)
class _Told:
    """Cases so far, in the order of games, mornings, followers."""

    ready: list[Array]
    reader: list[Array]
    is_ready: list[Array]
    motives: list[Array]
    true_motive: list[Array]
    effective: list[Array]


def calibration(
    compiled: Compiled, seed: int, games: int, particles: int, done: Callable[[int], None] = lambda _: None,
    bot: str = COURTING,
) -> BeliefCalibration:  # fmt: skip
    """Beliefs of fresh games against the truth, and against the trained reader of `legibility`.

    The trained reader learns from other games than those it is judged by.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        games: fresh ones.
        particles: for each follower.
        done: told how many games have just been read.
        bot: who plays; the reader is trained on games of the bot that courts.
    """
    known = courted(compiled, seed, np.arange(TRAINING))
    reader, told = train(known.signs, known.ready), _Told([], [], [], [], [], [])
    for start in range(0, games, TOGETHER):
        episodes = np.arange(TRAINING + start, TRAINING + min(games, start + TOGETHER))
        mornings, plans, last = _played(compiled, bot, seed, episodes)
        for row in range(len(episodes)):
            _read(told, mornings, plans, last, row, reader, particles)
            done(1)
    return _judged(told)


def _played(compiled: Compiled, bot: str, seed: int, episodes: Array) -> tuple[list[Position], list[DayPlan], Position]:
    """Games of a bot: their mornings, with answers given, the plans of their days, and how they stand at the end."""
    mornings: list[Position] = []
    plans: list[DayPlan] = []
    afters: list[Position] = []

    def watch(morning: Position, plan: DayPlan, after: Position) -> None:
        mornings.append(morning)
        plans.append(plan)
        afters[:] = [after]

    play(compiled, bots()[bot], seed, episodes, watch)
    return mornings, plans, afters[0]


def _read(
    told: _Told, mornings: list[Position], plans: list[DayPlan], last: Position, row: int, reader: TrainedReader,
    particles: int,
) -> None:  # fmt: skip
    """One game as it was believed and as it was."""
    belief = believe(visible_days(mornings, plans, last, row), particles)
    for number, morning in enumerate(mornings[1:], 1):
        here = morning.ledger.present[row] > 0.5
        likely = readiness(morning.state, morning.ledger, morning.people, morning.compiled.rules.params)
        told.ready.append(belief.ready[number][here])
        told.reader.append(reader.likelihood(signs_of(morning.ledger)[row])[here])
        bar = ready_from(morning.compiled)[morning.day]
        told.is_ready.append(is_ready(likely, bar, morning.ledger, morning.people)[row][here])
        told.motives.append(belief.motives[number][here])
        told.true_motive.append(morning.people.motive[row][here])
        told.effective.append(belief.effective[number][here])


def _judged(told: _Told) -> BeliefCalibration:
    ready, read, is_ready = (np.concatenate(parts) for parts in (told.ready, told.reader, told.is_ready))
    motives, true, effective = (np.concatenate(parts) for parts in (told.motives, told.true_motive, told.effective))
    common = np.bincount(true, minlength=motives.shape[1]) / len(true)
    return BeliefCalibration(
        ready=reliability(np.clip(ready, 0.0, 1.0), is_ready),
        ready_area=area(ready, is_ready),
        reader=reliability(read, is_ready),
        reader_area=area(read, is_ready),
        motive=reliability(np.clip(motives.max(axis=1), 0.0, 1.0), motives.argmax(axis=1) == true),
        motive_log_score=log_surprise(motives[np.arange(len(true)), true]),
        motive_common=log_surprise(common[true]),
        effective_least=float(effective.min()),
        effective_median=float(np.median(effective)),
    )
