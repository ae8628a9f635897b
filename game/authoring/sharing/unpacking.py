"""Taking in a stranger's scenario: nothing in a package is trusted, and nothing of it is kept before it has passed.

The order matters: the list of files is bounded before it is read, names are judged before anything is written, bytes
are counted while they come, contents are judged where nobody finds them, and only then does the folder get its place,
by one process at a time: what was acknowledged is never put away by another package of its name.
"""

import contextlib
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from game.authoring.sharing.packing import MAX_BYTES, MAX_FILES, check_count, check_file, check_names, check_size
from game.authoring.starter import folder_name
from game.errors import ScenarioError
from game.files import not_written
from game.kept import NotKeptError, alone
from game.scenario.loading import Loaded, load
from game.scenario.problems.problems import Problem
from game.scenario.problems.report import safe
from game.scenario.reading.folder import MAIN

MAX_LIST = MAX_FILES * 1_000  # bytes of the list of files at a zip file's end
MAX_ENTRIES = 1_000  # with folders and what systems add by themselves
CHUNK = 65_536
_END, _END_SIZE, _COMMENT = b"PK\x05\x06", 22, 65_535
_WIDE, _WIDE_SIZE = b"PK\x06\x07", 20  # of files beyond 4 GB
_JUNK = ("__MACOSX/", "Thumbs.db", "desktop.ini")  # added by systems
MADE_WITH = "Packages are made with “Pack” in the Workshop, or with: courtship pack"
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


@dataclass(frozen=True)
class Added:
    """A scenario that was taken in."""

    id: str
    path: Path
    title: str
    problems: tuple[Problem, ...]  # warnings and notes


class NameTaken(ScenarioError):
    """The scenario itself may be good; there is one of its name. Nothing has been kept."""

    def __init__(self, text: str, called: str, *, may_replace: bool) -> None:
        super().__init__(text)
        self.called, self.may_replace = called, may_replace


def add(package: Path, home: Path, *, name: str = "", taken: Collection[str] = (), replace: bool = False) -> Added:
    """Takes in a package.

    Args:
        package: the zip file.
        home: the folder of the user's scenarios.
        name: what to call it; left out, what the package calls it.
        taken: names it may not have, such as those of scenarios that ship with the game.
        replace: whether a scenario of that name among the user's own may be replaced.

    Raises:
        ScenarioError: it is no package, might do harm, has errors, or its name is taken. Nothing has been kept.
    """
    shown = safe(package.name)
    try:
        _check_list(package)
        with zipfile.ZipFile(package) as archive:
            top, files = _chosen(archive)
            called = folder_name(name or top or package.stem)
            target = home / called
            _check_free(target, called, taken, replace=replace)
            with _desk(home) as desk:
                new = desk / called
                _unpack(archive, files, new)
                loaded = _judged(new, files)
                with alone(target), _placing(target):
                    _check_free(target, called, taken, replace=replace)  # another package may have come meanwhile
                    _put(new, target, desk / "before")
    except NameTaken as taken_name:
        told = f"{shown} was not added. {taken_name}"
        raise NameTaken(told, taken_name.called, may_replace=taken_name.may_replace) from None
    except ScenarioError as hindrance:
        raise ScenarioError(f"{shown} was not added. {hindrance}") from None
    except NotKeptError as busy:
        raise ScenarioError(
            f"{shown} was not added: {busy.cause}. Nothing has changed: {busy.remedy}, and try again."
        ) from None
    except _BROKEN as error:
        told = getattr(error, "strerror", None) or "it is no zip file, or a damaged one"
        if isinstance(error, FileNotFoundError):
            raise ScenarioError(
                f"{shown} was not added: there is no such file. Look at its name and its folder."
            ) from error
        raise ScenarioError(f"{shown} was not added: {told}. Ask for it again. {MADE_WITH}") from error
    return Added(called, target, loaded.title, loaded.problems)


@contextlib.contextmanager
def _placing(place: Path) -> Iterator[None]:
    """Tells that a place cannot be written: the package has nothing to do with it."""
    try:
        yield
    except NotKeptError:
        raise
    except OSError as error:
        raise ScenarioError(not_written(place, error)) from error


@contextlib.contextmanager
def _desk(home: Path) -> Iterator[Path]:
    """A folder beside the scenarios of the user, in which a package is laid out and judged; it is gone afterwards."""
    with _placing(home):
        home.mkdir(parents=True, exist_ok=True)
        desk = tempfile.TemporaryDirectory(prefix=".adding-", dir=home)
    with desk as place:
        yield Path(place)


def _check_list(package: Path) -> None:
    """Bounds the list of files at the end of a zip file before anybody reads it into memory."""
    status = package.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ScenarioError("It is no file.")
    check_size(status.st_size)
    with package.open("rb") as file:
        file.seek(max(0, status.st_size - _END_SIZE - _COMMENT - _WIDE_SIZE))
        tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + _END_SIZE:
        raise ScenarioError(f"It is no zip file. {MADE_WITH}")
    (size,) = struct.unpack_from("<I", tail, end + 12)
    if size > MAX_LIST or tail[max(0, end - _WIDE_SIZE) : end].startswith(_WIDE):
        raise ScenarioError(f"It lists more than {MAX_FILES} files.")


