"""The days of a batch of games: the first morning, the choices of a day, the morning after it, how it ended."""

from dataclasses import replace

import numpy as np

from game.engine.position import Plan, Position
from game.engine.timeline import open_morning
from game.engine.worth import seems_after, seems_before, similarity
from game.kernel.contents import worth_of
from game.kernel.kernels import drawing
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
    outcome,
    take_apart,
)
from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled


def locked_contents(compiled: Compiled) -> Array:
    """Which contents start locked (C,): those that an `unlock` names."""
    named = {
        name
        for event in compiled.scenario.timeline.values()
        for change in (event.change, *(choice.change for choice in event.choices))
        if change is not None
        for name in change.unlock
    }
    return np.array([name in named for name in compiled.contents], dtype=bool)


def begin(compiled: Compiled, seed: int, episodes: Array) -> Position:
    """The first morning, before its events.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episodes: (B,) numbers; one game is `numpy.array([0])`.
    """
    draws = drawing(len(episodes))
    people = draw_people(compiled.cast, compiled.rules, seed, episodes, draws)
    state = first_state(compiled.cast, people, compiled.rules, seed, episodes, draws)
    batch, events = len(episodes), len(compiled.scenario.timeline)
    no_event = np.zeros((batch, events), dtype=bool)
    position = Position(
        compiled=compiled,
        seed=seed,
        episodes=episodes,
        day=1,
        people=people,
        state=state,
        dawn=state,
        ledger=first_ledger(people),
        hours=np.full(batch, compiled.scenario.business.hours_per_day),
        happened=no_event,
        fresh=no_event,
        answered=no_event,
        unlocked=np.broadcast_to(~locked_contents(compiled), (batch, len(compiled.contents))).copy(),
        made=np.zeros((batch, len(compiled.contents)), dtype=bool),
        seems=seems_before(people),
        signals=None,
    )
    return open_morning(position)


def choices_of(plan: Plan, people: People, kernel: str = "numpy") -> Choices:
    """A plan with its contents weighed: what each is worth to each follower.

    Args:
        plan: of the day.
        people: whom it is for.
        kernel: `machine` where many episodes repay it.
    """
    fit = similarity(people, plan.partner)
    post_fit = np.full(plan.move.shape, 0.25)
    if (plan.content >= 0).any():
        fit = worth_of(people.fit, plan.content, fit, kernel)
    if (plan.post_content >= 0).any():
        post_fit = worth_of(people.fit, np.broadcast_to(plan.post_content[:, None], post_fit.shape), post_fit, kernel)
    return Choices(plan.move, fit, plan.post, post_fit)


def _made(plan: Plan, made: Array, kernel: str) -> Array:
    """Contents that exist by the evening (B, C)."""
    if kernel == "machine":
        from game.kernel.by_machine.machine_contents import made_by_machine

        return made_by_machine(plan.move, plan.content, plan.post, plan.post_content, made)
    number = np.arange(made.shape[1])
    result = made | ((plan.post_content[:, None] == number) & (plan.post > 0)[:, None])
    follower, episode = np.divmod(np.flatnonzero(((plan.content >= 0) & (plan.move > 0)).T), len(made))
    result[episode, plan.content[episode, follower]] = True
    return result


def next_morning(
    position: Position, plan: Plan, looked: Array, state: State, ledger: Ledger, signals: Signals,
    kernel: str = "numpy", *, in_place: bool = False,
) -> Position:  # fmt: skip
    """The morning after a day, with its events.

    Args:
        position: the morning before; its state and ledger may be gone.
        plan: what was done.
        looked: (B, F) 0 or 1, whose profile had been read by then.
        state: hidden state after the night.
        ledger: after the night.
        signals: of the night.
        kernel: `machine` where many episodes repay it.
        in_place: what contents seem worth may be noted where it stands; the position before is not needed any more.
    """
    following = replace(
        position,
        day=position.day + 1,
        state=state,
        dawn=state,
        ledger=ledger,
        made=_made(plan, position.made, kernel),
        fresh=np.zeros_like(position.fresh),
        seems=seems_after(position, looked, ledger, kernel, in_place=in_place),
        signals=signals,
    )
    return open_morning(following)


def day_explained(position: Position, plan: Plan) -> tuple[Day, Ledger]:
    """A day with its intermediate states, and the ledger after it. `game.engine.batch` plays the same bits faster."""
    noise = draw(position.seed, position.episodes, position.day, position.shape[1])
    choices = choices_of(plan, position.people)
    return take_apart(
        position.state, position.ledger, choices, noise, position.people, position.compiled.rules, position.day
    )


def outcome_of(position: Position) -> Outcome:
    """How the episodes stand."""
    return outcome(position.state, position.ledger, position.people, position.compiled.rules.params)
