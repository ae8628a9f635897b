"""Where things are kept on this machine, and how a scenario is found by what a person types."""

import difflib
from collections.abc import Callable
from pathlib import Path

import platformdirs

from game.errors import Misused
from game.files import is_file, is_folder, is_hidden, is_link, is_there
from game.resources import SCENARIOS
from game.scenario.problems.phrases import guessed
from game.scenario.reading.folder import MAIN, NO_MAIN, lies_instead
from game.session.record.reading import SUFFIX as RECORDED

APP = "courtship"


def _home(find: Callable[..., str]) -> Path:
    """A folder of the user.

    Raises:
        Misused: nobody knows where this user is at home.
    """
    try:
        path = Path(find(APP, appauthor=False))
    except (RuntimeError, KeyError):
        path = Path()
    if not path.is_absolute():
        raise Misused(
            "Courtship does not know where to keep runs and settings: this user has no home folder. "
            "Set the environment variable HOME to a folder that can be written to, and start again."
        )
    return path


def data_folder() -> Path:
    """Records and scenarios of the user."""
    return _home(platformdirs.user_data_dir)


def runs_folder() -> Path:
    """The folder that holds the records of runs."""
    return data_folder() / "runs"


def settings_path() -> Path:
    """Where the window keeps its settings."""
    return _home(platformdirs.user_config_dir) / "settings.json"


def timing_path() -> Path:
    """Where the answers to the timing test are kept."""
    return data_folder() / "timing.jsonl"


def profiles_path() -> Path:
    """Where the profiles of learners are kept."""
    return data_folder() / "profiles.jsonl"


def denied_path() -> Path:
    """Where the habits are kept that the player has denied."""
    return data_folder() / "denied_habits.json"


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
        for path in _entries(folder):
            if (path.suffix in {".yaml", ".yml"} and is_file(path)) or is_file(path / "scenario.yaml"):
                found[path.stem] = path
    return found


def in_place_of_shipped(path: Path) -> str:
    """What is to be said of a user's scenario that has the id of a shipped one; "" of any other."""
    shipped, own = scenario_folders()
    taken = {entry.stem for entry in _entries(shipped) if entry.suffix in {".yaml", ".yml"}}
    if path.absolute().parent != own.absolute() or path.stem not in taken:
        return ""
    return f"It takes the place of the scenario “{path.stem}” that ships with the game. Rename it to have both."


def _entries(folder: Path) -> list[Path]:
    """What is in a folder; nothing if it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def is_own(path: Path) -> bool:
    """Whether a scenario is somebody's own, and none that came with the game."""
    return not path.resolve().is_relative_to(SCENARIOS.resolve())


def in_checkout(folder: Path) -> bool:
    """Whether a folder is the root of a checkout of the game, or its scenarios."""
    root = SCENARIOS.resolve().parent
    return (root / "pyproject.toml").is_file() and folder.resolve() in {root, root / SCENARIOS.name}


def named_or_here(given: str | None) -> str:
    """The scenario that is named, or the one in the folder somebody stands in.

    Raises:
        Misused: none is named, and there is none here.
    """
    if given:
        return given
    if Path(MAIN).is_file():
        return "."
    if hint := lies_instead(Path()):
        raise Misused(f"{NO_MAIN} {hint}")
    known = ", ".join(known_scenarios()) or "none"
    raise Misused(f"{NO_MAIN} Go to a scenario's folder, or name one. There are: {known}.")


def scenario_path(given: str) -> Path:
    """The scenario a person means: a path, or the name of an installed one.

    Raises:
        Misused: there is none; the sentence names those that there are, or the file that a folder has in its place.
    """
    path = scenario_or_folder(given)
    if is_folder(path) and (hint := lies_instead(path)):
        raise Misused(f"{NO_MAIN} {hint}")
    return path


def scenario_or_folder(given: str) -> Path:
    """The same, also where it is a folder without scenario.yaml: for who tells all that is wrong with it.

    Raises:
        Misused: there is nothing of that name.
    """
    path = Path(given)
    if path.suffix == RECORDED and is_file(path):
        raise Misused(
            f"“{given}” is the record of a run, no scenario. Look at it with: courtship replay {given}; or go on with "
            "it by Your runs in the game."
        )
    if is_there(path):
        return path
    if is_hidden(path):
        raise Misused(f"“{given}” may not be looked at. Ask whoever owns the folder to allow it, or name another.")
    if is_link(path):
        raise Misused(f"“{given}” is a link that leads to no file. Name the scenario itself.")
    known = known_scenarios()
    name = given.replace("-", "_").removesuffix(".yaml")
    if name in known:
        return known[name]
    near = difflib.get_close_matches(path.name, [entry.name for entry in _entries(path.parent)], 1)
    guess = f" Did you mean “{path.with_name(near[0])}”?" if near else guessed(name, known)
    raise Misused(f"There is no scenario “{given}”.{guess} There are: {', '.join(known) or 'none'}; or give a path.")
