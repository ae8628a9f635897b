"""The timing test on this machine: the cases that ship with the game, and a file of sittings that only grows."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from game.coach.timing.timing_case import FORMS, TimingForms, forms_from
from game.coach.timing.timing_marks import SURENESS, TimingAnswer
from game.coach.timing.timing_told import Sitting, TimingBook, is_due
from game.errors import Refused
from game.kept import KeptFile, NotKeptError, read_kept, write_kept
from game.resources import ASSETS

CASES = ASSETS / "timing" / "cases.json"
"""The cases that ship with the game."""


class TimingFile:
    """Sittings in a file of JSON lines. Lines that cannot be read are left out and kept."""

    def __init__(self, path: Path) -> None:
        """Where sittings are kept.

        Args:
            path: of the file, which need not be there.
        """
        self.path = path
        self._file = KeptFile[bytes](path, bytes, bytes, b"")

    def sittings(self) -> tuple[Sitting, ...]:
        """All sittings that can be read, the first one first."""
        lines = read_kept(self._file).decode("utf-8", "replace").splitlines()
        return tuple(sitting for line in lines if (sitting := _sitting(line)) is not None)

    def due(self, finished: Sequence[Path]) -> bool:
        """Whether the test is to be offered.

        Args:
            finished: records of finished games.
        """
        return is_due(self.sittings(), [path.name for path in finished])

    def book(self, chance: int) -> TimingBook:
        """The cases and the sittings.

        Args:
            chance: any number; it chooses the form of somebody's first time.

        Raises:
            UnreadableFormsError: the cases cannot be read.
        """
        return TimingBook(shipped_forms(), self.sittings(), FORMS[chance % len(FORMS)])

    def keep(self, form: str, answers: Sequence[TimingAnswer], finished: Sequence[Path], now: datetime) -> None:
        """Adds a sitting.

        Raises:
            Refused: it cannot be written; the file is as it was.
        """
        names = tuple(path.name for path in finished)
        line = json.dumps(asdict(Sitting(now.isoformat(timespec="seconds"), form, tuple(answers), names)))
        try:
            write_kept(self._file, lambda before: before + _torn(before) + line.encode() + b"\n")
        except NotKeptError as error:
            raise Refused(
                f"Your answers could not be kept: {error.cause}. "
                f"They stay here: {error.remedy}, and press Next once more."
            ) from None


def _torn(before: bytes) -> bytes:
    """The end of a last line that has none."""
    return b"\n" if before and not before.endswith(b"\n") else b""


def shipped_forms() -> TimingForms:
    """The cases that ship with the game.

    Raises:
        UnreadableFormsError: they cannot be read.
    """
    try:
        text = CASES.read_text(encoding="utf-8")
    except (OSError, ValueError):
        text = ""
    return forms_from(text)


def _sitting(line: str) -> Sitting | None:
    """A sitting of a line; None where it is none."""
    try:
        found = json.loads(line)
        answers = tuple(TimingAnswer(**answer) for answer in found["answers"])
        sitting = Sitting(found["when"], found["form"], answers, tuple(found["runs"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    good = all(
        isinstance(a.case, str) and isinstance(a.ask, bool) and type(a.sure) is int and a.sure in SURENESS
        for a in answers
    )
    return sitting if good and isinstance(sitting.form, str) and isinstance(sitting.when, str) else None
