"""What happens in a scenario as numbers: its events, goals and conditions, without their words.

Followers are columns, events and contents their numbers in the order of the file, moves rows of the move table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from game.model import MoveTable
from game.model.arrays import Array, freeze
from game.scenario.format.difficulty import AS_WRITTEN, Difficulty, change_of_hours_at
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.schema import Scenario
from game.scenario.format.schema_story import Change, Condition, Do, Event
from game.scenario.format.vocabulary import ENDS

ALWAYS = 1024
"""A last day beyond every game."""


class Whose(IntEnum):
    """Whose trust a condition asks for, where it is not that of one follower."""

    ANYONE = -1
    """One follower is enough."""
    EVERYONE = -2
    """All of those who follow."""
    AVERAGE = -3
    """The mean over those who follow."""
    SELF = -4
    """The follower whom the condition is about."""


_WHOSE = {whose.name.lower(): whose for whose in Whose}


@dataclass(frozen=True)
class TrustSpan:
    """The two figures between which somebody's trust must lie."""

    whose: int  # column of a follower, or one of `Whose`
    low: float  # 0..100, or −∞
    high: float  # 0..100, or ∞


@dataclass(frozen=True)
class HowMany:
    """How many followers have come how far."""

    come_to: str  # a stage or an end
    least: int
    most: int


@dataclass(frozen=True)
class CompiledCondition:
    """All that is given must hold."""

    first_day: int = 0
    last_day: int = ALWAYS
    trust: tuple[TrustSpan, ...] = ()
    followers: HowMany | None = None
    following: tuple[int, ...] = ()  # columns of followers
    happened: tuple[int, ...] = ()  # events
    not_happened: tuple[int, ...] = ()
    chosen: tuple[tuple[int, int], ...] = ()  # event, and number of its answer
    published: tuple[int, ...] = ()  # contents
    lives: tuple[tuple[int, tuple[int, ...]], ...] = ()  # column of a follower, and numbers of lives
    any_of: tuple["CompiledCondition", ...] = ()
    none_of: tuple["CompiledCondition", ...] = ()


@dataclass(frozen=True, eq=False)
class Imposed:
    """A move that is made without the player's plan."""

    move: int  # row of the move table
    who: Array  # (F,) boolean
    content: int  # or −1
    faux_pas: bool


@dataclass(frozen=True, eq=False)
class CompiledChange:
    """What changes from one moment to the next."""

    who: Array  # (F,) boolean, whose trust and interest
    trust: float  # points, −100..100
    interest: float  # points, −100..100
    hours: float  # a day, more or less from now on
    hours_today: float  # more or less of this day alone
    unlocked: Array  # (C,) boolean


@dataclass(frozen=True, eq=False)
class Effect:
    """What an event or an answer brings."""

    imposed: Imposed | None
    change: CompiledChange | None


@dataclass(frozen=True, eq=False)
class CompiledEvent:
    """An event of the timeline."""

    days: tuple[int, int]  # first and last on which it may happen, 1..days; (0, 0) where a condition decides
    one_of: tuple[int, ...]  # numbers of the events of which each game has one, this one among them; none: it is in all
    when: CompiledCondition
    effect: Effect
    answers: tuple[Effect, ...]


@dataclass(frozen=True)
class CompiledGoal:
    """What must hold for a goal, and by when."""

    need: CompiledCondition
    by_day: int  # 1..days


@dataclass(frozen=True, eq=False)
class Ending:
    """Whose happy end one of `ENDS` is. F followers, M motives."""

    of_motive: Array  # (M,) boolean
    written: Array  # (F,) boolean, whose happy end stands in the file, this one or another
    says: Array  # (F,) boolean, for whom the file says this one


