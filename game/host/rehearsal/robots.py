"""Robot guests: they join, read, choose and end their days as people do, by the same pages."""

import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.host.rehearsal.page_reader import Form, ReadPage
from game.host.rehearsal.phone import Phone

GROUPS = ("notice", "talk", "thank", "give")
COURTING = ("answer", "congratulate", "follow_up", "look_around", "ask_about_them")
"""Moves of somebody who courts, the best first; of those that a page offers the first is made."""
WANTED = frozenset({"answer", "congratulate", "follow_up"})
"""Moves that somebody waits for; another one is made only now and then, for nobody likes to be asked every day."""
LIKED = 3  # people whom somebody who courts keeps to
UNWANTED = 0.3
"""How often a move that nobody waits for is made."""


@dataclass(frozen=True)
class RobotWay:
    """How a robot plays."""

    court: float  # 0..1, how often a choice is to court one of those whom it keeps to
    ask: float  # 0..1, how often a choice is to ask for something, once that is open
    begin: int = 0  # the first of the people whom it keeps to, in the order of the page


WAYS = (
    RobotWay(0.95, 0.15),
    RobotWay(0.95, 0.3),
    RobotWay(0.3, 0.5),
    RobotWay(1.0, 0.04),
    RobotWay(0.9, 0.25),
    RobotWay(0.6, 0.2),
)
"""Ways by turns: most court, and ask sooner or later, or hardly ever; one is hasty, one does now this, now that."""
ANSWERS = (10, 70, 10, 10)
"""How often an event gets its first answer, which is the rash one where there is one, its second, and so on."""


def way_of(number: int) -> RobotWay:
    """The way of a robot: each keeps to other people.

    Args:
        number: of the robot, 0..
    """
    return replace(WAYS[number % len(WAYS)], begin=number)


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
                self._act(phone, dice, way_of(number))
            except OSError:
                time.sleep(0.5)  # the server starts again
        phone.close()

    def _act(self, phone: Phone, dice: random.Random, way: RobotWay) -> None:
        acted = act(phone, dice, way)
        if acted is not None:
            self.done += acted
            self.refused += not acted


def join(phone: Phone, code: str, name: str = "", table: str = "") -> bool:
    """Joins a room under the suggested name, or under one of its own; whether it was let in."""
    form = phone.get(f"/j/{code}").forms
    if form:
        phone.send(form[0], **({"name": name} if name else {}), table=table)
    return "guest" in phone.cookies


def act(phone: Phone, dice: random.Random, way: RobotWay = WAYS[-1]) -> bool | None:
    """One choice, whatever the page offers; whether it was taken, or None if there was nothing to choose.

    Args:
        phone: of the robot.
        dice: what it chooses by.
        way: how it plays.
    """
    page = phone.get("/play")
    votes = [form for form in page.forms if form.kind == "voted" and form.fields["option"]]
    if votes:
        return _sent(phone, dice.choice(votes)) if dice.random() < 0.8 else None
    answers = [form for form in page.forms if form.kind == "event"]
    if answers:
        weights = [ANSWERS[min(place, len(ANSWERS) - 1)] for place in range(len(answers))]
        return _sent(phone, dice.choices(answers, weights)[0])
    if "/play/end" not in page.links:
        return None
    return _of_the_day(phone, page, dice, way)


def _of_the_day(phone: Phone, page: ReadPage, dice: random.Random, way: RobotWay) -> bool | None:
    people = [link.partition("#")[0] for link in page.links if link.startswith("/play/p/")]
    if dice.random() < 0.15 or not people:
        form = phone.get("/play/end").form("end_day")
        return _sent(phone, form) if form is not None else None
    if dice.random() < 0.2:
        notes = [form for form in phone.get("/play/notes").forms if form.kind == "note"]
        if notes:
            form = dice.choice(notes)
            return _sent(phone, form, motive=dice.choice(form.choices["motive"]))
    liked = [people[(way.begin + place) % len(people)] for place in range(LIKED)]
    asks, courts = dice.random() < way.ask, dice.random() < way.court
    who = dice.choice(liked if courts else people)
    groups = ["ask"] if asks else ["talk", "thank", "notice"] if courts else [dice.choice(GROUPS)]
    pages = [phone.get(f"{who}?g={group}") for group in groups]
    moves = [link for one in pages for link in one.links if link.startswith(who + "/")]
    if not moves or pages[0].form("take_back") is not None:  # what is planned for them stays
        return None
    chosen = _best(moves, ("propose",) if asks else COURTING) if courts else dice.choice(moves)
    if not chosen or (courts and not asks and _move(chosen) not in WANTED and dice.random() > UNWANTED):
        return None
    form = phone.get(chosen).form("plan")
    return _sent(phone, form) if form is not None else None


def _best(moves: list[str], wanted: Sequence[str]) -> str:
    """The address of the first wanted move that a page offers; "" where it offers none of them."""
    offered = {_move(link): link for link in moves}
    return next((offered[move] for move in wanted if move in offered), "")


def _move(link: str) -> str:
    """The move that an address is of."""
    return link.rpartition("/")[2]


def _sent(phone: Phone, form: Form, **fields: str) -> bool:
    phone.send(form, **fields)
    return phone.status < 400
