"""What happens in a scenario file: conditions, content, events, goals, lines and the tutorial."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from game.scenario.format.fields import (
    Answers,
    AnyFollowerRef,
    Block,
    ContentRef,
    Count,
    DayNumber,
    EventRef,
    Feeling,
    FeelingChange,
    FollowerRef,
    FullText,
    Hours,
    HoursChange,
    Id,
    Lessons,
    MoveRef,
    OneOfLives,
    Picture,
    Ref,
    ShortText,
    Text,
    Title,
    id_or_nothing,
    one_or_list,
    text_or_block,
)
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.vocabulary import Format, Mood, Prop, SeenSign, StageOrEnd

NOTES = "Notes for fellow trainers; never shown in the game."


class DayRange(Block):
    """Days from one to another; either end may be left out."""

    start: DayNumber | None = Field(default=None, alias="from", description="The first day.", examples=[5])
    end: DayNumber | None = Field(default=None, alias="to", description="The last day.", examples=[12])

    @model_validator(mode="after")
    def _in_order(self) -> "DayRange":
        if self.start is not None and self.end is not None and self.start > self.end:
            found = {"first": f"{self.start:g}", "second": f"{self.end:g}"}
            raise PydanticCustomError("upside_down", "'from' comes after 'to' ({first} and {second})", found)
        return self


class TrustRange(Block):
    """Trust between two figures; either may be left out."""

    at_least: Feeling | None = Field(default=None, description="This much or more, 0 to 100.", examples=[60])
    at_most: Feeling | None = Field(default=None, description="This much or less, 0 to 100.", examples=[30])

    @model_validator(mode="after")
    def _in_order(self) -> "TrustRange":
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            found = {"first": f"{self.at_least:g}", "second": f"{self.at_most:g}"}
            raise PydanticCustomError("upside_down", "'at_least' is more than 'at_most' ({first} and {second})", found)
        return self


class FollowerCount(Block):
    """How many followers have come how far."""

    stage: StageOrEnd = Field(
        description="A stage, which counts those who came further too, or an end.", examples=["regular"]
    )
    at_least: Count | None = Field(default=None, description="This many or more.", examples=[3])
    at_most: Count | None = Field(default=None, description="This many or fewer.", examples=[2])

    @model_validator(mode="after")
    def _in_order(self) -> "FollowerCount":
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            found = {"first": f"{self.at_least:g}", "second": f"{self.at_most:g}"}
            raise PydanticCustomError("upside_down", "'at_least' is more than 'at_most' ({first} and {second})", found)
        return self


class Condition(Block):
    """Something that is true or not on a given day. All keys that are written must hold."""

    day: DayRange | None = Field(default=None, description="Only on these days.", examples=[{"from": 5}])
    trust: Annotated[
        Mapping[Annotated[str, Ref(("follower",), ("anyone", "everyone", "average", "self"))], TrustRange],
        AfterValidator(FrozenMap),
    ] = Field(
        default=FrozenMap(),
        description="Trust of a follower; or of anyone, everyone, the average, or self: the one it is about.",
        examples=[{"mara": {"at_least": 60}}],
    )
    followers: FollowerCount | None = Field(default=None, description="How many followers have come how far.")
    following: tuple[FollowerRef, ...] = Field(
        default=(), description="Followers who follow you now: have come, and have not left.", examples=[["mara"]]
    )
    happened: tuple[EventRef, ...] = Field(default=(), description="Events that have happened.")
    not_happened: tuple[EventRef, ...] = Field(default=(), description="Events that have not happened.")
    chosen: Answers = Field(
        default=(), description="Answers that have been given, by the 'id' of the choice.", examples=[["owned_up"]]
    )
    published: tuple[ContentRef, ...] = Field(default=(), description="Content that has been posted or shared.")
    lives: Annotated[Mapping[FollowerRef, OneOfLives], AfterValidator(FrozenMap)] = Field(
        default=FrozenMap(),
        description="Which of their lives followers have in this game; several ids: one of these.",
        examples=[{"edda": ["last_page"]}],
    )
    any_of: tuple["Condition", ...] = Field(default=(), description="At least one of these conditions holds.")
    none_of: tuple["Condition", ...] = Field(default=(), description="None of these conditions holds.")


class Content(Block):
    """Something to post, or to share with somebody."""

    title: Title = Field(description="What it is called on its card.", examples=["Six o'clock light"])
    format: Format = Field(description="How it comes.", examples=["photo"])
    about: tuple[Id, ...] = Field(
        min_length=1, max_length=10, description="Topics it touches, as in 'loves'.", examples=[["early_hours"]]
    )
    hours: Hours = Field(
        default=1.0,
        description="Hours it takes to make, once; posting or sharing it takes its move's time as well.",
        examples=[1],
    )
    text: Text = Field(default="", description="What it says.")
    picture: Picture = Field(default="", description="A picture inside the scenario folder.")
    picture_alt: ShortText = Field(default="", description="The picture in words, for players who cannot see it.")
    when: Condition | None = Field(default=None, description="It can be used only while this holds.")
    notes: Text = Field(default="", description=NOTES)


class Change(Block):
    """What an event or an answer changes."""

    who: tuple[AnyFollowerRef, ...] = Field(
        default=("everyone",), description="Whom it changes: ids of followers, or everyone.", examples=[["everyone"]]
    )
    trust: FeelingChange = Field(default=0.0, description="Points of trust, -100 to 100.", examples=[-10])
    interest: FeelingChange = Field(default=0.0, description="Points of interest in the offer, -100 to 100.")
    hours_per_day: HoursChange = Field(default=0.0, description="Hours a day more or less from now on.")
    hours_today: HoursChange = Field(default=0.0, description="Hours more or less of this day alone.", examples=[-1.5])
    unlock: tuple[ContentRef, ...] = Field(
        default=(), description="Content that becomes usable; it is locked until then."
    )


class Do(Block):
    """A move that is made without the player's plan."""

    move: MoveRef = Field(description="The move.", examples=["blast_dm"])
    who: tuple[AnyFollowerRef, ...] = Field(
        default=("everyone",), description="Towards whom: ids of followers, or everyone."
    )
    content: Annotated[str, Ref(("content",))] = Field(
        default="", description="The content used, if the move shares any."
    )


