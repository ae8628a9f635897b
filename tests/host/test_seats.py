"""One phone cannot take a room from a class: one seat a cookie, seats nobody sits in are free, the host frees many."""

import pytest

from tests.host.servers import HOST_KEY, Clock, do, guest, hall_in, host_does, page, served, told

HOST = {"host": HOST_KEY}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def hall(tmp_path, clock):
    return hall_in(tmp_path, "each", clock=clock)


@pytest.fixture
def client(hall, clock):
    with served(hall, clock) as client:
        yield client


def frees(client, address, which="all"):
    headers = {"Cookie": f"host={HOST_KEY}"}
    return client.post("/host/seats", data={"address": address, "which": which}, headers=headers)


def test_a_phone_that_joins_again_keeps_its_one_seat(client, hall):
    """The button pressed twice, or a form sent again and again with the cookie."""
    cookies = guest(client, hall)
    for number in range(5):
        answer = client.post(
            "/join", data={"code": hall.room.code, "name": f"More {number}"},
            headers={"Cookie": f"guest={cookies['guest']}"},
        )  # fmt: skip
        assert answer.headers["location"] == "/play"
    assert len(hall.room.here) == 1


def test_a_class_behind_one_router_comes_in_at_once(client, hall):
    for _ in range(60):
        guest(client, hall)
    assert len(hall.room.here) == 60


def test_seats_whose_page_nobody_opened_make_room_for_people(client, hall, clock):
    """A script that only sends the form fills no room; who has opened their page stays, and a fresh seat, too."""
    host_does(client, "set_cap", most="3")
    sitting = guest(client, hall, "Sitting")
    page(client, sitting)
    guest(client, hall, "Script")
    clock.now += 60
    guest(client, hall, "Fresh")
    guest(client, hall, "Person")

    assert [one.name for one in hall.room.here] == ["Sitting", "Fresh", "Person"]
    answer = client.post("/join", data={"code": hall.room.code, "name": "Late"})
    assert "full" in told(answer.text)


def test_the_host_sees_seats_by_address_and_frees_many_at_once(client, hall, clock):
    host_does(client, "started")
    played = guest(client, hall, "Plays")
    for number in range(14):
        guest(client, hall, f"Script {number}")
    clock.now += 60
    do(client, played, "note", who="edda", motive="buyer", sure="50")
    text = page(client, HOST, "/host/seats").text
    assert "15 seats" in text
    assert "and 3 more" in text

    assert "14 seats are free again." in frees(client, "testclient", "idle").text
    assert [one.name for one in hall.room.here] == ["Plays"]
    assert "One seat is free again." in frees(client, "testclient").text
    assert not hall.room.here


def test_seats_of_an_earlier_start_are_told_as_such_and_never_given_away(client, hall, clock, tmp_path):
    host_does(client, "set_cap", most="1")
    guest(client, hall, "From before")
    clock.now += 600
    again = hall_in(tmp_path / "other", "each", clock=clock)
    again.writer.committed = hall.room
    assert again.seats.never_opened(hall.room, clock.now) == ""
    assert [group.address for group in again.seats.groups(hall.room)] == [""]


def test_only_the_host_frees_seats(client, hall):
    guest(client, hall)
    assert client.post("/host/seats", data={"address": "testclient"}).status_code == 403
    assert client.get("/host/seats").status_code == 403
    assert len(hall.room.here) == 1
