"""Steps that many would feel are asked about first, and the end of a game can be taken back."""

import pytest

from game.errors import Refused
from game.host.debriefing.room_debrief import room_debrief
from game.host.debriefing.ways_told import without_score
from game.host.pages.asking_first import asked_first, still_playing
from game.host.pages.facilitators_guide import guide_of, guide_to, in_markdown
from game.host.pages.guest_choices import chosen_by
from game.host.pages.host_pages import host_page
from game.host.pages.pictures.night_scenes import night_of
from game.host.pages.screen_pages import chosen_follower, stamp_of
from game.host.room.room_state import DEBRIEF, PLAY
from game.host.room.steps import Chose, Released, Showed, TookBack, Turned, Went
from game.resources import SCENARIOS
from game.scenario.texts.builtin import motives
from game.session.entries import PlanMove
from tests.host.rooms import BEGAN, day_ended, played, started, taken, voted_through
from tests.host.servers import HOST_KEY, do, guest, hall_in, host_does, page, served

HOST = {"host": HOST_KEY}


def test_those_who_still_play_are_counted_before_anything_ends():
    """Two of three still play: ending and releasing both say so, and lead to the step that was asked about."""
    room = day_ended(started(3), "g1")

    assert still_playing(room) == 2
    for what, step in (("end", Went(DEBRIEF, room.scene)), ("release", Released(2))):
        sure = asked_first(room, what)
        assert "2 still play" in " ".join(sure.said)
        assert sure.step == step
    assert asked_first(played(room, taken(Went(DEBRIEF, room.scene))), "end") is None
    assert asked_first(room, "nonsense") is None


def test_releasing_a_day_cuts_nobody_off_and_both_pages_say_so():
    """Whoever is slow finishes the day first: the host reads it before the step, and it is so."""
    room = day_ended(started(2), "g1")
    counts = host_page(room, BEGAN, lambda _: 0.0, "http://here", {})[1]

    assert "cuts nobody off" in counts["under"]
    assert "Nobody is cut off: they finish day 1 first" in " ".join(asked_first(room, "release").said)
    room = played(room, taken(Released(2)))
    slow = room.guests["g2"]
    assert slow.now.position.day == 1
    who = slow.now.compiled.ids[0]
    assert played(room, taken(Chose(PlanMove("look_around", who)), "g2")).guests["g2"].now.plan
    waiting = day_ended(day_ended(room, "g2"), "g2")
    assert "cuts nobody off" in host_page(waiting, BEGAN, lambda _: 0.0, "http://here", {})[1]["under"]
    assert "cuts" not in host_page(day_ended(waiting, "g1"), BEGAN, lambda _: 0.0, "http://here", {})[1]["under"]


def test_the_end_of_a_game_is_taken_back_while_the_first_step_shows():
    """Everybody stands where they stood, may play on, and the log repeats it."""
    room = day_ended(started(2), "g1")
    back = played(room, taken(Went(DEBRIEF, room.scene)), taken(TookBack()))

    assert (back.stage, back.released, back.ended) == (PLAY, room.released, 0.0)
    assert back.guests["g1"].now is room.guests["g1"].now
    who = back.guests["g2"].now.compiled.ids[0]
    assert played(back, taken(Chose(PlanMove("look_around", who)), "g2")).guests["g2"].now.plan


def test_a_debrief_that_went_on_is_not_taken_back():
    """After its second step the room knows too much, even when the host turns back to the first."""
    room = started(2)
    told = played(room, taken(Went(DEBRIEF, room.scene)), taken(Turned(1)), taken(Turned(0)))

    with pytest.raises(Refused, match="beyond its first step"):
        played(told, taken(TookBack()))


def test_a_room_that_votes_can_go_back_from_its_debrief_too():
    """The vote that was open is open again, with its votes."""
    room = started(2, "together")
    back = played(room, taken(Went(DEBRIEF, room.scene)), taken(TookBack()))
    assert (back.stage, back.question, back.shared) == (room.stage, room.question, room.shared)


def test_the_night_shows_first_whom_the_room_voted_on():
    """All of them, in the order of the votes, whatever was chosen."""
    for option in "abc":
        room = voted_through(started(2, "together"), option)
        voted = [c.question.who for c in room.counts if c.question.who]
        assert [s.who for s in night_of(room)][: len(voted)] == voted


