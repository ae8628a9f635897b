"""The day's graph as one would work it out by hand for one follower: zeros vanish, and what a move has not is skipped.

Here alone sums may be shortened: x · 0 is 0 and x + 0 is x, whatever the sign of a zero. So numbers can differ from the
kernel's in the last digits.
"""

from collections.abc import Mapping
from math import inf

from bench.from_graph import exponentials_of
from game.kernel.graph.graph import CONSTANT, GATHER, INPUT, TIE, Graph, GraphNode, ValueKind
from game.model.state import RANGES

ROW, ATTRIBUTE, EXPONENTIAL, WATCHED, ITEM = "row", "attribute", "exponential", "watched", "item"


class ScalarGraph(Graph):
    """A graph of single numbers.

    Args:
        columns: of the table of moves, by name; a column in which all are the same is a constant.
    """

    def __init__(self, columns: Mapping[str, tuple[float, ...]]) -> None:
        super().__init__()
        self.columns = columns

    def constant_of(self, number: int) -> float | bool | None:
        """The number that a value always is, if it is one."""
        node = self.nodes[number]
        return node.what if node.operation == CONSTANT else None

    def gather(self, table: str, rows: int) -> int:
        """An attribute of a move."""
        column, row = self.columns[table], self.constant_of(rows)
        if row is not None:
            return self.constant(column[int(row)])
        if len(set(column)) == 1:
            return self.constant(column[0])
        move = self._add(GraphNode(ROW, (rows,), "i", 0))
        return self._add(GraphNode(ATTRIBUTE, (move,), "f", 0, table.split(".")[1]))

    def watched(self) -> int:
        """What those whom a follower knows have shown: several sums."""
        return self._add(GraphNode(WATCHED, (), "f", 0))

    def item(self, of: int, number: int, kind: ValueKind) -> int:
        """One of several, a number or a condition."""
        return self._add(GraphNode(ITEM, (of,), kind, 0, number))

    def exponential(self, value: int) -> int:
        """The natural exponential, by the library of the language."""
        return self._add(GraphNode(EXPONENTIAL, (value,), "f", 0))

    def cast(self, value: int, kind: ValueKind) -> int:
        """The same number as another kind; a condition counts as 1 or 0."""
        if self.nodes[value].kind == "b" and kind == "f" and self.constant_of(value) is None:
            return self._where(value, self.constant(1.0), self.constant(0.0))
        return super().cast(value, kind)

    def operate(self, operation: str, *arguments: int) -> int:
        """An operation on earlier values."""
        if operation in {"and", "or"}:
            return self._logic(operation, *arguments)
        if operation == "not" and self.nodes[arguments[0]].operation == "not":
            return self.nodes[arguments[0]].arguments[0]
        if operation in {"minimum", "maximum"}:
            return self._bounded(operation, *arguments)
        if operation == "less" and self._is_chance(arguments[0]) and self._is_at_most_nothing(arguments[1]):
            return self.constant(False)
        if operation == "less_equal" and self._is_at_most_nothing(arguments[0]) and self._is_chance(arguments[1]):
            return self.constant(True)
        if operation in {"add", "subtract", "multiply", "divide"}:
            return self._sum_or_product(operation, *arguments)
        return super().operate(operation, *arguments)

    def _is_chance(self, number: int) -> bool:
        """Whether a value is a draw, which is above 0 and below 1."""
        node = self.nodes[number]
        return node.operation == INPUT and node.what.startswith("noise.")

    def _is_at_most_nothing(self, number: int) -> bool:
        value = self.constant_of(number)
        return value is not None and value <= 0.0

    def _bounded(self, operation: str, left: int, right: int) -> int:
        """A bound; one that holds already is none, as those of the state in the morning do."""
        for bound, value in ((left, right), (right, left)):
            limit, node = self.constant_of(bound), self.nodes[value]
            if limit is None:
                continue
            if node.operation == INPUT and node.what.startswith("state."):
                low, high = RANGES.get(node.what.split(".")[1], (-inf, inf))
                if limit >= high if operation == "minimum" else limit <= low:
                    return value
            if node.operation == operation:
                inner = [known for a in node.arguments if (known := self.constant_of(a)) is not None]
                if any(limit >= known if operation == "minimum" else limit <= known for known in inner):
                    return value
        return super().operate(operation, left, right)

    def _logic(self, operation: str, left: int, right: int) -> int:
        """An and/or; what is sure is left out."""
        absorbing = operation == "or"
        for one, other in ((left, right), (right, left)):
            sure = self.constant_of(one)
            if sure is not None:
                return one if bool(sure) == absorbing else other
        return left if left == right else super().operate(operation, left, right)

    def _where(self, condition: int, yes: int, no: int) -> int:
        """A choice; one between conditions is logic."""
        sure = self.constant_of(condition)
        if sure is not None:
            return yes if sure else no
        if self.nodes[yes].kind == self.nodes[no].kind == "b" and yes != no:
            if self.constant_of(no) is not None:
                first = self.operate("not", condition) if self.constant_of(no) else condition
                return self._logic("or" if self.constant_of(no) else "and", first, yes)
            if self.constant_of(yes) is not None:
                first = condition if self.constant_of(yes) else self.operate("not", condition)
                return self._logic("or" if self.constant_of(yes) else "and", first, no)
        return super()._where(condition, yes, no)

    def _sum_or_product(self, operation: str, left: int, right: int) -> int:
        """Arithmetic without what does nothing; a choice of nothing to add or to multiply by is asked first."""
        neutral, product = (1.0, True) if operation in {"multiply", "divide"} else (0.0, False)
        one, other = self.constant_of(left), self.constant_of(right)
        if product and (one == 0.0 or (other == 0.0 and operation == "multiply")):
            return left if one == 0.0 else right
        if operation == "subtract" and left == right:
            return self.constant(0.0)
        if other == neutral:
            return left
        if one == neutral and operation in {"add", "multiply"}:
            return right
        if operation == "multiply":
            for attribute, rest in ((left, right), (right, left)):
                if self.nodes[attribute].operation == ATTRIBUTE and self.nodes[rest].arguments:
                    there = self.cast(attribute, "b")
                    return self._where(there, self._plainly(operation, left, right), self.constant(0.0))
        chosen = self._asked_first(operation, left, right, neutral)
        return self._plainly(operation, left, right) if chosen is None else chosen

    def _asked_first(self, operation: str, left: int, right: int, neutral: float) -> int | None:
        """`x + where(c, y, 0)` as `where(c, x + y, x)`, and products likewise."""
        for choice, other in ((right, left), (left, right)):
            node = self.nodes[choice]
            if node.operation == "where" and (choice == right or operation in {"add", "multiply"}):
                condition, yes, no = node.arguments
                nothing = self.constant_of(no)
                found = (left, yes) if choice == right else (yes, right)
                if nothing == neutral and nothing is not None:
                    return self._where(condition, self._plainly(operation, *found), other)
                if nothing == 0.0 and operation == "multiply":
                    return self._where(condition, self._plainly(operation, *found), no)
        return None

    def _plainly(self, operation: str, left: int, right: int) -> int:
        """An operation as it stands."""
        return super().operate(operation, left, right)


