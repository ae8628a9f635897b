"""The day for one follower in plain Python, printed from the kernel's own graph: no rule stands here.

A day has two stages, as everybody has had their move before anybody sees what was done to others. The constants of a
scenario stand in the text as numbers, as a modeller would write them who has one scenario.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from math import exp, floor, sqrt
from typing import Any

from bench.scalar.scalar_graph import ScalarGraph, rebuilt
from bench.scalar.scalar_text import Fork, Leaf, Text, Tree
from game.kernel.frame import params_order, table_order
from game.kernel.graph.graph import CONSTANT, INPUT, TIE, Graph, GraphNode
from game.kernel.graph.traced_day import DayGraph, day_graph
from game.model import Rules
from game.model.chance import Noise
from game.scenario.compiling.compile import Compiled

WORTH_KEEPING = 10
"""A value of the first stage that rests on so many operations of its own is kept for the second."""

REACTION, INITIATIVE = "signals.reaction", "signals.initiative"
PRESENT, HUMAN, MOVE, POST = "ledger.present", "people.human", "choices.move", "choices.post"
SWITCHES = (PRESENT, HUMAN)
"""What is 0 or 1, by the model's own word for it: `game.model.state`."""

ARGUMENTS = {MOVE: "move", "choices.fit": "fit", POST: "post", "choices.post_fit": "post_fit", "day": "day"}
CHANCE = tuple(field.name for field in fields(Noise))
"""The order in which a follower's draws are handed over: that of `game.model.Noise`."""


def attribute(row: str) -> str:
    """What a row of the kernel is called as an attribute of a follower.

    >>> attribute("state.facets.0"), attribute("ledger.tell"), attribute("signals.tell")
    ('facets_0', 'tell', 'signal_tell')
    """
    of, *name = row.split(".")
    return "_".join(["signal", *name] if of == "signals" else name)


@dataclass(frozen=True)
class Between:
    """What of a day passes from one follower to others, and from the first stage to the second; operations."""

    shown: tuple[int, ...]  # what others may see of what was done to each
    seen: tuple[int, ...]  # sums of that over those whom one knows
    kept: tuple[int, ...]  # what costs too much to be worked out twice

    def attributes(self) -> tuple[str, ...]:
        """The attributes of a follower that hold it."""
        shown = (f"shown_{i}" for i in range(len(self.shown)))
        return (*shown, *(f"kept_{i}" for i in range(len(self.kept))))


def between(day: DayGraph) -> Between:
    """What a day hands on."""
    graph = day.graph
    needed = graph.needed(tuple(day.outputs.values()))
    shown = dict.fromkeys(graph.nodes[n].arguments[0] for n in needed if graph.nodes[n].operation == TIE)
    return Between(tuple(shown), _seen(graph, needed), _kept(day, needed, set(shown)))


def _seen(graph: Graph, needed: list[int]) -> tuple[int, ...]:
    """What ties and constants alone tell, as far as others use it."""
    told: set[int] = set()
    for number in needed:
        node = graph.nodes[number]
        beside = [a for a in node.arguments if a not in told]
        if node.operation == TIE or (len(beside) < len(node.arguments) and all(_is_given(graph, a) for a in beside)):
            told.add(number)
    used = {a for n in needed if n not in told for a in graph.nodes[n].arguments}
    return tuple(sorted(told & used))


def _is_given(graph: Graph, number: int) -> bool:
    """Whether a value is the same for all followers, or the weight of a tie."""
    node = graph.nodes[number]
    weight = node.operation == INPUT and node.what.startswith(("people.tie_weight.", "params."))
    return node.operation == CONSTANT or weight


def _kept(day: DayGraph, needed: list[int], shown: set[int]) -> tuple[int, ...]:
    """What the first stage works out at some cost and the second needs again."""
    nodes, users = day.graph.nodes, dict[int, set[int]]()
    for number in needed:
        for argument in nodes[number].arguments:
            users.setdefault(argument, set()).add(number)
    first = set(day.graph.needed(tuple(shown)))
    found = []
    for number in (n for n in first - shown if users[n] - first):
        alone = {number}
        for below in reversed(day.graph.needed((number,))):
            if nodes[below].arguments and users[below] <= alone:
                alone.add(below)
        if len(alone) >= WORTH_KEEPING:
            found.append(number)
    return tuple(sorted(found))


