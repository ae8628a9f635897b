"""Habits that the player has denied, in a small file beside the runs."""

import json
from pathlib import Path

from game.errors import Refused
from game.files import read_regular, write_over

MOST_BYTES = 100_000
MOST = 200


class DeniedHabits:
    """Claims of habits that the player says are not theirs; a file that is damaged counts as none."""

    def __init__(self, path: Path) -> None:
        """Where they are kept.

        Args:
            path: of the file, which need not be there.
        """
        self.path = path

    def claims(self) -> frozenset[str]:
        """All that are denied."""
        try:
            found = json.loads(read_regular(self.path, MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return frozenset()
        return frozenset(c for c in found if isinstance(c, str)) if isinstance(found, list) else frozenset()

    def put(self, claim: str, *, denied: bool) -> None:
        """Keeps that a claim is denied, or is not any more.

        Raises:
            Refused: it cannot be written; the file is as it was.
        """
        claims = self.claims() | {claim} if denied else self.claims() - {claim}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_over(self.path, (json.dumps(sorted(claims)[:MOST], indent=1, ensure_ascii=False) + "\n").encode())
        except OSError as error:
            raise Refused(
                f"What you said could not be kept in {self.path} ({error.strerror or error}). Make room and try again."
            ) from None