def rebuilt(
    graph: Graph, wanted: tuple[int, ...], into: ScalarGraph, known: Mapping[int, int], sure: Mapping[int, int]
) -> dict[int, int]:
    """The operations that some values rest on, again in another graph.

    Args:
        graph: where they stand.
        wanted: their numbers.
        into: where they are written.
        known: those that are something else there: number here -> number there.
        sure: conditions there of which the answer is known.

    Returns:
        Number here -> number there.
    """
    found, exponentials, pending = dict(known), exponentials_of(graph), set(wanted)
    for number in range(len(graph) - 1, -1, -1):
        if number in pending and number not in found:
            inner = (exponentials[number],) if number in exponentials else graph.nodes[number].arguments
            pending.update(inner)
    for number in sorted(pending - set(found)):
        node = graph.nodes[number]
        arguments = tuple(found[a] for a in node.arguments if number not in exponentials)
        if number in exponentials:
            found[number] = into.exponential(found[exponentials[number]])
        elif node.operation == CONSTANT:
            found[number] = into.constant(node.what)
        elif node.operation == INPUT:
            found[number] = into.input(node.what, node.kind, 0)
        elif node.operation == GATHER:
            found[number] = into.gather(node.what, *arguments)
        elif node.operation == TIE:
            raise ValueError(
                "what one sees of others may not rest on what they see of others: a day has two stages here"
            )
        elif node.operation.startswith("to_"):
            found[number] = into.cast(arguments[0], node.kind)
        else:
            found[number] = into.operate(node.operation, *arguments)
        found[number] = sure.get(found[number], found[number])
    return found
