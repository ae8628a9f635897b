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
from game.kept import NotKeptError, kept_lines, read_kept, told_aside, write_kept
from game.resources import ASSETS

CASES = ASSETS / "timing" / "cases.json"
"""The cases that ship with the game."""


def unplayed() -> tuple[Path, ...]:
    """The scenarios of which cases are made. They are in no list, so that nobody meets a case's people in a game."""
    return tuple(sorted(CASES.parent.glob("*.yaml")))


class TimingFile:
    """Sittings in a file of JSON lines. Lines that cannot be read are left out and kept."""

    def __init__(self, path: Path) -> None:
        """Where sittings are kept.

        Args:
            path: of the file, which need not be there.
        """
        self.path = path
        self._file = kept_lines(path)

    def sittings(self) -> tuple[Sitting, ...]:
        """All sittings that can be read, the first one first."""
        return tuple(sitting for line in read_kept(self._file) if (sitting := _sitting(line)) is not None)

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

    def keep(self, form: str, answers: Sequence[TimingAnswer], finished: Sequence[Path], now: datetime) -> str:
        """Adds a sitting; "" or a sentence on a file that could not be read and was set aside.

        Raises:
            Refused: it cannot be written; the file is as it was.
        """
        names = tuple(path.name for path in finished)
        line = json.dumps(asdict(Sitting(now.isoformat(timespec="seconds"), form, tuple(answers), names)))
        try:
            aside = write_kept(self._file, lambda before: (*before, line.encode()))
        except NotKeptError as error:
            raise Refused(
                f"Your answers could not be kept: {error.cause}. "
                f"They stay here: {error.remedy}, and press Next once more."
            ) from None
        return told_aside("The file of your earlier answers", aside)


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


def _sitting(line: bytes) -> Sitting | None:
    """A sitting of a line; None where it is none, in whatever part of it."""
    try:
        found = json.loads(line)
        answers, runs = found["answers"], found["runs"]
        if not (isinstance(answers, list) and isinstance(runs, list) and isinstance(found["form"], str)):
            return None
        datetime.fromisoformat(found["when"])
        sitting = Sitting(found["when"], found["form"], tuple(TimingAnswer(**one) for one in answers), tuple(runs))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    good = all(
        isinstance(a.case, str) and isinstance(a.ask, bool) and type(a.sure) is int and a.sure in SURENESS
        for a in sitting.answers
    )
    return sitting if good and all(isinstance(run, str) for run in sitting.runs) else None