class WrittenChoice(Block):
    """One possible answer to an event."""

    id: Annotated[str, AfterValidator(id_or_nothing)] = Field(
        default="", description="A small word by which a condition asks whether it was chosen.", examples=["owned_up"]
    )
    label: Title = Field(description="What the player can choose.", examples=["Say no, and show the notebook"])
    reply: Text = Field(default="", description="What comes of it.")
    change: Change | None = Field(default=None, description="What it changes.")
    do: Do | None = Field(default=None, description="A move it makes.")
    teaches: Lessons = Field(default=(), description="Lessons it shows.")


class Event(Block):
    """Something that happens, on a day or as soon as a condition holds."""

    title: Title = Field(description="What it is called.", examples=["The boss wants numbers"])
    day: DayNumber | None = Field(default=None, description="The day it happens; or write 'when'.", examples=[9])
    give_or_take: Count = Field(
        default=0, description="So many days earlier or later than 'day', drawn anew for each game.", examples=[2]
    )
    one_of: Annotated[str, AfterValidator(id_or_nothing)] = Field(
        default="",
        description="A word of your own: of all events with this word, each game has one, drawn anew.",
        examples=["third_week"],
    )
    when: Condition | None = Field(default=None, description="It happens once, on the first day this holds.")
    text: Text = Field(default="", description="What the player reads.")
    change: Change | None = Field(default=None, description="What it changes.")
    do: Do | None = Field(default=None, description="A move it makes.")
    choices: tuple[WrittenChoice, ...] = Field(default=(), max_length=4, description="Up to four possible answers.")
    notes: Text = Field(default="", description=NOTES)

    @property
    def earliest(self) -> int | None:
        """The first day on which it may happen, 1..; nothing where a condition decides."""
        return None if self.day is None else max(1, self.day - self.give_or_take)

    @property
    def latest(self) -> int | None:
        """The last day on which it may happen; nothing where a condition decides."""
        return None if self.day is None else self.day + self.give_or_take

    @property
    def days_said(self) -> str:
        """The day in words, "day 9" or "one of days 7 to 11"; "" where a condition decides."""
        if not self.give_or_take:
            return f"day {self.day}" if self.day is not None else ""
        return f"one of days {self.earliest} to {self.latest}"


