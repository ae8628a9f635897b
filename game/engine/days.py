"""The days of a batch of games: the first morning, the choices of a day, the morning after it, how it ended."""

from dataclasses import replace

import numpy as np

from game.engine.due import due_days
from game.engine.epilogue import scored_later
from game.engine.position import DayPlan, Position
from game.engine.timeline import open_morning
from game.engine.worth import seems_after, seems_before, similarity
from game.kernel.interface import Kernel
from game.kernel.kernels import kernel_of, kernel_of_one
from game.model import (
    Choices,
    Day,
    Ledger,
    Outcome,
    People,
    Signals,
    State,
    draw,
    draw_people,
    first_ledger,
    first_state,
    lives_of,
    outcome,
    take_apart,
)
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled

BARE_POST = 0.25
"""What a post that shares no content is worth to anybody, 0..1."""


def begin(compiled: Compiled, seed: int, episodes: Array, kernel: Kernel | None = None) -> Position:
    """The first morning of a batch of games, with its events.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers.
        kernel: what computes the games from here on; left out, the one that is used here for many games.

    Raises:
        UnknownKernelError: the environment asks for a kernel that is not there.
    """
    kernel = kernel or kernel_of()
    people = draw_people(compiled.cast, compiled.rules, seed, episodes, kernel.pairs)
    state = first_state(compiled.cast, people, compiled.rules, seed, episodes, kernel.pairs)
    batch, events = len(episodes), len(compiled.events)
    no_event = np.zeros((batch, events), dtype=bool)
    position = Position(
        compiled=compiled,
        kernel=kernel,
        seed=seed,
        episodes=episodes,
        day=1,
        people=people,
        lives=lives_of(compiled.cast, seed, episodes),
        state=state,
        dawn=state,
        ledger=first_ledger(people),
        hours=np.full(batch, compiled.hours),
        besides=np.zeros(batch),
        due=due_days(compiled, seed, episodes),
        happened=no_event,
        fresh=no_event,
        answered=no_event,
        chosen=np.full((batch, events), -1, dtype=np.int64),
        unlocked=np.broadcast_to(~compiled.locked, (batch, len(compiled.contents))).copy(),
        made=np.zeros((batch, len(compiled.contents)), dtype=bool),
        seems=seems_before(people),
        signals=None,
    )
    return open_morning(position)


def begin_one(compiled: Compiled, seed: int, episode: int = 0) -> Position:
    """The first morning of a single game: a batch of one, by the kernel that needs no loading.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episode: which of the games of this seed, 0..2**32 − 1.
    """
    return begin(compiled, seed, np.array([episode], dtype=np.int64), kernel_of_one())


def choices_of(plan: DayPlan, people: People, kernel: Kernel) -> Choices:
    """A plan with its contents weighed: what each is worth to each follower.

    Args:
        plan: of the day.
        people: whom it is for.
        kernel: what computes it.
    """
    fit = similarity(people, plan.partner)
    post_fit = np.full(plan.move.shape, BARE_POST)
    if (plan.content >= 0).any():
        fit = kernel.worth(people.fit, plan.content, fit)
    if (plan.post_content >= 0).any():
        post_fit = kernel.worth(people.fit, np.broadcast_to(plan.post_content[:, None], post_fit.shape), post_fit)
    return Choices(plan.move, fit, plan.post, post_fit)


def next_morning(
    position: Position, plan: DayPlan, looked: Array, state: State, ledger: Ledger, signals: Signals,
    *, in_place: bool = False,
) -> Position:  # fmt: skip
    """The morning after a day, with its events.

    Args:
        position: the morning before; its state and ledger may be gone.
        plan: what was done.
        looked: (B, F) 0 or 1, whose profile had been read by then.
        state: hidden state after the night.
        ledger: after the night.
        signals: of the night.
        in_place: what contents seem worth may be noted where it stands; the position before is not needed any more.
    """
    following = replace(
        position,
        day=position.day + 1,
        state=state,
        dawn=state,
        ledger=ledger,
        made=position.kernel.made(plan.move, plan.content, plan.post, plan.post_content, position.made),
        fresh=np.zeros_like(position.fresh),
        seems=seems_after(position, looked, ledger, in_place=in_place),
        signals=signals,
    )
    return open_morning(following)


def day_explained(position: Position, plan: DayPlan) -> tuple[Day, Ledger]:
    """A day with its intermediate states, and the ledger after it. `game.engine.batch` plays the same bits faster."""
    noise = draw(position.seed, position.episodes, position.day, position.shape[1])
    choices = choices_of(plan, position.people, position.kernel)
    return take_apart(
        position.state, position.ledger, choices, noise, position.people, position.compiled.rules, position.day
    )


def outcome_of(position: Position) -> Outcome:
    """Score and counts of the episodes as they stand; once the last day is over, as they stand a month later."""
    if position.finished:
        position = scored_later(position)
    return outcome_now(position)


def outcome_now(position: Position) -> Outcome:
    """Score and counts of the episodes as they stand at this very moment."""
    return outcome(position.state, position.ledger, position.people, position.compiled.rules.params)
