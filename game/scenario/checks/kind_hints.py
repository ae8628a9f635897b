"""Hints for values of a wrong kind: how the author may write what is there so that it is of the right one."""

import re

from game.scenario.checks.examples import example_for, example_of
from game.scenario.checks.locate import Spot
from game.scenario.checks.remarks import unglued, unglued_hint
from game.scenario.checks.spelled_ids import is_id
from game.scenario.format.schema_story import LineBlock
from game.scenario.format.walk import Shape
from game.scenario.problems.phrases import UNSEEN, as_yaml
from game.scenario.problems.quoting import quoted, short
from game.scenario.reading.tree import Node


def number_hint(value: str, at: Spot) -> tuple[str, str]:
    """How a text that is no number would be written as one, and the number where only one can be meant."""
    if UNSEEN.search(value) and re.fullmatch(r"[0-9.]+", UNSEEN.sub("", value)):
        number = UNSEEN.sub("", value)
        return f"An invisible character stands in it. Write {number} anew.", number
    if re.fullmatch(r"[0-9]+,[0-9]+", value):
        number = value.replace(",", ".")
        return f"Write a point, not a comma: {number}.", number
    if found := re.fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?(%|h|hours?|days?|points?|st|nd|rd|th)|day ([0-9]+)", value):
        number = found[1] or found[3]
        return f"Write the number alone: {number}.", number
    if found := re.fullmatch(r"[−–—] ?([0-9]+(?:\.[0-9]+)?)", value):
        number = f"-{found[1]}"
        return f"Write the minus sign of the keyboard: {number}.", number
    if apart := unglued(at.node):
        return unglued_hint(apart), apart
    whole = at.shape is not None and at.shape.whole
    is_hours = at.names[-1].startswith("hours") and not whole
    if (found := re.fullmatch(r"([0-9]{1,3}) ?(?:m|min|mins|minutes?)\.?", value)) and is_hours:
        number = f"{int(found[1]) / 60:.3g}"
        return f"Write hours as a number: {number}.", number
    if (found := re.fullmatch(r"([0-9]{1,2})/(5|10|20|100)", value)) and _is_of_hundred(at.shape):
        share = 100 * int(found[1]) / int(found[2])
        if share <= 100:
            return f"Write points of 100: {share:g}.", f"{share:g}"
    if (found := re.fullmatch(r"([0-9]{1,2})[:h]([0-9]{2})", value)) and not whole:
        number = f"{int(found[1]) + int(found[2]) / 60:.3g}"
        return f"Write hours as a number: {number}.", number
    if value.lower() in NUMBERS:
        number = str(NUMBERS.index(value.lower()))
        return f"Write it in digits: {at.names[-1]}: {number}", number
    example = example_for(at.names[-1], at.shape) or "Write a number, such as 10."
    if whole and (at.names[-1] == "day" or "day" in at.names[-2:]):
        return f"Days are counted from the first day of the game, which is 1. {example}", ""
    return example, ""


def _is_of_hundred(shape: Shape | None) -> bool:
    return shape is not None and (shape.low, shape.high) == (0, 100)


def as_list(at: Spot) -> str:
    """A single value as a list of one, or words as a list of them, where that must be meant; "" elsewhere."""
    item = at.shape.item if at.shape else None
    value = at.node.value.strip()
    if item is None or item.kind not in {"text", "choice"} or not value:
        return ""
    if item.kind == "text" and not item.ref:
        return "" if "," in value else f"[{quoted(value)}]"
    words = _words(value)
    if len(words) > 1 and not all(word in item.choices if item.choices else is_id(word) for word in words):
        return ""
    return f"[{', '.join(words)}]"


def _words(value: str) -> list[str]:
    """Words that some sign stands between: a comma, a semicolon, a stroke.

    >>> _words("text; guide")
    ['text', 'guide']
    """
    return [word for word in re.split(r"\s*[,;/|]\s*", value) if word]


