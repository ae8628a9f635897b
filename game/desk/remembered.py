"""What the Workshop remembers from one time to the next: scenarios elsewhere, and the folder looked at last."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from game.kept import KeptFile, NotKeptError, can_be_path, json_bytes, read_kept, write_kept

MOST_ELSEWHERE = 100  # scenarios elsewhere


@dataclass(frozen=True)
class Memory:
    """What is remembered from one time to the next."""

    paths: tuple[str, ...] = ()  # the newest first
    folder: str = ""


class Remembered:
    """Keeps it in a small JSON file; a file that is damaged or cannot be written is no reason to stop."""

    def __init__(self, file: Path) -> None:
        self._file = KeptFile(file, _memory_from, lambda memory: json_bytes(asdict(memory)), Memory())
        self.memory = read_kept(self._file)

    def keep(self, path: str) -> None:
        """Remembers a scenario, wherever it is, as the newest."""
        self._change(lambda now: replace(now, paths=(path, *(p for p in now.paths if p != path))[:MOST_ELSEWHERE]))

    def drop(self, path: str) -> None:
        """Forgets a scenario that was remembered."""
        self._change(lambda now: replace(now, paths=tuple(p for p in now.paths if p != path)))

    def looked_at(self, folder: str) -> None:
        """Remembers the folder in which somebody chose last."""
        if folder != self.memory.folder:
            self._change(lambda now: replace(now, folder=folder))

    def _change(self, change: Callable[[Memory], Memory]) -> None:
        """Changes what is in the file; where that cannot be written, it holds until the window is closed."""
        self.memory = change(self.memory)
        with contextlib.suppress(NotKeptError):
            write_kept(self._file, change)


def _memory_from(data: bytes) -> Memory:
    """What a file holds.

    Raises:
        ValueError, KeyError, TypeError, RecursionError: it is no such file.
    """
    found = json.loads(data)
    paths, folder = found["paths"], found["folder"]
    if not (isinstance(paths, list) and all(isinstance(p, str) for p in paths) and isinstance(folder, str)):
        raise TypeError("paths are a list of texts, and folder is a text")
    return Memory(tuple(p for p in paths if can_be_path(p))[:MOST_ELSEWHERE], folder if can_be_path(folder) else "")
