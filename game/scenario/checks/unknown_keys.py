"""What is told of a key that the format does not know: misspelt, in the wrong place, or a text with a colon in it."""

import re
from collections.abc import Mapping
from typing import Any

from game.scenario.checks.joined_words import without_colon
from game.scenario.checks.locate import Loc, Spot, spot
from game.scenario.checks.meant_keys import UNSHOWN, fits, place_of, question, renamed
from game.scenario.format.schema_story import LineBlock
from game.scenario.format.walk import Shape
from game.scenario.problems.phrases import listed, nearest
from game.scenario.problems.problems import Problem
from game.scenario.problems.quoting import quoted, short
from game.scenario.reading.tree import Node

FEW = 12
"""So many keys are told in a row."""


def unknown_key(at: Spot, error: dict[str, Any]) -> Problem | None:
    """That a key is not known where it stands, with the key that was most likely meant."""
    name = str(error["loc"][-1])
    around = at.parents[-1] if at.found and at.parents else at
    shape = around.shape
    if is_cut_by_colon(around.node, shape):
        return _colon_problem(around.node)
    where = around.path or "a scenario"
    key = at.key if at.found and at.key else at.head
    if name == "based_on" and around.names[:1] == ("archetypes",):
        hint = "Only followers can be based on an archetype; write out what this one needs."
        return key.problem("base-chain", "An archetype cannot be based on another one.", hint=hint)
    fields = shape.fields if shape else {}
    known = sorted(fields, key=lambda key: not fields[key].is_needed)  # what is needed comes first
    told = (
        _without_colon(around.node, key, fields, where)
        or cut_number(around.node, key)
        or _cut_by_comma(around.node, key, where)
        or _tight_colon(key, fields, where)
    )
    if told:
        return told
    value = around.node.get(name) or key
    asks, place = question(key, value, fields), place_of(name, around.names)
    hint = " ".join(filter(None, (asks, place))) or _nothing_near(around.node, value, fields, known)
    if around.names[:1] == ("contract",) and not nearest(name, fields):
        hint = "A promise has better, than, by, in; or every, reaches, by; or no_move_alone_reaches."
    answer = renamed(key, value, fields)
    repair = key.instead(answer) if around.node.key(answer) is None else ""
    return key.problem("unknown-key", f"'{short(name)}' is not known in {where}.", hint=hint, repair=repair)


def _nothing_near(block: Node, value: Node, fields: Mapping[str, Shape], known: list[str]) -> str:
    """That no key is like the one written, with those that may be meant: of many, those that the value fits."""
    if len(known) <= FEW:
        return f"Known here: {listed(known, FEW)}."
    free = [key for key in known if block.key(key) is None and key != UNSHOWN]
    fitting = [key for key in free if fits(value, fields[key])] if value.kind != "none" else []
    if value.value.replace(".", "", 1).isdigit():
        fitting = [key for key in fitting if fields[key].kind == "number"] or fitting
    if fitting:
        return f"No key here is spelled like it. What stands behind it fits {listed(fitting, FEW)}."
    return f"No key here is spelled like it. Known here: {listed(free, FEW)}."


def cut_number(block: Node, key: Node) -> Problem | None:
    """A number in braces with a comma for a point: `{tools: 70,5}`, which YAML reads as 70 and a key 5."""
    place = next((n for n, (name, _) in enumerate(block.pairs) if name is key), 0)
    if not block.flow or place == 0 or block.pairs[place][1].kind != "none" or not key.plain or not key.value.isdigit():
        return None
    owner, whole = block.pairs[place - 1]
    tight = (whole.end_line, whole.end_column + 1) == (key.line, key.column)
    if not tight or not whole.plain or not whole.value.removeprefix("-").isdigit():
        return None
    number = f"{whole.value}.{key.value}"
    line = key.source.line(key.line)
    repair = line[: whole.column - 1] + number + line[key.end_column - 1 :]
    message = f"The comma cuts the number of '{short(owner.value)}' in two: {whole.value} and {key.value}."
    return whole.problem("wrong-type", message, hint=f"Write a point, not a comma: {number}.", repair=repair)


