"""Files on disk, read with bounds: size before reading, one encoding, regular files only."""

import re
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

MAX_BYTES = 500_000
LINE_BREAK = re.compile("\r\n|[\n\r]")  # the end of a line, as editors count it


@dataclass(frozen=True)
class Source:
    """The text of one file and the name it is shown by."""

    name: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without the characters that end them."""
        return tuple(LINE_BREAK.split(self.text))

    def line(self, number: int) -> str:
        """A line by its number, 1..; a line beyond the end is empty."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""


@dataclass(frozen=True)
class Refusal:
    """Why bytes are no text we can read: a problem still without its excerpt."""

    code: str
    message: str
    hint: str
    line: int = 1
    column: int = 1


def read_bytes(path: Path) -> bytes | Refusal:
    """The bytes of a regular file of at most 500 KB."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Refusal("file-missing", f"{path.name} is not a file.", "Name a .yaml file, or a scenario folder.")
        if status.st_size > MAX_BYTES:
            return _too_big(path.name, status.st_size)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        refused = isinstance(error, PermissionError)
        hint = "Allow reading it and its folder." if refused else "Check the name and the folder."
        return Refusal("file-missing", f"{path.name} cannot be read: {reason}.", hint)
    return _too_big(path.name, len(data)) if len(data) > MAX_BYTES else data


def _too_big(name: str, size: int) -> Refusal:
    return Refusal(
        "file-too-big",
        f"{name} has {size / 1000:,.0f} KB; at most {MAX_BYTES // 1000} KB are read.",
        "Split the scenario: followers.yaml, content.yaml and lines.yaml may stand beside scenario.yaml.",
    )


def _wide_encoding(data: bytes) -> str:
    """What a file is saved as that has zero bytes between its letters, by the marks at its beginning."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    return "UTF-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "UTF-16 or UTF-32"


def decode(data: bytes) -> tuple[str, Refusal | None]:
    """Text from bytes. On a wrong encoding, a text that is good enough to find further mistakes in, and why."""
    if kind := _kind(data):
        hint = "Copy the text into a plain editor, and save it there as a .yaml file in UTF-8."
        return "", Refusal("file-kind", f"This file is {kind}, whatever its name says.", hint)
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or _looks_like_utf16(data):
        return "", Refusal(
            "file-encoding",
            f"This file is saved as {_wide_encoding(data)}, not as UTF-8.",
            "Save it again, and choose UTF-8 as the encoding.",
        )
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        rows = LINE_BREAK.split(before)
        refusal = Refusal(
            "file-encoding",
            f"This file is not saved as UTF-8: the byte {data[error.start]:#04x} stands for nothing there.",
            "Save it again, and choose UTF-8 as the encoding.",
            len(rows),
            len(rows[-1]) + 1,
        )
        return data.decode("cp1252", "replace"), refusal


_KINDS = {
    b"PK\x03\x04": "a zip file, as Word and LibreOffice save their documents",
    b"\xd0\xcf\x11\xe0": "a document of an older Word or Excel",
    b"{\\rtf": "a document in rich text (RTF)",
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"RIFF": "a picture or sound (RIFF)",
    b"SQLite format": "a database",
    b"\x1f\x8b": "a packed file (gzip)",
    b"7z\xbc\xaf": "a packed file (7z)",
    b"<!doctype html": "a web page (HTML)",
    b"<html": "a web page (HTML)",
    b"<?xml": "a file of marked-up text (XML)",
}


def _kind(data: bytes) -> str:
    """What a file is by its first bytes, where it is plainly no text of ours; "" otherwise."""
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")[:16].lower()
    return next((kind for mark, kind in _KINDS.items() if head.startswith(mark.lower())), "")


def _looks_like_utf16(data: bytes) -> bool:
    """Text in wide characters without a mark at its start has a zero in every second byte."""
    head = data[:64]
    return len(head) >= 4 and (head[1::2].count(0) > len(head) // 4 or head[::2].count(0) > len(head) // 4)
