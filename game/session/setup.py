"""What stays the same all through a run: scenario, chance, people and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from game.engine.batch import Batch
from game.engine.days import begin_one
from game.engine.position import Position
from game.scenario.compiling.compile import Compiled
from game.scenario.texts.builtin import texts as builtin_texts
from game.scenario.texts.texts import Texts
from game.session.story.goals import kept_goals
from game.session.words.pages import with_pages
from game.session.words.personas import Persona, personas
from game.session.words.talking.talk import Speaker


@dataclass(frozen=True, eq=False, kw_only=True)
class Setup:
    """What stays the same all through a run."""

    compiled: Compiled
    seed: int
    episode: int  # games of the lab are (seed, episode); people and chance hang on both
    first: Position  # the first morning
    texts: Texts
    people: Mapping[str, Persona]  # by id, in the order of the columns
    speaker: Speaker
    goals_to_keep: frozenset[str]

    @cached_property
    def batch(self) -> Batch:
        """Plays the days; made when the first one ends. It remembers nothing from one day to the next."""
        return Batch(self.first)


def setup_of(compiled: Compiled, seed: int, episode: int) -> Setup:
    """What stays the same all through a run.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episode: which of the games of this seed, as the lab counts them; 0 is the one that a person plays.
    """
    first = begin_one(compiled, seed, episode)
    texts = builtin_texts()
    people = with_pages(personas(first, texts), compiled.scenario.days)
    return Setup(
        compiled=compiled, seed=seed, episode=episode, first=first, texts=texts, people={p.id: p for p in people},
        speaker=Speaker(texts, people, first), goals_to_keep=kept_goals(first),
    )  # fmt: skip
