"""What went to many at once: a message or a post of the player's, or what an event or the answer to it sent.

It is a question in the eyes of whoever gets it, but to nobody in particular, and so it is counted as none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from game.engine.position import Position
from game.engine.seen.message_to_all import TO_ALL, sent_by_events
from game.host.debriefing.points_told import MOST_NAMED
from game.model import trust
from game.model.arrays import Array
from game.model.moves import ASKS_FROM
from game.scenario.texts.first_names import first_name
from game.session.entries import PlanMove
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import counted, figure_told, listed, listed_days

PRESENT = 0.5  # above it somebody follows


@dataclass(frozen=True)
class SentToMany:
    """Something that went to several people at once on a day."""

    day: int
    move: str  # id
    title: str  # of the move: “Message everyone”
    by_event: str  # title of the event that sent it, or whose answer did; "" for what the player planned
    reached: tuple[str, ...]  # ids of those who got it
    names: tuple[str, ...]  # their first names
    everybody: bool  # whether that is all who were there
    asks: bool  # whether it asks something of them

    @property
    def to_each(self) -> bool:
        """Whether it came to each of them like a letter; a post only stands on the page."""
        return bool(self.by_event) or self.move == TO_ALL

    @property
    def label(self) -> str:
        """By what it came, as it stands in quotation marks beside a person."""
        return self.by_event or self.title

    @property
    def told(self) -> str:
        """What went out, and to whom, in a sentence."""
        if not self.to_each:
            return f"“{self.title}”: a post for everybody."
        by = f"By “{self.by_event}”" if self.by_event else "Sent by you"
        return f"{by}: “{self.title}” to {self.whom}, whatever else was planned."

    @property
    def whom(self) -> str:
        """Whom it reached, in words."""
        if not self.names:
            return "nobody, for nobody was there"
        if self.everybody:
            return f"everybody ({len(self.names)} {'person' if len(self.names) == 1 else 'people'})"
        return listed(self.names) if len(self.names) <= MOST_NAMED else f"{counted(len(self.names))} people"


def sent_tonight(evening: Playthrough) -> tuple[SentToMany, ...]:
    """What went to many on a day: by its events first, then what was planned for all.

    Args:
        evening: as the day ended, answers and all.
    """
    return _sent(evening, evening.position, tuple(evening.plan.values()))


def sent_so_far(now: Playthrough) -> tuple[SentToMany, ...]:
    """What went to many on all the days that were played, day by day."""
    return tuple(one for played in now.history for one in _sent(now, played.morning, played.items))


def _sent(now: Playthrough, morning: Position, items: Sequence[PlanMove]) -> tuple[SentToMany, ...]:
    compiled, there = now.compiled, _there(morning)
    found = []
    titles = [event.title for event in compiled.scenario.timeline.values()]
    for number, sent in sent_by_events(morning):
        move = compiled.rules.moves.ids[int(sent.move)]
        found.append(_one(now, morning.day, move, there & sent.who, there, by_event=titles[number]))
    found += [_one(now, morning.day, item.move, there, there) for item in items if not item.who]
    return tuple(found)


def _one(now: Playthrough, day: int, move: str, who: Array, there: Array, by_event: str = "") -> SentToMany:
    ids = tuple(now.compiled.ids[int(column)] for column in who.nonzero()[0])
    return SentToMany(
        day=day, move=move, title=now.setup.speaker.title(move), by_event=by_event, reached=ids,
        names=tuple(first_name(now.people[one].name) for one in ids), everybody=bool((who == there).all()),
        asks=now.compiled.rules.moves.row(move).ask >= ASKS_FROM,
    )  # fmt: skip


def _there(morning: Position) -> Array:
    there: Array = (morning.ledger.present[0] > PRESENT) & (morning.people.arrives[0] <= morning.day)
    return there


@dataclass(frozen=True)
class _Sent:
    """Something that asks and went to many in one game: by what, and what it cost."""

    by: str  # the answer to an event, or the player
    title: str  # of what was sent
    day: int
    reached: int
    whom: str
    cost: float  # points of trust of all whom it reached


def asked_many(games: Iterable[Playthrough]) -> tuple[str, ...]:
    """Sentences on what went to many and asks something of them; none where nothing of that kind was sent.

    Args:
        games: of a room, or of one guest, as they were played.
    """
    found: dict[tuple[str, str], list[list[_Sent]]] = {}
    count = 0
    for now in games:
        count += 1
        of_game: dict[tuple[str, str], list[_Sent]] = {}
        for one in _asking(now):
            of_game.setdefault((one.by, one.title), []).append(one)
        for key, sent in of_game.items():
            found.setdefault(key, []).append(sent)
    return tuple(_many_told(by, title, each, count) for (by, title), each in found.items())


def _asking(now: Playthrough) -> Iterator[_Sent]:
    params = now.compiled.rules.params
    for played in now.history:
        for sent in _sent(now, played.morning, played.items):
            if not (sent.asks and sent.to_each):
                continue
            before, after = (
                (played.morning.dawn, played.morning.state) if sent.by_event
                else (played.day.after_direct, played.day.after_post)
            )  # fmt: skip
            moved = (trust(after, played.morning.people, params) - trust(before, played.morning.people, params))[0]
            reached = [now.compiled.ids.index(who) for who in sent.reached]
            by = f"The answer to “{sent.by_event}”" if sent.by_event else "You"
            yield _Sent(by, sent.title, sent.day, len(reached), sent.whom, 100.0 * float(-moved[reached].sum()))


def _many_told(by: str, title: str, each: Sequence[Sequence[_Sent]], games: int) -> str:
    """What was sent, to whom, in how many games or when, and what it cost."""
    every = [one for sent in each for one in sent]
    whom = {one.whom for one in every}
    most = max(one.reached for one in every)
    to = whom.pop() if len(whom) == 1 else f"up to {counted(most)} people"
    when = f" in {len(each)} of {games} games" if games > 1 else f" on {listed_days({one.day for one in every})}"
    cost = mean(sum(one.cost for one in sent) for sent in each)
    felt = (
        f"It cost {figure_told(cost, 0)} points of trust {'a game' if len(each) > 1 else 'in all'}."
        if round(cost) > 0
        else "It cost next to no trust."
    )
    return f"{by} sent “{title}” to {to}{when}. {felt}"
