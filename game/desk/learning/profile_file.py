"""Profiles in one file of JSON lines beside the runs. What cannot be read is kept, and is said.

Each line has the format's number, a kind and the name of a profile: *begun*, *chosen* (who plays from now on), or
*game* with what one finished game showed. A line of the kind *nobody* has no profile: it names the games of one that
was deleted, and those that were in no profile then.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeGuard

from game.coach.learner.principle_mastery import time_of
from game.coach.learner.profile_told import FIRST_NAME
from game.coach.learner.run_evidence import PrincipleEvidence, PrincipleSeen, RunEvidence
from game.errors import Misused, Refused
from game.kept import NotKeptError, kept_lines, read_kept, told_aside, write_kept

PROFILE_FORMAT = 1
MARK = "courtship_profile"
"""The key with the format's number; a line without it is none of ours."""
LONGEST_NAME = 40
NOBODY = "nobody"
"""The kind of a line that names games of no profile."""


@dataclass(frozen=True)
class ProfileBook:
    """All profiles as they are kept."""

    names: tuple[str, ...] = ()
    chosen: str = ""  # who plays from now on; "" without any profile
    games: tuple[tuple[str, RunEvidence], ...] = ()  # each with the profile that it belongs to, as they were added
    notices: tuple[str, ...] = ()  # what cannot be read, each in a sentence
    deleted: frozenset[str] = frozenset()  # games of deleted profiles, which go into no other one
    unclaimed: frozenset[str] = frozenset()  # games that were in no profile when one of several was deleted

    def named(self, name: str) -> str:
        """The profile of a name, however it is written; "" if there is none."""
        return next((one for one in self.names if one.casefold() == name.strip().casefold()), "")

    def of(self, name: str) -> tuple[RunEvidence, ...]:
        """The games of a profile."""
        return tuple(game for whose, game in self.games if whose == name)

    @property
    def runs(self) -> frozenset[str]:
        """Games that are in some profile, or were in one that has been deleted."""
        return self.deleted | frozenset(game.run for _, game in self.games)


class ProfileFile:
    """Profiles in a file."""

    def __init__(self, path: Path) -> None:
        """Where profiles are kept.

        Args:
            path: of the file, which need not be there.
        """
        self.path = path
        self._file = kept_lines(path)
        self._aside: Path | None = None

    def book(self) -> ProfileBook:
        """All profiles that can be read."""
        found = _book(read_kept(self._file), self.path.name)
        if self._aside is None:
            return found
        return replace(found, notices=(told_aside("The file of profiles", self._aside), *found.notices))

    def opened(self, name: str) -> str:
        """The name of the profile that is meant, begun if need be: without a name the one that was chosen last.

        Raises:
            Misused: no profile can have that name.
            Refused: the file cannot be written; it is as it was.
        """
        return self.begin(name or self.book().chosen or FIRST_NAME)

    def begin(self, name: str) -> str:
        """Begins a profile, unless there is one of that name, and chooses it; its name as it is kept.

        Raises:
            Misused: no profile can have that name.
            Refused: the file cannot be written; it is as it was.
        """
        name = _good_name(name)
        before = self.book()
        found = before.named(name) or name
        if before.chosen != found:
            kind = "chosen" if before.named(found) else "begun"
            self._change(lambda lines: (*lines, _line(kind, found)))
        return found

    def add(self, name: str, games: Sequence[RunEvidence]) -> None:
        """Adds finished games to a profile. A record that some profile has already is left out: its first end counts.

        Raises:
            Refused: the file cannot be written; it is as it was.
        """

        def changed(lines: tuple[bytes, ...]) -> tuple[bytes, ...]:
            known = _book(lines, self.path.name).runs
            return (*lines, *(_line("game", name, asdict(game)) for game in games if game.run not in known))

        if games:
            self._change(changed)

    def delete(self, name: str, unclaimed: Sequence[str] = ()) -> None:
        """Takes every line of a profile out of the file, those of newer versions too; its games belong to nobody then.

        Args:
            name: of the profile.
            unclaimed: games that are in no profile and may be anybody's.

        Raises:
            Refused: the file cannot be written; it is as it was.
        """

        def changed(lines: tuple[bytes, ...]) -> tuple[bytes, ...]:
            games = sorted({game.run for game in _book(lines, self.path.name).of(name)})
            others = tuple(line for line in lines if _whose(line) != name)
            return (*others, _nobodys(games, unclaimed)) if games or unclaimed else others

        self._change(changed)

    def _change(self, changed: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]) -> None:
        try:
            self._aside = write_kept(self._file, changed) or self._aside
        except NotKeptError as error:
            raise Refused(
                f"The profiles could not be kept: {error.cause}. Nothing has changed: {error.remedy}, and try again."
            ) from None


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
    if not found:
        raise Misused("A profile needs a name. Write one, such as Ada.")
    hidden = next((sign for sign in found if not sign.isprintable()), "")
    if hidden:
        raise Misused(
            f"A profile's name has only signs that can be seen; “{_seen_of(found)[:60]}” has an invisible one in it "
            f"(U+{ord(hidden):04X}). Type the name anew."
        )
    if len(found) > LONGEST_NAME:
        raise Misused(
            f"A profile's name has 1 to {LONGEST_NAME} letters, figures or signs in one line; “{found[:60]}” has "
            f"{len(found)}. Choose a shorter one."
        )
    return found


