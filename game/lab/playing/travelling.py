"""A scenario in the lab: within a process it is handed on as it was loaded; only to other processes it goes as text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from game.errors import CannotPlay
from game.lab.playing.changed_numbers import Setting, changed, in_words
from game.scenario import Loaded, Scenario, load_text
from game.scenario.compiling.compile import Compiled, compile_scenario
from game.scenario.format.difficulty import AS_WRITTEN, Difficulty


@dataclass(frozen=True)
class TravellingScenario:
    """A scenario that was loaded once. Pickled, it is its name and text; the process that unpickles it loads it once.

    Two of them are equal if their names, texts and difficulties are.
    """

    name: str  # its id
    text: str  # the whole of it
    hash: str = field(compare=False)  # of the text
    scenario: Scenario = field(compare=False, repr=False)
    difficulty: Difficulty = AS_WRITTEN

    def compiled(self, setting: Setting = ()) -> Compiled:
        """The scenario as arrays, with some numbers changed; the last few are kept.

        Raises:
            CannotPlay: the setting does not fit it.
        """
        return _compiled(self, setting)

    def __reduce__(self) -> tuple[Callable[..., "TravellingScenario"], tuple[str, str, Difficulty]]:
        return arrived, (self.name, self.text, self.difficulty)


def travelling(loaded: Loaded) -> TravellingScenario:
    """A loaded scenario, ready to travel.

    Raises:
        CannotPlay: it has errors.
    """
    scenario = loaded.playable()
    return TravellingScenario(loaded.id, loaded.text, loaded.hash, scenario, scenario.difficulty)


@lru_cache(maxsize=2)
def arrived(name: str, text: str, difficulty: Difficulty) -> TravellingScenario:
    """A scenario that came from another process as its text.

    Raises:
        CannotPlay: it has errors.
    """
    loaded = load_text(text, f"{name}.yaml").at(difficulty)
    return TravellingScenario(name, text, loaded.hash, loaded.playable(), difficulty)


@lru_cache(maxsize=8)
def _compiled(travelling: TravellingScenario, setting: Setting) -> Compiled:
    try:
        return compile_scenario(changed(travelling.scenario, setting))
    except ValueError as error:
        raise CannotPlay(f"{in_words(setting)} is not allowed: {error}.") from None
