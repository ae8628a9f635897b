"""Talks in a scenario file: questions with the answers that are written for them."""

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.format.fields import Block, Id, Ref, ShortText, Text
from game.scenario.format.schema_story import NOTES, Condition, WrittenLine

SaidInTalk = Annotated[tuple[WrittenLine, ...], Field(min_length=1, max_length=20)]


class TalkTurn(Block):
    """One turn of a talk: what the player writes, and what can come back."""

    you: SaidInTalk = Field(description="What the player writes; from the second turn on it names what they told.")
    warm: SaidInTalk = Field(description="Answers in a warm mood, each one written for what you wrote.")
    short: tuple[WrittenLine, ...] = Field(
        default=(), max_length=20, description="Answers of few words; left out, the warm ones."
    )


class WrittenTalk(Block):
    """A talk that hangs together. Its first turn opens it, the next ones follow it up on later days."""

    fact: Annotated[ShortText, Field(min_length=1)] = Field(
        description="What it is about, as either side may say it; {fact} in lines.", examples=["the heron"]
    )
    starts: Literal["ask_about_them", "ask_their_view"] = Field(
        default="ask_about_them", description="The move that opens it.", examples=["ask_about_them"]
    )
    by: tuple[Annotated[str, Ref(("follower", "archetype", "motive"))], ...] = Field(
        default=(), description="With whom: ids of followers, archetypes or motives; left out, with anybody."
    )
    about: tuple[Id, ...] = Field(
        default=(), max_length=10, description="For people who love one of these topics; left out, for anybody."
    )
    when: Condition | None = Field(default=None, description="It is begun only while this holds.")
    turns: tuple[TalkTurn, ...] = Field(min_length=1, max_length=6, description="The turns, in their order.")
    thanks: tuple[WrittenLine, ...] = Field(
        default=(), max_length=20, description="What they say when you have helped with it."
    )
    notes: Text = Field(default="", description=NOTES)
