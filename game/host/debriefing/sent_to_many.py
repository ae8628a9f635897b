"""What went to many at once: a message or a post of the player's, or what an event or the answer to it sent.

It is a question in the eyes of whoever gets it, but to nobody in particular, and so it is counted as none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.engine.position import Position
from game.engine.seen.message_to_all import TO_ALL, sent_by_events
from game.host.debriefing.points_told import MOST_NAMED
from game.model.arrays import Array
from game.model.moves import ASKS_FROM
from game.scenario.texts.first_names import first_name
from game.session.entries import PlanMove
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import counted, listed, listed_days

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
        return f"{by}: “{self.title}” to {self._whom}, whatever else was planned."

    @property
    def _whom(self) -> str:
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


def asked_many(games: Iterable[Playthrough]) -> tuple[str, ...]:
    """Sentences on what went to many and asks something of them; none where nothing of that kind was sent.

    Args:
        games: of a room, or of one guest, as they were played.
    """
    days: dict[tuple[str, bool], list[set[int]]] = {}
    count = 0
    for now in games:
        count += 1
        of_game: dict[tuple[str, bool], set[int]] = {}
        for sent in sent_so_far(now):
            if sent.asks and sent.to_each:
                of_game.setdefault((sent.label, bool(sent.by_event)), set()).add(sent.day)
        for key, on in of_game.items():
            days.setdefault(key, []).append(on)
    return tuple(
        f"{_how(label, by_event=by_event, on=on, games=count)} something that asks went to many at once. It is counted "
        "as a question to nobody."
        for (label, by_event), on in days.items()
    )


def _how(label: str, *, by_event: bool, on: Sequence[set[int]], games: int) -> str:
    """By what, and when it was sent, or in how many games."""
    when = f"in {len(on)} of {games} games" if games > 1 else f"on {listed_days(set().union(*on))}"
    return f"By {'the answer to ' if by_event else ''}“{label}” {when}"
