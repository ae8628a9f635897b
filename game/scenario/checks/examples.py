"""Examples of what may stand at a place, for hints: from the fields, or made from what they hold."""

from typing import Any

from game.scenario.format.walk import Shape
from game.scenario.problems.phrases import as_yaml

_DEEPEST = 3  # blocks inside one another


def example_for(name: str, shape: Shape | None) -> str:
    """A sentence with an example for a key; its description where none can be made up."""
    value = example_of(shape) if shape else None
    if value is not None:
        return f"For example: {as_yaml(value)}" if name.isdigit() else f"For example: {name}: {as_yaml(value)}"
    return (shape.field.description or "") if shape and shape.field else ""


def example_of(shape: Shape, depth: int = 0) -> Any:
    """A small value that would be right at a place, or None where none can be made up."""
    if shape.field is not None and shape.field.examples:
        return shape.field.examples[0]
    if shape.choices:
        return shape.choices[0]
    if depth > _DEEPEST:
        return None
    if shape.kind == "either":
        return example_of(shape.options[0][1], depth + 1)
    if shape.kind == "block":
        return _block(shape, depth)
    if shape.kind in {"map", "list"} and shape.item:
        inner = example_of(shape.item, depth + 1)
        if inner is None and shape.item.kind == "text":
            inner = "some text"
        if inner is None:
            return None
        return [inner] if shape.kind == "list" else {"some_id": inner}
    return None


def _block(shape: Shape, depth: int) -> dict[str, Any] | None:
    """The keys a block needs; the first with an example if it needs none."""
    keys = {key: inner for key, inner in shape.fields.items() if inner.is_needed}
    if not keys:
        keys = dict([pair for pair in shape.fields.items() if pair[1].field and pair[1].field.examples][:1])
    values = {key: example_of(inner, depth + 1) for key, inner in keys.items()}
    return {key: value for key, value in values.items() if value is not None} or None
