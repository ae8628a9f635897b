"""Starting, finding and going on with runs: each is one record file in a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game import __version__
from game.errors import RecordError
from game.model.parameters import PARAMETERS_VERSION
from game.scenario import Loaded, load, load_text
from game.scenario.compiling.compile import Compiled, compile_scenario
from game.session.kept_entries import Diverged, as_taken_last, entries_kept
from game.session.record.journal import Entry, Journal, Opened, read
from game.session.session import Session

SUFFIX = ".jsonl"


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
    problem: str = ""  # why it cannot simply be continued, in a sentence


def compiled_of(loaded: Loaded) -> Compiled:
    """A loaded scenario as arrays.

    Raises:
        CannotPlay: it has errors.
    """
    return compile_scenario(loaded.playable())


def facts_of(loaded: Loaded, compiled: Compiled) -> Entry:
    """What a record keeps of a scenario: all that is needed to play it again when its file is gone."""
    return {
        "hash": loaded.hash,
        "title": compiled.scenario.title,
        "business": compiled.scenario.business.name,
        "days": compiled.scenario.days,
        "language": compiled.scenario.language,
        "text": loaded.text,
    }


def start(
    path: Path, seed: int, folder: Path, now: datetime, *, episode: int = 0, name: str = "", played_by: str = "",
    language: str = "", live: bool = False,
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

    Raises:
        CannotPlay: the scenario has errors.
        RecordError: the record cannot be written.
    """
    loaded = load(path, language)
    compiled = compiled_of(loaded)
    name = name or f"{now:%Y%m%d-%H%M%S}-{loaded.id}-{seed}{SUFFIX}"
    place = path.resolve()
    header: Entry = {
        "game": __version__,
        "parameters": PARAMETERS_VERSION,
        "scenario": loaded.id,
        "path": str(place),
        "live": live,
        "seed": seed,
        "episode": episode,
        "started": now.isoformat(timespec="seconds"),
        **facts_of(loaded, compiled),
        **({"played_by": played_by} if played_by else {}),
    }
    journal = Journal.create(folder / name, header)
    return Session(
        compiled, seed, journal, path=journal.path, scenario_id=loaded.id, origin=place, live=live,
        hash=loaded.hash, notice=loaded.notice, episode=episode,
    )  # fmt: skip


def _scenario_of(header: Entry) -> tuple[Loaded, str]:
    """The scenario a record was played with, and what to say when the file has changed since."""
    path, language = Path(str(header["path"])), str(header.get("language", ""))
    if path.exists():
        loaded = load(path, language)
        if loaded.hash == header["hash"] and loaded.ok:
            return loaded, ""
        why = "The scenario has been changed since this run was begun. You go on with the copy kept in its record."
        if is_live(header):
            why += " To take the change into this run, save the file once more while you play."
    else:
        why = "The scenario’s file is no longer there. You go on with the copy kept in its record."
    folder = path if path.is_dir() else path.parent
    home = folder if folder.is_dir() else None
    text, name = str(header["text"]), f"{header['scenario']}.yaml"
    copy = load_text(text, name, home, language)
    return (copy if copy.ok else load_text(text, name)), why  # pictures may be gone, too; drawn ones do


def is_live(header: Entry) -> bool:
    """Whether changes of the scenario's file are taken into a run."""
    return bool(header.get("live"))


def changed_since(header: Entry) -> str:
    """What to say when a run's scenario is no longer what it was; "" when it is."""
    return _scenario_of(header)[1]


def _opened(path: Path, opened: Opened, sink_of: Callable[[], Journal]) -> Session:
    header = opened.header
    if header.get("parameters") != PARAMETERS_VERSION:
        raise RecordError(
            f"{path.name} was played with version {header.get('parameters')} of the trust model; this game has version "
            f"{PARAMETERS_VERSION} and would give another run. Play it with Courtship {header.get('game')}."
        )
    header, entries = as_taken_last(header, opened.entries)
    loaded, why = _scenario_of(header)
    notice = " ".join(filter(None, (opened.repaired, why)))
    session = Session(
        compiled_of(loaded),
        int(header["seed"]),
        sink_of(),
        notice=notice,
        path=path,
        scenario_id=str(header["scenario"]),
        episode=int(header.get("episode", 0)),
        origin=Path(str(header["path"])),
        live=is_live(header),
        hash=str(header["hash"]),
    )
    try:
        session.replay(entries)
    except Diverged as error:
        raise RecordError(
            f"{path.name} cannot be repeated as it was recorded ({error}). It was made by Courtship "
            f"{header.get('game')}, this is {__version__}. The record is untouched."
        ) from None
    session.notice = notice
    return session


def resume(path: Path) -> Session:
    """Goes on with a run.

    Raises:
        RecordError: it cannot be read, or does not give the same run any more; the file is left as it is.
    """
    journal, opened = Journal.reopen(path)
    return _opened(path, opened, lambda: journal)


def replayed(path: Path) -> Session:
    """A run repeated from its record, without touching the file; further choices are not kept.

    Raises:
        RecordError: as `resume`.
    """
    from game.session.record.journal import Memory

    return _opened(path, read(path), Memory)  # type: ignore[arg-type]


def saved_runs(folder: Path) -> tuple[SavedRun, ...]:
    """All runs in a folder, the one played last first. A damaged record is listed with its problem."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        touched = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 - shown to the player in local time
        when = f"{touched.day} {touched:%B, %H:%M}"
        try:
            opened = read(path)
        except RecordError as error:
            found.append((touched, SavedRun(str(path), path.stem, "", 0, 0, False, when, str(error))))
            continue
        head, ended = as_taken_last(opened.header, opened.entries)[0], 0
        for entry in entries_kept(opened.entries):
            ended = entry["day"] if entry["kind"] == "end_day" else ended
        days = int(head["days"])
        by = f" (played by {head['played_by']})" if head.get("played_by") else ""
        run = SavedRun(
            str(path), str(head["title"]) + by, str(head["business"]), min(ended + 1, days), days, ended >= days, when,
            changed_since(head),
        )  # fmt: skip
        found.append((touched, run))
    return tuple(run for _, run in sorted(found, key=lambda pair: pair[0], reverse=True))
