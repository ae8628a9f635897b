"""A room is asked and told only of what its game allowed on the days that it played."""

import pytest

from game.coach.knowing_when import asking_opens
from game.host.debriefing.room_debrief import room_debrief
from game.host.exports.csv_files import gradebook_csv
from game.host.pages.facilitators_guide import guide_to, in_markdown
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import screen_page
from game.host.room.steps import Released, Turned, Went
from game.resources import SCENARIOS
from tests.host.rooms import BEGAN, day_ended, played, started, taken

ASKED = "When did you ask first?"
CLOSED = "Nobody could be asked to buy yet: that is open from day 4 on."


def after_days(days):
    """A room of one guest who did nothing on so many days."""
    room = started(1)
    for day in range(1, days + 1):
        room = day_ended(played(room, taken(Released(day))), "g1")
    return played(room, taken(Went("debrief", room.scene)))


def test_days_on_which_nobody_could_be_asked_are_no_choice():
    """In First Hello a purchase can be proposed from day 4 on; who played two days kept no silence."""
    room = after_days(2)
    told = room_debrief(room)

    assert asking_opens(room.begun) == 4
    assert told.judgement == CLOSED
    assert CLOSED in gradebook_csv(room, told).decode()
    assert told.by_day.ready == told.by_day.unready == 0
    assert not any(f.passed_over for f in told.followers)


@pytest.mark.parametrize(("days", "asked"), [(2, False), (7, True)])
def test_the_host_is_given_no_question_about_what_was_closed(days, asked):
    """Each step of the debrief has its questions, and none about asking where asking was not open."""
    room = after_days(days)
    texts = []
    for page in room.pages:
        shown = played(room, taken(Turned(page)))
        name, values = host_page(shown, BEGAN, lambda _: 0.0, "http://here", {})
        texts.append(rendered(name, **values, command="c", unsaved="", screen_link="/screen", may_open_more=False))

    assert (ASKED in " ".join(texts)) == asked
    own = room.pages.index(2)  # its questions are those of the game itself, which nobody knows yet
    assert all("Ask: " in text for text in texts[:own] + texts[own + 1 :])
    assert "On the first or second day" not in " ".join(texts)


@pytest.mark.parametrize(("minutes", "asked"), [(15, False), (45, True)])
def test_the_guide_has_the_questions_of_the_days_it_plans(minutes, asked):
    """A plan that ends before asking opens has no question about asking."""
    text = in_markdown(guide_to(SCENARIOS / "first_hello.yaml", seed=1, minutes=minutes))

    assert (ASKED in text) == asked
    assert "On the first or second day" not in text


@pytest.mark.parametrize(("days", "reason"), [(2, "Nobody could be asked yet"), (4, "Never ready")])
def test_why_nobody_was_asked_in_time_is_told_by_its_reason(days, reason):
    """A room that asked nobody does not read that whoever was ready was asked."""
    room = after_days(days)
    told = room_debrief(room)
    room = played(room, taken(Turned(2)))
    name, values = screen_page(room, "http://here", told)
    page = rendered(name, **values, minutes_played=1)

    assert not any(f.passed_over for f in told.followers)
    assert reason in page
