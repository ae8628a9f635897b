"""What can happen and when, at the earliest: conditions, events, content, by the hopeful bounds of `bounds.py`.

Rule: "may" is never wrong when it says no, "must" is never wrong when it says yes. Events wait for one another, so
their first days are found by starting from "never" and repeating until nothing changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from game.model.arrays import Array
from game.scenario.compiling.compile import Compiled
from game.scenario.compiling.compiled_timeline import CompiledEvent
from game.scenario.format.schema_story import Change, Condition, Event, FollowerCount, TrustRange
from game.scenario.format.vocabulary import ENDS
from game.scenario.lint.bounds import Bounds, bounds_of, possible_motives

NEVER = 10_000


@dataclass(eq=False)
class Reach:
    """The first days of everything in a scenario. D mornings: index d is the morning of day d, the last is the end."""

    compiled: Compiled
    plain: Bounds  # without events
    bounds: Bounds  # with what events bring
    event: dict[str, int] = field(default_factory=dict)  # id -> first day, NEVER when it cannot happen
    content: dict[str, int] = field(default_factory=dict)  # id -> first day it can be used

    @property
    def days(self) -> int:
        """How many days the game has."""
        return self.compiled.scenario.days

    @cached_property
    def answers(self) -> dict[str, str]:
        """The event of each answer that has an id."""
        timeline = self.compiled.scenario.timeline
        return {choice.id: name for name, event in timeline.items() for choice in event.choices if choice.id}

    def may(self, condition: Condition | None, about: Iterable[str] = (), *, evening: bool = False) -> Array:
        """The mornings on which a condition may hold (D,) boolean.

        Args:
            condition: all its keys must hold; none always holds.
            about: followers that `self` may stand for; left out, any.
            evening: whether it is asked of the evening before each morning, as goals are.
        """
        possible = np.ones(self.days + 2, dtype=bool)
        possible[0] = False
        for _, days in self.clauses(condition, about, evening=evening):
            possible &= days
        return possible

    def clauses(
        self, condition: Condition | None, about: Iterable[str] = (), *, evening: bool = False
    ) -> Iterator[tuple[str, Array]]:
        """Each part of a condition with the mornings on which it may hold (D,), or held the evening before."""
        if condition is None:
            return
        mornings = np.arange(self.days + 2)
        today = mornings - evening
        if condition.day is not None:
            start, end = condition.day.start or 1, condition.day.end or NEVER
            yield "day", (today >= start) & (today <= end)
        for name, span in condition.trust.items():
            yield f"trust › {name}", self._trust_may(name, span, about, evening)
        if condition.followers is not None:
            yield "followers", self._count_may(condition.followers, evening)
        for name in condition.following:
            yield f"following › {name}", self.here(evening=evening)[self.compiled.numbers.columns[name]]
        for name in condition.happened:
            yield f"happened › {name}", today >= self.event[name]
        for name in condition.not_happened:
            yield f"not_happened › {name}", today <= self._surely(name)
        for name in condition.chosen:
            yield f"chosen › {name}", today >= self.event[self.answers[name]]
        for name in condition.published:
            yield f"published › {name}", mornings > self.content[name]
        for name, lives in condition.lives.items():
            known = self.compiled.numbers.lives.get(name, {})
            yield f"lives › {name}", np.full(len(mornings), any(life in known for life in lives))
        if condition.any_of:
            yield "any_of", np.any([self.may(part, about, evening=evening) for part in condition.any_of], axis=0)
        if condition.none_of:
            yield "none_of", ~np.any([self.must(part, evening=evening) for part in condition.none_of], axis=0)

    def must(self, condition: Condition, *, evening: bool = False) -> Array:
        """The mornings on which a condition holds whatever anybody does (D,) boolean, or held the evening before."""
        mornings = np.arange(self.days + 2)
        sure, today = mornings >= 1, mornings - evening
        if condition.day is not None:
            sure &= (today >= (condition.day.start or 1)) & (today <= (condition.day.end or NEVER))
        for name, span in condition.trust.items():
            sure &= name == "average" and not span.at_least and (span.at_most is None or span.at_most >= 100)
        if condition.followers is not None:
            sure &= self._count_must(condition.followers)
        for name in condition.happened:
            sure &= today >= self._surely(name)
        for name in condition.not_happened:
            sure &= today < self.event[name]
        if condition.published or condition.chosen or condition.lives or condition.following:
            sure &= False
        if condition.any_of:
            sure &= np.any([self.must(part, evening=evening) for part in condition.any_of], axis=0)
        for part in condition.none_of:
            sure &= ~self.may(part, evening=evening)
        return sure

    def count(self, stage: str, *, evening: bool = False) -> Array:
        """How many followers may have come to a stage or end by each morning (D,), or the evening before."""
        return np.asarray(self.who(stage, evening=evening).sum(axis=0))

    def here(self, *, evening: bool = False) -> Array:
        """Who may follow on each morning (F, D), or the evening before."""
        return np.asarray(self.bounds.days_known >= int(evening))

    def who(self, stage: str, *, evening: bool = False) -> Array:
        """Who may have come to a stage or end by each morning (F, D), or the evening before."""
        if stage not in ENDS:
            return np.asarray(self.bounds.at_stage(stage) & self.here(evening=evening))
        if stage == "lost":
            return self.bounds.days_known >= 1
        if stage == "customer":
            return self.bounds.bought()
        scenario, table = self.compiled.scenario, self.compiled.rules.motives
        motives = possible_motives(self.compiled)
        wanted = []
        for i, name in enumerate(self.compiled.ids):
            written = scenario.followers.get(name)
            ends = [table.happy_ends[motive] for motive in np.flatnonzero(motives[i])]
            wanted.append(written.happy_end == stage if written and written.happy_end else stage in ends)
        return np.asarray(self.bounds.happy() & np.array(wanted)[:, None])

    def _surely(self, name: str) -> int:
        """The day on which an event has happened for certain."""
        event = self._compiled_event(name)
        return event.days[1] if 0 < event.days[1] <= self.days and not event.one_of[1:] else NEVER

    def _at_first(self, name: str) -> int:
        """The first day on which an event with a day of its own may happen."""
        first = self._compiled_event(name).days[0]
        return first if 0 < first <= self.days else NEVER

    def _compiled_event(self, name: str) -> CompiledEvent:
        return self.compiled.events[self.compiled.numbers.events[name]]

    def _trust_may(self, name: str, span: TrustRange, about: Iterable[str], evening: bool) -> Array:
        here = self.here(evening=evening)
        ids = list(self.compiled.ids)
        if name == "self" and (chosen := [ids.index(one) for one in about if one in ids]):
            rows = chosen
        elif name in ids:
            rows = [ids.index(name)]
        else:
            rows = list(range(len(ids)))
        low = (span.at_least or 0.0) / 100.0
        enough = (self.bounds.trust[rows] >= low) & here[rows]
        if name == "average" and low == 0.0:
            return np.ones(here.shape[1], dtype=bool)
        return np.asarray(enough.any(axis=0))

    def _count_may(self, wanted: FollowerCount, evening: bool) -> Array:
        least = wanted.at_least if wanted.at_least is not None else 0 if wanted.at_most is not None else 1
        return self.count(wanted.stage, evening=evening) >= least

    def _count_must(self, wanted: FollowerCount) -> Array:
        least = wanted.at_least if wanted.at_least is not None else 0 if wanted.at_most is not None else 1
        most = wanted.at_most if wanted.at_most is not None else NEVER
        return (self.count(wanted.stage) <= most) & (least <= 0)

    def settle(self) -> None:
        """Finds the first days of events and content."""
        scenario = self.compiled.scenario
        self.event = {name: self._at_first(name) for name in scenario.timeline}
        locked = self.openers()
        self.content = {name: NEVER if name in locked or item.when else 1 for name, item in scenario.content.items()}
        waiting = {name: e for name, e in scenario.timeline.items() if e.day is None}
        bound = [name for name, days in self.content.items() if days == NEVER]
        self.bounds = self._with_events()
        for _ in range(2 + len(waiting) + len(bound)):
            before = dict(self.event), dict(self.content)
            for name, event in waiting.items():
                self.event[name] = _first(self.may(event.when)[: self.days + 1])
            for name in bound:
                opened = min((self.event[e] for e in locked[name]), default=NEVER) if name in locked else 1
                when = self.may(scenario.content[name].when)
                when[: min(opened, len(when))] = False
                self.content[name] = _first(when[: self.days + 1])
            if (self.event, self.content) == before:
                return
            self.bounds = self._with_events()

    def openers(self) -> dict[str, list[str]]:
        """Locked content, and the events that may open it."""
        found: dict[str, list[str]] = {}
        for name, event in self.compiled.scenario.timeline.items():
            for change in changes_of(event):
                for item in change.unlock:
                    found.setdefault(item, []).append(name)
        return found

    def _with_events(self) -> Bounds:
        """The bounds with what events may bring from their first day on.

        Trust: their points on that day, afterwards only the ceiling. Familiarity: the exposure of the moves they make,
        in full; whatever it takes from the worth of later contacts is left out.
        """
        alone, params = self.plain, self.compiled.rules.params
        trust, known = alone.trust.copy(), alone.familiarity.copy()
        for name, event in self.compiled.scenario.timeline.items():
            first = self.event[name]
            if first > self.days:
                continue
            for change in changes_of(event):
                if change.trust > 0:
                    rows = self._rows(change.who)
                    trust[rows, first] += change.trust / 100.0
                    trust[rows, first + 1 :] = alone.ceiling
            for do in (event.do, *(choice.do for choice in event.choices)):
                if do is not None:
                    rows = self._rows(do.who)
                    exposure = self.compiled.rules.moves.row(do.move).exposure
                    trust[rows, first:] = alone.ceiling
                    known[rows, first:] += exposure * (params.k_slow + params.fast_share)
        return replace(alone, trust=np.minimum(trust, alone.ceiling), familiarity=known)

    def _rows(self, who: tuple[str, ...]) -> Array:
        names = np.array(self.compiled.ids)
        mask = np.ones(len(names), dtype=bool) if "everyone" in who else np.isin(names, who)
        return mask & self.bounds.human


def changes_of(event: Event) -> list[Change]:
    """What an event and its answers may change."""
    return [c for c in (event.change, *(choice.change for choice in event.choices)) if c is not None]


def _first(days: Array) -> int:
    found = np.flatnonzero(days)
    return int(found[0]) if len(found) else NEVER


def reach_of(compiled: Compiled) -> Reach:
    """What can happen in a scenario, and when at the earliest."""
    bounds = bounds_of(compiled)
    reach = Reach(compiled, bounds, bounds)
    reach.settle()
    return reach
