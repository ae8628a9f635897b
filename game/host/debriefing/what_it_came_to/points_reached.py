"""The points of a room beside those of others with the same people, and why they are as they are, in a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from game.coach.looking_back.debrief import Debrief
from game.coach.looking_back.grade import MOST_FOR_BUSINESS
from game.coach.within_reach import WithinReach
from game.host.debriefing.points_told import MOST_NAMED
from game.host.debriefing.what_happened.courses import BOUGHT, Course
from game.host.debriefing.what_happened.courses_told import spells_said
from game.session.words.numbers_told import listed

DOES_NOTHING, NEVER_ASKS = "sleeper", "never_asks"
NOBODY = "Nobody came to buy, so the points are those for people."


@dataclass(frozen=True)
class PointsBar:
    """Points as a bar."""

    words: str
    points: float
    own: bool  # whether they are of this room


def points_bars(games: Sequence[Debrief], reach: WithinReach) -> tuple[PointsBar, ...]:
    """Doing nothing, the room, its best game, and the best that is known, from the least to the most.

    Args:
        games: of the room.
        reach: what others came to with the same people.
    """
    others = dict(reach.scores)
    scores = [game.score for game in games]
    found = [PointsBar("Middle of the room" if len(scores) > 1 else "The room", median(scores), own=True)]
    if len(scores) > 1:
        found.append(PointsBar("Best of you", max(scores), own=True))
    if DOES_NOTHING in others:
        found.append(PointsBar("Doing nothing at all", others[DOES_NOTHING], own=False))
    if others and max(others.values()) > max(scores):
        found.append(PointsBar("Courting, and asking in time", max(others.values()), own=False))
    return tuple(sorted(found, key=lambda bar: bar.points))


def why_of_room(courses: Iterable[Course], reach: WithinReach) -> str:
    """Why the points of a room are as they are: how many sales were made of those that somebody came for.

    Args:
        courses: everybody's, of all games.
        reach: what others came to with the same people.
    """
    buyers = [one for one in courses if one.buyer]
    if not buyers:
        return NOBODY
    sales, courted = sum(one.ended == BOUGHT for one in buyers), dict(reach.scores).get(NEVER_ASKS)
    alone = "" if courted is None else f": whoever courts well and never asks has {courted:.0f} here"
    told = f"{MOST_FOR_BUSINESS} of the 100 come with sales alone{alone}."
    return f"{told} {sales} of {len(buyers)} who came to buy bought from you."


def why_of_guest(courses: Iterable[Course]) -> str:
    """The same for one game, with the names and days of those who could have been asked.

    Args:
        courses: everybody's.
    """
    buyers = [one for one in courses if one.buyer]
    if not buyers:
        return NOBODY
    sales = sum(one.ended == BOUGHT for one in buyers)
    told = f"{MOST_FOR_BUSINESS} of the 100 points come with sales: {sales} of {len(buyers)} who came to buy did so."
    ready = [
        f"{one.first} {spells_said(one.ready)}{'' if one.sign else ' (nothing had shown it)'}"
        for one in buyers if one.passed_over
    ][:MOST_NAMED]  # fmt: skip
    return f"{told} Ready, and not asked then: {listed(ready)}." if ready else told
