"""From a location in the checked data back to the place in the file, with what was expected there."""

from dataclasses import dataclass

from game.scenario.format.walk import SCENARIO, Shape, settle
from game.scenario.problems.quoting import trail
from game.scenario.reading.tree import Node

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """A place in a file: the value, its key, the block around it, and what was expected."""

    node: Node  # the value, or the deepest one that is there
    key: Node | None  # its key, if it has one
    shape: Shape | None  # what is expected here; None for an unknown key
    parents: tuple["Spot", ...]  # from the top down
    names: tuple[str, ...]  # the way here in the author's words
    found: bool = True  # whether the last step of the location is in the file

    @property
    def path(self) -> str:
        """The way here as shown in messages."""
        return trail(self.names)

    @property
    def head(self) -> Node:
        """What to mark when the whole entry is meant: its key, else the value itself."""
        return self.key or self.node


def spot(root: Node, loc: Loc) -> Spot:
    """Walk a location down the tree. Steps that name nothing in the file (tags of variants) are passed over."""
    here = Spot(root, None, SCENARIO, (), ())
    for number, part in enumerate(loc):
        last = number == len(loc) - 1
        if isinstance(part, str) and part.startswith(("<", "[")):
            continue
        after = _step(here, part)
        if after is None:
            return Spot(here.node, here.key, here.shape, here.parents, (*here.names, str(part)), found=False)
        here = after
        if last:
            break
    return here


def _step(here: Spot, part: str | int) -> Spot | None:
    shape, node = here.shape, here.node
    if isinstance(part, int):
        if node.kind != "list" or part >= len(node.items):
            return None
        item = shape.item if shape and shape.kind == "list" else None
        entry = node.items[part]
        settled = settle(item, entry) if item else None
        return Spot(entry, None, settled, (*here.parents, here), (*here.names, str(part + 1)))
    value, key = node.get(part), node.key(part)
    if value is None or key is None:
        return None
    inner = None
    if shape and shape.kind == "block":
        inner = shape.fields.get(part)
    elif shape and shape.kind == "map":
        inner = shape.item
    settled = settle(inner, value) if inner else None
    return Spot(value, key, settled, (*here.parents, here), (*here.names, part))
