"""Nobody gets in who should not, and nobody can do what is not theirs: origins, cookies, roles, what pages forbid."""

import json
import re
import stat

import pytest
from starlette.websockets import WebSocketDisconnect

from game.csv_lines import defused
from game.host.web.connections.server_addresses import CannotServe, chosen_address
from game.host.web.serving import bound
from tests.host.servers import (
    HOST_KEY,
    ORIGIN,
    SCREEN_KEY,
    SOCKETS,
    do,
    guest,
    hall_in,
    host_does,
    page,
    served,
)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:9999", "", "192.168.0.1:8765"])
def test_only_our_own_addresses_are_answered(client, host):
    """A name that somebody else points at this machine gets nothing (DNS rebinding)."""
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "no address of the room" in answer.text


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "", "http://127.0.0.1:8765.evil.example", "https://127.0.0.1:8765"]
)
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