class Goal(Block):
    """Something to reach. Goals are shown to the player from the first day."""

    title: Title = Field(description="The goal in a few words.", examples=["Win three regulars"])
    need: Condition = Field(
        description="What must hold.", examples=[{"followers": {"stage": "regular", "at_least": 3}}]
    )
    by_day: DayNumber | None = Field(default=None, description="By which day; left out, the last one.")
    teaches: Lessons = Field(default=(), description="Lessons it shows.")
    notes: Text = Field(default="", description=NOTES)


class WrittenNote(Block):
    """A paragraph of the debrief."""

    title: Title = Field(description="Its heading.", examples=["Who came, and why"])
    text: FullText = Field(description="What it says.")
    when: Condition | None = Field(default=None, description="It is shown only if this holds on the last day.")
    teaches: Lessons = Field(default=(), description="Lessons it sums up.")


class LineBlock(Block):
    """One wording of a line."""

    text: FullText = Field(description="What is said.", examples=["{business}? My cousin talks about you."])
    when: Condition | None = Field(default=None, description="It is said only while this holds.")
    by: tuple[Annotated[str, Ref(("follower", "archetype", "motive"))], ...] = Field(
        default=(), description="Who says it: ids of followers, archetypes or motives; left out, anybody."
    )
    answers: tuple[FullText, ...] = Field(
        default=(), max_length=10, description="Where it asks something: what the player can answer, written for it."
    )
    replies: tuple[FullText, ...] = Field(
        default=(),
        max_length=10,
        description="What they say to that when they are warm: one for each of the answers, in their order, or any.",
    )


WrittenLine = Annotated[LineBlock, BeforeValidator(text_or_block)]
"""A wording: a text, or a block with text, when and by. The only place where either may stand."""


class Hint(Block):
    """A hint of the tutorial, shown over the desk: the one that fits the day best, each on two days at most."""

    day: DayNumber = Field(description="The day it is shown from.", examples=[1])
    text: FullText = Field(
        description="What it says; with 'seen', {first} is the first name of whom it is seen.",
        examples=["Read a profile before you write to anybody."],
    )
    when: Condition | None = Field(default=None, description="It is shown only while this holds.")
    seen: Annotated[tuple[SeenSign, ...], BeforeValidator(one_or_list)] = Field(
        default=(),
        description="It is shown only while all of these can be seen of one and the same follower.",
        examples=[["need_shows", "acquaintance"]],
    )
    after_move: Annotated[str, Ref(("move",))] = Field(
        default="", description="It is shown only once this move has been planned."
    )
    until_move: Annotated[str, Ref(("move",))] = Field(
        default="",
        description="It goes away once this move is planned, and is not shown on a day on which it cannot be made.",
    )


class WrittenScene(Block):
    """A short scene shown before the first day."""

    title: Title = Field(description="Its heading.", examples=["A table for two"])
    text: FullText = Field(description="What happens.")
    you: Text = Field(default="", description="What you say.")
    they: Text = Field(default="", description="What the other one says.")
    prop: Prop | None = Field(default=None, description="What lies on the table.")
    mood: Mood = Field(default="neutral", description="How the other one looks.")
