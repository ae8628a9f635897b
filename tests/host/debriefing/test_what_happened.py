"""The debrief tells what happened in this very game, and the lesson that fits it, whatever the scenario is about."""

import re
from functools import cache
from html import unescape

import pytest

from game.coach.looking_back.debrief import FAIR, READY
from game.host.debriefing.room_debrief import room_debrief
from game.host.debriefing.what_happened.courses import BOUGHT, LEFT, NEVER, WENT_ELSEWHERE
from game.host.debriefing.what_happened.game_lesson import WHEN_TO_ASK
from game.host.debriefing.what_happened.lesson_kinds import (
    FAULTS,
    LUCKY,
    RIGHT,
    SIGNS_FOLLOWED,
    SOON,
    WAITED,
    WRONG,
    kind_of,
)
from game.host.exports.room_report import report_html
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import screen_page
from game.host.room.steps import Started, Turned, Voted, Went
from tests.host.rooms import BEGAN, joined, opening, played, room_of, taken
from tests.host.rooms import started as started_each

ASKED_PAGE = 2


def votes(room, wanted):
    """A vote of one guest: the first option that is a question where it is wanted, else one that is none."""
    question, day = room.question, room.shared.position.day
    asks = [o.id for o in question.options if "Offer" in o.cost]
    others = [o.id for o in question.options if o.id not in asks]
    return (asks or others)[0] if wanted(question, day) else others[0]


@cache
def whole_game(how, seed=7):
    """A room that votes, at its debrief: it asks at once, never, or Priya alone, on day 6."""
    wanted = {
        "at once": lambda question, day: True,
        "never": lambda question, day: False,
        "in time": lambda question, day: question.who == "priya" and day == 6,
    }[how]
    room = played(room_of(opening("together", seed=seed)), joined(1), taken(Started()))
    while not room.shared.finished:
        if room.stage == "vote":
            room = played(room, taken(Voted(room.question.number, votes(room, wanted)), "g1"))
        to = "counted" if room.stage == "vote" else "vote" if room.spotlight or room.stage == "night" else "night"
        room = played(room, taken(Went(to, room.scene)))
    room = played(room, taken(Went("debrief", room.scene)))
    return room, room_debrief(room)


def screen_of(how):
    """The projector's page about who was ready and who was asked."""
    room, told = whole_game(how)
    name, values = screen_page(played(room, taken(Turned(ASKED_PAGE))), "http://here", told)
    return unescape(rendered(name, **values, minutes_played=1))


@pytest.mark.parametrize(
    ("how", "kind", "who"), [("at once", SOON, "Oksana"), ("never", WAITED, "Priya"), ("in time", WAITED, "Priya")]
)
def test_the_lesson_is_that_of_the_game_and_not_of_its_scenario(how, kind, who):
    """The same scenario and seed: who asked too soon and who never asked read another lesson, with names and days."""
    room, told = whole_game(how)
    page = screen_of(how)

    assert told.lesson.kind == kind
    assert who in told.lesson.text
    assert told.lesson.questions
    for text in (
        told.lesson.title,
        told.lesson.text,
        WHEN_TO_ASK,
        *(question for question, _ in told.lesson.questions),
    ):
        assert text in page
    if how == "in time":
        assert "Priya was asked on day 6, and was ready: a yes." in told.lesson.text
    assert room.pages == (0, 1, ASKED_PAGE, 4)  # the short form has it, too


@pytest.mark.parametrize("how", ["at once", "never", "in time"])
def test_whoever_was_lost_or_bought_stands_in_every_summary(how):
    """On the projector, in the report, and beside who they were: how it ended, and why."""
    room, told = whole_game(how)
    name, values = screen_page(room, "http://here", told)
    pages = [screen_of(how), unescape(rendered(name, **values, minutes_played=1)), report_html(room, told).decode()]
    ended = [row for row in told.courses if any(one.ended in {BOUGHT, WENT_ELSEWHERE, LEFT} for one in row.courses)]

    assert ended
    for row in ended:
        for page in pages:
            assert row.ended_said in unescape(re.sub(r"</?span[^>]*>", "", page))


def test_what_is_told_of_somebody_is_what_happened():
    """Priya: asked fairly, and won; ready and never asked, and lost to somebody else; asked in time."""
    soon, never, right = (
        next(row for row in whole_game(how)[1].courses if row.who == "priya") for how in ("at once", "never", "in time")
    )

    assert (soon.courses[0].asked, soon.courses[0].ended) == (FAIR, BOUGHT)
    assert soon.asked_said == "Asked fairly on day 4"
    assert soon.ended_said == "Bought on day 4"
    assert soon.ready_said == "Never ready, nearly so on day 4. In the trial: ready from day 5 to 6"
    assert (never.courses[0].asked, never.courses[0].ended) == (NEVER, WENT_ELSEWHERE)
    assert never.ended_said == "Bought elsewhere on day 6: nobody had asked"
    assert never.sign_said.startswith("Day 1: “My last drawing book is full")
    assert (right.courses[0].asked, right.courses[0].ended) == (READY, BOUGHT)
    assert right.ready_said == "Ready from day 5 to 6"


def test_whoever_was_pushed_away_is_said_to_have_been():
    """Edda, asked three days in a row: she left on the third."""
    edda = next(row for row in whole_game("at once", 5)[1].courses if row.who == "edda")

    assert edda.courses[0].ended == LEFT
    assert edda.ended_said == "Left on day 6, pushed once too often"


def test_the_host_is_given_the_questions_of_this_game():
    """Beside the step of who asked when, before those of the guide."""
    room, told = whole_game("never")
    room = played(room, taken(Turned(ASKED_PAGE)))
    _, values = host_page(room, BEGAN, lambda _: 0.0, "http://here", {}, told)

    assert tuple(values["hints"][: len(told.lesson.questions)]) == told.lesson.questions


def test_every_kind_of_course_has_a_lesson():
    """Whatever was done with somebody in the games at hand is one of the kinds, and each kind that came has words."""
    kinds = {kind_of(one) for how in ("at once", "never", "in time") for r in whole_game(how)[1].courses
             for one in r.courses}  # fmt: skip

    assert kinds <= {"", RIGHT, SIGNS_FOLLOWED, LUCKY, *FAULTS}
    assert {SOON, WAITED, RIGHT, WRONG} <= kinds


def test_before_asking_is_open_the_lesson_says_so():
    """A room that ended on its first day is told from when on one could ask, and blamed for nothing."""
    room = started_each(1)
    room = played(room, taken(Went("debrief", room.scene)))
    lesson = room_debrief(room).lesson

    assert lesson.kind == ""
    assert "Asking is open from day 4 on" in lesson.text