class Way:
    """What is known on a way through the day: operations that are something else, and conditions that hold."""

    def __init__(self, known: dict[int, int], sure: dict[int, int]) -> None:
        self.known, self.sure = known, sure

    def where(self, known: dict[int, int], sure: dict[int, int] | None = None) -> "Way":
        """The same way where more is known."""
        return Way({**self.known, **known}, {**self.sure, **(sure or {})})


class Printer:
    """Writes the day of a scenario as functions of one follower.

    Args:
        day: with as many ties as the scenario has.
        rules: whose constants and moves stand in the text.
    """

    def __init__(self, day: DayGraph, rules: Rules) -> None:
        self.graph, self.outputs, self.ties, self.between = day.graph, day.outputs, day.ties, between(day)
        columns = {name: tuple(rules.moves.columns[name.split(".")[1]].tolist()) for name in table_order()}
        self.new = ScalarGraph(columns)
        self.inputs = {n.what: i for i, n in enumerate(self.graph.nodes) if n.operation == INPUT}
        values = {name: float(getattr(rules.params, name.split(".")[1])) for name in params_order()}
        self.start = Way(self._are(values), {})

    def _are(self, values: dict[str, float]) -> dict[int, int]:
        """Inputs that are numbers here."""
        return {self.inputs[n]: self.new.constant(v) for n, v in values.items() if n in self.inputs}

    def _found(self, wanted: tuple[int, ...], way: Way) -> dict[int, int]:
        """Some operations of the day as they are on a way."""
        return rebuilt(self.graph, wanted, self.new, way.known, way.sure)

    def _fork(self, name: str, way: Way, then: Callable[[Way], Tree]) -> Tree:
        """Two ways, by a switch or by whether there is a move."""
        if name in SWITCHES:
            condition = self.new.input(name, "f", 0)
            return Fork(condition, then(way.where(self._are({name: 1.0}))), then(way.where(self._are({name: 0.0}))))
        given = self.new.input(name, "i", 0)
        made = self.new.operate("less", self.new.constant(0), given)
        there = way.where({}, {made: self.new.constant(True)})
        return Fork(given, then(there), then(way.where({self.inputs[name]: self.new.constant(0)})))

    def receive(self) -> list[str]:
        """The first stage."""
        shown, kept = self.between.shown, self.between.kept

        def leaf(way: Way) -> Tree:
            moved = bool(way.sure)
            wanted = (*shown, *kept) if moved else shown
            found = self._found(wanted, way)
            return Leaf({f"between.{a}": found[n] for a, n in zip(self.between.attributes(), wanted, strict=False)})

        def present(way: Way) -> Tree:
            if self._is(way, PRESENT, 0.0):
                return leaf(way)
            return self._fork(MOVE, way, lambda w: self._fork(HUMAN, w, leaf) if w.sure else leaf(w))

        return Text(self.new, self._fork(PRESENT, self.start, present), _read, _write).lines()

    def _is(self, way: Way, name: str, value: float) -> bool:
        number = way.known.get(self.inputs[name])
        return number is not None and self.new.constant_of(number) == value

    def sleep(self) -> list[str]:
        """The second stage, with the night."""
        told = self.new.watched()
        nodes = self.graph.nodes
        seen = {n: self.new.item(told, i, nodes[n].kind) for i, n in enumerate(self.between.seen)}
        kept = {n: self.new.input(f"between.kept_{i}", nodes[n].kind, 0) for i, n in enumerate(self.between.kept)}

        def moved(way: Way) -> Tree:
            return self._fork(POST, way.where(kept) if way.sure else way, self._night)

        def present(way: Way) -> Tree:
            if self._is(way, PRESENT, 0.0):
                return self._fork(POST, way, self._night)
            return self._fork(HUMAN, way, lambda w: self._fork(MOVE, w, moved))

        return Text(self.new, self._fork(PRESENT, self.start.where(seen), present), _read, _write).lines()

    def _night(self, way: Way) -> Tree:
        """Ways by whether they answer, and whether they begin anything themselves."""
        return self._by_signal(REACTION, way, lambda w: self._by_signal(INITIATIVE, w, self._evening))

    def _by_signal(self, name: str, way: Way, then: Callable[[Way], Tree]) -> Tree:
        old = self.outputs[name]
        signal = self._found((old,), way)[old]
        if self.new.constant_of(signal) is not None:
            return then(way)
        return Fork(signal, then(way), then(way.where({old: self.new.constant(0)})))

    def _evening(self, way: Way) -> Tree:
        found = self._found(tuple(self.outputs.values()), way)
        return Leaf({name: found[number] for name, number in self.outputs.items()})

    def watched(self, count: int) -> list[str]:
        """What somebody who knows so many sees of them; `w0`, `w1` and so on are these."""
        known = dict(self.start.known)
        for number, node in enumerate(self.graph.nodes):
            if node.operation == TIE:
                place = self.between.shown.index(node.arguments[0])
                known[number] = self.new.input(f"w{node.what}.shown_{place}", node.kind, 0)
            elif node.operation == INPUT and node.what.startswith("people.tie_weight."):
                known[number] = self.new.constant(1.0 if int(node.what.rsplit(".", 1)[1]) < count else 0.0)
        found = rebuilt(self.graph, self.between.seen, self.new, known, {})
        names = [f"seen_{i}" for i in range(len(self.between.seen))]
        leaf = Leaf({name: found[n] for name, n in zip(names, self.between.seen, strict=True)})
        head = [f"{''.join(f'w{k}, ' for k in range(count))}= watches"] if count else []
        body = Text(self.new, leaf, lambda node: str(node.what), str).lines()
        return [*head, *body, f"return {', '.join(names)},"]


