"""Operations of a day as numpy calls that write into memory which is there already."""

from game.kernel.by_numpy.expressions import function_of, value_of
from game.kernel.by_numpy.numpy_lines import NumpyLines
from game.kernel.by_numpy.selecting import Masks
from game.kernel.frame import FrameLayout
from game.kernel.graph.graph import CONSTANT, GATHER, INPUT, TIE, GraphNode
from game.kernel.graph.schedule import Schedule

_RESULT_BY_NAME = {"minimum", "maximum"}


class Writer(NumpyLines):
    """Writes a line for each operation; `wide` for many values at once."""

    def __init__(self, schedule: Schedule, rows: FrameLayout, *, wide: bool) -> None:
        super().__init__(schedule, rows)
        self.masks = Masks(self) if wide else None

    def small(self, number: int) -> None:
        """A value that does not differ by follower: it costs little, so it gets new memory."""
        node = self.graph.nodes[number]
        if node.operation == CONSTANT:
            return
        arguments = [self.name(a) for a in node.arguments]
        self.names[number] = f"e{number}" if node.axes else f"s{number}"
        if node.operation == INPUT:
            value = "post" if node.axes else f"given[{node.what!r}]"
        else:
            value = value_of(node, arguments)
        self.lines.append(f"{self.names[number]} = {value}")

    def step(self, number: int) -> None:
        """A value of all followers in all episodes."""
        node, place = self.graph.nodes[number], self.places[number]
        if node.operation == INPUT:
            self._input(number, node)
            return
        if node.operation == "where" and self.masks is not None and node.kind != "b":
            self.names[number] = self.masks.select(place, node, self.targets.get(number) if node.kind == "f" else None)
            return
        arguments = [self.name(a) for a in node.arguments]
        if node.operation != TIE:  # a result may lie where an argument lay, unless others still look at it
            self.let_go(place, node.arguments)
        target = self.targets.get(number) if node.kind == "f" else None
        target = target or self.pool.take(node.kind)
        self.names[number] = target
        self.lines.append(self._line(node, target, arguments))
        if node.operation == TIE:
            self.let_go(place, node.arguments)

    def _input(self, number: int, node: GraphNode) -> None:
        if node.what.startswith("people.tie_weight."):
            self.names[number] = f"weights[{node.what.rsplit('.', 1)[1]}]"
            return
        moving, row = self.layout.place(node.what)
        name = f"{'r' if moving else 'x'}{row}"
        self.reads[name] = f"{'before' if moving else 'fixed'}[{row}]"
        self.names[number] = name
        if node.kind == "i":
            self.names[number] = f"w{number}"
            self.lines.append(f"w{number} = {name}.astype(int64)")

    def _line(self, node: GraphNode, target: str, arguments: list[str]) -> str:
        ours = target.startswith("a")  # a row that must be filled, not a name for any memory
        if node.operation == "where":
            result = f"where({', '.join(arguments)})"
            return f"copyto({target}, {result})" if ours or self.masks else f"{target} = {result}"
        if node.operation == GATHER:
            return f"take(table[{node.what!r}], {arguments[0]}, mode='clip', out={target})"
        if node.operation == TIE:
            return f"take({arguments[0]}, ties[{node.what}], axis=0, mode='clip', out={target})"
        if node.operation.startswith("to_"):
            return f"copyto({target}, {arguments[0]}, casting='unsafe')"
        if node.operation == "float_bits":
            return f"copyto({target}, {arguments[0]}.view(float64))"
        result = f"out={target}" if node.operation in _RESULT_BY_NAME else target
        return f"{function_of(node)}({', '.join([*arguments, result])})"
