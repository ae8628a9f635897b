"""Small pieces of wording that all messages share: suggestions, lists, examples, shortened texts."""

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from game.scenario.problems.kept_words import words_in
from game.scenario.problems.quoting import quoted
from game.scenario.problems.synonyms import SYNONYMS

UNSEEN = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+")
"""Characters that look like a space, or like nothing."""

MOST_ASKED = 4  # words in one question
TOO_SHORT = 3  # letters: of a word as short as this, one letter more or less makes another (her and he, tim and tom)
SHORT = 5  # letters: two slips in a word as short as this make another one
COMPARED = 300  # names a misspelt one is compared with: a hostile file may hold thousands


def alike(word: str, names: Iterable[str], least: float = 0.6) -> tuple[str, ...]:
    """The names most like a word: the likeliest first, then all that are about as near, which may be meant as well.

    As near is a name that takes no more slips of a letter to come to; where even the likeliest takes several, only one
    that is as much alike but for 0.1, or with more slips but for 0.05.

    Args:
        word: as it was written.
        names: at most `COMPARED` are looked at.
        least: how much alike they must be, 0..1.

    >>> alike("ana", ["anka", "jonas", "anna"])
    ('anka', 'anna')
    >>> alike("jona", ["anka", "jonas"])
    ('jonas',)
    """
    near = [
        (-_likeness(name, word), slips_between(name, word), name)
        for name in get_close_matches(word, set(names), 8, least)
    ]
    if not near:
        return ()
    (likeness, slips, first), *others = sorted(near)
    if slips == 1:
        return (first, *(name for other, more, name in others if more <= slips or other < likeness))
    return (first, *(name for other, more, name in others if other < likeness + (0.1 if more <= slips else 0.05)))


def _likeness(one: str, other: str) -> float:
    """As `get_close_matches` reckons it, 0..1."""
    return SequenceMatcher(None, one, other).ratio()


def slips_between(one: str, other: str) -> int:
    """How many slips of a letter lead from one word to another: one left out, put in, changed, or two that swapped.

    The optimal string alignment distance (Damerau 1964).

    >>> slips_between("slwo", "slow"), slips_between("ana", "anka"), slips_between("kitten", "sitting")
    (1, 1, 3)
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, found in enumerate(other, 1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != found))
            if i > 1 and j > 1 and letter == other[j - 2] and found == one[i - 2]:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]


def is_slip(word: str, name: str) -> bool:
    """Whether a word is a name but for capitals and a slip of a letter, or more in a long one.

    >>> is_slip("Wnats", "wants"), is_slip("needs", "notes"), is_slip("bizness", "business")
    (True, False, True)
    """
    tidy = _tidied(word)
    return slips_between(tidy, name) <= 1 or (min(len(tidy), len(name)) > SHORT and _likeness(name, tidy) >= 0.8)


def is_another(word: str, name: str) -> bool:
    """Whether a word is so short that with the slips which lead to a name it is another word.

    >>> is_another("ziele", "title"), is_another("titl", "title"), is_another("summery", "summary")
    (True, False, False)
    """
    tidy = _tidied(word)
    return min(len(tidy), len(name)) <= SHORT and slips_between(tidy, name) > 1


def stands_for(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that mean what a word means, or are that word but for capitals: none that it is only like."""
    return _same(_tidied(word), set(known))


def likely(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that an author may have meant, the likeliest first; of several none is surer than the others.

    Several words are not meant by fewer.

    >>> likely("Slwo", ["slow", "quick"])
    ('slow',)
    >>> likely("photo guide", ["photo", "guide"])
    ()
    """
    names = sorted(set(known))
    tidy = _tidied(word)
    if same := _same(tidy, names):
        return same
    row = [name for name in names if abs(len(name) - len(tidy)) <= 1 + len(tidy) // 2][:COMPARED]
    found = alike(tidy, row)
    return () if found and len(word.replace("/", " ").split()) > max(1, len(words_in(found[0]))) else found


def _tidied(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")[:80]


def _same(tidy: str, names: Collection[str]) -> tuple[str, ...]:
    """The names that a word is, or means: none that it is only like."""
    if tidy in names:
        return (tidy,)
    return tuple(other for other in SYNONYMS.get(tidy, ()) if other in names)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word an author most likely meant, or an empty text; nothing is written by it alone, as `meant` is.

    >>> nearest("Slwo", ["slow", "quick"])
    'slow'
    """
    return next(iter(likely(word, known)), "")


def meant(word: str, known: Iterable[str]) -> str:
    """The one known word that a message asks for, or that is left without what cannot be seen; else an empty text.

    Where two known words are about as near, which of them is meant only the author can say: it is none. Nor is one
    meant that is only like the word, if either has no more than `TOO_SHORT` letters.

    >>> meant("slowly", ["slow", "quick"])
    'slow'
    >>> meant("tim", ["tom"]), meant("Tom", ["tom"]), meant("her", ["he", "she"])
    ('', 'tom', 'she')
    >>> meant("petre", ["petra", "petrb"])
    ''
    """
    names = set(known)
    seen = UNSEEN.sub("", word)
    if seen != word and seen in names:
        return seen
    found = likely(word, names)
    if len(found) != 1:
        return ""
    tidy = _tidied(word)
    is_sure = bool(_same(tidy, names)) or min(len(tidy), len(found[0])) > TOO_SHORT
    return found[0] if is_sure else ""


def nearly(word: str, known: Iterable[str]) -> str:
    """The one known word that a word is but for a slip of letters; else an empty text.

    >>> nearly("thansk", ["thanks"]), nearly("tanning", ["thanks"])
    ('thanks', '')
    """
    answer = meant(word, known)
    return answer if answer and (is_slip(word, answer) or UNSEEN.search(word)) else ""


def written_otherwise(word: str, known: Iterable[str]) -> str:
    """The one known word that is the same but for capitals, marks and what cannot be seen; else an empty text.

    For ids that an author has made: one that is only like the word may be another person, or one yet to be written.

    >>> written_otherwise("Tom", ["tom"]), written_otherwise("hannes", ["hanna"])
    ('tom', '')
    """
    names = set(known)
    answer = meant(word, names)
    return answer if UNSEEN.sub("", word) in names or _tidied(word) in names else ""


def did_you_mean(word: str, known: Iterable[str], around: str = "{}") -> str:
    """A question with the nearest known word, or with all that are about as near; or an empty text.

    Args:
        word: as it was written.
        known: the words that there are.
        around: how a word is shown, with {} for it.

    >>> did_you_mean("petre", ["petra", "petrb"])
    "Did you mean 'petra' or 'petrb'?"
    """
    names = set(known)
    odd = UNSEEN.search(word)
    if odd and UNSEEN.sub("", word) in names:
        where = "behind" if odd.start() else "in front of"
        return (
            f"An invisible character (U+{ord(odd.group()[0]):04X}) stands {where} it. Delete the word and type it anew."
        )
    return asked(around.format(one) for one in likely(word, names))


def asked(words: Iterable[str]) -> str:
    """Whether one of some words was meant, as a question; an empty text for none.

    >>> asked(["anna", "anka", "anya"])
    "Did you mean 'anna', 'anka' or 'anya'?"
    """
    row = [f"'{word}'" for word in words][:MOST_ASKED]
    if not row:
        return ""
    return f"Did you mean {' or '.join(filter(None, (', '.join(row[:-1]), row[-1])))}?"


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