def _read(node: GraphNode) -> str:
    """How a function reads an input."""
    name = str(node.what)
    if name.startswith("noise."):
        return f"chance[{CHANCE.index(name.split('.')[1])}]"
    return ARGUMENTS.get(name) or _write(name)


def _write(name: str) -> str:
    return f"f.{attribute(name)}"


def printed(compiled: Compiled) -> tuple[str, int]:
    """The day of a scenario as text, and how many others one may know at most."""
    ties = compiled.cast.ties.shape[1]
    printer = Printer(day_graph(ties), compiled.rules)
    functions = {f"watched_{n}(watches)": printer.watched(n) for n in range(ties + 1)}
    functions["receive(f, move, fit, chance)"] = printer.receive()
    functions["sleep(f, move, fit, post, post_fit, chance, day)"] = printer.sleep()
    parts = [f"def {name}:\n" + "\n".join(f"    {line}" for line in body) for name, body in functions.items()]
    return "\n\n\n".join(parts), ties


@dataclass(frozen=True)
class ScalarDay:
    """A day of one follower as functions."""

    receive: Callable[..., None]  # (f, move, fit, chance): the direct move, and what others will see of it
    sleep: Callable[..., None]  # (f, move, fit, post, post_fit, chance, day): all the rest, when all have had theirs


@lru_cache(maxsize=8)
def scalar_day(compiled: Compiled) -> ScalarDay:
    """The day of a scenario."""
    text, ties = printed(compiled)
    moves = compiled.rules.moves
    names: dict[str, Any] = {"exp": exp, "floor": floor, "sqrt": sqrt}
    names["moves"] = [moves.row(i) for i in range(len(moves))]
    exec(compile(text, "<the day in plain Python>", "exec"), names)
    names["watched"] = [names[f"watched_{n}"] for n in range(ties + 1)]
    return ScalarDay(names["receive"], names["sleep"])
