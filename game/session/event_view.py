"""An event of a morning as the player may see it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EventChoice:
    """One possible answer to an event."""

    index: int
    label: str
    cost: str = ""  # what it takes of every day from now on, or gives; "" for nothing

    @property
    def told(self) -> str:
        """The words of the answer, and what it costs."""
        return f"{self.label} ({self.cost})" if self.cost else self.label


@dataclass(frozen=True)
class EventPerson:
    """Somebody of whom an event tells: a follower, or somebody with a title, as “Mrs Falk”."""

    name: str
    look: int  # as that of a follower; nobody else here has it
    picture: str = ""  # path of a picture from the scenario folder, or "" for the drawn one


@dataclass(frozen=True)
class EventView:
    """Something that happens to the player and may want an answer before the day can end."""

    id: str
    title: str
    text: str
    choices: tuple[EventChoice, ...]  # empty: only to be read
    reply: str  # what came of the answer, "" before it
    shows: str = ""  # what its picture shows, in words for a still life
    people: tuple[EventPerson, ...] = ()  # of whom it tells, in the order in which it names them
