"""An event that the host brings: it comes to everybody on one morning, once, and the runs stay what they are."""

import io
import zipfile

import numpy as np
import pytest

from game.coach.within_reach import reach
from game.engine.digest import digest
from game.errors import Refused
from game.host.debriefing.room_debrief import room_debrief
from game.host.exports.room_report import report_html
from game.host.pages.pictures.trust_picture import trust_picture
from game.host.room.bringing import events_to_bring
from game.host.room.room_state import EACH, NIGHT, TOGETHER
from game.host.room.step_bodies import body_of, step_from
from game.host.room.steps import Brought, Chose, Released, Started, TookBack, TookEventBack, Went
from game.host.store.replaying import repeated
from game.host.store.run_records import code_of_run, record_of, repeated_code, run_code_from
from game.scenario import load_text
from game.session.entries import AnswerEvent, BringEvent, EndDay
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.runs.resuming import replayed
from game.session.session import Session
from game.session.turns import after
from tests.host.rooms import day_ended, facts, joined, kept, played, room_with, started, taken, voted_through
from tests.host.servers import HOST_KEY, SCREEN_KEY, guest, hall_in, host_does, page, served

HOST = {"host": HOST_KEY}
GRIEVE = "the_brochure"  # comes by itself on day 5


def refusal(room, *steps) -> str:
    with pytest.raises(Refused) as told:
        played(room, *steps)
    return str(told.value)


def test_everybody_gets_the_event_on_the_same_morning():
    """Who plays, who waits at the end of the day and who comes later: all get it on day 2, and nobody sooner."""
    room = played(day_ended(started(2), "g1"), taken(Brought(GRIEVE)), joined(3))
    assert room.guests["g2"].now.waiting_events() == ()

    room = played(day_ended(day_ended(room, "g2"), "g3"), taken(Released(2)))

    assert {g.now.day for g in room.here} == {2}
    assert {g.now.waiting_events() for g in room.here} == {(GRIEVE,)}


def test_an_event_that_was_brought_does_not_come_again():
    """On its own day nothing more happens."""
    room = played(started(1), taken(Brought(GRIEVE)), *(taken(Released(day)) for day in range(2, 7)))
    for _ in range(4):
        room = day_ended(room, "g1")

    assert room.guests["g1"].now.day == 5
    assert room.guests["g1"].now.waiting_events() == ()


def test_the_room_that_plays_together_decides_on_it():
    """It is the first vote of the next morning; brought in the night, of the morning after that night."""
    room = voted_through(played(started(2, TOGETHER), taken(Brought(GRIEVE))))
    assert played(room, taken(Went("vote", room.scene))).question.event == GRIEVE

    room = voted_through(started(2, TOGETHER))
    assert room.stage == NIGHT
    room = played(room, taken(Brought(GRIEVE)))

    assert played(room, taken(Went("vote", room.scene))).question.event == GRIEVE


def test_a_decision_taken_back_leaves_the_event_on_its_way():
    """Taking a night back and letting it come again brings the event all the same."""
    room = played(voted_through(started(2, TOGETHER)), taken(Brought(GRIEVE)), taken(TookBack()))
    room = played(room, taken(Went(NIGHT, room.scene)))

    assert room.shared.waiting_events() == (GRIEVE,)


def test_what_cannot_be_brought_is_refused_with_the_reason():
    """Before the game, a second time, an unknown one, after the last morning, and by a guest."""
    room = started(1)
    assert "neither before" in refusal(room_with(1), taken(Brought(GRIEVE)))
    assert "on its way" in refusal(room, taken(Brought(GRIEVE)), taken(Brought(GRIEVE)))
    assert "Choose one of the list" in refusal(room, taken(Brought("flood")))
    assert "no morning left" in refusal(room, taken(Released(room.days)), taken(Brought(GRIEVE)))
    assert "Only the host" in refusal(room, taken(Brought(GRIEVE), "g1"))
    assert "Only the host" in refusal(room, taken(Chose(BringEvent(GRIEVE, 2)), "g1"))