def _cut_by_comma(block: Node, key: Node, where: str) -> Problem | None:
    """A text in braces that a comma cut: `{bio: Follows back, always}`."""
    pairs = block.pairs if block.flow else ()
    place = next((n for n, (name, _) in enumerate(pairs) if name is key), 0)
    first = place - 1
    while first > 0 and pairs[first][1].kind == "none":
        first -= 1
    if place == 0 or pairs[place][1].kind != "none" or not key.plain or ":" in key.value:
        return None
    owner, value = pairs[first]
    if value.kind != "text" or not value.plain:
        return None
    last = place
    while last + 1 < len(pairs) and pairs[last + 1][1].kind == "none" and ":" not in pairs[last + 1][0].value:
        last += 1
    end = pairs[last][0]
    line = block.source.line(value.line)
    text, repair = "", ""
    if value.line == end.end_line:
        text = line[value.column - 1 : end.end_column - 1]
        repair = line[: value.column - 1] + quoted(text) + line[end.end_column - 1 :]
    message = f"The comma cuts the text of '{short(owner.value)}': '{short(key.value)}' is read as a key of {where}."
    hint = f"Because of the comma, put the text in quotes: {short(owner.value)}: {quoted(short(text, 60) or '…')}"
    return key.problem("unknown-key", message, hint=hint, repair=repair)


def _without_colon(block: Node, key: Node, fields: Mapping[str, Shape], where: str) -> Problem | None:
    """A key in braces that lacks its colon: `{from 6}`."""
    apart, repair = without_colon(block, key, fields)
    if not apart:
        return None
    hint = f"Put a colon behind '{apart.partition(':')[0]}': {short(apart)}"
    return key.problem("unknown-key", f"'{short(key.value)}' is not known in {where}.", hint=hint, repair=repair)


def _tight_colon(key: Node, fields: Mapping[str, Shape], where: str) -> Problem | None:
    """A key in braces that lacks the space behind its colon: `{from:6}`."""
    found = re.fullmatch(r"([a-z_]+):(\S.*)", key.value)
    if found is None or found[1] not in fields or not key.plain:
        return None
    hint = f"Put a space behind the colon: {found[1]}: {short(found[2])}"
    message = f"'{short(key.value)}' is not known in {where}."
    return key.problem("unknown-key", message, hint=hint, repair=key.instead(f"{found[1]}: {found[2]}"))


def misspelt_keys(root: Node, errors: list[dict[str, Any]]) -> set[Loc]:
    """Locations of needed keys that unknown keys beside them were most likely meant to be."""
    found: set[Loc] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *above, name = error["loc"]
            around = spot(root, tuple(above))
            fields = around.shape.fields if around.shape else {}
            first = str(name).split(" ")[0]  # of a key and its value without a colon
            found.add((*above, first if first in fields else nearest(str(name), fields)))
    return found


def is_cut_by_colon(block: Node, shape: Shape | None) -> bool:
    """Whether a line that should be a text became a block, because it holds a colon and a space."""
    if shape is None or shape.block is not LineBlock or block.flow or len(block.pairs) != 1:
        return False
    key, value = block.pairs[0]
    return key.value not in shape.fields and value.kind in {"text", "none"} and key.line == value.end_line


def _colon_problem(block: Node) -> Problem:
    """That a line holds a colon and a space, with the line in quotes."""
    line = block.source.line(block.line)
    start = block.column - 1
    value = block.pairs[0][1]
    end = value.end_column - 1 if value.kind == "text" else len(line.rstrip())
    text = line[start:end]
    hint = "This text holds a colon and a space; put it in quotes."
    message = f"“{short(text, 50)}” is read as a key and its value, not as a line."
    return block.problem("wrong-type", message, hint=hint, repair=f"{line[:start]}{quoted(text)}{line[end:]}")
