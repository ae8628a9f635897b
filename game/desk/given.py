"""Which scenarios of other places the player has opened: a stranger's record may name any path, and none is read."""

import contextlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from game.desk.places import OWN_FILE_BYTES, runs_folder, scenario_folders
from game.files import read_regular, write_over

MOST_PATHS = 500  # paths, the newest first


class Given:
    """The paths of scenarios that the player has named, kept beside the runs.

    A file that is damaged or cannot be written is no reason to stop: runs then go on with the copies in their records.
    """

    def __init__(self, runs: Path | None = None, folders: Iterable[Path] | None = None) -> None:
        """Reads what was kept.

        Args:
            runs: the folder of records; left out, that of this machine's user.
            folders: where scenarios may always be opened; left out, the shipped ones and the user's own.
        """
        self._file = (runs or runs_folder()).with_name("given.json")
        self._folders = [_plain(folder) for folder in (scenario_folders() if folders is None else folders)]
        self._paths = _read(self._file)

    def may_open(self, path: Path) -> bool:
        """Whether the path of a scenario in a record may be looked at; the disk is not asked."""
        place = _plain(path)
        return place in self._paths or any(Path(place).is_relative_to(folder) for folder in self._folders)

    def keep(self, path: Path) -> None:
        """Remembers that the player has named a path."""
        place = _plain(path.resolve())
        if self.may_open(Path(place)):
            return
        self._paths = (place, *self._paths)[:MOST_PATHS]
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_over(self._file, (json.dumps(self._paths, indent=1) + "\n").encode())


def _plain(path: Path) -> str:
    """A path in full, without steps back; no link is followed."""
    return os.path.abspath(path)


def _read(file: Path) -> tuple[str, ...]:
    try:
        found = json.loads(read_regular(file, OWN_FILE_BYTES))
    except (OSError, ValueError, RecursionError):
        return ()
    return tuple(p for p in found if isinstance(p, str))[:MOST_PATHS] if isinstance(found, list) else ()
