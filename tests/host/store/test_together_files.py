"""A room that plays together: its files hold its game, and its debrief blames it for nothing it could not do."""

import csv
import io
import re

import pytest
from markupsafe import escape

from game.coach.looking_back.lessons_told import lessons_told
from game.engine.digest import digest
from game.host.debriefing.room_debrief import room_debrief
from game.host.exports.all_files import files_of
from game.host.exports.csv_files import decisions_csv
from game.host.pages.facilitators_guide import guide_to, in_markdown
from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.nights_told import yesterday_said
from game.host.pages.page_tools import rendered
from game.host.pages.pictures.trust_picture import LOW, WHOLE, DayAxis, trust_picture
from game.host.pages.screen_pages import screen_page
from game.host.room.bringing import events_to_bring
from game.host.room.changing import after
from game.host.room.room_state import DEBRIEF
from game.host.room.steps import Brought, Released, Started, Went
from game.host.store.replaying import room_of
from game.resources import SCENARIOS
from game.session.runs.resuming import replayed
from tests.host.rooms import BEGAN, day_ended, joined, opening, played, started, taken, voted_through


def slow_room(days=2, option="a"):
    """A together room of The Slow Roast with two guests and an event brought on the first day."""
    room = room_of(opening("together", scenario="slow_roast", seed=1))
    room = played(room, joined(1), joined(2), taken(Started()))
    room = after(room, taken(Brought(events_to_bring(room)[0])))
    for _ in range(days):
        room = voted_through(room, option)
        room = played(room, taken(Went("vote", room.scene)))
    return room


@pytest.fixture(scope="module")
def room():
    """Two days, and the debrief."""
    shown = slow_room()
    return played(shown, taken(Went(DEBRIEF, shown.scene)))


@pytest.fixture(scope="module")
def told(room):
    """Its debrief."""
    return room_debrief(room)


def plain(page):
    """A page's words."""
    name, values = page
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", rendered(name, **{"command": "", "minutes_played": 0} | values)))


def test_the_shared_game_is_among_the_files(room, told, tmp_path):
    """Its record opens in the desktop game, with the event that the host brought, and ends where the room ended."""
    files = files_of(room, told)
    (name,) = [name for name in files if name.startswith("runs/")]
    path = tmp_path / "room.jsonl"
    path.write_bytes(files[name])
    now = replayed(path).playthrough
    assert [day.items for day in now.history] == [day.items for day in room.shared.history]
    assert digest(now.position) == digest(room.shared.position)


def test_tables_name_who_a_decision_was_about(room, told):
    """A name or a title beside each id; no points after two days of 28."""
    rows = list(csv.DictReader(io.StringIO(decisions_csv(room).decode("utf-8-sig"))))
    people, events = room.begun.people, room.begun.compiled.scenario.timeline
    assert {row["follower"] in people for row in rows} == {True, False}
    for row in rows:
        about = row["follower"]
        assert row["follower_name"] == (people[about].name if about in people else events[about].title)
    guests = list(csv.DictReader(io.StringIO(files_of(room, told)["guests.csv"].decode("utf-8-sig"))))
    assert {g["score"] for g in guests} == {""}


def test_nobody_is_blamed_for_guesses_that_could_not_be_made(room, told):
    """Neither screen, phone nor report speaks of guesses where nobody was offered a notebook."""
    seen = GuestRequest(room, room.guests["g1"], BEGAN, {})
    pages = [plain(screen_page(room, "http://x", told)), plain(guest_page("/play", seen))]
    pages.append(files_of(room, told)["report.html"].decode())
    for words in pages:
        assert "no guess" not in words
        assert "nobody's reasons" not in words
        assert "Guessed right" not in words


def test_buyers_are_counted_among_those_who_came(room, told):
    """The phone counts those whom it lists."""
    words = plain(guest_page("/play", GuestRequest(room, room.guests["g1"], BEGAN, {})))
    assert f"of {len(told.followers)} followed you for what you sell" in words


def test_paragraphs_tell_of_nobody_the_room_left_alone(room, told):
    """Lives of people with whom nothing was done are not told as if they were the room's doing."""
    dealt = {item.who for day in room.shared.history for item in day.items}
    said = {title for title, _ in told.lessons}
    of_everybody = {title for title, _ in lessons_told(room.shared, of_dealt_with=False)}
    assert {"Marcus and the calendar", "The man with the labels"} <= of_everybody - said
    for note in room.begun.compiled.scenario.debrief:
        if note.when and note.when.lives and not dealt.issuperset(note.when.lives):
            assert note.title not in said


def test_goals_and_opening_are_shown_before_the_first_day():
    """On the projector and on each phone of a room that plays together."""
    lobby = played(room_of(opening("together", scenario="slow_roast", seed=1)), joined(1))
    phone = plain(guest_page("/play", GuestRequest(lobby, lobby.guests["g1"], BEGAN, {})))
    scenario = lobby.begun.compiled.scenario
    for words in (plain(screen_page(lobby, "http://x", None)), phone):
        for goal in scenario.goals.values():
            assert goal.title in words.replace("&#39;", "'")


def test_the_screen_shows_the_words_of_each_option():
    """The sentence that would go out stands on the projector, so that a room can vote without phones."""
    room = slow_room(days=0)
    name, values = screen_page(room, "http://x", None)
    words = rendered(name, **{"minutes_played": 0} | values)

    assert any(option.said for option in room.question.options)
    for option in room.question.options:
        assert str(escape(option.said)) in words


def test_an_event_that_was_brought_stands_on_its_own_day_in_the_chart(room, told):
    """Between the evening before its day and the evening of that day, as what was done on it."""
    (day,) = [step.on for step in room.brought]
    drawn = trust_picture(told, told.followers[0].id)
    at = float(re.search(r'class="event" d="M([0-9.]+)', drawn)[1])
    axis = DayAxis(told.curves.shape[1] - 1, WHOLE - 20, LOW)
    assert axis.x(day - 1) < at < axis.x(day)


def test_the_guide_names_motives_by_their_titles():
    """No raw word of the file stands among the people, and the figures say how few people they are of."""
    path = SCENARIOS / "slow_roast.yaml"
    words = in_markdown(guide_to(path, together=True, seed=1))
    assert "deal_hunter" not in words
    assert ": peer." not in words
    assert "with the 17 people of seed 1" in words
    assert "the same week" not in in_markdown(guide_to(path, seed=1))


def test_a_quiet_yesterday_is_said_in_a_sentence():
    """Where nobody did anything, the screen does not count to never."""
    each = day_ended(day_ended(started(2), "g1"), "g2")
    each = played(each, taken(Released(2)))
    assert yesterday_said(each) == "Yesterday everybody had a quiet day."


def test_a_phone_says_how_far_its_own_game_came():
    """The days of a guest's own game are not called the room's."""
    each = day_ended(started(2), "g1")
    each = played(each, taken(Went(DEBRIEF, each.scene)))
    words = plain(guest_page("/play", GuestRequest(each, each.guests["g1"], BEGAN, {})))
    assert "You played 1 of" in words
