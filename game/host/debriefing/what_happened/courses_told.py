"""What became of each of the people who matter in a room's games, as the projector and the report say it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.host.debriefing.what_happened.courses import (
    BOUGHT,
    IN_TIME,
    LEFT,
    NEVER,
    NO_USE,
    PUSHED,
    TOO_LATE,
    TOO_SOON,
    UNANSWERED,
    WENT_ELSEWHERE,
    Course,
    Spells,
)
from game.session.words.numbers_told import listed, listed_days

ASKED_WORDS = {
    IN_TIME: "in time", TOO_SOON: "too soon", TOO_LATE: "too late", NO_USE: "no use for it", NEVER: "never",
}  # fmt: skip
LEFT_WORDS = {PUSHED: "pushed once too often", UNANSWERED: "still waiting for an answer"}
LONGEST_SIGN = 90  # signs of what somebody said


@dataclass(frozen=True)
class CourseTold:
    """One of the people, in all games of the room."""

    who: str  # id
    first: str
    courses: tuple[Course, ...]  # one a game
    trial: Spells  # in which they are ready where everybody is courted and nobody asked; () for never, or not tried

    @property
    def matters(self) -> bool:
        """Whether there is something to be told: a buyer, somebody who was asked, or who was lost."""
        return any(one.buyer or one.asks or one.lost for one in self.courses)

    @property
    def ready_said(self) -> str:
        """On which days they were ready."""
        ready = [one for one in self.courses if one.ready]
        if not any(one.buyer for one in self.courses):
            return "Did not come to buy"
        if len(self.courses) == 1:
            missing = "Not yet at the best moment" if is_lucky(self.courses[0]) else "Never ready"
            return f"Ready {spells_said(ready[0].ready)}" if ready else f"{missing}{self._would_have}"
        if not ready:
            return f"Ready in no game{self._would_have}"
        days = usual_days(ready)
        return f"Ready in {len(ready)} of {len(self.courses)} games, most often {days_span(days)}"

    @property
    def _would_have(self) -> str:
        return f". Courted and left unasked: {spells_said(self.trial)}" if self.trial else ""

    @property
    def sign_said(self) -> str:
        """What showed it, in their own words; "" where nothing did."""
        shown = Counter((one.sign_day, one.sign) for one in self.courses if one.sign and one.buyer)
        if not shown:
            return ""
        (day, text), _ = max(shown.items(), key=lambda one: (one[1], -one[0][0]))
        return f"Day {day}: “{shortened(text)}”"

    @property
    def asked_said(self) -> str:
        """When they were asked: in time, too soon, never."""
        if len(self.courses) == 1:
            return _asked_of_one(self.courses[0])
        counts = Counter(one.asked for one in self.courses)
        if counts[NEVER] == len(self.courses):
            return "Asked in no game"
        if not any(one.buyer for one in self.courses):
            asked = len(self.courses) - counts[NEVER]
            return f"Asked in {asked} of {len(self.courses)} games, with no use for it"
        told = ", ".join(f"{ASKED_WORDS[kind]} {counts[kind]}" for kind in ASKED_WORDS if counts[kind])
        return f"Asked: {told}"

    @property
    def ended_said(self) -> str:
        """How it ended, and of whom was lost why; "" where nothing has ended."""
        if len(self.courses) == 1:
            return ended_of_one(self.courses[0])
        counts = Counter(one.ended for one in self.courses)
        words = {BOUGHT: "bought in", WENT_ELSEWHERE: "bought elsewhere in", LEFT: "left in"}
        told = [f"{words[kind]} {counts[kind]}" for kind in words if counts[kind]]
        return f"{', '.join(told)} of {len(self.courses)} games".capitalize() if told else ""

    @property
    def tone(self) -> str:
        """Good where they bought in most of the games, bad where they were lost in most, else ""."""
        bought, lost = sum(one.ended == BOUGHT for one in self.courses), sum(one.lost for one in self.courses)
        return "good" if 2 * bought > len(self.courses) else "bad" if 2 * lost >= len(self.courses) else ""


def in_rows(games: Sequence[Sequence[Course]], trial: dict[str, Spells]) -> tuple[CourseTold, ...]:
    """Those of whom there is something to be told, whoever came to buy first.

    Args:
        games: of each game everybody's course.
        trial: when each is ready where everybody is courted and nobody asked.
    """
    by_id: dict[str, list[Course]] = {}
    for one in (course for game in games for course in game):
        by_id.setdefault(one.who, []).append(one)
    rows = [CourseTold(who, each[0].first, tuple(each), trial.get(who, ())) for who, each in by_id.items()]
    told = [row for row in rows if row.matters]
    return tuple(sorted(told, key=lambda row: not any(one.buyer for one in row.courses)))


def usual_days(ready: Sequence[Course]) -> list[int]:
    """The days on which somebody was ready in at least half of the games in which they ever were."""
    days = Counter(day for one in ready for first, last in one.ready for day in range(first, last + 1))
    return sorted(day for day, count in days.items() if 2 * count >= len(ready)) or [min(days)]


def days_span(days: Sequence[int]) -> str:
    """Days from the first to the last.

    >>> days_span([4, 5, 6]), days_span([4])
    ('from day 4 to 6', 'on day 4')
    """
    return f"on day {days[0]}" if days[0] == days[-1] else f"from day {days[0]} to {days[-1]}"


def spells_said(spells: Spells) -> str:
    """Spells of days in words.

    >>> spells_said(((4, 6),)), spells_said(((2, 2), (5, 7)))
    ('from day 4 to 6', 'on day 2 and from day 5 to 7')
    """
    return listed([days_span((first, last)) for first, last in spells])


def shortened(text: str) -> str:
    """Words of somebody that fit one line: whole sentences as far as they go.

    >>> shortened("It rains.")
    'It rains.'
    """
    if len(text) <= LONGEST_SIGN:
        return text
    kept = text[:LONGEST_SIGN]
    end = max(kept.rfind(sign) for sign in ".?!")
    return kept[: end + 1] if end > 0 else f"{kept.rsplit(' ', 1)[0]} …"


def _asked_of_one(course: Course) -> str:
    if not course.asks:
        return "Never asked"
    days = listed_days({ask.day for ask in course.asks})
    if is_lucky(course):
        return f"Asked on {days}"
    if course.asked == IN_TIME:
        right = min(ask.day for ask in course.asks if ask.ready)
        soon = [ask.day for ask in course.asks if not ask.ready and ask.day < right]
        return f"Asked in time, on day {right}{'; too soon ' + _on(soon) if soon else ''}"
    if course.asked == NO_USE:
        return f"Asked {_on({ask.day for ask in course.asks})}, with no use for it"
    return f"Asked {ASKED_WORDS[course.asked]}, on {days}"


def _on(days: Iterable[int]) -> str:
    return f"on {listed_days(set(days))}"


def ended_of_one(course: Course, *, why: bool = True) -> str:
    """How it ended with somebody in one game; "" where they are still there.

    Args:
        course: theirs.
        why: whether it is said how they came to buy elsewhere.
    """
    if course.ended == BOUGHT:
        return f"Bought on day {course.ended_on}{_early_said(course) if is_lucky(course) else ''}"
    if course.ended == WENT_ELSEWHERE:
        return f"Bought elsewhere on day {course.ended_on}{_why_elsewhere(course) if why else ''}"
    if course.ended == LEFT:
        left_by = LEFT_WORDS.get(course.left_by, "")
        return f"Left on day {course.ended_on}{', ' + left_by if left_by else ''}"
    return ""


def _early_said(course: Course) -> str:
    """How early the question was that was answered with a yes, by the odds of that morning."""
    odds = [ask.likelihood for ask in course.asks if ask.accepted]
    return f", asked a little early by the odds ({10 * max(odds):.0f} of 10)" if odds else ""


def is_lucky(course: Course) -> bool:
    """Whether somebody bought who was asked, and on no day on which they were ready."""
    return course.ended == BOUGHT and course.asked not in {IN_TIME, NEVER}


def _why_elsewhere(course: Course) -> str:
    if any(ask.day <= course.ended_on for ask in course.asks):
        return f", asked {ASKED_WORDS[course.asked]}"
    return ": nobody had asked" if course.ready else ": you were not near enough"
