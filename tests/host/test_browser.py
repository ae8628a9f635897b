"""A room in a real browser: by thumb, by keyboard, without JavaScript, in both themes, at every size."""

import contextlib
import io
import re
import socket
import sys
import threading
import time
from pathlib import Path

import pytest
import uvicorn

from game.host.rehearsal.phone import Phone
from game.host.store.event_log import SqliteLog
from game.host.web.house import House
from game.resources import SCENARIOS
from tests.host.servers import HOST_KEY, SCREEN_KEY, Process, hall_in

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import browser_tools

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not browser_tools.browser(), reason="no Chromium here: python3 scripts/browser_tools.py"),
]
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP workshop.test 127.0.0.1",
)  # fmt: skip
PHONE = {"width": 390, "height": 844}
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=browser_tools.browser(), args=list(ARGUMENTS))
        yield found
        found.close()


class Running:
    """A server in this process, and its host."""

    def __init__(self, hall, port):
        self.hall, self.port = hall, port
        self.origin = f"http://127.0.0.1:{port}"
        self.host = Phone(self.origin, {"host": hall.host_key})

    def does(self, kind, **fields):
        """A step of the host."""
        form = next(f for f in self.host.get("/host").forms if f.action == "/host/do")
        form.fields = {"kind": kind} | {name: str(value) for name, value in fields.items()}
        self.host.send(form)
        assert self.host.status < 400, (kind, fields)

    def goes(self, to):
        """The room to its next stage."""
        self.does("went", to=to, since=self.hall.room.scene)


@contextlib.contextmanager
def running(folder, mode, port=0, keys=(HOST_KEY, SCREEN_KEY)):
    """A server with a room, or, without a mode, with none yet."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        line.bind(("127.0.0.1", port))
        port = line.getsockname()[1]
    hall = hall_in(folder, port=port, room=False, keys=keys, hosts=frozenset({f"workshop.test:{port}"}))
    if mode:
        hall.open_new(
            SCENARIOS / "first_hello.yaml", "each" if mode == "halves" else mode, seed=7, minutes=45,
            second="hard" if mode == "halves" else "",
        )  # fmt: skip
    house = House(hall, lambda: SqliteLog(folder / "rooms.sqlite"))
    config = uvicorn.Config(
        house, host="127.0.0.1", port=port, log_level="error", ws_ping_interval=10, timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    room = Running(hall, port)
    yield room
    room.host.close()
    server.should_exit = True
    thread.join(10)


@pytest.fixture(params=["each", "together"])
def any_room(tmp_path, request):
    with running(tmp_path, request.param) as room:
        yield room


@pytest.fixture
def together(tmp_path):
    with running(tmp_path, "together") as room:
        yield room


@pytest.fixture
def each(tmp_path):
    with running(tmp_path, "each") as room:
        yield room


def joined(page, room, origin=""):
    """Joins with the suggested name."""
    page.goto(f"{origin or room.origin}/j/{room.hall.room.code}")
    page.get_by_role("button", name="Join").click()
    page.wait_for_url("**/play")


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
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.context.close()


def test_a_log_that_is_away_is_told_and_gone_on_with(browser, together, tmp_path):
    """Phones read that nothing is saved, the host reads why; nothing is lost, and all goes on once the file is back."""
    phone, host = browser.new_context(viewport=PHONE).new_page(), browser.new_context().new_page()
    host.goto(f"{together.origin}/host?key={HOST_KEY}")
    joined(phone, together)
    together.does("started")
    phone.locator("form[data-vote] button").first.wait_for()
    (tmp_path / "rooms.sqlite").rename(tmp_path / "away")
    phone.locator("form[data-vote] button").nth(1).click()
    phone.get_by_text("This is not saved").wait_for()
    host.get_by_text("Not saved", exact=True).wait_for()
    host.get_by_text("was moved or deleted").wait_for()
    assert host.get_by_text("All saved").count() == 0
    (tmp_path / "away").rename(tmp_path / "rooms.sqlite")
    phone.get_by_text("Saved. Change it").wait_for()
    host.get_by_text("All saved").wait_for()
    assert list(together.hall.room.votes.values()) == ["b"]
    phone.context.close()
    host.context.close()


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
    page.get_by_role("link", name=re.compile("Next|To the morning")).tap()
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
    page.get_by_role("link", name=re.compile("Ask about them")).click()
    page.get_by_role("button", name=re.compile("Plan it")).click()
    page.get_by_text("Planned for tonight").wait_for()
    page.get_by_role("link", name="Back to people").click()
    page.get_by_role("link", name="End day").click()
    page.get_by_role("button", name="End day 1").click()
    assert "Night of day 1" in page.content()
    page.context.close()


def pressed_to(page, name, limit=60):
    """Tabs until something of that name has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        found = page.evaluate("(document.activeElement.innerText || document.activeElement.name || '').trim()")
        if name.lower() in found.lower():
            return
    raise AssertionError(f"{name} cannot be reached by the keyboard")


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