def test_what_else_an_event_asks_for_must_hold():
    """Its day is set aside, but nobody is said to have shared who is not there: both must follow."""
    room = played(started(1), taken(Brought("two_shares")))
    now = day_ended(room, "g1").guests["g1"].now
    here = {i for i, p in zip(now.compiled.ids, now.position.ledger.present[0], strict=True) if p > 0.5}

    assert ("two_shares" in now.waiting_events()) == ({"dorian", "priya"} <= here)


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
def test_the_log_repeats_what_was_brought(mode):
    """A server that starts again has the same games, on the day before and on the day of the event."""
    steps = [joined(1), taken(Started()), taken(Brought(GRIEVE))]
    for step in steps:
        assert step_from(step.step.kind, body_of(step.step)) == step.step
    room = repeated(kept(mode), steps).room
    room = voted_through(room) if mode == TOGETHER else day_ended(room, "g1")

    assert GRIEVE in (room.shared or room.guests["g1"].now).waiting_events()


def test_a_run_with_a_brought_event_is_a_record_and_a_code(tmp_path):
    """The desktop game and the code give the same game again, from scenario, seed and entries alone."""
    room = day_ended(played(started(1), taken(Brought(GRIEVE))), "g1")
    room = day_ended(played(room, taken(Released(2))), "g1")
    guest = room.guests["g1"]
    assert any(isinstance(e.entry, BringEvent) for e in guest.entries)
    compiled = compiled_of(load_text(facts().text, facts().language))

    code = repeated_code(run_code_from(code_of_run(room, guest)), compiled)

    assert digest(code.position) == digest(guest.now.position)
    path = tmp_path / "guest.run"
    path.write_bytes(record_of(room, guest))
    opened = replayed(path)
    assert not opened.notice
    assert digest(opened.playthrough.position) == digest(guest.now.position)


def test_trust_before_an_event_is_told_without_it():
    """What an event does at once counts for its own day, not for the evening before."""
    compiled = compiled_of(load_text(facts().text, facts().language))
    plain = after(begun(compiled, 7), EndDay())
    brought = after(after(begun(compiled, 7), BringEvent(GRIEVE, 2)), EndDay())

    assert (brought.position.dawn.facets == plain.position.dawn.facets).all()
    assert after(brought, AnswerEvent(GRIEVE, 1)).position.hours[0] == plain.position.hours[0] - 0.25


def test_the_host_brings_an_event_from_the_page(tmp_path):
    """The page says on which day it comes and what comes by itself when; afterwards it says what is on its way."""
    hall = hall_in(tmp_path)
    with served(hall) as client:
        own = guest(client, hall)
        assert "Bring an event" not in page(client, HOST, "/host").text
        host_does(client, "started")
        text = page(client, HOST, "/host").text
        assert "on the morning of day 2" in text
        assert "by itself on day 5" in text
        assert f'value="{GRIEVE}"' in text

        assert host_does(client, "brought", event=GRIEVE).status_code == 303

        text = page(client, HOST, "/host").text
        assert "“A call from Mr Grieve” comes on day 2." in text
        assert text.count(f'value="{GRIEVE}"') == text.count('value="took_event_back"') == 1
        assert "Mr Grieve" not in page(client, own).text
        assert GRIEVE not in files_of_decisions(client)


def test_the_screen_tells_the_event_of_the_day_once_the_day_is_open(tmp_path):
    """Not before, not on the event's own day when it was brought sooner, and none that hangs on what was done."""
    hall = hall_in(tmp_path)
    with served(hall) as client:
        guest(client, hall)
        host_does(client, "started")
        host_does(client, "brought", event=GRIEVE)
        host_does(client, "brought", event="two_shares")
        days = []
        for day in range(1, 7):
            host_does(client, "released", day=str(day))
            text = page(client, {"screen": SCREEN_KEY}, "/screen").text
            assert f"Day {day} is open" in text
            assert "Two shares" not in text
            days += [day] * ("A call from Mr Grieve" in text)
    assert days == [2]


def files_of_decisions(client) -> str:
    with zipfile.ZipFile(
        io.BytesIO(client.get("/host/files/all.zip", headers={"Cookie": f"host={HOST_KEY}"}).content)
    ) as archive:
        return archive.read(next(n for n in archive.namelist() if "decision" in n)).decode()


