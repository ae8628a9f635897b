"""What no phone would send gets a sentence and never a fault of the server."""

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
