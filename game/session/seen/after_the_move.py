"""A scene of the date mirror as it came out: what their body did, and their own words."""

from dataclasses import replace

from game.session.date_lines import DateLine
from game.session.seen.night.evening import Evening, Met

SILENT = frozenset({"look_around", "like", "give_space"})
"""Moves that say nothing which could be answered."""
SAID = 90  # characters of what they wrote that fit into a bubble of the mirror
YOUR_FACES = ("downcast", "downcast", "taken_aback", "neutral", "warm", "warm", "delighted")
"""Your face after a move, by the step of the other one's body."""


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


def as_it_was(date: DateLine, met: Met | None) -> DateLine:
    """Yesterday's scene as it came out: what their body did, their own words, and how you look then.

    Args:
        date: the scene before the move.
        met: the other one in the evening after it; None where nothing was seen of them.
    """
    prop = date.prop if date.held == "you" else "cup"
    date = replace(date, they="", held="you", prop=prop)
    if {"park", "party", "market"} & {*date.around}:  # the evening is at the café
        date = replace(date, what="", around=())
    if met is None:
        return replace(date, body="still", face="neutral")
    wrote = met.wrote.splitlines()[0] if met.wrote else ""
    said = wrote if len(wrote) <= SAID else ""
    around = (*date.around, "clock") if met.pose == "clock" or "clock" in met.does else date.around
    return replace(date, they=said, around=around, body=met.pose, their_face=met.face, face=YOUR_FACES[met.step])
