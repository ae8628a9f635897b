"""What the picture of an event shows: what the event is about, and of whom it tells."""

import pytest

from game.art.illustrations import AT_THE_CAFE, still_svg
from game.art.stills import still_of
from game.scenario.format.schema_story import Event
from game.session.seen.events_seen import people_of, shown_words
from tests.plays import SHIPPED, compiled, session

EVENTS = [(name, event) for name in SHIPPED for event in compiled(name).scenario.timeline]


def told(name, event):
    return compiled(name).scenario.timeline[event]


@pytest.mark.parametrize(("name", "event"), EVENTS)
def test_every_event_that_ships_has_a_picture_of_its_own(name, event):
    """The picture is of something that title or text names, never the two cups that stand for nothing."""
    words = shown_words(told(name, event))
    assert still_of(words)
    assert still_svg(words) != still_svg(words.rpartition(": ")[0] or words, dark=True)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_events_that_may_meet_in_a_game_show_the_same(name):
    """Whoever plays a month sees another thing with each event."""
    shown = [still_of(shown_words(event)) for event in compiled(name).scenario.timeline.values()]
    assert len(set(shown)) >= len(shown) - 1
    assert AT_THE_CAFE not in shown


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whom_an_event_names_is_in_its_picture_and_looks_like_nobody_else(name, seed):
    """Somebody with a title has one face in all events of a game, and no follower has it."""
    followers = session(name, seed).view(None).followers
    looks = {}
    for event in compiled(name).scenario.timeline.values():
        for person in people_of(event, followers):
            assert person.name in f"{event.title} {event.text}"
            assert looks.setdefault(person.name, person.look) == person.look
    assert any(" " in who for who in looks)  # Mrs Falk, Mr Grieve
    assert len(set(looks.values())) == len(looks)
    assert not {look for who, look in looks.items() if " " in who} & {one.look for one in followers}


def test_a_follower_with_a_title_is_not_drawn_twice():
    """“Mr Abiola” is Walter Abiola, if he follows; somebody else of that title is drawn by it."""
    followers = session("first_hello", 1).view(None).followers
    surname = followers[0].name.split()[-1]
    event = Event(title="A visit", day=2, text=f"Mr {surname} has come, and Mr Strangeways with him.")
    assert [person.name for person in people_of(event, followers)] == ["Mr Strangeways"]
