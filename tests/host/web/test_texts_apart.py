"""No two texts of the projector lie on each other, on whichever page and however long; the chart's are large enough."""

import pytest

from game.host.pages.pictures.night_scenes import night_of
from game.host.rehearsal.phone import Phone
from game.host.room.bringing import events_to_bring
from tests.host.servers import SCREEN_KEY
from tests.host.web.browsing import IN_A_BROWSER, SIZES, shown
from tests.host.web.test_looks import screens_shown

pytestmark = IN_A_BROWSER

ON_EACH_OTHER = """() => { dispatchEvent(new Event("resize"));
    const found = new Map(), add = (one, box) => found.set(one, [...(found.get(one) || []), box]);
    for (const one of document.querySelectorAll("#page *")) {
        if (one.closest(".out, [hidden]")) continue;
        const shape = one.closest(".bubble, .pill");
        for (const text of one.childNodes) {
            if (text.nodeType !== 3 || !text.textContent.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of shape ? [shape.getBoundingClientRect()] : range.getClientRects()) {
                const {left, right, top, bottom} = box, air = shape ? 0 : box.height / 5; // around the letters
                add(shape || one, {left, right, top: top + air, foot: bottom - air});
            }
        }
    }
    const met = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.foot - 1 && b.top < a.foot - 1;
    const all = [...found], wrong = [];
    all.forEach(([one, boxes], n) => { for (const [other, others] of all.slice(n + 1))
        if (boxes.some(a => others.some(b => met(a, b))))
            wrong.push([one, other].map(e => e.textContent.trim().slice(0, 50))); });
    const stage = document.querySelector(".stage")?.getBoundingClientRect();
    for (const one of document.querySelectorAll(".stage .bubble"))
        if (one.getBoundingClientRect().bottom > stage.bottom) wrong.push(["below the picture", one.textContent]);
    return wrong; }"""
LONG_TALK = """() => { for (const said of document.querySelectorAll(".talk .bubble"))
    said.textContent = "I have thought about it for a long while, and I am still of two minds. ".repeat(3); }"""
SMALLER = """least => [...document.querySelectorAll("#page *")].filter(one => !one.closest(".out, [hidden]"))
    .flatMap(one => [...one.childNodes]).filter(text => text.nodeType === 3 && text.textContent.trim())
    .map(text => { const range = document.createRange(); range.selectNodeContents(text);
        return [range.getClientRects()[0].height / 1.366, text.textContent.trim()]; }) // the height of Manrope's lines
    .filter(([size]) => size < least - 0.5)"""
LEAST = 18
BOTH = [SIZES["screen"], {"width": 1280, "height": 720}]


@pytest.mark.parametrize("size", BOTH, ids=["1080", "720"])
def test_texts_of_every_screen_are_apart(browser, any_room, size):
    """From the lobby to the last step of the debrief."""
    wrong = []
    for name, page in screens_shown(browser, any_room, size):
        wrong += [(name, *pair) for pair in page.evaluate(ON_EACH_OTHER)]
        if name == "debrief 1":
            wrong += [(name, "too small", *text) for text in page.evaluate(SMALLER, LEAST)]
    assert wrong == []


def test_bubbles_of_every_night_are_apart(browser, together):
    """Both say something on most nights; what they say may be as long as three lines of an author."""
    guest = Phone(together.origin)
    guest.send(guest.get(f"/j/{together.hall.room.code}").forms[0], name="Brass Heron", table="3")
    together.does("started")
    page = browser.new_context(viewport=BOTH[0]).new_page()
    page.goto(f"{together.origin}/screen?key={SCREEN_KEY}")
    wrong, two = [], 0
    for day in range(1, 4):
        together.votes_to_night(guest)
        for place in range(len(night_of(together.hall.room))):
            together.does("turned", page=place)
            shown(page, f"{together.origin}/screen")
            two += page.locator(".talk .bubble").count() == 2
            for size in BOTH:
                page.set_viewport_size(size)
                wrong += [(day, place, *pair) for pair in page.evaluate(ON_EACH_OTHER)]
            page.evaluate(LONG_TALK)
            wrong += [(day, place, "long", *pair) for pair in page.evaluate(ON_EACH_OTHER)]
        together.goes("vote")
    page.context.close()
    guest.close()
    assert two > 2
    assert wrong == []


def test_how_trust_moved_can_be_read_from_the_last_row(browser, together):
    """After days of votes and an event that was brought, no letter of the step is below 18 px at 1280 x 720."""
    guest = Phone(together.origin)
    guest.send(guest.get(f"/j/{together.hall.room.code}").forms[0], name="Brass Heron", table="3")
    together.does("started")
    together.does("brought", event=events_to_bring(together.hall.room)[-1])
    together.votes_through(guest, 4)
    together.goes("debrief")
    together.does("turned", page=1)
    page = browser.new_context(viewport=BOTH[1]).new_page()
    page.goto(f"{together.origin}/screen?key={SCREEN_KEY}")
    shown(page, f"{together.origin}/screen")
    assert page.locator(".trust text").count() > 4
    assert page.evaluate(SMALLER, LEAST) == []
    assert page.evaluate(ON_EACH_OTHER) == []
    page.context.close()
    guest.close()
