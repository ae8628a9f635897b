"""What is on the screen: the page, the dialog on top, and the game values they draw. All frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.coach.debrief import Debrief, Reason
from game.session.live.saved_file import Broken, Saved, Taken
from game.session.seen.view import DateLine, FollowerView, MoveView, NightReport, OpeningScene, View
from game.ui.play.play_services import SavedRun, ScenarioCard
from game.ui.play.settings import Settings
from game.ui.workshop.workshop_state import BenchPage, WorkshopDialog, WorkshopPage

GROUPS: tuple[tuple[str, str, str], ...] = (
    ("notice", "Notice", "look"),
    ("talk", "Talk", "question"),
    ("thank", "Thank & mend", "heart"),
    ("give", "Give", "share"),
    ("ask", "Ask", "propose"),
    ("all", "To everybody", "megaphone"),
)


@dataclass(frozen=True)
class TitlePage:
    """The first page."""

    runs: tuple[SavedRun, ...] = ()


@dataclass(frozen=True)
class ChoosePage:
    """Which scenario to play."""

    cards: tuple[ScenarioCard, ...] = ()
    selected: str = ""
    seed: str = ""


@dataclass(frozen=True)
class PlayPage:
    """One day."""

    order: tuple[str, ...] = ()  # ids, as the list stood in the morning: it does not jump while one reads
    selected: str = ""
    tab: str = "thread"  # thread, posts
    group: str = "notice"
    more: int = 0  # which six moves of a large group are shown
    move: str = ""  # taken up, not yet planned
    content: str = ""
    other: str = ""
    words: str = ""  # what the move taken up would say


@dataclass(frozen=True)
class NightPage:
    """What the night brought."""

    report: NightReport


@dataclass(frozen=True)
class DebriefPage:
    """After the last day."""

    tab: str = "trust"  # trust, people, asks, lessons
    follower: str = ""
    day: int = 1
    reasons: tuple[Reason, ...] = ()


Page = TitlePage | ChoosePage | PlayPage | NightPage | DebriefPage | WorkshopPage | BenchPage


@dataclass(frozen=True)
class MirrorBox:
    """A move as it would be on a real date."""

    date: DateLine
    title: str
    hours: float
    look: int
    name: str
    unasked: bool = False
    everybody: bool = False


@dataclass(frozen=True)
class OpeningBox:
    """What is told before the first day, scene by scene."""

    scenes: tuple[OpeningScene, ...]
    at: int = 0


@dataclass(frozen=True)
class EventBox:
    """Something that wants an answer."""

    event: str  # id


@dataclass(frozen=True)
class ContentBox:
    """Which content to share or post."""

    move: str
    selected: str = ""


@dataclass(frozen=True)
class PeopleBox:
    """Whom to introduce to the chosen follower."""

    move: str
    selected: str = ""


@dataclass(frozen=True)
class MotiveBox:
    """Whom the player takes a follower for."""

    follower: str
    motive: str = ""
    sure: int = 50


@dataclass(frozen=True)
class PlanBox:
    """The plan of the day."""


@dataclass(frozen=True)
class ProfileBox:
    """The right column as a drawer."""


@dataclass(frozen=True)
class ConfirmBox:
    """A question with two answers."""

    title: str
    text: str
    yes: str
    action: object
    icon: str = "help_circle"
    danger: bool = False


@dataclass(frozen=True)
class NoticeBox:
    """Something to be read once."""

    title: str
    text: str
    icon: str = "bolt"


@dataclass(frozen=True)
class HelpBox:
    """How to play, and the keys."""

    tab: str = "play"  # play, keys


@dataclass(frozen=True)
class SettingsBox:
    """The settings."""


@dataclass(frozen=True)
class AboutBox:
    """What this run is about, and its goals."""


@dataclass(frozen=True)
class RunsBox:
    """All runs that can be continued."""


@dataclass(frozen=True)
class TakenBox:
    """What a save of the scenario's file changed."""

    taken: Taken
    under: "Dialog | None" = None  # what was open before, and is again when this closes


@dataclass(frozen=True)
class BrokenBox:
    """What is wrong with the scenario's file as it was saved last."""

    broken: Broken
    under: "Dialog | None" = None


Dialog = (
    MirrorBox
    | OpeningBox
    | EventBox
    | ContentBox
    | PeopleBox
    | MotiveBox
    | PlanBox
    | ProfileBox
    | ConfirmBox
    | NoticeBox
    | HelpBox
    | SettingsBox
    | RunsBox
    | AboutBox
    | TakenBox
    | BrokenBox
    | WorkshopDialog
)


DEFAULT = Settings()


@dataclass(frozen=True)
class Model:
    """Everything a screen draws."""

    page: Page
    settings: Settings = DEFAULT
    dialog: Dialog | None = None
    view: View | None = None
    debrief: Debrief | None = None
    scrolls: Mapping[str, float] = field(default_factory=dict)
    said: str = ""  # a refusal or a warning, shown until the next action
    saved: Saved | None = None  # what came of the last save of the scenario's file
    ahead: int = 0  # days that a save has interrupted and that can be played on
    focus: str = ""  # a region the keyboard should move to
    show: str = ""  # a region that should be scrolled into sight
    workshop: str = ""  # the scenario in the Workshop that this run tries out: there one goes back to


def way_out(model: Model) -> str:
    """Where one goes when one leaves a run."""
    return "To the Workshop" if model.workshop else "To the title"


def follower_of(view: View, name: str) -> FollowerView | None:
    """A follower by id."""
    return next((f for f in view.followers if f.id == name), None)


def ordered(view: View, order: tuple[str, ...] = ()) -> tuple[FollowerView, ...]:
    """Followers as the list shows them: in a given order, newcomers behind, those who are gone at the end."""
    places = {name: i for i, name in enumerate(order)}
    return tuple(sorted(view.followers, key=lambda f: (not f.following, places.get(f.id, len(places)))))


def moves_of(view: View, group: str) -> tuple[MoveView, ...]:
    """The moves of a group."""
    return view.posts if group == "all" else tuple(m for m in view.moves if m.group == group)


def move_of(view: View, name: str) -> MoveView | None:
    """A move by id."""
    return next((m for m in (*view.moves, *view.posts) if m.id == name), None)


def hours_text(hours: float) -> str:
    """Hours in words.

    >>> hours_text(0.25), hours_text(1.0), hours_text(1.5), hours_text(0.0)
    ('15 min', '1 h', '1.5 h', 'Free')
    """
    minutes = round(hours * 60)
    if minutes <= 0:
        return "Free"
    if minutes < 60:
        return f"{minutes} min"
    return f"{hours:.2f}".rstrip("0").rstrip(".") + " h"
