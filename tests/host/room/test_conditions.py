"""Two conditions by table: who plays which, that nothing else differs, and that all figures say so."""

import csv
import io
import json

import pytest

from game.errors import Refused
from game.host.debriefing.room_debrief import room_debrief
from game.host.exports.csv_files import decisions_csv, guests_csv
from game.host.exports.room_report import report_html
from game.host.pages.screen_pages import halves_of
from game.host.room.steps import Chose, Started, Switched
from game.host.store.event_log import SqliteLog, opening_from, opening_line
from game.host.store.replaying import repeated
from game.host.store.run_records import code_of_run, record_of, repeated_code, run_code_from
from game.resources import SCENARIOS
from game.scenario import load
from game.session.entries import PlanMove
from game.session.runs.recorded_scenario import compiled_of
from game.session.runs.resuming import replayed
from game.session.seen.make_view import make_view
from tests.host import rooms
from tests.host.rooms import day_ended, joined, played, room_of_halves, room_with, taken
from tests.host.servers import HOST_KEY, hall_in, served


def conditions_of(room):
    return [guest.condition for guest in room.guests.values()]


@pytest.mark.parametrize(
    ("tables", "halves"),
    [
        (("1", "2", "1", "3", "2"), "ABAAB"),  # a table keeps together
        (("", "", "", ""), "ABAB"),  # whoever sits at none is a table of their own
        (("1", "", " 1 ", "2", "3"), "ABAAB"),
        (("Blue", "blue", "red"), "AAB"),
    ],
)
def test_tables_go_to_the_halves_in_turn_and_keep_together(tables, halves):
    assert "".join(conditions_of(room_of_halves(*tables))) == halves


def test_a_room_with_one_condition_has_no_halves():
    room = room_with(3)
    assert conditions_of(room) == ["", "", ""]
    assert room_debrief(room).conditions == ()


def test_the_halves_meet_the_same_people_and_differ_in_how_hard_it_is():
    one, other = (guest.now for guest in room_of_halves("1", "2").guests.values())
    assert [p.motive for p in one.people.values()] == [p.motive for p in other.people.values()]
    assert one.compiled.scenario.difficulty == "fair"
    assert other.compiled.scenario.difficulty == "hard"
    assert make_view(other).hours_total < make_view(one).hours_total


def room_that_played():
    """Three tables on the first evening: the second, which plays the hard half, has looked at somebody."""
    room = played(room_of_halves("1", "2", "3"), taken(Started()), taken(Switched("hold", False)))
    for guest in ("g1", "g2", "g3"):
        who = room.guests[guest].now.compiled.ids[0]
        room = played(room, taken(Chose(PlanMove("look_around", who)), guest))
        room = day_ended(room, guest)
    return room


def test_the_debrief_sets_the_halves_beside_each_other():
    room = room_that_played()
    told = room_debrief(room)
    first, second = told.conditions
    assert [told.guests[n] for n in first.games] == ["g1", "g3"]
    assert [told.guests[n] for n in second.games] == ["g2"]
    assert (first.difficulty, second.difficulty) == ("fair", "hard")
    assert (first.tables, second.tables) == (("1", "3"), ("2",))
    assert first.reach.high.shape == second.reach.high.shape
    halves = halves_of(room, told, told.followers[0].id)
    assert [dict(figures)["played"] for _, _, figures in halves] == ["2", "1"]
    assert halves[0][1] != halves[1][1]
    report = report_html(room, told).decode()
    assert "A: fair" in report
    assert "B: hard" in report


def test_every_table_for_spreadsheets_says_the_condition():
    room = room_that_played()
    for data in (guests_csv(room, room_debrief(room)), decisions_csv(room)):
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
        halves = {row["guest"]: (row["condition"], row["difficulty"]) for row in rows}
        assert halves == {"g1": ("A", "fair"), "g2": ("B", "hard"), "g3": ("A", "fair")}


def test_a_run_of_the_other_half_is_played_again_at_its_difficulty(tmp_path):
    """By its code, and by its record in the desktop game."""
    room = room_that_played()
    guest = room.guests["g2"]
    code = run_code_from(code_of_run(room, guest))
    assert code.difficulty == "hard"
    loaded = load(SCENARIOS / "first_hello.yaml")
    assert repeated_code(code, compiled_of(loaded.at(code.difficulty))).day == guest.now.day
    path = tmp_path / "run.jsonl"
    path.write_bytes(record_of(room, guest))
    assert replayed(path, lambda _: True).playthrough.compiled.scenario.difficulty == "hard"


def test_the_log_brings_the_halves_back(tmp_path):
    log = SqliteLog(tmp_path / "rooms.sqlite")
    log.create(rooms.kept(second="gentle", difficulty="hard"))
    log.append("r1", 1, [joined(1, "1"), joined(2, "2")])
    room = repeated(log.rooms()[0], log.steps("r1")).room
    log.close()
    assert conditions_of(room) == ["A", "B"]
    assert [g.now.compiled.scenario.difficulty for g in room.guests.values()] == ["hard", "gentle"]


def test_rooms_kept_before_there_were_conditions_still_open():
    line = json.loads(opening_line(rooms.opening()))
    for new in ("difficulty", "second"):
        del line[new]
    assert opening_from(json.dumps(line)).second == ""


@pytest.mark.parametrize(("mode", "second"), [("together", "hard"), ("each", "fair")])
def test_halves_that_make_no_sense_are_refused_before_a_room_is_opened(tmp_path, mode, second):
    hall = hall_in(tmp_path, room=False)
    with pytest.raises(Refused, match=r"one difficulty|Both halves"):
        hall.open_new(SCENARIOS / "first_hello.yaml", mode, seed=7, second=second)
    assert hall.log.rooms() == []
    hall.log.close()


def test_the_host_chooses_the_halves_on_the_page(tmp_path):
    hall = hall_in(tmp_path, room=False)
    with served(hall) as client:
        path = str(SCENARIOS / "first_hello.yaml")
        form = {"scenario": path, "mode": "each", "minutes": "45", "difficulty": "gentle", "second": "hard"}
        answer = client.post("/host/open", data=form, headers={"Cookie": f"host={HOST_KEY}"})
        assert answer.status_code == 303
        assert (hall.room.opening.difficulty, hall.room.opening.second) == ("gentle", "hard")
