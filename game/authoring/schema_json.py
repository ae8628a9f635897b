"""The format as a JSON Schema for editors: completion, hovers and marks without any program of ours.

It is written from the same shapes as the reference, so the two cannot differ. What editors do badly is left out: no
null, no empty defaults (a completion would insert them), no titles of keys (a heading in every hover), no choice
between kinds of blocks (three complaints for one slip).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import PydanticUndefined

from game.authoring.meanings import WORDS, of_choice, shipped, spoken
from game.authoring.reference import title_of
from game.authoring.snippets import SNIPPETS
from game.scenario.checks.references import BLOCKS, SHIPPED
from game.scenario.format.fields import ID_PATTERN, Ref, name_of
from game.scenario.format.schema import WrittenScenario
from game.scenario.format.schema_story import LineBlock
from game.scenario.format.vocabulary import RESERVED
from game.scenario.format.walk import Shape, all_blocks, block_fields

JsonObject = dict[str, Any]
NamesByKind = Mapping[str, Mapping[str, str]]

ID = {
    "pattern": f"^(?!({'|'.join(RESERVED)})$){ID_PATTERN.pattern}$",
    "patternErrorMessage": "An id is a small word: a to z, 0 to 9 and _, a letter first, at most 40. "
    f"{', '.join(RESERVED)} are taken.",
}
TEXT = ["string", "number", "boolean"]  # `title: 1984` is a text to the game, whatever it looks like
_PROMISE = "Promise"


@dataclass(frozen=True)
class KnownNames:
    """What can be named in a file. When closed, nothing else can."""

    names: NamesByKind = field(default_factory=dict)  # kind -> id -> name, of this file's own
    topics: tuple[str, ...] = ()
    closed: bool = False

    def ids(self, kinds: tuple[str, ...]) -> dict[str, str]:
        """All ids of some kinds with what they mean."""
        return {
            name: label for kind in kinds for name, label in {**shipped(kind), **dict(self.names.get(kind, {}))}.items()
        }

    def all_known(self, kinds: tuple[str, ...]) -> bool:
        """Whether a word that is not among the ids must be a mistake."""
        return self.closed or all(kind in SHIPPED and kind not in BLOCKS for kind in kinds)


def clean_schema() -> JsonObject:
    """The schema of the format, for any file."""
    return schema_for(KnownNames())


def schema_for(known: KnownNames, only: str = "") -> JsonObject:
    """The schema of a file in which some things can be named.

    Args:
        known: what can be named.
        only: the single key of a part such as followers.yaml; empty for a whole scenario.
    """
    whole = _block(WrittenScenario, known)
    if only:
        whole = {**whole, "properties": {only: whole["properties"][only]}, "required": [only]}
    blocks = {name_of(block): _block(block, known) for block in all_blocks() if block is not WrittenScenario}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **whole,
        "$defs": {**blocks, _PROMISE: _promise(known)},
    }


def _block(block: type, known: KnownNames) -> JsonObject:
    fields = block_fields(block)
    about = (block.__doc__ or "").split("\n")[0]
    schema: JsonObject = {
        "title": title_of(block),
        "description": about,
        "markdownDescription": about,
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _property(key, shape, known) for key, shape in fields.items()},
    }
    needed = [key for key, shape in fields.items() if shape.is_needed]
    return {**schema, "required": needed} if needed else schema


def _promise(known: KnownNames) -> JsonObject:
    """The three kinds of promises as one block with every key: it completes and complains best."""
    kinds = [shape.block for _, shape in block_fields(WrittenScenario)["contract"].item.options if shape.block]  # type: ignore[union-attr]
    properties: JsonObject = {}
    for kind in kinds:
        for key, shape in block_fields(kind).items():
            new = _property(key, shape, known)
            old = properties.get(key)
            properties[key] = _either_of(old, new) if old else new
    about = "What must pay: better and than; or every and reaches; or no_move_alone_reaches."
    return {
        "title": _PROMISE,
        "description": about,
        "markdownDescription": about,
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _either_of(first: JsonObject, second: JsonObject) -> JsonObject:
    told = f"{first['description']} Or: {second['description']}"
    strip = ("description", "markdownDescription", "default", "examples")
    options = [{k: v for k, v in one.items() if k not in strip} for one in (first, second)]
    return {"description": told, "markdownDescription": told, "anyOf": options}


def _property(key: str, shape: Shape, known: KnownNames) -> JsonObject:
    """What stands behind a key, with its description, examples and default."""
    info = shape.field
    assert info is not None
    schema = _value(shape, known, key)
    about = info.description or ""
    default = info.default
    has_default = default is not PydanticUndefined and default not in (None, "", (), {}) and default != {}
    written = _plain(default) if has_default else None
    if isinstance(written, str | int | float):
        schema["default"] = written
        about = f"{about} Left out: {written}."
    elif has_default:
        about = f"{about} Left out: {', '.join(map(str, written or ()))}."
    schema |= _limits(shape, info.metadata)
    if key in SNIPPETS and key in BLOCKS.values():
        schema["defaultSnippets"] = SNIPPETS[key]
    if info.examples and "examples" not in schema and "enum" not in schema and shape.kind in {"text", "number"}:
        schema["examples"] = list(info.examples)
    return {"description": about, "markdownDescription": about, **schema}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _limits(shape: Shape, marks: list[Any]) -> JsonObject:
    """Lengths and patterns that the marks of a field ask for."""
    names = {
        "text": ("minLength", "maxLength"),
        "list": ("minItems", "maxItems"),
        "map": ("minProperties", "maxProperties"),
    }
    if shape.kind not in names or shape.picture:
        return {}
    low, high = names[shape.kind]
    found: JsonObject = {}
    for mark in marks:
        for name, target in (("min_length", low), ("max_length", high), ("pattern", "pattern")):
            value = getattr(mark, name, None)
            if value is not None:
                found[target] = value
    return found


def _value(shape: Shape, known: KnownNames, key: str = "") -> JsonObject:
    if shape.kind == "either":
        return {"$ref": f"#/$defs/{_PROMISE}"}
    if shape.kind == "block" and shape.block:
        ref = {"$ref": f"#/$defs/{name_of(shape.block)}"}
        return {"anyOf": [{"type": TEXT}, ref]} if shape.block is LineBlock else ref
    if shape.kind == "map":
        return _map(shape, known, key)
    if shape.kind == "list" and shape.item:
        item = _value(shape.item, known, f"{key}[]")
        several: JsonObject = {"type": "array", "items": item}
        return {"anyOf": [item, several]} if shape.bare else several
    if shape.kind == "choice":
        return _enum({word: of_choice(word, shape.choices) for word in shape.choices})
    if shape.kind == "number":
        return _number(shape)
    return _text(shape, known, key)


def _number(shape: Shape) -> JsonObject:
    schema: JsonObject = {"type": "integer" if shape.whole else "number"}
    if shape.low is not None:
        schema["minimum"] = _plain(shape.low)
    if shape.high is not None:
        schema["maximum"] = _plain(shape.high)
    return schema


def _text(shape: Shape, known: KnownNames, key: str) -> JsonObject:
    if shape.ref:
        return _named(shape.ref, known)
    if shape.picture:
        return {
            "type": "string",
            "maxLength": 200,
            "pattern": r"^(?![./])[^\\:]+\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Ww][Ee][Bb][Pp])$",
            "patternErrorMessage": "A picture inside the scenario folder, such as pictures/mara.png; png, jpg or webp.",
        }
    if key == "about[]":
        return {"type": "string", **ID, **({"examples": list(known.topics)} if known.topics else {})}
    return {"type": TEXT}


def _named(ref: Ref, known: KnownNames) -> JsonObject:
    """A text that names something: its ids as choices where they are known, as proposals where they may be."""
    ids = {**known.ids(ref.kinds), **{word: WORDS.get(word, "") for word in ref.words}}
    if known.all_known(ref.kinds) and known.ids(ref.kinds):
        return _enum(ids)
    return {"type": "string", "examples": list(ids)} if ids else {"type": "string"}


def _enum(words: Mapping[str, str]) -> JsonObject:
    schema: JsonObject = {"type": "string", "enum": list(words)}
    if any(words.values()):
        schema["markdownEnumDescriptions"] = [words[word] for word in words]
    return schema


def _map(shape: Shape, known: KnownNames, key: str) -> JsonObject:
    """Entries by id, or by what they name."""
    assert shape.item is not None
    inner = _value(shape.item, known)
    ref = shape.key.ref if shape.key else None
    if ref is not None:
        ids = {**known.ids(ref.kinds), **{word: WORDS.get(word, "") for word in ref.words}}
        exact = known.all_known(ref.kinds) and bool(known.ids(ref.kinds))
    else:
        ids, exact = _likely_ids(key, known), False
    schema: JsonObject = {"type": "object", "additionalProperties": False if exact else inner}
    if ids:
        schema["properties"] = {name: _entry(inner, about) for name, about in ids.items()}
    if ref is None:
        schema["propertyNames"] = dict(ID)
    return schema


def _entry(inner: JsonObject, about: str) -> JsonObject:
    return {**inner, "description": about, "markdownDescription": about} if about else dict(inner)


def _likely_ids(key: str, known: KnownNames) -> dict[str, str]:
    """Ids that are proposed in a block where others may be written too."""
    if key == "lines":
        return {**known.names.get("move", {}), **spoken()}
    if key == "moves":
        return shipped("move")
    if key == "motives":
        return shipped("motive")
    return dict.fromkeys(known.topics, "") if key == "loves" else {}
