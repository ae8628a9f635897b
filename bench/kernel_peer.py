"""The kernel itself, playing a script as the peers do."""

from collections.abc import Callable

import numpy as np

from bench.script import Script, Trajectory, watched
from game.kernel.frame import Frame
from game.kernel.interface import DayPlayer
from game.kernel.kernels import kernel_of
from game.model import Choices, draw_people, first_ledger, first_state
from game.model.arrays import Array
from game.model.readings import trust
from game.scenario.compiling.compile import Compiled

BLOCK = 256  # episodes together, as suits the caches


def play(
    compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool = True, kernel: str = "numpy"
) -> Trajectory:
    """Plays episodes by a script in blocks; the arguments are those of `bench.peers.Peer.play`, and one more.

    Args:
        kernel: `numpy`, `machine`, or `c` for the compiled yardstick.
    """
    parts = []
    for start in range(0, len(episodes), BLOCK):
        part = slice(start, start + BLOCK)
        parts.append(_block(compiled, seed, episodes[part], script.part(start, start + BLOCK), every_day, kernel))
    return Trajectory(np.concatenate(parts, axis=1))


def _player(kernel: str) -> tuple[int, Callable[[Frame], DayPlayer]]:
    """How many episodes are computed together, and who plays the days of a frame."""
    if kernel == "c":
        from bench.c_peer import CDay

        return CDay.lanes, CDay
    found = kernel_of(kernel)
    return found.lanes, found.day


def _block(compiled: Compiled, seed: int, episodes: Array, script: Script, every_day: bool, kernel: str) -> Array:
    people = draw_people(compiled.cast, compiled.rules, seed, episodes)
    state, ledger = first_state(compiled.cast, people, compiled.rules, seed, episodes), first_ledger(people)
    lanes, day_of = _player(kernel)
    frame = Frame(people, compiled.rules, seed, episodes, lanes, lasting=False)
    player = day_of(frame)
    frame.put(state, ledger)
    seen = []
    for day in range(len(script.move)):
        frame.choose(Choices(script.move[day], script.fit[day], script.post[day], script.post_fit[day]))
        player.play(day + 1)
        if every_day or day == len(script.move) - 1:
            state, ledger, _ = frame.morning()
            seen.append(watched(state, trust(state, people, compiled.rules.params), ledger.present))
    return np.stack(seen)
