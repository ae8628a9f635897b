"""What a region can stand for: values that the controller understands."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Go:
    """Show a page: title, choose, play or debrief."""

    page: str


@dataclass(frozen=True)
class Quit:
    """Close the window."""


@dataclass(frozen=True)
class Turn:
    """Change fields of the page's or the dialog's small state."""

    values: tuple[tuple[str, object], ...]
    dialog: bool = False


def turn(**values: object) -> Turn:
    """Change fields of the page's small state.

    >>> turn(tab="posts").values
    (('tab', 'posts'),)
    """
    return Turn(tuple(values.items()))


def turn_dialog(**values: object) -> Turn:
    """Change fields of the dialog's small state."""
    return Turn(tuple(values.items()), dialog=True)


@dataclass(frozen=True)
class Open:
    """Show a dialog on top of the page."""

    dialog: object


@dataclass(frozen=True)
class Close:
    """Close the dialog, or drop what was begun."""


@dataclass(frozen=True)
class Scroll:
    """Set a scroll area's position."""

    name: str
    value: float


@dataclass(frozen=True)
class Typed:
    """A text field gets a new value."""

    name: str
    text: str


@dataclass(frozen=True)
class Select:
    """Turn to a follower; `step` goes on from the one chosen now."""

    follower: str = ""
    step: int = 0


@dataclass(frozen=True)
class Group:
    """Turn to a group of moves; `step` goes on from the one chosen now."""

    name: str = ""
    step: int = 0


@dataclass(frozen=True)
class Pick:
    """Take up a move, not yet plan it."""

    move: str
    content: str = ""
    other: str = ""


@dataclass(frozen=True)
class Plan:
    """Plan the move taken up."""


@dataclass(frozen=True)
class TakeBack:
    """Take a planned move back."""

    planned: int


@dataclass(frozen=True)
class Note:
    """Write into the notebook."""

    follower: str
    motive: str
    sure: int


@dataclass(frozen=True)
class Answer:
    """Answer an event."""

    event: str
    index: int


@dataclass(frozen=True)
class EndDay:
    """Let the night come; `sure` skips the question."""

    sure: bool = False


@dataclass(frozen=True)
class Morning:
    """Go on after the night, perhaps to a follower."""

    follower: str = ""


@dataclass(frozen=True)
class Start:
    """Begin a scenario."""

    scenario: str
    seed: str = ""


@dataclass(frozen=True)
class Resume:
    """Continue a run."""

    path: str


@dataclass(frozen=True)
class Undo:
    """Play again from the morning of a day."""

    day: int


@dataclass(frozen=True)
class CatchUp:
    """Play on the days that a save of the scenario has interrupted."""


@dataclass(frozen=True)
class Again:
    """Play the same scenario again."""


@dataclass(frozen=True)
class Tune:
    """Change a setting."""

    name: str
    value: object


@dataclass(frozen=True)
class Sequence:
    """Several actions, one after the other."""

    actions: tuple[object, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Explain:
    """In the debrief: turn to a follower or a day; "" and 0 keep what is chosen."""

    follower: str = ""
    day: int = 0
