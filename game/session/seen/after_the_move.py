"""A scene of the date mirror as it came out: your own words and theirs, and what their body did."""

import re
from dataclasses import replace

from game.scenario.texts.evening_words import evening_words
from game.session.date_lines import DateLine
from game.session.seen.night.body import STILL
from game.session.seen.night.evening import Evening, Met
from game.session.seen.night.poses import UNWELCOME
from game.session.words.line_choice import fill

SILENT = frozenset({"look_around", "like", "give_space"})
"""Moves that say nothing which could be answered."""
SAID = 90  # characters of what they wrote that fit into a bubble of the mirror
YOUR_FACES = ("downcast", "downcast", "taken_aback", "neutral", "warm", "warm", "delighted")
"""Your face after a move, by the step of the other one's body."""


MOST_SAID = 118  # characters of a message that are said at the table
_ENDS = re.compile(r"(?<=[.!?…])[”’]?\s+")


def shortened(words: str, about: str = "") -> str:
    """As much of a message as is said in a breath: all of it, or those sentences that say what it is about.

    Args:
        words: of the message.
        about: what it is about.

    >>> shortened("Good day. " * 20 + "How is the roof? Bye.", "the roof")
    'How is the roof? Bye.'
    """
    if len(words) <= MOST_SAID:
        return words
    sentences = _ENDS.split(words)
    named = about.strip("“”").lower()
    first = next((n for n, said in enumerate(sentences) if named and named in said.lower()), -1)
    if first < 0:
        first = next((n for n, said in enumerate(sentences) if said.endswith("?")), 0)
    said = sentences[first]
    for more in sentences[first + 1 :]:
        if len(said) + len(more) >= MOST_SAID:
            break
        said = f"{said} {more}"
    return said


def in_your_words(date: DateLine, words: str) -> DateLine:
    """A scene with what was really said by you, in place of what would be said on a date.

    Args:
        date: the scene before the move.
        words: that went out with it; "" where nothing was said.
    """
    return replace(date, you=shortened(words, date.about)) if words and date.move not in SILENT else date


def met_in(told: Evening, follower: str) -> Met | None:
    """Somebody in an evening; None where nothing was seen of them."""
    people = [*(m.who for m in told.moments if m.who is not None), *told.tables, *told.bar]
    return next((met for met in people if met.follower == follower), None)


def taken_told(move: str, first: str, met: Met | None) -> str:
    """How a move was taken, as far as it could be seen.

    Args:
        move: its id.
        first: their first name.
        met: the other one in the evening after it.
    """
    if move in SILENT:
        return f"there was nothing for {first} to answer."
    if met is None or not met.does:
        return f"{first} let nothing be seen of it."
    return f"{met.first} {met.does[0].lower()}{met.does[1:]}"


def done_told(date: DateLine, first: str) -> str:
    """What you did, in a sentence that judges nothing; "" for a move of an author's own.

    Args:
        date: its scene.
        first: the other one's first name.
    """
    did = evening_words().did
    sentence = did.get(date.move, "")
    if "{content}" in sentence and not date.about:
        sentence = did["something"]
    return fill(sentence, {"they": first, "them": first, "their": f"{first}’s", "content": date.about.strip("“”")})


def came_true(date: DateLine, met: Met | None) -> bool:
    """Whether a move was taken as ill as its scene had it, so that the scene's words can stand beside what came of it.

    A scene that gives no verdict speaks of what is not known yet, and a glad one of a dialogue that was another.

    Args:
        date: the scene before the move.
        met: the other one in the evening after it.
    """
    if date.move in SILENT:
        return date.mood not in UNWELCOME
    return met is not None and met.step < STILL and date.mood in UNWELCOME


def as_it_was(date: DateLine, met: Met | None, first: str) -> DateLine:
    """Yesterday's scene as it came out: what was done, what their body did, their own words, and how you look then.

    Args:
        date: the scene before the move.
        met: the other one in the evening after it; None where nothing was seen of them.
        first: the other one's first name.
    """
    prop = date.prop if date.held == "you" else "cup"
    elsewhere = {"park", "party", "market"} & {*date.around}  # the evening is at the café
    told = (date.what if came_true(date, met) and not elsewhere else "") or done_told(date, first) or date.what
    date = replace(date, they="", held="you", prop=prop, what=told, around=() if elsewhere else date.around)
    if met is None:
        return replace(date, body="still", face="neutral")
    around = (*date.around, "clock") if met.pose == "clock" or "clock" in met.does else date.around
    said = answer_said(met)
    return replace(date, they=said, around=around, body=met.pose, their_face=met.face, face=YOUR_FACES[met.step])


def answer_said(met: Met) -> str:
    """Their own words as a bubble of the mirror holds them: the first message, or "" where that is too long."""
    wrote = met.wrote.splitlines()[0] if met.wrote else ""
    return wrote if len(wrote) <= SAID else ""
