"""The reference of the format as Markdown, made from the fields themselves: a table for each kind of block."""

from typing import Any

from pydantic_core import PydanticUndefined

from game.scenario.format.fields import Block, name_of
from game.scenario.format.walk import Shape, all_blocks, block_fields
from game.scenario.problems.phrases import as_yaml

_NAMES = {"Scenario": "the whole file", "LineBlock": "a line", "Do": "do", "Scene": "a scene of the opening"}


def reference() -> str:
    """All blocks of the format, the whole file first, each with its keys, what they mean and their defaults."""
    return "\n\n".join(_table(block) for block in all_blocks())


def tables() -> tuple[tuple[str, str, tuple[tuple[str, str, str, str], ...]], ...]:
    """The reference as plain texts.

    Returns:
        For each kind of block its title, what it is, and rows of key, what may stand there, what it means, and what it
        is when left out ("needed" where it may not be).
    """
    return tuple((title_of(block), _about(block), tuple(_plain_row(*pair) for pair in _fields(block)))
                 for block in all_blocks())  # fmt: skip


def _plain_row(name: str, shape: Shape) -> tuple[str, str, str, str]:
    meaning = (shape.field.description or "") if shape.field else ""
    return name, _kind(shape), meaning.replace("`", ""), _default(shape).strip("`*")


def _about(block: type[Block]) -> str:
    return (block.__doc__ or "").split("\n")[0]


def _fields(block: type[Block]) -> list[tuple[str, Shape]]:
    """Keys of a block, those that are needed first."""
    return sorted(block_fields(block).items(), key=lambda pair: not pair[1].is_needed)


def _table(block: type[Block]) -> str:
    rows = [
        f"| {_key(name, shape)} | {_kind(shape)} | {_meaning(shape)} | {_default(shape)} |"
        for name, shape in _fields(block)
    ]
    head = "| key | what | meaning | left out |\n| --- | --- | --- | --- |\n"
    return f"### {title_of(block)}\n\n{_about(block)}\n\n{head}" + "\n".join(rows)


def title_of(block: type[Block]) -> str:
    """What a kind of block is called in the reference.

    >>> from game.scenario.format.schema import NoSingleTrick
    >>> title_of(NoSingleTrick)
    'No single trick'
    """
    plain = name_of(block)
    name = _NAMES.get(plain)
    if name is None:
        name = "".join(f" {c.lower()}" if c.isupper() else c for c in plain).strip()
    return name[:1].upper() + name[1:]


def _key(name: str, shape: Shape) -> str:
    return f"**`{name}`**" if shape.is_needed else f"`{name}`"


def _meaning(shape: Shape) -> str:
    return (shape.field.description or "").replace("|", "\\|") if shape.field else ""


def _kind(shape: Shape) -> str:
    """What may stand behind a key, in words."""
    if shape.kind == "block" and shape.block:
        return f"block: {title_of(shape.block).lower()}"
    if shape.kind == "map" and shape.item:
        return (
            f"entries by id: {_kind(shape.item)}"
            if not (shape.key and shape.key.ref)
            else f"{_of(shape.key)}: {_kind(shape.item)}"
        )
    if shape.kind == "list" and shape.item:
        return f"list: {_kind(shape.item)}"
    if shape.kind == "either":
        return "block: " + ", or ".join(_kind(option).removeprefix("block: ") for _, option in shape.options)
    if shape.kind == "choice":
        return " · ".join(shape.choices)
    if shape.kind == "number":
        return _range(shape)
    return _of(shape) if shape.ref else "picture" if shape.picture else "text"


def _of(shape: Shape) -> str:
    if shape.ref is None:
        return "text"
    return " or ".join(dict.fromkeys((*shape.ref.kinds, *shape.ref.words)))


def _range(shape: Shape) -> str:
    word = "whole number" if shape.whole else "number"
    low, high = shape.low, shape.high
    if low is None or high is None or high > 1_000_000:
        return word
    return f"{word}, {low:g} to {high:g}"


def _default(shape: Shape) -> str:
    value: Any = shape.field.default if shape.field else None
    if value is PydanticUndefined:
        return "**needed**"
    if value in (None, "", ()) or value == {}:
        return ""
    return f"`{as_yaml(value)}`"
