"""A night in which everybody got the same begins with the picture of the whole café, and with those whom it hurt."""

from contextlib import suppress
from html import unescape

import pytest

from game.art.drawings import names
from game.errors import Refused
from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.pictures.night_scenes import night_of, night_scenes
from game.host.pages.pictures.page_pictures import everybody
from game.host.pages.pictures.whole_room import LEFT, NO_HARM, TURNED_AWAY, harm_told
from game.host.pages.screen_pages import screen_page
from game.host.room.steps import Chose, Released, Turned, Voted, Went
from game.model.moves import BUILT_IN
from game.session.entries import AnswerEvent, BringEvent, EndDay, PlanMove
from game.session.playthrough import begun
from game.session.seen.make_view import make_view
from game.session.seen.night.body import LEANS_IN
from game.session.turns import after
from game.session.view import NightItem
from tests.host.pages.test_offered_questions import voting
from tests.host.rooms import BEGAN, day_ended, empty_room, played, started, taken
from tests.host.servers import hall_in, page, served
from tests.plays import compiled


def night_of_the_brochure():
    """The night of day 5 of a room that voted to send the brochure to everybody."""
    room = voting(7, 5)
    while room.stage != "night":
        if room.stage == "vote":
            room = played(room, taken(Voted(room.question.number, "a"), "g1"), taken(Went("counted", room.scene)))
        room = played(room, taken(Went("vote" if room.spotlight else "night", room.scene)))
    return room


def test_the_night_of_an_answer_that_wrote_to_all_shows_it_first_everywhere():
    """Projector, phone and host: everybody in one picture, by what it was sent, and what it would be on a date."""
    room = night_of_the_brochure()
    first, *rest = night_of(room)
    name, values = screen_page(room, "http://here", None)
    screen = unescape(rendered(name, **values, minutes_played=1))
    name, values = guest_page("/play", GuestRequest(room, room.here[0], BEGAN, {}))
    phone = unescape(rendered(name, **values, command="c"))
    _, values = host_page(room, BEGAN, lambda _: 0.0, "http://here", {})

    assert first.whole is not None
    assert {met.follower for met in first.whole.crowd} >= {scene.who for scene in rest}
    assert values["scene"].whole is not None
    for text in (screen, phone):
        assert f"/art/everybody/{first.whole.picture}-dark.svg" in text
        assert first.whole.mirror in text
        assert first.whole.said in text
        assert first.whole.harm in text
    assert "“Message everyone” to everybody" in screen
    assert all(scene.whole is None for scene in rest)
    assert night_of(played(room, taken(Turned(1))))[1:]


def test_those_whom_it_hurt_come_first_and_own_talk_is_no_applause():
    """The coldest body is first; what somebody said to a question of their own is no word about the brochure."""
    room = night_of_the_brochure()
    first, *_ = night_of(room)
    steps = [met.step for met in first.whole.crowd]
    planned = {item.who for item in room.evening.plan.values()}

    assert steps == sorted(steps)
    for met in first.whole.crowd:
        if met.follower in planned:
            assert met.wrote == ""
            assert met.step < LEANS_IN or met.does == ""


@pytest.mark.parametrize("by", ["the player", "an event"])
def test_a_guest_who_wrote_to_all_sees_it_too(by):
    """Where each plays: a message of one's own, and the answer to an event that the host brought."""
    now = empty_room().begun
    if by == "an event":
        now = after(after(now, BringEvent("the_brochure", 2)), EndDay())
        evening = after(now, AnswerEvent("the_brochure", 0))
    else:
        while now.position.day < 4:
            for event in now.waiting_events():
                now = after(now, AnswerEvent(event, 1))
            now = after(now, EndDay())
        evening = after(now, PlanMove("blast_dm", ""))
    first = night_scenes(evening, after(evening, EndDay()))[0]

    assert first.whole is not None
    assert len(first.whole.crowd) == len(now.people)
    assert everybody(first.whole.picture, True).startswith("<svg")


def test_no_other_move_draws_the_whole_room():
    """Of all moves to one person or as a post only the message to everybody lies on every table."""
    room = started(1)
    while room.guests["g1"].now.position.day < 4:
        room = day_ended(room, "g1")
        room = played(room, taken(Released(room.guests["g1"].now.position.day)))
    now, drawn = room.guests["g1"].now, set()
    for move in (row.id for row in BUILT_IN):
        for who in ("", next(iter(now.people))):
            try:
                made = played(room, taken(Chose(PlanMove(move, who)), "g1"))
            except Exception:  # noqa: BLE001 - not everything can be done to everybody
                continue
            evening = made.guests["g1"].now
            if (
                night_scenes(evening, after(evening, EndDay()))[:1]
                and night_scenes(evening, after(evening, EndDay()))[0].whole
            ):
                drawn.add(move)
    assert drawn == {"blast_dm"}


@pytest.mark.parametrize(
    "asked", ["54.still.", "54.nobody.", "x.still.", "99999.still.", "54.still.nothing~18.skims.warm"]
)
def test_the_picture_is_drawn_for_people_and_refused_for_anything_else(tmp_path, asked):
    """Addresses that a stranger may write: a picture or a plain no, never a fault."""
    hall = hall_in(tmp_path)
    with served(hall) as client:
        answer = page(client, {}, f"/art/everybody/{asked}-dark.svg")
    people = asked.split("~")
    good = all(
        one.split(".")[0].isdecimal() and len(one.split(".")[0]) < 5 and one.split(".")[1] in names("bodies")
        for one in people
    )

    assert answer.status_code == (200 if good else 404)


@pytest.mark.parametrize("seed", [1, 3])
def test_the_night_names_who_left_and_who_turned_away(seed):
    """The same message to all on every evening: sooner or later somebody has had enough, and is named that night."""
    now = begun(compiled("first_hello"), seed)
    told = []
    while not now.finished and len(told) < 4:
        for event in now.waiting_events():
            now = after(now, AnswerEvent(event, 1))
        with suppress(Refused):
            now = after(now, PlanMove("blast_dm", ""))
        evening, now = now, after(now, EndDay())
        scene = next(iter(night_scenes(evening, now)), None)
        if scene is None or scene.whole is None:
            continue
        night = make_view(now).night
        for item in night.items:
            assert (item.signal in LEFT | TURNED_AWAY) <= (evening.people[item.follower].first in scene.whole.harm)
        told.append(scene.whole.harm)
    assert any(" left." in harm or " turned away." in harm for harm in told)


def test_whoever_was_asked_something_of_their_own_turned_away_from_that():
    """A cold no to a question is no answer to the message; who left is named in any case."""
    items = [
        NightItem("edda", "Edda Moss", "declines_coldly", "No.", 3),
        NightItem("walter", "Walter Ames", "tell_closed", "", 1),
        NightItem("priya", "Priya Venkat", "unfollows", "", 3),
    ]
    names = {"edda": "Edda", "walter": "Walter", "priya": "Priya"}
    assert harm_told(items, {"edda", "priya"}, names) == "Priya left. Walter turned away."
    assert harm_told(items[:1], {"edda"}, names) == NO_HARM