def test_what_is_told_of_somebody_is_not_put_into_their_mouth():
    """An answer counts as said exactly if their thread has it as their own words."""
    for option in "abc":
        room = voted_through(started(2, "together"), option)
        for scene in night_of(room):
            story = room.shared.story.threads[scene.who]
            for _, text, said in scene.answers:
                assert said == any(t.who == "them" and t.text == text for t in story)


def test_the_host_chooses_whose_trust_is_shown():
    """One of the people of the room, in the debrief; the screen's page changes with it."""
    room = day_ended(started(1), "g1")
    room = played(room, taken(Went(DEBRIEF, room.scene)))
    who = list(room.begun.people)[-1]
    shown = played(room, taken(Showed(who)))

    assert shown.shown == who
    assert stamp_of(shown) != stamp_of(room)
    assert chosen_follower(room_debrief(shown), who).id == who
    with pytest.raises(Refused):
        played(room, taken(Showed("nobody")))


@pytest.mark.parametrize("mode", ["each", "together"])
def test_the_guide_to_a_room_describes_its_own_people(mode):
    """Name and reason of everybody the room meets; a guide without a seed says that they are drawn."""
    room = started(1, mode)
    text = in_markdown(guide_of(room))
    for person in room.begun.people.values():
        assert f"{person.name}: {motives()[person.motive].title}." in text
    drawn = in_markdown(guide_to(SCENARIOS / "first_hello.yaml"))
    assert "drawn anew" in drawn
    assert "--seed" in drawn
    assert text != in_markdown(guide_to(SCENARIOS / "first_hello.yaml", seed=room.opening.seed + 1))


def test_the_host_reads_what_a_guest_chose():
    """Planned and done, with the person's name."""
    room = started(1)
    now = room.guests["g1"].now
    who = next(iter(now.people))
    room = day_ended(played(room, taken(Chose(PlanMove("ask_about_them", who)), "g1")), "g1")

    assert any(now.people[who].name in text and day == 1 for day, text in chosen_by(room.guests["g1"], room))


def test_pages_ask_before_they_do(tmp_path):
    """The host's buttons for ending, releasing and a new code, and a guest's for leaving, lead to a question."""
    hall = hall_in(tmp_path, "each")
    with served(hall) as client:
        one, _ = guest(client, hall), guest(client, hall)
        host_does(client, "started")
        control = page(client, HOST, "/host").text
        assert 'href="/host/sure/end"' in control
        assert 'href="/host/sure/release"' in control
        assert 'href="/host/sure/code"' in page(client, HOST, "/host/settings").text
        for what in ("end", "release", "code"):
            assert "Not yet" in page(client, HOST, f"/host/sure/{what}").text
        assert hall.room.guests[next(iter(hall.room.guests))].way_back in page(client, one, "/play/leave").text
        assert 'value="left"' not in page(client, one, "/play/help").text
        assert do(client, one, "left").headers["location"] == "/back"
        assert page(client, one, "/host/guide").status_code == 403
        assert "for the facilitator" in page(client, HOST, "/host/guide").text


def test_the_screen_says_at_once_that_the_debrief_is_prepared(tmp_path):
    """No step of the debrief and no earlier picture is shown until it is ready; then every page is told."""
    hall = hall_in(tmp_path, "each")
    with served(hall) as client:
        guest(client, hall)
        host_does(client, "started")
        before = page(client, HOST, "/screen").text
        assert "is open" in before
        host_does(client, "went", to="debrief", since=hall.room.scene)
        first = page(client, HOST, "/screen").text
        assert "being prepared" in first or "Who they were" in first
        assert "is open" not in first
        for _ in range(400):
            if "Who they were" in (shown := page(client, HOST, "/screen").text):
                break
        assert "being prepared" not in shown
        assert hall.debrief_at_hand() is not None


def test_ending_early_says_when_there_will_be_no_points():
    """After fewer days than give points the question says so before the host decides."""
    room = started(2)
    assert without_score(0, room)
    assert without_score(0, room) in asked_first(room, "end").said
