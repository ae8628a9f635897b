"""Files of words that ship with the game, read in a checked shape."""

from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from game.resources import ASSETS
from game.scenario.reading.yaml_events import LOADER


class FileShape(BaseModel):
    """A block of a file: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def read(name: str, shape: Any) -> Any:
    """A file of `assets/builtin/` in its checked shape.

    Raises:
        pydantic.ValidationError: the file does not have that shape.
    """
    text = (ASSETS / "builtin" / f"{name}.yaml").read_text(encoding="utf-8")
    return TypeAdapter(shape).validate_python(yaml.load(text, Loader=LOADER))  # noqa: S506 - a safe loader
