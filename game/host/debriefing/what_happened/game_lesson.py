"""The lesson that fits a room's own game: made of what happened in it, with what to ask the room about it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.coach.knowing_when import asking_opens
from game.coach.looking_back.debrief import FAIR, LATE, LUCK, READY, Debrief
from game.host.debriefing.what_happened.courses import BOUGHT, KINDS, Course, courses_of
from game.host.debriefing.what_happened.courses_told import (
    FAIR_MEANS,
    CourseTold,
    days_span,
    ended_of_one,
    in_rows,
    spells_said,
    usual_days,
)
from game.host.debriefing.what_happened.lesson_kinds import (
    FAR,
    FAULTS,
    LUCKY,
    RIGHT,
    SIGNS_FOLLOWED,
    SOON,
    WAITED,
    WRONG,
    kind_of,
)
from game.host.debriefing.what_happened.lesson_questions import BEFORE_IT_OPENS, NOBODY_CAME, RoomQuestion, question_of
from game.session.playthrough import Playthrough
from game.session.words.numbers_told import figure_told, listed, listed_days

WHEN_TO_ASK = (
    "Ask whoever has shown a need of their own, or asked the price, within the last week, and has warmed to you. "
    "Ask once, and leave room for a no."
)
CLOSED = "Nobody could be asked yet"
LATE_SAID = "was asked when the need had passed"
MOST_TOLD = 2  # people whom a lesson names
UNREADY = frozenset(KINDS) - {READY, FAIR}
"""Kinds of questions against the odds, or to no use; a yes by luck is among them."""


@dataclass(frozen=True)
class GameLesson:
    """A lesson, for the projector."""

    kind: str  # RIGHT, SIGNS_FOLLOWED, LUCKY or one of `FAULTS`; "" where nothing of the kind happened
    title: str
    text: str
    questions: tuple[RoomQuestion, ...]  # for the host to ask the room, each with its likely answer
    when_to_ask: str = WHEN_TO_ASK
    about: tuple[str, ...] = ()  # ids of those whom it names, the first one above all


NO_LESSON = GameLesson("", "When to ask", "", ())
"""Stands where the lesson of a game could not be worked out."""


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
            "who would say yes.", (BEFORE_IT_OPENS,),
        )  # fmt: skip
    counts = Counter(kind for row in rows for one in row.courses if (kind := kind_of(one)))
    if not counts:
        return GameLesson(
            "", "Nobody here came to buy", "Whoever followed had another reason. A question to buy would have found "
            "nobody with a use for it.", (NOBODY_CAME,),
        )  # fmt: skip
    kind = _telling(counts)
    told = _of_kind(rows, kind)
    title, say = _LESSONS[kind]
    title = LATE_TITLE if kind == WAITED and _all_late(told[0]) else title
    well = [_right(row) for row in _of_kind(rows, RIGHT)[:1] if kind != RIGHT and len(row.courses) == 1]
    parts = (*well, say(told[0]), _others(kind, told), _moral(kind, told[0]), "" if kind == LUCKY else luck_told(rows))
    return GameLesson(
        kind, title, " ".join(filter(None, parts)), tuple(dict.fromkeys(question_of(row, kind) for row in told)),
        about=tuple(row.who for row in told),
    )  # fmt: skip


def _moral(kind: str, row: CourseTold) -> str:
    """What is to be learnt of it; nobody is blamed for what had not shown, and nobody who asked for not asking."""
    if kind == WAITED and _all_late(row):
        return LATE_MORAL
    return UNSEEN_MORAL if kind == WAITED and not row.has_shown else _MORAL[kind]


def _all_late(row: CourseTold) -> bool:
    """Whether somebody was let go by in no game without a question that came too late."""
    return all(one.asked == LATE for one in row.courses if kind_of(one) == WAITED)


def _telling(counts: Counter[str]) -> str:
    """The kind that a lesson is about: what was done well where it outweighs faults, luck where nothing else was."""
    faults, well = sum(counts[kind] for kind in FAULTS), counts[RIGHT] + counts[SIGNS_FOLLOWED]
    if well >= max(1, faults):
        return RIGHT if counts[RIGHT] >= counts[SIGNS_FOLLOWED] else SIGNS_FOLLOWED
    return max(FAULTS, key=lambda fault: counts[fault]) if faults else LUCKY


def luck_told(rows: Sequence[CourseTold]) -> str:
    """Beside a yes by luck how many such questions were put, and what they cost; "" where nobody bought by luck.

    Args:
        rows: everybody of whom there is something to be told.
    """
    courses = [one for row in rows for one in row.courses]
    asks = [ask for one in courses for ask in one.asks if ask.kind in UNREADY]
    lucky = sum(ask.kind == LUCK for ask in asks)
    if not lucky:
        return ""
    cost = sum(min(0.0, ask.change) for ask in asks) + sum(one.cost for one in courses)
    whose = "It" if len(asks) == 1 else "Together they"
    points = f" {whose} cost {figure_told(-cost, 1)} points of trust." if round(-cost, 1) > 0.0 else ""
    if len(asks) == 1:
        return f"The yes on day {asks[0].day} was luck, against the odds.{points} Luck is no plan."
    yes = "one met a yes" if lucky == 1 else f"{lucky} met a yes"
    return f"Of {len(asks)} questions against the odds {yes}, by luck.{points} Luck is no plan."


def _of_kind(rows: Sequence[CourseTold], kind: str) -> list[CourseTold]:
    """The few of whom a lesson tells: those who had shown a sign first, then those with most games of its kind."""

    def order(row: CourseTold) -> tuple[bool, int, bool]:
        found = [one for one in row.courses if kind_of(one) == kind]
        return not row.has_shown, -len(found), any(one.asked == LATE for one in found)

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
    alike = len(told[0].courses) == 1 and kind in FAULTS
    return f"It was the same with {listed(names)}." if names and alike else ""


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
    return said + (
        f" Courted and not asked, {row.first} was ready {spells_said(row.trial)} in the trial." if row.trial else ""
    )


def _waited(row: CourseTold) -> str:
    waited = [one for one in row.courses if kind_of(one) == WAITED]
    ready, late = [one for one in waited if one.asked != LATE], [one for one in waited if one.asked == LATE]
    if len(row.courses) == 1:
        when = f"was ready {spells_said(waited[0].ready)}, and nobody asked then" if ready else LATE_SAID
        return f"{row.first} {when}.{_end(waited[0], row)}"
    games, told = f"of {len(row.courses)} games {row.first}", []
    if ready:
        days = days_span(usual_days(ready))
        told.append(f"In {len(ready)} {games} was ready (most often {days}), and nobody asked then.")
    if late:
        told.append(f"In {len(late)} {games} {LATE_SAID}.")
    return " ".join(told)


def _wrong(row: CourseTold) -> str:
    return f"{_in_games(row, WRONG)}{row.first} was asked, and had no use for it on any day."


def _far(row: CourseTold) -> str:
    one = _one(row, FAR)
    near = (
        f"was nearly ready {spells_said(one.nearly)}, and not asked"
        if one.nearly and len(row.courses) == 1
        else "was never quite ready"
    )
    said = f"{_in_games(row, FAR)}{row.first} wanted what you sell, and {near}."
    said += _end(one, row)
    return said + (f" Courted, {row.first} was ready {spells_said(row.trial)} in the trial." if row.trial else "")


def _right(row: CourseTold) -> str:
    one = _one(row, RIGHT)
    if not one.asks:
        return f"{_in_games(row, RIGHT)}{row.first} bought without being asked: the trust was there."
    day = min(ask.day for ask in one.asks if ask.ready)
    when = f" on day {day}" if len(row.courses) == 1 else ""
    return f"{_in_games(row, RIGHT)}{row.first} was asked{when}, and was ready{_answer(one, row)}."


def _signs_followed(row: CourseTold) -> str:
    one = _one(row, SIGNS_FOLLOWED)
    day = min(ask.day for ask in one.asks if ask.kind == FAIR)
    when = f" on day {day}" if len(row.courses) == 1 else ""
    return f"{_in_games(row, SIGNS_FOLLOWED)}{row.first} was asked{when}, {FAIR_MEANS}{_answer(one, row)}."


def _answer(one: Course, row: CourseTold) -> str:
    """What the best question met, as the end of a sentence; "" where games differ."""
    if len(row.courses) > 1:
        return ""
    return ": a yes" if one.ended == BOUGHT else ": a no all the same"


def _lucky(row: CourseTold) -> str:
    return luck_told([row])


_Say = Callable[[CourseTold], str]
_LESSONS: dict[str, tuple[str, _Say]] = {
    RIGHT: ("You knew when", _right),
    SIGNS_FOLLOWED: ("A fair question", _signs_followed),
    LUCKY: ("A yes by luck", _lucky),
    SOON: ("The question was right, the day was not", _soon),
    WAITED: ("Ready, and not asked", _waited),
    WRONG: ("Not when, but whom", _wrong),
    FAR: ("Never quite ready", _far),
}
UNSEEN_MORAL = (
    "Nothing had shown that in time, so nobody could have known. Who is asked about themselves shows more, and sooner."
)
"""The same where somebody was let go by who had shown nothing."""
LATE_TITLE, LATE_MORAL = "Asked, and the need had passed", "A need has its days. Ask while the sign is fresh."
"""The same where somebody was asked, too late."""
_MORAL = {
    RIGHT: "A question at the right time is a kindness.",
    SIGNS_FOLLOWED: "To ask when the signs speak for it is no mistake, whatever the answer is.",
    LUCKY: "Whoever counts on it asks many who have no use for it, and they remember.",
    SOON: "Not to ask was never the point: to wait for the sign was.",
    WAITED: "Never to ask is no courtesy to somebody who needs it.",
    WRONG: "Friendly is not ready, and not every need is for what you sell.",
    FAR: "Answer, come back to what was told, keep to a rhythm: then a sign finds you near.",
}
