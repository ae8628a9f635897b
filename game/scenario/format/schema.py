"""A whole scenario as a frozen value: as its author wrote it, and complete.

Editors and the reference show the descriptions of its fields.

Rule: the two are different types, so that a type checker tells who takes one for the other. What plays, compiles or
judges a scenario takes the complete one; what repeats the author's words takes what was written.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, StringConstraints, Tag

from game.scenario.format.dials import DIALS
from game.scenario.format.difficulty import AS_WRITTEN, Difficulty
from game.scenario.format.fields import (
    MOST_PEOPLE,
    Block,
    BotRef,
    DayNumber,
    Feeling,
    FeelingChange,
    FullText,
    Hours,
    Map,
    Name,
    Number,
    Percent,
    Ref,
    ShortText,
    Text,
    Title,
    WholeNumber,
)
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.schema_people import Archetype, Business, Crowd, Follower, WrittenCast, WrittenMotive
from game.scenario.format.schema_story import Content, Event, Goal, Hint, WrittenLine, WrittenNote, WrittenScene
from game.scenario.format.schema_talks import WrittenTalk
from game.scenario.format.vocabulary import Mood, Prop, StageOrEnd

FORMAT = 1
"""The scenario format this version of the game reads. It changes only when an old file would mean something else."""


class WrittenMove(Block):
    """A move. Use the id of a built-in move to tune it, or a new id to add one. What is left out stays as it was."""

    title: Annotated[Title, Field(max_length=30)] | None = Field(default=None, description="Its name on the card.")
    text: ShortText = Field(default="", description="What it is, in one sentence on the card.")
    date: Text = Field(default="", description="What it would be on a real date.")
    you: Text = Field(default="", description="What you say at the table.")
    they: Text = Field(default="", description="What the other one says or mutters.")
    prop: Prop | None = Field(default=None, description="What lies on the table.")
    mood: Mood | None = Field(default=None, description="How the other one looks.")
    hours: Hours | None = Field(default=None, description="Hours it takes.", examples=[0.5])
    start: DayNumber | None = Field(
        default=None,
        alias="from",
        description="The first day on which it can be made; left out, it is open all along.",
        examples=[3],
    )
    ask: Feeling | None = Field(default=None, description="How much it demands, 0 to 100.")
    favour: Feeling | None = Field(default=None, description="How much it gives, 0 to 100.")
    personal: Feeling | None = Field(default=None, description="How much it is meant for this one person, 0 to 100.")
    public: Feeling | None = Field(default=None, description="How much others see of it, 0 to 100.")
    self_focus: Feeling | None = Field(default=None, description="How much it is about you, 0 to 100.")
    selling: Feeling | None = Field(default=None, description="How visibly it sells, 0 to 100.")
    exposure: Feeling | None = Field(default=None, description="How familiar it makes you, 0 to 100.")
    invites_reply: Feeling | None = Field(default=None, description="How much it invites words in return, 0 to 100.")
    pressure: FeelingChange | None = Field(
        default=None, description="How much it tires, -100 to 100; below 0 it relieves."
    )
    ability: FeelingChange | None = Field(default=None, description="What it shows of your skill, -100 to 100.")
    benevolence: FeelingChange | None = Field(default=None, description="What it shows of your good will, -100 to 100.")
    integrity: FeelingChange | None = Field(default=None, description="What it shows of your honesty, -100 to 100.")
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")


class Comparison(Block):
    """A promise that one way of playing beats others."""

    better: BotRef = Field(description="The bot that must do better.", examples=["patient"])
    than: tuple[BotRef, ...] = Field(min_length=1, description="Those it must beat.", examples=[["pushy", "spammer"]])
    points: Feeling = Field(default=10.0, alias="by", description="By how many points of the score, 0 to 100.")
    games: Percent = Field(default=95.0, alias="in", description="In how many games of a hundred.")


class WrittenReach(Block):
    """A promise that something can be reached by playing well."""

    every: Annotated[str, Ref(("follower", "motive"), ("follower",))] = Field(
        description="Whom it holds for: follower (each by name), a motive, or one follower's id.", examples=["follower"]
    )
    reaches: Literal["happy_end", StageOrEnd] = Field(
        description="What they reach: happy_end, a stage, or an end.", examples=["happy_end"]
    )
    by: Annotated[str, Ref(("bot",), ("any_bot",))] = Field("any_bot", description="Which bot gets there.")


class NoSingleTrick(Block):
    """A promise that no single move, repeated, wins."""

    no_move_alone_reaches: Feeling = Field(description="The score that one move alone stays below.", examples=[50])


def promise_kind(value: Any) -> str:
    """Which promise a block means, from the keys it has; angle brackets keep it apart from keys."""
    if isinstance(value, WrittenReach | NoSingleTrick):
        return "<every>" if isinstance(value, WrittenReach) else "<no_move>"
    keys = set(value) if isinstance(value, dict) else set()
    if keys & {"every", "reaches"}:
        return "<every>"
    return "<no_move>" if "no_move_alone_reaches" in keys else "<better>"


Promise = Annotated[
    Annotated[Comparison, Tag("<better>")]
    | Annotated[WrittenReach, Tag("<every>")]
    | Annotated[NoSingleTrick, Tag("<no_move>")],
    Discriminator(promise_kind),
]


class AnyScenario(Block):
    """What a written and a complete scenario have in common, for those to whom it makes no difference."""

    scenario_format: WholeNumber = Field(description="The format this file is written in.", examples=[FORMAT])
    title: Title = Field(description="The scenario's name.", examples=["A Quiet Corner"])
    summary: ShortText = Field(default="", description="What it is about, in a sentence.")
    author: Name | None = Field(default=None, description="Who wrote it.")
    licence: ShortText = Field(default="", description="What others may do with it.", examples=["CC BY 4.0"])
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = Field(
        default="en", description="The language of its texts.", examples=["en"]
    )
    days: Annotated[DayNumber, Field(ge=3)] = Field(
        default=21, description="How many days it lasts, 3 to 60.", examples=[21]
    )
    difficulty: Difficulty = Field(
        default=AS_WRITTEN,
        description="How hard it is where nobody chooses: gentle, fair or hard.",
        examples=["gentle"],
    )
    business: Business = Field(description="The business the player speaks for.")
    followers: Annotated[Map[Follower], Field(max_length=MOST_PEOPLE)] = Field(
        default=FrozenMap(), description="People who follow the business back, by id."
    )
    cast: WrittenCast | None = Field(
        default=None, description="What may differ from game to game of the followers, beside their lives."
    )
    crowd: Crowd | None = Field(
        default=None, description="Further followers, made up by the game; left out, eight of them."
    )
    archetypes: Map[Archetype] = Field(
        default=FrozenMap(), description="Kinds of people that followers can be based on."
    )
    motives: Map[WrittenMotive] = Field(
        default=FrozenMap(), description="Motives of your own, or changes to the built-in ones."
    )
    content: Annotated[Map[Content], Field(max_length=60)] = Field(
        default=FrozenMap(), description="What can be posted or shared; left out, made from what people love."
    )
    timeline: Annotated[Map[Event], Field(max_length=100)] = Field(
        default=FrozenMap(), description="What happens, by id."
    )
    words: Map[tuple[FullText, ...]] = Field(
        default=FrozenMap(), description="Words to draw from: {drink} in a line takes one of words › drink."
    )
    lines: Map[tuple[WrittenLine, ...]] = Field(
        default=FrozenMap(), description="What followers say, by signal or move; it comes beside the built-in wordings."
    )
    talks: Annotated[Map[WrittenTalk], Field(max_length=100)] = Field(
        default=FrozenMap(), description="Talks that hang together, by id: questions with answers written for them."
    )
    moves: Map[WrittenMove] = Field(
        default=FrozenMap(), description="Moves of your own, or changes to the built-in ones."
    )
    goals: Annotated[Map[Goal], Field(max_length=12)] = Field(default=FrozenMap(), description="What to reach, by id.")
    teaches: Map[FullText] = Field(default=FrozenMap(), description="The lessons, by id, each in a sentence.")
    debrief: tuple[WrittenNote, ...] = Field(
        default=(), max_length=20, description="What is told after the last day, in order."
    )
    tutorial: Map[Hint] = Field(default=FrozenMap(), description="Hints for the player, in order.")
    opening: tuple[WrittenScene, ...] = Field(
        default=(), max_length=12, description="Scenes shown before the first day, in order."
    )
    contract: Map[Promise] = Field(default=FrozenMap(), description="What must pay in this scenario; tested with bots.")
    dials: Annotated[Mapping[Annotated[str, Ref(("dial",))], Number], AfterValidator(FrozenMap)] = Field(
        default=FrozenMap(), alias="model", description=f"Dials of the trust model; 1 is as tested: {', '.join(DIALS)}."
    )
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")


class WrittenScenario(AnyScenario):
    """A whole scenario: who follows, what can be shared, what happens, what is taught.

    This is what its author wrote: what was left out is missing.
    """


class Scenario(AnyScenario):
    """A complete scenario, ready to be compiled: what its author left to the game is written out.

    Each follower has what their archetype and motive give, and ties run both ways; the crowd has a mix; there are
    contents, goals and a debrief. `complete` makes it of a `WrittenScenario`.
    """

    crowd: Crowd = Field(description="Further followers, made up by the game.")
