"""How every page looks: in both themes, at every size, with the rules of axe-core."""

import io
import re

import pytest

from game.host.rehearsal.phone import Phone
from game.host.room.bringing import events_to_bring
from tests.host.servers import HOST_KEY, SCREEN_KEY
from tests.host.web.browsing import IN_A_BROWSER, PHONE, SCHEMES, SIZES, WIDE, browser_tools, running, shown

pytestmark = IN_A_BROWSER


def test_the_code_fills_half_of_the_projector_before_the_start(browser, each):
    """The QR code is at least half as high as the picture, at both usual sizes, and nothing is cut."""
    for size in (SIZES["screen"], {"width": 1280, "height": 720}):
        page = browser.new_context(viewport=size).new_page()
        page.goto(f"{each.origin}/screen?key={SCREEN_KEY}")
        assert page.locator(".qrbox").bounding_box()["height"] >= size["height"] / 2
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        page.context.close()


def screens_shown(browser, room, size):
    """The projector at each stage of a room, shown at a size: name, page; closed when all were looked at."""
    guest = Phone(room.origin)
    guest.send(guest.get(f"/j/{room.hall.room.code}").forms[0], name="Brass Heron", table="3")
    page = browser.new_context(viewport=size).new_page()
    page.goto(f"{room.origin}/screen?key={SCREEN_KEY}")
    for name, role, path in stages(room, guest):
        if role == "screen":
            shown(page, room.origin + path)
            yield name, page
    page.context.close()
    guest.close()


def stages(room, guest):
    """The pages of a room as it goes on: name, who looks, address."""
    yield "join", "guest", "/"
    yield "back", "guest", "/back"
    yield "lobby", "guest", "/play"
    yield "lobby", "screen", "/screen"
    yield "lobby", "host", "/host"
    yield "settings", "host", "/host/settings"
    yield "rooms", "host", "/host/rooms"
    yield "new code", "host", "/host/sure/code"
    yield "leave", "guest", "/play/leave"
    yield "lost", "guest", "/nowhere"
    yield "guide", "host", "/host/guide"
    yield "run sheet", "host", "/host/run-sheet"
    yield "one guest", "host", f"/host/guest/{next(iter(room.hall.room.guests))}"
    room.does("started")
    if room.hall.room.each:
        for name, path in {
            "people": "", "person": "/p/edda", "asks": "/p/edda?g=ask", "move": "/p/edda/propose",
            "share": "/p/walter/share_resource", "posts": "/posts", "plan": "/plan", "notes": "/notes", "end": "/end",
            "help": "/help",
        }.items():  # fmt: skip
            yield name, "guest", f"/play{path}"
        for path in ("/play/p/edda/propose", "/play/p/walter/look_around"):
            guest.send(guest.get(path).form("plan"))
        yield from call_for_help(guest)
        guest.send(guest.get("/play/end").form("end_day"))
        yield "night", "guest", "/play/night/1"
        yield "waiting", "guest", "/play"
        yield "play", "screen", "/screen"
        yield "play", "host", "/host"
        room.does("released", day=2)
        yield "event", "guest", "/play"
    else:
        yield "vote", "guest", "/play"
        yield "help", "guest", "/play/help"
        yield from call_for_help(guest)
        yield "vote", "screen", "/screen"
        yield "vote", "host", "/host"
        guest.send(next(f for f in guest.get("/play").forms if f.kind == "voted"))
        room.goes("counted")
        yield "counted", "guest", "/play"
        yield "counted", "screen", "/screen"
        while room.hall.room.spotlight:
            room.goes("vote")
            room.goes("counted")
        room.goes("night")
        yield "night", "guest", "/play"
        yield "night", "screen", "/screen"
        yield "night", "host", "/host"
    yield "end early", "host", "/host/sure/end"
    room.goes("debrief")
    yield "own debrief", "guest", "/play"
    for number in range(5):
        room.does("turned", page=number)
        yield f"debrief {number}", "screen", "/screen"
    yield "debrief", "host", "/host"
    yield "report", "host", "/host/files/report.html"


def call_for_help(guest):
    """The pages while a guest asks the host something."""
    guest.send(guest.get("/play/help").form("called_for_help"), text="May I take it back?")
    yield "call", "host", "/host"


SMALL = """[...document.querySelectorAll('.steps li, .trust text')]
    .filter(e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM ? e.getScreenCTM().a : 1) < 28)
    .map(e => e.textContent)"""


OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that look at colours; all others are kept or broken in both themes alike."""


def violations(page, *only: str) -> list[tuple[str, ...]]:
    """What axe-core finds on a page, by some rules only or by all; nothing where it is not installed."""
    if not browser_tools.AXE.is_file():
        return []
    page.evaluate(browser_tools.AXE.read_text(encoding="utf-8"))
    options = {"resultTypes": ["violations"]} | ({"runOnly": only} if only else {})
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [(v["id"], v["nodes"][0]["html"][:160], v["nodes"][0]["failureSummary"][:200]) for v in found]


def test_every_page_in_both_themes_and_at_every_size(browser, any_room):
    """No violation of axe-core's rules, nothing from elsewhere, no sideways scrolling at 320 px or with large text."""
    room = any_room
    guest = Phone(room.origin)
    guest.send(guest.get(f"/j/{room.hall.room.code}").forms[0], name="Brass Heron", table="3")
    pages, asked, wrong, checked = {}, [], [], 0
    cookies = {"guest": {}, "host": {"host": HOST_KEY}, "screen": {"screen": SCREEN_KEY}}
    for role, size in SIZES.items():
        context = browser.new_context(viewport=size)
        own = guest.cookies if role == "guest" else cookies[role]
        context.add_cookies([{"name": n, "value": v, "url": room.origin} for n, v in own.items()])
        pages[role] = context.new_page()
        pages[role].on("request", lambda request: asked.append(request.url))
    for name, role, path in stages(room, guest):
        page = browser.new_context(viewport=PHONE).new_page() if path in {"/", "/back"} else pages[role]
        shown(page, room.origin + path)
        for scheme in SCHEMES:  # the page that is there changes its colours, as when evening comes
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(SIZES[role])
            rules = OF_COLOURS if scheme == "dark" else ()
            checked += 1
            if name != "report":
                wrong += [(name, role, scheme, *found) for found in violations(page, *rules)]
            if role == "screen":
                wrong += [(name, role, "letters too small", text) for text in page.evaluate(SMALL)]
            if scheme == "light" and role in {"guest", "host"} and name != "report":
                page.set_viewport_size({"width": 320, "height": 640})
                if page.evaluate(WIDE):
                    wrong.append((name, role, "320 px wide", page.evaluate(WIDE)))
                page.set_viewport_size(PHONE)
                page.evaluate("document.documentElement.style.fontSize = '200%'")
                if page.evaluate(WIDE):
                    wrong.append((name, role, "200 % text", page.evaluate(WIDE)))
                page.evaluate("document.documentElement.style.fontSize = ''")
        if path in {"/", "/back"}:
            page.context.close()
    for page in pages.values():
        page.context.close()
    guest.close()

    assert not wrong, "\n".join(str(one) for one in wrong)
    assert [url for url in asked if not url.startswith((room.origin, "data:"))] == []
    assert checked > 30


def test_two_conditions_stand_side_by_side_on_the_screen(browser, tmp_path):
    """Both charts and their figures on one page of the projector, large enough, in both themes."""
    with running(tmp_path, "halves") as room:
        for number, table in enumerate("1223", 1):
            guest = Phone(room.origin)
            guest.send(guest.get(f"/j/{room.hall.room.code}").forms[0], name=f"Guest {number}", table=table)
            guest.close()
        room.does("started")
        room.goes("debrief")
        room.does("turned", page=1)
        for scheme in SCHEMES:
            page = browser.new_context(viewport=SIZES["screen"], color_scheme=scheme).new_page()
            page.goto(f"{room.origin}/screen?key={SCREEN_KEY}")
            shown(page, f"{room.origin}/screen")
            left, right = (page.locator(".halves section").nth(n).bounding_box() for n in (0, 1))
            assert left["y"] == right["y"]
            assert left["x"] + left["width"] <= right["x"]
            assert right["y"] + right["height"] <= SIZES["screen"]["height"]
            assert page.locator(".halves h2").all_inner_texts() == ["A: fair", "B: hard"]
            assert page.evaluate(SMALL) == []
            assert page.evaluate(WIDE) == 0
            assert violations(page) == []
            page.context.close()


def test_the_code_on_the_screen_can_be_scanned(browser, each):
    """The QR code, read from a picture of the projector in both themes, leads to the room."""
    reader = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    for scheme in SCHEMES:
        context = browser.new_context(viewport=SIZES["screen"], color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{each.origin}/screen?key={SCREEN_KEY}")
        found = reader.read_barcodes(image.open(io.BytesIO(page.screenshot())))
        assert [code.text for code in found] == [f"{each.origin}/j/{each.hall.room.code}"]
        context.close()


def sheets_of_report(browser, room) -> int:
    """How many sheets of A4 the report takes, as it comes out of a printer."""
    context = browser.new_context()
    context.add_cookies([{"name": "host", "value": HOST_KEY, "url": room.origin}])
    page = context.new_page()
    shown(page, f"{room.origin}/host/files/report.html")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    context.close()
    return len(re.findall(rb"/Type ?/Page[^s]", printed))


def test_the_report_of_a_short_debrief_with_votes_is_two_printed_pages(browser, together):
    """Four days of votes, what the options that lost would have done, an event that was brought, and long notes."""
    guest = Phone(together.origin)
    guest.send(guest.get(f"/j/{together.hall.room.code}").forms[0], name="Brass Heron", table="3")
    together.does("started")
    together.does("brought", event=events_to_bring(together.hall.room)[0])
    together.votes_through(guest, 4)
    guest.close()
    for number in range(6):
        together.does("noted", text=f"Table {number} argued about who was only friendly. " * 4)
    together.goes("debrief")
    assert together.hall.room.short
    assert 1 <= sheets_of_report(browser, together) <= 2


def test_the_report_of_a_short_debrief_is_two_printed_pages(browser, each):
    """With names, tables and notes, on A4 as it comes out of a printer."""
    guests = [Phone(each.origin) for _ in range(12)]
    for number, guest in enumerate(guests):
        guest.send(guest.get(f"/j/{each.hall.room.code}").forms[0], name=f"Guest {number}", table=str(number % 4))
        guest.close()
    each.does("switched", what="hide_names", on="")
    each.does("started")
    for number in range(6):
        each.does("noted", text=f"Table {number} argued about who was only friendly. " * 4)
    each.goes("debrief")
    assert each.hall.room.short
    assert 1 <= sheets_of_report(browser, each) <= 2
