"""Sharing a scenario: what may be in a package, and making one.

A package is a zip file with one folder: the scenario's files, pictures, sounds, translations and notes, nothing else.
"""

import io
import os
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.authoring.starter import folder_name
from game.errors import ScenarioError
from game.files import is_file, is_there, not_written, write_new, write_over
from game.scenario.format.schema import AnyScenario
from game.scenario.loading import Loaded, load
from game.scenario.problems.report import safe
from game.scenario.reading.folder import MAIN
from game.scenario.reading.picture_files import PICTURES, fault_of

MAX_BYTES = 20_000_000  # of all files together, unpacked
MAX_FILES = 200
TEXTS = frozenset({".yaml", ".po", ".md"})
SOUNDS = frozenset({".ogg"})
SUFFIXES = TEXTS | PICTURES | SOUNDS
MAX_NAME = 160  # characters of a path inside the package
MAX_DEPTH = 6  # folders

_PART = re.compile(r"[\w](?:[\w .()'&+-]*[\w)])?")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_DATE = (1980, 1, 1, 0, 0, 0)  # the same files make the same package, whenever it is made


@dataclass(frozen=True)
class Packed:
    """A package that was made: the zip file and what went into it."""

    path: Path
    files: tuple[str, ...]  # inside the scenario's folder
    bytes: int  # unpacked
    left_out: tuple[str, ...]  # files of the folder that do not belong into a package


def pack(path: Path, target: Path | None = None, *, replace: bool = False) -> Packed:
    """Makes a package of a scenario that has no errors.

    Args:
        path: the scenario's file or folder.
        target: the zip file; left out, it is called after the scenario and lies in the current folder.
        replace: whether a file of that name may be overwritten.

    Raises:
        ScenarioError: it has errors, is too large, or cannot be written.
    """
    loaded = load(path)
    if loaded.scenario is None:
        raise ScenarioError(f"{path} has errors, so it is not packed. See them with: courtship check {path}")
    name = folder_name(loaded.id) or "scenario"
    target = target or Path(f"{name}.zip")
    taken = f"{target} is there already. Name another file, or allow it with --replace."
    if is_there(target) and not replace:
        raise ScenarioError(taken)
    chosen, left_out = files_of(path, loaded, loaded.scenario)
    size = _checked(chosen)
    whole = io.BytesIO()
    try:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for inside, file in chosen.items():
                info = zipfile.ZipInfo(f"{name}/{inside}", _DATE)
                info.external_attr = 0o100644 << 16
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, file.read_bytes())
        (write_over if replace else write_new)(target, whole.getvalue())
    except FileExistsError:
        raise ScenarioError(taken) from None
    except OSError as error:
        raise ScenarioError(not_written(target, error)) from error
    return Packed(target, tuple(chosen), size, tuple(left_out))


def files_of(path: Path, loaded: Loaded, scenario: AnyScenario) -> tuple[dict[str, Path], list[str]]:
    """What belongs into a package or a copy, by its path inside the folder, and what does not.

    Raises:
        ScenarioError: there is a link among the files.
    """
    home = loaded.folder or Path()
    if is_file(path) and path.name != MAIN:  # one file among others
        named = {picture: home / picture for picture in pictures_of(scenario) if not fault_of(picture, home)}
        return {MAIN: path, **named}, []
    chosen, left_out = {}, []
    for file in _walk(home):
        inside = file.relative_to(home).as_posix()
        if file.is_symlink():
            raise ScenarioError(f"{inside} is a link. Put a copy of the file in its place, then pack again.")
        if file.suffix.lower() in SUFFIXES:
            chosen[inside] = file
        else:
            left_out.append(inside)
    return dict(sorted(chosen.items(), key=lambda item: (item[0] != MAIN, item[0]))), left_out


def _walk(home: Path) -> Iterable[Path]:
    """Files and links of a folder, without anything hidden."""
    for folder, folders, files in os.walk(home):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        yield from (Path(folder) / name for name in sorted((*files, *links)) if not name.startswith("."))


