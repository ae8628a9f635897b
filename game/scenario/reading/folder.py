"""From a path to the files of a scenario: one file, or a folder with scenario.yaml and its parts."""

from dataclasses import dataclass
from pathlib import Path

from game.scenario.problems.phrases import nearest
from game.scenario.problems.problems import Problem, problem, refused
from game.scenario.problems.sources import Refusal, Source, decode, read_bytes

MAIN = "scenario.yaml"
PARTS = (
    "followers",
    "crowd",
    "archetypes",
    "motives",
    "content",
    "timeline",
    "words",
    "lines",
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
class Part:
    """One file of a scenario: scenario.yaml, or a block that stands in a file of its own."""

    source: Source
    block: str  # the only key it may hold; empty for the main file
    readable: bool  # whether its text can be looked at


@dataclass(frozen=True)
class Files:
    """The files of a scenario, the main one first, and what kept some from being read."""

    id: str
    folder: Path
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]


def find(path: Path) -> Files:
    """The files a path stands for."""
    is_folder = path.is_dir()
    if not is_folder and path.name != MAIN:
        part, problems = _read(path, str(path), "")
        return Files(path.stem, path.parent, (part,), tuple(problems))
    folder = path if is_folder else path.parent
    name = _resolved(folder).name
    main, problems = _read(folder / MAIN, str(folder / MAIN), "", folder if is_folder else None)
    parts = [main]
    for block in PARTS:
        file = folder / f"{block}.yaml"
        if file.exists() or file.is_symlink():
            part, more = _read(file, str(file), block, folder)
            parts.append(part)
            problems += more
    return Files(name, folder, tuple(parts), (*problems, *_strays(folder)))


def _read(path: Path, shown: str, block: str, home: Path | None = None) -> tuple[Part, list[Problem]]:
    """One file as text; inside a folder it may not be a link that leads out of it."""
    nothing = Source(shown, "")
    if home is not None and path.exists() and not _resolved(path).is_relative_to(_resolved(home)):
        refusal = Refusal(
            "file-outside", f"{path.name} is a link that leads out of the folder.", "Copy the file into the folder."
        )
        return Part(nothing, block, False), [refused(refusal, nothing)]
    data = read_bytes(path)
    if isinstance(data, Refusal):
        return Part(nothing, block, False), [refused(data, nothing)]
    text, wrong = decode(data)
    source = Source(shown, text)
    return Part(source, block, bool(text) or wrong is None), [refused(wrong, source)] if wrong else []


def _resolved(path: Path) -> Path:
    """Where a path really leads; a path that leads nowhere is left as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def _strays(folder: Path) -> list[Problem]:
    """Files that look as if they belonged to the scenario but are not read."""
    found = []
    known = {f"{name}.yaml" for name in (*PARTS, "scenario")}
    try:
        entries = sorted(e.name for e in folder.iterdir() if e.suffix.lower() in {".yaml", ".yml"})
    except (OSError, ValueError):
        return []
    for name in entries[:40]:
        near = nearest(name.rsplit(".", 1)[0], (*PARTS, "scenario"))
        if name not in known and near:
            source = Source(str(folder / name), "")
            message = f"{name} is not read."
            found.append(problem("file-unknown", source, 1, 1, message, hint=f"Call it {near}.yaml if it should be."))
    return found
