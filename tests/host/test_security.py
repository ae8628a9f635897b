"""Nobody gets in who should not, and nobody can do what is not theirs. The points of the checklist, one test each."""

import json
import re
import stat

import pytest
from starlette.websockets import WebSocketDisconnect

from game.csv_lines import defused
from game.host.room.room_codes import LETTERS, clean_name
from game.host.web.guarding import LARGEST_BODY
from game.host.web.lines.server_addresses import CannotServe, chosen_address
from game.host.web.serving import bound
from tests.host.servers import (
    HOST_KEY,
    ORIGIN,
    SCREEN_KEY,
    SOCKETS,
    Clock,
    do,
    guest,
    hall_in,
    host_does,
    page,
    served,
    told,
)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def hall(tmp_path, clock):
    return hall_in(tmp_path, "together", clock=clock)


@pytest.fixture
def client(hall, clock):
    with served(hall, clock) as client:
        yield client


# --- where a request comes from --------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:9999", "", "192.168.0.1:8765"])
def test_only_our_own_addresses_are_answered(client, host):
    """A name that somebody else points at this machine gets nothing (DNS rebinding)."""
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "no address of the room" in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:8765.evil.example"])
@pytest.mark.parametrize("path", ["/join", "/do", "/host/do", "/back", "/host/open"])
def test_forms_of_other_places_are_refused(client, hall, path, origin):
    """A page of another place cannot send a form in a guest's or the host's name."""
    before = hall.room.number
    answer = client.post(path, data={"kind": "started"}, headers={"Origin": origin, "Cookie": f"host={HOST_KEY}"})
    assert answer.status_code == 403
    assert hall.room.number == before


def test_sockets_of_other_places_are_refused(client, hall):
    """A socket opened by a page of another place is closed before it is opened."""
    cookies = guest(client, hall)
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(
            f"{SOCKETS}/ws/1", headers={"Origin": "http://evil.example", "Cookie": f"guest={cookies['guest']}"}
        ),
    ):
        pass


def test_the_referrer_policy_lets_browsers_send_their_origin(client):
    """With no-referrer browsers send “Origin: null” with forms, and nobody could join."""
    assert client.get("/").headers["referrer-policy"] == "same-origin"


# --- who is who ------------------------------------------------------------------------------------------------------


def test_a_guests_cookie_opens_neither_host_nor_screen(client, hall):
    """Guests see their own page only, on whatever cookie they put their token."""
    token = guest(client, hall)["guest"]
    for cookie in ("guest", "host", "screen"):
        for path in ("/host", "/host/settings", "/host/files/guests.csv", "/screen"):
            answer = client.get(path, headers={"Cookie": f"{cookie}={token}"})
            assert answer.status_code == 403
            assert hall.room.code not in answer.text.replace(" ", "")
    assert client.get(f"/host?key={token}").status_code == 403


def heard(socket):
    """The next message that is more than a sign of life."""
    while (message := json.loads(socket.receive_text()))["t"] == "beat":
        pass
    return message


@pytest.mark.parametrize(
    ("role", "cookie"), [("host", "guest"), ("screen", "guest"), ("host", "screen"), ("guest", "")]
)
def test_a_socket_wants_the_cookie_of_its_role(client, hall, role, cookie):
    """A guest's token opens no socket of the host, the screen's neither; without a cookie there is none."""
    token = guest(client, hall)["guest"] if cookie == "guest" else SCREEN_KEY
    with client.websocket_connect(
        f"{SOCKETS}/ws/1?as={role}", headers={"Cookie": f"{cookie or 'x'}={token}"}
    ) as socket:
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_text()
        assert closed.value.code == 4403


def test_the_screen_can_do_nothing(client, hall):
    """The projector's key reads and does not act."""
    answer = client.post("/host/do", data={"kind": "started"}, headers={"Cookie": f"host={SCREEN_KEY}"})
    assert answer.status_code == 403
    with client.websocket_connect(f"{SOCKETS}/ws/1?as=screen", headers={"Cookie": f"screen={SCREEN_KEY}"}) as socket:
        socket.receive_text()
        socket.send_text(json.dumps({"t": "do", "cmd": "x", "kind": "started"}))
        assert heard(socket)["code"] == "role"
    assert hall.room.stage == "lobby"


