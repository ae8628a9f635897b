"""A copy of a scenario among the author's own: its files, a title of its own, the editor's files."""

import shutil
from pathlib import Path

from game.authoring.editor import editor_files, modeline, put_schemas
from game.authoring.sharing.packing import files_of
from game.authoring.starter import folder_name
from game.errors import ScenarioError
from game.files import not_written, write_folder
from game.scenario.loading import Loaded, load
from game.scenario.problems.phrases import as_yaml
from game.scenario.problems.sources import Source
from game.scenario.reading.edits import apply, in_place_of
from game.scenario.reading.folder import MAIN
from game.scenario.reading.reader import read


def copy_of(path: Path, home: Path) -> Path:
    """Copies a scenario into a folder of its own.

    Args:
        path: its file or folder.
        home: the folder of the author's scenarios; it is made if it is not there.

    Returns:
        The new folder. Nothing of the original has been changed.

    Raises:
        ScenarioError: it has errors, or cannot be written.
    """
    loaded = load(path)
    if loaded.scenario is None:
        raise ScenarioError(f"{loaded.title or loaded.id} has errors, so it is not copied. Mend them first.")
    folder = free_folder(home, f"my_{folder_name(loaded.id) or 'scenario'}")
    chosen, _ = files_of(path, loaded, loaded.scenario)
    try:
        files = {inside: file.read_bytes() for inside, file in chosen.items()}
        texts = {MAIN: _text(chosen[MAIN], loaded), **editor_files()}
        write_folder(folder, files | {name: text.encode() for name, text in texts.items()})
    except OSError as error:
        raise ScenarioError(f"{not_written(folder, error)} Nothing was copied.") from error
    try:
        put_schemas(folder)
    except ScenarioError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _text(file: Path, loaded: Loaded) -> str:
    """The main file with a title of its own, and the line by which an editor finds the schema."""
    text = file.read_text(encoding="utf-8-sig")
    root = read(Source(MAIN, text)).root
    title = root.get("title") if root is not None else None
    if title is not None:
        text = apply(text, [in_place_of(title, as_yaml(f"{loaded.title}, my copy"))])
    return text if "$schema=" in text[:200] else f"{modeline()}\n{text}"


def free_folder(home: Path, name: str) -> Path:
    """A folder of that name that is not there yet, with a number behind it where the name is taken."""
    folder, number = home / name, 2
    while folder.exists() or folder.with_suffix(".yaml").exists():
        folder, number = home / f"{name}_{number}", number + 1
    return folder
