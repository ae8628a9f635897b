"""The people of a scenario file: the business, the followers, the crowd, archetypes and motives."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from game.scenario.format.fields import (
    MOST_PEOPLE,
    Block,
    Count,
    DayNumber,
    Days,
    Feeling,
    FollowerRef,
    FullText,
    Hours,
    Map,
    MotiveRef,
    Name,
    Number,
    Picture,
    Ref,
    ShortText,
    Text,
    Title,
    Whole,
)
from game.scenario.format.frozen import FrozenMap
from game.scenario.format.schema_story import WrittenLine
from game.scenario.format.vocabulary import Format, HappyEnd, Pace, Pronouns, Ties


class Business(Block):
    """The business the player speaks for."""

    name: Name = Field(description="What the business is called.", examples=["The Corner Shop"])
    trade: Name = Field(description="What it is, in a word or two.", examples=["small shop"])
    about: Text = Field(default="", description="Who you are, in a sentence or two; shown in the box about your shop.")
    voice: ShortText = Field(default="", description="How the business sounds.", examples=["warm, exact, never pushy"])
    offer: ShortText = Field(
        default="", description="What a customer says yes to.", examples=["a monthly subscription"]
    )
    hours_per_day: Annotated[Hours, Field(ge=0.25, le=24)] = Field(
        default=2.0, description="Hours a day the player can spend on people.", examples=[2]
    )
    picture: Picture = Field(
        default="", description="A picture inside the scenario folder.", examples=["pictures/shop.png"]
    )
    picture_alt: ShortText = Field(default="", description="The picture in words, for players who cannot see it.")
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")


class Ready(Block):
    """When a need rises and when it has passed."""

    start: DayNumber = Field(alias="from", description="The first day on which they would say yes.", examples=[12])
    until: DayNumber = Field(description="The last such day; after it they look elsewhere.", examples=[22])
    shift: Days = Field(
        default=0,
        description="By how many days all this may come earlier or later; drawn for each game.",
        examples=[4],
    )

    @model_validator(mode="after")
    def _in_order(self) -> "Ready":
        if self.start > self.until:
            found = {"first": f"{self.start:g}", "second": f"{self.until:g}"}
            raise PydanticCustomError("upside_down", "'from' comes after 'until' ({first} and {second})", found)
        return self


class _Person(Block):
    """What followers and archetypes have in common."""

    bio: Text = Field(default="", description="What their profile says.", examples=["Night nurse. Up at six."])
    pronouns: Pronouns = Field(default="they", description="How to speak of them.")
    picture: Picture = Field(
        default="", description="A picture inside the scenario folder.", examples=["pictures/mara.png"]
    )
    picture_alt: ShortText = Field(default="", description="The picture in words, for players who cannot see it.")
    loves: Map[Feeling] = Field(
        default=FrozenMap(),
        max_length=30,
        description="Topics and how much they care, 0 to 100. Topics are your own words; content names them too.",
        examples=[{"early_hours": 80}],
    )
    formats: tuple[Format, ...] = Field(
        default=(), description="Formats they enjoy; left out, they mind none.", examples=[["photo"]]
    )
    pace: Pace = Field(default="steady", description="How fast they like to get closer.")
    motive: MotiveRef = Field(
        default="",
        description="Why they follow back; hidden from the player. Left out, it is drawn.",
        examples=["buyer"],
    )
    wants: Text = Field(default="", description="What they wish for; hidden until the debrief.")
    ready: Ready | None = Field(
        default=None, description="When their need rises and passes; left out, the motive draws it."
    )
    trust: Feeling | None = Field(
        default=None,
        description="Trust on the first day, 0 to 100. Left out, it is drawn: strangers have about 50.",
        examples=[35],
    )
    happy_end: HappyEnd | None = Field(
        default=None, description="What a good end is for them; left out, the motive says it."
    )
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")


class Archetype(_Person):
    """A kind of person that followers can be based on."""

    title: Title | None = Field(
        default=None, description="What this kind of person is called.", examples=["The sceptic"]
    )


class Life(Block):
    """One of the people that a follower may turn out to be. What fits all of them stands with the follower."""

    motive: MotiveRef = Field(description="Why they follow back in this life.", examples=["buyer"])
    wants: Text = Field(default="", description="What they wish for in this life; hidden until the debrief.")
    ready: Ready | None = Field(
        default=None, description="When their need rises and passes in this life; left out, the motive draws it."
    )
    clues: tuple[FullText, ...] = Field(
        default=(),
        max_length=12,
        description="What they let slip when they answer; one with a question mark is a question that waits for an "
        "answer. Each fits this life and does not name it.",
        examples=[["The last page is nearly full."]],
    )
    posts: tuple[ShortText, ...] = Field(
        default=(),
        max_length=12,
        description="What stands on their own page; whoever looks around finds two of them.",
    )
    lines: Map[tuple[WrittenLine, ...]] = Field(
        default=FrozenMap(), description="What they say in this life only, by signal or move, as in lines."
    )
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")


class Follower(_Person):
    """One person who follows the business back."""

    name: Name = Field(description="The name players see.", examples=["Mara Lind"])
    based_on: Annotated[str, Ref(("archetype",))] = Field(
        default="", description="An archetype that supplies whatever is left out here.", examples=["sceptic"]
    )
    arrives: DayNumber = Field(default=1, description="The day on which they begin to follow.", examples=[1])
    knows: tuple[FollowerRef, ...] = Field(
        default=(), description="Ids of followers they know; it counts both ways.", examples=[["omar"]]
    )
    lives: Annotated[Map[Life], Field(max_length=4)] = Field(
        default=FrozenMap(),
        description="Two to four people they may turn out to be, by id; each game draws one. It takes the place of "
        "motive, wants, ready and happy_end.",
    )


class HowManyOf(Block):
    """How many of the written followers may have a motive."""

    at_least: Count | None = Field(default=None, description="This many or more.", examples=[1])
    at_most: Count | None = Field(default=None, description="This many or fewer.", examples=[2])

    @model_validator(mode="after")
    def _in_order(self) -> "HowManyOf":
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            found = {"first": f"{self.at_least:g}", "second": f"{self.at_most:g}"}
            raise PydanticCustomError("upside_down", "'at_least' is more than 'at_most' ({first} and {second})", found)
        return self


class WrittenCast(Block):
    """What may differ from game to game of the followers that are written, beside their lives."""

    motives: Annotated[Mapping[MotiveRef, HowManyOf], AfterValidator(FrozenMap)] = Field(
        default=FrozenMap(),
        description="How many of the written followers have a motive in every game, the crowd not counted. A buyer and "
        "a deal_hunter both want what is sold: where one alone is to want it, say so of both.",
        examples=[{"buyer": {"at_least": 1, "at_most": 2}, "seller": {"at_least": 1}}],
    )
    trust_varies: Feeling = Field(
        default=0.0, description="By how many points first trust may be more or less than written.", examples=[8]
    )
    loves_vary: Feeling = Field(
        default=0.0, description="By how many points each of their loves may be more or less than written.",
        examples=[15],
    )  # fmt: skip
    need_shows_by: DayNumber | None = Field(
        default=None, examples=[5],
        description="A day. Whoever begins without a seed meets people of whom one who needs what is sold says so by "
        "then, while there is time to ask, and none says so without a use for it; left out, any people. A first lesson "
        "is plainer so. A seed that is named is played as it is.",
    )  # fmt: skip
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")


class Crowd(Block):
    """Further followers, made up by the game."""

    count: Count = Field(
        description=f"How many; with the followers that have names, at most {MOST_PEOPLE}.", examples=[12]
    )
    mix: Annotated[
        Mapping[Annotated[str, Ref(("motive", "archetype"))], Annotated[Number, Field(ge=0, le=1000)]],
        AfterValidator(FrozenMap),
    ] = Field(
        default=FrozenMap(),
        description="Shares of motives or archetypes among them.",
        examples=[{"courtesy": 5, "neighbour": 4, "buyer": 2}],
    )
    ties: Ties = Field(default="some", description="How many of them know each other.")
    names: tuple[Name, ...] = Field(
        default=(), max_length=200, description="Names to draw from; left out, the game has some."
    )
    seed: Whole | None = Field(default=None, description="A number; the same number makes the same crowd every time.")
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")

    @model_validator(mode="after")
    def _somebody(self) -> "Crowd":
        if self.mix and not sum(self.mix.values()):
            raise PydanticCustomError("empty_mix", "all shares in 'mix' are 0")
        return self


class Need(Block):
    """When people with this motive come to need what the business sells."""

    rise: DayNumber = Field(description="The day around which the need rises.", examples=[12])
    last: DayNumber = Field(description="How many days it lasts.", examples=[8])
    chance: Feeling = Field(default=100.0, description="How many in a hundred ever feel it.", examples=[100])


class WrittenMotive(Block):
    """Why somebody follows back. Use the id of a built-in motive to tune it, or a new id to add one."""

    title: Title | None = Field(default=None, description="The motive in a word or two.", examples=["Polite"])
    text: Text = Field(default="", description="What it means, in a sentence.", examples=["Follows everybody back."])
    wants: Text = Field(
        default="", description="What people with it wish for, where a follower has no wants of their own.",
        examples=["To be asked what they think."],
    )  # fmt: skip
    talkative: Feeling | None = Field(default=None, description="How readily they answer, 0 to 100.")
    sharing: Feeling | None = Field(default=None, description="How readily they share, 0 to 100.")
    curious: Feeling | None = Field(default=None, description="How often they ask, 0 to 100.")
    sells: Feeling | None = Field(default=None, description="How much they want to sell to you, 0 to 100.")
    interest: Feeling | None = Field(default=None, description="How much they want what you sell, 0 to 100.")
    bargains: Feeling | None = Field(default=None, description="How much a small price draws them, 0 to 100.")
    need: Need | None = Field(
        default=None, description="When they come to need what you sell; left out, they never do."
    )
    happy_end: HappyEnd | None = Field(default=None, description="What a good end is for them.")
    trust: Feeling | None = Field(default=None, description="Trust on the first day, 0 to 100; left out, about 50.")
    notes: Text = Field(default="", description="Notes for fellow trainers; never shown in the game.")
