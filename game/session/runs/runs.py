"""Starting and listing runs: each is one record file in a folder."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from game import __version__
from game.errors import RecordError
from game.files import in_one_line, name_of
from game.local_time import local_time
from game.model.parameters import PARAMETERS_VERSION
from game.scenario import Loaded, load
from game.scenario.compiling.compile import Compiled
from game.scenario.format.difficulty import Difficulty
from game.session.playthrough import begun
from game.session.record.journal import Journal
from game.session.record.lines import Header, told_of_run
from game.session.record.reading import SUFFIX
from game.session.runs.breaks import Break, break_of, known_breaks, mark_of
from game.session.runs.endings import RunEnding
from game.session.runs.recorded_scenario import MayOpen, ScenarioChange, anywhere, change_since, compiled_of, facts_of
from game.session.runs.resuming import why_never_played, why_not_opened
from game.session.runs.same_run import records_by_run
from game.session.runs.summaries import Summary, summary_at
from game.session.session import ScenarioSource, Session

BROKEN = "It can be repeated up to day {day} only. You go on from there in a copy; the file stays as it is."
DAMAGED = "A part of it is damaged. You go on in a copy with what lies before; the damaged file stays."
NOTHING_WHOLE = "It is damaged from its first choice on: nothing of it can be played; the file stays as it is."
AHEAD = timedelta(days=1)  # a file's time beyond this is a clock gone wrong


@dataclass(frozen=True)
class SavedRun:
    """A run as the title screen lists it."""

    path: str
    title: str
    business: str
    day: int
    days: int
    finished: bool
    when: str  # "23 November, 21:40"
    problem: str = ""  # why it cannot be opened, in a sentence
    note: str = ""  # what is to be known before going on with it, in a sentence
    size: int = 0  # bytes of its record
    ending: RunEnding | None = None  # how it ended, where that is kept


def start(
    path: Path, seed: int, folder: Path, now: datetime, *, episode: int = 0, name: str = "", played_by: str = "",
    language: str = "", live: bool = False, difficulty: Difficulty | None = None, practice: bool = False,
) -> Session:  # fmt: skip
    """Starts a run and its record.

    Args:
        path: scenario file or folder.
        seed: 0..2**32 − 1.
        folder: where records are kept; made when it is missing.
        now: the time, for the name of the file.
        episode: which of the games of this seed, as the lab counts them; 0 is the one that a person plays.
        name: of the record's file; made from time, scenario and seed when left out.
        played_by: who makes the choices, when it is not a person.
        language: of the texts, such as de; left out, that of the scenario.
        live: whether changes of the file are taken while playing.
        difficulty: how hard it is; left out, that of the scenario.
        practice: whether choices may be weighed before they are made.

    Raises:
        CannotPlay: the scenario has errors.
        RecordError: the record cannot be written.
    """
    loaded = load(path, language).at(difficulty)
    return start_loaded(
        loaded, compiled_of(loaded), path, seed, folder, now, episode=episode, name=name, played_by=played_by,
        live=live, practice=practice,
    )  # fmt: skip


def start_loaded(
    loaded: Loaded, compiled: Compiled, path: Path, seed: int, folder: Path, now: datetime, *, episode: int = 0,
    name: str = "", played_by: str = "", begun_by: str = "", live: bool = False, practice: bool = False,
) -> Session:  # fmt: skip
    """The same as `start`, of a scenario that was read and compiled before; `begun_by` names who plays its first days.

    Raises:
        RecordError: the record cannot be written.
    """
    name = name or f"{now:%Y%m%d-%H%M%S}-{loaded.id}-{seed}{SUFFIX}"
    place = path.resolve()
    facts = facts_of(loaded, compiled)
    header = Header(
        game=__version__, parameters=PARAMETERS_VERSION, scenario=loaded.id, path=str(place), live=live, seed=seed,
        episode=episode, started=now.isoformat(timespec="seconds"), facts=facts,
        difficulty=compiled.scenario.difficulty, played_by=played_by, begun_by=begun_by, practice=practice,
    )  # fmt: skip
    journal = Journal.create(folder / name, header)
    source = ScenarioSource(loaded.id, place, live, facts)
    return Session(begun(compiled, seed, episode, practice=practice), journal, source, path=journal.path)


def saved_runs(
    folder: Path, now: datetime, may_open: MayOpen = anywhere, most: int | None = None
) -> tuple[SavedRun, ...]:  # fmt: skip
    """The runs in a folder, the one played last first. What cannot be opened is listed with its reason.

    Of several copies of one run, as programs that keep folders alike make them, the longest comes as it is; the others
    are listed as copies.

    Args:
        folder: where records are kept.
        now: the time; a file that is dated later counts as old as its header says.
        may_open: whether the path of a scenario may be looked at.
        most: how many are read, those written last; left out, all.

    A record that was read before is read again only if its file has changed.
    """
    found: list[tuple[datetime, SavedRun, Summary | None]] = []
    changes: dict[tuple[str, str], ScenarioChange] = {}
    breaks = known_breaks(folder)
    records = sorted(((_touched(path, now), path) for path in records_in(folder)), reverse=True)
    for written, path in records[:most]:
        try:
            summary = summary_at(path)
        except RecordError as error:
            found.append((written, _unreadable(path, _when(written), str(error)), None))
            continue
        broken = break_of(path, breaks)
        if broken is not None:
            summary = Summary(summary.header, broken.day, broken.before, damaged=True)
        header = summary.header
        touched = _started(header, now) if written > now + AHEAD else written
        key = (header.path, header.facts.hash)
        if key not in changes:
            changes[key] = change_since(header, may_open)
        never = why_not_opened(header, name_of(path)) or why_never_played(
            path, header, changes[key].as_recorded, may_open(Path(header.path))
        )
        listed = _listed(path, summary, broken, never, changes[key].told, _when(touched))
        found.append((touched, listed, summary))
    ordered = sorted(_marked_copies(found), key=lambda one: one[:2], reverse=True)
    return _told_apart([(touched, run) for _, touched, run in ordered])


def _told_apart(runs: list[tuple[datetime, SavedRun]]) -> tuple[SavedRun, ...]:
    """Runs of one title and minute by their seconds, and where these are the same by the names of their records."""
    minutes = Counter((run.title, run.when) for _, run in runs)
    exact = [
        replace(run, when=f"{run.when}:{touched:%S}") if minutes[run.title, run.when] > 1 else run
        for touched, run in runs
    ]
    seconds = Counter((run.title, run.when) for run in exact)
    return tuple(
        replace(run, when=f"{run.when}, {name_of(Path(run.path))}") if seconds[run.title, run.when] > 1 else run
        for run in exact
    )


def _unreadable(path: Path, when: str, problem: str) -> SavedRun:
    return SavedRun(str(path), in_one_line(path.stem), "", day=0, days=0, finished=False, when=when, problem=problem)


def _listed(path: Path, summary: Summary, broken: Break | None, never: str, change: str, when: str) -> SavedRun:
    """A record that can be read, as the list has it; what cannot be opened has its reason and no advice to go on."""
    header, days = summary.header, summary.header.facts.days
    problem = never
    if not problem and summary.damaged and not summary.entries:
        problem = broken.why if broken is not None else NOTHING_WHOLE
    note = "" if problem else change
    if summary.damaged and not problem:
        note = DAMAGED if broken is None else BROKEN.format(day=broken.day)
    return SavedRun(
        path=str(path), title=header.facts.title + told_of_run(header), business=header.facts.business,
        day=min(summary.day, days), days=days, finished=summary.day > days, when=when, problem=problem, note=note,
        size=mark_of(path)[0],
    )  # fmt: skip


def run_played_last(runs: Iterable[SavedRun], *, finished_too: bool) -> SavedRun | None:
    """The first of a list of runs that can be opened, copies last; None if there is none.

    *Continue* on the title page wants one that goes on; `replay last` tells one that is finished as well.

    Args:
        runs: as `saved_runs` gives them, the one played last first.
        finished_too: whether it may be finished.
    """
    return next((run for run in runs if not run.problem and (finished_too or not run.finished)), None)


def records_in(folder: Path) -> list[Path]:
    """Files that may be records, by name; hidden ones, which programs leave beside others, are none."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return []
    return sorted(p for p in entries if p.suffix == SUFFIX and not p.name.startswith("."))


