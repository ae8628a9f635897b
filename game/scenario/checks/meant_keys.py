"""Which key was meant by one that is not known where it stands, and where such a key has its place.

Rule: a key is written anew only where its name is a slip of letters and no other block of the format has a key of
exactly that name, or where it is a word that means one key alone; and where what stands behind it fits that key. Never
as notes, which nobody is shown: what is written there is lost.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from game.scenario.checks.kind_hints import NUMBERS
from game.scenario.format.schema_story import LineBlock
from game.scenario.format.walk import SCENARIO, Shape, known_keys, settle
from game.scenario.problems.phrases import UNSEEN, asked, did_you_mean, is_another, is_slip, likely, meant, stands_for
from game.scenario.reading.tree import Node

UNSHOWN = "notes"
"""The key whose text nobody is shown."""
MOST_HOMES = 2  # places that are told for a key; one that has more says nothing
HOLDS = {
    "block": "keys of its own", "map": "entries with ids", "list": "a list", "choice": "one word",
    "text": "a text", "number": "a number", "either": "keys of its own",
}  # fmt: skip
"""What stands behind a key of a kind."""
ANY = "ID"
"""What stands for an id of the author's own where a place is told."""


def question(key: Node, value: Node, fields: Mapping[str, Shape]) -> str:
    """Which key was meant, as a question where one of them can be written; an empty text where none is near."""
    if UNSEEN.search(key.value):
        return did_you_mean(key.value, fields)
    found = _candidates(key.value, value, fields)
    if len(found) != 1 or renamed(key, value, fields):
        return asked(found)
    if found[0] == UNSHOWN:
        return f"A remark that no player is shown is written '{UNSHOWN}'."
    if not fits(value, fields[found[0]]):
        return f"The key most like it is '{found[0]}', but that holds {HOLDS[fields[found[0]].kind]}."
    return f"If '{found[0]}' is meant, write that."


def renamed(key: Node, value: Node, fields: Mapping[str, Shape]) -> str:
    """The one key that a key can be renamed to without any harm to what stands behind it; an empty text elsewhere."""
    name = key.value
    if UNSEEN.search(name):
        return meant(name, fields)
    found = _candidates(name, value, fields)
    if len(found) != 1 or found[0] == UNSHOWN or not fits(value, fields[found[0]]):
        return ""
    is_other = name in known_keys() or not is_slip(name, found[0])
    return "" if is_other and stands_for(name, fields) != found else meant(name, found)


def _candidates(name: str, value: Node, fields: Mapping[str, Shape]) -> tuple[str, ...]:
    """The keys that may be meant: words for the same before misspelt ones, and those that the value fits before all."""
    fitting = [key for key, shape in fields.items() if fits(value, shape) and key != UNSHOWN]
    same = stands_for(name, fields)
    if any(key in fitting for key in same):
        return same
    found = tuple(key for key in likely(name, fitting) if not is_another(name, key))
    misspelt = tuple(key for key in likely(name, fields) if is_slip(name, key))
    return tuple(key for key in found if is_slip(name, key)) or same or misspelt or found


def fits(node: Node, shape: Shape) -> bool:
    """Whether a value looks like what is expected somewhere, though not everything in it need be right."""
    shape = settle(shape, node)
    if node.kind in {"none", "hole"}:
        return True
    if shape.kind == "block":
        inner = any(likely(key.value, shape.fields) for key, _ in node.pairs)
        return (node.kind == "text" and shape.bare) or (node.kind == "map" and (inner or not node.pairs))
    if shape.kind == "map" and shape.item:
        item = shape.item
        return node.kind == "map" and (not node.pairs or any(fits(value, item) for _, value in node.pairs))
    if shape.kind == "list" and shape.item:
        item = shape.item
        if node.kind == "list":
            return not node.items or any(fits(entry, item) for entry in node.items)
        return node.kind == "text" and (item.kind in {"text", "choice"} or item.block is LineBlock) and fits(node, item)
    if node.kind != "text":
        return False
    if shape.kind == "choice":
        return bool(likely(node.value, shape.choices))
    if shape.kind == "number":
        return any(sign.isdigit() for sign in node.value) or node.value.lower() in NUMBERS
    return True


def place_of(name: str, names: tuple[str, ...]) -> str:
    """A sentence on where a key of exactly this name has its place; an empty text where it has none, or too many.

    Args:
        name: the key.
        names: the way to the block in which it stands, in the author's words.
    """
    homes = _homes().get(name, ())
    if not 0 < len(homes) <= MOST_HOMES:
        return ""
    told = [" › ".join(_in_words(home, names)) or "the scenario itself" for home in homes]
    return f"'{name}' has its place in {' or in '.join(told)}."


def _in_words(home: tuple[str, ...], names: tuple[str, ...]) -> Iterator[str]:
    """The steps to a block, those in which an author's block lies with its own ids."""
    here = True
    for number, step in enumerate(home):
        own = names[number] if number < len(names) else ""
        here = here and (step in {own, ANY}) and bool(own)
        yield own if here else step


@cache
def _homes() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The ways to all blocks that have a key, by its name."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for shape, path in _blocks(SCENARIO, (), ()):
        for name in shape.fields:
            found.setdefault(name, []).append(path)
    return {name: tuple(dict.fromkeys(paths)) for name, paths in found.items()}


def _blocks(shape: Shape, path: tuple[str, ...], above: tuple[type, ...]) -> Iterator[tuple[Shape, tuple[str, ...]]]:
    """All blocks of the format with the way to them; a block within itself is not walked through again."""
    if shape.block in above:
        return
    if shape.block:
        yield shape, path
        for name, inner in shape.fields.items():
            yield from _blocks(inner, (*path, name), (*above, shape.block))
    if shape.item:
        yield from _blocks(shape.item, (*path, ANY) if shape.kind == "map" else path, above)
    for _, option in shape.options:
        yield from _blocks(option, path, above)
