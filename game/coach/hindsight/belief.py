"""Belief: what a perfect reader of the visible could know of each follower, morning by morning.

A particle filter (Gordon, Salmond & Smith 1993) whose particles are people as the scenario draws them: life, motive,
traits, first impressions. Given what was seen, the hidden state of a particle is fixed, so it is a whole life; its
weight is the chance that this life would have shown what was seen, by the model's own rules. Followers are weighed one
by one; of each other they know what was done to others, at its mean. When few particles carry all the weight they are
drawn anew and moved (Gilks & Berzuini 2001). All draws are counted, so the same record gives the same belief.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.bots.courted.ready_from import ready_from
from game.coach.hindsight.track import Track, rows_of, side_by_side
from game.coach.hindsight.visible import VisibleDay, VisibleRun
from game.engine.days import begin
from game.engine.worth import similarity
from game.kernel.kernels import kernel_of_one
from game.model import People, State
from game.model.arrays import Array
from game.model.chance import BELIEF_STREAM
from game.model.philox import uniforms
from game.scenario.compiling.compile import Compiled

BELIEF_SEED = 1993
"""Of all draws of beliefs. A run that is played with this very seed has other episodes' people all the same."""
BELIEF_EPISODES = 1 << 24
"""The number of the first particle as an episode; no game that anybody plays comes near."""
PARTICLES = 2000
WORLD_STREAM = BELIEF_STREAM + 7  # above those with which particles are moved


@dataclass(frozen=True, eq=False)
class Worlds:
    """Whole games as they may be on a morning after its events: N draws of everybody, F followers."""

    people: People  # (N, F)
    state: State  # (N, F)
    lives: Array  # (N, F)

    def first(self, count: int) -> "Worlds":
        """The first of them, at most as many as there are."""
        rows = np.arange(min(count, len(self.lives)))
        return Worlds(rows_of(self.people, rows), rows_of(self.state, rows), self.lives[rows])


@dataclass(frozen=True, eq=False)
class Belief:
    """What could be known on each morning, 1..days + 1. D mornings, F followers, M motives."""

    motives: Array  # (D, F, M) 0..1, chances of the motives
    ready: Array  # (D, F) 0..1, chance that they would buy, and that waiting longer gains nothing
    effective: Array  # (D, F) 1..N, effective sample size
    worlds: dict[int, Worlds]  # by morning, of those that were asked for


def believe(
    run: VisibleRun, particles: int = PARTICLES, *, mornings: frozenset[int] = frozenset(), worlds: int = 0
) -> Belief:
    """What a perfect reader of what was seen could know on each morning.

    Args:
        run: what was seen.
        particles: for each follower.
        mornings: those of which whole worlds are wanted.
        worlds: how many of each.
    """
    tracks, bars = tracks_of(run.compiled, particles), ready_from(run.compiled)
    motives, ready, effective, found = [], [], [], {}
    for number, day in enumerate((*run.days, None), 1):
        events, ledger = (day.happened, day.ledger) if day else (run.morning, run.ledger)
        for track in tracks:
            track.open(events, ledger)
        motives.append([track.motives() for track in tracks])
        ready.append([track.ready(ledger, float(bars[number])) for track in tracks])
        effective.append([track.effective() for track in tracks])
        if number in mornings:
            found[number] = drawn_worlds(run.compiled, tracks, number, worlds)
        if day is not None:
            _live(tracks, day)
    return Belief(np.array(motives), np.array(ready), np.array(effective), found)


def drawn_worlds(compiled: Compiled, tracks: list[Track], morning: int, count: int) -> Worlds:
    """Whole games drawn from what is believed of each follower, as if they were independent of each other."""
    dice = uniforms(BELIEF_SEED, np.arange(count), morning, len(tracks), WORLD_STREAM)[0]
    rows = [
        np.searchsorted(np.cumsum(track.weights), dice[:, n]).clip(0, len(track.weights) - 1)
        for n, track in enumerate(tracks)
    ]
    people = side_by_side([rows_of(track.people, some) for track, some in zip(tracks, rows, strict=True)])
    state = side_by_side([rows_of(track.state, some) for track, some in zip(tracks, rows, strict=True)])
    lives = np.concatenate([track.lives[some] for track, some in zip(tracks, rows, strict=True)], axis=1)
    ties = {"ties": compiled.cast.ties.copy(), "tie_weight": compiled.cast.tie_weight.copy()}
    return Worlds(replace(people, **ties), state, lives)


def tracks_of(compiled: Compiled, particles: int) -> list[Track]:
    """Everybody before the first day, as the scenario draws them; a crowd that is always the same is drawn anew."""
    fresh = replace(compiled, cast=replace(compiled.cast, seed=-1))
    first = begin(fresh, BELIEF_SEED, BELIEF_EPISODES + np.arange(particles), kernel_of_one())
    return [Track(first, column) for column in range(compiled.followers)]


def _live(tracks: list[Track], day: VisibleDay) -> None:
    """One day of everybody: first what was done to each is weighed as others saw it, then what each was seen to do."""
    shown = {t.column: t.shown(day) for t in tracks if day.plan.move[0, t.column] > 0}
    partners = np.ones(day.plan.move.shape)
    if (day.plan.partner >= 0).any():  # by what their profiles say
        partners = similarity(replace(tracks[0].position.people, fit=day.seems), day.plan.partner)
    for track in tracks:
        if day.ledger.present[0, track.column] > 0.5 or day.ledger.follow_age[0, track.column] == 0:
            track.live(track.heard(day, track.watched(shown), partners))
