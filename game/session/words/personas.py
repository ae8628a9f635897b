"""The followers of a run in words: names, profiles and looks. Drawn once from the seed; not all of it is shown."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar
from zlib import crc32

import numpy as np

from game.engine.position import Position
from game.model.cast.tastes import draw_tastes
from game.model.chance import PERSONA_STREAM
from game.model.philox import uniforms
from game.scenario.compiling.compile import Compiled
from game.scenario.format.schema_story import Content
from game.scenario.format.vocabulary import FORMATS
from game.scenario.texts.first_names import first_name
from game.scenario.texts.texts import Texts
from game.session.view import PagePost
from game.session.words.line_choice import fill

LOVED = 0.5  # from here on a topic counts as loved

T = TypeVar("T")


@dataclass(frozen=True)
class Persona:
    """One follower in words. The fields after `picture_alt` are hidden until the debrief or found out in play."""

    id: str
    name: str
    handle: str
    pronouns: str
    bio: str
    look: int
    picture: str
    picture_alt: str
    motive: str
    wants: str
    topics: tuple[str, ...]  # loved ones, most first
    favourite: str
    formats: tuple[str, ...]
    pace: str
    archetype: str  # id, or ""
    knows: tuple[str, ...]
    life: str = ""  # id of the life that was dealt, or "" where the file knows one only
    posts: tuple[str, ...] = ()  # what the scenario tells of their own page
    page: tuple[PagePost, ...] = ()  # the whole page until the last day, oldest post first
    written: bool = False  # whether an author has written who they are

    @cached_property
    def first(self) -> str:
        """The first name of the person."""
        return first_name(self.name)


THEM = {"she": ("she", "her", "her"), "he": ("he", "him", "his"), "they": ("they", "them", "their")}


def pronoun_words(pronouns: str) -> dict[str, str]:
    """Placeholders for speaking of somebody.

    >>> pronoun_words("she")["them"]
    'her'
    """
    they, them, their = THEM.get(pronouns, THEM["they"])
    return {"they": they, "them": them, "their": their}


def pick(things: Sequence[T], draw: float) -> T:
    """One of several by a draw 0..1."""
    return things[min(int(draw * len(things)), len(things) - 1)]


def handle_of(name: str, taken: set[str]) -> str:
    """A handle made of a name, unlike all taken ones.

    >>> handle_of("Mara Lind", {"@maralind"})
    '@maralind2'
    """
    plain = "@" + ("".join(c for c in name.lower() if c.isalnum())[:18] or "someone")
    handle, number = plain, 2
    while handle in taken:
        handle, number = f"{plain}{number}", number + 1
    return handle


def topic_words(topic: str) -> str:
    """A topic as it is spoken.

    >>> topic_words("night_shift")
    'night shift'
    """
    return topic.replace("_", " ")


def is_theirs(content: Content, person: Persona) -> bool:
    """Whether a content is about a topic, or in a form, that stands on somebody's page."""
    return content.format in person.formats or not {*content.about}.isdisjoint(person.topics)


