"""Which entries of a folder fit what was typed."""

from pathlib import PurePath

from game.ui.workshop.workshop_state import BrowseBox
from game.ui.workshop.workshop_values import FolderEntry


def fitting(box: BrowseBox) -> tuple[FolderEntry, ...]:
    """Entries whose name begins with the words typed, then those that hold them."""
    words = box.words.strip().casefold()
    begins = [e for e in box.listing.entries if e.name.casefold().startswith(words)]
    holds = [e for e in box.listing.entries if words in e.name.casefold() and e not in begins]
    return (*begins, *holds)


def typed_path(words: str) -> str:
    """A whole path, if that is what was typed, else "".

    >>> typed_path("~/plays"), typed_path("plays")
    ('~/plays', '')
    """
    words = words.strip()
    return words if words.startswith(("~", "/", "\\")) or PurePath(words).is_absolute() else ""
