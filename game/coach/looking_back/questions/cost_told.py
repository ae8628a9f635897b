"""What a question did to the trust of the one who was asked, with the one thing that made it dear or cheap."""

from game.coach.looking_back.questions.largest_lack import Lack, largest_lack
from game.model import trust
from game.model.readings import REFUSED_DAYS
from game.session.history import DayPlayed
from game.session.playthrough import Playthrough

LITTLE = 25
"""Points of trust, 0..100, up to which there is little to lose."""
MUCH, CHEAP = 50, 1
"""Points of trust, 0..100: from so much on a question that costs no more than so little has been forgiven."""
FORGIVEN = "they trust you enough to forgive it"
SEEN_LITTLE = 0.5
"""What somebody has seen of you, as evidence, below which one question weighs heavily."""
OF_THE_QUESTION = ("move", "unasked", "irrelevant", "asked_too_soon", "seen_through", "boasting", "mending")
BY_OTHERS = ("others_good", "others_bad")
WHY_LESS = {
    "unasked": "it came on top of a message of yours, with no word of theirs between",
    "seen_through": "a wish to sell showed through it",
    "boasting": "it was about you",
    "move": "a sales talk shows little good will",
    "others_bad": "what you did that day to somebody they know weighed more",
    "irrelevant": "it meant nothing to them",
}
"""Why trust fell, by the cause that did most of it."""
WHY_MORE = {
    "others_good": "what you did that day for somebody they know did more than the question",
    "boasting": "they trust you enough to like hearing of you",
}
WHY_DEAR: dict[Lack, str] = {
    "trust": "it asked for more than they trust you with",
    "need": "they had little need of it that day",
    "refused": "it came within days of a no, which makes it dearer",
    "pushed": "they felt pushed already",
    "elsewhere": "they had bought elsewhere",
    "chance": "every question weighs a little",
}
"""Why a question cost trust, by what it lacked most."""
PUT_WELL = "the offer itself was a kindness"


def cost_told(now: Playthrough, played: DayPlayed, column: int, *, accepted: bool) -> str:
    """Trust before and after a question, in whole points, and why: "trust 45 to 36: it asked for more than …".

    Args:
        now: the run.
        played: the day of the question.
        column: of the one who was asked.
        accepted: whether it was a yes.
    """
    params, people = now.compiled.rules.params, played.morning.people
    before, after = (
        round(100.0 * float(trust(state, people, params)[0, column]))
        for state in (played.day.morning, played.day.after_direct)
    )
    moved = f"trust {before} to {after}" if before != after else f"trust {before} as before"
    return f"{moved}: {_why(played, column, before, after, accepted=accepted)}"


def _why(played: DayPlayed, column: int, before: int, after: int, *, accepted: bool) -> str:
    """The one thing that made it dear, cheap or good."""
    parts = {name: float(played.causes[name][0, column]) for name in (*OF_THE_QUESTION, *BY_OTHERS)}
    if before == after:
        if accepted:
            return "a yes takes nothing away"
        if before <= LITTLE:
            return "there was little left to lose"
        return FORGIVEN if before >= MUCH else "it asked for no more than they trust you with"
    if after > before:
        return WHY_MORE.get(max(parts, key=lambda name: parts[name]), PUT_WELL)
    worst = min(parts, key=lambda name: parts[name])
    return WHY_LESS.get(worst) or _dear(played, column, before, after)


def _dear(played: DayPlayed, column: int, before: int, after: int) -> str:
    """Why a question cost trust that asked for more than there was."""
    size = played.morning.compiled.rules.moves.columns["ask"][int(played.plan.move[0, column])]
    more = WHY_DEAR[largest_lack(played.morning, column, float(size))]
    if played.morning.ledger.decline_age[0, column] < REFUSED_DAYS:
        more = WHY_DEAR["refused"]
    besides = []
    if played.day.morning.evidence[0, column] < SEEN_LITTLE:
        besides.append("they had seen little of you to set against it")
    if before <= LITTLE:
        besides.append("there was little to lose")
    if before >= MUCH and before - after <= CHEAP:
        besides.append(FORGIVEN)
    return ", and ".join((more, *besides))
