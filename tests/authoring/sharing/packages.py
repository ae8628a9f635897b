"""Packages made by hand, as a stranger could."""

import stat
import zipfile
from pathlib import Path

GOOD = "scenario_format: 1\ntitle: Boat\nbusiness: {name: A, trade: b}\n"


def zipped(path: Path, *files: tuple[str | zipfile.ZipInfo, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return path


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info
