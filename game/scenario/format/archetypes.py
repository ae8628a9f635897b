"""Kinds of people that ship with the game: followers may be `based_on` one of them, a crowd may be mixed of them."""

from game.scenario.format.frozen import FrozenMap
from game.scenario.format.schema_people import Archetype

ARCHETYPES: FrozenMap[str, Archetype] = FrozenMap(
    {
        "sceptic": Archetype(
            title="The sceptic",
            bio="Reads the small print first.",
            pace="slow",
            formats=("text", "guide"),
            motive="curious",
            wants="Somebody who answers the awkward question straight.",
            trust=28,
            happy_end="advocate",
        ),
        "enthusiast": Archetype(
            title="The enthusiast",
            bio="New things, every day, with exclamation marks.",
            pace="quick",
            formats=("video", "live", "photo"),
            motive="fan",
            wants="To be the first to tell others.",
            trust=58,
            happy_end="advocate",
        ),
        "shy_regular": Archetype(
            title="The shy regular",
            bio="Mostly here to look.",
            pace="shy",
            formats=("photo", "story"),
            motive="neighbour",
            wants="A familiar face that does not press.",
            trust=44,
            happy_end="community",
        ),
        "busy_parent": Archetype(
            title="The busy parent",
            bio="Two children, one hour a day for everything else.",
            pace="steady",
            formats=("photo", "guide"),
            motive="buyer",
            wants="One thing that makes the week easier, without a long talk about it.",
            trust=42,
            happy_end="customer",
        ),
        "bargain_hunter": Archetype(
            title="The bargain hunter",
            bio="Never paid the full price and proud of it.",
            pace="quick",
            formats=("story", "poll"),
            motive="deal_hunter",
            wants="A fair price, and the feeling of having found it first.",
            trust=38,
            happy_end="customer",
        ),
        "networker": Archetype(
            title="The networker",
            bio="Let us connect! Coach, speaker, founder.",
            pace="quick",
            formats=("text", "live"),
            motive="seller",
            wants="Customers of their own, and a name people remember.",
            trust=42,
            happy_end="partner",
        ),
        "colleague": Archetype(
            title="The colleague",
            bio="Same trade, other town.",
            pace="steady",
            formats=("text", "video"),
            motive="peer",
            wants="Somebody to talk shop with who does not keep score.",
            trust=46,
            happy_end="partner",
        ),
        "polite_follower": Archetype(
            title="The polite follower",
            bio="Follows back. Always.",
            pace="steady",
            motive="courtesy",
            wants="A friendly word now and then, and no more than that.",
            trust=42,
            happy_end="community",
        ),
    }
)
