"""The first follower of a new scenario, as its author wants them: another name, another worry, an id that fits."""

import re
import unicodedata
from collections.abc import Iterator

from game.scenario.format.vocabulary import RESERVED
from game.scenario.problems.phrases import as_yaml
from game.scenario.reading.edits import Edit, in_place_of
from game.scenario.reading.tree import Node


def first_customer(root: Node, name: str, worry: str) -> list[Edit]:
    """What has to be changed in a starter.

    Args:
        root: the starter's tree.
        name: what the customer is called; left out, as in the starter.
        worry: what they wish or worry about; left out, as in the starter.
    """
    people = root.get("followers")
    if people is None or not people.pairs:
        return []
    key, who = people.pairs[0]
    edits = []
    name, worry = " ".join(name.split()), " ".join(worry.split())
    called = who.get("name")
    if name and called is not None:
        edits.append(in_place_of(called, as_yaml(name)))
        edits += _elsewhere(root, called, name)
        fresh = id_of(name, {other.value for other, _ in people.pairs[1:]})
        edits += [in_place_of(node, fresh) for node in _named(root, key.value)] if fresh else []
    if worry:
        edits += _wants(who, as_yaml(worry))
    return edits


def _wants(who: Node, worry: str) -> list[Edit]:
    """The wish in place of the starter's, or of the remark that shows how to write one."""
    wants = who.get("wants")
    if wants is not None:
        return [in_place_of(wants, worry)]
    edits = []
    for key, written in (("motive", "motive: buyer # hidden until the debrief: what they follow you for"),
                         ("wants", f"wants: {worry}")):  # fmt: skip
        number, line = next((n, text) for n, text in enumerate(who.source.lines, 1)
                            if n > who.line and text.lstrip().startswith(f"# {key}:"))  # fmt: skip
        edits.append(Edit(number, line.index("#") + 1, number, len(line) + 1, written))
    return edits


def _elsewhere(root: Node, called: Node, name: str) -> Iterator[Edit]:
    """Texts that speak of the starter's customer by first name."""
    first, new = called.value.partition(" ")[0], name.partition(" ")[0]
    for node in _texts(root):
        if node is not called and re.search(rf"\b{first}\b", node.value):
            yield in_place_of(node, as_yaml(re.sub(rf"\b{first}\b", lambda _: new, node.value)))


def _named(root: Node, name: str) -> Iterator[Node]:
    """Keys and values that are exactly an id."""
    return (node for node in _texts(root, keys=True) if node.value == name)


def _texts(node: Node, *, keys: bool = False) -> Iterator[Node]:
    if node.kind == "text":
        yield node
    for key, value in node.pairs:
        if keys:
            yield key
        yield from _texts(value, keys=keys)
    for item in node.items:
        yield from _texts(item, keys=keys)


def id_of(name: str, taken: set[str]) -> str:
    """An id for somebody: the first name in small letters, or "" when none can be made of it.

    >>> id_of("Zoë Lind", set()), id_of("Zoë Lind", {"zoe"}), id_of("李", set())
    ('zoe', 'zoe_lind', '')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z][a-z0-9]*", plain)
    tries = (words[0], "_".join(words)) if words else ()
    return next((t[:40] for t in tries if t[:40] not in taken and t not in RESERVED), "")
