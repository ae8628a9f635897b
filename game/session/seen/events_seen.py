"""The events of a morning as the player may see them, with what their pictures show."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from zlib import crc32

from game.art.stills import still_of
from game.engine.position import Position
from game.scenario.format.difficulty import change_of_hours_at
from game.scenario.format.schema_story import Change, Event, WrittenChoice
from game.scenario.texts.first_names import first_name
from game.session.event_view import EventChoice, EventPerson, EventView
from game.session.view import FollowerView
from game.session.words.hours_text import hours_text, sentence_hours
from game.session.words.personas import suiting_looks

LESS = ("more", "less")
MOST_PEOPLE = 3  # in the picture of an event
_TITLED = re.compile(r"\b(?P<title>Mrs|Ms|Miss|Lady|Mr|Sir|Dr) (?P<name>[A-Z][\w’'-]+)")
_CALLED = {"Mrs": "she", "Ms": "she", "Miss": "she", "Lady": "she", "Mr": "he", "Sir": "he", "Dr": "they"}


def event_views(
    position: Position, replies: Mapping[str, str], followers: Sequence[FollowerView]
) -> tuple[EventView, ...]:
    """The events of this morning as the player may see them."""
    return tuple(
        EventView(
            id=name,
            title=event.title,
            text=_text(position, event),
            choices=()
            if position.answered[0, i]
            else tuple(EventChoice(n, choice.label, _cost(position, choice)) for n, choice in enumerate(event.choices)),
            reply=replies.get(name, ""),
            shows=shown_words(event),
            people=people_of(event, followers),
        )
        for i, (name, event) in enumerate(position.compiled.scenario.timeline.items())
        if position.fresh[0, i]
    )


def _cost(position: Position, choice: WrittenChoice) -> str:
    """What an answer takes of today, or of every day from now on, or gives; "" for nothing."""
    words = (
        ("more for you today", "less for you today"),
        ("a day more for you from now on", "a day less for you from now on"),
    )
    changes = zip(_changes(position, choice.change), words, strict=True)
    return ", ".join(f"{hours_text(abs(hours))} {said[hours < 0]}" for hours, said in changes if hours)


def _text(position: Position, event: Event) -> str:
    """What an event says, and what it takes of the hours by itself."""
    changes = zip(_changes(position, event.change), ("Today has", "From now on a day has"), strict=True)
    told = (f"{has} {sentence_hours(abs(hours))} {LESS[hours < 0]}." for hours, has in changes if hours)
    return " ".join(filter(None, (event.text, *told)))


def _changes(position: Position, change: Change | None) -> tuple[float, float]:
    """Hours more or less of today, and of every day from now on, as hard as it is played."""
    if change is None:
        return 0.0, 0.0
    difficulty = position.compiled.scenario.difficulty
    return change_of_hours_at(difficulty, change.hours_today), change_of_hours_at(difficulty, change.hours_per_day)


def shown_words(event: Event) -> str:
    """What the picture of an event shows: what its title speaks of, else what its text does.

    >>> shown_words(Event(title="Forty minutes of dark", day=1, text="Winifred brings candles."))
    'Forty minutes of dark: candle'
    """
    if still_of(event.title):
        return event.title
    return ": ".join(filter(None, (event.title, still_of(event.text))))


def people_named(event: Event, followers: Sequence[FollowerView]) -> tuple[FollowerView, ...]:
    """Those of whom an event tells by their first names, in the order in which it names them.

    Args:
        event: as its author wrote it.
        followers: whom the player knows.
    """
    by_id = {f.id: f for f in followers}
    return tuple(by_id[who] for _, who in sorted(_places(event, followers)))


def _places(event: Event, followers: Sequence[FollowerView]) -> Iterator[tuple[int, str]]:
    text = f"{event.title} {event.text}"
    for one in followers:
        found = re.search(rf"\b{re.escape(first_name(one.name))}\b", text)
        if found:
            yield found.start(), one.id


def people_of(event: Event, followers: Sequence[FollowerView]) -> tuple[EventPerson, ...]:
    """The people in the picture of an event: followers whom it names, and others whom it names with a title.

    Who is named with a title looks the same in every event, and like nobody who follows.

    Args:
        event: as its author wrote it.
        followers: whom the player knows.
    """
    taken = {one.look for one in followers}
    text, by_id = f"{event.title} {event.text}", {one.id: one for one in followers}
    named = ((start, by_id[who]) for start, who in _places(event, followers))
    found = {start: EventPerson(first_name(one.name), one.look, one.picture) for start, one in named}
    names: dict[str, int] = {}
    for match in _TITLED.finditer(text):
        if not any(match["name"] in one.name.split() for one in followers):
            names.setdefault(match.group(), match.start())
    for name, start in names.items():
        found[start] = EventPerson(name, _look_of(name, taken))
    return tuple(found[start] for start in sorted(found))[:MOST_PEOPLE]


def _look_of(name: str, taken: Collection[int]) -> int:
    looks = suiting_looks(_CALLED[name.split(maxsplit=1)[0]], "", crc32(name.encode()))
    return next((look for look in looks if look not in taken), looks[0])
