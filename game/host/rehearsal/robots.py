"""Robot guests: they join, read, choose and end their days as people do, by the same pages."""

import random
import threading
import time
from dataclasses import dataclass, field

from game.host.rehearsal.page_reader import Form, ReadPage
from game.host.rehearsal.phone import Phone

EAGER = (0.45, 0.2, 0.05)
"""How often a robot's choice is to ask for something: hasty ones, some in between, and some who hardly ever ask."""


def robots_come(origin: str, code: str, count: int) -> None:
    """Lets some robots come into a room of this machine, for a rehearsal.

    Args:
        origin: of the server.
        code: of the room.
        count: how many.
    """
    RobotCrowd(origin, code, count).start()


@dataclass
class RobotCrowd:
    """Robots in a room."""

    origin: str
    code: str
    count: int
    pause: float = 4.0  # seconds between two choices, in the middle
    seed: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    done: int = 0  # choices that were acknowledged
    refused: int = 0
    _threads: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        """Lets them come, one after the other."""
        for number in range(self.count):
            thread = threading.Thread(target=self._live, args=(number,), daemon=True, name=f"robot-{number}")
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Lets them go home."""
        self.stopping.set()
        for thread in self._threads:
            thread.join(5.0)

    def _live(self, number: int) -> None:
        dice = random.Random(self.seed * 10_007 + number)  # noqa: S311 - no secret hangs on it
        phone = Phone(self.origin)
        self.stopping.wait(dice.random() * min(self.pause, 0.1 * self.count))
        try:
            join(phone, self.code, table=str(number % 6 + 1))
        except OSError:
            return
        while not self.stopping.wait(dice.expovariate(1.0 / self.pause) if self.pause else 0.0):
            try:
                self._act(phone, dice, EAGER[number % len(EAGER)])
            except OSError:
                time.sleep(0.5)  # the server starts again
        phone.close()

    def _act(self, phone: Phone, dice: random.Random, eager: float) -> None:
        acted = act(phone, dice, eager)
        if acted is not None:
            self.done += acted
            self.refused += not acted


def join(phone: Phone, code: str, name: str = "", table: str = "") -> bool:
    """Joins a room under the suggested name, or under one of its own; whether it was let in."""
    form = phone.get(f"/j/{code}").forms
    if form:
        phone.send(form[0], **({"name": name} if name else {}), table=table)
    return "guest" in phone.cookies


def act(phone: Phone, dice: random.Random, eager: float = EAGER[1]) -> bool | None:
    """One choice, whatever the page offers; whether it was taken, or None if there was nothing to choose.

    Args:
        phone: of the robot.
        dice: what it chooses by.
        eager: 0..1, how often a choice of its day is to ask for something.
    """
    page = phone.get("/play")
    votes = [form for form in page.forms if form.kind == "voted" and form.fields["option"]]
    if votes:
        return _sent(phone, dice.choice(votes)) if dice.random() < 0.8 else None
    event = page.form("event")
    if event is not None:
        return _sent(phone, event)
    if "/play/end" not in page.links:
        return None
    return _of_the_day(phone, page, dice, eager)


def _of_the_day(phone: Phone, page: ReadPage, dice: random.Random, eager: float) -> bool | None:
    people = [link.partition("#")[0] for link in page.links if link.startswith("/play/p/")]
    if dice.random() < 0.15 or not people:
        form = phone.get("/play/end").form("end_day")
        return _sent(phone, form) if form is not None else None
    if dice.random() < 0.2:
        notes = [form for form in phone.get("/play/notes").forms if form.kind == "note"]
        if notes:
            form = dice.choice(notes)
            return _sent(phone, form, motive=dice.choice(form.choices["motive"]))
    who = dice.choice(people)
    group = "ask" if dice.random() < eager else dice.choice(["notice", "talk", "thank", "give"])
    moves = [link for link in phone.get(f"{who}?g={group}").links if link.startswith(who + "/")]
    if not moves:
        return None
    form = phone.get(dice.choice(moves)).form("plan")
    return _sent(phone, form) if form is not None else None


def _sent(phone: Phone, form: Form, **fields: str) -> bool:
    phone.send(form, **fields)
    return phone.status < 400
