"""How the games of a room stand this morning: trust, and what was asked so far."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Any

from game.coach.knowing_when import asking_opens
from game.coach.looking_back.followers_told import trust_by_day
from game.coach.looking_back.questions.asks_told import ask_marks, purchase_asks
from game.host.debriefing.what_happened.courses import NEVER, asked_of
from game.host.debriefing.what_happened.courses_told import ASKED_WORDS
from game.host.room.room_state import Room
from game.session.playthrough import Playthrough


def so_far(room: Room) -> dict[str, Any] | None:
    """Trust, one dot a guest, and how many have asked somebody to buy; None before the first night."""
    games = [g.now for g in room.here if g.now is not None and g.now.history]
    if room.shared is not None and room.shared.history:
        games = [room.shared]
    if not games:
        return None
    standings = [standing_of(now) for now in games]
    means, opens = [s.trust for s in standings], asking_opens(room.begun)
    return {
        "means": means, "middle": median(means), "asked": sum(s.asked != NEVER for s in standings),
        "best": _best_said(Counter(s.asked for s in standings), one=room.shared is not None),
        "opens": opens if room.days_ended < opens else 0,
    }  # fmt: skip


def _best_said(counts: Counter[str], *, one: bool) -> str:
    """The best question to buy of each game, by its kind, in words.

    Args:
        counts: of the games, by kind.
        one: whether there is one game alone, so that no numbers are told.
    """
    return ", ".join(
        words if one else f"{words} {counts[kind]}"
        for kind, words in ASKED_WORDS.items()
        if counts[kind] and kind != NEVER
    )


@dataclass(frozen=True)
class Standing:
    """How one game stands this morning."""

    trust: float  # mean over all, 0..1
    asked: str  # the best kind of question to buy that was put to anybody, or NEVER


class _Morning:
    """A game as it stood this morning: what is planned and noted in the day makes no other morning of it."""

    def __init__(self, now: Playthrough) -> None:
        self.now = now

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Morning) and other.now.setup is self.now.setup and other.now.history is self.now.history
        )

    def __hash__(self) -> int:
        return hash((id(self.now.setup), id(self.now.history)))


def standing_of(now: Playthrough) -> Standing:
    """How a game stands; worked out once a morning, for the host looks at it all the time."""
    return _standing(_Morning(now))


@lru_cache(maxsize=2000)
def _standing(morning: _Morning) -> Standing:
    asks = purchase_asks(ask_marks(morning.now))
    mean = float(trust_by_day(morning.now)[-1].mean()) / 100.0
    return Standing(mean, asked_of(asks))
