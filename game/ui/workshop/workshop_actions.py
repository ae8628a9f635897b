"""What can be asked of the Workshop, as values that `workshop_update` understands."""

from dataclasses import dataclass

from game.ui.workshop.sandbox_values import MoveSlider, ToSandbox


@dataclass(frozen=True)
class OpenScenario:
    """Turn to the page of one scenario."""

    path: str


@dataclass(frozen=True)
class Tab:
    """Another tab; `step` goes on from the one shown now."""

    name: str = ""
    step: int = 0


@dataclass(frozen=True)
class Begin:
    """Ask what a new scenario shall be."""


@dataclass(frozen=True)
class Like:
    """Begin the new scenario like one of the starters."""

    starter: str


@dataclass(frozen=True)
class Create:
    """Make the scenario that was asked about."""


@dataclass(frozen=True)
class Copy:
    """Make a copy of a scenario among the author's own."""

    path: str


@dataclass(frozen=True)
class Forget:
    """Take a scenario off the list; its files stay."""

    path: str


@dataclass(frozen=True)
class Browse:
    """Look into a folder; "" is the one looked at last."""

    path: str = ""


@dataclass(frozen=True)
class ChooseFound:
    """Take what was found: a folder is looked into, a scenario turned to, a package taken in."""

    path: str
    kind: str


@dataclass(frozen=True)
class Drop:
    """Something was dropped onto the window."""

    path: str


@dataclass(frozen=True)
class ExplainCode:
    """Tell what a message means."""

    code: str


@dataclass(frozen=True)
class ShowMends:
    """Show the lines that can be mended."""


@dataclass(frozen=True)
class WriteMends:
    """Write the lines that were shown."""


@dataclass(frozen=True)
class Try:
    """Begin a playtest of the open scenario."""


@dataclass(frozen=True)
class StopTrying:
    """End the playtest early; what was played stays."""


@dataclass(frozen=True)
class Hear:
    """Draw a line: another one, as somebody else, or the same again."""

    line: str = ""
    who: str | None = None


@dataclass(frozen=True)
class MakeLanguage:
    """Make or update the file for translators; "" is the language typed."""

    language: str = ""


@dataclass(frozen=True)
class Pack:
    """Make a package of the scenario."""


@dataclass(frozen=True)
class Add:
    """Take in a package, under its own name or another one."""

    package: str
    name: str = ""
    replace: bool = False


@dataclass(frozen=True)
class ShowFolder:
    """Open a folder in the system's own window."""

    path: str


@dataclass(frozen=True)
class OpenEditor:
    """Open the scenario's file in the system's editor."""

    path: str


@dataclass(frozen=True)
class ShowReference:
    """Show every key of the format."""


WorkshopAction = (
    OpenScenario
    | Tab
    | Begin
    | Like
    | Create
    | Copy
    | Forget
    | Browse
    | ChooseFound
    | Drop
    | ExplainCode
    | ShowMends
    | WriteMends
    | Try
    | StopTrying
    | Hear
    | MakeLanguage
    | Pack
    | Add
    | ShowFolder
    | OpenEditor
    | ShowReference
    | ToSandbox
    | MoveSlider
)
