"""Requests and frames that no page of ours sends: too large, half, foreign, too many."""

import json
import logging

import pytest
from starlette.websockets import WebSocketDisconnect

from game.host.web.serving import is_to_be_printed
from game.host.web.whole_requests import LARGEST_BODY
from tests.host.servers import (
    SOCKETS,
    do,
    guest,
    host_does,
)


def heard(socket):
    """The next message that is more than a sign of life."""
    while (message := json.loads(socket.receive_text()))["t"] == "beat":
        pass
    return message


def test_bodies_are_limited(client, hall):
    """More than a page ever sends is refused, whether it says its length or not."""
    cookies = guest(client, hall)
    assert do(client, cookies, "called_for_help", text="a" * LARGEST_BODY).status_code == 413

    def drip():
        for _ in range(40):
            yield b"kind=called_for_help&text=" + b"a" * 1000

    headers = {"Cookie": f"guest={cookies['guest']}", "Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/do", content=drip(), headers=headers)
    assert answer.status_code == 413
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


@pytest.mark.parametrize("path", ["/host/do", "/join", "/do", "/host/open"])
def test_an_address_of_forms_is_answered_with_a_page(client, path):
    """Who types an address at which forms arrive is led back to the room."""
    answer = client.get(path)
    assert answer.status_code == 405
    assert "There is no such page" in answer.text
    assert "Back to the room" in answer.text


@pytest.mark.parametrize(("data", "printed"), [(b"\xff\xfe", 0), (b"\xed\xa0\x80", 0), (b"fine", 1)])
def test_bytes_that_are_no_text_leave_no_traceback_in_the_hosts_terminal(caplog, data, printed):
    """As the server says it of a frame of a socket; what went wrong inside is printed still."""
    log = logging.getLogger("uvicorn.error")
    log.addFilter(is_to_be_printed)
    try:
        try:
            int(data.decode())
        except ValueError:
            log.exception("Invalid UTF-8 sequence received from client.")
    finally:
        log.removeFilter(is_to_be_printed)
    assert len(caplog.records) == printed


@pytest.mark.parametrize("name", ["%ED%A0%80", "%FF%FE", "%C0%AF", "Ada%ED%BF%BF"])
def test_a_name_that_is_no_text_is_not_told_as_a_wrong_code(client, hall, name):
    """The code may be right: what cannot be read is said to be that."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/join", content=f"code={hall.room.code}&name={name}&table=".encode(), headers=headers)

    assert answer.status_code == 409
    assert "That cannot be read." in answer.text
    assert "no room with that code" not in answer.text
    assert not hall.room.guests
