"""Who comes in: codes, ways back, a full or locked room, who was sent out, and names that mean harm."""

import re

import pytest

from game.host.room.room_codes import LETTERS, clean_name
from tests.host.servers import (
    HOST_KEY,
    SCREEN_KEY,
    guest,
    host_does,
    page,
    told,
)


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
    assert page(client, cookies).status_code == 403
    assert client.post("/back", data={"way": one.way_back}).status_code == 403
    host_does(client, "readmitted", guest=one.id)
    assert hall.room.guests[one.id].way_back != one.way_back
    assert client.post("/back", data={"way": hall.room.guests[one.id].way_back}).status_code == 303


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
