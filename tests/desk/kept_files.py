"""Every small file that the game keeps beside the runs, with a reader and a writer for each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.coach.timing.timing_marks import TimingAnswer
from game.desk.given import Given
from game.desk.learning.denied_habits import DeniedHabits
from game.desk.learning.profile_file import ProfileFile
from game.desk.learning.timing_file import TimingFile
from game.desk.remembered import Remembered
from game.errors import Refused
from game.session.entries import ScenarioFacts
from game.session.record.lines import Header
from game.session.record.reading import DamagedRecordError, Opened
from game.session.runs.breaks import known_breaks, remember
from game.session.runs.endings import Endings, RunEnding
from game.session.runs.scrapbook import Scrap, Scrapbook
from game.ui.common import settings

NOW = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Keeper:
    """A kept file by its name in a folder.

    Attributes:
        read: what it holds, as a set of texts.
        write: keeps one more thing, a number from 0; "" or a sentence that says why not.
    """

    name: str
    read: Callable[[Path], set[str]]
    write: Callable[[Path, int], str]


def _keep_setting(folder: Path, number: int) -> str:
    before = settings.Settings()
    names = ("muted", "captions", "spoken", "hints", "reduced_motion", "fullscreen")
    changed = settings.replace(before, **{names[number % len(names)]: True})
    return settings.save(folder / "settings.json", before, changed)[1]


def _keep_sitting(folder: Path, number: int) -> str:
    try:
        TimingFile(folder / "timing.jsonl").keep("A", (TimingAnswer(str(number), True, 70),), [], NOW)
    except Refused as refused:
        return str(refused)
    return ""


def _keep_ending(folder: Path, number: int) -> str:
    Endings(folder / "endings.json").keep(Path(f"{number}.jsonl"), RunEnding(5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1))
    return ""


def _keep_break(folder: Path, number: int) -> str:
    header = Header(
        "", 1, "", "", live=False, seed=0, episode=0, started="", facts=ScenarioFacts("", "", "", 1, "", "")
    )
    damaged = DamagedRecordError("It breaks.", Opened(header, (), 0, "", ""))
    remember(folder / "runs" / f"{number}.jsonl", folder / "runs", damaged)
    return ""


def _keep_path(folder: Path, number: int) -> str:
    Given(folder / "runs", folders=()).keep(Path(f"/elsewhere/{number}"))
    return ""


def _keep_work(folder: Path, number: int) -> str:
    Remembered(folder / "workshop.json").keep(f"/elsewhere/{number}")
    return ""


def _deny(folder: Path, number: int) -> str:
    try:
        DeniedHabits(folder / "denied_habits.json").put(str(number), denied=True)
    except Refused as refused:
        return str(refused)
    return ""


def _begin_profile(folder: Path, number: int) -> str:
    try:
        ProfileFile(folder / "profiles.jsonl").begin(f"Learner {number}")
    except Refused as refused:
        return str(refused)
    return ""


def _set(folder: Path) -> set[str]:
    return {name for name, value in vars(settings.load(folder / "settings.json")).items() if value is True}


def _keep_scrap(folder: Path, number: int) -> str:
    book = Scrapbook(folder / "scrapbook.jsonl")
    book.keep([Scrap("person", str(number), "First Hello", 3, "Mara Lind", 4, "Bakes at five.")], NOW)
    return book.failed


KEEPERS = (
    Keeper("settings.json", lambda f: _set(f) - {"mirror_unasked", "guess_first"}, _keep_setting),
    Keeper("timing.jsonl", lambda f: {s.answers[0].case for s in TimingFile(f / "timing.jsonl").sittings()},
           _keep_sitting),
    Keeper("endings.json", lambda f: set(Endings(f / "endings.json").every()), _keep_ending),
    Keeper("breaks.json", lambda f: {name.partition(".")[0] for name in known_breaks(f / "runs")}, _keep_break),
    Keeper("given.json", lambda f: {str(n) for n in range(100)
                                    if Given(f / "runs", folders=()).may_open(Path(f"/elsewhere/{n}"))}, _keep_path),
    Keeper("denied_habits.json", lambda f: set(DeniedHabits(f / "denied_habits.json").claims()), _deny),
    Keeper("profiles.jsonl", lambda f: {name.split()[1] for name in ProfileFile(f / "profiles.jsonl").book().names},
           _begin_profile),
    Keeper("scrapbook.jsonl", lambda f: {scrap.key for scrap in Scrapbook(f / "scrapbook.jsonl").scraps()[0]},
           _keep_scrap),
    Keeper("workshop.json", lambda f: set(Remembered(f / "workshop.json").memory.paths), _keep_work),
)  # fmt: skip
