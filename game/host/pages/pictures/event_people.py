"""Whom the picture of an event shows: the followers that it names."""

import re
from collections.abc import Sequence

from game.scenario.format.schema_story import Event
from game.scenario.texts.first_names import first_name
from game.session.view import FollowerView


def people_named(event: Event, followers: Sequence[FollowerView]) -> tuple[FollowerView, ...]:
    """Those of whom an event tells by their first names, in the order in which it names them.

    Args:
        event: as its author wrote it.
        followers: whom the room knows.
    """
    text = f"{event.title} {event.text}"
    places = {f.id: re.search(rf"\b{re.escape(first_name(f.name))}\b", text) for f in followers}
    named = [(found.start(), f.id) for f in followers if (found := places[f.id])]
    by_id = {f.id: f for f in followers}
    return tuple(by_id[who] for _, who in sorted(named))
