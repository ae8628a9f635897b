"""Facts about a scenario's files as the Workshop shows them, and where its packages go."""

from dataclasses import replace
from pathlib import Path

import platformdirs

from game.authoring.starter import title_of
from game.desk.places import data_folder
from game.scenario.loading import Loaded
from game.scenario.problems.problems import GRAVITY, Problem
from game.ui.workshop import workshop_values as ui

NOTES = "notes.md"
WORST = 4  # messages that the list shows
MOST_NOTES = 4000  # characters of them that are shown


def downloads() -> Path:
    """The folder that packages go to."""
    found = Path(platformdirs.user_downloads_dir())
    return found if found.is_dir() else data_folder() / "packages"


def described(path: Path, place: str, loaded: Loaded) -> ui.Work:
    """A scenario as it stands in the list."""
    errors, warnings, notes = (
        sum(1 + p.more for p in loaded.problems if p.severity == severity) for severity in ("error", "warning", "note")
    )
    title = loaded.title or title_of(loaded.id)
    work = ui.Work(
        str(path), title, place, True, errors, warnings, notes, told=_notes(path), worst=_worst(loaded.problems)
    )
    scenario = loaded.scenario
    if scenario is None:
        return work
    return replace(
        work, days=scenario.days, followers=len(scenario.followers) + scenario.crowd.count,
        format=scenario.scenario_format, summary=scenario.summary or "", business=scenario.business.name,
    )  # fmt: skip


def _worst(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """What to mend first: errors before warnings, each with its line."""
    grave = sorted((p for p in problems if p.severity != "note"), key=lambda p: GRAVITY[p.severity])
    return tuple(f"{Path(p.file).name}, line {p.line}: {p.message}" for p in grave[:WORST])


def _notes(path: Path) -> str:
    """What is written for fellow trainers, if it can be read."""
    file = path / NOTES
    try:
        if not path.is_dir() or file.is_symlink() or file.stat().st_size > 100_000:
            return ""
        return file.read_text(encoding="utf-8", errors="replace")[:MOST_NOTES]
    except OSError:
        return ""
