"""Pages while the server is away, comes back, or cannot write."""

import socket

import pytest
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.host.servers import HOST_KEY, SCREEN_KEY, Process, free_port
from tests.host.web.browsing import IN_A_BROWSER, PHONE, joined, running

pytestmark = IN_A_BROWSER


@pytest.fixture
def server(tmp_path):
    """A server in a process of its own, which can be killed."""
    found = Process(tmp_path, free_port())
    found.start()
    yield found
    found.stop()


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


def test_a_restart_in_the_middle_of_typing(browser, server):
    """The server dies while somebody types a question: page and words stay, and the question arrives."""
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


def test_a_silent_server_is_said_to_be_so_on_every_page(browser, server):
    """Killed without a word: host, projector and phone say it, also at 320 px, and stop saying it when it is back."""
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


def test_a_room_that_the_host_ended_is_said_to_have_ended(browser, tmp_path):
    """No page takes a goodbye for a machine that does not answer: of a whole server, and of one room of several."""
    phone, screen = (browser.new_context(viewport=PHONE).new_page() for _ in range(2))
    with running(tmp_path, "each") as room:
        joined(phone, room)
        screen.goto(f"{room.origin}/screen?key={SCREEN_KEY}")
        room.does("started")
        phone.get_by_text("Edda Marlowe").wait_for()
        screen.get_by_text("Day 1 is open").wait_for()
        phone.wait_for_timeout(500)  # until both listen
        room.hall.hub.end()
        phone.get_by_text("The host has ended the room").wait_for()
        phone.locator("#silent").wait_for(state="detached")  # it is there all the same, so the page goes on
    for page in (phone, screen):
        page.get_by_text("The host has ended the room").wait_for()
        assert page.get_by_text("does not answer").count() == 0
        page.context.close()


def test_a_server_of_a_test_that_ended_leaves_no_line_open(monkeypatch, tmp_path):
    """A line that came while the server closed is hung up on: a browser would send its next request there."""
    with running(tmp_path, "each") as room:
        line = socket.create_connection(("127.0.0.1", room.port), timeout=10)
        room.host.get("/host")
        monkeypatch.setattr(H11Protocol, "shutdown", lambda _: None)
    with line:
        assert line.recv(65536) == b""


def test_phones_and_screen_wait_for_a_room_that_is_gone_on_with_later(browser, tmp_path):
    """A server that starts without a room sends nobody away: once the host goes on with theirs, they are back in it."""
    port = free_port()
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
