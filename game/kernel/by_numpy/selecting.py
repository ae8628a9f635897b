"""Choosing between two values by their bits: `no ^ ((yes ^ no) & mask)`, where the mask is all ones or all zeros.

`numpy.where` takes a branch at every value and guesses it wrong half the time, which costs as much as six additions.
Bits cannot be guessed wrong, and what is chosen keeps every one of them.
"""

from typing import Any

import numpy as np

from game.kernel.by_numpy.numpy_lines import NumpyLines
from game.kernel.graph.graph import CONSTANT, FOLLOWER, GraphNode

LASTING = "fbrxa"
"""First letters of what stays in its place all day: buffers of floats and booleans, and rows."""
KIND_OF_BITS = {"b": "int8"}


class Masks:
    """Writes selections among the lines of a day, and keeps the masks of conditions as long as others will use them."""

    def __init__(self, writer: NumpyLines) -> None:
        self.writer = writer
        self.known: dict[tuple[int, bool], str] = {}  # (condition, turned round) -> mask
        self.views: dict[str, str] = {}  # memory whose bits are looked at: name -> kind of the bits

    def select(self, place: int, node: GraphNode, target: str | None) -> str:
        """The lines of a selection; gives the name of the result.

        Args:
            place: where in the order the selection stands.
            node: the selection.
            target: the row that it has to fill, if any.
        """
        writer = self.writer
        condition, yes, no = node.arguments
        turned = self._bits_of(yes) == 0
        if turned:
            yes, no = no, yes
        mask = self._mask(condition, turned)
        one, other = self._bits_of(yes), self._bits_of(no)
        first, second = self._view(yes), self._view(no)
        writer.let_go(place, tuple({condition, yes} - {no}))
        target = target or writer.pool.take(node.kind)
        result = self.bits(target)
        apart = first
        if one is not None and other is not None:
            apart = self._number(one ^ other)
        elif other != 0:
            writer.lines.append(f"bitwise_xor({first}, {second}, {result})")
            apart = result
        writer.lines.append(f"bitwise_and({apart}, {mask}, {result})")
        if other != 0:
            writer.lines.append(f"bitwise_xor({result}, {second}, {result})")
        writer.let_go(place, (no,))
        self._forget(place, condition)
        return target

    def _mask(self, condition: int, turned: bool) -> str:
        """All ones where a condition holds (or, turned round, where not)."""
        writer, key = self.writer, (condition, turned)
        if key not in self.known:
            name, single = writer.name(condition), not writer.graph.nodes[condition].axes & FOLLOWER
            mask = f"k{condition}{'n' * turned}" if single else writer.pool.take("i")
            if single:
                value = f"{name}.astype(int64)"
                writer.lines.append(f"{mask} = {value} - 1" if turned else f"{mask} = -{value}")
            else:
                signs = writer.pool.take("b")
                given, sign = self.bits(name), self.bits(signs)
                line = f"subtract({given}, one, {sign})" if turned else f"negative({given}, {sign})"
                writer.lines += [line, f"copyto({mask}, {sign})"]
                writer.pool.give(signs)
                writer.constants["one"] = np.array(1, dtype=np.int8)
            self.known[key] = mask
        return self.known[key]

    def _forget(self, place: int, condition: int) -> None:
        """Gives memory back after the last use."""
        if self.writer.last_use.get(condition) == place:
            for turned in (False, True):
                mask = self.known.pop((condition, turned), "")
                if mask.startswith("i"):
                    self.writer.pool.give(mask)

    def leave(self, known: set[tuple[int, bool]]) -> None:
        """Forgets the masks of a part that may be skipped, but those known before it."""
        for key in set(self.known) - known:
            mask = self.known.pop(key)
            if mask.startswith("i"):
                self.writer.pool.give(mask)

    def _bits_of(self, number: int) -> Any:
        """The bits of a constant as a whole number, None for what is not one."""
        node = self.writer.graph.nodes[number]
        if node.operation != CONSTANT:
            return None
        return int(np.float64(node.what).view(np.int64)) if node.kind == "f" else int(node.what)

    def _number(self, bits: int) -> str:
        name = f"n{bits}".replace("-", "m")
        self.writer.constants[name] = np.array(bits, dtype=np.int64)
        return name

    def _view(self, number: int) -> str:
        """The bits of a value."""
        bits = self._bits_of(number)
        if bits is not None:
            return self._number(bits)
        name = self.writer.name(number)
        return name if self.writer.graph.nodes[number].kind == "i" else self.bits(name)

    def bits(self, name: str) -> str:
        """The bits of something in memory, by its name; what lasts the whole day is looked at once."""
        if name.startswith("i"):
            return name
        if name[0] not in LASTING or not name[1:].isdigit():
            return f"{name}.view({KIND_OF_BITS[name[0]]})" if name[0] in KIND_OF_BITS else f"{name}.view(int64)"
        self.views[name] = KIND_OF_BITS.get(name[0], "int64")
        return f"{name}_bits"