@dataclass(frozen=True)
class Numbers:
    """The numbers of everything that a condition can name, and how hard it is played."""

    columns: Mapping[str, int]  # of followers
    events: Mapping[str, int]
    answers: Mapping[str, tuple[int, int]]  # event, and number of the answer
    contents: Mapping[str, int]
    lives: Mapping[str, Mapping[str, int]] = FrozenMap()  # of each follower that has any
    difficulty: Difficulty = AS_WRITTEN

    def condition(self, written: Condition | None) -> CompiledCondition:
        """A condition of the file with numbers for names; an absent one always holds."""
        if written is None:
            return CompiledCondition()
        day, count = written.day, written.followers
        least, most = (count.at_least, count.at_most) if count is not None else (None, None)
        some = 1 if most is None else 0  # with no figure at all, one follower is enough
        return CompiledCondition(
            first_day=day.start if day is not None and day.start is not None else 0,
            last_day=day.end if day is not None and day.end is not None else ALWAYS,
            trust=tuple(
                TrustSpan(
                    self._whose(name),
                    span.at_least if span.at_least is not None else -np.inf,
                    span.at_most if span.at_most is not None else np.inf,
                )
                for name, span in written.trust.items()
            ),
            followers=None
            if count is None
            else HowMany(count.stage, some if least is None else least, len(self.columns) if most is None else most),
            following=tuple(self.columns[name] for name in written.following),
            happened=tuple(self.events[name] for name in written.happened),
            not_happened=tuple(self.events[name] for name in written.not_happened),
            chosen=tuple(self.answers[name] for name in written.chosen),
            published=tuple(self.contents[name] for name in written.published),
            lives=tuple(
                (self.columns[who], tuple(self.lives[who][life] for life in lives))
                for who, lives in written.lives.items()
            ),
            any_of=tuple(self.condition(c) for c in written.any_of),
            none_of=tuple(self.condition(c) for c in written.none_of),
        )

    def _whose(self, name: str) -> int:
        return int(_WHOSE[name]) if name in _WHOSE else self.columns[name]

    def who(self, names: Sequence[str]) -> Array:
        """Whom the file names (F,) boolean."""
        everyone = "everyone" in names
        return freeze(np.array([everyone or name in names for name in self.columns], dtype=bool))

    def effect(self, change: Change | None, do: Do | None, moves: MoveTable) -> Effect:
        """What an event or an answer brings."""
        imposed = changed = None
        if do is not None:
            content = self.contents[do.content] if do.content else -1
            row = moves.index(do.move)
            imposed = Imposed(row, self.who(do.who), content, bool(moves.columns["faux_pas"][row] > 0.5))
        if change is not None:
            unlocked = freeze(np.array([name in change.unlock for name in self.contents], dtype=bool))
            hours = change_of_hours_at(self.difficulty, change.hours_per_day)
            today = change_of_hours_at(self.difficulty, change.hours_today)
            changed = CompiledChange(
                self.who(change.who), change.trust, change.interest, hours, today, unlocked
            )  # fmt: skip
        return Effect(imposed, changed)


def numbered_answers(scenario: Scenario) -> dict[str, tuple[int, int]]:
    """The answers that have an id: the number of their event, and their own."""
    return {
        choice.id: (event, number)
        for event, described in enumerate(scenario.timeline.values())
        for number, choice in enumerate(described.choices)
        if choice.id
    }


def compiled_events(scenario: Scenario, numbers: Numbers, moves: MoveTable) -> tuple[CompiledEvent, ...]:
    """The events of a scenario in the order of the file.

    Args:
        scenario: checked, with its defaults filled in.
        numbers: of all that it names.
        moves: its move table.
    """
    sets: dict[str, tuple[int, ...]] = {}
    for number, event in enumerate(scenario.timeline.values()):
        if event.one_of:
            sets[event.one_of] = (*sets.get(event.one_of, ()), number)
    return tuple(
        CompiledEvent(
            _days(event, scenario.days),
            sets.get(event.one_of, ()),
            numbers.condition(event.when),
            numbers.effect(event.change, event.do, moves),
            tuple(numbers.effect(choice.change, choice.do, moves) for choice in event.choices),
        )
        for event in scenario.timeline.values()
    )


def _days(event: Event, days: int) -> tuple[int, int]:
    """First and last day of an event; what may come late moves into the game as far as it began in it."""
    if event.earliest is None or event.latest is None:
        return 0, 0
    return event.earliest, max(event.earliest, min(event.latest, days))


def compiled_goals(scenario: Scenario, numbers: Numbers) -> tuple[CompiledGoal, ...]:
    """The goals of a scenario in the order of the file."""
    return tuple(
        CompiledGoal(numbers.condition(goal.need), goal.by_day or scenario.days) for goal in scenario.goals.values()
    )


def locked_contents(events: tuple[CompiledEvent, ...], contents: int) -> Array:
    """Which contents start locked (C,) boolean: those that an event or an answer unlocks."""
    locked = np.zeros(contents, dtype=bool)
    for event in events:
        for effect in (event.effect, *event.answers):
            if effect.change is not None:
                locked |= effect.change.unlocked
    return freeze(locked)


def endings_of(own: tuple[str, ...], of_motives: tuple[str, ...]) -> dict[str, Ending]:
    """Whose happy end each of `ENDS` is, by its name.

    Args:
        own: happy end that the file gives each follower (F,); "" where it is that of the motive.
        of_motives: happy end of each motive (M,).
    """
    written = freeze(np.array([bool(end) for end in own], dtype=bool))
    return {
        name: Ending(
            freeze(np.array([end == name for end in of_motives], dtype=bool)),
            written,
            freeze(np.array([end == name for end in own], dtype=bool)),
        )
        for name in ENDS
    }
