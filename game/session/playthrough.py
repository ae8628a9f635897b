"""One playthrough as a frozen value: what has happened, what is planned, and what was said beside the game."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game.engine.position import Position
from game.scenario.compiling.compile import Compiled
from game.session.asides import Asides
from game.session.entries import (
    PlanMove,
)
from game.session.history import DayPlayed
from game.session.setup import Setup, setup_of
from game.session.story.hints import HintShown, hint_of, known_by
from game.session.story.story import Story, empty_story
from game.session.view import Guess
from game.session.words.personas import Persona
from game.session.words.spoken import Written


@dataclass(frozen=True, eq=False)
class Playthrough:
    """A run of a scenario as it stands."""

    setup: Setup
    position: Position  # this morning, with the answers given to its events
    morning: Position  # this morning before them; conditions of lines are judged by it
    story: Story
    history: tuple[DayPlayed, ...] = ()
    plan: Mapping[int, PlanMove] = field(default_factory=dict)  # today's moves by number, in the order of planning
    said: Mapping[int, Written] = field(default_factory=dict)  # what each planned move will say
    next_id: int = 1
    guesses: Mapping[str, Guess] = field(default_factory=dict)  # follower -> the notebook's entry
    replies: Mapping[str, str] = field(default_factory=dict)  # event -> what came of the answer
    answers: Mapping[str, int] = field(default_factory=dict)  # event -> number of the answer
    reached: Mapping[str, int] = field(default_factory=dict)  # goal -> day on whose evening it was reached
    moves_made: Mapping[str, int] = field(default_factory=dict)  # move -> day on which it was planned last
    hinted: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # hint -> days on which it was shown
    asides: Asides = field(default_factory=Asides)
    practice: bool = False  # whether choices may be weighed before they are made

    @property
    def compiled(self) -> Compiled:
        """The compiled scenario that is played."""
        return self.setup.compiled

    @property
    def people(self) -> Mapping[str, Persona]:
        """Everybody in words, by id."""
        return self.setup.people

    @property
    def finished(self) -> bool:
        """Whether all days have been played."""
        return self.position.finished

    @property
    def day(self) -> int:
        """The day that is being played, 1..days; the last one when all is over."""
        return min(self.position.day, self.compiled.scenario.days)

    @cached_property
    def hint(self) -> HintShown | None:
        """The hint of the tutorial that fits best now; None where none does."""
        known = known_by(self.moves_made, self.guesses, self.hinted, self.story.threads, self.day)
        return hint_of(self.position, known, {who: person.first for who, person in self.people.items()})

    def evening_of(self, number: int) -> Position:
        """What stands after the night of a day that was played: the next morning, or this one as it stands.

        Args:
            number: of the day in the history, 0...
        """
        return self.history[number + 1].morning if number + 1 < len(self.history) else self.position

    def waiting_events(self) -> tuple[str, ...]:
        """Ids of this morning's events that want an answer before the day can end."""
        waiting = self.position.fresh[0] & ~self.position.answered[0]
        return tuple(name for name, waits in zip(self.compiled.scenario.timeline, waiting, strict=True) if waits)


def begun(compiled: Compiled, seed: int, episode: int = 0, *, practice: bool = False) -> Playthrough:
    """A playthrough on its first morning.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        episode: which of the games of this seed, as the lab counts them; 0 is the one that a person plays.
        practice: whether choices may be weighed before they are made.
    """
    setup = setup_of(compiled, seed, episode)
    return Playthrough(setup, setup.first, setup.first, empty_story(setup.people), practice=practice)
