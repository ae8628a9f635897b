"""Playing: its pages and dialogs. All frozen."""

from dataclasses import dataclass, field

from game.coach.hindsight.coached import Coached
from game.coach.looking_back.debrief import Reason
from game.coach.nudges import NudgeTold
from game.coach.practice.what_if_found import WhatIfToday
from game.scenario import ScenarioCard
from game.scenario.format.difficulty import Difficulty
from game.session.date_lines import DateLine, OpeningScene
from game.session.entries import PlanMove
from game.session.runs.endings import RunEnding
from game.session.runs.runs import SavedRun
from game.session.runs.saved_file import Broken, Taken
from game.session.seen.night.evening import Evening
from game.session.view import NightReport, OddsSaid
from game.ui.common.ui_model import Dialog, Page


@dataclass(frozen=True)
class TitlePage(Page):
    """The first page: go on with a run, begin one, or leave."""

    runs: tuple[SavedRun, ...] = ()
    older: int = 0  # runs that have not been read yet
    timing_due: bool = False  # whether the timing test is offered
    hosting: bool = False  # whether this machine hosts a room


SEED_DIGITS = 9
"""How many digits a seed may have."""


@dataclass(frozen=True)
class ChoosePage(Page):
    """The page on which a scenario is chosen."""

    cards: tuple[ScenarioCard, ...] = ()
    selected: str = ""
    done: frozenset[str] = frozenset()  # titles of scenarios that were played to the end
    seed: str = ""
    difficulty: Difficulty | None = None  # chosen here; None is as the scenario says
    more: bool = False  # whether what few need is shown: the seed
    practice: bool = False  # whether choices may be weighed before they are made
    new_here: bool = False  # whether there is no run on this machine yet


@dataclass(frozen=True)
class PlayPage(Page):
    """The day that is being planned."""

    order: tuple[str, ...] = ()  # ids, as the list stood in the morning: it does not jump while one reads
    selected: str = ""
    tab: str = "thread"  # thread, posts
    group: str = "notice"
    more: int = 0  # which six moves of a large group are shown
    move: str = ""  # taken up, not yet planned
    content: str = ""
    other: str = ""
    words: str = ""  # what the move taken up would say
    steps: tuple[tuple[PlanMove, ...], ...] = ()  # the plan before each of its steps of today


@dataclass(frozen=True)
class NightPage(Page):
    """A night, told step by step: the one that has just been, or an earlier one."""

    report: NightReport
    evening: Evening
    at: int = 0  # the station of `night_steps` that is shown
    lit: int = 0  # how many parts of the picture have come in
    since: float = field(default=0.0, compare=False)  # when the last one came in, by the clock of `Tick`; 0: not yet
    back: bool = False  # looked back at, from a day or the debrief
    passed: int = 1  # days that have gone by since the last morning
    stopped: str = ""  # what ended the days that were let pass, a sentence


@dataclass(frozen=True)
class DebriefPage(Page):
    """The debrief after the last day."""

    tab: str = "trust"  # trust, people, asks, review, lessons
    follower: str = ""
    day: int = 1
    reasons: tuple[Reason, ...] = ()
    scale: float = 1.0  # points that fill half of a bar: the largest amount of the whole run
    coached: Coached | None = None  # what the coach has found so far; None before it is asked
    decision: int = 0  # number of the decision that is shown
    endings: tuple[RunEnding, ...] = ()  # that this run has had, this one last


@dataclass(frozen=True)
class MirrorBox(Dialog):
    """A move as it would be on a real date."""

    date: DateLine
    title: str
    hours: float
    look: int
    name: str
    unasked: bool = False
    everybody: bool = False
    past: str = ""  # id of the follower to whom it was made yesterday
    waits: bool = False  # whether it answers only when one has said how many would say yes
    guess: OddsSaid | None = None  # what one said


@dataclass(frozen=True)
class OpeningBox(Dialog):
    """What is told before the first day, scene by scene."""

    scenes: tuple[OpeningScene, ...]
    at: int = 0


@dataclass(frozen=True)
class EventBox(Dialog):
    """Something that wants an answer."""

    event: str  # id


@dataclass(frozen=True)
class ContentBox(Dialog):
    """Which content to share or post."""

    move: str
    selected: str = ""


@dataclass(frozen=True)
class PeopleBox(Dialog):
    """Whom to introduce to the chosen follower."""

    move: str
    selected: str = ""


@dataclass(frozen=True)
class MotiveBox(Dialog):
    """Whom the player takes a follower for."""

    follower: str
    motive: str = ""
    sure: int = 50


@dataclass(frozen=True)
class PlanBox(Dialog):
    """The plan of the day."""


@dataclass(frozen=True)
class ProfileBox(Dialog):
    """The right column as a drawer."""


@dataclass(frozen=True)
class ConfirmWay:
    """Another way on than a question's two answers."""

    name: str
    label: str
    action: object
    icon: str
    key: str


@dataclass(frozen=True)
class ConfirmBox(Dialog):
    """A question with two answers."""

    title: str
    text: str
    yes: str
    action: object
    icon: str = "help_circle"
    danger: bool = False
    no: str = "Not yet"
    other: object = None  # what the second answer does; None closes
    ways: tuple[ConfirmWay, ...] = ()


@dataclass(frozen=True)
class NoticeBox(Dialog):
    """Something to be read once."""

    title: str
    text: str
    icon: str = "bolt"


@dataclass(frozen=True)
class HelpBox(Dialog):
    """How to play, and the keys."""

    tab: str = "play"  # play, keys
    under: Dialog | None = None  # what was open before, and is again when this closes


@dataclass(frozen=True)
class SettingsBox(Dialog):
    """The settings, and the ways out of a run."""


@dataclass(frozen=True)
class YouBox(Dialog):
    """Who the player is: name, figure, and the shop with its sign."""

    under: Dialog | None = None  # what was open before, and is again when this closes


@dataclass(frozen=True)
class AboutBox(Dialog):
    """What this run is about, and its goals."""


@dataclass(frozen=True)
class NightsBox(Dialog):
    """All nights of the run, to be read again."""


@dataclass(frozen=True)
class NudgeBox(Dialog):
    """The hint of the day: the question, then more."""

    told: NudgeTold
    more: bool = False


@dataclass(frozen=True)
class WhatIfBox(Dialog):
    """In practice: two choices for one follower, and what they may bring."""

    who: str  # id of the follower
    first: str  # id of a move, or "" for none
    second: str
    found: WhatIfToday | None = None  # what they may bring; None while one chooses


@dataclass(frozen=True)
class RunsBox(Dialog):
    """All runs that can be continued or looked back at."""

    beside: str = ""  # path of the finished run to which another is to be compared, once one is chosen


@dataclass(frozen=True)
class CompareBox(Dialog):
    """Two endings beside each other."""

    first: RunEnding
    second: RunEnding
    names: tuple[str, str]  # of the runs, or of the ways of one run
    under: Dialog | None = None  # the dialog that comes back


@dataclass(frozen=True)
class TakenBox(Dialog):
    """What a save of the scenario's file changed."""

    taken: Taken
    under: Dialog | None = None  # what was open before, and is again when this closes


@dataclass(frozen=True)
class BrokenBox(Dialog):
    """What is wrong with the scenario's file as it was saved last."""

    broken: Broken
    under: Dialog | None = None