def _touched(path: Path, now: datetime) -> datetime:
    """When a file was written last, in local time; long ago where that cannot be told."""
    try:
        return local_time(path.stat().st_mtime, now.tzinfo)
    except (OSError, ValueError):
        return datetime(1970, 1, 2, tzinfo=now.tzinfo)


def _started(header: Header, now: datetime) -> datetime:
    try:
        started = datetime.fromisoformat(header.started)
    except ValueError:
        return datetime(1970, 1, 2, tzinfo=now.tzinfo)
    return started.replace(tzinfo=now.tzinfo) if started.tzinfo is None else started


def _when(touched: datetime) -> str:
    return f"{touched.day} {touched:%B, %H:%M}"


def _marked_copies(found: list[tuple[datetime, SavedRun, Summary | None]]) -> list[tuple[bool, datetime, SavedRun]]:
    """Whether each is the run itself and no copy, and when it was touched; of several the longest is the run itself."""
    known = [
        (Path(run.path), summary.header, summary.length)
        for _, run, summary in found
        if summary is not None and not run.problem
    ]
    lengths = {str(path): length for path, _, length in known}
    texts = {_text_of(header) for _, header, _ in known}
    longest = {
        str(copy): str(copies[0])
        for text in texts
        for copies in records_by_run(one for one in known if _text_of(one[1]) == text).values()
        for copy in copies
    }
    marked = []
    for touched, run, _ in found:
        best = longest.get(run.path, run.path)
        if best == run.path:
            marked.append((True, touched, run))
        else:
            better = _better(lengths[best], lengths[run.path])
            note = f"A copy of {name_of(Path(best))}, which {better}. {run.note}".rstrip()
            marked.append((False, touched, replace(run, note=note)))
    return marked


def _text_of(header: Header) -> str:
    """The scenario's text by which copies are known; "" where it may change while the run is played."""
    return "" if header.live else header.facts.hash


def _better(best: tuple[int, bool], other: tuple[int, bool]) -> str:
    """What a record has before its copy, by their lengths."""
    if best[0] > other[0]:
        return "holds more choices"
    return "is whole" if best > other else "holds the same"
