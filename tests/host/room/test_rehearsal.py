"""A rehearsed room looks like a real one: most robots court, some ask too soon, few send everybody the same."""

import random

from game.coach.looking_back.debrief import FAIR, READY
from game.host.debriefing.room_debrief import room_debrief
from game.host.debriefing.sent_to_many import sent_so_far
from game.host.rehearsal.page_reader import ReadPage
from game.host.rehearsal.phone import Phone
from game.host.rehearsal.robots import act, way_of
from tests.host.servers import ORIGIN, guest, hall_in, host_does, served

ROBOTS = 12


class PhoneOfClient(Phone):
    """A phone whose pages come from an application in this process."""

    def __init__(self, client, cookies):
        super().__init__(ORIGIN, cookies)
        self.client = client

    def _once(self, method, path, body):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        answer = self.client.request(method, path, content=body or None, headers=headers)
        self._moved = answer.headers.get("Location", "/")
        return answer.status_code, answer.headers.get_list("set-cookie"), answer.text


def day_played(phone, dice, way):
    """A robot's day, to its end."""
    while True:
        page: ReadPage = phone.get("/play")
        if "/play/end" not in page.links and page.form("event") is None:
            return
        act(phone, dice, way)


def test_a_rehearsed_debrief_has_something_of_everything(tmp_path):
    """Questions at their time and others, few messages to everybody, and points on both sides of doing nothing."""
    hall = hall_in(tmp_path)
    with served(hall) as client:
        robots = [PhoneOfClient(client, guest(client, hall)) for _ in range(ROBOTS)]
        host_does(client, "started")
        for day in range(1, hall.room.days + 1):
            if day > 1:
                host_does(client, "released", day=str(day))
            for number, robot in enumerate(robots):
                day_played(robot, random.Random(100 * day + number), way_of(number))
        told = room_debrief(hall.room)

    kinds = [ask.kind for _, ask in told.asks]
    well = sum(kind in {READY, FAIR} for kind in kinds)
    assert 0 < well < len(kinds)
    blasted = [g for g in hall.room.here if any(one.to_each and one.everybody for one in sent_so_far(g.now))]
    assert len(blasted) <= ROBOTS / 3
    assert len({who for who, _ in told.asks}) < ROBOTS  # some never ask
    doing_nothing = dict(told.reach.scores)["sleeper"]
    scores = sorted(game.score for game in told.games)
    assert scores[0] < doing_nothing < scores[-1]
    assert scores[len(scores) // 2] > doing_nothing / 2
