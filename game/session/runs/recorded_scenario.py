"""The scenario of a record: from its file while that is what it was, else from the copy that the record keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.files import is_folder, is_there, unstopped
from game.scenario import Loaded, load, load_text
from game.scenario.compiling.compile import Compiled, compile_scenario
from game.scenario.loading import written_hash
from game.session.entries import ScenarioFacts
from game.session.record.lines import Header

ELSEWHERE = "You have not opened its scenario from where it lies. You go on with the copy kept in its record."

MayOpen = Callable[[Path], bool]
"""Whether a scenario's path in a record may be looked at: a stranger's record may name any place."""


def anywhere(path: Path) -> bool:
    """Every path that the player has given may be opened."""
    del path
    return True


def compiled_of(loaded: Loaded) -> Compiled:
    """A loaded scenario as arrays.

    Raises:
        CannotPlay: it has errors.
    """
    return compile_scenario(loaded.playable())


def facts_of(loaded: Loaded, compiled: Compiled) -> ScenarioFacts:
    """What a record keeps of a scenario."""
    scenario = compiled.scenario
    return ScenarioFacts(
        loaded.hash, scenario.title, scenario.business.name, scenario.days, scenario.language, loaded.text
    )


@dataclass(frozen=True)
class ScenarioChange:
    """What has become of a run's scenario since it was begun."""

    as_recorded: bool  # the file is what it was
    told: str  # what to say, or ""


def change_since(header: Header, may_open: MayOpen) -> ScenarioChange:
    """What has become of the scenario of a run; the file's text alone is looked at."""
    path = Path(header.path)
    if not may_open(path):
        return ScenarioChange(False, ELSEWHERE)  # perhaps a stranger's record: its path is not even looked at
    try:
        there = is_there(path)
    except (OSError, ValueError):
        there = False
    if not there:
        return ScenarioChange(
            False, "The scenario’s file is no longer there. You go on with the copy kept in its record."
        )
    if written_hash(path) == header.facts.hash:
        return ScenarioChange(True, "")
    why = "The scenario has been changed since this run was begun. You go on with the copy kept in its record."
    if header.live:
        why += " To take the change into this run, save the file once more while you play."
    return ScenarioChange(False, why)


def scenario_of(header: Header, may_open: MayOpen) -> tuple[Loaded, str]:
    """The scenario that a record was played with, and what to say when its file has changed since."""
    change = change_since(header, may_open)
    loaded = _loaded(Path(header.path), header.scenario, header.facts, change.as_recorded, may_open(Path(header.path)))
    return loaded, "" if change.as_recorded and loaded.ok else change.told


def _loaded(path: Path, name: str, facts: ScenarioFacts, as_recorded: bool, may_look: bool) -> Loaded:
    """A scenario from its file, if it is as it was recorded, or from the copy kept in the record."""
    if as_recorded:
        loaded = load(path, facts.language)
        if loaded.ok:
            return loaded
    home = next((folder for folder in (path, path.parent) if is_folder(folder)), None) if may_look else None
    copy = load_text(facts.text, f"{name}.yaml", home, facts.language)
    return copy if copy.ok else load_text(facts.text, f"{name}.yaml")  # pictures may be gone, too


@lru_cache(maxsize=500)
def fault_once(path: Path, name: str, facts: ScenarioFacts, as_recorded: bool, may_look: bool) -> str:
    """What is wrong with the scenario of a record, looked at once; "" if nothing is."""
    return fault_of(_loaded(path, name, facts, as_recorded, may_look), facts)


def fault_of(loaded: Loaded, facts: ScenarioFacts) -> str:
    """What is wrong with the scenario of a record, as the end of a sentence; "" if nothing is."""
    if loaded.scenario is None:
        first = next(problem for problem in loaded.problems if problem.is_error)
        return f"its scenario has a fault in line {first.line}: {unstopped(first.message)}"
    if loaded.scenario.days != facts.days:
        return f"it says that its scenario has {facts.days:,} days, which has {loaded.scenario.days}"
    return ""
