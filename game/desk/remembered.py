"""What the Workshop remembers from one time to the next: scenarios elsewhere, and the folder looked at last."""

import contextlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from game.files import write_over

MOST_ELSEWHERE = 100  # scenarios elsewhere


@dataclass(frozen=True)
class Memory:
    """What is remembered from one time to the next."""

    paths: tuple[str, ...] = ()  # the newest first
    folder: str = ""


class Remembered:
    """Keeps it in a small JSON file; a file that is damaged or cannot be written is no reason to stop."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.memory = _read(file)

    def keep(self, path: str) -> None:
        """Remembers a scenario, wherever it is, as the newest."""
        others = [p for p in self.memory.paths if p != path]
        self._write(replace(self.memory, paths=(path, *others)[:MOST_ELSEWHERE]))

    def drop(self, path: str) -> None:
        """Forgets a scenario that was remembered."""
        self._write(replace(self.memory, paths=tuple(p for p in self.memory.paths if p != path)))

    def looked_at(self, folder: str) -> None:
        """Remembers the folder in which somebody chose last."""
        if folder != self.memory.folder:
            self._write(replace(self.memory, folder=folder))

    def _write(self, memory: Memory) -> None:
        self.memory = memory
        with contextlib.suppress(OSError):  # it holds until the window is closed
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_over(self._file, (json.dumps(asdict(memory), indent=1) + "\n").encode())


def _read(file: Path) -> Memory:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        paths, folder = found["paths"], found["folder"]
    except (OSError, ValueError, KeyError, TypeError):
        return Memory()
    good = isinstance(paths, list) and all(isinstance(p, str) for p in paths) and isinstance(folder, str)
    return Memory(tuple(paths[:MOST_ELSEWHERE]), folder) if good else Memory()