def test_an_author_who_plays_a_changed_scenario_keeps_the_event_or_is_told():
    """A brought event is carried over into a changed file; one that is no longer there is told with its day."""
    text = facts().text
    compiled = compiled_of(load_text(text, facts().language))
    run = Session(begun(compiled, 7))
    run.do(BringEvent(GRIEVE, 2))
    run.do(EndDay())
    assert run.take(compiled_of(load_text(text.replace("A call from", "A letter from"), "")), facts()).left_out == ()
    assert run.playthrough.waiting_events() == (GRIEVE,)

    renamed = compiled_of(load_text(text.replace(f"{GRIEVE}:", "the_leaflet:"), ""))

    assert "“A call from Mr Grieve”, which the host of the room brought," in run.take(renamed, facts()).left_out[0]


def test_the_room_is_compared_with_ways_that_met_the_same_events():
    """Bands and ways of the debrief are of games in which the event came too, and the page and the report say so."""
    room = played(started(2), taken(Brought(GRIEVE)))
    for day in (1, 2):
        room = day_ended(day_ended(room, "g1"), "g2")
        room = played(room, taken(Released(day + 1)))

    told = room_debrief(room)

    compiled, timeline = room.begun.compiled, list(room.begun.compiled.scenario.timeline)
    with_it = reach(compiled, room.opening.seed, days=told.days, brought=[(2, timeline.index(GRIEVE))])
    without = reach(compiled, room.opening.seed, days=told.days)
    known = [compiled.ids.index(f.id) for f in told.followers]
    assert np.array_equal(told.reach.high, with_it.high[:, known])
    assert np.array_equal(told.reach.low, with_it.low[:, known])
    assert not (np.array_equal(with_it.high, without.high) and np.array_equal(with_it.low, without.low))
    assert [(b.day, b.title) for b in told.brought] == [(2, compiled.scenario.timeline[GRIEVE].title)]
    assert 'class="event"' in trust_picture(told, told.followers[0].id)
    assert "What the host brought" in report_html(room, told).decode()


def test_a_room_to_which_nothing_was_brought_is_compared_as_it_always_was():
    room = day_ended(started(1), "g1")
    told = room_debrief(room)
    without = reach(room.begun.compiled, room.opening.seed, days=1)
    assert told.reach.scores == without.scores
    assert 'class="event"' not in trust_picture(told, told.followers[0].id)


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
def test_an_event_can_be_taken_back_until_somebody_sees_its_morning(mode):
    """The room is as if it had not been brought, also when its log is repeated; after the morning it is refused."""
    before = started(2, mode)
    steps = [taken(Brought(GRIEVE)), taken(TookEventBack(GRIEVE))]
    room = played(before, *steps)

    assert (room.brought, GRIEVE in events_to_bring(room)) == ((), True)
    assert [guest.entries for guest in room.here] == [guest.entries for guest in before.here]
    games = [(g.now, h.now) for g, h in zip(room.here, before.here, strict=True)] if mode == EACH else []
    for now, was in [*games, *([(room.shared, before.shared)] if mode == TOGETHER else [])]:
        assert now.position.brought == was.position.brought == now.morning.brought
    again = repeated(kept(mode), [joined(1), joined(2), taken(Started()), *steps]).room
    assert again.brought == ()

    room = played(room, taken(Brought(GRIEVE)))
    if mode == EACH:
        room = played(day_ended(day_ended(room, "g1"), "g2"), taken(Released(2)))
    else:
        room = voted_through(room)
        room = played(room, taken(Went("vote", room.scene)))
    assert "cannot be taken back" in refusal(room, taken(TookEventBack(GRIEVE)))


def test_two_events_do_not_come_on_one_morning():
    """Whatever the host brings comes on a morning on which nothing else is known to come, while there is one."""
    for day in range(1, 5):
        room = started(1)
        for ended in range(1, day):
            room = played(day_ended(room, "g1"), taken(Released(ended + 1)))
        for event in events_to_bring(room):
            room = played(room, taken(Brought(event)))
        timeline = room.begun.compiled.scenario.timeline
        brought = {step.event: step.on for step in room.brought}
        mornings = [*brought.values(), *(e.day for n, e in timeline.items() if e.day and n not in brought)]
        assert len(mornings) == len(set(mornings)), (day, mornings)


def test_a_count_that_is_gone_back_to_has_its_votes():
    """After a night was taken back, as many have voted as its count says."""
    room = voted_through(started(2, TOGETHER))
    room = played(room, taken(TookBack()))

    assert room.stage == "counted"
    assert len(room.votes) == sum(room.counts[-1].tally.values()) == 2
