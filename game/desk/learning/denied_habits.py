"""Habits that the player has denied, in a small file beside the runs."""

from pathlib import Path

from game.errors import Refused
from game.kept import NotKeptError, kept_texts, read_kept, told_aside, write_kept

MOST_CLAIMS = 200  # claims, the newest first


class DeniedHabits:
    """Claims of habits that the player says are not theirs; a file that is damaged counts as none."""

    def __init__(self, path: Path) -> None:
        """Where they are kept.

        Args:
            path: of the file, which need not be there.
        """
        self.path = path
        self._file = kept_texts(path)

    def claims(self) -> frozenset[str]:
        """All that are denied."""
        kept = read_kept(self._file)
        return frozenset(kept)

    def put(self, claim: str, *, denied: bool) -> str:
        """Keeps that a claim is denied, or is not any more; of very many the newest stay.

        Returns:
            "" or a sentence on a file that could not be read and was set aside.

        Raises:
            Refused: it cannot be written; the file is as it was.
        """

        def change(claims: tuple[str, ...]) -> tuple[str, ...]:
            others = tuple(other for other in claims if other != claim)
            return (claim, *others)[:MOST_CLAIMS] if denied else others

        try:
            aside = write_kept(self._file, change)
        except NotKeptError as error:
            told = f"What you said could not be kept: {error.cause}. To keep it, {error.remedy} and try again."
            raise Refused(told) from None
        return told_aside("The file of what you said before", aside)
