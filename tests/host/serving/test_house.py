"""Several rooms on one server: each is alone in its room, and nothing that happens in one touches another."""

import asyncio
import re

import pytest
from starlette.testclient import TestClient

from game.host.store.event_log import LogError, SqliteLog
from game.host.web.house import House
from game.resources import SCENARIOS
from tests.host.servers import HOST_KEY, ORIGIN, SOCKETS, hall_in, told

FORM = {"scenario": str(SCENARIOS / "first_hello.yaml"), "mode": "each", "minutes": "45"}


class Served:
    """A house with its client, as its host sees it."""

    def __init__(self, house: House, client: TestClient) -> None:
        self.house, self.client = house, client
        self.first = house._halls[1]

    def as_host(self, path: str, **fields):
        headers = {"Cookie": f"host={HOST_KEY}"}
        return (
            self.client.post(path, data=fields, headers=headers) if fields else self.client.get(path, headers=headers)
        )

    def opened(self):
        """Another room; gives its hall."""
        answer = self.as_host("/host/rooms/open", **FORM)
        assert answer.status_code == 303, told(answer.text)
        return self.house._halls[max(self.house._halls)]

    def joins(self, hall, name: str):
        """A phone of its own that joins a room; gives its answer and leaves the cookies in the client."""
        path = hall.settings.path
        return self.client.post(f"{path}/join", data={"code": hall.room.code, "name": name, "table": ""})


@pytest.fixture
def served(tmp_path):
    hall = hall_in(tmp_path)
    house = House(hall, lambda: SqliteLog(tmp_path / "rooms.sqlite"))
    with TestClient(house, base_url=ORIGIN, headers={"Origin": ORIGIN}, follow_redirects=False) as client:
        yield Served(house, client)


def names(hall) -> list[str]:
    return [guest.name for guest in hall.room.here]


def test_a_phone_can_be_in_two_rooms_and_is_somebody_else_in_each(served):
    second = served.opened()
    assert second.room.code != served.first.room.code
    assert served.joins(served.first, "Ann").headers["location"] == "/play"
    answer = served.joins(second, "Ben")
    assert answer.headers["location"] == "/2/play"
    assert "Path=/2;" in answer.headers["set-cookie"] + ";"
    assert (names(served.first), names(second)) == (["Ann"], ["Ben"])
    assert "Ann" in served.client.get("/play").text
    assert "Ben" in served.client.get("/2/play").text


def test_every_link_of_a_room_stays_in_it(served):
    second = served.opened()
    served.joins(second, "Ben")
    served.client.get(f"/2/host?key={second.host_key}")
    for path in ("/2/", "/2/play", "/2/back", "/2/host", "/2/host/settings", "/2/host/guide", "/2/host/sure/end"):
        text = served.client.get(path, follow_redirects=True).text
        led = re.findall(r'(?:href|action|src|srcset)="(/[^"]*)"', text)
        assert led, path
        assert not [link for link in led if not link.startswith(("/2/", "/static/", "/art/"))], path


def test_the_host_of_one_room_is_nobody_in_another(served):
    second = served.opened()
    other = {"Cookie": f"host={second.host_key}"}
    assert served.client.get("/2/host", headers=other).status_code == 200
    for path in ("/host", "/host/settings", "/host/rooms", "/screen"):
        assert served.client.get(path, headers=other).status_code == 403, path
    assert served.as_host("/2/host").status_code == 403
    for path in ("/host/rooms/open", "/host/rooms/close", "/host/do"):
        assert served.client.post(path, data=FORM, headers=other).status_code == 403, path


def test_a_code_at_the_wrong_door_leads_to_its_room(served):
    second = served.opened()
    form = {"code": second.room.code, "name": "Ben", "table": ""}
    assert served.client.post("/join", data=form).headers["location"] == f"{ORIGIN}/2/j/{second.room.code}"
    form["code"] = served.first.room.code
    assert served.client.post("/2/join", data=form).headers["location"] == f"{ORIGIN}/j/{served.first.room.code}"
    assert (names(served.first), names(second)) == ([], [])


