"""The words of the evening at the café: read from `assets/builtin/evening.yaml`, checked, frozen, and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from game.resources import ASSETS
from game.scenario.texts.text_files import read

STEPS = 7  # of a body, from the worst to the best


@dataclass(frozen=True)
class BodyLine:
    """A sentence about a body, and what the drawing beside it must show."""

    text: str
    needs: frozenset[str] = frozenset()


def _lines(told: object) -> object:
    """Lines from a block of the file: a sentence, and behind it what it needs drawn."""
    if not isinstance(told, dict):
        return told
    return tuple(BodyLine(text, frozenset(str(needs).split())) for text, needs in told.items())


BodyLines = Annotated[tuple[BodyLine, ...], BeforeValidator(_lines)]
_Seven = Annotated[tuple[BodyLines, ...], Field(min_length=STEPS, max_length=STEPS)]


class EveningWords(BaseModel):
    """Sentences with placeholders; the file itself tells what each is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    did: Mapping[str, str]  # by move
    bodies: _Seven
    reading: _Seven
    silent: tuple[BodyLines, BodyLines]  # without and with something to read
    gestures: Mapping[str, BodyLines]  # by signal
    bar: Mapping[str, tuple[str, ...]]  # by signal; of a body alone the bodies are told
    shown: Mapping[str, str]  # what others saw you do, by move
    whispers: Mapping[str, tuple[str, ...]]  # by move
    moments: Mapping[str, str]
    several: Mapping[str, str]
    moment_names: Mapping[str, str]
    mirrors: Mapping[str, tuple[str, ...]]  # by kind of moment
    before: Mapping[str, str]
    said_of: Mapping[str, str]
    quiet: Mapping[str, tuple[str, ...]]  # by what you did
    alone: Mapping[str, tuple[str, ...]]  # the same
    found: Mapping[str, str]  # on a page that you have read, and by a post


@cache
def evening_words() -> EveningWords:
    """The words of the evening.

    Raises:
        pydantic.ValidationError: the file does not have that shape.
    """
    text = (ASSETS / "builtin" / "evening.yaml").read_text(encoding="utf-8")
    found: EveningWords = TypeAdapter(EveningWords).validate_python(yaml.safe_load(text))
    return found


@cache
def posts_and_comments() -> Mapping[str, tuple[str, ...]]:
    """What stands on the pages of those of whom a scenario tells no posts, each with what you may write under it."""
    found: dict[str, tuple[str, ...]] = read("own_posts", dict[str, tuple[str, ...]])
    return MappingProxyType(found)


def own_posts() -> tuple[str, ...]:
    """What stands on the pages of those of whom a scenario tells no posts."""
    return tuple(posts_and_comments())


@cache
def glad_before() -> Mapping[str, str]:
    """By situation, why the date mirror warns of a move towards somebody who was glad when last seen."""
    found: dict[str, str] = read("glad_before", dict[str, str])
    return MappingProxyType(found)
