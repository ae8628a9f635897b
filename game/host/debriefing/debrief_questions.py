"""What a facilitator may ask a room in the debrief, by which moves were open on the days that were played."""

from collections.abc import Collection

from game.coach.looking_back.debrief import EARLY, NO_USE
from game.host.debriefing.what_happened.lesson_questions import RoomQuestion

WHOM: RoomQuestion = (
    "Whom did you take for a buyer, and by what?",
    "Mostly for who was friendly. Friendly is not ready.",
)
OWN_WEEK: RoomQuestion = (
    "Where in your own week is there a ring in the pocket?",
    "The first message to every new follower.",
)
FIRST = "When did you ask first? What had you seen by then?"
COST: RoomQuestion = ("What did it cost to ask too early?", "Trust of that person, and of those who know them.")
PASSED_OVER: RoomQuestion = ("Whom did you pass over?", "The quiet ones, who were ready and never asked.")
WOULD_HAVE: RoomQuestion = (
    "Whom would you have asked first, had it been open?",
    "Whoever was friendly. Friendly is not ready.",
)
LEARNT: RoomQuestion = ("What do you know of them now, and by which sign?", "A name, a trade, one need that has shown.")


def questions_for(opens: int, days: int) -> list[RoomQuestion]:
    """All questions of a debrief, in their order, each once.

    Args:
        opens: the first day on which somebody can be asked to buy.
        days: that are played.

    >>> len(questions_for(4, 7)), len(questions_for(4, 2))
    (5, 4)
    """
    return list(dict.fromkeys(asked for page in range(5) for asked in questions_at(page, opens, days)))


def questions_at(page: int, opens: int, days: int) -> list[RoomQuestion]:
    """The questions that fit a step of the debrief.

    Args:
        page: of the debrief, 0..4.
        opens: the first day on which somebody can be asked to buy.
        days: that were played; before `opens` nothing is asked about asking, which the game did not allow.

    >>> [question for question, _ in questions_at(1, 4, 2)]
    ['Whom would you have asked first, had it been open?']
    """
    if days < opens:
        return [[WHOM], [WOULD_HAVE], [WOULD_HAVE], [LEARNT], [OWN_WEEK]][page]
    return [[WHOM], [_first(opens), COST], [COST, PASSED_OVER], [PASSED_OVER], [OWN_WEEK]][page]


def fitting(
    questions: list[RoomQuestion], asked: Collection[str] | None, *, passed_over: bool
) -> list[RoomQuestion]:  # fmt: skip
    """Those of some questions that a room can answer from what happened in it.

    Args:
        questions: of a step.
        asked: kinds of the questions to buy that it put; None as long as nobody knows.
        passed_over: whether somebody was ready and was not asked then.
    """
    soon = asked is None or not {EARLY, NO_USE}.isdisjoint(asked)
    left_out = [COST] * (not soon) + [PASSED_OVER] * (not passed_over)
    first = asked is not None and not asked
    return [one for one in questions if one not in left_out and not (first and one[0] == FIRST)]


def _first(opens: int) -> RoomQuestion:
    likely = (
        "On the first or second day, before anything was known."
        if opens == 1
        else f"On day {opens}, as soon as it was open, or never."
    )
    return (FIRST, likely)
