"""The kinds of value a scenario file holds, and how the text an author typed becomes one of them.

Rule: the file's reader never guesses a type. It hands over the text as typed (`No`, `1:30`, `1.10`), and the field
that receives it decides. So a title stays text whatever it looks like, and a number is only what looks like one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from game.scenario.format.frozen import FrozenMap
from game.scenario.format.vocabulary import RESERVED

X = TypeVar("X")

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")


class Block(BaseModel):
    """A block of a scenario file: its keys are known, and it cannot be changed once loaded."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def name_of(block: type[Block]) -> str:
    """What a kind of block is called in the reference and in the schema: a `WrittenMove` is a Move.

    Blocks that are not called like what the model or the texts make of them have the plain name already.
    """
    return block.__name__.removeprefix("Written")


@dataclass(frozen=True)
class Ref:
    """Marks a text that names something else in the file: what it may name, and the extra words it may be."""

    kinds: tuple[str, ...]  # follower, archetype, motive, content, event, answer, lesson, move, goal, bot, dial, life
    words: tuple[str, ...] = ()  # further words allowed here, such as "everyone"


@dataclass(frozen=True)
class IsPicture:
    """Marks a text that names a picture file inside the scenario folder."""


def _number(value: Any) -> Any:
    """A number from the text typed; anything else is refused in our own words."""
    if isinstance(value, str):
        if _NUMBER.fullmatch(value.strip()):
            return float(value)
        raise PydanticCustomError("not_a_number", "should be a number")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("not_a_number", "should be a number")
    return value


def _whole(value: Any) -> Any:
    """A whole number from the text typed."""
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        return int(value)
    number = _number(value)
    if isinstance(number, float) and not number.is_integer():
        raise PydanticCustomError("not_whole", "should be a whole number")
    return int(number)


def _id(value: str) -> str:
    if not ID_PATTERN.fullmatch(value):
        raise PydanticCustomError("bad_id", "is not an id")
    if value in RESERVED:
        raise PydanticCustomError("reserved_id", "is a reserved word")
    return value


def id_or_nothing(value: str) -> str:
    """An id, where one may be left out."""
    return _id(value) if value else value


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def one_or_list(value: Any) -> Any:
    """A single text as a list of one."""
    return [value] if isinstance(value, str) else value


def text_or_block(value: Any) -> Any:
    """A text that stands alone as the block whose `text` it is."""
    return {"text": value} if isinstance(value, str) else value


Id = Annotated[str, AfterValidator(_id)]
Text = Annotated[str, StringConstraints(strip_whitespace=True)]
FullText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=60), BeforeValidator(_one_line)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=80), BeforeValidator(_one_line)]
ShortText = Annotated[str, StringConstraints(max_length=240), BeforeValidator(_one_line)]
Picture = Annotated[str, StringConstraints(max_length=200), IsPicture()]

Number = Annotated[float, BeforeValidator(_number)]
WholeNumber = Annotated[int, BeforeValidator(_whole)]
Feeling = Annotated[float, BeforeValidator(_number), Field(ge=0, le=100)]
Percent = Annotated[float, BeforeValidator(_number), Field(ge=0, le=100)]
FeelingChange = Annotated[float, BeforeValidator(_number), Field(ge=-100, le=100)]
Hours = Annotated[float, BeforeValidator(_number), Field(ge=0, le=24)]
HoursChange = Annotated[float, BeforeValidator(_number), Field(ge=-24, le=24)]
DayNumber = Annotated[int, BeforeValidator(_whole), Field(ge=1, le=60)]
Days = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=59)]
MOST_PEOPLE = 64  # that the model has room for, the crowd included
Count = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=MOST_PEOPLE)]
Whole = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=4_294_967_295)]

Map = Annotated[Mapping[Id, X], AfterValidator(FrozenMap)]
"""A block of entries by id; the loaded value cannot be changed."""

FollowerRef = Annotated[str, Ref(("follower",))]
AnyFollowerRef = Annotated[str, Ref(("follower",), ("everyone",))]
MotiveRef = Annotated[str, Ref(("motive",))]
ContentRef = Annotated[str, Ref(("content",))]
EventRef = Annotated[str, Ref(("event",))]
AnswerRef = Annotated[str, Ref(("answer",))]
LessonRef = Annotated[str, Ref(("lesson",))]
MoveRef = Annotated[str, Ref(("move",))]
BotRef = Annotated[str, Ref(("bot",))]
Answers = Annotated[tuple[AnswerRef, ...], BeforeValidator(one_or_list)]
"""Ids of answers; a single one may be written without brackets."""
Lessons = Annotated[tuple[LessonRef, ...], BeforeValidator(one_or_list)]
"""Ids of lessons; a single one may be written without brackets."""
OneOfLives = Annotated[tuple[Annotated[str, Ref(("life",))], ...], BeforeValidator(one_or_list), Field(min_length=1)]
"""Ids of lives of one follower; a single one may be written without brackets."""
