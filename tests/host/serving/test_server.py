"""The room as its pages show it: whole without JavaScript, by links and forms alone."""

import re
import time

import pytest

from game.host.pages.page_tools import static_files
from game.host.rehearsal.page_reader import ReadPage
from tests.host.room_games import HOST, PLANS, debrief_shown, played_day, whole_game
from tests.host.servers import HOST_KEY, do, guest, hall_in, host_does, page, served, told

BUDGET = 40_000  # bytes of a guest's page with its style and script


def test_a_whole_game_by_links_and_forms_alone(each, clock):
    """From joining to one's own debrief with nothing but what a page without JavaScript offers."""
    hall, client = each
    own = whole_game(hall, client, clock, 1)[0]
    host_does(client, "went", to="debrief", since=str(hall.room.scene))

    text = page(client, own).text

    assert hall.room.guests[next(iter(hall.room.guests))].now.finished
    assert "Why they followed" in text
    assert "One thing to" in text


def test_the_day_waits_for_the_host(each, clock):
    """Who has ended the day is told so, and who opens the next; the page offers nothing that would be refused."""
    hall, client = each
    own = guest(client, hall)
    host_does(client, "started")
    played_day(client, own, clock)
    text = page(client, own).text
    assert "Day 1 is over for you" in text
    assert "/play/end" not in text
    assert "plan" not in {form.kind for form in ReadPage(page(client, own, "/play/p/edda").text).forms}


def test_a_refused_choice_is_told_on_the_page(each):
    """A move that cannot be made is answered with the reason, and what was typed stays."""
    hall, client = each
    own = guest(client, hall)
    host_does(client, "started")
    answer = do(client, own, "plan", move="follow_up", who="edda", back="/play/p/edda")
    assert answer.status_code == 409
    assert "Ask about them until then" in told(answer.text)
    host_does(client, "switched", what="paused", on="1")
    answer = do(client, own, "plan", move="like", who="edda", back="/play/p/edda")
    assert "paused" in told(answer.text)


def test_a_day_ends_once(each, clock):
    """A second tap on “End day” does not end the next day, too."""
    hall, client = each
    own = guest(client, hall)
    host_does(client, "started")
    host_does(client, "switched", what="hold", on="")
    form = ReadPage(page(client, own, "/play/end").text).form("end_day")
    for _ in range(2):
        do(client, own, **form.fields)
    do(client, own, **form.fields | {"command": "other"})
    assert hall.room.guests[next(iter(hall.room.guests))].now.position.day == 2


def test_nothing_hidden_is_on_a_page_during_play(each, clock):
    """No page of a guest or of the screen tells motive, trust or readiness before the debrief."""
    hall, client = each
    own = guest(client, hall)
    host_does(client, "started")
    played_day(client, own, clock, PLANS)
    text = "".join(page(client, own, f"/play{p}").text for p in ("", "/p/edda", "/plan", "/posts", "/night/1"))
    text += page(client, {"host": HOST_KEY}, "/screen").text
    people = hall.room.begun.people
    for person in people.values():
        assert person.wants not in text
    assert "trust" not in re.sub(r"<[^>]+>", "", text).lower().replace("courtship", "")


@pytest.mark.parametrize("mode", ["each", "together"])
def test_no_page_of_a_guest_is_heavy(tmp_path, clock, mode):
    """Page, style and script together stay under 40 kB as they are sent, on every page of the play."""
    hall = hall_in(tmp_path, mode, clock=clock)
    files = sum(len(static_files()[name][0]) for name in ("room.css", "room.js"))
    with served(hall, clock) as client:
        own = guest(client, hall)
        pages = {"/join": len(client.get("/").text.encode()) + files}
        host_does(client, "started")
        paths = ["", "/help"]
        if mode == "each":
            played_day(client, own, clock, PLANS)
            paths += ["/p/edda", "/posts", "/plan", "/notes", "/night/1", "/p/dorian?g=ask"]
        for path in paths:
            pages[path] = len(page(client, own, f"/play{path}").content) + files
        host_does(client, "went", to="debrief", since=str(hall.room.scene))
        pages["debrief"] = len(page(client, own).content) + files
    assert {name: size for name, size in pages.items() if size > BUDGET} == {}


def test_the_tally_is_hidden_until_the_vote_is_closed(together):
    """Neither a phone nor the screen tells who leads before the host closes the vote."""
    hall, client = together
    guests = [guest(client, hall) for _ in range(3)]
    host_does(client, "started")
    for own in guests:
        do(client, own, "voted", number="1", option="b")
    open_pages = page(client, guests[0]).text + page(client, HOST, "/screen").text + page(client, HOST, "/host").text
    assert "3 votes" not in open_pages
    host_does(client, "went", to="counted", since=str(hall.room.scene))
    assert "3 votes" in page(client, guests[0]).text
    assert "3 votes" in page(client, HOST, "/screen").text