def _seen_of(name: str) -> str:
    """What of a name can be seen."""
    return "".join(filter(str.isprintable, name))


def _is_name(found: Any) -> TypeGuard[str]:
    """Whether something in the file is a name that `_good_name` has given."""
    return (
        isinstance(found, str) and 0 < len(found) <= LONGEST_NAME and found.isprintable()
        and found == " ".join(found.split())
    )  # fmt: skip


def _line(kind: str, name: str, game: dict[str, Any] | None = None) -> bytes:
    return json.dumps(
        {MARK: PROFILE_FORMAT, "kind": kind, "profile": name, **({"game": game} if game else {})}
    ).encode()


def _nobodys(games: Sequence[str], unclaimed: Sequence[str]) -> bytes:
    return json.dumps({MARK: PROFILE_FORMAT, "kind": NOBODY, "games": [*games], "unclaimed": [*unclaimed]}).encode()


def _games_of_nobody(found: dict[str, Any]) -> tuple[frozenset[str], frozenset[str]] | None:
    """The games of a deleted profile, and those that were in none; None where a line does not tell them."""
    both = found.get("games"), found.get("unclaimed")
    if found.get("kind") != NOBODY or not all(isinstance(some, list) for some in both):
        return None
    deleted, unclaimed = (frozenset(run for run in some if isinstance(run, str)) for some in both if some is not None)
    return deleted, unclaimed


def _read(line: bytes) -> dict[str, Any] | None:
    """The object of a line; None where it is none of ours."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and type(found.get(MARK)) is int and found[MARK] > 0 else None


def _whose(line: bytes) -> str | None:
    found = _read(line)
    return None if found is None else found.get("profile")


def _book(lines: tuple[bytes, ...], file: str) -> ProfileBook:
    names: list[str] = []
    games: dict[str, tuple[str, RunEvidence]] = {}
    deleted: frozenset[str] = frozenset()
    unclaimed: frozenset[str] = frozenset()
    chosen, newer, strange = "", 0, 0
    for line in lines:
        found = _read(line)
        if found is not None and found[MARK] > PROFILE_FORMAT:
            newer += 1
            continue
        nobodys = _games_of_nobody(found) if found is not None else None
        if nobodys is not None:
            deleted, unclaimed = deleted | nobodys[0], unclaimed | nobodys[1]
            continue
        name = found.get("profile") if found is not None else None
        game = _game(found.get("game")) if found is not None and found.get("kind") == "game" else None
        known = found is not None and (game is not None or found.get("kind") in ("begun", "chosen"))
        if not known or not _is_name(name):
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
    return ProfileBook(
        names=tuple(names), chosen=chosen, games=tuple(games.values()), notices=notices, deleted=deleted,
        unclaimed=unclaimed,
    )  # fmt: skip


def _game(found: Any) -> RunEvidence | None:
    """What a game showed, as it is kept; None where it is not that."""
    try:
        told = found["principles"]
        principles = tuple(PrincipleEvidence(one["name"], one["text"], _seen(one["seen"])) for one in told)
        words = [word for one in principles for word in (one.name, one.text)]
        run, when, scenario, title = names = [found[name] for name in ("run", "when", "scenario", "title")]
        pushed, gave_in = (_count(found[name]) for name in ("pushed", "gave_in"))
        time_of(when)
    except (KeyError, TypeError, ValueError):
        return None
    if not isinstance(told, list) or not all(isinstance(word, str) for word in (*names, *words)) or gave_in > pushed:
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
