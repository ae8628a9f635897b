"""Profiles in one file of JSON lines beside the runs. What cannot be read is kept, and is said.

Each line has the format's number, a kind and the name of a profile: *begun*, *chosen* (who plays from now on), or
*game* with what one finished game showed. A change reads the file anew under a lock, and writes it whole under a spare
name.
"""

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from game.coach.learner.principle_mastery import time_of
from game.coach.learner.run_evidence import PrincipleEvidence, PrincipleSeen, RunEvidence
from game.errors import Misused, Refused
from game.files import read_regular, write_over
from game.locking import lock

PROFILE_FORMAT = 1
MARK = "courtship_profile"
"""The key with the format's number; a line without it is none of ours."""
FIRST_NAME = "You"
"""Of the profile of whoever gives no name."""
LONGEST_NAME = 40
MOST_BYTES = 20_000_000
TRIES, PAUSE = 40, 0.05  # of taking the lock, and seconds between two of them


@dataclass(frozen=True)
class ProfileBook:
    """All profiles as they are kept."""

    names: tuple[str, ...] = ()
    chosen: str = ""  # who plays from now on; "" without any profile
    games: tuple[tuple[str, RunEvidence], ...] = ()  # each with the profile that it belongs to, as they were added
    notices: tuple[str, ...] = ()  # what cannot be read, each in a sentence

    def named(self, name: str) -> str:
        """The profile of a name, however it is written; "" if there is none."""
        return next((one for one in self.names if one.casefold() == name.strip().casefold()), "")

    def of(self, name: str) -> tuple[RunEvidence, ...]:
        """The games of a profile."""
        return tuple(game for whose, game in self.games if whose == name)

    @property
    def runs(self) -> frozenset[str]:
        """Names of the records that are in some profile."""
        return frozenset(game.run for _, game in self.games)


class ProfileFile:
    """Profiles in a file."""

    def __init__(self, path: Path) -> None:
        """Where profiles are kept.

        Args:
            path: of the file, which need not be there.
        """
        self.path = path

    def book(self) -> ProfileBook:
        """All profiles; where the file cannot be read none, and a sentence on that."""
        try:
            return _book(self._lines(), self.path.name)
        except Refused as error:
            return ProfileBook(notices=(str(error),))

    def begin(self, name: str) -> str:
        """Begins a profile, unless there is one of that name, and chooses it; its name as it is kept.

        Raises:
            Misused: no profile can have that name.
            Refused: the file cannot be read or written; it is as it was.
        """
        name = _good_name(name)
        found = self.book().named(name) or name

        def changed(lines: list[bytes]) -> list[bytes]:
            known = _book(lines, self.path.name)
            new = [] if known.named(found) else [_line("begun", found)]
            return [*lines, *new, *([] if known.chosen == found and not new else [_line("chosen", found)])]

        self._change(changed)
        return found

    def add(self, name: str, games: Sequence[RunEvidence]) -> None:
        """Adds finished games to a profile. A record that some profile has already is left out: its first end counts.

        Raises:
            Refused: the file cannot be read or written; it is as it was.
        """

        def changed(lines: list[bytes]) -> list[bytes]:
            known = _book(lines, self.path.name).runs
            return [*lines, *(_line("game", name, asdict(game)) for game in games if game.run not in known)]

        self._change(changed)

    def delete(self, name: str) -> None:
        """Takes every line of a profile out of the file, those of newer versions too.

        Raises:
            Refused: the file cannot be read or written; it is as it was.
        """
        self._change(lambda lines: [line for line in lines if _whose(line) != name])

    def _lines(self) -> list[bytes]:
        """The lines of the file; none without a file.

        Raises:
            Refused: it cannot be read.
        """
        try:
            return [line for line in read_regular(self.path, MOST_BYTES).split(b"\n") if line.strip()]
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise Refused(
                f"Profiles are kept in {self.path}, which cannot be read ({why}). It is left as it is; move it away to "
                "begin anew."
            ) from None

    def _change(self, changed: Callable[[list[bytes]], list[bytes]]) -> None:
        with self._locked():
            before = self._lines()
            after = changed(before)
            if after == before:
                return
            try:
                write_over(self.path, b"".join(line + b"\n" for line in after))
            except OSError as error:
                raise Refused(
                    f"The profiles could not be written to {self.path} ({error.strerror or error}). Nothing was "
                    "changed: make room, and try once more."
                ) from None

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Holds the lock of the profiles, a file beside theirs that stays; waits two seconds for another program."""
        place = self.path.with_name(f"{self.path.stem}.lock")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise Refused(
                f"The profiles could not be written beside {place} ({error.strerror}). Nothing was changed."
            ) from None
        try:
            if not _taken(file):
                raise Refused("Another window is writing the profiles. Nothing was changed: try once more in a moment.")
            yield
        finally:
            os.close(file)


def _taken(file: int) -> bool:
    """Whether the lock of an open file could be taken; tries for a while."""
    for _ in range(TRIES):
        if lock(file):
            return True
        time.sleep(PAUSE)
    return False


def exported(name: str, games: Sequence[RunEvidence]) -> bytes:
    """A profile by itself as JSON, to be kept elsewhere or read by programs."""
    whole = {MARK: PROFILE_FORMAT, "profile": name, "games": [asdict(game) for game in games]}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _good_name(name: str) -> str:
    """A name as it is kept.

    Raises:
        Misused: no profile can have it.
    """
    found = " ".join(name.split())
    if not found or len(found) > LONGEST_NAME or not found.isprintable():
        raise Misused(
            f"A profile's name has 1 to {LONGEST_NAME} letters, figures or signs in one line; “{found[:60]}” has "
            f"{len(found)}. Choose a shorter one."
            if found
            else "A profile needs a name. Write one, such as Ada."
        )
    return found


def _line(kind: str, name: str, game: dict[str, Any] | None = None) -> bytes:
    return json.dumps(
        {MARK: PROFILE_FORMAT, "kind": kind, "profile": name, **({"game": game} if game else {})}
    ).encode()


def _read(line: bytes) -> dict[str, Any] | None:
    """The object of a line; None where it is none of ours."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and type(found.get(MARK)) is int else None


