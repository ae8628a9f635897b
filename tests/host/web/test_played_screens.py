"""Whatever a room has done, each screen of its projector is whole: rooms that play for days, in both ways."""

import random

import pytest

from game.host.rehearsal.phone import Phone
from game.host.rehearsal.robots import act, way_of
from tests.host.servers import SCREEN_KEY
from tests.host.web.browsing import IN_A_BROWSER, running, shown
from tests.host.web.test_screen_fits import CUT, PROJECTORS

pytestmark = IN_A_BROWSER

DAYS = 4
NAMES = ("Bartholomew Featherstone", "Wilhelmina Throckmorton-Smythe", "Ana", "Maximilian Underhill-Vandermeer")


@pytest.mark.parametrize("scenario", ["first_hello", "slow_roast"])
@pytest.mark.parametrize("mode", ["each", "together"])
def test_every_screen_of_a_room_that_played_is_whole(browser, tmp_path, mode, scenario):
    """Votes, nights and days of a room, and each step of its debrief, at the sizes of three projectors."""
    with running(tmp_path, mode, scenario=scenario) as room:
        guests = [Phone(room.origin) for _ in NAMES]
        for phone, name in zip(guests, NAMES, strict=True):
            phone.send(phone.get(f"/j/{room.hall.room.code}").forms[0], name=name, table="3")
        page = browser.new_context(viewport=PROJECTORS[0]).new_page()
        page.goto(f"{room.origin}/screen?key={SCREEN_KEY}")
        room.does("started")
        played = played_alone(room, guests) if mode == "each" else voted(room, guests)
        wrong = [found for name in (*played, *debrief_of(room)) for found in cut_on(page, room, name)]
        page.context.close()
        for phone in guests:
            phone.close()
    assert wrong == []


def cut_on(page, room, name):
    """What is not whole on the screen as it is, at each size."""
    shown(page, f"{room.origin}/screen")
    for size in PROJECTORS:
        page.set_viewport_size(size)
        yield from ((name, size["height"], *found) for found in page.evaluate(CUT))


def played_alone(room, guests):
    """Days of guests who play each on their own: a name for each screen."""
    dice = random.Random(5)
    for day in range(1, DAYS + 1):
        if day > 1:
            room.does("released", day=day)
        yield f"day {day}"
        for number, phone in enumerate(guests):
            while "/play/end" in (page := phone.get("/play")).links or page.form("event") is not None:
                act(phone, dice, way_of(number))


def voted(room, guests):
    """Days of a room that votes, now for this and now for that: a name for each screen."""
    dice = random.Random(5)
    while room.hall.room.days_ended < DAYS:
        yield f"{room.hall.room.stage} {room.hall.room.day}"
        if room.hall.room.stage == "vote":
            choice = dice.randrange(4)
            for phone in guests:
                forms = [form for form in phone.get("/play").forms if form.kind == "voted"][:-1]
                phone.send(forms[choice % len(forms)])
            yield "vote"
            room.goes("counted")
        elif room.hall.room.stage == "night":
            for number in range(1, 9):
                room.does("turned", page=number)
                yield f"night {room.hall.room.day}, {number}"
            room.goes("vote")
        else:
            room.goes("vote" if room.hall.room.spotlight else "night")


def debrief_of(room):
    """Each step of the debrief with all its parts: a name for each screen."""
    room.goes("debrief")
    for number in room.hall.room.pages:
        room.does("turned", page=number)
        for part in range(3):
            room.does("showed_part", part=part)
            yield f"debrief {number}.{part}"
