"""What a repair must keep: the words and numbers that the author wrote."""

import re
from collections import Counter

UNITS = frozenset({"h", "hour", "hours", "day", "days", "point", "points", "st", "nd", "rd", "th"})
"""Words that stand beside a number, which says as much without them."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


def words_in(text: str) -> list[str]:
    """The words and numbers of a text, in small letters; signs and spaces part them.

    >>> words_in("formats: [photo_2, Guide]")
    ['formats', 'photo', '2', 'guide']
    """
    return [word.lower() for word in _WORD.findall(text)]


def loses_words(before: str, after: str) -> bool:
    """Whether a line says less than it did. A word may be replaced by another, and a number by another; none may go.

    >>> loses_words("formats: [photo guide]", "formats: [photo]")
    True
    >>> loses_words("ready: {from 6}", "ready: {from: 6}"), loses_words("pace: slwo", "pace: slow")
    (False, False)
    """
    if not after.strip():
        return False
    old, new = Counter(words_in(before)), Counter(words_in(after))
    lost, added = [*(old - new).elements()], [*(new - old).elements()]
    lost = [word for word in lost if word not in UNITS and word.strip("0")]
    numbers = sum(word.isdigit() for word in lost)
    return len(lost) > len(added) or numbers > sum(word.isdigit() for word in added)
