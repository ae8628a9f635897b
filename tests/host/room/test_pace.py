"""How a room keeps its time and stays together: its plan, its nights on screen and phones, its days, who comes late."""

import random
import re

import pytest

from game.host.debriefing.room_debrief import room_debrief
from game.host.exports.csv_files import decisions_csv
from game.host.exports.xapi import statements
from game.host.pages.facilitators_guide import guide_to, in_markdown
from game.host.pages.host_pages import host_page
from game.host.pages.latecomers import so_far_told
from game.host.pages.pictures.night_scenes import night_of
from game.host.pages.screen_pages import screen_page
from game.host.pages.steering import steering
from game.host.rehearsal import robots
from game.host.rehearsal.page_reader import ReadPage
from game.host.room.room_plan import DEBRIEF_SHORT, planned
from game.host.room.steps import Switched, Turned, Voted, Went
from game.resources import SCENARIOS
from tests.host.rooms import BEGAN, joined, played, started, taken, voted_through
from tests.host.servers import HOST_KEY, SCREEN_KEY, guest, hall_in, host_does, page, served, told

HOST = {"host": HOST_KEY}


@pytest.mark.parametrize("minutes", [20, 30, 45, 60, 75, 90, 180])
@pytest.mark.parametrize("days", [1, 7, 28])
@pytest.mark.parametrize("mode", ["each", "together"])
def test_a_plan_fits_the_minutes_it_is_made_for(minutes, days, mode):
    """Coming in, days and debrief end in time, with at least five minutes for the debrief."""
    plan = planned(minutes, days, mode)
    assert plan.day_from(plan.days + 1) + plan.debrief <= minutes
    assert plan.debrief >= DEBRIEF_SHORT
    assert 1 <= plan.days <= days


def test_a_room_of_45_minutes_begins_with_the_short_debrief(together):
    """The form of the debrief follows the time that the room has; the host sees where the plan is."""
    hall, client = together
    guest(client, hall)
    host_does(client, "started")
    assert hall.room.short
    assert "of 40, plan: day 1" in page(client, HOST, "/host").text


def test_a_plan_that_leaves_days_out_says_which(tmp_path, clock):
    """Before the start the host reads which days are played and what does not come; on the last one, what is next."""
    hall = hall_in(tmp_path, "each", clock=clock, minutes=20)
    with served(hall, clock) as client:
        before = page(client, HOST, "/host").text
        assert "Days 1 to 3 are played, 3 minutes each. Days 4 to 7 are not played." in before
        assert "“A call from Mr Grieve” (day 5) does not come, unless you bring it earlier." in before
        guest(client, hall)
        host_does(client, "started")
        assert "By the plan" not in page(client, HOST, "/host").text
        host_does(client, "released", day="3")
        assert "By the plan this day is the last: press End early after it." in page(client, HOST, "/host").text
        host_does(client, "released", day="4")
        assert "By the plan day 3 was the last" in page(client, HOST, "/host").text


def test_a_plan_that_plays_all_days_speaks_of_none_left_out(together):
    """45 minutes hold all seven days."""
    _, client = together
    before = page(client, HOST, "/host").text
    assert "Days 1 to 7 are played, 5 minutes each. Then the debrief" in before
    assert "not played" not in before


@pytest.mark.parametrize("minutes", [20, 45, 90])
@pytest.mark.parametrize("together", [True, False])
def test_the_printed_plan_leaves_out_no_minute(minutes, together):
    """From Start to the end of the debrief each line begins where the one before ended, by the clock of the pages."""
    words = in_markdown(guide_to(SCENARIOS / "first_hello.yaml", together=together, minutes=minutes))
    spans = [tuple(map(float, found)) for found in re.findall(r"^- ([0-9.]+) to ([0-9.]+): ", words, re.MULTILINE)]
    plan = planned(minutes, 7, "together" if together else "each")
    assert spans[0][0] == 0
    assert [end for _, end in spans[:-1]] == [begin for begin, _ in spans[1:]]
    assert len(spans) == plan.days + 1
    assert spans[-1][1] <= plan.from_start


