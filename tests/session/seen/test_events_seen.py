"""What the picture of an event shows: what the event is about, and of whom it tells."""

import pytest

from game.art.illustrations import AT_THE_CAFE, still_svg
from game.art.stills import still_of
from game.scenario import load_text
from game.scenario.format.schema_story import Event
from game.session.entries import AnswerEvent, EndDay
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.seen.events_seen import people_of, shown_words
from game.session.session import Session
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


HOURS = """\
scenario_format: 1
title: T
days: 5
business: {name: A, trade: b, hours_per_day: 2}
followers: {mara: {name: Mara, motive: curious}}
crowd: {count: 0}
timeline:
  flood: {title: Flood, day: 1, text: It rains., change: {hours_today: -0.5}}
  owner:
    title: The owner calls
    day: 1
    choices:
      - {label: Explain it, reply: It takes a while., change: {hours_today: -0.5, hours_per_day: -0.25}}
      - {label: Hang up}
"""


def test_what_an_event_takes_of_the_hours_is_told_before_and_after():
    """By itself, with an answer, and once it was given; what is left of the day is what was told."""
    game = Session(begun(compiled_of(load_text(HOURS)), 1))
    flood, owner = game.view(None).events
    assert flood.text == "It rains. Today has 30 minutes less."
    assert [choice.cost for choice in owner.choices] == [
        "30 min less for you today, 15 min a day less for you from now on", ""
    ]  # fmt: skip
    assert game.view(None).hours_total == 1.5
    game.do(AnswerEvent("owner", 0))
    reply = game.view(None).events[1].reply
    assert "From now on a day has 105 minutes of attention, 15 fewer." in reply
    assert reply.endswith("Today has 45 minutes of attention, 45 fewer.")
    assert game.view(None).hours_total == 0.75
    game.do(EndDay())
    assert game.view(None).hours_total == 1.75