def test_a_restart_in_the_middle_of_typing(browser, tmp_path):
    """The server dies while somebody types a question: page and words stay, and the question arrives."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    server = Process(tmp_path, port)
    server.start()
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{server.origin}/j/{server.code}")
    page.get_by_role("button", name="Join").click()
    page.wait_for_url("**/play")
    page.goto(server.origin + "/play/help")
    page.locator("textarea").fill("Can I take back")
    server.kill()
    page.locator("textarea").press_sequentially(" a plan?")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_text("kept and sent again").wait_for()
    server.start(again=True)
    page.get_by_text("You asked: “Can I take back a plan?”").wait_for(timeout=15_000)
    page.context.close()
    server.stop()


def test_a_silent_server_is_said_to_be_so_on_every_page(browser, tmp_path):
    """Killed without a word: host, projector and phone say it, also at 320 px, and stop saying it when it is back."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    server = Process(tmp_path, port)
    server.start()
    pages = {}
    for role, width in (("host", 1280), ("screen", 1920), ("guest", 320)):
        pages[role] = browser.new_context(viewport={"width": width, "height": 640}).new_page()
    pages["host"].goto(server.host_link)
    pages["screen"].goto(server.host_link.replace("/host?", "/screen?"))
    pages["guest"].goto(f"{server.origin}/j/{server.code}")
    pages["guest"].get_by_role("button", name="Join").click()
    pages["guest"].wait_for_url("**/play")
    server.kill()
    for role, page in pages.items():
        page.locator("#silent").wait_for(timeout=15_000)
        box = page.locator("#silent").bounding_box()
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]
        assert page.locator("#silent").inner_text().endswith("--again") == (role == "host")
    server.start(again=True)
    for page in pages.values():
        page.locator("#silent").wait_for(state="detached", timeout=20_000)
        page.context.close()
    server.stop()


def test_phones_and_screen_wait_for_a_room_that_is_gone_on_with_later(browser, tmp_path):
    """A server that starts without a room sends nobody away: once the host goes on with theirs, they are back in it."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    phone, late, screen = (browser.new_context(viewport=PHONE).new_page() for _ in range(3))
    with running(tmp_path, "each", port) as room:
        for page in (phone, late):
            joined(page, room)
        screen.goto(f"{room.origin}/screen?key={SCREEN_KEY}")
        room.does("started")
        phone.get_by_text("Edda Marlowe").wait_for()
        kept = room.hall.room.opening.id
    with running(tmp_path, "", port, keys=("another-host", "another-screen")) as room:
        late.goto(f"{room.origin}/play")
        late.get_by_text("This page goes on by itself").wait_for()
        screen.wait_for_timeout(3000)
        assert phone.url.endswith("/play")
        assert screen.get_by_text("key of this page").count() == 0
        room.host.send(next(f for f in room.host.get("/host").forms if f.fields.get("again") == kept))
        for page in (phone, late, screen):
            page.locator("#silent").wait_for(state="detached", timeout=15_000)
            page.get_by_text("Edda Marlowe" if page is not screen else "Day 1 is open").first.wait_for()
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


def test_the_code_fills_half_of_the_projector_before_the_start(browser, each):
    """The QR code is at least half as high as the picture, at both usual sizes, and nothing is cut."""
    for size in (SIZES["screen"], {"width": 1280, "height": 720}):
        page = browser.new_context(viewport=size).new_page()
        page.goto(f"{each.origin}/screen?key={SCREEN_KEY}")
        assert page.locator(".qrbox").bounding_box()["height"] >= size["height"] / 2
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
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


SIZES = {"guest": PHONE, "screen": {"width": 1920, "height": 1080}, "host": {"width": 1440, "height": 900}}
SMALL = """[...document.querySelectorAll('.steps li, .trust text')]
    .filter(e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM ? e.getScreenCTM().a : 1) < 28)
    .map(e => e.textContent)"""
WIDE = "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"


def violations(page) -> list[tuple[str, ...]]:
    """What axe-core finds on a page; nothing where it is not installed."""
    if not browser_tools.AXE.is_file():
        return []
    page.evaluate(browser_tools.AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(v["id"], v["nodes"][0]["html"][:160], v["nodes"][0]["failureSummary"][:200]) for v in found]


def shown(page, address: str) -> None:
    """Goes to a page, and waits until a debrief that is being prepared is there."""
    page.goto(address)
    page.wait_for_load_state("load")
    while "is being prepared" in page.content():
        page.wait_for_timeout(300)
        page.goto(address)
        page.wait_for_load_state("load")


def test_every_page_in_both_themes_and_at_every_size(browser, any_room):
    """No violation of axe-core's rules, nothing from elsewhere, no sideways scrolling at 320 px or with large text."""
    room = any_room
    guest = Phone(room.origin)
    guest.send(guest.get(f"/j/{room.hall.room.code}").forms[0], name="Brass Heron", table="3")
    pages, asked, wrong, checked = {}, [], [], 0
    cookies = {"guest": {}, "host": {"host": HOST_KEY}, "screen": {"screen": SCREEN_KEY}}
    for role, size in SIZES.items():
        for scheme in SCHEMES:
            context = browser.new_context(viewport=size, color_scheme=scheme)
            own = guest.cookies if role == "guest" else cookies[role]
            context.add_cookies([{"name": n, "value": v, "url": room.origin} for n, v in own.items()])
            pages[role, scheme] = context.new_page()
            pages[role, scheme].on("request", lambda request: asked.append(request.url))
    for name, role, path in stages(room, guest):
        for scheme in SCHEMES:
            page = pages[role, scheme]
            if path in {"/", "/back"}:
                page = browser.new_context(viewport=PHONE, color_scheme=scheme).new_page()
            page.set_viewport_size(SIZES[role])
            shown(page, room.origin + path)
            checked += 1
            if name != "report":
                wrong += [(name, role, scheme, *found) for found in violations(page)]
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
