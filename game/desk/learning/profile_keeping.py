"""What goes into a profile: finished games of the folder of runs; and which game is offered next."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from game.coach.learner.next_case import CaseOffered, CaseToPlay, next_case
from game.coach.learner.principle_mastery import time_of
from game.coach.learner.profile_told import ProfileTold
from game.coach.learner.run_evidence import KNOW_WHEN, RunEvidence, evidence_of
from game.coach.looking_back.make_debrief import debrief
from game.desk.learning.profile_file import ProfileFile
from game.desk.own_runs import own_summaries
from game.errors import CourtshipError
from game.local_time import universal_time
from game.scenario import load
from game.scenario.compiling.compile import compile_scenario
from game.scenario.format.difficulty import Difficulty
from game.session.record.reading import DamagedRecordError
from game.session.runs.breaks import break_of, known_breaks, remember
from game.session.runs.recorded_scenario import MayOpen
from game.session.runs.resuming import replayed
from game.session.runs.same_run import records_by_run
from game.session.runs.summaries import summary_of
from game.session.session import Session

WANTED_FIRST = ("begun", "untold", "half", "mostly", "firm")
"""Levels in the order in which a scenario that teaches a principle of them is wanted."""
DIFFICULTIES: tuple[Difficulty, ...] = ("fair", "hard")
"""In the order in which they are looked at."""
STRUGGLING = ("half", "begun")
"""Levels of asking in time for which a gentle game is looked at, too: whoever has won needs nothing gentler."""
FOR_STRUGGLING: tuple[Difficulty, ...] = ("fair", "gentle", "hard")
FOR_FIRM: tuple[Difficulty, ...] = ("hard", "fair")
"""The same for whoever firmly keeps to asking in time: nothing gentle is left to be learnt."""
FIRST_SEED = 1000
"""Of the games that are offered to somebody without a finished one; it grows by one with each game."""


MOST_COPIES = 5
"""Of one game, the longest, that are tried until one can be repeated."""

Looked = Callable[[int, int], None]
"""Told how many games have been looked at, and of how many."""


def _unheard(_: int, __: int) -> None:
    """Tells nobody."""


def take_in(
    kept: ProfileFile, name: str, runs: Path, may_open: MayOpen, *, take: bool, looked: Looked = _unheard
) -> None:  # fmt: skip
    """Puts finished games into a profile that has been begun: by themselves where it is the only one, else if asked.

    Games of a profile that was deleted go into no other one. Games that were in none when one of several was deleted
    may be anybody's, so they do not go in by themselves.

    Args:
        kept: the profiles.
        name: of the profile.
        runs: the folder of the records.
        may_open: whether the path of a scenario in a record may be looked at.
        take: whether it was asked for.
        looked: told of each game; what was found until it is interrupted is kept.

    Raises:
        Refused: the file cannot be written; it is as it was.
    """
    book = kept.book()
    if take or book.names == (name,):
        known = book.runs if take else book.runs | book.unclaimed
        found = list[RunEvidence]()
        try:
            for game in finished_games(runs, known, may_open, looked):
                found.append(game)
        finally:
            kept.add(name, tuple(found))


def delete_profile(kept: ProfileFile, name: str, runs: Path) -> None:
    """Deletes a profile. Its games stay in the folder and go into no other profile.

    Args:
        kept: the profiles.
        name: of the profile.
        runs: the folder of the records.

    Raises:
        Refused: the file cannot be written; it is as it was.
    """
    book = kept.book()
    others = any(one != name for one in book.names)
    kept.delete(name, [run for run, _ in _finished(runs, book.runs)] if others else ())


def finished_games(
    folder: Path, known: frozenset[str], may_open: MayOpen, looked: Looked = _unheard
) -> Iterator[RunEvidence]:  # fmt: skip
    """What each finished game of a folder shows that somebody played and no profile has yet, each game once.

    Records that cannot be opened, and those that a bot has played or begun, are left out. Of copies of one game the
    longest is read that can be. Where a record breaks is remembered, so that it is repeated once and not each time.

    Args:
        folder: of the records.
        known: games that are in a profile, as `run_of` names them.
        may_open: whether the path of a scenario in a record may be looked at.
        looked: told of each game.
    """
    breaks, games = known_breaks(folder), _finished(folder, known)
    for number, (run, copies) in enumerate(games):
        looked(number, len(games))
        whole = [path for path in copies if break_of(path, breaks) is None]
        for path in whole[:MOST_COPIES]:
            try:
                session = replayed(path, may_open)
                when = _begun(summary_of(path).header.started, copies)
            except DamagedRecordError as damaged:
                remember(path, folder, damaged)
                continue
            except (CourtshipError, OSError):
                continue  # the list of runs says why
            if session.finished:
                yield game_of(session, run, when)
                break


def _finished(folder: Path, known: frozenset[str]) -> list[tuple[str, tuple[Path, ...]]]:
    """Finished games of a folder that somebody played and that are not known, each with its records, the longest first.

    The profiles of earlier builds know a game by the name of its record.
    """
    found = [(path, summary.header, summary.length) for path, summary in own_summaries(folder).items()
             if summary.day > summary.header.facts.days]  # fmt: skip
    return [(run, copies) for run, copies in records_by_run(found).items()
            if run not in known and known.isdisjoint(path.name for path in copies)]  # fmt: skip


def _begun(started: str, copies: Sequence[Path]) -> datetime:
    """When a game was begun: by its record, which says of no other time; else when the oldest of its files was written.

    The time of a file alone would move with each copy and each restored backup.
    """
    try:
        return time_of(started)
    except ValueError:
        return universal_time(min(path.stat().st_mtime for path in copies))


def game_of(session: Session, run: str, when: datetime) -> RunEvidence:
    """What a finished game shows.

    Args:
        session: of the game.
        run: which it is, as `run_of` names it.
        when: it was begun.
    """
    now = session.playthrough
    return evidence_of(now, debrief(now), run, when, session.source.id)


def offered_next(told: ProfileTold, scenarios: dict[str, Path]) -> CaseToPlay | None:
    """The game that is worth playing next.

    Args:
        told: the profile.
        scenarios: that there are, by id.
    """
    if told.tendency is None:
        return None
    level = next((one.level for one in told.principles if one.name == KNOW_WHEN), "")
    fitting = FOR_FIRM if level == "firm" else FOR_STRUGGLING if level in STRUGGLING else DIFFICULTIES
    offered = _offered(_in_order(told, list(scenarios)), scenarios, fitting)
    return next_case(told.tendency, offered, FIRST_SEED + told.games)


def _in_order(told: ProfileTold, known: Sequence[str]) -> list[str]:
    """Scenarios by what they teach: principles whose booster is due first, then those that are least kept."""
    wanted = sorted(told.principles, key=lambda one: (not one.due, WANTED_FIRST.index(one.level)))
    first = [one.scenario for one in wanted if one.scenario in known]
    return list(dict.fromkeys([*first, *known]))


def _offered(
    names: Sequence[str], scenarios: dict[str, Path], difficulties: Sequence[Difficulty]
) -> Iterator[CaseOffered]:
    for name in names:
        for difficulty in difficulties:
            try:
                compiled = compile_scenario(load(scenarios[name]).at(difficulty).playable())
            except (CourtshipError, OSError):
                break  # the list of scenarios says why
            yield CaseOffered(name, difficulty, compiled)
