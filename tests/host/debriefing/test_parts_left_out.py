"""A part of the debrief that fails is left out and named; projector, report and files have all the others."""

from html import unescape

import pytest

import game.host.debriefing.room_debrief as made_of
from game.host.debriefing.room_debrief import debrief_at_all, room_debrief
from game.host.exports import all_files
from game.host.exports.all_files import INSTEAD, files_of
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import screen_page
from game.host.room.steps import Brought, Started, Turned, Voted, Went
from tests.host.pages.test_offered_questions import day_voted, voting
from tests.host.room_games import HOST
from tests.host.rooms import day_ended, joined, opening, played, room_of, started, taken
from tests.host.servers import hall_in, host_does, page, served

PARTS = (
    "decisions_told", "conditions_told", "room_lessons", "brought_told", "asked_many", "reach", "judgement_words",
    "courses_of", "in_rows", "game_lesson", "ready_when",
)  # fmt: skip
COMMON = {"debrief_of", "room_debrief"}  # what makes the games and the whole


def breaks(*_args, **_named):
    """Fails as a fault of ours would."""
    raise ValueError("operands could not be broadcast together with shapes (6,17) (9,17)")


@pytest.fixture(scope="module")
def over():
    """A room that voted four days, at its debrief."""
    room = voting(7, 5)
    return played(room, taken(Went("debrief", room.scene)))


@pytest.mark.parametrize("part", PARTS)
def test_whatever_part_fails_the_others_are_told(over, monkeypatch, part):
    """Each part in turn: every step of the projector, the report and all files are there, and say what is missing."""
    monkeypatch.setattr(made_of, part, breaks)
    told = room_debrief(over)

    assert told.left_out
    for number in range(5):
        name, values = screen_page(played(over, taken(Turned(number))), "http://here", told)
        assert f"could not be worked out: {told.left_out[0]}" in unescape(rendered(name, **values, minutes_played=1))
    files = files_of(over, told)
    assert told.left_out[0] in unescape(files["report.html"].decode())
    assert not any(name.endswith(INSTEAD) for name in files)


def test_the_game_of_one_guest_that_cannot_be_told_leaves_the_others(monkeypatch):
    """Of two guests one has a game that fails; the debrief is that of the other."""
    room = day_ended(day_ended(started(2), "g1"), "g2")
    room = played(room, taken(Went("debrief", room.scene)))
    whole, first = made_of.debrief_of, room.here[0].now
    monkeypatch.setattr(made_of, "debrief_of", lambda now: breaks() if now is first else whole(now))

    assert len(room_debrief(room).games) == 1


def test_a_file_that_cannot_be_made_is_a_text_that_says_so(over, monkeypatch):
    """Gradebook and guests fail, one after the other and without a debrief; the rest is there."""
    told = room_debrief(over)
    monkeypatch.setitem(all_files._TOLD, "gradebook.csv", breaks)
    files = files_of(over, told)

    assert b"gradebook.csv could not be made" in files[f"gradebook.csv{INSTEAD}"]
    assert {"report.html", "guests.csv", "decisions.csv", "xapi.json"} <= set(files)
    without = files_of(over, None)
    assert f"report.html{INSTEAD}" in without
    assert "decisions.csv" in without


def test_a_debrief_that_fails_whole_is_said_on_the_projector(tmp_path, monkeypatch):
    """The projector does not wait for ever: it says that there is none and where the games are."""
    monkeypatch.setattr(made_of, "debrief_of", breaks)
    hall = hall_in(tmp_path, "together")
    with served(hall) as client:
        host_does(client, "started")
        host_does(client, "went", to="debrief", since=str(hall.room.scene))
        text = ""
        for _ in range(200):
            text = unescape(page(client, HOST, "/screen").text)
            if "There can be no debrief" in text:
                break
        files = client.get("/host/files/all.zip", headers={"Cookie": f"host={hall.host_key}"})
        report = client.get("/host/files/report.html", headers={"Cookie": f"host={hall.host_key}"})

    assert "There can be no debrief" in text
    assert files.status_code == 200
    assert (report.status_code, "could not be made" in report.text) == (503, True)
    assert debrief_at_all(hall.room) is None


def test_an_event_that_only_another_answer_brings_does_not_stop_the_comparison():
    """Slow Roast, seed 7: with the other answer to an early event another one comes, which the room never answered."""
    room = played(room_of(opening("together", scenario="slow_roast", seed=7)), joined(1), taken(Started()))
    room = played(room, taken(Brought("quarter_end")))
    while room.shared.position.day < 9:
        if room.stage == "vote" and room.question.event:
            room = played(room, taken(Voted(room.question.number, "a"), "g1"), taken(Went("counted", room.scene)))
            room = played(room, taken(Went("vote" if room.spotlight else "night", room.scene)))
            continue
        room = day_voted(room, ("Look around",)) if room.stage != "night" else room
        room = played(room, taken(Went("vote", room.scene)))
    told = room_debrief(played(room, taken(Went("debrief", room.scene))))

    assert told.left_out == ()
    assert told.brought[0].others
