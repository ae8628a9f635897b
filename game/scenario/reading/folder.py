"""From a path to the files of a scenario: one file, or a folder with scenario.yaml and its parts."""

from dataclasses import dataclass, replace
from pathlib import Path

from game.files import is_folder, is_link, is_there
from game.scenario.problems.phrases import nearest
from game.scenario.problems.problems import Problem, problem, refused
from game.scenario.problems.sources import Refusal, Source, decode, read_bytes

MAIN = "scenario.yaml"
NO_MAIN = f"There is no {MAIN} in this folder."
DOCUMENTS = frozenset({".docx", ".doc", ".odt", ".rtf", ".pages"})
"""Endings of what a word processor writes."""
PARTS = (
    "followers",
    "crowd",
    "archetypes",
    "motives",
    "content",
    "timeline",
    "words",
    "lines",
    "talks",
    "moves",
    "goals",
    "teaches",
    "debrief",
    "tutorial",
    "opening",
    "contract",
    "model",
)
"""Blocks that may be moved, whole, to a file of their own name beside scenario.yaml."""


@dataclass(frozen=True)
class ScenarioPart:
    """One file of a scenario: scenario.yaml, or a block that stands in a file of its own."""

    source: Source
    block: str  # the only key it may hold; empty for the main file
    readable: bool  # whether its text can be looked at


@dataclass(frozen=True)
class Files:
    """The files of a scenario, the main one first, and what kept some from being read."""

    id: str
    folder: Path
    parts: tuple[ScenarioPart, ...]
    problems: tuple[Problem, ...]


def find(path: Path) -> Files:
    """The files a path stands for."""
    is_whole = is_folder(path)
    if not is_whole and path.name != MAIN:
        part, problems = _read(path, str(path), "")
        return Files(path.stem, path.parent, (part,), tuple(problems))
    folder = path if is_whole else path.parent
    name = _resolved(folder).name
    main, problems = _read(folder / MAIN, str(folder / MAIN), "", folder if is_whole else None)
    parts = [main]
    for block in PARTS:
        file = folder / f"{block}.yaml"
        if is_there(file) or is_link(file):
            part, more = _read(file, str(file), block, folder)
            parts.append(part)
            problems += more
    return Files(name, folder, tuple(parts), (*problems, *_strays(folder)))


def _read(path: Path, shown: str, block: str, home: Path | None = None) -> tuple[ScenarioPart, list[Problem]]:
    """One file as text; inside a folder it may not be a link that leads out of it."""
    nothing = Source(shown, "")
    if home is not None and is_there(path) and not _resolved(path).is_relative_to(_resolved(home)):
        refusal = Refusal(
            "file-outside", f"{path.name} is a link that leads out of the folder.", "Copy the file into the folder."
        )
        return ScenarioPart(nothing, block, False), [refused(refusal, nothing)]
    data = read_bytes(path)
    if isinstance(data, Refusal) and path.name == MAIN and (hint := lies_instead(path.parent)):
        data = replace(data, message=NO_MAIN, hint=hint)
    elif isinstance(data, Refusal) and (other := _instead(path)):
        data = replace(data, hint=f"There is {other}; call it {path.name}, for only that name is read.")
    if isinstance(data, Refusal):
        return ScenarioPart(nothing, block, False), [refused(data, nothing)]
    text, wrong = decode(data)
    source = Source(shown, text)
    return ScenarioPart(source, block, bool(text) or wrong is None), [refused(wrong, source)] if wrong else []


def lies_instead(folder: Path) -> str:
    """What to do with a file that lies in a folder without scenario.yaml and was most likely meant to be it; or ""."""
    if is_there(folder / MAIN):  # on some systems whatever its capitals
        return ""
    if other := _instead(folder / MAIN):
        return f"There is {other}; call it {MAIN}, for only that name is read."
    if other := _only_file(folder):
        return f"There is {other}; name that file, or call it {MAIN}."
    if other := _document(folder):
        return f"There is {other}. Copy its text into a plain editor, and save it there as {MAIN}, in UTF-8."
    return ""


def _instead(path: Path) -> str:
    """A file that lies where another is looked for, and was most likely meant to be it; "" if there is none."""
    wanted = {f"{path.name}.txt".lower(), f"{path.stem}.yml".lower(), path.name.lower(), f"{path.stem}.txt".lower()}
    names = sorted(entry.name for entry in _entries(path.parent) if entry.name.lower() in wanted)
    return next((name for name in names if name != path.name), "")


def _only_file(folder: Path) -> str:
    """The one YAML file of a folder that is no part of a scenario; "" where there is none, or are several."""
    names = [e.name for e in _entries(folder) if e.suffix.lower() in {".yaml", ".yml"} and e.stem not in PARTS]
    return names[0] if len(names) == 1 else ""


def _document(folder: Path) -> str:
    """The first file of a folder that a word processor has written; "" where there is none."""
    return min((e.name for e in _entries(folder) if e.suffix.lower() in DOCUMENTS), default="")


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where nobody may look."""
    try:
        return list(folder.iterdir())
    except (OSError, ValueError):
        return []


def _resolved(path: Path) -> Path:
    """Where a path really leads; a path that leads nowhere is left as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def _meant(name: str) -> str:
    """The part of a scenario that a file's name was most likely meant to say; "" if none."""
    stem, _, suffix = name.rpartition(".")
    if suffix.lower() == "txt":
        stem, _, suffix = stem.rpartition(".")
        return stem.lower() if suffix.lower() in {"yaml", "yml"} and stem.lower() in (*PARTS, "scenario") else ""
    return nearest(stem, (*PARTS, "scenario"))


def _strays(folder: Path) -> list[Problem]:
    """Files that look as if they belonged to the scenario but are not read."""
    found = []
    known = {f"{name}.yaml" for name in (*PARTS, "scenario")}
    try:
        entries = sorted(e.name for e in folder.iterdir() if e.suffix.lower() in {".yaml", ".yml", ".txt"})
    except (OSError, ValueError):
        return []
    for name in entries[:40]:
        near = _meant(name)
        if name not in known and near:
            source = Source(str(folder / name), "")
            message = f"{name} is not read."
            found.append(problem("file-unknown", source, 1, 1, message, hint=f"Call it {near}.yaml if it should be."))
    return found
