"""Noticing that a scenario was saved: by polling names, times and sizes, which costs microseconds and needs no library.

Editors write a file in several steps; only when two looks agree is a change taken for finished.
"""

import os
from pathlib import Path

from game.files import is_folder
from game.scenario.reading.folder import MAIN, PARTS

FolderState = tuple[tuple[str, int, int], ...]  # name, time of change in nanoseconds, size
INTERVAL = 0.25  # seconds between two looks
FILES = frozenset(f"{name}.yaml" for name in ("scenario", *PARTS))


def look(path: Path) -> FolderState:
    """What the files of a scenario look like from outside; nothing when they are not there."""
    folder = path if is_folder(path) else path.parent if path.name == MAIN else None
    if folder is None:
        return (*_one(path), *_facts(path.parent / "pictures"))
    return (*_facts(folder, FILES), *_facts(folder / "pictures"), *_facts(folder / "lang"))


def _one(file: Path) -> FolderState:
    """Name, time of change and size of one file, however many lie beside it."""
    try:
        status = file.stat()
    except OSError:
        return ()
    return ((file.name, status.st_mtime_ns, status.st_size),)


def _facts(folder: Path, names: frozenset[str] | None = None) -> FolderState:
    """Name, time of change and size of files in a folder; those of some names, or all."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if names is None or entry.name in names:
                    status = entry.stat()
                    found.append((entry.name, status.st_mtime_ns, status.st_size))
    except OSError:
        return tuple(sorted(found))
    return tuple(sorted(found))


class Watcher:
    """Remembers how a scenario looked when it was last reported."""

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._reported: FolderState = look(self._path)
        self._last: FolderState = self._reported
        self.names: frozenset[str] = frozenset()  # of the files that were saved, as reported last

    def changed(self) -> bool:
        """Whether it was saved since it was last reported. Ask again and again, a moment apart."""
        now = look(self._path)
        settled, self._last = now == self._last, now
        if not settled or now == self._reported or not now:
            return False
        self.names = frozenset(name for name, _, _ in set(now) ^ set(self._reported))
        self._reported = now
        return True
