"""What a lint rule looks at: a scenario that can be read, its tree, and what can happen in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from game.scenario.checks.locate import spot
from game.scenario.compiling.compile import compile_scenario
from game.scenario.compiling.defaults import archetypes_of, based
from game.scenario.format.schema import Scenario, WrittenScenario
from game.scenario.format.schema_people import Follower
from game.scenario.format.walk import SCENARIO, Shape, walk
from game.scenario.lint.reach import Reach, reach_of
from game.scenario.problems.problems import Problem
from game.scenario.reading.tree import Node


@dataclass(frozen=True)
class Subject:
    """A scenario to be looked through. Nothing in it is an error of reading."""

    root: Node
    written: WrittenScenario
    scenario: Scenario  # the same, complete

    @cached_property
    def reach(self) -> Reach:
        """What can happen in the scenario, and on which days at the earliest."""
        return reach_of(compile_scenario(self.scenario))

    @cached_property
    def followers(self) -> Mapping[str, Follower]:
        """The written followers, with what their archetypes say."""
        archetypes = archetypes_of(self.written)
        return {name: based(who, archetypes, self.written.motives) for name, who in self.written.followers.items()}

    @property
    def crowd(self) -> int:
        """How many followers the game makes up."""
        return self.scenario.crowd.count

    @cached_property
    def values(self) -> tuple[tuple[Shape, Node, tuple[str, ...]], ...]:
        """All values of the file with what is expected there and the way to them."""
        return tuple(walk(SCENARIO, self.root))

    def key(self, *loc: str | int) -> Node:
        """The key of an entry, or the deepest place on the way to it that is in the file."""
        return spot(self.root, loc).head

    def value(self, *loc: str | int) -> Node:
        """The value of an entry, likewise."""
        return spot(self.root, loc).node

    def has(self, *loc: str | int) -> bool:
        """Whether an entry is written in the file."""
        return spot(self.root, loc).found


Rule = Callable[[Subject], Iterator[Problem]]
