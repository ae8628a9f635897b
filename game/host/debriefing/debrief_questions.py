"""What a facilitator may ask a room in the debrief, by which moves were open on the days that were played."""

from collections.abc import Collection, Sequence

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
COST_NO_USE: RoomQuestion = (
    "What did it cost to ask somebody who has no use for it?",
    "Trust of that person, and of those who know them. And a question that somebody else was ready for.",
)
KEPT: RoomQuestion = (
    "What kept you from asking?",
    "A surer day was to come, or nobody wanted to push. A question at its time pushes nobody.",
)
WHOSE: RoomQuestion = (
    "Who would like to tell of what was done well? What had you seen by then?",
    "Their own phones tell whom the screen means. Nobody has to say.",
)
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
    (6, 4)
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
    return [[WHOM], [_first(opens)], [COST, COST_NO_USE, PASSED_OVER], [PASSED_OVER], [OWN_WEEK]][page]


def fitting(
    questions: list[RoomQuestion], asked: Collection[str] | None, *, passed_over: bool
) -> list[RoomQuestion]:  # fmt: skip
    """Those of some questions that a room can answer from what happened in it.

    Args:
        questions: of a step.
        asked: kinds of the questions to buy that it put; None as long as nobody knows.
        passed_over: whether somebody was ready and was not asked then.
    """
    kinds = asked or ()
    left_out = [COST] * (EARLY not in kinds) + [COST_NO_USE] * (NO_USE not in kinds) + [PASSED_OVER] * (not passed_over)
    nobody = asked is not None and not asked
    return [KEPT if nobody and one[0] == FIRST else one for one in questions if one not in left_out]


def _first(opens: int) -> RoomQuestion:
    likely = (
        "On the first or second day, before anything was known."
        if opens == 1
        else f"On day {opens}, as soon as it was open, or never."
    )
    return (FIRST, likely)


STEPS = (
    (
        3,
        "Let them look for a moment. At whom had you guessed otherwise, and by what? Read out two that surprised them.",
    ),
    (5, "Begin with what was done well. Follow the thick line day by day: where does it turn, and what was done then?"),
    (
        6,
        "Read the lesson aloud, then one row: sign, days of being ready, question, end. Ask; let two people answer.",
    ),
    (4, "Take the first one that is shown. Let the room guess what came of each option before you read it out."),
    (2, "One thing to stop, to start, to go on with. Be silent while they write, and write one yourself."),
)
"""Of each step of the debrief what share of its time it takes, and what to do and say."""
OTHERWISE = 3  # the step of what would have been
BY_WAYS = "Before you read the table: which way did best with these people? Then: what did it do that we did not?"
"""What to do at that step where everybody played alone: it shows ways of playing, and no votes."""


def steps_timed(pages: Sequence[int], minutes: float) -> dict[int, float]:
    """How many minutes each step takes, in halves that come to the whole.

    Args:
        pages: the steps of the form that the debrief has.
        minutes: for all of them.

    >>> steps_timed((0, 1, 2, 4), 5)
    {0: 1.0, 1: 1.5, 2: 2.0, 4: 0.5}
    """
    begins = [sum(STEPS[page][0] for page in pages[:place]) for place in range(len(pages) + 1)]
    halves = [round(2 * minutes * begin / begins[-1]) / 2 for begin in begins]
    return {page: end - start for page, start, end in zip(pages, halves, halves[1:], strict=False)}


def minutes_said(minutes: float) -> str:
    """Minutes in words.

    >>> minutes_said(1), minutes_said(2.5)
    ('1 minute', '2.5 minutes')
    """
    return f"{minutes:g} minute{'' if minutes == 1 else 's'}"


def step_said(page: int, pages: Sequence[int], minutes: float, *, each: bool) -> str:
    """How long a step may take, and how to go about it.

    Args:
        page: of the debrief.
        pages: all that its form has.
        minutes: for all of them.
        each: whether everybody played alone, so that no vote was taken that could have gone otherwise.

    >>> step_said(3, (0, 1, 2, 3, 4), 20, each=False)[:15]
    'About 4 minutes'
    """
    return f"About {minutes_said(steps_timed(pages, minutes)[page])}. {how_to(page, each=each)}"


def how_to(page: int, *, each: bool) -> str:
    """What the host does and says at a step of the debrief."""
    return BY_WAYS if each and page == OTHERWISE else STEPS[page][1]