def test_a_flood_of_wrong_codes_in_one_room_keeps_nobody_out_of_another(served):
    second = served.opened()
    for _ in range(12):
        answer = served.client.post("/2/join", data={"code": "AAAAAA", "name": "x", "table": ""})
    assert answer.status_code == 429
    wrong = served.client.post("/join", data={"code": "AAAAAA", "name": "x", "table": ""})
    assert wrong.status_code == 403
    assert served.joins(served.first, "Ann").status_code == 303
    assert names(second) == []


def test_a_room_whose_log_cannot_be_written_leaves_the_other_alone(served):
    second = served.opened()

    def full(*_):
        raise LogError("The disk is full.")

    second.log.append = full
    assert served.joins(second, "Ben").status_code == 503
    assert served.joins(served.first, "Ann").status_code == 303
    assert served.as_host("/host/do", kind="started").status_code == 303
    assert served.first.room.stage == "play"


def test_a_closed_room_is_gone_and_can_be_gone_on_with(served):
    second = served.opened()
    served.joins(second, "Ben")
    kept = second.room.opening.id
    assert "Go on with a room" not in served.as_host("/host/rooms").text  # neither of the two that are open
    assert served.as_host("/host/rooms/close", number="2").status_code == 303
    assert served.client.get("/2/play").status_code == 404
    assert served.joins(served.first, "Ann").status_code == 303
    assert served.as_host("/host/rooms/close", number="2").status_code == 409
    assert served.as_host("/host/rooms/close", number="1").status_code == 409
    assert "Go on with a room" in served.as_host("/host/rooms").text
    assert served.as_host("/host/rooms/open", again=kept).status_code == 303
    assert names(served.house._halls[2]) == ["Ben"]
    assert served.as_host("/host/rooms/open", again=kept).status_code == 409


def test_news_of_one_room_reach_its_own_pages_alone(served):
    second = served.opened()
    served.joins(second, "Ben")
    with served.client.websocket_connect(f"{SOCKETS}/2/ws/1?as=guest", headers={"Origin": ORIGIN}) as socket:
        assert socket.receive_json()["live"]["here"] == 1
    assert len(served.first.hub) == 0


def test_a_room_that_cannot_be_opened_is_told_and_leaves_no_door(served):
    answer = served.as_host("/host/rooms/open", **(FORM | {"scenario": "/etc/passwd"}))
    assert (answer.status_code, told(answer.text)) == (409, "Choose a scenario and how you play.")
    assert list(served.house._halls) == [1]


def test_the_first_page_offers_rooms_that_were_open_before(tmp_path):
    hall = hall_in(tmp_path)
    kept = hall.room.opening.id
    hall.log.close()
    again = hall_in(tmp_path, room=False)
    house = House(again, lambda: SqliteLog(tmp_path / "rooms.sqlite"))
    with TestClient(house, base_url=ORIGIN, headers={"Origin": ORIGIN}, follow_redirects=False) as client:
        page = Served(house, client)
        assert f'value="{kept}"' in page.as_host("/host").text
        assert page.as_host("/host/open", again=kept).status_code == 303
        assert again.room.opening.id == kept


def test_all_rooms_have_ended_before_the_server_hears_that_all_is_over(tmp_path):
    """A server stops whatever still works after that word, with a traceback in the terminal."""
    house = House(hall_in(tmp_path), lambda: SqliteLog(tmp_path / "rooms.sqlite"))
    open_then = {}

    async def send(message):
        open_then[message["type"]] = sorted(house._halls)

    async def life():
        asked = asyncio.Queue()
        living = asyncio.create_task(house({"type": "lifespan"}, asked.get, send))
        await asked.put({"type": "lifespan.startup"})
        while not open_then:
            await asyncio.sleep(0)
        for number in (2, 3, 4):
            house._halls[number] = hall_in(tmp_path, path=f"/{number}")
            house._doors[number] = house._doors[1]
            house._halls[number].start()
        await asked.put({"type": "lifespan.shutdown"})
        await living

    asyncio.run(life())
    assert open_then == {"lifespan.startup.complete": [1], "lifespan.shutdown.complete": [1]}
