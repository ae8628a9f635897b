"""A complete scenario written out as a file, with everything that was left out."""

from collections.abc import Iterator, Mapping

from game.scenario.format.fields import Block
from game.scenario.format.schema import AnyScenario
from game.scenario.format.walk import block_fields
from game.scenario.problems.phrases import as_yaml
from game.scenario.problems.quoting import quoted


def as_file(scenario: AnyScenario) -> str:
    """The scenario as a file, with all that it says; what is as by default is written too where it means something.

    Loading it gives the same scenario.
    """
    return "\n".join(_written(scenario, "")) + "\n"


def _written(block: Block, indent: str) -> Iterator[str]:
    """The keys of a block, one a line or a block of lines each."""
    for key, shape in block_fields(type(block)).items():
        name = next(n for n, info in type(block).model_fields.items() if (info.alias or n) == key)
        value = getattr(block, name)
        if value is None or (isinstance(value, str | tuple | Mapping) and not value):
            continue
        if shape.kind in {"map", "block", "either"} or (
            isinstance(value, tuple) and any(isinstance(v, Block) for v in value)
        ):
            yield f"{indent}{key}:"
            yield from _entries(value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_value(value)}"


def _entries(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Block):
        yield from _written(value, indent)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, Block | Mapping) or (
                isinstance(inner, tuple) and inner and isinstance(inner[0], Block)
            ):
                yield f"{indent}{key}:"
                yield from _entries(inner, f"{indent}  ")
            else:
                yield f"{indent}{key}: {_value(inner)}"
    elif isinstance(value, tuple):
        for inner in value:
            first, *more = list(_written(inner, f"{indent}  "))
            yield f"{indent}- {first.lstrip()}"
            yield from more


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(inner) for inner in value) + "]"
    if isinstance(value, str) and (value != value.strip() or "\n" in value or value.lower() in {"null", "~"}):
        return quoted(value).replace("\n", "\\n")
    return as_yaml(value)
