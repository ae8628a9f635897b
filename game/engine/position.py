"""Playing a compiled scenario, many episodes at once: mornings with events, days, nights.

A `Position` is everything that is true of B episodes on a morning. A single game is a batch of one, so the player,
the bots and the coach's what-ifs run the very same code.
"""

from dataclasses import dataclass, replace

import numpy as np

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
from game.model.arrays import Array, freeze
from game.scenario.compiling.compile import Compiled

UNREAD_FIT = 0.4  # what a content seems worth to somebody before their profile was read


@dataclass(frozen=True, eq=False)
class Position:
    """B episodes on a morning. F followers, C contents, E events."""

    compiled: Compiled
    seed: int
    episodes: Array  # (B,)
    day: int  # the day to be played, 1..days; days + 1 when all is over
    people: People
    state: State
    dawn: State  # the state before this morning's events
    ledger: Ledger
    hours: Array  # (B,) attention a day
    happened: Array  # (B, E) boolean
    fresh: Array  # (B, E) boolean, happened this morning
    answered: Array  # (B, E) boolean, a choice was made or none is needed
    unlocked: Array  # (B, C) boolean
    made: Array  # (B, C) boolean, posted or shared before
    seems: Array  # (B, F, C) 0..1 in quarters, what each content seems worth to each, as far as profiles were read
    signals: Signals | None  # of last night

    @property
    def finished(self) -> bool:
        """All days have been played."""
        return self.day > self.compiled.scenario.days

    @property
    def shape(self) -> tuple[int, int]:
        """Episodes and followers."""
        return self.people.motive.shape[0], self.people.motive.shape[1]


@dataclass(frozen=True, eq=False)
class Plan:
    """What is done on a day in terms of moves and contents. −1: no content."""

    move: Array  # (B, F) rows of the move table, 0 for none
    content: Array  # (B, F) int64
    post: Array  # (B,) rows, 0 for none
    post_content: Array  # (B,) int64
    partner: Array  # (B, F) int64, the other one of an introduction, or −1


def empty_plan(episodes: int, followers: int) -> Plan:
    """A day on which nothing is done."""
    none = np.full((episodes, followers), -1, dtype=np.int64)
    return Plan(
        np.zeros((episodes, followers), dtype=np.int64),
        none,
        np.zeros(episodes, dtype=np.int64),
        np.full(episodes, -1, dtype=np.int64),
        none,
    )


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


def seems_before(people: People) -> Array:
    """What contents seem worth before any profile was read (B, F, C); episodes lie side by side in memory."""
    return freeze(np.full(people.fit.shape[::-1], UNREAD_FIT).transpose(2, 1, 0))


def seems_after(
    position: Position, looked: Array, ledger: Ledger, kernel: str = "numpy", *, in_place: bool = False
) -> Array:
    """The same when some profiles have been read since (B, F, C).

    Args:
        position: the morning before.
        looked: (B, F) 0 or 1, whose profile had been read then.
        ledger: of this morning.
        kernel: `machine` where many episodes repay it.
        in_place: nobody needs it as it was.
    """
    read = (ledger.looked > 0.5) & (looked < 0.5)
    if not read.any():
        return position.seems
    seems = position.seems if in_place else position.seems.copy(order="K")
    seems.flags.writeable = True
    if kernel == "machine":
        from game.kernel.by_machine.machine_contents import read_by_machine

        read_by_machine(position.people.fit, looked, ledger.looked, seems)
        return freeze(seems)
    seems[read] = np.floor(position.people.fit[read] * 4.0 + 0.5) / 4.0
    return freeze(seems)


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
    from game.engine.timeline import open_morning

    return open_morning(position)


def similarity(people: People, left: Array) -> Array:
    """How much an introduction is worth (B, F): agreement of what both enjoy, 0..1; 1 where nobody is introduced."""
    if not (left >= 0).any() or not people.fit.shape[2]:
        return np.ones(left.shape)
    index = np.maximum(left, 0)
    other = np.take_along_axis(people.fit, index[..., None], axis=1)
    apart = np.abs(people.fit - other)
    total = apart[:, :, 0]
    for content in range(1, apart.shape[2]):
        total = total + apart[:, :, content]
    close = np.maximum(0.0, 1.0 - 2.5 * total / apart.shape[2])
    return np.where(left >= 0, 0.35 + 0.65 * close, 1.0)


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
    from game.engine.timeline import open_morning

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


def taken_apart(position: Position, plan: Plan) -> tuple[Day, Ledger]:
    """A day with its intermediate states, and the ledger after it. `game.engine.batch` plays the same bits faster."""
    noise = draw(position.seed, position.episodes, position.day, position.shape[1])
    choices = choices_of(plan, position.people)
    return take_apart(
        position.state, position.ledger, choices, noise, position.people, position.compiled.rules, position.day
    )


def outcome_of(position: Position) -> Outcome:
    """How the episodes stand."""
    return outcome(position.state, position.ledger, position.people, position.compiled.rules.params)
