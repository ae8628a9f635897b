"""Ids: which words can be one, and how a text is written as one."""

import re
import unicodedata

_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l"}
    | dict.fromkeys("–—’ /", "_")
)
_ID = re.compile("[a-z][a-z0-9_]*")


def is_id(word: str) -> bool:
    """Whether a word can be an id.

    >>> is_id("olav_2"), is_id("Olav")
    (True, False)
    """
    return _ID.fullmatch(word) is not None


def as_id(text: str) -> str:
    """A text as an id; letters with marks are written as people type them where they have none.

    >>> as_id("Mära Lind"), as_id("Café")
    ('maera_lind', 'cafe')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower().translate(_SPELLED)) if c.isascii())
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_0123456789")[:40]
