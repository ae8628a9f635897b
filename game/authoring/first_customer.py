"""The first follower of a new scenario, as its author wants them: another name, another worry, an id that fits."""

import re
from collections.abc import Iterator, Mapping

from anyascii import anyascii

from game.scenario.format.vocabulary import RESERVED
from game.scenario.problems.phrases import as_yaml
from game.scenario.reading.edits import Edit, in_place_of
from game.scenario.reading.tree import Node
from game.scenario.texts.first_names import first_name

NO_IDS = frozenset({*RESERVED, "null"})  # "null" is what YAML calls nothing


def first_customer(root: Node, name: str, worry: str) -> list[Edit]:
    """What has to be changed in a starter.

    Args:
        root: the starter's tree.
        name: what the customer is called; left out, as in the starter. Whoever else in the starter has the same first
            name gets that of the starter's customer, so that no two people are taken for one.
        worry: what they wish or worry about; left out, as in the starter.
    """
    people = root.get("followers")
    if people is None or not people.pairs:
        return []
    name, worry = " ".join(name.split()), " ".join(worry.split())
    edits = list(_renamed(root, _new_names(people, name))) if name else []
    wants = people.pairs[0][1].get("wants")
    if worry and wants is not None:
        edits.append(in_place_of(wants, as_yaml(worry)))
    return edits


def _new_names(people: Node, name: str) -> dict[Node, tuple[Node, str]]:
    """Whose name changes: the key of each, with the node of the name and the new one."""
    (key, who), *others = people.pairs
    called = who.get("name")
    if called is None:
        return {}
    found = {key: (called, name)}
    for other, written in others:
        theirs = written.get("name")
        if theirs is not None and first_name(theirs.value).casefold() == first_name(name).casefold():
            found[other] = (theirs, called.value)
    return found


def _renamed(root: Node, names: Mapping[Node, tuple[Node, str]]) -> Iterator[Edit]:
    """New names, ids that fit them, and texts that speak of these people by first name."""
    ids, firsts = {}, {}
    people = root.get("followers")
    taken = {key.value for key, _ in people.pairs if key not in names} if people is not None else set()
    for key, (old, new) in names.items():
        ids[key.value] = id_of(new, taken) or key.value
        taken.add(ids[key.value])
        firsts[first_name(old.value)] = first_name(new)
        yield in_place_of(old, as_yaml(new))
    spoken_of = re.compile(rf"\b({'|'.join(map(re.escape, firsts))})\b")
    for node in _texts(root):
        if node.value in ids:
            yield in_place_of(node, ids[node.value])
        elif all(node is not old for old, _ in names.values()) and spoken_of.search(node.value):
            yield in_place_of(node, as_yaml(spoken_of.sub(lambda found: firsts[found[1]], node.value)))


def _texts(node: Node) -> Iterator[Node]:
    """All keys and texts."""
    if node.kind == "text":
        yield node
    for key, value in node.pairs:
        yield key
        yield from _texts(value)
    for item in node.items:
        yield from _texts(item)


def id_of(name: str, taken: set[str]) -> str:
    """An id for somebody: the first name in small letters, or "" when none can be made of it.

    >>> id_of("Zoë Lind", set()), id_of("Zoë Lind", {"zoe"}), id_of("Зоя", set()), id_of("?", set())
    ('zoe', 'zoe_lind', 'zoya', '')
    """
    tries = [
        "_".join(re.findall(r"[a-z][a-z0-9]*", anyascii(part).lower()))[:40].strip("_")
        for part in (first_name(name), name)
    ]
    return next((t for t in tries if t and t not in taken and t not in NO_IDS), "")
