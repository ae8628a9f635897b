"""What became of each of the people who matter in a room's games, as the projector and the report say it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean

from game.coach.looking_back.debrief import EARLY, FAIR, LATE, LUCK, NO_USE, READY, AskMark
from game.host.debriefing.what_happened.courses import (
    BOUGHT,
    KINDS,
    LEFT,
    NEVER,
    PUSHED,
    UNANSWERED,
    WENT_ELSEWHERE,
    Course,
    Spells,
)
from game.session.words.numbers_told import figure_told, listed, listed_days

ASKED_WORDS = {
    READY: "ready", FAIR: "fair", LUCK: "a yes by luck", EARLY: "early", LATE: "late", NO_USE: "no use for it",
    NEVER: "never asked",
}  # fmt: skip
"""Kinds of a question to buy, by the words that every page has for them; the same order and borders everywhere."""
ASKED_HOW = {
    READY: "when ready", FAIR: "fairly", LUCK: "against the odds", EARLY: "too early", LATE: "too late",
    NO_USE: "with no use for it",
}  # fmt: skip
FAIR_MEANS = "nearly ready, or by the signs"
LEFT_WORDS = {PUSHED: "pushed once too often", UNANSWERED: "still waiting for an answer"}
_ENDS = re.compile(r"(?<=[.!?…])\s+")
OFTEN = {1: "once", 2: "twice"}
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
            if ready:
                return f"Ready {spells_said(ready[0].ready)}"
            nearly = self.courses[0].nearly
            near = f", nearly so {spells_said(nearly)}" if nearly else ""
            return f"Never ready{near}{self._in_trial}"
        if not ready:
            return f"Ready in no game{self._in_trial}"
        days = usual_days(ready)
        return f"Ready in {len(ready)} of {len(self.courses)} games, most often {days_span(days)}"

    @property
    def _in_trial(self) -> str:
        return f". In the trial: ready {spells_said(self.trial)}" if self.trial else ""

    @property
    def has_shown(self) -> bool:
        """Whether at least half of the games saw one and the same sign of theirs."""
        _, text, count = self.shown
        return bool(text) and 2 * count >= len(self.courses)

    @property
    def shown(self) -> tuple[int, str, int]:
        """The day and the words of the sign that most games saw, and in how many: ``(0, "", 0)`` where none did."""
        shown = Counter((one.sign_day, one.sign) for one in self.courses if one.sign and one.buyer)
        if not shown:
            return 0, "", 0
        (day, text), count = max(shown.items(), key=lambda one: (one[1], -one[0][0]))
        return day, text, count

    @property
    def sign_said(self) -> str:
        """What showed it, in their own words, and in how many games; "" where nothing did."""
        day, text, count = self.shown
        if not text:
            return ""
        where = f", in {count} of {len(self.courses)} games" if len(self.courses) > 1 else ""
        return f"Day {day}{where}: “{shortened(text)}”"

    @property
    def asked_said(self) -> str:
        """When they were asked: ready, fair, early, never."""
        if len(self.courses) == 1:
            return _asked_of_one(self.courses[0])
        return asked_counted(questions_counted(self.courses))

    @property
    def ended_said(self) -> str:
        """How it ended, and of whom was lost why; "" where nothing has ended."""
        return "".join(said for said, _ in self.ended_parts)

    @property
    def ended_parts(self) -> tuple[tuple[str, str], ...]:
        """The same in parts, each with its tone: what was bought from you is good, whoever was lost is bad."""
        if len(self.courses) == 1:
            whole = ended_of_one(self.courses[0])
            return ((whole, _tone_of(self.courses[0])),) if whole else ()
        counts = Counter(one.ended for one in self.courses)
        words = {BOUGHT: "bought in", WENT_ELSEWHERE: "bought elsewhere in", LEFT: "left in"}
        kinds = [kind for kind in words if counts[kind]]
        if not kinds:
            return ()
        said = [f"{words[kind]} {counts[kind]}" for kind in kinds]
        said = [said[0].capitalize(), *(f", {one}" for one in said[1:])]
        luck = self._by_luck(counts[BOUGHT])
        tones = ["bad" if kind != BOUGHT else "" if luck else "good" for kind in kinds]
        return (*zip(said, tones, strict=True), (f" of {len(self.courses)} games{luck}", ""))

    def _by_luck(self, bought: int) -> str:
        """That purchases were luck, and what they cost the others, as the end of a sentence."""
        lucky = [one for one in self.courses if one.by_luck]
        if not lucky:
            return ""
        many = "by luck" if len(lucky) == bought else f"{len(lucky)} of {bought} purchases by luck"
        return f"; {many}, {_cost_said(mean(one.cost for one in lucky), each=len(lucky) > 1)}"


def _tone_of(course: Course) -> str:
    """Good where they bought by no luck, bad where they were lost, else ""."""
    return "bad" if course.lost else "good" if course.ended == BOUGHT and not course.by_luck else ""


def questions_counted(courses: Iterable[Course]) -> Counter[str]:
    """The questions to buy of some games by their kind, as charts draw them; and in how many games there was none."""
    each = list(courses)
    counts = Counter(ask.kind for one in each for ask in one.asks)
    return counts + Counter({NEVER: sum(not one.asks for one in each)})


def asked_counted(counts: Counter[str]) -> str:
    """How often somebody was asked in which way, and in how many games never.

    >>> asked_counted(Counter({"never": 9, "fair": 1, "late": 2}))
    'Asked 3 times: fair 1, late 2; in 9 games never'
    >>> asked_counted(Counter({"ready": 1, "never": 1}))
    'Asked once: ready 1; in 1 game never'
    >>> asked_counted(Counter({"never": 3}))
    'Asked in no game'
    """
    kinds = [kind for kind in KINDS if counts[kind]]
    if not kinds:
        return "Asked in no game"
    many = sum(counts[kind] for kind in kinds)
    told = ", ".join(f"{ASKED_WORDS[kind]} {counts[kind]}" for kind in kinds)
    never = f"; in {counts[NEVER]} game{'s' * (counts[NEVER] > 1)} never" if counts[NEVER] else ""
    return f"Asked {OFTEN.get(many, f'{many} times')}: {told}{never}"


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
    """Words of somebody that fit one line: the longest sentence, which says the matter, and its neighbours that fit.

    >>> shortened("It rains."), shortened("One thing. " + 9 * "It rains. " + "I need a new roof by the end of May.")
    ('It rains.', 'It rains. It rains. It rains. It rains. It rains. I need a new roof by the end of May.')
    """
    if len(text) <= LONGEST_SIGN:
        return text
    sentences = _ENDS.split(text)
    place = max(range(len(sentences)), key=lambda number: len(sentences[number]))
    said, before, after = sentences[place], sentences[:place], sentences[place + 1 :]
    while after and len(said) + len(after[0]) < LONGEST_SIGN:
        said = f"{said} {after.pop(0)}"
    while before and len(said) + len(before[-1]) < LONGEST_SIGN:
        said = f"{before.pop()} {said}"
    return said if len(said) <= LONGEST_SIGN else f"{said[:LONGEST_SIGN].rsplit(' ', 1)[0]} …"


def _asked_of_one(course: Course) -> str:
    """When somebody was asked in one game, by the kind of each question, the best first."""
    if not course.asks:
        return "Never asked"
    by_kind = {kind: [ask.day for ask in course.asks if ask.kind == kind] for kind in KINDS}
    told = [f"{ASKED_HOW[kind]} {_on(days)}" for kind, days in by_kind.items() if days]
    return f"Asked {'; '.join(told)}"


def _on(days: Iterable[int]) -> str:
    return f"on {listed_days(set(days))}"


def ended_of_one(course: Course, *, why: bool = True) -> str:
    """How it ended with somebody in one game; "" where they are still there.

    Args:
        course: theirs.
        why: whether it is said how they came to buy elsewhere.
    """
    if course.ended == BOUGHT:
        sold = course.sold
        luck = f", by luck ({odds_said(sold)}), {_cost_said(course.cost)}" if sold is not None and sold.lucky else ""
        return f"Bought on day {course.ended_on}{luck}"
    if course.ended == WENT_ELSEWHERE:
        return f"Bought elsewhere on day {course.ended_on}{_why_elsewhere(course) if why else ''}"
    if course.ended == LEFT:
        left_by = LEFT_WORDS.get(course.left_by, "")
        return f"Left on day {course.ended_on}{', ' + left_by if left_by else ''}"
    return ""


def odds_said(ask: AskMark) -> str:
    """How many of ten would have said yes to a question on that morning."""
    many = f"{10 * ask.likelihood:.0f}"
    return f"the odds: {many if many != '0' else 'less than 1'} of 10"


def _cost_said(cost: float, *, each: bool = False) -> str:
    """What a yes by luck cost all others, as a part of a sentence.

    >>> _cost_said(-6.2), _cost_said(-0.02, each=True)
    ('which cost those who saw it 6.2 points of trust', 'and nobody who saw it minded')
    """
    if round(-cost, 1) <= 0.0:
        return "and nobody who saw it minded"
    return f"which cost those who saw it {figure_told(-cost, 1)} points of trust{' each time' if each else ''}"


def _why_elsewhere(course: Course) -> str:
    if any(ask.day <= course.ended_on for ask in course.asks):
        return f", asked {ASKED_HOW[course.asked]}"
    if course.ready:
        return ": nobody had asked" if course.sign else ": nothing had shown it in time"
    return ": nearly ready, and nobody had asked" if course.nearly else ": never quite ready"