def test_a_guest_cannot_vote_for_another(client, hall):
    """What a form says of who sends it plays no part."""
    one, two = guest(client, hall), guest(client, hall)
    ids = list(hall.room.guests)
    host_does(client, "started")
    do(client, one, "voted", number="1", option="a", guest=ids[1], actor=ids[1], who=ids[1])
    assert hall.room.votes == {ids[0]: "a"}
    assert two


def test_only_hashes_of_keys_are_kept(client, hall, tmp_path):
    """Whoever reads the database can be neither guest nor host."""
    token = guest(client, hall)["guest"]
    data = b"".join(p.read_bytes() for p in tmp_path.glob("rooms.sqlite*"))
    assert token.encode() not in data
    assert HOST_KEY.encode() not in data
    assert SCREEN_KEY.encode() not in data
    assert stat.S_IMODE((tmp_path / "rooms.sqlite").stat().st_mode) == 0o600


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client, hall):
    """HttpOnly, SameSite, and a limited life; over TLS they are sent encrypted only."""
    answer = client.post("/join", data={"code": hall.room.code, "name": "Ann"})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "max-age=86400" in cookie
    client.cookies.clear()
    moved = client.get(f"/host?key={HOST_KEY}")
    assert "samesite=strict" in moved.headers["set-cookie"].lower()
    assert moved.headers["location"] == "/host"
    hall.settings.secure = True
    answer = client.post("/join", data={"code": hall.room.code, "name": "Ben"})
    assert "secure" in answer.headers["set-cookie"].lower()


# --- codes -----------------------------------------------------------------------------------------------------------


def test_codes_can_be_read_aloud():
    """No sign of a code is taken for another."""
    assert len(LETTERS) == 31
    assert not set(LETTERS) & set("0O1IL")


def test_wrong_codes_are_slowed_down(client, hall, clock):
    """Ten wrong codes a minute from one address, then a wait; the right one still lets in."""
    codes = [client.post("/join", data={"code": f"AAAAA{n}", "name": "Ann"}).status_code for n in range(2, 9)]
    codes += [client.post("/back", data={"way": "ZZZZZ"}).status_code for _ in range(5)]
    assert codes == [403] * 10 + [429] * 2
    guest(client, hall)

    clock.now += 61
    assert client.post("/join", data={"code": "AAAAAA", "name": "Ann"}).status_code == 403


def test_a_locked_room_and_a_new_code(client, hall):
    """The old code opens nothing any more; who is in stays in."""
    inside, old = guest(client, hall), hall.room.code
    host_does(client, "code_changed")
    assert client.post("/join", data={"code": old, "name": "Ann"}).status_code == 403
    host_does(client, "switched", what="locked", on="1")
    answer = client.post("/join", data={"code": hall.room.code, "name": "Ann"})
    assert "locked" in told(answer.text)
    assert "You are in" in page(client, inside).text


def test_a_full_room_says_so(client, hall):
    """The guest after the last is told that the room is full, and what to do."""
    host_does(client, "set_cap", most="1")
    guest(client, hall)
    answer = client.post("/join", data={"code": hall.room.code, "name": "Ann"})
    assert answer.status_code == 409
    assert "full" in told(answer.text)


def test_a_way_back_opens_the_same_game_and_closes_the_old_phone(client, hall):
    """After the laptop's address has changed, five signs are enough."""
    old = guest(client, hall)
    way = next(iter(hall.room.guests.values())).way_back
    answer = client.post("/back", data={"way": way.lower()})
    assert answer.status_code == 303
    new = {"guest": client.cookies["guest"]}
    client.cookies.clear()
    assert "You are in" in page(client, new).text
    assert page(client, old).url.path == "/"


def test_who_was_sent_out_does_not_come_back_by_themselves(client, hall):
    """Neither cookie nor code of the way back help after the host has sent a guest out."""
    cookies = guest(client, hall)
    one = next(iter(hall.room.guests.values()))
    host_does(client, "removed", guest=one.id)
    assert page(client, cookies).url.path == "/"
    assert client.post("/back", data={"way": one.way_back}).status_code == 403
    host_does(client, "readmitted", guest=one.id)
    assert hall.room.guests[one.id].way_back != one.way_back
    assert client.post("/back", data={"way": hall.room.guests[one.id].way_back}).status_code == 303


