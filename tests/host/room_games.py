"""Games of a room, played by what its pages offer."""

import time

from game.host.rehearsal.page_reader import ReadPage
from tests.host.servers import HOST_KEY, do, guest, host_does, page, told

HOST = {"host": HOST_KEY}


def played_day(client, cookies, clock, plans=()):
    """A day of a guest who uses what the pages offer."""
    clock.now += 60
    event = ReadPage(page(client, cookies).text).form("event")
    if event is not None:
        do(client, cookies, **event.fields)
    for who, move in plans:
        form = ReadPage(page(client, cookies, f"/play/p/{who}/{move}").text).form("plan")
        clock.now += 5
        if form is not None:
            do(client, cookies, **form.fields)
    form = ReadPage(page(client, cookies, "/play/end").text).form("end_day")
    return do(client, cookies, **form.fields)


PLANS = (("edda", "look_around"), ("walter", "ask_about_them"), ("dorian", "propose"))


def debrief_shown(client):
    """The screen's page once the debrief is ready."""
    for _ in range(600):
        if "being prepared" not in (text := page(client, HOST, "/screen").text):
            return text
        time.sleep(0.05)
    raise AssertionError("the debrief is never ready")


def whole_game(hall, client, clock, guests=2):
    """A room in which each plays to the end; gives the cookies."""
    cookies = [guest(client, hall, table=str(n)) for n in range(guests)]
    host_does(client, "started")
    for day in range(1, hall.room.days + 1):
        if day > 1:
            host_does(client, "released", day=str(day))
        for number, own in enumerate(cookies):
            answer = played_day(client, own, clock, PLANS[: number + 1])
            assert answer.status_code == 303, told(answer.text)
    return cookies