def test_a_room_together_from_vote_to_night_to_debrief(together):
    """The host's one button leads through a day; the screen shows each part, and the debrief the losing options."""
    hall, client = together
    own = guest(client, hall)
    host_does(client, "started")
    seen = set()
    while hall.room.stage != "night":
        if hall.room.stage == "vote":
            do(client, own, "voted", number=str(hall.room.question.number), option="a")
        text = page(client, HOST, "/screen").text
        seen |= {hall.room.stage} if hall.room.question.title in text else set()
        form = next(f for f in ReadPage(page(client, HOST, "/host").text).forms if f.fields.get("to") in {
            "counted", "vote", "night"})  # fmt: skip
        host_does(client, **form.fields)
    assert seen == {"vote", "counted"}
    assert "Night of day 1" in page(client, HOST, "/screen").text
    host_does(client, "went", to="debrief", since=str(hall.room.scene))
    for number, title in enumerate(
        ("Who they were", "trust in you", "Who asked when", "What would have been", "One thing")
    ):
        host_does(client, "turned", page=str(number))
        assert title in debrief_shown(client)


def test_the_clock_closes_a_vote(together, clock):
    """When the minute is over the vote is closed without a click."""

    hall, client = together
    guest(client, hall)
    host_does(client, "started")
    host_does(client, "set_clock", seconds="60")
    clock.now += 61
    end = time.monotonic() + 5
    while hall.room.stage == "vote" and time.monotonic() < end:
        time.sleep(0.05)
    assert hall.room.stage == "counted"


def test_names_are_on_the_screen_only_when_the_host_shows_them(each):
    """By default the projector shows how many are here, not who."""
    hall, client = each
    guest(client, hall, name="Zora Quill")
    assert "Zora" not in page(client, HOST, "/screen").text
    host_does(client, "switched", what="hide_names", on="")
    assert "Zora" in page(client, HOST, "/screen").text


def test_the_host_sees_who_calls_and_who_is_stuck(each, clock):
    """A call for help comes first in the list, then who has done nothing for minutes; the answer reaches the phone."""
    hall, client = each
    own = guest(client, hall, name="Ann")
    guest(client, hall, name="Ben")
    host_does(client, "started")
    do(client, own, "called_for_help", text="Can I take it back?")
    clock.now += 300
    text = page(client, HOST, "/host").text
    assert "Can I take it back?" in text
    assert "Stuck 5 min" in text
    assert text.index("Ann") < text.index("Ben")
    one = next(g for g in hall.room.here if g.name == "Ann")
    host_does(client, "helped", guest=one.id, text="Yes, until the day ends.")
    assert "Yes, until the day ends." in page(client, own).text


def test_one_server_chooses_its_scenario_on_the_hosts_page(tmp_path):
    """Started without a scenario the host's page offers all that can be played."""
    hall = hall_in(tmp_path, room=False)
    with served(hall) as client:
        form = next(f for f in ReadPage(page(client, HOST, "/host").text).forms if f.action == "/host/open")
        assert len(form.choices["scenario"]) >= 2
        assert client.get("/").status_code == 200
        answer = client.post(
            "/host/open", data=form.fields | {"mode": "together"}, headers={"Cookie": f"host={HOST_KEY}"}
        )
        assert answer.status_code == 303
        assert hall.room.opening.mode == "together"
        guest(client, hall)


@pytest.mark.parametrize("path", ["/nowhere", "/2/play", "/host/nowhere", "/999"])
def test_an_address_that_leads_nowhere_has_a_page_with_a_way_back(each, path):
    hall, client = each
    answer = page(client, guest(client, hall), path)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert 'href="/play"' in answer.text


def test_who_was_in_a_room_that_is_gone_on_with_is_away_until_they_come(each, tmp_path, clock):
    """The host's page of a room opened again counts nobody as here who has not come back."""
    hall, client = each
    phones = [guest(client, hall) for _ in range(3)]
    host_does(client, "started")
    kept = hall.log.rooms()[0]
    hall.writer.close()
    hall.log.close()
    clock.now += 600
    again = hall_in(tmp_path, room=False, clock=clock)
    again.open_again(kept)
    with served(again, clock) as later:
        text = page(later, HOST, "/host").text
        assert "Each plays · 0 here" in text
        assert re.search(r"<b>3</b><span>away</span>", text)
        do(later, phones[0], "called_for_help", text="Here again")
        assert "Each plays · 1 here" in page(later, HOST, "/host").text


@pytest.mark.parametrize("stage", ["lobby", "play"])
@pytest.mark.parametrize("room", ["each", "together"])
def test_a_locked_room_invites_nobody_on_the_screen(request, room, stage):
    """Neither code nor QR picture stands there while nobody can come in; both do again once the room is unlocked."""
    hall, client = request.getfixturevalue(room)
    guest(client, hall)
    if stage == "play":
        host_does(client, "started")
    code = f"{hall.room.code[:3]} {hall.room.code[3:]}"
    for on in ("1", ""):
        before = page(client, HOST, "/screen").text
        host_does(client, "switched", what="locked", on=on)
        text = page(client, HOST, "/screen").text
        assert (code in text, "qrbox" in text, "room is locked" in text) == (not on, not on, bool(on))
        stamps = [re.search(r'data-stamp="([^"]*)"', one).group(1) for one in (before, text)]
        assert stamps[0] != stamps[1], "the screen is not made anew"