def test_a_paused_clock_is_told_as_one_that_stands_still(each):
    """With what is left of it, and never as a timer that is off."""
    _, client = each
    host_does(client, "started")
    host_does(client, "set_clock", seconds="90")
    host_does(client, "switched", what="paused", on="1")
    text = page(client, HOST, "/host").text
    assert "Timer <b>1:30</b>" in text
    assert "Timer off" not in text


@pytest.mark.parametrize(
    ("seed", "expected"), [("12", 12), (" 4294967295 ", 2**32 - 1), ("4294967296", None), ("-1", None), ("1.5", None)]
)
def test_a_room_is_opened_with_a_name_and_a_seed(tmp_path, seed, expected):
    """Both are typed on “Open a room”; what is no seed is told, and nothing is opened."""
    hall = hall_in(tmp_path, room=False)
    with served(hall) as client:
        form = {"scenario": hall.settings.scenarios()[0].path, "mode": "each", "name": "Tuesday’s course", "seed": seed}
        answer = client.post("/host/open", data=form, headers={"Cookie": f"host={HOST_KEY}"})
        if expected is None:
            assert "is no seed" in told(answer.text)
            assert hall.room is None
            return
        assert hall.room.opening.seed == expected
        assert "Tuesday’s course" in page(client, HOST, "/host").text
        assert "Tuesday’s course" in page(client, {}, f"/j/{hall.room.code}").text


def night_on(hall, client, guests=2):
    """A room that plays together, in its first night; gives the guests' cookies."""
    cookies = [guest(client, hall) for _ in range(guests)]
    host_does(client, "started")
    while hall.room.stage != "night":
        to = "counted" if hall.room.stage == "vote" else "vote" if hall.room.spotlight else "night"
        host_does(client, "went", to=to, since=hall.room.scene)
    return cookies


def test_a_phone_shows_no_more_of_the_night_than_the_screen_has(together):
    """Person by person, as the host turns."""
    hall, client = together
    own, _ = night_on(hall, client)
    scenes = night_of(hall.room)
    for place in range(len(scenes)):
        host_does(client, "turned", page=place)
        text = page(client, own).text
        shown = [scene.name in text for scene in scenes]
        assert shown == [n <= place for n in range(len(scenes))]


def test_keys_on_the_screen_step_only_where_the_host_is_known(together):
    """The projector's page in the host's browser carries the steps of its keys, and no other does."""
    hall, client = together
    night_on(hall, client)
    own = ReadPage(page(client, {"host": HOST_KEY}, "/screen").text)
    following = own.form("turned")
    answer = client.post(following.action, data=following.fields, headers={"Cookie": f"host={HOST_KEY}"})
    assert hall.room.page == 1
    assert answer.headers["location"] == "/screen"
    assert ReadPage(page(client, {"screen": SCREEN_KEY}, "/screen").text).forms == []


def test_a_paused_night_waits_for_the_pause_to_end():
    """One key holds all others."""
    room = voted_night()
    assert [key for key, _ in steering(room)] == ["pause", "next"]
    assert [key for key, _ in steering(played(room, taken(Turned(1))))] == ["pause", "next", "back"]
    paused = played(room, taken(Switched("paused", on=True)))
    assert steering(paused) == (("pause", Switched("paused", on=False)),)


def voted_night():
    room = started(2, "together")
    while room.stage != "night":
        to = "counted" if room.stage == "vote" else "vote" if room.spotlight else "night"
        room = played(room, taken(Went(to, room.scene)))
    return room


