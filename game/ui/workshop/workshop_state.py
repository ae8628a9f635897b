"""What the Workshop shows: two pages, and the dialogs on top of them. All frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from game.ui.common.ui_model import Dialog, Page
from game.ui.workshop.workshop_values import (
    AddedPackage,
    Check,
    HeardLines,
    Listing,
    Mend,
    NewScenario,
    Tongues,
    Trials,
    Work,
)

if TYPE_CHECKING:
    from game.authoring.code_pages import CodePage
    from game.authoring.map import ScenarioMap

TABS: tuple[tuple[str, str, str], ...] = (
    ("messages", "Messages", "comment"),
    ("playtest", "Playtest", "chart"),
    ("story", "In words", "text"),
    ("map", "Map", "map"),
    ("figures", "Figures", "poll"),
    ("say", "Say", "megaphone"),
    ("tongues", "Languages", "follow_up"),
)
NOTHING = NewScenario()
GAMES = (40, 100, 200, 1000)
"""How many games of each bot a playtest may have."""

ERRORS_FIRST = "It has errors, which come first: the tab of messages tells them, and how to mend them."


@dataclass(frozen=True)
class WorkshopPage(Page):
    """The list of all scenarios, and about the chosen one what there is to say."""

    works: tuple[Work, ...] = ()
    selected: str = ""  # path


@dataclass(frozen=True)
class ScenarioPage(Page):
    """One scenario, and what can be done with it. What a tab shows is read when it is turned to."""

    check: Check
    tab: str = "messages"
    games: int = 100
    trials: Trials | None = None
    told: str = ""
    graph: "ScenarioMap | None" = None
    about: Mapping[str, str] = field(default_factory=dict)  # a sentence about each box of the map
    node: str = ""  # the box of the map turned to
    figures: Mapping[str, Any] | None = None
    lines: HeardLines | None = None
    line: str = ""
    who: str = ""  # "": everybody in turn
    draw: int = 0  # how often it was drawn
    said: tuple[tuple[str, str], ...] = ()  # name, words
    tongues: Tongues | None = None
    language: str = ""  # as typed
    news: str = ""  # what has just been done

    @property
    def work(self) -> Work:
        """The scenario as the check and the last playtest of the same files know it."""
        same = self.trials is not None and self.trials.version == self.check.version
        errors = self.trials.errors if self.trials is not None and same else 0
        return replace(self.check.work, played_errors=errors)


@dataclass(frozen=True)
class NewBox(Dialog):
    """What a new scenario shall be."""

    starters: Mapping[str, str]  # id and what it is about
    wish: NewScenario = NOTHING
    home: str = ""  # where it will be


@dataclass(frozen=True)
class BrowseBox(Dialog):
    """A folder to choose from."""

    listing: Listing
    words: str = ""  # typed: part of a name, or a whole path
    at: int = 0  # which of those that fit


@dataclass(frozen=True)
class ExplainBox(Dialog):
    """The page that tells what a message means."""

    page: "CodePage"


@dataclass(frozen=True)
class MendBox(Dialog):
    """Lines that would change, before they do."""

    mends: tuple[Mend, ...]
    action: object


@dataclass(frozen=True)
class ResultBox(Dialog):
    """What came of something, and where it is."""

    title: str
    text: str
    icon: str = "check"
    folder: str = ""  # what “Open the folder” opens
    work: str = ""  # what “Work on it” turns to
    path: str = ""  # what “Copy the path” copies


@dataclass(frozen=True)
class NameBox(Dialog):
    """A package whose name is taken."""

    package: str
    added: AddedPackage


@dataclass(frozen=True)
class ReferenceBox(Dialog):
    """Every key of the format."""

    tables: tuple[tuple[str, str, tuple[tuple[str, str, str, str], ...]], ...]
    words: str = ""  # typed: part of a key or of what it means
