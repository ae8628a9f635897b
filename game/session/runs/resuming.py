"""What of a record can be opened, and how: asked by the list of runs, by opening and by a replay.

Which run *Continue* takes is chosen in `runs.py`.
"""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from game import __version__
from game.errors import RecordError
from game.files import name_of, unstopped
from game.model.parameters import PARAMETERS_VERSION
from game.session.entries import Recorded
from game.session.playthrough import begun
from game.session.record.journal import ForgettingSink, Journal, Sink
from game.session.record.lines import Header
from game.session.record.reading import DamagedRecordError, Opened, as_taken_last, before_told, read, read_sound
from game.session.runs.recorded_scenario import MayOpen, anywhere, compiled_of, fault_of, fault_once, scenario_of
from game.session.session import DivergedError, ScenarioSource, Session

RESCUED = "-rescued-"  # in the name of a copy with what lay before the damage of a record


def why_not_opened(header: Header, name: str) -> str:
    """Why a run cannot be opened by this game, in a sentence; "" if nothing in its header speaks against it."""
    if header.parameters == PARAMETERS_VERSION:
        return ""
    return (
        f"{name} was played with version {header.parameters} of the trust model; this game has version "
        f"{PARAMETERS_VERSION} and would give another run. Play it with Courtship {header.game}."
    )


def why_never_played(path: Path, header: Header, as_recorded: bool, may_look: bool) -> str:
    """Why the scenario of a record cannot be played, as opening says it; "" if it can.

    Args:
        path: of the record.
        header: with the facts of the scenario taken last.
        as_recorded: whether the scenario's file is what it was.
        may_look: whether that file's place may be looked at.
    """
    fault = fault_once(Path(header.path), header.scenario, header.facts, as_recorded, may_look)
    return _broken_told(path, header, fault, 0) if fault else ""


def _opened(path: Path, opened: Opened, sink: Sink, may_open: MayOpen) -> Session:
    obstacle = why_not_opened(opened.header, name_of(path))
    if obstacle:
        raise RecordError(obstacle)
    header, entries = as_taken_last(opened.header, opened.entries)
    loaded, why = scenario_of(header, may_open)
    notice = " ".join(filter(None, (opened.repaired, why)))
    scenario = Path(header.path)
    allowed = may_open(scenario)
    source = ScenarioSource(header.scenario, scenario if allowed else None, header.live and allowed, header.facts)
    if fault := fault_of(loaded, header.facts):
        raise _broken(path, header, fault, ())
    compiled = compiled_of(loaded.at(header.difficulty))
    start = begun(compiled, header.seed, header.episode, practice=header.practice)
    session = Session(start, sink, source, path=path)
    try:
        session.replay(entries)
    except DivergedError as error:
        raise _broken(path, header, str(error), error.before) from None
    session.notice = notice
    return session


def _broken(path: Path, header: Header, why: str, before: tuple[Recorded, ...]) -> DamagedRecordError:
    """That a record cannot be repeated any further, with what can be.

    Args:
        path: of the record.
        header: with the facts of the scenario taken last.
        why: the cause.
        before: the choices, of those that count, that can be repeated.
    """
    return DamagedRecordError(_broken_told(path, header, why, len(before)), Opened(header, before, 0, "", ""))


def _broken_told(path: Path, header: Header, why: str, before: int) -> str:
    """That a record cannot be repeated any further, in sentences."""
    made = "" if header.game == __version__ else f" It was made by Courtship {header.game}, this is {__version__}."
    return f"{name_of(path)} cannot be repeated as it was recorded ({unstopped(why)}).{made} {before_told(before)}"


def resume(path: Path, may_open: MayOpen = anywhere) -> Session:
    """Goes on with a run.

    Args:
        path: its record.
        may_open: whether the path of its scenario may be opened.

    Raises:
        RecordError: it cannot be read, is open in another window, or does not give the same run any more; the file is
            left as it is.
    """
    journal, opened = Journal.reopen(path)
    try:
        return _opened(path, opened, journal, may_open)
    except BaseException:
        journal.close()
        raise


def replayed(path: Path, may_open: MayOpen = anywhere) -> Session:
    """A run repeated from its record, without touching the file; further choices are not kept.

    Raises:
        RecordError: as `resume`; that it is open in another window does not matter.
    """
    return _opened(path, read(path), ForgettingSink(), may_open)


def _tell_nobody(_: DamagedRecordError) -> None:
    """Lets it go that a record is damaged."""


def replayed_or_before(
    path: Path, may_open: MayOpen = anywhere, found: Callable[[DamagedRecordError], None] = _tell_nobody
) -> Session:
    """A run repeated as far as `resume_or_rescue` goes on with it, without touching the file; a notice tells damage.

    Args:
        path: its record.
        may_open: whether the path of its scenario may be opened.
        found: told where the record is damaged.

    Raises:
        RecordError: as `resume_or_rescue`.
    """
    before, damaged = _rescuable(path, may_open, found)
    session = _opened(path, before, ForgettingSink(), may_open)
    if damaged is not None:
        session.notice = f"{damaged} {session.notice}".rstrip()
    return session


def resume_or_rescue(
    path: Path, may_open: MayOpen = anywhere, found: Callable[[DamagedRecordError], None] = _tell_nobody
) -> Session:
    """Goes on with a run; if its record is damaged, in a copy beside it with what lies before the damage.

    Args:
        path: its record.
        may_open: whether the path of its scenario may be opened.
        found: told where the record is damaged.

    Raises:
        RecordError: as `resume`; or nothing of a damaged record can be played.
    """
    try:
        return resume(path, may_open)
    except DamagedRecordError:
        number = next(n for n in count(1) if not _copy_of(path, n).exists())
        before, damaged = _rescuable(path, may_open, found)
        if damaged is None:
            raise
        session = _copied(before, _copy_of(path, number), may_open)
        session.notice = f"{damaged} You go on in the copy {name_of(_copy_of(path, number))}. {session.notice}".rstrip()
        return session


def _copy_of(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}{RESCUED}{number}{path.suffix}")


def _playable(path: Path, may_open: MayOpen) -> tuple[Opened, DamagedRecordError | None]:
    """As much of a record as can be read and repeated, and what ends it; None where it is whole."""
    opened, damaged = read_sound(path)
    try:
        _opened(path, opened, ForgettingSink(), may_open)
    except DamagedRecordError as broken:
        return broken.before, broken
    return opened, damaged


def _rescuable(
    path: Path, may_open: MayOpen, found: Callable[[DamagedRecordError], None]
) -> tuple[Opened, DamagedRecordError | None]:
    """What of a record is gone on with, and told: the one judge for *Continue* and for what repeats a run.

    Raises:
        RecordError: nothing of it can be played.
    """
    before, damaged = _playable(path, may_open)
    if damaged is not None:
        found(damaged)
        if not before.entries:
            raise damaged
    return before, damaged


def _copied(before: Opened, copy: Path, may_open: MayOpen) -> Session:
    """A new record of what could be read and repeated of another one."""
    journal = Journal.create(copy, before.header)
    for recorded in before.entries:
        journal.append(recorded)
    return _opened(copy, before, journal, may_open)
