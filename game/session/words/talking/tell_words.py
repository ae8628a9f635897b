"""The wordings of tells, by turns: of what suits, that which was least used."""

from collections.abc import Mapping

from game.scenario.texts.texts import SignalWords
from game.session.words.line_choice import fill, key_in_turn
from game.session.words.spoken import NARRATED, Wordings

ASKS = frozenset({"small_offer", "propose", "pitch", "ask_to_share"})
"""Moves whose lines speak of the offer alone: they go with whatever is said beside them."""


def tell_in_turn(
    words: SignalWords, answering: str, values: Mapping[str, str], draws: tuple[float, float], wordings: Wordings,
    true: frozenset[str], beside: frozenset[str] = frozenset(), form: str = "text",
) -> tuple[str, str, Wordings]:  # fmt: skip
    """A tell as it is seen online, and as it would be on a date.

    Lines that claim something of what you did, and it is true, show the reason: of those least used they come first.

    Args:
        words: of the tell.
        answering: id of the move that it answers; "" for somebody who saw what was done to others.
        values: what each placeholder stands for.
        draws: two chances, 0..1, that say where the turns begin.
        wordings: used so far.
        true: claims about the player's acts that hold.
        beside: ids of what else the same person did that night; lines written for it come before others.
        form: format of what they were given; a message without anything is a text.

    Returns:
        Both texts, the second "" where there are no words for it, and the wordings used with these.
    """
    lines = [line for line in words.lines if not line.format or form in line.format]
    plain = [line for line in lines if not line.beside and true.issuperset(line.claims)]
    apt = [line for line in plain if (answering or "nothing") in line.answering]
    if answering and answering not in NARRATED:
        apt += [line for line in plain if not line.answering]
        written = [line for line in lines if not beside.isdisjoint(line.beside)]
        apt = (
            [*written, *(line for line in apt if line.answering and ASKS.issuperset(line.answering))]
            if written
            else apt
        )
    apt = apt or [line for line in plain if not line.answering]
    least = min(wordings.used.count(line.key) for line in apt)
    reasons = [line for line in apt if line.claims and wordings.used.count(line.key) == least]
    apt = reasons or apt
    line = apt[key_in_turn([each.key for each in apt], wordings.used, draws[0])]
    wordings, seen = wordings.counting(line.key), fill(line.text, values)
    if not words.table:
        return seen, "", wordings
    keys = [f"{words.id}.table.{number}" for number in range(len(words.table))]
    number = key_in_turn(keys, wordings.used, draws[1])
    return seen, fill(words.table[number], values), wordings.counting(keys[number])
