"""The host's page in a busy room: a newer page never takes away what is pressed, focused or typed."""

import pytest

from game.host.rehearsal.phone import Phone
from tests.host.servers import HOST_KEY
from tests.host.web.browsing import IN_A_BROWSER, SIZES

pytestmark = IN_A_BROWSER


@pytest.fixture
def hosts(browser, each):
    """The host's page of a room in play."""
    page = browser.new_context(viewport=SIZES["host"]).new_page()
    page.goto(f"{each.origin}/host?key={HOST_KEY}")
    each.does("started")
    page.get_by_role("button", name="Pause").wait_for()
    yield page
    page.context.close()


def test_a_press_that_spans_a_newer_page_does_what_was_pressed(hosts, each):
    """The button is held while the room moves on three times; letting it go still pauses the room."""
    box = hosts.get_by_role("button", name="Pause").bounding_box()
    hosts.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    hosts.mouse.down()
    for number in range(3):
        each.does("noted", text=f"Note {number}")
        hosts.wait_for_timeout(400)
    hosts.mouse.up()
    hosts.get_by_role("button", name="Go on").or_(hosts.get_by_text("Paused")).first.wait_for(timeout=5000)
    hosts.get_by_text("Note 2").first.wait_for()
    assert each.hall.room.paused


def test_what_has_the_focus_stays_while_the_room_moves_on(hosts, each):
    """The focused button and the started note are the very same ones after guests came and the room moved on."""
    hosts.evaluate("window.kept = document.activeElement; window.field = document.getElementById('note')")
    hosts.locator("#note").fill("Half a no")
    button = hosts.get_by_role("button", name="Pause")
    button.focus()
    hosts.evaluate("window.kept = document.activeElement")
    guest = Phone(each.origin)
    guest.send(guest.get(f"/j/{each.hall.room.code}").forms[0], name="Ann", table="1")
    guest.send(guest.get("/play/help").form("called_for_help"), text="May I?")
    hosts.get_by_text("“May I?”").wait_for()
    assert hosts.evaluate("document.activeElement === window.kept && window.kept.isConnected")
    assert hosts.evaluate("document.getElementById('note') === window.field")
    assert hosts.locator("#note").input_value() == "Half a no"
    guest.close()


def test_an_answer_that_is_being_written_stays_with_its_guest(hosts, each):
    """While one guest's call is settled, the words typed for the other stay beside the other's name."""
    guests = [Phone(each.origin) for _ in range(2)]
    for guest, name in zip(guests, ("Ann", "Ben"), strict=True):
        guest.send(guest.get(f"/j/{each.hall.room.code}").forms[0], name=name, table="1")
        guest.send(guest.get("/play/help").form("called_for_help"), text=f"{name} asks")
    hosts.get_by_text("“Ben asks”").wait_for()
    card = hosts.locator("section.call", has_text="Ben asks")
    card.locator("input.field").fill("For Ben")
    guests[0].send(guests[0].get("/play/help").form("called_for_help"), text="")
    hosts.get_by_text("“Ann asks”").wait_for(state="detached")
    assert card.locator("input.field").input_value() == "For Ben"
    for guest in guests:
        guest.close()
