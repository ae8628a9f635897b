"""The lesson that fits a room's own game: made of what happened in it, with what to ask the room about it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.coach.knowing_when import asking_opens
from game.coach.looking_back.debrief import Debrief
from game.host.debriefing.what_happened.courses import (
    BOUGHT,
    IN_TIME,
    NEVER,
    NO_USE,
    TOO_LATE,
    TOO_SOON,
    Course,
    courses_of,
)
from game.host.debriefing.what_happened.courses_told import (
    CourseTold,
    days_span,
    ended_of_one,
    in_rows,
    is_lucky,
    shortened,
    spells_said,
    usual_days,
)
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import listed, listed_days

RIGHT, SOON, WAITED, WRONG, FAR = "right", "soon", "waited", "wrong", "far"
"""What was done: asked in time, asked too soon, let go by, asked with no use for it, never brought near enough."""
FAULTS = (SOON, WAITED, WRONG, FAR)

WHEN_TO_ASK = (
    "Ask whoever has shown a need of their own, or asked the price, within the last week, and has warmed to you. "
    "Ask once, and leave room for a no."
)
CLOSED = "Nobody could be asked yet"
MOST_TOLD = 2  # people whom a lesson names


@dataclass(frozen=True)
class GameLesson:
    """A lesson, for the projector."""

    kind: str  # RIGHT or one of `FAULTS`; "" where nothing of the kind happened
    title: str
    text: str
    questions: tuple[str, ...]  # for the host to ask the room
    when_to_ask: str = WHEN_TO_ASK


NO_LESSON = GameLesson("", "When to ask", "", ())
"""Stands where the lesson of a game could not be worked out."""


def kind_of(course: Course) -> str:
    """What was done with somebody in a game; "" where there is nothing to be learnt of it."""
    if course.asked == IN_TIME or (course.ended == BOUGHT and course.asked == NEVER):
        return RIGHT
    if is_lucky(course):
        return ""
    if not course.buyer:
        return WRONG if course.asked == NO_USE else ""
    if course.asked == TOO_LATE or (course.passed_over and course.asked == NEVER):
        return WAITED
    if course.asked == TOO_SOON:
        return SOON
    return FAR if course.asked == NEVER else ""


def game_lesson(rows: Sequence[CourseTold], *, days: int, opens: int) -> GameLesson:
    """The lesson of what happened.

    Args:
        rows: everybody of whom there is something to be told.
        days: that were played.
        opens: the first day on which somebody can be asked to buy.
    """
    if days < opens:
        return GameLesson(
            "", CLOSED, f"Asking is open from day {opens} on, and you played {days}. What was done until then decides "
            "who would say yes.", ("Whom would you have asked first, had it been open? By which sign?",),
        )  # fmt: skip
    counts = Counter(kind for row in rows for one in row.courses if (kind := kind_of(one)))
    faults = sum(counts[kind] for kind in FAULTS)
    if not counts:
        return GameLesson(
            "", "Nobody here came to buy", "Whoever followed had another reason. A question to buy would have found "
            "nobody to say yes to it.", ("What did they come for, and what could you be to them?",),
        )  # fmt: skip
    kind = RIGHT if counts[RIGHT] >= max(1, faults) else max(FAULTS, key=lambda fault: counts[fault])
    told = _of_kind(rows, kind)
    title, say, ask = _LESSONS[kind]
    well = [_right(row) for row in _of_kind(rows, RIGHT)[:1] if kind != RIGHT and len(row.courses) == 1]
    parts = (*well, say(told[0]), _others(kind, told), _MORAL[kind])
    return GameLesson(kind, title, " ".join(filter(None, parts)), tuple(ask(row) for row in told))


def _of_kind(rows: Sequence[CourseTold], kind: str) -> list[CourseTold]:
    """The few of whom a lesson tells: those with most games of its kind, whoever was let go by unasked first."""

    def order(row: CourseTold) -> tuple[int, bool]:
        found = [one for one in row.courses if kind_of(one) == kind]
        return -len(found), any(one.asked == TOO_LATE for one in found)

    return [row for row in sorted(rows, key=order) if any(kind_of(one) == kind for one in row.courses)][:MOST_TOLD]


def one_game(now: Playthrough, told: Debrief) -> tuple[dict[str, CourseTold], GameLesson]:
    """What became of those of whom there is something to be told in one game, by id, and the lesson of it.

    Args:
        now: the game.
        told: its debrief.
    """
    rows = in_rows([courses_of(now, told)], {})
    return {row.who: row for row in rows}, game_lesson(rows, days=told.days, opens=asking_opens(now))


def _others(kind: str, told: Sequence[CourseTold]) -> str:
    """That it was the same with others."""
    names = [row.first for row in told[1:] if row.courses[0].asked == told[0].courses[0].asked]
    return f"It was the same with {listed(names)}." if names and len(told[0].courses) == 1 and kind != RIGHT else ""


def _one(row: CourseTold, kind: str) -> Course:
    """The first course of a kind."""
    return next(one for one in row.courses if kind_of(one) == kind)


def _in_games(row: CourseTold, kind: str) -> str:
    """In how many games, at the beginning of a sentence; "" for a single one."""
    count = sum(kind_of(one) == kind for one in row.courses)
    return f"In {count} of {len(row.courses)} games " if len(row.courses) > 1 else ""


def _end(one: Course, row: CourseTold) -> str:
    """How it ended, as a sentence; "" where nothing ended, or games differ."""
    said = ended_of_one(one, why=False) if len(row.courses) == 1 else ""
    return f" {row.first} {said[0].lower()}{said[1:]}." if said and one.ended != BOUGHT else ""


def _soon(row: CourseTold) -> str:
    one = _one(row, SOON)
    asked = f" on {listed_days({ask.day for ask in one.asks})}" if len(row.courses) == 1 else ""
    said = f"{_in_games(row, SOON)}{row.first} was asked{asked}, and was not ready.{_end(one, row)}"
    return said + (f" Courted first, {row.first} would have been ready {spells_said(row.trial)}." if row.trial else "")


def _waited(row: CourseTold) -> str:
    one = _one(row, WAITED)
    ready = [c for c in row.courses if c.ready and kind_of(c) == WAITED]
    when = "" if not ready else f" {spells_said(one.ready)}" if len(row.courses) == 1 else f" {_usual(ready)}"
    if one.asked == TOO_LATE:
        return f"{_in_games(row, WAITED)}{row.first} was asked when the need had passed.{_end(one, row)}"
    return f"{_in_games(row, WAITED)}{row.first} was ready{when}, and nobody asked.{_end(one, row)}"


def _usual(ready: Sequence[Course]) -> str:
    return f"(most often {days_span(usual_days(ready))})"


def _wrong(row: CourseTold) -> str:
    return f"{_in_games(row, WRONG)}{row.first} was asked, and had no use for it on any day."


def _far(row: CourseTold) -> str:
    one = _one(row, FAR)
    said = f"{_in_games(row, FAR)}{row.first} wanted what you sell, and never came near enough to say yes."
    said += _end(one, row)
    return said + (f" Courted, {row.first} would have been ready {spells_said(row.trial)}." if row.trial else "")


def _right(row: CourseTold) -> str:
    one = _one(row, RIGHT)
    if not one.asks:
        return f"{_in_games(row, RIGHT)}{row.first} bought without being asked: the trust was there."
    day = min(ask.day for ask in one.asks if ask.ready)
    when = f" on day {day}" if len(row.courses) == 1 else ""
    bought = one.ended == BOUGHT and len(row.courses) == 1
    return f"{_in_games(row, RIGHT)}{row.first} was asked{when}, and was ready{': a yes' if bought else ''}."


def _about_sign(row: CourseTold, otherwise: str) -> str:
    """A question about the sign that showed it, or another where nothing did."""
    one = next((c for c in row.courses if c.sign and c.buyer), None)
    if one is None:
        return otherwise
    return f"Day {one.sign_day}, {row.first}: “{shortened(one.sign)}” Who of you took that for a sign, and of what?"


def _ask_soon(row: CourseTold) -> str:
    one = _one(row, SOON)
    return f"What had {row.first} shown you by day {one.asks[0].day}? What would you have had to see first?"


def _ask_wrong(row: CourseTold) -> str:
    return f"What made you take {row.first} for a buyer? Which words sounded like a need, and were none?"


def _ask_far(row: CourseTold) -> str:
    return _about_sign(row, f"What would it have taken for {row.first} to trust you? Who would have had the hours?")


def _ask_right(row: CourseTold) -> str:
    return _about_sign(row, f"What told you that {row.first} was ready?")


def _ask_waited(row: CourseTold) -> str:
    return _about_sign(row, f"What kept you from asking {row.first}?")


_Say = Callable[[CourseTold], str]
_LESSONS: dict[str, tuple[str, _Say, _Say]] = {
    RIGHT: ("You knew when", _right, _ask_right),
    SOON: ("The question was right, the day was not", _soon, _ask_soon),
    WAITED: ("Ready, and not asked", _waited, _ask_waited),
    WRONG: ("Not when, but whom", _wrong, _ask_wrong),
    FAR: ("Too far away to be asked", _far, _ask_far),
}
_MORAL = {
    RIGHT: "A question at the right time is a kindness.",
    SOON: "Not to ask was never the point: to wait for the sign was.",
    WAITED: "Never to ask is no courtesy to somebody who needs it.",
    WRONG: "Friendly is not ready, and not every need is for what you sell.",
    FAR: "Answer, come back to what was told, keep to a rhythm: then a sign finds you near.",
}
