"""How well somebody keeps to each principle, in words that the counts allow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from game.coach.learner.boosters import due_on
from game.coach.learner.run_evidence import KNOW_WHEN, PrincipleSeen, RunEvidence
from game.local_time import local_time

LATEST = 3
"""Games in which a principle could be seen, by the last of which it is told how well it is kept."""
ENOUGH = 3
"""Chances in those games; fewer tell nothing."""
MANY, GAMES = 6, 2
"""Chances and games from which something is called firmly kept."""
WORDS = (
    ("firm", 0.85, "Firmly kept"),
    ("mostly", 0.7, "Mostly kept"),
    ("half", 0.4, "Half kept"),
    ("begun", 0.0, "Just begun"),
)
"""How well a principle is kept: a name, the share of chances from which it holds, and its words."""
UNTOLD = ("untold", "Too little seen to tell")


@dataclass(frozen=True)
class Mastery:
    """A principle as the games of one person show it."""

    scenario: str  # id of the one that teaches it; "" for what every game is about
    scenario_title: str
    name: str
    text: str
    games: int  # in which it could be seen
    seen: PrincipleSeen  # in all of them
    latest: PrincipleSeen  # in the last `LATEST` of them
    due: date  # from when a booster is worth playing

    @property
    def _told(self) -> tuple[str, str]:
        if self.latest.chances < ENOUGH:
            return UNTOLD
        name, _, words = next(row for row in WORDS if self.latest.share >= row[1])
        if name == "firm" and (self.seen.chances < MANY or self.games < GAMES):
            return WORDS[1][0], WORDS[1][2]
        return name, words

    @property
    def level(self) -> str:
        """How well it is kept: firm, mostly, half, begun or untold."""
        return self._told[0]

    @property
    def words(self) -> str:
        """The same, to be read."""
        return self._told[1]


def mastery_of(games: Iterable[RunEvidence]) -> tuple[Mastery, ...]:
    """Each principle that some game has shown; what every game is about first, then by scenario in the order of games.

    Args:
        games: of one person, in any order.
    """
    ordered = sorted(games, key=lambda game: time_of(game.when))
    found: dict[tuple[str, str], list[RunEvidence]] = {(("", KNOW_WHEN)): []}
    for game in ordered:
        for one in game.principles:
            if one.seen.chances:
                found.setdefault(("" if one.name == KNOW_WHEN else game.scenario, one.name), []).append(game)
    return tuple(_mastery(key, some) for key, some in found.items() if some)


def _mastery(key: tuple[str, str], games: Sequence[RunEvidence]) -> Mastery:
    scenario, name = key
    each, last = [game.of(name) for game in games], games[-1]
    due = due_on([(day_of(game.when), seen.share) for game, seen in zip(games, each, strict=True)])
    assert due is not None
    return Mastery(
        scenario=scenario, scenario_title=last.title if scenario else "", name=name,
        text=next(p.text for p in last.principles if p.name == name), games=len(games),
        seen=sum(each, PrincipleSeen()), latest=sum(each[-LATEST:], PrincipleSeen()), due=due,
    )  # fmt: skip


def time_of(written: str) -> datetime:
    """A time of day as it is kept; without a zone it counts as that of Greenwich.

    Raises:
        ValueError: it is no time.
    """
    found = datetime.fromisoformat(written)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def day_of(written: str) -> date:
    """The day of a time as it is kept, in the zone of this machine, in which days are told.

    Raises:
        ValueError: it is no time.
    """
    return local_time(time_of(written).timestamp()).date()
