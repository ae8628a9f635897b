"""Writes the pictures of a room for facilitators: `python -m tests.host.web.room_pictures`. Look at each of them.

The one of a room that the window hosts is drawn by the window, and is not among them.
"""

import io
import random
import tempfile
from pathlib import Path

from PIL import Image

from game.host.rehearsal.phone import Phone
from game.host.rehearsal.robots import RobotWay, act, join, way_of
from tests.host.servers import HOST_KEY
from tests.host.web.browsing import launched, running, shown

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "pictures"
ROBOTS, DAYS = 9, 7
PHONE, LAPTOP, PROJECTOR = (390, 844), (1280, 800), (1280, 720)
GROUND, GAP = "#e2dff0", 10


def main() -> None:
    """Plays a week with robots, and takes each picture when its time has come."""
    with launched() as browser, tempfile.TemporaryDirectory() as folder, running(Path(folder), "each") as room:
        guest, *robots = (Phone(room.origin) for _ in range(ROBOTS + 1))
        for number, phone in enumerate((guest, *robots)):
            join(phone, room.hall.room.code, name="" if number else "Brass Candle", table=str(number % 6 + 1))
        phone_page, host_page = (_page(browser, size) for size in (PHONE, LAPTOP))
        phone_page.context.add_cookies([{"name": n, "value": v, "url": room.origin} for n, v in guest.cookies.items()])
        host_page.goto(f"{room.origin}/host?key={HOST_KEY}")
        taken = []
        room.does("started")
        for day in range(1, DAYS + 1):
            if day > 1:
                room.does("released", day=day)
            for number, robot in enumerate(robots):
                _plays(robot, random.Random(day * 100 + number), way_of(number))
            if day == 4:
                taken += [_taken(phone_page, room.origin + path) for path in ("/play", "/play/p/edda?g=talk")]
            _plans(guest, "edda", "propose" if day == 1 else "ask_about_them")
            if day == 1:
                guest.send(guest.get("/play/help").form("called_for_help"), text="Can I take back what I planned?")
                _write("room-host.png", _taken(host_page, f"{room.origin}/host"))
            _ends(guest)
            if day == 4:
                taken.append(_taken(phone_page, f"{room.origin}/play/night/1"))
        _write("room-guest.png", _beside(taken))
        room.goes("debrief")
        room.does("turned", page=1)
        host_page.set_viewport_size({"width": PROJECTOR[0], "height": PROJECTOR[1]})
        _write("room-debrief.png", _taken(host_page, f"{room.origin}/screen"))
        for phone in (guest, *robots):
            phone.close()


def _page(browser, size: tuple[int, int]):
    return browser.new_context(viewport={"width": size[0], "height": size[1]}).new_page()


def _plays(phone: Phone, dice: random.Random, way: RobotWay) -> None:
    """A robot's day, to its end."""
    while "/play/end" in (page := phone.get("/play")).links or page.form("event") is not None:
        act(phone, dice, way)


def _plans(phone: Phone, who: str, move: str) -> None:
    if (event := phone.get("/play").form("event")) is not None:
        phone.send(event)
    if (form := phone.get(f"/play/p/{who}/{move}").form("plan")) is not None:
        phone.send(form)


def _ends(phone: Phone) -> None:
    phone.send(phone.get("/play/end").form("end_day"))


def _taken(page, address: str) -> Image.Image:
    shown(page, address)
    page.wait_for_timeout(300)  # until the font is there
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _beside(pictures: list[Image.Image]) -> Image.Image:
    wide, high = PHONE
    sheet = Image.new("RGB", (GAP + len(pictures) * (wide + GAP + GAP), high + 2 * GAP), GROUND)
    for number, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + number * (wide + 2 * GAP), GAP))
    return sheet


def _write(name: str, picture: Image.Image) -> None:
    picture.save(FOLDER / name, optimize=True)  # fewer colours show as rings and halos


if __name__ == "__main__":
    main()
