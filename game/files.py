"""Files on the disk, all or nothing: what is written is there whole or not at all; only regular files are read."""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path


class NotRegularError(OSError):
    """Something that is no regular file: a folder, a device, a pipe."""


class TooLargeError(OSError):
    """A file with more bytes than are read."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


def is_there(path: str | Path) -> bool:
    """Whether something lies at a path, as far as can be seen.

    Unlike `Path.exists` it raises nothing where nobody may look, or where a name is longer than a name can be.

    >>> is_there("a" * 5000), is_file("a" * 5000), is_folder("/")
    (False, False, True)
    """
    return os.path.exists(path)


def is_hidden(path: str | Path) -> bool:
    """Whether nobody may look what lies at a path; it raises nothing."""
    try:
        os.lstat(path)
    except OSError as error:
        return error.errno in {errno.EACCES, errno.EPERM}
    except ValueError:
        return False
    return False


def is_file(path: str | Path) -> bool:
    """Whether a regular file lies at a path, or a link to one; it raises nothing."""
    return os.path.isfile(path)


def is_folder(path: str | Path) -> bool:
    """Whether a folder lies at a path, or a link to one; it raises nothing."""
    return os.path.isdir(path)


def is_link(path: str | Path) -> bool:
    """Whether a link lies at a path, wherever it leads; it raises nothing."""
    return os.path.islink(path)


def name_of(path: Path) -> str:
    r"""The name of a file as a sentence or a table can hold it: a line break in it is no line break there.

    >>> name_of(Path("one\ntwo.jsonl"))
    'one\\ntwo.jsonl'
    """
    return in_one_line(path.name)


def in_one_line(text: object) -> str:
    r"""A name or a path with its line breaks shown as \n."""
    return str(text).replace("\n", "\\n")


def unstopped(sentence: str) -> str:
    """A sentence without its full stop, to stand within another one.

    >>> unstopped("It is gone."), unstopped("It goes on …")
    ('It is gone', 'It goes on …')
    """
    return sentence.rstrip().removesuffix(".")


def stopped(sentence: str) -> str:
    """A sentence with one full stop at its end, before another one.

    >>> stopped("It is gone."), stopped("Is it gone?"), stopped("It is gone")
    ('It is gone.', 'Is it gone?', 'It is gone.')
    """
    ended = sentence.rstrip()
    return ended if ended.rstrip("”")[-1:] in {*".!?…"} else f"{ended}."


def is_taken(folder: Path) -> bool:
    """Whether something lies at a path that is no empty folder, as far as can be seen; it raises nothing."""
    if is_link(folder) or not is_folder(folder):
        return os.path.lexists(folder)
    try:
        return any(folder.iterdir())
    except OSError:  # nobody may look
        return True


def why_not_written(path: Path) -> str:
    """Why no file can be written at a path, tried by an empty one that is gone at once; "" where one can be.

    Long work asks before it begins: its result would be lost at its end.
    """
    if is_folder(path):
        return "Is a directory"
    try:
        with contextlib.suppress(FileNotFoundError):
            path.lstat()  # refused where the name is too long, or what should be a folder is none
        home = next(folder for folder in path.absolute().parents if os.path.lexists(folder))
        with tempfile.TemporaryFile(dir=home):
            return ""
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or "its name cannot be used"


def what_helps(error: OSError) -> str:
    """What somebody can do against a refusal to write, as a clause.

    >>> what_helps(OSError(errno.ENOSPC, "")), what_helps(OSError(errno.EROFS, "")), what_helps(OSError(errno.EIO, ""))
    ('make room there', 'allow writing there', 'see whether the disk is in order')
    """
    if error.errno in {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return "make room there"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "allow writing there"
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP}:
        return "see to the folder"
    return "see whether the disk is in order"


def not_written(path: str | Path, error: OSError) -> str:
    """What could not be written, where, why, and what to do.

    >>> not_written("shop", OSError(errno.ENOSPC, "No space left on device"))
    'shop cannot be written: No space left on device. Make room there, or choose another place.'
    """
    helps = what_helps(error).capitalize()
    return f"{path} cannot be written: {error.strerror or error}. {helps}, or choose another place."


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file. A pipe is not waited for.

    Args:
        path: the file, or a link to it.
        most: bytes that may be read.

    Raises:
        NotRegularError: it is none.
        TooLargeError: it has more bytes.
        OSError: it cannot be read.
        ValueError: its name cannot be used, such as one with a null character.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegularError(f"{path.name} is no regular file")
        if status.st_size > most:
            raise TooLargeError(status.st_size)
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLargeError(len(data))
    return data


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that is not there yet, under a spare name first.

    Raises:
        FileExistsError: there is a file of that name; it is left alone.
        OSError: it cannot be written; nothing is left behind.
    """
    with _spare(path, data) as spare:
        try:
            os.link(spare, path)
        except FileExistsError:
            raise
        except OSError:  # a disk that knows no second names
            if path.exists():
                raise FileExistsError(17, "File exists", str(path)) from None
            spare.rename(path)


def write_over(path: Path, data: bytes) -> None:
    """Writes a file, in the place of one of that name if there is one; it is the old one or the new one at any moment.

    A link stays one, and what it leads to is written. A device or pipe is given the bytes as they come.

    Raises:
        OSError: it cannot be written; a file that was there is as it was.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)
        return
    with _spare(path, data) as spare:
        if path.exists():
            spare.chmod(stat.S_IMODE(path.stat().st_mode))
        spare.replace(path)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Makes a folder with files in it, which may lie in folders of their own; an empty one may be there.

    Raises:
        OSError: it cannot be written, or something is there; nothing is left behind.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    spare = folder.with_name(f".{folder.name[:200]}.{os.getpid()}.new")
    try:
        for inside, data in files.items():
            path = spare.joinpath(*inside.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            write_over(path, data)
        if folder.is_dir():
            folder.rmdir()
        spare.rename(folder)
    finally:
        shutil.rmtree(spare, ignore_errors=True)


@contextlib.contextmanager
def _spare(path: Path, data: bytes) -> Iterator[Path]:
    """The data in a file beside the one that is meant, gone afterwards unless it was renamed."""
    spare = path.with_name(f".{path.name[:200]}.{os.getpid()}.new")
    try:
        with spare.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield spare
    finally:
        with contextlib.suppress(OSError):
            spare.unlink(missing_ok=True)
