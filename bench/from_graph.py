"""The day's graph as text in other languages, for the peers that are compiled: C and JAX."""

from collections.abc import Callable
from dataclasses import dataclass

from game.kernel.frame import params_order
from game.kernel.graph.graph import CONSTANT, GATHER, INPUT, TIE, Graph, GraphNode


@dataclass(frozen=True)
class Language:
    """How values and operations are written."""

    constant: Callable[[GraphNode], str]
    input: Callable[[GraphNode], str]
    gather: Callable[[str, str], str]  # table and rows
    tie: Callable[[int, str, int], str]  # number of the tie, name of the value, number of the value
    operations: dict[str, str]  # with {0}, {1}, {2} for the arguments; a kind may be put before: "i.less"
    assign: str = "{name} = {value}"


@dataclass(frozen=True)
class Inputs:
    """How what a day is given is written."""

    day: str
    post: str
    weight: str  # of a tie, with {0} for its number
    whole: str  # a value made a whole number, with {0} for the value
    noise: Callable[[str], str]  # by its whole name
    row: Callable[[str], str]  # of the frame, by its whole name

    def __call__(self, node: GraphNode) -> str:
        """An input by its name."""
        word = node.what
        if word == "day":
            return self.day
        if word == "choices.post":
            return self.post
        if word.startswith("params."):
            return f"params[{params_order().index(word)}]"
        if word.startswith("people.tie_weight."):
            return self.weight.format(word.rsplit(".", 1)[1])
        if word.startswith("noise."):
            return self.noise(word)
        value = self.row(word)
        return self.whole.format(value) if node.kind == "i" else value


def lines(graph: Graph, steps: tuple[int, ...], language: Language, known: dict[int, str]) -> list[str]:
    """Assignments for some operations in order; `known` gets the names of their results."""
    found = []
    for number in steps:
        node = graph.nodes[number]
        if number in known:
            continue
        if node.operation == CONSTANT:
            known[number] = language.constant(node)
            continue
        if node.operation == INPUT:
            value = language.input(node)
        elif node.operation == GATHER:
            value = language.gather(node.what, known[node.arguments[0]])
        elif node.operation == TIE:
            value = language.tie(node.what, known.get(node.arguments[0], ""), node.arguments[0])
        else:
            kind = graph.nodes[node.arguments[0]].kind
            pattern = language.operations.get(f"{kind}.{node.operation}") or language.operations[node.operation]
            value = pattern.format(*(known[a] for a in node.arguments))
        known[number] = f"v{number}"
        found.append(language.assign.format(name=f"v{number}", value=value, kind=node.kind))
    return found


def exponentials_of(graph: Graph) -> dict[int, int]:
    """Where the project's own exponential begins: result -> argument, so that a language may use its own."""
    found = {}
    for number, node in enumerate(graph.nodes):
        if node.operation != "multiply":
            continue
        for bits in node.arguments:
            if graph.nodes[bits].operation == "float_bits":
                shift = graph.nodes[graph.nodes[bits].arguments[0]]
                cast = graph.nodes[graph.nodes[shift.arguments[0]].arguments[0]]
                rounded = graph.nodes[cast.arguments[0]]  # floor(x · log2 e + ½)
                scaled = graph.nodes[graph.nodes[rounded.arguments[0]].arguments[0]]
                found[number] = scaled.arguments[0]
    return found
