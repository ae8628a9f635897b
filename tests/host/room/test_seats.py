"""One phone cannot take a room from a class: one seat a cookie, seats nobody sits in are free, the host frees many."""

import pytest

from tests.host.servers import HOST_KEY, do, guest, hall_in, host_does, page, served, told

HOST = {"host": HOST_KEY}


@pytest.fixture
def hall(tmp_path, clock):
    return hall_in(tmp_path, "each", clock=clock)


def frees(client, address, which="all", sure=""):
    headers = {"Cookie": f"host={HOST_KEY}"}
    return client.post("/host/seats", data={"address": address, "which": which, "sure": sure}, headers=headers)


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

    assert "14 seats are free again." in frees(client, "testclient", "idle", "14").text
    assert [one.name for one in hall.room.here] == ["Plays"]
    assert "One seat is free again." in frees(client, "testclient", sure="1").text
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


def test_freeing_seats_asks_first_and_says_how_many(client, hall):
    """Nobody leaves before a yes, nor when another one came in between the question and the yes."""
    for _ in range(3):
        guest(client, hall)
    assert "Free 3 seats?" in frees(client, "testclient").text
    guest(client, hall)
    assert "Free 4 seats?" in frees(client, "testclient", sure="3").text
    assert len(hall.room.here) == 4
    assert "4 seats are free again." in frees(client, "testclient", sure="4").text


def test_a_freed_phone_is_told_and_comes_back_with_its_way_back(client, hall):
    """The page says what happened; the way back that the host's page shows opens the same game."""
    cookies = guest(client, hall, "Ann")
    ann = hall.room.here[0]
    frees(client, "testclient", sure="1")
    assert page(client, cookies, "/play").url.path == "/"
    assert "The host has freed your seat." in told(page(client, cookies, "/").text)
    assert ann.way_back in told(page(client, cookies, "/").text)
    assert ann.way_back in page(client, HOST, f"/host/guest/{ann.id}").text

    answer = client.post("/back", data={"way": ann.way_back})
    assert answer.headers["location"] == "/play"
    assert [one.id for one in hall.room.here] == [ann.id]


def test_the_hosts_page_shows_no_way_back_that_does_not_work(client, hall):
    """Whoever was sent out comes back only by the new one, after the host let them in again."""
    guest(client, hall, "Ann")
    ann = hall.room.here[0]
    host_does(client, "removed", guest=ann.id)
    assert ann.way_back not in page(client, HOST, f"/host/guest/{ann.id}").text
    host_does(client, "readmitted", guest=ann.id)
    new = hall.room.guests[ann.id].way_back
    assert new in page(client, HOST, f"/host/guest/{ann.id}").text
    assert client.post("/back", data={"way": new}).headers["location"] == "/play"


def test_whoever_asks_the_host_sees_that_a_vote_is_open(tmp_path):
    """The page of the question, and the one about leaving, lead to the vote until it is given."""
    hall = hall_in(tmp_path, "together")
    with served(hall) as client:
        cookies = guest(client, hall)
        host_does(client, "started")
        for path in ("/play/help", "/play/leave"):
            assert "A vote is open." in page(client, cookies, path).text
        do(client, cookies, "voted", number=str(hall.room.question.number), option="a")
        assert "A vote is open." not in page(client, cookies, "/play/help").text
