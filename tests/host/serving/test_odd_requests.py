"""What no phone would send gets a sentence and never a fault of the server."""

from itertools import product
from urllib.parse import urlsplit

import pytest

from tests.host.servers import HOST_KEY, hall_in, served

NUMBERS = ("9" * 5000, "٣", "-1", "1e3", "0x1", "%00", "1.5")


@pytest.fixture
def client(tmp_path):
    hall = hall_in(tmp_path)
    with served(hall) as client:
        yield client


@pytest.mark.parametrize("number", NUMBERS, ids=lambda n: n[:8])
@pytest.mark.parametrize("path", ["/art/face/{}.svg", "/art/table/{}-warm-cup-dark.svg"])
def test_a_picture_of_no_number_is_not_there(client, path, number):
    assert client.get(path.format(number)).status_code == 404


@pytest.mark.parametrize("body", [b"\xff", b"%ff=%ff", b"a" * 100, b"=&" * 60, b""], ids=lambda b: repr(b[:8]))
@pytest.mark.parametrize("path", ["/host/open", "/host/do"])
def test_a_form_of_the_host_that_is_none_is_told(client, path, body):
    headers = {"Cookie": f"host={HOST_KEY}", "Content-Type": "application/x-www-form-urlencoded"}

    answer = client.post(path, content=body, headers=headers)

    assert answer.status_code in {409, 429}
    assert "<main" in answer.text


@pytest.mark.parametrize("body", [b"\xff", b"%ff=%ff", b"=&" * 60, b""], ids=lambda b: repr(b[:8]))
@pytest.mark.parametrize("path", ["/join", "/do", "/back"])
def test_a_form_of_a_guest_that_is_none_is_told(client, path, body):
    answer = client.post(path, content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})

    assert answer.status_code < 500


JUNK = (
    "http://[", "http://[::1", "http://]:8765", "http://[x]:8765", "[", "]", "[]", "::", "http://127.0.0.1:99999", "//",
    "http://127.0.0.1:8765:8765", "http://a@127.0.0.1:8765", "null", "*", "\x80\xff", "9" * 5000, "²", "-1", "bytes=0-",
    "=;=;=", "guest", 'guest="', "guest=\x80;host=\xff", "host=" + "a" * 4000, "127.0.0.1:8765, 127.0.0.1:8765",
)  # fmt: skip


def as_sent(value: str) -> bytes:
    return value.encode("latin-1")


HEADERS = ("Origin", "Host", "Content-Length", "Cookie", "Range", "Content-Type", "X-Forwarded-For", "Referer")


def test_a_header_that_is_none_is_no_fault_of_the_server(tmp_path):
    """Whatever stands in a header of a page or of a form: a fault would be told as 500."""
    hall, faults = hall_in(tmp_path), []
    with served(hall) as client:
        client._transport.raise_server_exceptions = False
        for name, value in product(HEADERS, JUNK):
            for method, path in (("GET", "/"), ("POST", "/join")):
                body = b"kind=voted" if method == "POST" else None
                answer = client.request(method, path, content=body, headers={name: as_sent(value)})
                faults += [(name, value)] * (answer.status_code >= 500)
    assert faults == []


def test_a_form_of_an_origin_that_is_none_is_forbidden(client):
    for value in JUNK:
        answer = client.post("/join", content=b"code=x", headers={"Origin": as_sent(value)})
        assert answer.status_code == 403, value


@pytest.mark.parametrize("address", ["fd00::7", "192.168.0.7"])
@pytest.mark.parametrize(("port", "secure"), [(8765, False), (80, False), (443, True)])
def test_the_address_that_is_shown_is_answered(tmp_path, address, port, secure):
    """IPv6 addresses stand in brackets; browsers leave out the usual port."""
    scheme = "https" if secure else "http"
    hall = hall_in(tmp_path, address=address, port=port, secure=secure, scheme=scheme)
    origin = hall.settings.origin
    shown = origin.removesuffix(":80" if not secure else ":443")
    with served(hall) as client:
        headers = {"Host": shown.partition("//")[2], "Origin": shown}
        assert client.get("/back", headers=headers).status_code == 200
        assert "Nobody has that way back" in client.post("/back", data={"way": "x"}, headers=headers).text
    assert urlsplit(origin).port == port
