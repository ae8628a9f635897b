"""Looking into folders for the Workshop: folders, scenarios, and packages; nothing else is shown."""

import os
import string
import sys
from pathlib import Path

from game.files import is_file, is_folder, is_there
from game.scenario.reading.folder import MAIN
from game.ui.workshop.workshop_values import FolderEntry, Listing

MOST_ENTRIES = 2000  # entries of one folder
SHORTCUTS = ("Desktop", "Documents", "Downloads")


def listing(folder: Path, own: Path) -> Listing:
    """What can be chosen in a folder.

    Args:
        folder: one that may be gone or closed to us; then its problem says so.
        own: where the author's scenarios are.
    """
    try:
        folder = folder.expanduser().absolute()
    except RuntimeError:  # ~name of nobody
        return Listing(str(folder), str(Path.home()), (), _shortcuts(own), "There is nobody of that name here.")
    above = "" if folder.parent == folder else str(folder.parent)
    try:
        with os.scandir(folder) as found:
            entries = [entry for item in found if (entry := _entry(item)) is not None]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not there"
        told = f"This folder cannot be read: {reason}."
        return Listing(str(folder), above, (), _shortcuts(own), told)
    entries.sort(key=lambda e: (e.kind not in {"folder", "scenario"}, e.name.casefold()))
    return Listing(str(folder), above, tuple(entries[:MOST_ENTRIES]), _shortcuts(own))


def kind_of(path: Path) -> str:
    """What lies at a path: folder, scenario, file, zip, or "" for anything else."""
    try:
        if is_folder(path):
            return "scenario" if is_file(path / MAIN) else "folder"
    except OSError:
        return ""
    return {".yaml": "file", ".yml": "file", ".zip": "zip"}.get(path.suffix.lower(), "")


def _entry(item: os.DirEntry[str]) -> FolderEntry | None:
    kind = "" if item.name.startswith(".") else kind_of(Path(item.path))
    return FolderEntry(item.name, item.path, kind) if kind else None


def _shortcuts(own: Path) -> tuple[FolderEntry, ...]:
    home = Path.home()
    found = [FolderEntry("Home", str(home), "folder")]
    if is_folder(own):
        found.insert(0, FolderEntry("Your scenarios", str(own), "folder"))
    found += [FolderEntry(name, str(home / name), "folder") for name in SHORTCUTS if is_folder(home / name)]
    if sys.platform == "win32":
        drives = [f"{letter}:\\" for letter in string.ascii_uppercase]
        found += [FolderEntry(drive, drive, "folder") for drive in drives if is_there(Path(drive))]
    return tuple(found)
