"""The scenes of the date mirror, as a player may see them: frozen values that any front end can draw.

Rule: like `view.py`, this file imports nothing of the game.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Forecast:
    """How a move is likely taken."""

    told: str = "May go either way"
    tone: Literal["well", "ill", "open"] = "open"
    counted: str = ""  # of ten people how many take it how; "" where that is not known
    yes: int = -1  # of a question: of a hundred people how many say yes; below 0 where that is not known


@dataclass(frozen=True)
class DateLine:
    """A move seen as what it would be on a real date."""

    move: str  # move id
    you: str  # what you say at the table
    they: str  # what the other one says or mutters
    what: str  # "You pull out the baby album before the coffee has come."
    then: str  # "She looks for the waiter."
    mood: str  # delighted, warm, neutral, puzzled, weary, shocked
    prop: str  # a `Prop` of the vocabulary
    held: str = "you"  # who has the prop in hand: you or them
    face: str = ""  # yours, a drawing of the kind `faces`; "" for the one that goes with the prop
    look: int = 0  # of the one who sits with you, and whom the words name
    around: tuple[str, ...] = ()  # what else is drawn, each a `Surrounding` of the vocabulary
    body: str = ""  # what theirs does, a drawing of the kind `bodies`; "" where `mood` says it
    their_face: str = ""  # a drawing of the kind `faces`, with a body; "" for the body's own
    key: str = ""  # tells the scene from every other, the same in all games
    friend_look: int = -1  # of the friend whom the words name; below 0 where they name nobody
    forecast: Forecast = Forecast()  # how it is likely taken, and by how many
    although: str = ""  # where it warns although they were glad last: the reason that can be seen
    about: str = ""  # what the message is about, by its name
    taken_up: str = ""  # what of theirs it takes up
    walls: str = ""  # of the café, one of `WALLS`; "" for the first

    @property
    def in_hand(self) -> str:
        """What is in hand, who has it, both faces, what is around, who comes along: one word for an address."""
        friend = (str(self.friend_look),) if self.friend_look >= 0 else ()
        theirs = (self.body, self.their_face) if self.body or friend else ()
        return ".".join((self.prop, self.held, self.face, "-".join(self.around), *theirs, *friend))


@dataclass(frozen=True)
class OpeningScene:
    """A scene told before the first day, one after the other, drawn like the date mirror."""

    title: str
    text: str
    you: str  # what you say, or ""
    they: str  # what the other one says, or ""
    mood: str  # as in DateLine
    prop: str  # as in DateLine
    walls: str = ""  # as in DateLine
