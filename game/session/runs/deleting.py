"""Putting runs away that are not wanted any more: nothing is lost before somebody empties a folder."""

from itertools import count
from pathlib import Path

from game.errors import RecordError
from game.files import name_of
from game.locking import is_locked
from game.session.record.journal import IN_USE

DELETED = "deleted"
"""The folder beside the records in which deleted ones lie."""


def put_away(record: Path) -> Path:
    """Moves a record into the folder of deleted ones; gives where it lies now.

    Raises:
        RecordError: it is not there, is open in a window, or the folder cannot be written to; it stays where it is.
    """
    if is_locked(record):
        raise RecordError(IN_USE.format(name=name_of(record)))
    folder = record.parent / DELETED
    try:
        folder.mkdir(exist_ok=True)
        names = (record.name if n == 1 else f"{record.stem}-{n}{record.suffix}" for n in count(1))
        place = next(folder / name for name in names if not (folder / name).exists())
        record.rename(place)
    except OSError as error:
        raise RecordError(
            f"{name_of(record)} could not be put into the folder “{DELETED}” ({error.strerror}). It stays where it is."
        ) from None
    return place
