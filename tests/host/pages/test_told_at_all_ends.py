"""Each moment of a night is told at every end to whoever it concerns: projector, phones and host."""

from html import unescape
from re import sub

import pytest

from game.host.debriefing.room_debrief import room_debrief
from game.host.debriefing.sent_to_many import sent_tonight
from game.host.exports.room_report import report_html
from game.host.pages.events_told import rest_of_night
from game.host.pages.guest_choices import chosen_by
from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.pictures.night_scenes import night_of, night_scenes
from game.host.pages.screen_pages import screen_page
from game.host.room.steps import Brought, Chose, Released, Turned, Voted, Went
from game.session.entries import AnswerEvent, EndDay, PlanMove
from tests.host.rooms import BEGAN, played, started, taken

BROCHURE = "A call from Mr Grieve"


def plain(html):
    """A page as its words."""
    return " ".join(unescape(sub(r"<[^>]+>", " ", html)).split())


def at_host(room):
    """The words of the host's page."""
    name, values = host_page(room, BEGAN, lambda _: 0.0, "http://here", {})
    return plain(rendered(name, **values, command="c", unsaved="", screen_link="/screen", may_open_more=False))


def at_phone(room, path="/play"):
    """The words of the first guest's page."""
    name, values = guest_page(path, GuestRequest(room, room.here[0], BEGAN, {}))
    return plain(rendered(name, **values, command="c"))


def at_screen(room, told=None):
    """The words of the projector."""
    name, values = screen_page(room, "http://here", told)
    return plain(rendered(name, **values, minutes_played=1))


ENDS = (at_screen, at_phone, at_host)


def nights(seen):
    """Every scene of the nights of a room that votes, the brochure brought on day 3, as the room stands then."""
    room = started(2, "together")
    while not room.shared.finished:
        if room.shared.day == 2:
            room = played(room, taken(Brought("the_brochure")))
        while room.stage != "night":
            if room.stage == "vote":
                room = played(room, taken(Voted(room.question.number, "a"), "g1"), taken(Went("counted", room.scene)))
            room = played(room, taken(Went("vote" if room.spotlight else "night", room.scene)))
        for page in range(len(night_of(room)) or 1):
            room = played(room, taken(Turned(page)))
            seen(room)
        room = played(room, taken(Went("debrief" if room.shared.finished else "vote", room.scene)))
    return room


def moments_of(room):
    """What must be read of the scene that is on: of the person, and after the last one of the rest of the night."""
    scenes = night_of(room)
    scene = scenes[room.page] if scenes else None
    found = {}
    if scene is not None:
        found |= {("name",): scene.name, ("move",): scene.title, ("sent by",): scene.sent_by}
        found |= {("answer", n): text for n, (_, text, _) in enumerate(scene.answers)}
        found |= {("noticed", n): notice.title for n, notice in enumerate(scene.noticed)}
        found |= {("open",): scene.silent_no}
        found |= {("sent", n): sent.told for n, sent in enumerate(scene.sent)}
        found |= {("lasting", n): text for n, event in enumerate(scene.events) for text in event.lasting}
        found |= {("event", n): event.reply for n, event in enumerate(scene.events)}
        found |= {("sent",): scene.whole.sent} if scene.whole else {}
    if room.page + 1 >= len(scenes):
        rest = rest_of_night(room.evening, room.shared)
        night = rest["night"]
        found |= {("event of all", n): event.reply for n, event in enumerate(rest["events"])}
        found |= {("lasting of all", n): text for n, event in enumerate(rest["events"]) for text in event.lasting}
        found |= {("post", n): sent.told for n, sent in enumerate(rest["sent"])}
        found |= {("likes",): f"{night.likes} like" if night.likes else ""}
        found |= {("joined", n): f"{text} follows" for n, text in enumerate(night.joined)}
        found |= {("left", n): f"{text} has gone" for n, text in enumerate(night.left)}
        found |= {("note", n): text for n, text in enumerate(night.notes)}
    return {kind: " ".join(text.split()) for kind, text in found.items() if text}


def test_each_moment_of_a_night_is_told_on_screen_phone_and_host():
    """A whole game of votes: whatever one end tells of a person or of the night, the two others tell as well."""
    kinds = set()

    def seen(room):
        for kind, text in moments_of(room).items():
            kinds.add(kind[0])
            for end in ENDS:
                assert text in end(room), (kind, end.__name__, room.evening.day)

    room = nights(seen)
    assert {"name", "move", "answer", "noticed", "event", "sent", "sent by", "likes", "note"} <= kinds, kinds
    told = room_debrief(room)
    pages = [at_screen(played(room, taken(Turned(2))), told), at_host(played(room, taken(Turned(2)))), at_phone(room)]
    for page in (*pages, plain(report_html(room, told).decode())):
        assert f"The answer to “{BROCHURE}” sent “Message everyone” to everybody" in page


def sent_by_guest(move):
    """A room where each plays: the first guest sent a message or post to all, or an event's answer did."""
    room = started(2)
    if move is None:
        room = played(room, taken(Brought("the_brochure")))
    for day in range(1, 8):
        if day > 1:
            room = played(room, taken(Released(day)))
        for who in ("g1", "g2"):
            now = room.guests[who].now
            for event in now.waiting_events():
                room = played(room, taken(Chose(AnswerEvent(event, 1 if move else 0)), who))
            if move and who == "g1" and day == 4:
                room = played(room, taken(Chose(PlanMove(move, "")), who))
            room = played(room, taken(Chose(EndDay()), who))
        yield day, room


@pytest.mark.parametrize("move", [None, "blast_dm"])
def test_what_a_guest_sent_to_everybody_is_told_to_guest_host_and_room(move):
    """The guest's own phone tells each who got it and that it went to all; the host and the screen that it was sent."""
    on = 4 if move else 2
    for day, room in sent_by_guest(move):
        guest = room.here[0]
        if day != on:
            continue
        sent = next(one for one in sent_tonight(guest.evening) if one.to_each)
        scenes = night_scenes(guest.evening, guest.now)
        pages = [at_phone(room, f"/play/night/{n}") for n in range(1, max(1, len(scenes)) + 1)]
        assert [sent.told in page for page in pages] == [True] + [False] * (len(pages) - 1)
        for scene, page in zip(scenes, pages, strict=False):
            assert (f"“{sent.label}” reached {scene.first}" in page) == bool(scene.sent_by)
        assert any("Message everyone" in text for _, text in chosen_by(guest, room))
        opened = played(room, taken(Released(day + 1)))
        for page in (at_screen(opened), at_host(opened)):
            assert "“Message everyone”" in page
            assert f"in {1 if move else 2} of 2 games" in page
    room = played(room, taken(Went("debrief", room.scene)), taken(Turned(2)))
    told = room_debrief(room)
    for page in (at_phone(room), at_screen(room, told), at_host(room)):
        assert "sent “Message everyone” to everybody (7 people)" in page
    for page in (at_screen(room, told), at_host(room)):
        assert f"in {1 if move else 2} of 2 games. It cost" in page