def _chosen(archive: zipfile.ZipFile) -> tuple[str, dict[str, zipfile.ZipInfo]]:
    """The name of the package's folder, if it has one, and its files by their path inside that folder."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        check_count(len(entries))
    kept = []
    for entry in entries:
        _check_entry(entry)
        if not entry.is_dir() and not _is_junk(entry.filename):
            kept.append(entry)
    check_count(len(kept))
    names = [entry.filename for entry in kept]
    if len(set(names)) < len(names):
        raise ScenarioError("Two of its files have the same name.")
    above = {str(folder).casefold() for name in names for folder in PurePosixPath(name).parents}
    if both := next((name for name in names if name.casefold() in above), ""):
        raise ScenarioError(f"A file and a folder in it are both called “{safe(both[:60])}”. {MADE_WITH}")
    check_names(names)
    check_size(sum(entry.file_size for entry in kept))
    if MAIN in names:
        return "", {entry.filename: entry for entry in kept}
    tops = {name.partition("/")[0] for name in names}
    top = min(tops, default="")
    if len(tops) != 1 or f"{top}/{MAIN}" not in names:
        raise ScenarioError(_why_none(names, [entry.filename for entry in entries]))
    return top, {entry.filename.partition("/")[2]: entry for entry in kept}


def _why_none(names: list[str], listed: list[str]) -> str:
    """Why no scenario is found in a package, by what lies in it."""
    one = f"A package holds one folder with {MAIN} and what belongs to it."
    lying = [name for name in names if PurePosixPath(name).name == MAIN]
    if not lying:
        hidden = next((name for name in listed if PurePosixPath(name).name == MAIN), "")
        if hidden:
            return f"Its {MAIN} lies in a hidden folder, “{safe(hidden[:60])}”, which is passed over. {one}"
        return f"There is no {MAIN} in it. {one}"
    tops = sorted({name.partition("/")[0] for name in names})
    if len(tops) > 1:
        return f"Beside “{safe(lying[0][:60])}” something else lies in it, such as “{_other(tops, lying[0])}”. {one}"
    return f"Its {MAIN} lies too deep, as “{safe(lying[0][:60])}”. {one}"


def _other(tops: list[str], main: str) -> str:
    return safe(next(top for top in tops if top != main.partition("/")[0])[:60])


_KINDS = {
    stat.S_IFLNK: "a link", stat.S_IFIFO: "a pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}  # fmt: skip


def _check_entry(entry: zipfile.ZipInfo) -> None:
    """Refuses what no package of ours has, whatever its suffix."""
    name = entry.orig_filename
    shown = safe(name[:60])
    mode = entry.external_attr >> 16
    steps = name.split("/")
    if not name:
        raise ScenarioError(f"A file in it has no name. {MADE_WITH}")
    if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in steps:
        raise ScenarioError(f"“{shown}” leads out of the folder. Do not trust where it comes from.")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        kind = _KINDS.get(stat.S_IFMT(mode), "no file")
        raise ScenarioError(f"“{shown}” is {kind}. A package holds files only.")
    if "." in steps:
        raise ScenarioError(f"“{shown}” is written with a “.” as a step of its path. {MADE_WITH}")
    if entry.flag_bits & 0x1:
        raise ScenarioError(f"“{shown}” needs a password. Ask for a package without one.")
    if entry.compress_type not in _PLAIN:
        raise ScenarioError(f"“{shown}” is packed in an unusual way. {MADE_WITH}")


def _is_junk(name: str) -> bool:
    """Whether something is hidden, or was put there by a system: it is passed over."""
    return name.startswith(_JUNK[0]) or any(step.startswith(".") or step in _JUNK[1:] for step in name.split("/"))


def _check_free(target: Path, called: str, taken: Collection[str], *, replace: bool) -> None:
    if not called:
        raise ScenarioError("The scenario needs a name with letters or digits. Give it one with --name.")
    if called in taken:
        told = f"A scenario “{called}” ships with the game. Choose another name with --name."
        raise NameTaken(told, called, may_replace=False)
    single = target.with_suffix(".yaml")
    if single.exists() or (target.exists() and not replace):
        way = "" if single.exists() else ", or allow it with --replace"
        told = f"There is a scenario “{called}” already. Choose another name with --name{way}."
        raise NameTaken(told, called, may_replace=not single.exists())
    if target.is_symlink():
        raise ScenarioError(f"{target} is a link. Choose another name with --name.")


def _unpack(archive: zipfile.ZipFile, files: dict[str, zipfile.ZipInfo], new: Path) -> None:
    """Writes the files, counting what really comes and not what the list says."""
    left = MAX_BYTES
    for inside, entry in files.items():
        path = new.joinpath(*inside.split("/"))
        with _placing(new.parents[1]):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(exist_ok=False)
        with archive.open(entry) as source:
            while chunk := source.read(CHUNK):
                left -= len(chunk)
                check_size(MAX_BYTES - left)
                with _placing(new.parents[1]), path.open("ab") as sink:
                    sink.write(chunk)


def _judged(new: Path, files: Collection[str]) -> Loaded:
    """The scenario, once every file is what its name says and the whole has no error."""
    for inside in files:
        check_file(inside, new.joinpath(*inside.split("/")))
    loaded = load(new)
    if not loaded.ok:
        errors = [p for p in loaded.problems if p.is_error]
        first = errors[0]
        more = f" {'One more' if len(errors) == 2 else f'{len(errors) - 1} more'} besides." if len(errors) > 1 else ""
        place = f"{Path(first.file).name}, line {first.line}"
        raise ScenarioError(f"The scenario in it has errors: {place}: {safe(first.message)}{more}")
    return loaded


def _put(new: Path, target: Path, before: Path) -> None:
    """The folder in its place; what was there before goes only when the new one stands."""
    if target.exists():
        target.rename(before)
    try:
        new.rename(target)
    except OSError:
        if before.exists():
            before.rename(target)
        raise
    shutil.rmtree(before, ignore_errors=True)