def personas(position: Position, texts: Texts, episode: int = 0) -> tuple[Persona, ...]:
    """Everybody of one episode, in the order of the columns."""
    compiled = position.compiled
    seed = compiled.cast.seed if compiled.cast.seed >= 0 else position.seed
    who = np.zeros(1, dtype=np.int64) if compiled.cast.seed >= 0 else position.episodes[episode : episode + 1]
    love, enjoys = draw_tastes(compiled.cast, position.seed, int(position.episodes[episode]))
    first, second = uniforms(seed, who, 0, compiled.followers, PERSONA_STREAM)
    fourth = uniforms(seed, who, 0, compiled.followers, PERSONA_STREAM + 1)[1]
    if compiled.cast.lives is not None:  # those who are written want something else in each game
        alone = position.episodes[episode : episode + 1]
        own = uniforms(position.seed, alone, 0, compiled.followers, PERSONA_STREAM + 1)[1]
        fourth = np.where(compiled.cast.lives.written, own, fourth)
    names = _crowd_names(compiled, texts, first[0])
    taken: set[str] = set()
    found = []
    used_bios: dict[str, int] = {}
    for i, name in enumerate(compiled.ids):
        motive = compiled.rules.motives.ids[int(position.people.motive[episode, i])]
        order = sorted(range(len(compiled.topics)), key=lambda t, row=love[i]: (-row[t], t))  # type: ignore[misc]
        topics = tuple(compiled.topics[t] for t in order if love[i, t] >= LOVED)
        favourite = compiled.topics[order[0]]
        words = texts.motives.get(motive) or texts.motives["courtesy"]
        written_motive = compiled.scenario.motives.get(motive)
        of_motive = written_motive.wants if written_motive else ""
        written = compiled.scenario.followers.get(name)
        archetype = compiled.scenario.archetypes.get(compiled.archetypes[i])
        person = written or archetype
        life_id = life_of(compiled, i, int(position.lives[episode, i]))
        life = written.lives[life_id] if written and life_id else None
        wants = life.wants if life else person.wants if person else ""
        shown, pronouns = (written.name, written.pronouns) if written else names[i - compiled.written]
        bio = person.bio if person and person.bio else ""
        if not bio:
            place = used_bios.setdefault(motive, int(second[0, i] * len(words.bios)))
            used_bios[motive] = place + 1
            bio = fill(words.bios[place % len(words.bios)], {"topic": topic_words(favourite)})
        handle = handle_of(shown, taken)
        taken.add(handle)
        found.append(
            Persona(
                id=name,
                name=shown,
                handle=handle,
                pronouns=pronouns,
                bio=bio,
                look=crc32(shown.encode()),
                picture=person.picture if person else "",
                picture_alt=person.picture_alt if person else "",
                motive=motive,
                wants=wants or of_motive or pick(words.wants, float(fourth[0, i])),
                topics=topics or (favourite,),
                favourite=favourite,
                formats=tuple(f for f, liked in zip(FORMATS, enjoys[i], strict=True) if liked > 0.5),
                pace=_pace(float(position.people.sensitivity[episode, i])),
                archetype=written.based_on if written else compiled.archetypes[i],
                knows=_known(compiled, i),
                life=life_id,
                posts=life.posts if life else (),
                written=bool(person and person.bio),
            )
        )
    return _different_looks(tuple(found), compiled.written, own_half("".join(compiled.scenario.followers)))


def life_of(compiled: Compiled, follower: int, number: int) -> str:
    """The id of a follower's life; "" where the file knows one only."""
    lives = compiled.numbers.lives.get(compiled.ids[follower], {})
    return next((name for name, place in lives.items() if place == number), "")


def _pace(sensitivity: float) -> str:
    """The pace a sensitivity stands for."""
    return "shy" if sensitivity > 1.4 else "slow" if sensitivity > 1.1 else "steady" if sensitivity > 0.85 else "quick"


def _known(compiled: Compiled, follower: int) -> tuple[str, ...]:
    """Ids of those whom a follower knows."""
    ties, weights = compiled.cast.ties[follower], compiled.cast.tie_weight[follower]
    return tuple(compiled.ids[int(t)] for t, w in zip(ties, weights, strict=True) if w > 0.0)


def _crowd_names(compiled: Compiled, texts: Texts, draws: np.ndarray) -> list[tuple[str, str]]:
    """Names and pronouns of the crowd, no first name twice as long as there are enough."""
    crowd = compiled.scenario.crowd
    pool = [(n, "they") for n in crowd.names] if crowd and crowd.names else [(p.name, p.pronouns) for p in texts.people]
    used = {first_name(f.name) for f in compiled.scenario.followers.values()}
    chosen: list[tuple[str, str]] = []
    for i in range(compiled.written, compiled.followers):
        fresh = [p for p in pool if first_name(p[0]) not in used] or pool
        person = pick(fresh, float(draws[i]))
        used.add(first_name(person[0]))
        chosen.append(person)
    return chosen


