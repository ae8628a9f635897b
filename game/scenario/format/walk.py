"""The format and a file, walked side by side: what is expected at each place, which keys a block has, what names what.

The format is read off the field annotations of `schema.py`, so a new field is known here without another line.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator, Tag
from pydantic.fields import FieldInfo

from game.scenario.format.fields import Block, IsPicture, Ref, one_or_list, text_or_block
from game.scenario.format.schema import WrittenScenario, promise_kind
from game.scenario.reading.tree import Node, plain


@dataclass(frozen=True)
class Shape:
    """What is expected at a place of the file."""

    kind: Literal["block", "map", "list", "choice", "text", "number", "either"]
    block: type[Block] | None = None
    item: "Shape | None" = None  # of a map or list
    bare: bool = False  # of a list: a single text may stand without brackets; of a block: its text alone
    key: "Shape | None" = None  # of a map
    choices: tuple[str, ...] = ()
    options: tuple[tuple[str, "Shape"], ...] = ()  # of an either: tag and shape
    ref: Ref | None = None
    picture: bool = False
    whole: bool = False  # of a number
    low: float | None = None  # of a number
    high: float | None = None  # of a number
    field: FieldInfo | None = None  # description and examples

    @property
    def is_needed(self) -> bool:
        """Whether the key may not be left out."""
        return self.field is not None and self.field.is_required()

    @property
    def fields(self) -> dict[str, "Shape"]:
        """The keys of a block, as written in a file."""
        return block_fields(self.block) if self.block else {}


@cache
def block_fields(block: type[Block]) -> dict[str, Shape]:
    """The keys of a block and what each expects."""
    return {
        info.alias or name: _shape(info.annotation, tuple(info.metadata), info)
        for name, info in block.model_fields.items()
    }


def _shape(annotation: Any, marks: tuple[Any, ...] = (), field: FieldInfo | None = None) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _shape(inner, (*more, *marks), field)
    ref = next((m for m in marks if isinstance(m, Ref)), None)
    if origin in (Union, types.UnionType):
        options = [a for a in get_args(annotation) if a is not type(None)]
        if len(options) == 1:
            return _shape(options[0], marks, field)
        return Shape("either", options=tuple((_tag(o), _shape(o)) for o in options), field=field)
    if origin is Mapping or origin is dict:
        key, value = get_args(annotation)
        return Shape("map", key=_shape(key), item=_shape(value), field=field)
    if origin is tuple:
        return Shape("list", item=_shape(get_args(annotation)[0]), bare=_checked_by(one_or_list, marks), field=field)
    if origin is Literal:
        return Shape("choice", choices=get_args(annotation), field=field)
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return Shape("block", block=annotation, bare=_checked_by(text_or_block, marks), field=field)
    if annotation in (int, float):
        return Shape("number", whole=annotation is int, low=_bound(marks, "ge"), high=_bound(marks, "le"), field=field)
    if annotation is str:
        return Shape("text", ref=ref, picture=any(isinstance(m, IsPicture) for m in marks), field=field)
    raise TypeError(f"a field of the scenario format has a type the walk does not know: {annotation!r}")


def _checked_by(validator: Callable[[Any], Any], marks: tuple[Any, ...]) -> bool:
    return any(isinstance(mark, BeforeValidator) and mark.func is validator for mark in marks)


def _bound(marks: tuple[Any, ...], name: str) -> float | None:
    """The narrowest bound among the marks of a number."""
    flat = [inner for mark in marks for inner in (mark.metadata if isinstance(mark, FieldInfo) else (mark,))]
    values = [getattr(mark, name) for mark in flat if hasattr(mark, name)]
    return (max(values) if name == "ge" else min(values)) if values else None


def _tag(annotation: Any) -> str:
    return next((m.tag for m in get_args(annotation)[1:] if isinstance(m, Tag)), "")


SCENARIO = Shape("block", block=WrittenScenario)


def settle(shape: Shape, node: Node) -> Shape:
    """The shape a value means where several are possible."""
    if shape.kind == "either":
        tag = promise_kind(plain(node))
        return next(option for name, option in shape.options if name == tag)
    return shape


def walk(shape: Shape, node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[Shape, Node, tuple[str, ...]]]:
    """All values of a file with what is expected there; values of a wrong kind are passed over.

    Keys of a block of entries come too, if they name something (`trust: {mara: ...}`). A text that stands for a whole
    block, as a line may, comes as the `text` of that block.
    """
    shape = settle(shape, node)
    if shape.kind == "block" and shape.bare and node.kind == "text":
        shape, path = shape.fields["text"], (*path, "text")
    yield shape, node, path
    if shape.kind == "block" and node.kind == "map":
        fields = shape.fields
        for key, value in node.pairs:
            if key.value in fields:
                yield from walk(fields[key.value], value, (*path, key.value))
    elif shape.kind == "map" and node.kind == "map" and shape.item and shape.key:
        for key, value in node.pairs:
            if shape.key.ref:
                yield shape.key, key, path
            yield from walk(shape.item, value, (*path, key.value))
    elif shape.kind == "list" and shape.item:
        if node.kind == "list":
            for number, item in enumerate(node.items, 1):
                yield from walk(shape.item, item, (*path, str(number)))
        elif node.kind == "text" and shape.bare:
            yield from walk(shape.item, node, path)


@cache
def all_blocks() -> tuple[type[Block], ...]:
    """All kinds of blocks of the format, in the order in which the file first meets them."""
    found: list[type[Block]] = [WrittenScenario]
    for block in found:
        for shape in block_fields(block).values():
            found += [inner for inner in dict.fromkeys(_blocks(shape)) if inner not in found]
    return tuple(found)


@cache
def known_keys() -> frozenset[str]:
    """All keys that blocks of the format have."""
    return frozenset(key for block in all_blocks() for key in block_fields(block))


def _blocks(shape: Shape) -> Iterator[type[Block]]:
    if shape.block:
        yield shape.block
    if shape.item:
        yield from _blocks(shape.item)
    for _, option in shape.options:
        yield from _blocks(option)
