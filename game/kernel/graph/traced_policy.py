"""A bot's policy as a graph: decisions among fixed answers are kept as such, since they cost little.

A tree of `where` whose leaves are numbers (which move? what weight?) can be looked up or compared leaf by leaf, before
anything runs: that another move follows up is then a question of conditions, not of arithmetic.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.kernel.graph.graph import COMPARISONS, CONSTANT, Graph, GraphNode
from game.kernel.graph.refusals import CannotTraceError

OUTPUTS = {"move": "i", "content": "i", "priority": "f", "post": "i", "post_content": "i"}
"""What a policy wishes, and the kinds."""

BY_EPISODE = ("post", "post_content")
SETTINGS = ("day", "days")
"""Inputs that are one number for all."""

_COMPARED = {*COMPARISONS, "greater", "greater_equal"}


class PolicyGraph(Graph):
    """A graph that looks through decisions."""

    def operate(self, operation: str, *arguments: int) -> int:
        """An operation on earlier values, with numpy's rules for mixed kinds."""
        if operation == "remainder":
            return self._remainder(*arguments)
        if operation in _COMPARED:
            left, right = arguments
            if self._is_constant(right) and self.decides(left):
                return self._leaf_by_leaf(left, lambda leaf: super(PolicyGraph, self).operate(operation, leaf, right))
            if self._is_constant(left) and self.decides(right):
                return self._leaf_by_leaf(right, lambda leaf: super(PolicyGraph, self).operate(operation, left, leaf))
        return super().operate(operation, *arguments)

    def pick(self, table: tuple[float, ...], rows: int) -> int:
        """A number of a table by row; numbers beyond its ends mean its ends."""
        if self.decides(rows):
            return self._leaf_by_leaf(rows, lambda leaf: self.constant(self._of(table, self.nodes[leaf].what)))
        return super().pick(table, rows)

    @staticmethod
    def _of(table: tuple[float, ...], row: int) -> float:
        return table[min(max(row, 0), len(table) - 1)]

    def _is_constant(self, number: int) -> bool:
        return self.nodes[number].operation == CONSTANT

    def decides(self, number: int) -> bool:
        """Whether a value is a choice among fixed numbers."""
        node = self.nodes[number]
        if node.operation != "where":
            return node.operation == CONSTANT
        return self.decides(node.arguments[1]) and self.decides(node.arguments[2])

    def _leaf_by_leaf(self, tree: int, change: Callable[[int], int]) -> int:
        node = self.nodes[tree]
        if node.operation == CONSTANT:
            return change(tree)
        condition, yes, no = node.arguments
        return self.operate("where", condition, self._leaf_by_leaf(yes, change), self._leaf_by_leaf(no, change))

    def _where(self, condition: int, yes: int, no: int) -> int:
        """A choice of truth values is logic."""
        if self.nodes[yes].kind == self.nodes[no].kind == "b" and yes != no and not self._is_constant(condition):
            if self._is_constant(yes):
                sure = bool(self.nodes[yes].what)
                return self._logic("or" if sure else "and", condition if sure else self._not(condition), no)
            if self._is_constant(no):
                sure = bool(self.nodes[no].what)
                return self._logic("or" if sure else "and", self._not(condition) if sure else condition, yes)
        return super()._where(condition, yes, no)

    def _not(self, value: int) -> int:
        node = self.nodes[value]
        return node.arguments[0] if node.operation == "not" else self.operate("not", value)

    def _logic(self, operation: str, left: int, right: int) -> int:
        """An and/or; what is sure is left out."""
        absorbing = operation == "or"
        for one, other in ((left, right), (right, left)):
            if self._is_constant(one):
                return one if bool(self.nodes[one].what) == absorbing else other
        return self.operate(operation, left, right)

    def _remainder(self, value: int, divisor: int) -> int:
        """As numpy has it. Fractions by a power of two, which is exact; whole numbers if the same for all."""
        by, kinds = self.nodes[divisor], {self.nodes[n].kind for n in (value, divisor)}
        if by.operation != CONSTANT or by.what <= 0:
            raise CannotTraceError("a remainder wants a fixed number above 0 to divide by")
        if kinds == {"i"}:
            if self.nodes[value].axes:
                raise CannotTraceError("a remainder of whole numbers that differ by follower cannot be traced")
            return self._add(GraphNode("remainder", (value, divisor), "i", 0))
        if np.frexp(by.what)[0] != 0.5 or by.what < 1:
            raise CannotTraceError(f"a remainder of fractions wants a power of two to divide by, not {by.what}")
        divisor = self.constant(float(by.what))
        whole = self.operate("floor", self.operate("divide", value, divisor))
        return self.operate("subtract", value, self.operate("multiply", whole, divisor))


@dataclass(frozen=True, eq=False)
class TracedPolicy:
    """A traced policy: `outputs` has an operation for each of OUTPUTS."""

    graph: PolicyGraph
    outputs: dict[str, int]

    def inputs(self) -> tuple[str, ...]:
        """What the policy looks at, by name, those of all alike aside."""
        needed = self.graph.needed(tuple(self.outputs.values()))
        named = [self.graph.nodes[n] for n in needed if self.graph.nodes[n].operation == "input"]
        return tuple(n.what for n in named if n.axes)
