"""Noticing that a scenario was saved: by polling names, times and sizes, which costs microseconds and needs no library.

Editors write a file in several steps; only when two looks agree is a change taken for finished.
"""

from pathlib import Path

from game.scenario.folder import MAIN, PARTS

Look = tuple[tuple[str, int, int], ...]  # name, time of change in nanoseconds, size
INTERVAL = 0.25  # seconds between two looks


def look(path: Path) -> Look:
    """What the files of a scenario look like from outside; nothing when they are not there."""
    folder = path if path.is_dir() else path.parent if path.name == MAIN else None
    files = [path] if folder is None else [folder / f"{name}.yaml" for name in ("scenario", *PARTS)]
    if folder is not None and (pictures := folder / "pictures").is_dir():
        files += sorted(pictures.iterdir())
    found = []
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        found.append((file.name, status.st_mtime_ns, status.st_size))
    return tuple(found)


class Watcher:
    """Remembers how a scenario looked when it was last reported."""

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._reported: Look = look(self._path)
        self._last: Look = self._reported

    def changed(self) -> bool:
        """Whether it was saved since it was last reported. Ask again and again, `INTERVAL` apart."""
        now = look(self._path)
        settled, self._last = now == self._last, now
        if not settled or now == self._reported or not now:
            return False
        self._reported = now
        return True