def kind_hint(at: Spot, kind: str) -> str:
    """What to write where a value of another kind stands: a text for a block, a list for a text, and so on."""
    node = at.node
    if not at.names:
        return 'Start it with keys, such as "scenario_format: 1" and "title: ".'
    name = at.names[-1]
    if kind in {"text", "choice", "number"} and node.kind == "map":
        if node.flow:
            return "A text that starts with { must be in quotes."
        return f"Write the text behind '{name}:', in quotes if it holds a colon."
    if kind in {"text", "choice", "number"} and node.kind == "list":
        if node.flow and kind == "text":
            return "Write it without brackets, or in quotes if the brackets belong to the text."
        return "Write one value, without brackets or dashes."
    in_braces = bool(at.parents) and at.parents[-1].node.flow
    if kind == "list" and node.kind == "text":
        return _list_hint(node.value, at.shape, in_braces=in_braces)
    if kind == "list" and node.kind == "map":
        return _bracketed(name, node) if node.flow else "Start each entry with a dash and a space."
    if node.kind == "text" and (found := re.match(r"([a-z_]+):\S", node.value)):
        return f"Put a space behind the colon: {found[1]}: …"
    if kind == "block" and node.kind == "list":
        without = "in braces, not in brackets" if node.flow else "here, without dashes"
        return _block_hint(name, node, at.shape) or f"Write keys and colons {without}."
    if kind == "map" and node.kind == "list":
        if not node.flow:
            return "Give each entry an id and a colon instead of a dash."
        return _entries_hint(name, node, at.shape)
    return _own_words(name, node, at.shape) or example_for(name, at.shape)


ENDS = frozenset({"to", "until", "at_most"})
"""Keys of the second of two numbers that belong together: one number alone is the first of them."""
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen",
)  # fmt: skip
"""Numbers that people write as words."""


def _own_words(name: str, node: Node, shape: Shape | None) -> str:
    """The example of a block of one key with the author's own word or figure in it: `day: {from: 8}` for `day: 8`."""
    example = example_of(shape) if shape and shape.kind == "block" and node.kind == "text" else None
    if not isinstance(example, dict) or len(example) != 1:
        return ""
    ((key, value),) = example.items()
    fits = is_id(node.value) if isinstance(value, str) else re.fullmatch("[0-9]{1,3}", node.value)
    if not (isinstance(value, str | int | float) and fits):
        return ""
    numbers = [other for other, inner in shape.fields.items() if inner.kind == "number"] if shape else []
    as_likely = [] if ENDS.intersection(numbers) or key not in numbers else [one for one in numbers if one != key]
    return f"Write {' or '.join(f'{name}: {{{one}: {node.value}}}' for one in (key, *as_likely[:1]))}"


def _entries_hint(name: str, node: Node, shape: Shape | None) -> str:
    """How a list in brackets is written as entries: `loves: [rain]` as `loves: {rain: 80}`."""
    words = [item.value for item in node.items if item.kind == "text" and is_id(item.value)]
    item = shape.item if shape else None
    if words and item is not None and item.kind == "number":
        return f"Write a number behind each: {name}: {{{', '.join(f'{word}: 80' for word in words[:3])}}}"
    if words and item is not None and item.kind == "text":
        return f"Write a text behind each id: {name}: {{{words[0]}: …}}"
    return example_for(name, shape) or f"Each entry has an id and a colon: {name}: {{an_id: …}}"


def _block_hint(name: str, node: Node, shape: Shape | None) -> str:
    """How the values of a list are written as the keys of a block: `[5, 10]` as `{from: 5, until: 10}`."""
    keys = [key for key, inner in shape.fields.items() if inner.kind == "number"] if shape else []
    values = [item.value for item in node.items if item.kind == "text"]
    if not node.flow or not values or len(values) != len(node.items) or len(values) > len(keys):
        return ""
    pairs = ", ".join(f"{key}: {short(value)}" for key, value in zip(keys, values, strict=False))
    return f"Write keys in braces, not values in brackets: {name}: {{{pairs}}}"


def _bracketed(name: str, node: Node) -> str:
    """How a block in braces is written as a list of one, in brackets."""
    text = node.source.line(node.line)[node.column - 1 : node.end_column - 1] if node.line == node.end_line else ""
    return f"Put it in brackets: {name}: [{short(text, 60) or '{…}'}]"


def _list_hint(value: str, shape: Shape | None, *, in_braces: bool) -> str:
    item = shape.item if shape else None
    if in_braces and item is not None and item.block is LineBlock:
        return f"Put it in brackets: [{as_yaml(short(value))}]"
    if in_braces and item is not None and item.kind == "block":
        return f"Put it in brackets: [{as_yaml(example_of(item) or {})}]"
    if item is not None and item.block is LineBlock:
        return f"Start each wording with a dash: - {as_yaml(short(value))}"
    if item is not None and item.kind == "block":
        return f"Start each entry with a dash: - {as_yaml(example_of(item) or {}).strip('{}')}"
    is_text = item is not None and item.kind == "text" and item.ref is None
    return f"Put it in brackets: [{as_yaml(short(value)) if is_text else short(', '.join(_words(value)))}]"
