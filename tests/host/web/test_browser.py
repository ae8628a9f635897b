"""A room in a real browser: by thumb, by keyboard, without JavaScript."""

import re

from game.host.rehearsal.phone import Phone
from tests.host.servers import HOST_KEY
from tests.host.web.browsing import IN_A_BROWSER, PHONE, SIZES, focus_comes_to, joined, playwright, pressed_to

pytestmark = IN_A_BROWSER


def test_joining_and_voting(browser, together):
    """A guest scans, joins, votes, changes the vote, and sees the count once it is closed, without a reload."""
    page = browser.new_context(viewport=PHONE).new_page()
    joined(page, together)
    together.does("started")
    option = page.get_by_role("button", pressed=False)
    option.first.wait_for()
    page.locator("form[data-vote] button").nth(1).click()
    page.get_by_text("Saved. Change it").wait_for()
    page.locator("form[data-vote] button").nth(2).click()
    playwright.expect(page.locator("form[data-vote] button").nth(2)).to_have_attribute("aria-pressed", "true")
    assert list(together.hall.room.votes.values()) == ["c"]
    together.goes("counted")
    page.get_by_text("The vote is closed.").wait_for()
    focus_comes_to(page, "H1")
    page.context.close()


def test_a_day_by_thumb(browser, each):
    """People, a person, what was noticed, a move, the plan, a guess, the night: all by taps."""
    page = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    joined(page, each)
    each.does("started")
    page.get_by_text("Edda Marlowe").tap()
    page.get_by_role("link", name="Notice").tap()
    page.get_by_role("link", name=re.compile("Look around")).tap()
    page.get_by_role("button", name=re.compile("Plan it")).tap()
    page.get_by_text("Planned for tonight").wait_for()
    page.get_by_role("link", name="Back to people").tap()
    page.get_by_role("link", name="Notes").tap()
    page.locator("details#edda summary").tap()
    page.locator("details#edda").get_by_role("radio", name="Buyer").tap()
    page.locator("details#edda").get_by_role("button", name="Write it down").tap()
    page.get_by_text("Buyer, 50 % sure").wait_for()
    page.get_by_role("link", name="End day").tap()
    page.get_by_role("button", name="End day 1").tap()
    page.get_by_text("Night of day 1").wait_for()
    assert "You noticed" in page.content()
    onward = page.get_by_role("link", name=re.compile("Next|To the morning"))
    waiting = page.get_by_text("The host opens")
    while not waiting.count():
        here = page.url
        onward.tap()
        page.wait_for_url(lambda url, here=here: url != here)
        onward.or_(waiting).first.wait_for()
    page.get_by_text("The host opens day 2").wait_for()
    each.does("released", day=2)
    page.get_by_text("This morning").or_(page.get_by_role("link", name="End day")).first.wait_for()
    page.context.close()


def test_without_javascript(browser, each):
    """The same day with scripts switched off: every step is a link or a form."""
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    joined(page, each)
    each.does("started")
    page.reload()
    page.get_by_text("Walter Abiola").click()
    assert page.get_by_role("link", name="Notice").get_attribute("aria-current") == "true"  # one looks around first
    page.get_by_role("link", name="Talk").click()
    page.get_by_role("link", name=re.compile("Ask about them")).click()
    page.get_by_role("button", name=re.compile("Plan it")).click()
    page.get_by_text("Planned for tonight").wait_for()
    page.get_by_role("link", name="Back to people").click()
    page.get_by_role("link", name="End day").click()
    page.get_by_role("button", name="End day 1").click()
    assert "Night of day 1" in page.content()
    page.context.close()


def test_by_keyboard_alone(browser, together):
    """Joining and voting without a pointer; the focus can be seen."""
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{together.origin}/j/{together.hall.room.code}")
    pressed_to(page, "Join")
    page.keyboard.press("Enter")
    page.wait_for_url("**/play")
    together.does("started")
    page.locator("form[data-vote]").first.wait_for()
    title = together.hall.room.question.options[1].title
    pressed_to(page, title)
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.get_by_text("Saved. Change it").wait_for()
    assert outline == "solid"
    assert list(together.hall.room.votes.values()) == ["b"]
    page.context.close()


def test_on_a_plain_http_address_all_works(browser, together):
    """On the address of a laptop in a Wi-Fi, which is no secure context, the page still sends and refreshes."""
    page = browser.new_context(viewport=PHONE).new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    origin = f"http://workshop.test:{together.port}"
    joined(page, together, origin)
    assert page.evaluate("window.isSecureContext") is False
    together.does("started")
    page.locator("form[data-vote] button").first.click()
    page.get_by_text("Saved. Change it").wait_for()
    assert errors == []
    page.context.close()


def test_a_note_leaves_its_field(browser, each):
    """Once it is saved the field is empty; what others do meanwhile does not empty it."""
    page = browser.new_context(viewport=SIZES["host"]).new_page()
    page.goto(f"{each.origin}/host?key={HOST_KEY}")
    page.locator("#note").fill("Table two argued")
    page.locator("#note").press("Enter")
    page.get_by_text("Table two argued").wait_for()
    assert page.locator("#note").input_value() == ""
    page.context.close()


def test_every_still_page_of_the_host_leads_back_to_a_live_one(browser, each):
    """After a question or a guest's page, the host's page hears the server again, without a reload."""
    page = browser.new_context(viewport=SIZES["host"]).new_page()
    guest = Phone(each.origin)
    guest.send(guest.get(f"/j/{each.hall.room.code}").forms[0], name="Ann", table="1")
    page.goto(f"{each.origin}/host?key={HOST_KEY}")
    each.does("started")
    for path in (f"/host/guest/{next(iter(each.hall.room.guests))}", "/host/sure/release", "/host/sure/end"):
        page.goto(each.origin + path)
        page.locator("form button").first.click()
        page.wait_for_url("**/host")
        page.wait_for_timeout(3500)  # a silent server is said to be so after 2.6 s
        assert page.locator("#silent").count() == 0, path
        each.does("noted", text=f"Seen after {path}")
        page.get_by_text(f"Seen after {path}").first.wait_for()
    page.context.close()
    guest.close()


def test_what_was_asked_for_before_a_step_never_hides_its_answer(browser, each):
    """Planning shows the plan also where a slow refresh of the page before is still on its way."""
    page = browser.new_context(viewport=PHONE).new_page()
    joined(page, each)
    each.does("started")
    page.get_by_text("Edda Marlowe").wait_for()
    page.goto(f"{each.origin}/play/p/edda/look_around")
    held = []
    page.route("**/play/p/edda/look_around", lambda route: held.append((route, route.fetch())))
    each.does("set_clock", seconds=60)
    while not held:
        page.wait_for_timeout(50)
    page.get_by_role("button", name=re.compile("Plan it")).click()
    page.get_by_text("Planned for tonight").wait_for()
    for route, answer in held:
        route.fulfill(response=answer)
    page.wait_for_timeout(500)
    assert page.get_by_text("Planned for tonight").is_visible()
    assert page.url.endswith("/play/p/edda")
    page.context.close()
