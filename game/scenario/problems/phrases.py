"""Small pieces of wording that all messages share: suggestions, lists, examples, shortened texts."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from game.scenario.problems.kept_words import words_in
from game.scenario.problems.quoting import quoted

UNSEEN = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+")
"""Characters that look like a space, or like nothing."""

COMPARED = 300  # names a misspelt one is compared with: a hostile file may hold thousands

SYNONYMS: dict[str, tuple[str, ...]] = {
    "all": ("everyone",),
    "alt": ("picture_alt",),
    "answers": ("choices",),
    "buying": ("buyer",),
    "bying": ("buyer",),
    "birthday": ("arrives",),
    "company": ("business",),
    "condition": ("when", "need"),
    "cost": ("hours",),
    "description": ("about", "summary", "bio", "text"),
    "effect": ("change",),
    "effects": ("change",),
    "everybody": ("everyone",),
    "end": ("until", "to"),
    "events": ("timeline",),
    "friends": ("knows",),
    "gender": ("pronouns",),
    "id": ("name", "title"),
    "if": ("when",),
    "image": ("picture",),
    "industry": ("trade",),
    "interests": ("loves",),
    "length": ("days",),
    "lessons": ("teaches",),
    "license": ("licence",),
    "likes": ("loves",),
    "max": ("at_most",),
    "message": ("text",),
    "min": ("at_least",),
    "name": ("title",),
    "on": ("day",),
    "objectives": ("teaches", "goals"),
    "options": ("choices",),
    "people": ("followers",),
    "photo": ("picture",),
    "posts": ("content",),
    "say": ("text",),
    "speed": ("pace",),
    "start": ("from",),
    "tags": ("about",),
    "title": ("name", "label"),
    "topic": ("about", "loves"),
    "topics": ("about", "loves"),
    "type": ("format", "motive"),
    "version": ("scenario_format",),
}


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word an author most likely meant, or an empty text. Several words are not meant by fewer.

    >>> nearest("Slwo", ["slow", "quick"])
    'slow'
    >>> nearest("photo guide", ["photo", "guide"])
    ''
    """
    names = sorted(set(known))
    tidy = word.strip().lower().replace("-", "_").replace(" ", "_")[:80]
    if tidy in names:
        return tidy
    for other in SYNONYMS.get(tidy, ()):
        if other in names:
            return other
    likely = [name for name in names if abs(len(name) - len(tidy)) <= 1 + len(tidy) // 2][:COMPARED]
    found = next(iter(get_close_matches(tidy, likely, 1, 0.6)), "")
    return "" if len(word.split()) > max(1, len(words_in(found))) else found


def meant(word: str, known: Iterable[str]) -> str:
    """The known word that a message asks for, or that is left without what cannot be seen; else an empty text.

    >>> meant("slowly", ["slow", "quick"])
    'slow'
    """
    names = set(known)
    seen = UNSEEN.sub("", word)
    return seen if seen != word and seen in names else nearest(word, names)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with the nearest known word, or an empty text."""
    names = set(known)
    odd = UNSEEN.search(word)
    if odd and UNSEEN.sub("", word) in names:
        where = "behind" if odd.start() else "in front of"
        return (
            f"An invisible character (U+{ord(odd.group()[0]):04X}) stands {where} it. Delete the word and type it anew."
        )
    found = nearest(word, names)
    return f"Did you mean '{found}'?" if found else ""


def guessed(word: str, known: Iterable[str]) -> str:
    """The same question as a sentence in the middle of others, a space before it, or an empty text.

    >>> guessed("patiend", ["patient", "pushy"])
    ' Did you mean “patient”?'
    """
    found = nearest(word, known)
    return f" Did you mean “{found}”?" if found else ""


def listed(words: Iterable[str], limit: int = 14, near: str = "") -> str:
    """Words in a row; a long row is cut.

    Args:
        words: in the order in which they are told.
        limit: how many are told.
        near: a word that was written; of a row that is cut, those most like it come first.

    >>> listed(["a", "b", "c"], 2)
    'a, b, …'
    >>> listed(["apple", "bread", "cheese"], 2, near="cheeese")
    'cheese, apple, …'
    """
    row = list(words)
    if near and len(row) > limit:
        row.sort(key=lambda word: -SequenceMatcher(None, near.lower()[:60], word.lower()[:60]).ratio())
    return ", ".join(row[:limit]) + (", …" if len(row) > limit else "")


def as_yaml(value: Any) -> str:
    """An example as an author would write it.

    >>> as_yaml({"from": 5, "about": ["brewing"]})
    '{from: 5, about: [brewing]}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(as_yaml(inner) for inner in value) + "]"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    plain = not isinstance(value, str) or (text[:1].isalnum() and not set(text) & set(":#,{}[]\"'"))
    return text if plain else quoted(text)
