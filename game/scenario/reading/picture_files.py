"""Pictures named in a scenario: inside its folder, spelt as they are on the disk, and small enough to open.

Three tests, because each lets something through that another stops: the pattern of the path, the folder it really
lies in, and that it is a regular file.
"""

import re
import stat
import struct
from pathlib import Path

from game.files import is_there

MAX_BYTES = 5_000_000
MAX_SIDE = 4_096  # pixels
MAX_AREA = 16_000_000  # pixels
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
"""The endings of files that are pictures."""
_PATH = re.compile(r"(?:[\w-][\w .-]*/){0,5}[\w-][\w .-]*\.(?:png|jpg|jpeg|webp)", re.IGNORECASE)

Fault = tuple[str, str, str]  # code, what is wrong with it, what to dofrom game.files import is_there


def fault_of(value: str, folder: Path | None) -> Fault | None:
    """What is wrong with a picture's path, or nothing.

    Args:
        value: the path as written in the scenario.
        folder: the scenario's folder; without one, only the way the path is written is checked.
    """
    if not _PATH.fullmatch(value) or value.endswith(".") or ".." in value.split("/"):
        hint = "Write a path such as pictures/mara.png: inside the folder, ending in png, jpg or webp."
        return "picture-outside", "is not a picture inside the scenario folder", hint
    if folder is None:
        return None
    try:
        return _fault_on_disk(value, folder)
    except (OSError, ValueError, RuntimeError):
        return "picture-missing", "cannot be opened", "Check the file."


def _fault_on_disk(value: str, folder: Path) -> Fault | None:
    home = folder.resolve()
    real = (folder / value).resolve()
    if not real.is_relative_to(home):
        return "picture-outside", "leads out of the scenario folder", "Copy the picture into the folder."
    if not is_there(real):
        return "picture-missing", "does not exist", _found_instead(value, folder)
    status = real.stat()
    if not stat.S_ISREG(status.st_mode):
        return "picture-missing", "is not a file", "Name a picture, not a folder."
    if other := _other_case(value, folder):
        return "picture-missing", f"is written {other} on the disk", "Write it with the same small and capital letters."
    return _size_fault(real, status.st_size)


def _other_case(value: str, folder: Path) -> str:
    """The path as it is on the disk, if only capital letters differ; else an empty text."""
    here = folder
    parts = []
    for part in value.split("/"):
        names = [entry.name for entry in here.iterdir()]
        same = part if part in names else next((n for n in names if n.lower() == part.lower()), part)
        parts.append(same)
        here /= same
    found = "/".join(parts)
    return "" if found == value else found


def _found_instead(value: str, folder: Path) -> str:
    try:
        other = _other_case(value, folder)
    except OSError:
        other = ""
    if other:
        return f"On the disk it is written {other}."
    return "Put the file there, or leave the line out for a drawn picture."


def _size_fault(path: Path, size: int) -> Fault | None:
    if size > MAX_BYTES:
        hint = "Save it smaller, at most 5 MB."
        return "picture-too-big", f"has {size / 1e6:.1f} MB", hint
    with path.open("rb") as file:
        head = file.read(65_536)
    sides = pixels(head)
    if sides is None:
        return "picture-missing", "is no PNG, JPEG or WebP picture inside", "Save it again as PNG or JPEG."
    if max(sides) > MAX_SIDE or sides[0] * sides[1] > MAX_AREA or min(sides) < 1:
        hint = f"Save it smaller, at most {MAX_SIDE} pixels a side."
        return "picture-too-big", f"has {sides[0]} × {sides[1]} pixels", hint
    return None


def pixels(head: bytes) -> tuple[int, int] | None:
    """Width and height from the first bytes of a PNG, JPEG or WebP file, without opening it."""
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
            width, height = struct.unpack(">II", head[16:24])
            return width, height
        if head.startswith(b"\xff\xd8"):
            return _jpeg(head)
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return _webp(head)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 1 if marker == 0xFF else 2 + struct.unpack(">H", head[at + 2 : at + 4])[0]
    return None


def _webp(head: bytes) -> tuple[int, int] | None:
    if len(head) < 30:
        return None
    kind = head[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
