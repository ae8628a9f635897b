"""What every peer is held to: the model's own arrays, played by the same script."""

import numpy as np

from bench.script import Script, Trajectory, watched
from game.model import Choices, draw, draw_people, first_ledger, first_state, step, trust
from game.model.arrays import Array
from game.scenario.compile import Compiled


def play(compiled: Compiled, seed: int, episodes: Array, script: Script, *, every_day: bool = True) -> Trajectory:
    """Plays episodes by a script; see `bench.peers.Peer.play`."""
    rules, days = compiled.rules, compiled.scenario.days
    people = draw_people(compiled.cast, rules, seed, episodes)
    state = first_state(compiled.cast, people, rules, seed, episodes)
    ledger = first_ledger(people)
    values = []
    for day in range(1, days + 1):
        choices = Choices(*(a[day - 1] for a in (script.move, script.fit, script.post, script.post_fit)))
        noise = draw(seed, episodes, day, compiled.followers)
        state, ledger, _ = step(state, ledger, choices, noise, people, rules, day)
        if every_day or day == days:
            values.append(watched(state, trust(state, people, rules.params), ledger.present))
    return Trajectory(np.stack(values))
