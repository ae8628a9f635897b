"""The things that make a figure of the date mirror, in words: what raises it, and what lowers it."""

from collections.abc import Callable, Mapping

from game.engine.fresh_for_days import ASKED_AGAIN_DAYS
from game.engine.seen.odds_asked import AskedStep
from game.engine.seen.seen_conditions import PUT_OFF, Signs
from game.session.words.numbers_told import counted, times_told

NO_ONLY_DAYS_AGO = "a no only days ago"
NO_ANSWER_YET = "your last message has had no answer"
SENT_TO_ALL = "a message to everybody not long ago"
ASKED_IN_VAIN = "you asked before, in vain"
NO_WARM_ANSWER = "no warm answer yet to a message of yours, offers aside"
NOT_BEFORE = "you have not turned to them before, events aside"
SOUR_LOOKS, COOL_ANSWERS = "sour looks of late", "cool answers"
PURCHASE_BEFORE = "a purchase before"
OWN_NEED = "a need of their own"
A_WORD_FIRST = "words that came to you unasked"
"""The same where a favour is asked, to which a need says nothing but that somebody spoke."""

KINDS: Mapping[str, str] = {
    "ready": "need", "needs": "need", "needs_only": "need", "customer": "bought", "friend": "warm", "regular": "warm",
    "acquaintance": "warm", "crowded": "last word", "unanswered": "last word", "refused": "no", "cool": "looks",
    "not_warm": "warm", "in_vain": "in vain", "sent_to_all": "to all", "once": "met",
}  # fmt: skip
"""What each step is of, where it is always of the same."""
FAVOUR = "ask_to_share"
"""The question for which whether somebody needs what is sold says nothing."""


def met_told(signs: Signs) -> str:
    """How often you have turned to somebody, but for what an answer to an event did in your name."""
    number = int(signs.contacts)
    return f"you have turned to them {times_told(number)}, events aside" if number else NOT_BEFORE


def step_told(step: AskedStep, move: str, signs: Signs) -> str:
    """What a step is, in words.

    Args:
        step: after the first, which is about strangers.
        move: id of the question.
        signs: of the one who is asked.
    """
    if step.by == "needs" and move == FAVOUR:
        return A_WORD_FIRST
    if step.by == "torn" and _torn_by(signs) == "unanswered":
        return f"you wrote after {'such words' if move == FAVOUR else 'a need was told'}, and no answer came back"
    return STEPS[step.by](signs)


def kind_of_step(step: AskedStep, signs: Signs) -> str:
    """What a step is of; no sign of the same kind is told beside it on its side."""
    if step.by == "needs_only" and signs.weakest == "known":
        return "met"
    return KINDS[_torn_by(signs) if step.by == "torn" else step.by]


def _torn_by(s: Signs) -> str:
    """Which of the three that speak against asking stands beside a better sign."""
    if s.decline_age <= ASKED_AGAIN_DAYS:
        return "refused"
    return "cool" if s.glow <= PUT_OFF or s.warm < s.cool else "unanswered"


def _warm(s: Signs) -> str:
    return "a warm answer" if s.warm < 2.0 else f"{counted(int(s.warm))} warm answers"


def _cool(s: Signs) -> str:
    return SOUR_LOOKS if s.glow <= PUT_OFF else COOL_ANSWERS


def _torn(s: Signs) -> str:
    """What was seen before speaks against asking, and what was seen last speaks for it."""
    if _torn_by(s) == "refused":
        return f"{NO_ONLY_DAYS_AGO}, with better signs since"
    return f"{_cool(s)}, with a better sign since"


def _turned_to(s: Signs) -> str:
    """When you last turned to somebody."""
    return f"you last turned to them {counted(int(s.contact_age) + 1)} days ago" if s.contacts else met_told(s)


def _weak(s: Signs) -> str:
    """Why a need stands on weak signs."""
    because: Mapping[str, Callable[[], str]] = {
        "fresh": lambda: f"the need was told {counted(int(s.need_age) + 1)} days ago",
        "known": lambda: met_told(s),
        "often": lambda: f"the need was told {times_told(int(s.needs + s.prices))}",
        "page": lambda: "their page is unread",
        "lately": lambda: _turned_to(s),
        "talks": lambda: "your talk is short",
        "own": lambda: f"they also asked {'for somebody else' if s.errands >= 1.0 else 'how it is made'}",
    }  # fmt: skip
    return f"all signs together are weak, most of all because {because[s.weakest]()}"


STEPS: Mapping[str, Callable[[Signs], str]] = {
    "ready": lambda _: f"{OWN_NEED}, with strong signs besides",
    "needs": lambda _: OWN_NEED,
    "customer": lambda _: PURCHASE_BEFORE,
    "friend": lambda s: PURCHASE_BEFORE if s.bought > 0.0 else _warm(s),
    "regular": _warm,
    "acquaintance": _warm,
    "crowded": lambda _: "several messages of yours have had no answer",
    "unanswered": lambda _: NO_ANSWER_YET,
    "refused": lambda _: NO_ONLY_DAYS_AGO,
    "cool": _cool,
    "torn": _torn,
    "needs_only": _weak,
    "not_warm": lambda _: NO_WARM_ANSWER,
    "in_vain": lambda _: ASKED_IN_VAIN,
    "sent_to_all": lambda _: SENT_TO_ALL,
    "once": met_told,
}
"""Each step in words, by its name."""
