"""Which scenarios of other places the player has opened: a stranger's record may name any path, and none is read."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from game.desk.places import runs_folder, scenario_folders
from game.kept import NotKeptError, can_be_path, kept_texts, read_kept, write_kept

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
        file = (runs or runs_folder()).with_name("given.json")
        self._file = kept_texts(file)
        self._folders = [_plain(folder) for folder in (scenario_folders() if folders is None else folders)]
        self._paths = _usable(read_kept(self._file))

    def may_open(self, path: Path) -> bool:
        """Whether the path of a scenario in a record may be looked at; the disk is not asked."""
        place = _plain(path)
        return place in self._paths or any(Path(place).is_relative_to(folder) for folder in self._folders)

    def keep(self, path: Path) -> None:
        """Remembers that the player has named a path."""
        place = _plain(path.resolve())
        if self.may_open(Path(place)):
            return
        self._paths = _usable((place, *self._paths))
        with contextlib.suppress(NotKeptError):
            write_kept(self._file, lambda now: _usable((place, *(path for path in now if path != place))))


def _plain(path: Path) -> str:
    """A path in full, without steps back; no link is followed."""
    return os.path.abspath(path)


def _usable(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some texts that can be paths, as many as are kept."""
    return tuple(path for path in paths if can_be_path(path))[:MOST_PATHS]
