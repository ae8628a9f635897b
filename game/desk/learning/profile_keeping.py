"""What goes into a profile: finished games of the folder of runs; and which game is offered next."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from game.coach.learner.next_case import CaseOffered, CaseToPlay, next_case
from game.coach.learner.profile_told import ProfileTold
from game.coach.learner.run_evidence import RunEvidence, evidence_of
from game.coach.looking_back.make_debrief import debrief
from game.errors import CourtshipError
from game.local_time import universal_time
from game.scenario import load
from game.scenario.compiling.compile import compile_scenario
from game.scenario.format.difficulty import Difficulty
from game.session.record.lines import is_own
from game.session.runs.resuming import MayOpen, replayed
from game.session.runs.runs import records_in, summary_of
from game.session.session import Session

WANTED_FIRST = ("begun", "untold", "half", "mostly", "firm")
"""Levels in the order in which a scenario that teaches a principle of them is wanted."""
DIFFICULTIES: tuple[Difficulty, ...] = ("fair", "gentle", "hard")
"""In the order in which they are looked at."""
FIRST_SEED = 1000
"""Of the games that are offered to somebody without a finished one; it grows by one with each game."""


def finished_games(folder: Path, known: frozenset[str], may_open: MayOpen) -> Iterator[RunEvidence]:
    """What each finished game of a folder shows that somebody played and no profile has yet.

    Records that cannot be opened, and those that a bot has played or begun, are left out.

    Args:
        folder: of the records.
        known: names of records that are in a profile.
        may_open: whether the path of a scenario in a record may be looked at.
    """
    for path in records_in(folder):
        if path.name in known:
            continue
        try:
            summary = summary_of(path)
            if not is_own(summary.header) or summary.day <= summary.header.facts.days:
                continue
            session = replayed(path, may_open)
            when = universal_time(path.stat().st_mtime)
        except (CourtshipError, OSError):
            continue  # the list of runs says why
        if session.finished:
            yield game_of(session, path, when)


def game_of(session: Session, path: Path, when: datetime) -> RunEvidence:
    """What a finished game shows."""
    now = session.playthrough
    return evidence_of(now, debrief(now), path.name, when, session.source.id)


def offered_next(told: ProfileTold, scenarios: dict[str, Path]) -> CaseToPlay | None:
    """The game that is worth playing next.

    Args:
        told: the profile.
        scenarios: that there are, by id.
    """
    if told.habit is None:
        return None
    return next_case(told.habit, _offered(_in_order(told, list(scenarios)), scenarios), FIRST_SEED + told.games)


def _in_order(told: ProfileTold, known: Sequence[str]) -> list[str]:
    """Scenarios by what they teach: principles whose booster is due first, then those that are least kept."""
    wanted = sorted(told.principles, key=lambda one: (not one.due, WANTED_FIRST.index(one.level)))
    first = [one.scenario for one in wanted if one.scenario in known]
    return list(dict.fromkeys([*first, *known]))


def _offered(names: Sequence[str], scenarios: dict[str, Path]) -> Iterator[CaseOffered]:
    for name in names:
        for difficulty in DIFFICULTIES:
            try:
                compiled = compile_scenario(load(scenarios[name]).at(difficulty).playable())
            except (CourtshipError, OSError):
                break  # the list of scenarios says why
            yield CaseOffered(name, difficulty, compiled)
