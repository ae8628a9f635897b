"""Records to test with: written anew with other contents and right sums, as a game that wrote them so would have."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.session.record.lines import encoded, summed


def lines_of(path: Path) -> list[dict[str, Any]]:
    """All lines of a record without their sums."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [{key: value for key, value in line.items() if key != "sum"} for line in lines]


def write_lines(path: Path, lines: list[dict[str, Any]]) -> None:
    """A record of these lines."""
    data, last = b"", ""
    for line in lines:
        body, last = summed(encoded(line), last)
        data += body + b"\n"
    path.write_bytes(data)


def change_lines(path: Path, change: Callable[[list[dict[str, Any]]], None]) -> None:
    """Changes the lines of a record in place."""
    lines = lines_of(path)
    change(lines)
    write_lines(path, lines)