# --- what is sent ----------------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7*7 }}", "a\u202eb\u2066c", "\u200b\u200b",
    "\x00\x1b[31mred", "Z\u0351\u0352\u0353\u0354\u0355\u0356algo", "A" * 5000, "=cmd|' /C calc'!A0", "\ufeffRobin",
    "\U000e0041\U000e0042tags", "ﷺ" * 30, "'; DROP TABLE step; --",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_words(client, hall, name):
    """Whatever somebody calls themselves stands as plain words on every page, at most 24 characters of them."""
    answer = client.post("/join", data={"code": hall.room.code, "name": name})
    if answer.status_code == 409:
        assert "name" in told(answer.text)
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
        return
    mine = {"guest": client.cookies["guest"]}
    client.cookies.clear()
    kept = next(iter(hall.room.guests.values())).name
    assert kept == clean_name(name)
    assert len(kept) <= 24
    assert not re.search(r"[\x00-\x1f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", kept)
    host_does(client, "switched", what="hide_names", on="")
    keys = {"host": HOST_KEY, "screen": SCREEN_KEY}
    for text in (page(client, mine).text, page(client, keys, "/host").text, page(client, keys, "/screen").text):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "49" not in kept


def test_every_page_forbids_what_it_does_not_need(client, hall):
    """A strict policy: no script or style but our files, no frame, nothing from elsewhere; pages are not stored."""
    cookies = guest(client, hall)
    for path in ("/", "/play", "/back", "/host", "/screen", "/nowhere", "/play/help"):
        headers = page(client, {**cookies, "host": HOST_KEY}, path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


def test_no_page_holds_style_or_script_of_its_own(client, hall):
    """Nothing in a page needs what the policy forbids."""
    cookies = guest(client, hall)
    host_does(client, "started")
    for path in ("/", "/play", "/host", "/screen", "/host/settings"):
        text = page(client, {**cookies, "host": HOST_KEY}, path).text
        assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?! src=)|javascript:", text)


def test_bodies_are_limited(client, hall):
    """More than a page ever sends is refused, whether it says its length or not."""
    cookies = guest(client, hall)
    assert do(client, cookies, "called_for_help", text="a" * LARGEST_BODY).status_code == 413

    def drip():
        for _ in range(40):
            yield b"kind=called_for_help&text=" + b"a" * 1000

    headers = {"Cookie": f"guest={cookies['guest']}", "Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/do", content=drip(), headers=headers)
    assert answer.status_code in {303, 409, 413}
    assert not next(iter(hall.room.guests.values())).help.text


BODIES = (
    b"", b"\xff\xfe\x00", b"kind", b"kind=voted", b"kind=voted&number=x&option=a", b"kind=voted&number=1e9&option=a",
    "kind=voted&number=١&option=a".encode(), b"kind=plan&move=../../etc/passwd", b"&".join(b"a=1" for _ in range(500)),
    b"kind=end_day", b"kind=undo&to=1", b"kind=joined&name=x", b"kind=started", b"kind=removed&guest=x",
    b"kind=note&who=edda&motive=buyer&sure=-5", b"kind=event&event=x&choice=99999", b'{"kind":"voted"}',
)  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_half_and_foreign_forms_change_nothing(client, hall, body):
    """Whatever arrives: a sentence, no error of ours, and no step."""
    cookies = guest(client, hall)
    host_does(client, "started")
    before = hall.room.number
    headers = {"Cookie": f"guest={cookies['guest']}", "Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/do", content=body, headers=headers).status_code in {303, 409}
    assert hall.room.number == before


FRAMES = (
    "", "x", "[]", "null", '{"t":"do"}', '{"t":"vote","round":1}', '{"t":"do","kind":["voted"]}', "[" * 3000,
    '{"t":"do","cmd":"c","kind":"voted","number":{},"option":"a"}', '{"t":"do","kind":"started","cmd":"c"}', "9" * 4000,
)  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_hostile_frames_get_a_sentence(client, hall, frame):
    """A socket answers nonsense with a reason and goes on."""
    cookies = guest(client, hall)
    host_does(client, "started")
    with client.websocket_connect(f"{SOCKETS}/ws/1", headers={"Cookie": f"guest={cookies['guest']}"}) as socket:
        socket.receive_text()
        socket.send_text(frame)
        assert heard(socket)["t"] == "err"
        socket.send_text(json.dumps({"t": "do", "cmd": "mine", "kind": "voted", "number": 1, "option": "a"}))
        answers = [heard(socket) for _ in range(2)]
    assert {"ack", "state"} == {a["t"] for a in answers}