def test_a_vote_carries_its_own_time():
    """Statements and table tell when each voted, not when the room ended."""
    room = started(2, "together")
    room = played(room, taken(Voted(1, "a"), "g1", at=BEGAN + 60), taken(Voted(1, "b"), "g2", at=BEGAN + 61))
    room = played(room, taken(Voted(1, "a"), "g2", at=BEGAN + 90), taken(Went("counted", room.scene), at=BEGAN + 120))
    answered = [s for s in statements(room, room_debrief(room)) if s["verb"]["id"].endswith("answered")]
    times = [s["timestamp"][-9:] for s in answered]
    seconds = [60 * int(t[3:5]) + int(t[6:8]) for t in times]
    assert [(n - seconds[0]) % 3600 for n in seconds] == [0, 30, 60]
    assert times[0] in decisions_csv(room).decode()


def test_who_comes_late_is_told_what_has_happened():
    """What the room decided, until they take part."""
    room = voted_through(started(1, "together"))
    room = played(room, taken(Went("vote", room.scene)), joined(9))
    late = room.guests["g9"]
    assert len(so_far_told(room, late)) == len(room.counts)
    assert room.counts[0].question.title in so_far_told(room, late)[0]
    assert so_far_told(room, room.guests["g1"]) == ()
    assert so_far_told(played(room, taken(Voted(room.question.number, "a"), "g9")), late) == ()


def test_who_comes_late_alone_is_told_where_the_others_are(each):
    """And from which day on their own game goes."""
    hall, client = each
    guest(client, hall)
    host_does(client, "started")
    host_does(client, "released", day=2)
    text = page(client, guest(client, hall)).text
    assert "The room is on day 2 of 7." in text
    assert "days 1 to 2 are open for you" in text


@pytest.mark.parametrize("path", ["", "/p/edda", "/posts", "/notes"])
def test_the_clock_runs_on_every_page_of_a_day(each, path):
    """Whoever looks at a person sees the time that the host gave, too."""
    hall, client = each
    own = guest(client, hall)
    host_does(client, "started")
    assert "data-until" not in page(client, own, f"/play{path}").text
    host_does(client, "set_clock", seconds=60)
    assert f'data-until="{hall.room.clock}"' in page(client, own, f"/play{path}").text


def test_phone_screen_and_host_print_the_same_day(tmp_path):
    """At the end of a day, too, when the game of a guest stands at the next morning already."""
    hall = hall_in(tmp_path)
    with served(hall) as client:
        own = guest(client, hall)
        host_does(client, "started")
        form = ReadPage(page(client, own, "/play/end").text).form("end_day")
        client.post("/do", data=form.fields, headers={"Cookie": f"guest={own['guest']}"})
        assert "Day 1 of 7" in page(client, own).text
        assert "Day 1 of 7" in page(client, HOST, "/screen").text
        assert "Day 1 is open" in page(client, HOST, "/host").text
        host_does(client, "released", day=2)
        assert "Day 2 of 7" in page(client, own).text


def test_a_night_belongs_to_its_day():
    """While a night is told, the room is still on the day before the next morning, for host, list and notes."""
    room = voted_night()
    assert room.day == 1
    _, values = screen_page(room, "http://x", None)
    assert values["day"] == 1
    assert host_page(room, BEGAN, lambda _: 0.0, "http://x", {})[1]["heading"] == "Night of day 1"


class PageOfPeople:
    """A phone that has one page, on which people have written, and keeps what is asked for."""

    def __init__(self):
        self.asked = []

    def get(self, path):
        self.asked.append(path)
        return ReadPage('<a href="/play/end"></a><a href="/play/p/edda#now"></a>')


def test_robots_ask_those_who_have_written():
    """Links to the newest message lead to a person, too; so a rehearsal's debrief has something to tell."""
    phone, dice = PageOfPeople(), random.Random(1)
    for _ in range(40):
        robots.act(phone, dice, robots.RobotWay(0.0, 1.0))
    assert "/play/p/edda?g=ask" in phone.asked
    assert not any(re.search(r"#.*\?", path) for path in phone.asked)
