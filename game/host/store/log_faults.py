"""Why a log cannot be read or written, in words by cause, with what helps against that cause."""

import sqlite3
from pathlib import Path

DAMAGED = (
    "{} is damaged, or is no file of rooms. It is left as it is. Put back a copy of it and start again, or open a new "
    "room elsewhere: --keep FOLDER"
)
PART_MISSING = (
    "{} is not there, or is empty, but its other part {} is. It was moved or emptied while a room was running. Nothing "
    "was changed. Put it back beside its other part and start again, or open a new room elsewhere: --keep FOLDER"
)
MOVED = (
    "{} was moved or deleted while the room was running, so nothing more can be saved. Put it back and do it again. If "
    "it is gone for good, take the files home from the host’s page before you stop the server."
)
REPLACED = (
    "{} is another file than the one that this room was opened with. Nothing is written to it. Put the first one back "
    "and do it again, or stop this server and go on with what lies there: courtship host --again"
)
OVERWRITTEN = (
    "{} was overwritten or cut short by another program, so nothing more is saved. Take the files home from the host’s "
    "page, stop this server, put back a copy of the file, and start again: courtship host --again"
)

_BY_CODE = {
    sqlite3.SQLITE_FULL: "The disk is full. Make room on it, and do it again.",
    sqlite3.SQLITE_BUSY: "Another program holds the file. Close that program, and do it again.",
    sqlite3.SQLITE_LOCKED: "Another program holds the file. Close that program, and do it again.",
    sqlite3.SQLITE_READONLY: "Writing is not allowed there. Allow it for the file and its folder, and do it again.",
    sqlite3.SQLITE_PERM: "Writing is not allowed there. Allow it for the file and its folder, and do it again.",
    sqlite3.SQLITE_CANTOPEN: "It cannot be opened. Look whether the folder is there and may be written to.",
    sqlite3.SQLITE_IOERR: "The disk does not take it. Look whether it is full or no longer there, and do it again.",
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT}
_BY_STATE = {
    "53100": "The disk of the database is full. Make room on it, and do it again.",
    "42P01": "A table of the rooms is missing there. Put back a copy of the database.",
    "42501": "The user of the database may not do that. Give it the right to read and write its tables.",
    "28P01": "The database refuses the user or the password. Name both in the URL: postgresql://USER:PASSWORD@HOST/NAME",
    "28000": "The database refuses the user. Name one that it lets in: postgresql://USER:PASSWORD@HOST/NAME",
    "3D000": "There is no database of that name. Make it with createdb, or name another.",
    "53300": "The database has no connection left. Close other programs that use it, and do it again.",
    "57P01": "The database was stopped, or cut the line. Once it runs, do it again; what was called saved is kept.",
    "57P03": "The database is just starting or stopping. Wait a moment, and do it again.",
    "25006": "The database may only be read. Name one that can be written to: --keep URL",
}
_SILENT = (
    "The database does not answer ({}). See that it runs and that this machine reaches it, and do it again; what was "
    "called saved is kept."
)


def file_fault(path: Path, error: sqlite3.Error | OSError) -> str:
    """What is wrong with a file of rooms, and what helps.

    Args:
        path: of the file.
        error: that came when it was opened, read or written.
    """
    if isinstance(error, OSError):
        return f"{path} cannot be used ({error.strerror}). Name a folder that can be written to: --keep FOLDER"
    code = getattr(error, "sqlite_errorcode", -1) & 0xFF
    if code in _DAMAGE:
        return DAMAGED.format(path)
    return f"{path}: {_BY_CODE.get(code, f'It cannot be used ({error}).')}"


def database_fault(place: str, error: Exception) -> str:
    """What is wrong with a database, and what helps.

    Args:
        place: the URL without its password.
        error: of SQLAlchemy.
    """
    state = str(getattr(getattr(error, "orig", None), "sqlstate", None) or "")
    return f"{place}: {_BY_STATE.get(state) or _SILENT.format(str(error).splitlines()[0][:200])}"
