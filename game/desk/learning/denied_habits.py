"""Habits that the player has denied, in a small file beside the runs."""

import json
from pathlib import Path

from game.errors import Refused
from game.kept import KeptFile, NotKeptError, read_kept, write_kept

MOST_CLAIMS = 200


class DeniedHabits:
    """Claims of habits that the player says are not theirs; a file that is damaged counts as none."""

    def __init__(self, path: Path) -> None:
        """Where they are kept.

        Args:
            path: of the file, which need not be there.
        """
        self.path = path
        self._file = KeptFile[frozenset[str]](path, _claims_from, _claims_bytes, frozenset())

    def claims(self) -> frozenset[str]:
        """All that are denied."""
        return read_kept(self._file)

    def put(self, claim: str, *, denied: bool) -> None:
        """Keeps that a claim is denied, or is not any more.

        Raises:
            Refused: it cannot be written; the file is as it was.
        """
        try:
            write_kept(self._file, lambda claims: claims | {claim} if denied else claims - {claim})
        except NotKeptError as error:
            told = f"What you said could not be kept: {error.cause}. To keep it, {error.remedy} and try again."
            raise Refused(told) from None


def _claims_from(data: bytes) -> frozenset[str]:
    """The claims of a file.

    Raises:
        ValueError, TypeError, RecursionError: it is no such file.
    """
    found = json.loads(data)
    if not isinstance(found, list) or not all(isinstance(claim, str) for claim in found):
        raise TypeError("the claims are a list of texts")
    return frozenset(found)


def _claims_bytes(claims: frozenset[str]) -> bytes:
    return (json.dumps(sorted(claims)[:MOST_CLAIMS], indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")
