"""What the Workshop needs from the rest of the game, as plain values and one protocol."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from game.scenario.problems.problems import Problem
from game.ui.workshop.sandbox_values import SandboxServices

if TYPE_CHECKING:  # what only authors need is read when they need it: the first picture shall come soon
    from game.authoring.code_pages import CodePage
    from game.authoring.fix import Fixed
    from game.authoring.map import ScenarioMap
    from game.scenario.texts.translate import Language

SHIPPED, OWN, ELSEWHERE = "shipped", "own", "elsewhere"
"""Where a scenario lies: with the game, among the author's own, or anywhere on the machine."""


@dataclass(frozen=True)
class Work:
    """A scenario as the Workshop lists it."""

    path: str
    title: str
    place: str  # shipped, own, elsewhere
    examined: bool = False  # what follows is known
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    played_errors: int = 0  # what the last playtest of these very files found to be wrong
    days: int = 0  # 0 when it cannot be told
    followers: int = 0
    format: int = 0  # 0 when it cannot be told
    summary: str = ""
    business: str = ""
    picture: str = ""
    told: str = ""  # notes.md beside it: what fellow trainers should know
    worst: tuple[str, ...] = ()  # what to mend first, each with its line

    @property
    def good(self) -> bool:
        """Nothing has to be mended."""
        return self.examined and not self.errors and not self.warnings and not self.played_errors

    @property
    def may_change(self) -> bool:
        """Whether it is the author's to change."""
        return self.place != SHIPPED


@dataclass(frozen=True)
class Check:
    """All there is to say of a scenario's files as they are now."""

    work: Work
    problems: tuple[Problem, ...]
    mendable: int  # lines that can be mended by themselves
    version: str  # tells one state of the files from another
    when: str  # the time of the check, as on a clock


@dataclass(frozen=True)
class Mend:
    """A line of a scenario's file as it is and as it would be mended."""

    place: str  # "scenario.yaml, line 11"
    before: str
    after: str
    why: str = ""  # what was wrong


@dataclass(frozen=True)
class FolderEntry:
    """Something in a folder that can be chosen."""

    name: str
    path: str
    kind: str  # folder, scenario, file, zip


@dataclass(frozen=True)
class Listing:
    """A folder as the Workshop shows it."""

    path: str
    above: str  # "" at the top
    entries: tuple[FolderEntry, ...]
    shortcuts: tuple[FolderEntry, ...]  # folders people keep things in
    problem: str = ""  # why it cannot be read


@dataclass(frozen=True)
class NewScenario:
    """What a new scenario shall be."""

    name: str = ""
    trade: str = ""
    customer: str = ""
    worry: str = ""
    like: str = "shop"


@dataclass(frozen=True)
class MadePackage:
    """A package that was made."""

    path: str
    files: int
    size: str  # "12 KB"
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class AddedPackage:
    """What came of taking in a package: a scenario, or a name that is taken already."""

    path: str = ""
    title: str = ""
    warnings: int = 0
    taken: str = ""  # the name that is not free; nothing was added
    may_replace: bool = False
    other: str = ""  # a name that is free


@dataclass(frozen=True)
class HeardLines:
    """What can be heard in a scenario."""

    signals: tuple[tuple[str, str], ...]  # id and words, said by followers
    moves: tuple[tuple[str, str], ...]  # said by the player
    followers: tuple[tuple[str, str], ...]  # id and name


@dataclass(frozen=True)
class Tongues:
    """All translations of a scenario."""

    language: str  # in which it is written
    found: "tuple[Language, ...]"
    folder: str = ""  # where their files are
    problem: str = ""  # why none can be made here, and what to do
    in_a_copy: bool = False  # whether a copy has the folder that they need


@dataclass(frozen=True)
class Row:
    """How one bot fared in a playtest."""

    bot: str
    about: str
    games: int
    mean: float  # score, 0..100
    low: float  # 5 of 100 games lie below
    high: float  # 5 of 100 games lie above
    customers: float
    goals: tuple[tuple[float, float | None], ...]  # share of games 0..1, and the median day
    pushes: bool = False  # it stands for what the game teaches against


@dataclass(frozen=True)
class TestedPromise:
    """A promise of the contract, tested."""

    name: str
    kept: bool
    says: str


