"""The sentences of the marked review, as a kind teacher says them.

Each is put together of parts with a name, so that what a part holds of a move can be set against all else that is told.
"""

from game.coach.hindsight.marked_decision import (
    NOTABLE,
    REST,
    MarkedDecision,
    asks,
    in_place_of,
    named,
)
from game.session.playthrough import Playthrough
from game.session.story.invitations import asked_for_more, day_bought
from game.session.words.numbers_told import listed_days

Part = tuple[str, str]
"""The name of a part of a sentence, and its words."""

_EARLY = (
    "You asked {name} when all that had shown {leaning}: a question that can wait loses little by waiting.",
    "{name} might well have come to like you first; all that had shown {leaning}.",
    "All that {name} had shown {leaning}. The question came before its time; it happens to whoever means to get on.",
    "It takes some courage to ask. But all that had shown {leaning}, and {name} needed a few more good days.",
    "All that {name} had shown {leaning}; one more talk would have told you more than the answer did.",
)
_UNLIKELY = (
    _EARLY[0],
    "All that {name} had shown by then {leaning}, and a question has its price.",
    "You asked {name}, and all that had shown {leaning}: such a question is seldom worth what it costs.",
)
_GAINED = (
    "For {name}, {best} in place of {made} would have been worth about {points} more.",
    "{name} would have had more of {best} than of {made}: about {points}.",
    "A small thing with {name}: {best}, not {made}, and it would have been about {points} more.",
)
"""What is said of a question that came too soon, and of other choices; by turns, so that none is read twice."""


def running_text(parts: tuple[Part, ...]) -> str:
    """Parts as running text."""
    return " ".join(words for _, words in parts)


def _once_more(now: Playthrough, d: MarkedDecision) -> str:
    """That a question would have been a second one, and what spoke for it; "" of who had not bought."""
    thread = now.story.threads[d.follower]
    bought, more = day_bought(thread, d.day), asked_for_more(thread, d.day)
    if not more:
        return ""
    return f"{d.name} had bought on day {bought}, and spoke of more on day {more}, so that it is a second order. "


def dear_parts(now: Playthrough, d: MarkedDecision, turn: int) -> tuple[Part, ...]:
    """What is said of a decision that cost something.

    Args:
        now: the playthrough.
        d: the decision.
        turn: counts the sentences before, so that none is read twice.
    """
    points = f"{d.known.lost:.1f} points"
    best = named(now, d.known.best)
    if asks(now, d.made):
        part, head = _asked(d, turn)
        found = (part, f"{head} {best[0].upper()}{best[1:]} would have been worth about {points} more.")
    elif asks(now, d.known.best):
        instead = in_place_of(now, d.known.instead)
        shown = f"{_once_more(now, d)}All that {d.name} had shown {d.leaning}"
        words = f"{shown}: a good day to ask{instead}, worth about {points} more."
        if not d.spoken_for:
            words = f"{shown}, and a question{instead} was worth putting all the same: about {points} more."
        elif not d.ready:
            words = f"{shown}, and by that a question{instead} was worth about {points} more."
        found = ("review_not_asked" if d.ready else "review_not_asked_by_signs", words)
    elif d.known.best == REST:
        words = f"A day of peace would have done {d.name} more good than {named(now, d.made)}, by about {points}."
        found = ("review_moved", words)
    else:
        instead = named(now, d.made) if d.made else "a quiet day" if d.alone else "no word to them alone"
        words = _GAINED[turn % len(_GAINED)].format(name=d.name, best=best, made=instead, points=points)
        found = ("review_moved" if d.made else "review_rested" if d.alone else "review_posted", words)
    if d.true.high < 0.0:
        words = "As it turned out you were lucky: with who they really were, yours was the better choice."
        return (found, ("review_lucky", words))
    if d.true.high < NOTABLE:
        words = f"With who {d.name} really was, it would have changed nothing."
        return (found, ("review_same_by_truth", words))
    return (found,)


def also_told(d: MarkedDecision, alike: list[MarkedDecision], *, fine: bool = False) -> tuple[Part, ...]:
    """That other days with the same person cost something, or were worth something, as well; nothing without any.

    Args:
        d: the decision of that person that is told.
        alike: all that surely cost something, or surely were worth something.
        fine: whether they were worth something.
    """
    days = sorted({one.day for one in alike if one.follower == d.follower} - {d.day})
    if not days:
        return ()
    on = listed_days(days)
    if fine:
        return (("review_fine_also", f"Also on {on} what you did for {d.name} was worth something."),)
    return (("review_dear_also", f"Also on {on} another choice for {d.name} would have been better."),)


def _asked(d: MarkedDecision, turn: int) -> Part:
    """How a question is named that cost something: as early only if it was, and as a surprise where signs were good."""
    if d.spoken_for:
        return ("review_asked", f"All that {d.name} had shown {d.leaning}.")
    part, wordings = ("review_asked_early", _EARLY) if d.early else ("review_asked", _UNLIKELY)
    return (part, wordings[turn % len(wordings)].format(name=d.name, leaning=d.leaning))


def fine_parts(now: Playthrough, d: MarkedDecision) -> tuple[Part, ...]:
    """What is said of a decision that was worth something, or of a sale that was won at its right moment."""
    points = f"{-d.known.lost:.1f} points"
    if d.well_won:
        words = f"You asked {d.name} at the right moment: all that had shown {d.leaning}, and the answer was yes."
        if not d.spoken_for:
            words = f"You asked {d.name} at the right moment, though all that had shown {d.leaning}: it was a yes."
        worth = ("review_worth_unknown", "What another day would have been worth cannot be told from chance.")
        if d.known.high < 0.0:
            worth = ("review_worth", f"Against the other choices that day it was worth about {points}.")
        return (("review_sale", words), worth)
    if asks(now, d.made):
        when = f"{'when' if d.spoken_for else 'though'} all that had shown {d.leaning}"
        found = ("review_asked_well", f"You asked {d.name} {when}: worth about {points}.")
    elif not d.made:
        rested = f"You left {d.name} in peace" if d.alone else f"You had no word for {d.name} alone"
        words = f"{rested} where others would have asked: worth about {points}."
        found = ("review_rested_well" if d.alone else "review_posted_well", words)
    else:
        against = named(now, d.known.best)
        words = f"{named(now, d.made)} for {d.name} was worth about {points} against {against}."
        found = ("review_moved_well", words)
    if asks(now, d.made) and not d.ready and d.spoken_for:
        truth = f"it was early for {d.name}" if d.early else f"{d.name} was not ready"
        part = "review_was_early" if d.early else "review_was_not_ready"
        return (found, (part, f"In truth {truth}: nobody could have seen that."))
    if d.true.low > 0.0:
        return (found, ("review_unlucky", "That it turned out otherwise was bad luck, not bad judgement."))
    if d.true.low > -NOTABLE:
        return (found, ("review_same_by_truth", f"With who {d.name} really was, it changed nothing."))
    return (found,)