IN_TURN: Mapping[str, range] = {"she": range(27), "he": range(27, 56), "they": range(56)}
"""The portraits among which a draw finds the first to be thought of."""
OLDER_WOMEN = (32, 50)
EITHER = (45, 47)
"""Portraits that could be a man's or a woman's: for those of whom neither is said."""
LOOKS: Mapping[str, Sequence[int]] = {
    "she": (*IN_TURN["she"], *OLDER_WOMEN),
    "he": tuple(look for look in IN_TURN["he"] if look not in OLDER_WOMEN + EITHER),
    "they": IN_TURN["they"],
}
"""Numbers of drawn people by how somebody is called; a front end has that many portraits, in that order."""
OLD_LOOKS = frozenset({20, 30, 32, 37, 41, 43, 50})
"""Portraits of old people."""
SAYS_OLD = re.compile(
    r"\b(retired|pension\w*|grand(mother|father|children|child|son|daughter|ma|pa)|great-?aunt|widow(er)?"
    r"|since 19[0-7]\d|(forty|fifty|sixty|seventy)(-\w+)? years|(seventy|eighty|ninety)(-\w+)?)\b",
    re.IGNORECASE,
)
SAYS_YOUNG = re.compile(
    r"\b(students?|studying|apprentice|trainee|intern|(two|three|four) (small )?children|toddler|twins|maternity"
    r"|first (job|flat|year)|(twenty|thirty)(-\w+)?)\b",
    re.IGNORECASE,
)
YOUR_LOOKS: Mapping[int, str] = {
    0: "with a headwrap",
    53: "with a cap",
    56: "with auburn waves and glasses",
    57: "with a short beard",
    58: "with silver curls",
    59: "with a hijab",
    60: "with grey hair and a moustache",
    61: "with a bun and glasses",
}
"""Portraits that you can have, in a few words; no follower gets one of them, and those from 56 on are only yours."""


def says_old(bio: str) -> bool | None:
    """Whether somebody says in their bio that they are old, or young; None if nothing is said of it.

    >>> says_old("Retired signalman."), says_old("Three children, one toaster."), says_old("Sings bass.")
    (True, False, None)
    """
    return True if SAYS_OLD.search(bio) else False if SAYS_YOUNG.search(bio) else None


def own_half(ids: str) -> frozenset[int]:
    """The half of all portraits from which the written people of a scenario come first.

    So that two games in a row do not show the same faces under other names.

    Args:
        ids: of those people, in one text; a translation has the same.
    """
    order = sorted(IN_TURN["they"], key=lambda look: (look not in OLD_LOOKS, look not in LOOKS["she"], look))
    return frozenset(order[sum(ids.encode()) % 2 :: 2])


def suiting_looks(pronouns: str, bio: str, draw: int) -> tuple[int, ...]:
    """Looks that suit how somebody is called and the age that a bio tells, the one that a draw finds first.

    Args:
        pronouns: she, he or they.
        bio: what they say of themselves.
        draw: any number, 0 or more.
    """
    called = pronouns if pronouns in LOOKS else "they"
    old, turn = says_old(bio), IN_TURN[called]
    start = draw % len(turn)
    return tuple(
        look
        for look in dict.fromkeys((*turn[start:], *turn[:start], *LOOKS[called]))
        if look in LOOKS[called] and look not in YOUR_LOOKS and (old is None or (look in OLD_LOOKS) == old)
    )


def _different_looks(people: tuple[Persona, ...], named: int, half: frozenset[int]) -> tuple[Persona, ...]:
    """Looks that suit the pronouns and the age that a bio tells, and nobody's twice as long as there are enough.

    Those who are written have a look of a `half` of all; for the others what is left is enough. Those whom the file
    names come first, the first `named`, so that they look the same in every game, whoever else has come.
    """
    of_file = {person.id for person in people[:named]}
    taken = set(YOUR_LOOKS)
    looks: dict[str, int] = {}
    for person in sorted(
        people, key=lambda one: (one.id not in of_file, not one.written, says_old(one.bio) is not True)
    ):
        order = suiting_looks(person.pronouns, person.bio, person.look)
        if person.written:
            order = tuple(sorted(order, key=lambda look: look not in half))
        look = next((look for look in order if look not in taken), order[0])
        taken.add(look)
        looks[person.id] = look
    return tuple(replace(person, look=looks[person.id]) for person in people)
