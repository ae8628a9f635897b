"""What a search has tried, kept in a file: the same search, begun again, reads it instead of playing it again.

A search asks for the same games in the same order every time, since its dice hang on its seed alone. So a line for each
batch is enough: what was asked for, and the scores.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from game.files import is_there, read_regular, write_over
from game.lab.playing.results import MOST_BYTES, ResultsError, writing
from game.model.arrays import Array


def fingerprint(asked: object) -> str:
    """Sixteen digits that stand for what was asked for.

    >>> fingerprint(("like", 3)) == fingerprint(("like", 3)), fingerprint("a") == fingerprint("b")
    (True, False)
    """
    return hashlib.sha256(repr(asked).encode()).hexdigest()[:16]


class Tried:
    """Batches of a search in the order in which they were played, in a file of JSON lines.

    Raises:
        ResultsError: on opening, when the file holds another search, or anything else; it is left as it is.
    """

    def __init__(self, path: Path, search: Mapping[str, Any]) -> None:
        """Opens or makes the file; `search` tells this search from all others."""
        self.path = path
        self._batches: list[tuple[str, list[float]]] = []
        self._next = 0
        kept = self._read(dict(search)) if is_there(path) else b""
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not kept:
                write_over(path, _line(dict(search)))
            elif len(kept) < path.stat().st_size:
                with path.open("r+b") as file:
                    file.truncate(len(kept))

    def _read(self, search: dict[str, Any]) -> bytes:
        """Reads the batches; returns the bytes that count, without a torn last line."""
        try:
            data = read_regular(self.path, MOST_BYTES)
        except OSError as error:
            reason = error.strerror or "it is no file that can be gone on with"
            raise ResultsError(f"{self.path} cannot be read: {reason}. Choose another file.") from None
        whole = data[: data.rfind(b"\n") + 1]
        if data and not whole and _line(search).startswith(data):
            return b""  # killed while the first line was written
        try:
            head, *lines = [json.loads(line) for line in whole.splitlines()]
            batches = [(str(line["asked"]), [float(v) for v in line["scores"]]) for line in lines]
        except (ValueError, KeyError, TypeError):
            raise self._other("it is no file of a search") from None
        if head != search:
            raise self._other("it belongs to a search with another scenario, seed, number of games or version")
        self._batches = batches
        return whole

    def _other(self, why: str) -> ResultsError:
        return ResultsError(f"{self.path} is there already and cannot be gone on with: {why}. Choose another file.")

    def known(self, asked: str) -> Array | None:
        """The scores of the next batch, if it has been played before.

        Raises:
            ResultsError: something else was asked for at this point.
        """
        if self._next >= len(self._batches):
            return None
        before, scores = self._batches[self._next]
        if before != asked:
            raise self._other("its search went another way")
        self._next += 1
        return np.array(scores)

    def add(self, asked: str, scores: Array) -> None:
        """Keeps the batch that has just been played."""
        with writing(self.path), self.path.open("ab") as file:
            file.write(_line({"asked": asked, "scores": scores.tolist()}))


def _line(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"
