"""Clients that send half a request, or take no answer, are cut, and keep nobody else out."""

import contextlib
import socket
import threading
import time
import urllib.request

import pytest

from game.host.web import serving
from game.host.web.application import application
from game.host.web.connections import waiting_connections
from game.host.web.connections.server_settings import ServerSettings
from tests.host.servers import hall_in

PATIENCE = 10  # seconds in which a server that cuts has surely cut


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """The port of a real server that is more impatient than usual, with room for forty connections."""
    line = serving.bound("127.0.0.1", 0)
    number = line.getsockname()[1]
    hall = hall_in(tmp_path_factory.mktemp("room"), port=number)
    goes_on, ready = threading.Event(), threading.Event()
    goes_on.set()
    server = threading.Thread(
        target=serving.serve,
        args=(application(hall), ServerSettings(port=number), [line], None, ready.set, goes_on.is_set),
    )
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(waiting_connections, "WHOLE_WITHIN", 0.4)
        changed.setattr(waiting_connections, "TAKEN_WITHIN", 0.4)
        changed.setattr(serving, "room_for_connections", lambda: 40)
        server.start()
        assert ready.wait(30)
        yield number
        goes_on.clear()
        server.join(20)


def line_to(port: int, data: bytes) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
    line.sendall(data)
    return line


def is_cut(line: socket.socket) -> bool:
    """Whether the server ends a connection; whatever it says before is read."""
    with contextlib.suppress(ConnectionError):
        while line.recv(65536):
            pass
    return True


def head(port: int, rest: str = "") -> bytes:
    origin = f"Host: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
    return f"POST /join HTTP/1.1\r\n{origin}{rest}".encode()


@pytest.mark.parametrize(
    "rest",
    [None, "", "Content-Length: 50\r\n\r\ncode=", "Transfer-Encoding: chunked\r\n\r\n5\r\ncode",
     "Content-Length: 50\r\nExpect: 100-continue\r\n\r\n"],
    ids=["nothing", "half a head", "half a body", "half a chunk", "waits for 100"],
)  # fmt: skip
def test_half_a_request_is_cut(port, rest):
    with line_to(port, b"" if rest is None else head(port, rest)) as line:
        assert is_cut(line)


def test_bytes_that_trickle_in_win_no_time(port):
    with line_to(port, head(port)) as line, contextlib.suppress(ConnectionError):
        for _ in range(200):
            line.sendall(b"X")
            time.sleep(0.05)
        pytest.fail("the server waited for ten seconds")


def test_the_second_request_of_a_connection_is_cut_too(port):
    get = f"GET /back HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    with line_to(port, get) as line:
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
        line.sendall(get[:20])
        assert is_cut(line)


def test_many_of_them_keep_nobody_out(port, monkeypatch):
    """With more lines than there is room for, none of which ends by itself soon, a page still comes."""
    monkeypatch.setattr(waiting_connections, "WHOLE_WITHIN", 60.0)
    with contextlib.ExitStack() as held:
        for _ in range(100):
            held.enter_context(contextlib.closing(line_to(port, head(port))))
        for _ in range(5):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/back", timeout=PATIENCE) as answer:
                assert answer.status == 200


def test_whole_requests_and_pauses_between_them_are_not_hurried(port):
    get = f"GET /back HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    with line_to(port, get) as line:
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
        time.sleep(1.0)  # longer than half a request would be waited for
        with contextlib.suppress(TimeoutError):
            line.settimeout(0.1)
            while line.recv(65536):
                pass
        line.settimeout(PATIENCE)
        line.sendall(get)
        assert line.recv(65536).startswith(b"HTTP/1.1 200")


def test_room_is_kept_for_the_log_s_own_files():
    resource = pytest.importorskip("resource")
    most = waiting_connections.room_for_connections()
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert most > 0
    assert soft == resource.RLIM_INFINITY or most < soft
