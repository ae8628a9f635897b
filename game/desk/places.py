"""Where things are kept on this machine, and how a scenario is found by what a person types."""

import difflib
from pathlib import Path

import platformdirs

from game.errors import Misused
from game.resources import SCENARIOS

APP = "courtship"


def data_folder() -> Path:
    """Records and scenarios of the user."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def runs_folder() -> Path:
    """The folder that holds the records of runs."""
    return data_folder() / "runs"


def settings_path() -> Path:
    """Where the window keeps its settings."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.json"


def workshop_memory() -> Path:
    """Where the Workshop keeps which scenarios lie elsewhere."""
    return settings_path().with_name("workshop.json")


def scenario_folders() -> tuple[Path, ...]:
    """Where scenarios are looked for: the shipped ones, then the user's own."""
    return (SCENARIOS, data_folder() / "scenarios")


def known_scenarios() -> dict[str, Path]:
    """Scenarios by id. A user's scenario of the same id as a shipped one comes first."""
    found: dict[str, Path] = {}
    for folder in scenario_folders():
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix in {".yaml", ".yml"} or (path / "scenario.yaml").is_file():
                found[path.stem] = path
    return found


def is_own(path: Path) -> bool:
    """Whether a scenario is somebody's own, and none that came with the game."""
    return not path.resolve().is_relative_to(SCENARIOS.resolve())


def scenario_path(given: str) -> Path:
    """The scenario a person means: a path, or the name of an installed one.

    Raises:
        Misused: there is none; the sentence names those that there are.
    """
    path = Path(given)
    if path.exists():
        return path
    known = known_scenarios()
    name = given.replace("-", "_").removesuffix(".yaml")
    if name in known:
        return known[name]
    close = difflib.get_close_matches(name, known, 1)
    guess = f" Did you mean “{close[0]}”?" if close else ""
    raise Misused(f"There is no scenario “{given}”.{guess} There are: {', '.join(known) or 'none'}; or give a path.")