@dataclass(frozen=True)
class Trials:
    """A playtest, as far as it has come."""

    version: str  # of the files that were played, as in `Check`
    games: int  # of each bot
    done: int
    total: int
    running: bool
    rows: tuple[Row, ...] = ()  # the best first
    goals: tuple[str, ...] = ()  # titles
    never_happened: tuple[tuple[str, str], ...] = ()  # title, and what it waits for
    never_used: tuple[str, ...] = ()  # titles
    promises: tuple[TestedPromise, ...] = ()
    lesson: str = "waiting"  # waiting, testing, done, left out
    verdict: str = ""  # what is to be said of the lesson, when it is done
    findings: tuple[Problem, ...] = ()  # what the games show to be wrong, errors first
    ahead: frozenset[tuple[str, int]] = frozenset()  # pushing bots, and goals they reach more often than who courts
    problem: str = ""  # why it ended early

    @property
    def errors(self) -> int:
        """How many of its findings, and of the promises, speak against the scenario."""
        return sum(p.is_error for p in self.findings) + len({p.name for p in self.promises if not p.kept})


class WorkshopServices(SandboxServices, Protocol):
    """What authors can do with scenarios. What cannot be done is raised as a `CourtshipError` or an `OSError`."""

    def works(self) -> tuple[Work, ...]:
        """All scenarios, the author's first; those not looked at since they changed are not examined."""

    def examine(self, path: str) -> Check:
        """Checks a scenario as it is now."""

    def changed(self, path: str) -> bool:
        """Whether a scenario was saved since this was asked last. Costs microseconds."""

    def starters(self) -> Mapping[str, str]:
        """What a new scenario can be made like, and what that is about."""

    def fitting(self, like: str, trade: str) -> str:
        """The starter for a trade: the one asked for ("" for any), unless its story is about another trade."""

    def home_of(self, name: str) -> str:
        """Where a new scenario of that name would be, or "" if the name cannot be used."""

    def create(self, wish: NewScenario) -> str:
        """Makes a new scenario; its path."""

    def copy(self, path: str) -> str:
        """Makes a copy among the author's own; its path."""

    def browse(self, path: str) -> Listing:
        """What is in a folder; of "", the one looked at last."""

    def kind_of(self, path: str) -> str:
        """What lies at a path: folder, scenario, file, zip, or "" for anything else."""

    def remember(self, path: str) -> None:
        """Keeps a scenario in the list, wherever it is."""

    def forget(self, path: str) -> None:
        """Takes it off the list; its files stay."""

    def mends(self, path: str) -> tuple[Mend, ...]:
        """The lines that can be mended, not yet written."""

    def mend(self, path: str) -> "tuple[Fixed, ...]":
        """Writes the lines that can be mended."""

    def explain(self, code: str) -> "CodePage":
        """The page that tells what a message means and how to mend its cause."""

    def in_sentences(self, path: str) -> str:
        """The scenario in plain sentences."""

    def figures(self, path: str) -> dict[str, Any]:
        """Texts, words and minutes, see `game.authoring.stats`."""

    def map_of(self, path: str) -> "tuple[ScenarioMap, dict[str, str]]":
        """What leads to what, and a sentence about each box."""

    def lines(self, path: str) -> HeardLines:
        """The signals, moves and followers whose lines can be heard."""

    def say(self, path: str, line: str, who: str, seed: int) -> tuple[tuple[str, str], ...]:
        """Draws a line ten times: who says it or is written to, and the words."""

    def tongues(self, path: str) -> Tongues:
        """How far the translations are."""

    def translate(self, path: str, language: str) -> str:
        """Makes or updates the file for translators; says where it is."""

    def playtest(self, path: str, games: int) -> Trials:
        """Begins a playtest by all bots, in place of one that is under way; it runs elsewhere while the window goes on.

        Args:
            path: of the scenario.
            games: of each bot.
        """

    def trials(self, path: str) -> Trials | None:
        """How far the playtest of a scenario is; None if none was begun. Costs microseconds."""

    def stop_playtest(self, path: str) -> None:
        """Ends the playtest of a scenario; what was played stays."""

    def pack(self, path: str) -> MadePackage:
        """Makes one zip file of the scenario for others."""

    def add(self, package: str, name: str = "", *, replace: bool = False) -> AddedPackage:
        """Takes in a package, once it has passed every check."""

    def show_folder(self, path: str) -> str:
        """Opens a folder, or the one around a file, in the system's own window; "" or a sentence."""

    def edit(self, path: str) -> str:
        """Opens the scenario's file in the system's editor; "" or a sentence."""

    def reference(self) -> tuple[tuple[str, str, tuple[tuple[str, str, str, str], ...]], ...]:
        """The format: for each kind of block its title, what it is, and rows of key, what, meaning, default."""
