"""What a host may ask a room about its own game: only what it can answer from what it saw, with the likely answer."""

from game.coach.looking_back.debrief import EARLY, FAIR, LUCK, NO_USE, READY, AskMark
from game.host.debriefing.what_happened.courses import Course
from game.host.debriefing.what_happened.courses_told import CourseTold, shortened
from game.host.debriefing.what_happened.lesson_kinds import (
    FAR,
    LUCKY,
    RIGHT,
    SIGNS_FOLLOWED,
    SOON,
    WAITED,
    WRONG,
    kind_of,
)
from game.session.words.numbers_told import listed_days

RoomQuestion = tuple[str, str]
"""A question, and what is likely to be answered."""

BEFORE_IT_OPENS: RoomQuestion = (
    "Whom would you have asked first, had it been open? By which sign?", "Whoever was friendly. Friendly is not ready.",
)  # fmt: skip
NOBODY_CAME: RoomQuestion = (
    "What did they come for, and what could you be to them?",
    "A street, a trade, good manners: somebody who answers, and passes on what fits.",
)
SIGN_LIKELY = {
    RIGHT: "A few did: it is a need of their own, and it was the sign that counts.",
    SIGNS_FOLLOWED: "A few did: it is a need of their own, and it spoke for asking.",
    WAITED: "Some read it as small talk, or waited for a surer day. It was a need of their own.",
    FAR: "Most read past it. It was a need of their own, and trust had not come far enough for a question.",
}
"""What is likely to be said about a sign that was shown, by what was done."""


def question_of(row: CourseTold, kind: str) -> RoomQuestion:
    """A question about somebody, by what was done with them.

    Args:
        row: theirs.
        kind: of `lesson_kinds`, that holds in one of their games at least.
    """
    if kind in SIGN_LIKELY and (asked := _about_sign(row)):
        return asked, SIGN_LIKELY[kind]
    return _otherwise(row, kind)


def _about_sign(row: CourseTold) -> str:
    """A question about the sign that showed it; "" where less than half of the games saw the same one."""
    if not row.has_shown:
        return ""
    day, text, count = row.shown
    where = f", in {count} of {len(row.courses)} games" if len(row.courses) > 1 else ""
    return f"Day {day}, {row.first}{where}: “{shortened(text)}” Who of you took that for a sign, and of what?"


def _asked_on(row: CourseTold, one: Course, *kinds: str) -> str:
    """On which day somebody was asked, in a single game; "" where games differ."""
    days = {ask.day for ask in one.asks if ask.kind in kinds}
    return f" on {listed_days(days)}" if len(row.courses) == 1 and days else ""


def _right(row: CourseTold, one: Course) -> RoomQuestion:
    if not one.asks:
        return (
            f"{row.first} bought, and nobody had asked. What had you done for {row.first} until then?",
            "Answered, come back to what was told, kept to a rhythm.",
        )
    return (
        f"{row.first} had put no need into words. What made you ask {row.first}{_asked_on(row, one, READY)}?",
        "That there was warmth, and a day left. It came out well; a sign in words makes it more than a guess.",
    )


def _soon(row: CourseTold, one: Course) -> RoomQuestion:
    first = min((ask for ask in one.asks if ask.kind == EARLY), key=_day)
    by = f" by day {first.day}" if len(row.courses) == 1 else " before you asked"
    return (
        f"What had {row.first} shown you{by}? What would you have had to see first?",
        "A friendly word, and no need yet. A need of their own, or a question about the price.",
    )


def _day(ask: AskMark) -> int:
    return ask.day


_TOLD_ALIKE = {
    SIGNS_FOLLOWED: (
        FAIR, "What spoke for asking {first}{on}, and what did you not know yet?",
        "Warm answers spoke for it. How near the need was could not be seen.",
    ),
    LUCKY: (
        LUCK, "What did you see of {first} that spoke for asking{on}? Would you do it again?",
        "Nothing spoke for it. Some will do it again: show them the other questions of that kind, and their cost.",
    ),
    WAITED: (
        "", "{first} showed nothing that said so in time. What might have brought it out?",
        "A question about {first}, or a look at what {first} posts. Who is hardly talked to shows little.",
    ),
    WRONG: (
        NO_USE, "What made you take {first} for a buyer{on}?",
        "That there were friendly answers, or talk of what you sell. Neither was a need of their own.",
    ),
    FAR: (
        "", "What did you do for {first}, and on how many days? What would it have taken to be trusted?",
        "Little, or only once. Answers, a second question about what was told, and some days in between.",
    ),
}  # fmt: skip
"""By kind: which questions to buy are dated, the question, and what is likely to be answered."""


def _otherwise(row: CourseTold, kind: str) -> RoomQuestion:
    """A question about somebody who had shown no sign."""
    one = next(one for one in row.courses if kind_of(one) == kind)
    if kind in _BY_COURSE:
        return _BY_COURSE[kind](row, one)
    dated, asked, likely = _TOLD_ALIKE[kind]
    if kind == WAITED and (count := row.shown[2]):
        asked = f"{{first}} showed it in {count} of {len(row.courses)} games alone. What might have brought it out?"
    words = {"first": row.first, "on": _asked_on(row, one, dated)}
    return asked.format(**words), likely.format(**words)


_BY_COURSE = {RIGHT: _right, SOON: _soon}
