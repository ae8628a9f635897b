"""What people wait for: a day of a single game, and ten thousand games of the lab."""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

from bench import kernel_peer
from bench.script import recorded
from game.bots.play import BLOCK, bot_day
from game.bots.registry import bots
from game.engine.days import begin, choices_of
from game.kernel.frame import Frame
from game.kernel.kernels import kernel_asked_for, kernel_of
from game.lab.playing.blocks import trial_of
from game.lab.playing.games import play_games
from game.lab.playing.players import Player
from game.lab.playing.run import run
from game.resources import SCENARIOS
from game.scenario import load
from game.session.entries import AnswerEvent, EndDay, Recorded
from game.session.record.journal import Sink
from game.session.runs.recorded_scenario import compiled_of
from game.session.runs.runs import start
from game.session.session import Session

PLAYERS = ("patient", "poster", "pushy", "spammer", "random")
SCENARIO = SCENARIOS / "slow_roast.yaml"


def step_microseconds(kernel: str) -> float:
    """The kernel's day of one game, draws included: the median of a game's days, the best of some games."""
    compiled = compiled_of(load(SCENARIO))
    found = []
    for seed in range(8):
        position = begin(compiled, seed, np.zeros(1, dtype=np.int64), kernel_of(kernel))
        position, plan = bot_day(position, bots()["patient"])
        frame = Frame(position.people, compiled.rules, seed, position.episodes, position.kernel.lanes)
        player = position.kernel.day(frame)
        frame.put(position.state, position.ledger)
        frame.choose(choices_of(plan, position.people, position.kernel))
        times = []
        for day in range(1, 29):
            begun = time.perf_counter()
            player.play(day)
            times.append(time.perf_counter() - begun)
        found.append(median(times))
    return min(found) * 1e6


def day_milliseconds() -> tuple[float, float, float]:
    """Ending a day with texts and record, how much of it the disk takes, and the view of the next morning."""
    from datetime import datetime

    days: list[float] = []
    disk: list[float] = []
    views: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        session = start(SCENARIO, 5, Path(folder), datetime(2026, 1, 1).astimezone())
        record = _Timed(session._sink, disk)  # noqa: SLF001 - to time it, one has to stand between
        session._sink = record  # noqa: SLF001 - the same
        while not session.finished:
            _answer_events(session)
            begun = time.perf_counter()
            session.do(EndDay())
            ended = time.perf_counter()
            session.view()
            days.append(ended - begun)
            views.append(time.perf_counter() - ended)
    return median(days) * 1e3, median(disk) * 1e3, median(views) * 1e3


class _Timed:
    """A record that notes how long writing takes."""

    def __init__(self, sink: Sink, times: list[float]) -> None:
        self.sink, self.times = sink, times

    def append(self, recorded: Recorded) -> None:
        """Keeps one entry."""
        begun = time.perf_counter()
        self.sink.append(recorded)
        self.times.append(time.perf_counter() - begun)

    def close(self) -> None:
        """Lets go of the record."""
        self.sink.close()


def _answer_events(session: Session) -> None:
    for name in session.playthrough.waiting_events():
        session.do(AnswerEvent(name, 0))


def games_seconds(kernel: str, games: int, workers: int, done: Callable[[int], None] = lambda _: None) -> float:
    """Seconds for so many games of each of five bots, from starting the workers to the last row.

    Args:
        kernel: `numpy` or `machine`.
        games: of each bot.
        workers: processes.
        done: told how many games have just been played.
    """
    trial = trial_of(load(SCENARIO), tuple(Player(name) for name in PLAYERS), games)
    begun = time.perf_counter()
    with kernel_asked_for(kernel):
        results = run(trial, workers, done=done)
    assert results.complete
    return time.perf_counter() - begun


def bots_over_days(kernel: str, games: int = BLOCK, rounds: int = 5) -> dict[str, float]:
    """For each bot how many times what the bare days take its whole games take: deciding, attention, events, rows.

    Args:
        kernel: `numpy` or `machine`.
        games: played together.
        rounds: how often; each side's best counts.
    """
    compiled, episodes = compiled_of(load(SCENARIO)), np.arange(games)
    found = {}
    with kernel_asked_for(kernel):
        for name in PLAYERS:
            script = recorded(compiled, bots()[name], 0, episodes)
            whole = partial(play_games, compiled, bots()[name], 0, episodes)
            bare = partial(kernel_peer.play, compiled, 0, episodes, script, every_day=False, kernel=kernel)
            found[name] = _best_seconds(whole, rounds) / _best_seconds(bare, rounds)
    return found


def _best_seconds(work: Callable[[], object], rounds: int) -> float:
    found = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)
