"""Nobody scrolls a projector: every screen is whole in its window."""

import pytest

from tests.host.servers import HOST_KEY, SCREEN_KEY
from tests.host.web.browsing import IN_A_BROWSER, SIZES
from tests.host.web.test_looks import screens_shown

pytestmark = IN_A_BROWSER

CUT = """() => { dispatchEvent(new Event("resize"));
    const told = e => e.outerHTML.slice(0, 90), wrong = [], main = document.getElementById("main");
    const drawn = e => e.getClientRects().length && !e.closest("form[hidden], .out, svg, .days, .meter");
    const inside = (inner, outer) => inner.bottom <= outer.bottom + 1.5 && inner.right <= outer.right + 1.5
        && inner.left >= outer.left - 1.5;
    const room = main.getBoundingClientRect(), edge = { left: 0, right: innerWidth, bottom: innerHeight };
    for (const e of document.querySelectorAll("#page *")) {
        if (!drawn(e) || getComputedStyle(e).position === "absolute" || e.closest("picture, .stage > img")) continue;
        const box = e.getBoundingClientRect(), card = e.parentElement.closest(".card, .stage, .bubble, .option");
        if (!inside(box, edge)) wrong.push(["outside of the window", told(e)]);
        else if (main.contains(e) && e !== main && !inside(box, room)) wrong.push(["outside of the page", told(e)]);
        else if (card && !inside(box, card.getBoundingClientRect())) wrong.push(["outside of its card", told(e)]);
        if (e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).overflowX !== "visible" && !e.matches(".stage"))
            wrong.push(["cut", told(e)]);
    }
    const blocks = [...main.querySelectorAll(".card, .stage, h1, .lead, .legend, .courses, .course")].filter(drawn);
    blocks.forEach((one, n) => blocks.slice(n + 1).forEach(other => {
        if (one.contains(other) || other.contains(one)) return;
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        if (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2
            && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2)
            wrong.push(["over each other", told(one), told(other)]); }));
    return wrong; }"""
PEOPLE = """many => { const all = document.querySelector(".whos");
    while (all.children.length > many) all.lastChild.remove();
    for (let n = 0; all.children.length < many; n++) all.append(all.children[n].cloneNode(true)); }"""
COURSES = """() => { const all = document.querySelector(".courses");
    while (all.children.length < 7) all.append(all.lastElementChild.cloneNode(true)); }"""
WEIGHED = """() => { const all = document.querySelector(".courses"), card = all.parentElement;
    const said = `Day 6: “${"One more of the same kind. ".repeat(3)}”`;
    for (const row of all.querySelectorAll(".course p")) row.textContent = said;
    for (const name of ["dearest", "best", "next"]) card.insertAdjacentHTML("beforeend", `<p class="weighed">Your
    ${name} one: day 4, Bartholomew Featherstone, “Give Bartholomew the day”. “Propose”: a sale.</p>`); }"""
LONG_NAMES = """() => { const name = "Bartholomew-Maximilian Featherstone";
    const named = "main .course b, main .well b, main .whos h2, main .ifs b, main .right h2";
    for (const e of document.querySelectorAll(named))
        e.textContent = `${name}${e.matches(".ifs b") ? ", and what is offered" : ""}`; }"""
SIGNS = """() => { const card = document.querySelector(".right .card");
    const text = "A line on what they care for. ".repeat(4);
    for (let n = 0; n < 3; n++) card.insertAdjacentHTML("beforeend", `<div class="row top rule">
    <span class="tile"></span><div><b>You noticed: what they write about</b>
    <p class="muted">${text}</p></div></div>`); }"""


def test_a_key_that_can_do_nothing_says_where_to_go_on(browser, together):
    """On the projector in the host's browser, with nobody of the night left to show."""
    page = browser.new_context(viewport=SIZES["screen"]).new_page()
    page.goto(f"{together.origin}/host?key={HOST_KEY}")
    together.does("started")
    page.goto(f"{together.origin}/screen")
    page.keyboard.press("ArrowRight")
    page.get_by_text("Go on at the host’s page").wait_for()
    page.context.close()


MORE = {"debrief 2": (COURSES, WEIGHED), "night": (SIGNS,)}
"""By screen: what more there may be on it."""
PROJECTORS = ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720}, {"width": 1366, "height": 768})


@pytest.mark.parametrize("size", PROJECTORS, ids=["1080", "720", "768"])
def test_nothing_of_the_projector_is_below_the_fold(browser, any_room, size):
    """Every screen from the lobby to the last step of the debrief, with 6 to 17 people, 10 days and three signs."""
    wrong = []
    for name, page in screens_shown(browser, any_room, size):
        wrong += [(name, element) for element in page.evaluate(CUT)]
        if name == "debrief 0":
            for many in range(6, 18):
                page.evaluate(PEOPLE, many)
                wrong += [(name, many, element) for element in page.evaluate(CUT)]
        for more in (*MORE.get(name, ()), LONG_NAMES):
            page.evaluate(more)
            wrong += [(f"{name}, more", element) for element in page.evaluate(CUT)]
    assert wrong == []


APART = """() => { const box = name => document.querySelector(name).getBoundingClientRect();
    const [face, words, stage] = [box(".portrait"), box(".bubble.them"), box(".stage")];
    return face.height > 60 && face.top >= stage.top && face.bottom <= stage.bottom && words.left >= face.right
        && words.top >= stage.top && words.bottom <= stage.bottom; }"""
WORDS = """lines => { for (const said of document.querySelectorAll(".option p"))
    said.insertAdjacentHTML("afterbegin", `<span class=said>${"Would you like a notebook? ".repeat(lines)}</span>`);
    const words = document.querySelector(".bubble.them") || document.createElement("p");
    words.className = "bubble them"; words.textContent = "I have thought about it for a long while. ".repeat(2);
    document.querySelector(".stage").append(words); dispatchEvent(new Event("resize")); }"""


def test_a_low_picture_of_a_vote_shows_a_whole_face_beside_its_words(browser, together):
    """Where long options leave little room at 1280 x 720, nobody is cut at the forehead."""
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    together.does("started")
    page.goto(f"{together.origin}/screen?key={SCREEN_KEY}")
    low = 0
    for lines in range(4):
        page.evaluate(WORDS, 1 if lines else 0)
        if page.locator(".portrait").is_visible():
            low += 1
            assert page.evaluate(APART), lines
        else:
            assert page.locator(".stage").bounding_box()["height"] >= 14 * 16
    page.context.close()
    assert low


LONG = """() => { const minutes = document.querySelector(".plan p");
    document.querySelector(".hostbar .meta").textContent = "All together · 200 here";
    minutes.innerHTML = minutes.innerHTML.replace("0 min", "38 min"); }"""


def test_the_head_of_the_host_stands_in_one_row(browser, together):
    """At 1280 px, with two hundred guests and a plan that is nearly over."""
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    together.does("started")
    page.goto(f"{together.origin}/host?key={HOST_KEY}")
    one = page.evaluate("document.querySelector('.hostbar').getBoundingClientRect().height")
    page.evaluate(LONG)

    assert page.evaluate("document.querySelector('.hostbar').getBoundingClientRect().height") == one < 80
    page.context.close()