def pictures_of(scenario: AnyScenario) -> list[str]:
    """The pictures a scenario names, each once."""
    people = [*scenario.followers.values(), *scenario.archetypes.values()]
    named = [scenario.business.picture, *(p.picture for p in people), *(c.picture for c in scenario.content.values())]
    return list(dict.fromkeys(picture for picture in named if picture))


def _checked(files: dict[str, Path]) -> int:
    """The size of all files together, once it is sure that they may be shared."""
    check_count(len(files))
    check_names(files)
    for inside, file in files.items():
        check_file(inside, file)
    size = sum(file.stat().st_size for file in files.values())
    check_size(size)
    return size


def check_count(count: int) -> None:
    """Refuses a package with more files than are allowed."""
    if count > MAX_FILES:
        raise ScenarioError(
            f"There are {count} files; a package holds at most {MAX_FILES}. Take out what is not needed."
        )


def check_size(size: int) -> None:
    """Refuses a package that is larger unpacked than is allowed."""
    if size > MAX_BYTES:
        raise ScenarioError(
            f"Unpacked it has more than {MAX_BYTES // 1_000_000} MB. Save pictures smaller, as JPEG or WebP."
        )


def check_names(names: Iterable[str]) -> None:
    """Refuses paths that lead out, that some system cannot hold, or that differ in capital letters only."""
    seen: dict[str, str] = {}
    for name in names:
        parts_of(name)
        if Path(name).suffix.lower() not in SUFFIXES:
            kinds = ", ".join(sorted(suffix[1:] for suffix in SUFFIXES))
            raise ScenarioError(f"“{_shown(name)}” does not belong into a scenario. Files may be: {kinds}.")
        for step in _ways(name):  # its folders too: many systems take Music and music for one
            other = seen.setdefault(_folded(step), step)
            if other == step:
                continue
            raise ScenarioError(f"“{_shown(step)}” and “{_shown(other)}” differ in capital letters only. Rename one.")


def _ways(name: str) -> list[str]:
    """A path and the folders on the way to it: for a/b/c.md, a, a/b and a/b/c.md."""
    parts = name.split("/")
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def _folded(name: str) -> str:
    """A name as the most forgiving of systems compares it: com¹ is com1, MUSIC is music, and é is é however written."""
    return unicodedata.normalize("NFKC", name).casefold()


def parts_of(name: str) -> tuple[str, ...]:
    """The steps of a path inside a package; a path that might lead elsewhere is refused."""
    parts = tuple(name.split("/"))
    bad = len(name) > MAX_NAME or len(parts) > MAX_DEPTH
    if bad or any(not _PART.fullmatch(part) or _DEVICE.fullmatch(_folded(part)) for part in parts):
        raise ScenarioError(f"“{_shown(name)}” is a name that not every system can hold. Use letters, digits, _ and -.")
    return parts


def check_file(inside: str, file: Path) -> None:
    """Refuses a file that is not inside what its name says: by what it begins with, without opening pictures."""
    suffix = file.suffix.lower()
    if suffix in PICTURES:
        fault = fault_of(inside, file.parents[inside.count("/")])
        if fault:
            raise ScenarioError(f"{_shown(inside)} {fault[1]}. {fault[2]}")
        return
    with file.open("rb") as opened:
        head = opened.read(4)
        rest = opened.read() if suffix in TEXTS else b""
    if suffix in SOUNDS and head != b"OggS":
        raise ScenarioError(f"{_shown(inside)} is no Ogg sound inside. Save it again as Ogg Vorbis.")
    if suffix in TEXTS:
        try:
            text = (head + rest).decode("utf-8")
        except UnicodeDecodeError:
            text = "\0"
        if "\0" in text or text.startswith("PK\x03\x04"):
            raise ScenarioError(f"{_shown(inside)} is no text inside. Save it again as UTF-8.")


def _shown(name: str) -> str:
    return safe(name if len(name) <= 60 else name[:59] + "…")
