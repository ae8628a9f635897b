"""Requests too large, broken or cut off while they are read: a sentence, and nothing in the host's terminal."""

import contextlib
import logging
import socket
import threading

import pytest

from game.host.web import serving
from game.host.web.connections.server_settings import ServerSettings
from game.host.web.guarding import TOO_LARGE
from game.host.web.house import House
from tests.host.servers import HOST_KEY, hall_in

FORMS = (
    "/join", "/back", "/do", "/host/open", "/host/do", "/host/seats", "/host/rooms/open", "/host/rooms/close",
    "/no/such/page", "/play",
)  # fmt: skip
METHODS = ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "GET", "HEAD")
CHUNK = b"5\r\nkind=\r\n"


class Said(logging.Handler):
    """What goes to the host's terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a line, with its traceback."""
        self.lines.append(f"{record.getMessage()} {record.exc_info}")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A real server: its port, and what it says in the terminal."""
    line = serving.bound("127.0.0.1", 0)
    number = line.getsockname()[1]
    folder = tmp_path_factory.mktemp("room")
    hall = hall_in(folder, port=number)
    goes_on, ready, said = threading.Event(), threading.Event(), Said()
    goes_on.set()

    def begun() -> None:
        for name in ("uvicorn.error", "asyncio"):
            logging.getLogger(name).addHandler(said)
        ready.set()

    house = House(hall, lambda: hall_in(folder, room=False).log)
    thread = threading.Thread(
        target=serving.serve, args=(house, ServerSettings(port=number), [line], None, begun, goes_on.is_set)
    )
    thread.start()
    assert ready.wait(30)
    yield number, said
    goes_on.clear()
    thread.join(20)
    for name in ("uvicorn.error", "asyncio"):
        logging.getLogger(name).removeHandler(said)


def sent(port: int, data: bytes, *, then_closes: bool = False) -> bytes:
    """What the server answers to bytes, or nothing to somebody who hangs up."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line, contextlib.suppress(ConnectionError):
        line.sendall(data)
        if then_closes:
            return b""
        while part := line.recv(65536):
            answer += part
    return answer


def request(port: int, path: str, rest: bytes, method: str = "POST") -> bytes:
    """A request of a page of ours, with the host's cookie, that ends its connection."""
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
    return f"{head}Cookie: host={HOST_KEY}\r\nConnection: close\r\n".encode() + rest


def in_chunks(size: int, of: int = 1000) -> bytes:
    """A body whose length is not told before."""
    chunk = f"{of:x}\r\n".encode() + b"a" * of + b"\r\n"
    return b"Transfer-Encoding: chunked\r\n\r\n" + chunk * (size // of) + b"0\r\n\r\n"


@pytest.mark.parametrize("size", [9_000, 16_000, 300_000])
@pytest.mark.parametrize("path", FORMS)
def test_what_is_too_large_is_told_alike_however_its_length_is_told(server, path, size):
    """With its length or in chunks, at every address: the same status and the same sentence."""
    port, said = server
    before = len(said.lines)
    for body in (in_chunks(size), f"Content-Length: {size}\r\n\r\n".encode() + b"a" * size):
        answer = sent(port, request(port, path, body))
        assert answer.startswith(b"HTTP/1.1 413"), answer[:200]
        assert TOO_LARGE[1].encode() in answer
    assert said.lines[before:] == []


@pytest.mark.parametrize("method", METHODS)
def test_no_method_makes_a_fault_of_a_large_body(server, method):
    """Whatever is done at an address with a body in chunks: never a fault of the server."""
    port, said = server
    before = len(said.lines)
    for path in FORMS:
        answer = sent(port, request(port, path, in_chunks(20_000), method))
        assert answer.startswith(b"HTTP/1.1 413"), (path, answer[:200])
    assert said.lines[before:] == []


BROKEN = (
    b"Content-Length: 500\r\n\r\nkind=", b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK,
    b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK + b"zz\r\nmore\r\n", b"Transfer-Encoding: chunked\r\n\r\nff",
    b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", b"Content-Length: -1\r\n\r\n",
    b"Transfer-Encoding: odd\r\n\r\n",
    b"Bad header\r\n\r\n", b"Upgrade: odd\r\nConnection: Upgrade\r\n\r\n",
)  # fmt: skip


@pytest.mark.parametrize("rest", BROKEN, ids=range(len(BROKEN)))
@pytest.mark.parametrize("path", FORMS)
def test_who_hangs_up_in_the_midst_is_no_fault_of_the_server(server, path, rest):
    """Half a body, half a chunk, nonsense between chunks, and the line gone: nothing is said, and all go on."""
    port, said = server
    before = len(said.lines)
    sent(port, request(port, path, rest), then_closes=True)
    assert sent(port, request(port, "/back", b"\r\n", "GET")).startswith(b"HTTP/1.1 200")
    assert said.lines[before:] == []


NONSENSE = (
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\r\n\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
    b"SSH-2.0-OpenSSH_9.6\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"G" * 40_000,
    b"GET /\xff HTTP/1.1\r\n\r\n", b"POST /join HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
)  # fmt: skip


@pytest.mark.parametrize("data", NONSENSE, ids=range(len(NONSENSE)))
def test_what_is_no_request_is_not_told_to_the_host(server, data):
    """Port scanners and browsers that try TLS: a line each would fill the terminal."""
    port, said = server
    before = len(said.lines)
    with contextlib.suppress(TimeoutError):
        sent(port, data, then_closes=True)
    assert sent(port, request(port, "/back", b"\r\n", "GET")).startswith(b"HTTP/1.1 200")
    assert said.lines[before:] == []


def test_a_request_that_breaks_after_its_answer_is_no_fault(server):
    """A page is answered at once; what comes after it, and is none, closes the line without a word."""
    port, said = server
    before = len(said.lines)
    head = f"GET /back HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n".encode()
    assert sent(port, head + b"\r\n" + b"\x00\x01 nonsense\r\n\r\n").startswith(b"HTTP/1.1 200")
    sent(port, head + b"Transfer-Encoding: chunked\r\n\r\n" + CHUNK * 3 + b"zz\r\n", then_closes=True)
    assert sent(port, request(port, "/back", b"\r\n", "GET")).startswith(b"HTTP/1.1 200")
    assert said.lines[before:] == []


HALF_SOCKETS = (b"", b"Sec-WebSocket-Version: 13\r\n", b"Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99\r\n")


@pytest.mark.parametrize("rest", HALF_SOCKETS, ids=range(len(HALF_SOCKETS)))
def test_half_a_socket_is_not_told_to_the_host(server, rest):
    """What asks for a socket and cannot have one is answered, and the terminal stays still."""
    port, said = server
    before = len(said.lines)
    head = f"GET /ws/1 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
    sent(port, f"{head}Upgrade: websocket\r\nConnection: Upgrade\r\n".encode() + rest + b"\r\n")
    assert said.lines[before:] == []
