"""Actions that belong to no single room: what any screen, the window or the clock may ask for."""

from dataclasses import dataclass

from game.scenario.format.difficulty import Difficulty
from game.ui.common.ui_model import Dialog


@dataclass(frozen=True)
class Quit:
    """Close the window and end the game."""

    sure: bool = False  # whether it was asked before, where something is to be asked


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

    dialog: Dialog | None


@dataclass(frozen=True)
class Close:
    """Close the dialog; without one, drop what was begun, or go back a page."""


@dataclass(frozen=True)
class ShowHelp:
    """Show the help, on top of whatever is open; once more: close it."""


@dataclass(frozen=True)
class StepBack:
    """Undo the last step of the plan; where there is none, ask whether to go back to the day before."""


@dataclass(frozen=True)
class Leave:
    """Leave what is shown for the title, or a run that tries out a scenario for that scenario in the Workshop."""


@dataclass(frozen=True)
class Scroll:
    """Set a scroll area's position."""

    name: str
    value: float  # logical units from where the area begins


@dataclass(frozen=True)
class Typed:
    """A text field gets a new value."""

    name: str
    text: str


@dataclass(frozen=True)
class Tune:
    """Change a setting, and keep it for the next time."""

    name: str  # of a field of `Settings`
    value: object


@dataclass(frozen=True)
class Sequence:
    """Several actions, one after the other. One that is refused does not stop those behind it."""

    actions: tuple[object, ...] = ()


@dataclass(frozen=True)
class Start:
    """Begin a new run of a scenario."""

    scenario: str  # id or path
    seed: str = ""  # digits; "" is by chance
    difficulty: Difficulty | None = None  # how hard; None is as the scenario says
    workshop: str = ""  # path of the scenario in the Workshop that is tried out: there one goes back to
    episode: int = 0  # which of the games of that seed
    practice: bool = False  # whether choices may be weighed before they are made


@dataclass(frozen=True)
class ToWorkshop:
    """Show all scenarios; a path is the one turned to."""

    path: str = ""


@dataclass(frozen=True)
class Tick:
    """Time has passed: look whether something has happened by itself."""

    now: float  # seconds of a clock that never goes back


@dataclass(frozen=True)
class Shown:
    """The window has brought into sight and under the keyboard what the model named in `show` and `focus`."""


@dataclass(frozen=True)
class Tell:
    """The window says that a wish could not be fulfilled."""

    text: str


@dataclass(frozen=True)
class NoSound:
    """No sound can be heard: there is no device, or it cannot be opened."""


@dataclass(frozen=True)
class CopyText:
    """Keep a text where other programs paste from; the dialog that offered it closes."""

    text: str


@dataclass(frozen=True)
class OpenInBrowser:
    """Show a page in the browser of this machine."""

    address: str


SharedAction = (
    Quit
    | Turn
    | Open
    | Close
    | ShowHelp
    | StepBack
    | Leave
    | Scroll
    | Typed
    | Tune
    | Sequence
    | Start
    | ToWorkshop
    | Tick
    | Shown
    | Tell
    | NoSound
    | CopyText
    | OpenInBrowser
)
