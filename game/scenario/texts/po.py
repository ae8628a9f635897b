"""Translations in PO files, read with the standard library alone: what translators save is what the game reads.

Only what scenarios need is read: contexts, texts, and whether a translation is marked as unsure (fuzzy). Plural forms
and entries that are commented out are passed over.
"""

import re
from dataclasses import dataclass, field

_LINE = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])?\s*"((?:[^"\\]|\\.)*)"\s*')
_ESCAPE = re.compile(r"\\(.)")
_MEANING = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True)
class PoEntry:
    """One text of a translation file: where it stands, the original, and what it is translated into."""

    context: str  # where it stands, such as followers.mara.bio
    source: str
    text: str  # empty while it is not translated
    unsure: bool  # marked as fuzzy: the source has changed since
    line: int  # 1..


class PoError(Exception):
    """A line that cannot be read."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass
class _Draft:
    """An entry while its lines are read."""

    parts: dict[str, str] = field(default_factory=dict)
    unsure: bool = False
    line: int = 0
    last: str = ""

    def finished(self) -> list[PoEntry]:
        """The entry, if it is one; the header and plural forms are none."""
        source, text = self.parts.get("msgid", ""), self.parts.get("msgstr")
        if not source or text is None:
            return []
        return [PoEntry(self.parts.get("msgctxt", ""), source, text, self.unsure, self.line)]


def entries(text: str) -> list[PoEntry]:
    r"""All entries of a PO file.

    Raises:
        PoError: a line is none of those such a file may have.

    >>> [(e.source, e.text) for e in entries('msgid "Yes"\nmsgstr "Ja"')]
    [('Yes', 'Ja')]
    """
    found: list[PoEntry] = []
    draft = _Draft()
    for number, line in enumerate(re.split("\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        here = line.strip()
        if not here or here.startswith("#"):
            if draft.last.startswith("msgstr"):
                found += draft.finished()
                draft = _Draft()
            draft.unsure |= here.startswith("#,") and "fuzzy" in here
            continue
        match = _LINE.fullmatch(here)
        if match is None:
            raise PoError(number)
        word, value = match.group(1), _ESCAPE.sub(lambda m: _MEANING.get(m.group(1), m.group(1)), match.group(2))
        if word in {"msgctxt", "msgid"} and draft.last.startswith("msgstr"):
            found += draft.finished()
            draft = _Draft()
        if word is None and not draft.last:
            raise PoError(number)
        draft.last = word or draft.last
        draft.line = draft.line or number
        draft.parts[draft.last] = draft.parts.get(draft.last, "") + value
    return [*found, *draft.finished()]
