"""What can be looked at in a scenario in the Workshop: its story, map and figures, its lines and languages."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.errors import ScenarioError
from game.local_time import local_now
from game.scenario.loading import Loaded, load
from game.ui.workshop import workshop_values as ui

if TYPE_CHECKING:
    from game.authoring.map import ScenarioMap


def good(path: str) -> Loaded:
    """A scenario without errors.

    Raises:
        ScenarioError: it has some.
    """
    loaded = load(path)
    if not loaded.ok:
        raise ScenarioError("It has errors, which come first. They are under Messages.")
    return loaded


class ScenarioReader:
    """The part of `game.ui.workshop.workshop_values.WorkshopServices` that reads scenarios and writes none."""

    def in_sentences(self, path: str) -> str:
        """The scenario in plain sentences."""
        from game.authoring.sentences.scenario_sentences import scenario_in_sentences

        loaded = good(path)
        assert loaded.written is not None
        assert loaded.scenario is not None
        return scenario_in_sentences(loaded.written, loaded.scenario)

    def figures(self, path: str) -> dict[str, Any]:
        """Texts, words and minutes, followers by their names."""
        from game.authoring.stats import stats

        loaded = good(path)
        assert loaded.scenario is not None
        assert loaded.root is not None
        found = stats(loaded.root, loaded.scenario)
        names = {name: who.name for name, who in loaded.scenario.followers.items()}
        return {**found, "followers": {names.get(k, k): row for k, row in found["followers"].items()}}

    def map_of(self, path: str) -> "tuple[ScenarioMap, dict[str, str]]":
        """What leads to what, and a sentence about each box."""
        from game.authoring.map import map_of
        from game.authoring.sentences.scenario_sentences import entry_in_sentences

        scenario = good(path).scenario
        assert scenario is not None
        found = map_of(scenario)
        told = {thing.id: entry_in_sentences(scenario, thing.id.partition(".")[2], scenario) for thing in found.things}
        return found, {name: text.splitlines()[0].removeprefix("- ") for name, text in told.items() if text}

    def lines(self, path: str) -> ui.HeardLines:
        """The signals, moves and followers whose lines can be heard."""
        from game.desk.hearing import sayable

        return ui.HeardLines(*sayable(good(path)))

    def say(self, path: str, line: str, who: str, seed: int) -> tuple[tuple[str, str], ...]:
        """Draws a line ten times."""
        from game.desk.hearing import NotSaid, hear

        try:
            return tuple(hear(good(path), line, who or None, 10, seed))
        except NotSaid:
            raise ScenarioError("That line is no longer in the scenario. Choose another.") from None

    def tongues(self, path: str) -> ui.Tongues:
        """How far the translations are."""
        from game.desk.catalogues import tongues_of

        return tongues_of(Path(path))

    def translate(self, path: str, language: str) -> str:
        """Makes or updates the file for translators."""
        from game.desk.catalogues import update

        good(path)
        made = update(Path(path), language, local_now())
        does = "is written" if made.changed else "is up to date"
        return f"{made.path} {does}. Open it with a program for translations, such as Poedit."

    def reference(self) -> tuple[tuple[str, str, tuple[tuple[str, str, str, str], ...]], ...]:
        """Every key of the format, block by block."""
        from game.authoring.reference import tables

        return tables()
