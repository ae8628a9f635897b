"""What every peer is held to: the model's own arrays, played by the same script."""

from collections.abc import Iterator

import numpy as np

from bench.script import Script, Trajectory, watched
from game.model import Choices, Ledger, Signals, State, draw, draw_people, first_ledger, first_state, step, trust
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled


def mornings(compiled: Compiled, seed: int, episodes: Array, script: Script) -> Iterator[tuple[State, Ledger, Signals]]:
    """State, ledger and the night's signals after each day; arguments as of `bench.peers.Peer.play`."""
    rules = compiled.rules
    people = draw_people(compiled.cast, rules, seed, episodes)
    state, ledger = first_state(compiled.cast, people, rules, seed, episodes), first_ledger(people)
    for day in range(1, compiled.scenario.days + 1):
        choices = Choices(*(a[day - 1] for a in (script.move, script.fit, script.post, script.post_fit)))
        noise = draw(seed, episodes, day, compiled.followers)
        state, ledger, signals = step(state, ledger, choices, noise, people, rules, day)
        yield state, ledger, signals


def play(compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool = True) -> Trajectory:
    """Plays episodes by a script; see `bench.peers.Peer.play`."""
    people = draw_people(compiled.cast, compiled.rules, seed, episodes)
    days = [
        watched(state, trust(state, people, compiled.rules.params), ledger.present)
        for state, ledger, _ in mornings(compiled, seed, episodes, script)
    ]
    return Trajectory(np.stack(days if every_day else days[-1:]))