@pytest.mark.parametrize("frame", ["a" * 5000, b"\x00\x01"])
def test_large_and_binary_frames_end_the_socket(client, hall, frame):
    """What no page sends closes the line."""
    cookies = guest(client, hall)
    with client.websocket_connect(f"{SOCKETS}/ws/1", headers={"Cookie": f"guest={cookies['guest']}"}) as socket:
        socket.receive_text()
        socket.send_bytes(frame) if isinstance(frame, bytes) else socket.send_text(frame)
        with pytest.raises(WebSocketDisconnect) as closed:
            heard(socket)
        assert closed.value.code == 4413


def flood(socket):
    for n in range(60):
        socket.send_text(json.dumps({"t": "do", "cmd": f"c{n}", "kind": "voted", "number": 1, "option": "a"}))
    while True:
        socket.receive_text()


def test_a_flood_is_slowed_down_and_ended(client, hall):
    """Twenty at once count, then there are refusals, then the line is closed; other guests are not touched."""
    one, two = guest(client, hall), guest(client, hall)
    host_does(client, "started")
    before = hall.room.number
    with client.websocket_connect(f"{SOCKETS}/ws/1", headers={"Cookie": f"guest={one['guest']}"}) as socket:
        with pytest.raises(WebSocketDisconnect) as closed:
            flood(socket)
        assert closed.value.code == 4408
    assert hall.room.number - before <= 21
    assert do(client, two, "voted", number="1", option="b").status_code == 303


def test_of_one_guest_the_third_socket_closes_the_first(client, hall):
    """Two sockets a guest: a phone and its reload; the oldest gives way."""
    headers = {"Cookie": f"guest={guest(client, hall)['guest']}"}
    with client.websocket_connect(f"{SOCKETS}/ws/1", headers=headers) as first:
        first.receive_text()
        with client.websocket_connect(f"{SOCKETS}/ws/1", headers=headers) as second:
            second.receive_text()
            with client.websocket_connect(f"{SOCKETS}/ws/1", headers=headers) as third:
                third.receive_text()
                with pytest.raises(WebSocketDisconnect):
                    heard(first)


def test_a_command_counts_once_whoever_sends_it(client, hall):
    """The same command of one guest is one step; another guest may use the same letters."""
    one, two = guest(client, hall), guest(client, hall)
    host_does(client, "started")
    before = hall.room.number
    for cookies in (one, one, two):
        do(client, cookies, "voted", number="1", option="a", command="same")
    assert hall.room.number == before + 2


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/play//evil.example", "/host", "/play\\x"])
def test_a_form_leads_nowhere_else(client, hall, back):
    """After a choice one stays in the room, whatever the form says."""
    cookies = guest(client, hall)
    answer = do(client, cookies, "called_for_help", text="?", back=back)
    assert answer.headers["location"] == "/play"


def test_nothing_is_told_of_files(client, hall):
    """Addresses lead to pages and pictures alone."""
    for path in ("/static/x/../../pyproject.toml", "/static/x/room.html", "/art/table/1-x.svg", "/host/files/../x"):
        assert client.get(path, headers={"Cookie": f"host={HOST_KEY}"}).status_code in {404, 303}


# --- what is taken home and where it is heard -------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+1+2", "-1+2", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(text):
    """A spreadsheet that opens a table reckons nothing."""
    assert defused(text).startswith("'")


def test_the_server_listens_where_it_was_told(hall):
    """One chosen address and this machine itself; never all of them without a word."""
    assert chosen_address("", local=True) == "127.0.0.1"
    with pytest.raises(CannotServe, match="no address"):
        chosen_address("everywhere", local=False)
    line = bound("127.0.0.1", 0)
    try:
        with pytest.raises(CannotServe, match=r"taken.*--port"):
            bound("127.0.0.1", line.getsockname()[1])
    finally:
        line.close()
    with pytest.raises(CannotServe, match="no address of this machine"):
        bound("203.0.113.7", 0)


def test_behind_a_proxy_its_name_is_ours(tmp_path):
    """With a public address forms of that address count, and cookies go over TLS only."""
    hall = hall_in(tmp_path, public_url="https://room.example.org", secure=True)
    with served(hall) as client:
        headers = {"Host": "room.example.org", "Origin": "https://room.example.org"}
        answer = client.post("/join", data={"code": hall.room.code, "name": "Ann"}, headers=headers)
        assert answer.status_code == 303
        assert "secure" in answer.headers["set-cookie"].lower()
        assert client.get("/", headers={"Host": "other.example.org"}).status_code == 421
    assert hall.settings.origin == "https://room.example.org"
    assert ORIGIN