def _whose(line: bytes) -> str | None:
    found = _read(line)
    return None if found is None else found.get("profile")


def _book(lines: Sequence[bytes], file: str) -> ProfileBook:
    names: list[str] = []
    games: dict[str, tuple[str, RunEvidence]] = {}
    chosen, newer, strange = "", 0, 0
    for line in lines:
        found = _read(line)
        if found is not None and found[MARK] > PROFILE_FORMAT:
            newer += 1
            continue
        name = found.get("profile") if found is not None else None
        game = _game(found.get("game")) if found is not None and found.get("kind") == "game" else None
        known = found is not None and (game is not None or found.get("kind") in {"begun", "chosen"})
        if not known or found is None or not isinstance(name, str) or not name:
            strange += 1
            continue
        if name not in names:
            names.append(name)
        if game is not None:
            games.setdefault(game.run, (name, game))
        else:
            chosen = name
    notices = tuple(
        f"{f'1 line of {file} is' if count == 1 else f'{count} lines of {file} are'} {why}: kept, and not read."
        for count, why in ((newer, "of a newer Courtship"), (strange, "damaged or no part of a profile"))
        if count
    )
    return ProfileBook(tuple(names), chosen, tuple(games.values()), notices)


def _game(found: Any) -> RunEvidence | None:
    """What a game showed, as it is kept; None where it is not that."""
    try:
        principles = tuple(
            PrincipleEvidence(str(one["name"]), str(one["text"]), _seen(one["seen"])) for one in found["principles"]
        )
        run, when, scenario, title = words = [found[name] for name in ("run", "when", "scenario", "title")]
        pushed, gave_in = (_count(found[name]) for name in ("pushed", "gave_in"))
        time_of(when)
    except (KeyError, TypeError, ValueError):
        return None
    if not all(isinstance(word, str) for word in words) or gave_in > pushed:
        return None
    return RunEvidence(run, when, scenario, title, principles, pushed, gave_in)


def _seen(found: Any) -> PrincipleSeen:
    seen = PrincipleSeen(**{field.name: _count(found[field.name]) for field in fields(PrincipleSeen)})
    if seen.goals_reached > seen.goals or seen.answers_kept > seen.answers or seen.asked_in_time > seen.asked:
        raise ValueError("more kept than there were")
    return seen


def _count(found: Any) -> int:
    if type(found) is not int or not 0 <= found < 1_000_000:
        raise ValueError("expected a count")
    return found
