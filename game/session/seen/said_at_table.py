"""The date mirror with your own message: what you are about to send, said aloud at the table, and what may come back.

The scene of the move stays: it says what such a message would be on a real date. So the message and its likeness stand
beside each other, and the picture is never about something else than what is sent.
"""

import re
from dataclasses import replace

from game.engine.seen.situations import WELL
from game.scenario.texts.evening_words import table_talk
from game.session.date_lines import DateLine
from game.session.seen.after_the_move import SILENT
from game.session.seen.odds_told import NO_VERDICT
from game.session.seen.subjects import ON_POSTS
from game.session.words.line_choice import fill
from game.session.words.spoken import in_quotes

MOST_SAID = 118  # characters of a message that are said at the table
_NAMED_IN_IT = frozenset({"help"})
"""Moves of which an answer names the thing only where the message does."""
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


def said_at_table(date: DateLine, words: str, about: str = "") -> DateLine:
    """A scene of the date mirror in which you say the message itself, and are answered on it.

    Args:
        date: the scene, by what can be seen before the move.
        words: that the move will use; of a move that sends none, what is told of you.
        about: what it is about, where that is not known of the scene alone: who is introduced.

    Returns:
        The scene with the message at the table. What is said in the scene on a real date goes below the picture.
    """
    if not words or date.authors:
        return date
    date = replace(date, about=about or date.about)
    as_if = " – ".join(in_quotes(said) for said in (date.you, date.they) if said.strip("…"))
    if date.move in ON_POSTS and date.move in SILENT:
        return replace(date, they=date.taken_up or date.they, as_if=as_if)
    if date.move in SILENT:
        return date
    named = date.about if date.move not in _NAMED_IN_IT or date.about.lower() in words.lower() else ""
    said = shortened(words, named)
    return replace(date, you=said, they=_answer(date, named), as_if=as_if)


def _answer(date: DateLine, about: str) -> str:
    """What may come back, as the scene takes the move; it names what the message is about, if there is such a thing."""
    kinds = table_talk().get(date.move) or table_talk()["own_move"]
    kind = "open" if date.mood == NO_VERDICT else "well" if date.mood in WELL else "ill"
    lines = kinds[kind]
    apt = [line for line in lines if "{subject}" in line] if about else []
    apt = apt or [line for line in lines if "{subject}" not in line] or ["…"]
    line = apt[sum(f"{date.key}{date.you}{date.look}".encode()) % len(apt)]
    return fill(line, {"subject": about})


def likeness_told(date: DateLine) -> str:
    """What stands below the picture: what is taken up, and the same on a real date."""
    about = f"It is about this: {date.taken_up}" if date.taken_up and date.taken_up != date.they else ""
    about += "." if about and about.rstrip("”")[-1] not in ".!?…" else ""
    as_if = f"On a real date: {date.as_if}" if date.as_if else ""
    return " ".join(filter(None, (about, as_if)))
