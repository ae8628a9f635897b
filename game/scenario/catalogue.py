"""All scenarios in some folders, as cards to choose from. Broken ones come too, with what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.files import is_file, is_folder, is_there
from game.scenario.format.difficulty import AS_WRITTEN, Difficulty
from game.scenario.loading import Loaded, load
from game.scenario.reading.folder import MAIN
from game.scenario.reading.picture_files import fault_of

MOST_SCENARIOS = 500  # scenarios of one folder


@dataclass(frozen=True)
class ScenarioCard:
    """A scenario as shown in a list."""

    id: str  # file stem or folder name
    title: str
    summary: str
    days: int  # 0 when it cannot be played
    hours_per_day: float  # 0.0 when it cannot be played
    business: str
    trade: str
    picture: str  # path of the business's picture, or ""
    author: str
    path: str  # what to load
    cast: str = ""  # who is met: "same people each game", or "new people each game"; "" when it cannot be played
    problems: tuple[str, ...] = ()  # why it cannot be played, a sentence each; empty when it can
    difficulty: Difficulty = AS_WRITTEN  # where nobody chooses another


def catalogue(folders: Iterable[str | Path]) -> tuple[ScenarioCard, ...]:
    """The scenarios in some folders, by title: files `x.yaml`, and folders with `scenario.yaml`."""
    cards = [_card(path, load(path)) for folder in folders for path in scenarios_in(Path(folder))]
    return tuple(sorted(cards, key=lambda card: (card.title.casefold(), card.path)))


def scenarios_in(folder: Path) -> list[Path]:
    """Paths of the scenarios in a folder, broken ones too; none when it cannot be read."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    found = [
        entry
        for entry in entries
        if not entry.name.startswith((".", "_"))
        and ((is_folder(entry) and is_there(entry / MAIN)) or (is_file(entry) and entry.suffix == ".yaml"))
    ]
    return found[:MOST_SCENARIOS]


def _card(path: Path, loaded: Loaded) -> ScenarioCard:
    scenario = loaded.scenario
    if scenario is None:
        told = tuple(
            f"{Path(p.file).name}, line {p.line}: {p.message}" for p in loaded.problems if p.severity == "error"
        )
        title = loaded.title or loaded.id.replace("_", " ").replace("-", " ").capitalize()
        return ScenarioCard(loaded.id, title, "", 0, 0.0, "", "", "", "", str(path), problems=told)
    business = scenario.business
    shows = bool(business.picture) and loaded.folder is not None and fault_of(business.picture, loaded.folder) is None
    return ScenarioCard(
        loaded.id,
        scenario.title,
        scenario.summary,
        scenario.days,
        business.hours_per_day,
        business.name,
        business.trade,
        str(loaded.folder / business.picture) if shows and loaded.folder else "",
        scenario.author or "",
        str(path),
        "new people each game" if any(who.lives for who in scenario.followers.values()) else "same people each game",
        difficulty=scenario.difficulty,
    )
