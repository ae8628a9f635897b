"""A made-up Workshop for the screens: long names and paths, every kind of message, a playtest with many bots."""

from dataclasses import replace

from game.authoring.code_pages import page
from game.authoring.reference import tables
from game.authoring.starter import fitting
from game.errors import Refused
from game.lab.sandbox.sliders import SLIDERS as SLIDERS_OF_THE_LAB
from game.scenario.problems.problems import Problem
from game.scenario.texts.translate import Language
from game.ui.workshop.sandbox_values import MovedFigure, SandboxBot, SandboxSeen, SliderSeen
from game.ui.workshop.workshop_values import (
    AddedPackage,
    Check,
    FolderEntry,
    Listing,
    MadePackage,
    Mend,
    Tongues,
    Trials,
)
from tests.ui.fakes.fake_works import FAR, FIGURES, GOALS, LINE, LINES, LONG, MAP, MINE, PROBLEMS, TOLD, TRIALS, WORKS


class FakePlaytest:
    """As far along as it is told to be."""

    def __init__(self, trials: Trials) -> None:
        self.trials = trials

    def stop(self) -> None:
        self.trials = Trials(
            "v1", 100, 60, 1100, False, TRIALS.rows[:3], GOALS, lesson="left out",
            problem="Stopped after 60 of 1100 games; the figures are about those.",
        )  # fmt: skip


SLIDERS = tuple(SliderSeen(s.id, s.title, s.says, s.published, s.stops) for s in SLIDERS_OF_THE_LAB.values())
SANDBOX = SandboxSeen(SLIDERS, (1.0, 1.0, 1.0))


def sandbox_at(*positions: float) -> SandboxSeen:
    """Games by some rules: the pushed trust less and less."""
    days = range(29)
    bots = tuple(
        SandboxBot(
            title, tuple(50.0 + slope * day for day in days), tuple(50.0 + 1.3 * slope * day for day in days),
            (MovedFigure("score", 51.7, 50.8), MovedFigure("sales", 4.5, 4.5), MovedFigure("gone of 30", 24.6, 21.2)),
        )
        for title, slope in (("Asks in time", 0.9), ("Pushes", -1.3), ("Never asks", 0.8))
    )  # fmt: skip
    return SandboxSeen(SLIDERS, positions, bots, 8)


class FakeWorkshop:
    """Everything is there, nothing is written; what was asked for is noted in `calls`."""

    def __init__(self) -> None:
        self.list = WORKS
        self.calls: list[tuple] = []
        self.problems: dict[str, tuple[Problem, ...]] = {FAR: PROBLEMS}
        self.played = TRIALS  # what a playtest tells that is begun now
        self.saved = False
        self.map = MAP
        self.refusal = ""
        self.playtests: dict[str, FakePlaytest] = {}
        self.seen = SANDBOX

    def works(self):
        return self.list

    def examine(self, path):
        work = replace(next((w for w in self.list if w.path == path), MINE), examined=True)
        self.list = tuple(work if w.path == path else w for w in self.list)
        problems = self.problems.get(path, ())
        return Check(work, problems, sum(bool(p.repair) for p in problems), "v1", "14:03:22")

    def changed(self, path):
        saved, self.saved = self.saved, False
        return saved

    def starters(self):
        long = "a coffee roastery: a customer, a neighbour, and a boss who wants figures"
        texts = (long, "a bakery: a loaf that went wrong in public", "a bicycle workshop", "the least that plays")
        return dict(zip(("coffee", "bakery", "bicycle", "empty"), texts, strict=True))

    def fitting(self, like, trade):
        return fitting(like, trade)

    def home_of(self, name):
        return f"{FAR}/{name.lower()}" if name.strip() else ""

    def create(self, wish):
        self.calls.append(("create", wish))
        return MINE.path

    def copy(self, path):
        self.calls.append(("copy", path))
        return MINE.path

    def browse(self, path):
        names = [(f"Seminar {i}", "folder") for i in range(14)]
        names += [(LONG, "scenario"), ("slow.yaml", "file"), ("A stranger’s package.zip", "zip")]
        found = tuple(FolderEntry(n, f"{FAR}/{n}", k) for n, k in names)
        places = (FolderEntry("Your scenarios", FAR, "folder"), FolderEntry("Home", "/home/somebody", "folder"))
        return Listing(path or FAR, "/home", found, places)

    def kind_of(self, path):
        return "zip" if path.endswith(".zip") else "scenario" if path == FAR else ""

    def remember(self, path):
        self.calls.append(("remember", path))

    def forget(self, path):
        self.calls.append(("forget", path))
        self.list = tuple(w for w in self.list if w.path != path)

    def mends(self, path):
        return (
            Mend("scenario.yaml, line 1024", LINE.strip(), f'"{LINE.strip()}"', "“#slow” is dropped."),
            Mend("scenario.yaml, line 9", "bio: @mara", 'bio: "@mara"', "YAML cannot read this line."),
        )

    def mend(self, path):
        self.calls.append(("mend", path))
        self.problems.pop(path, None)
        return self.mends(path)

    def explain(self, code):
        return page(code)

    def in_sentences(self, path):
        return TOLD

    def figures(self, path):
        return FIGURES

    def map_of(self, path):
        return self.map, {"goal.g": "“Win three regulars”: by day 14, at least 3 followers are regulars. " * 4}

    def lines(self, path):
        return LINES

    def say(self, path, line, who, seed):
        return tuple((name, f"{i + 1 + seed}. I walked past with an espresso in mind, and then I saw your light.")
                     for i, (_, name) in enumerate(LINES.followers * 3))  # fmt: skip

    def tongues(self, path):
        if self.refusal:
            return Tongues("en", (), problem=self.refusal, in_a_copy="copy" in self.refusal)
        found = (Language("de", 44, 30, 6, 8, {}, ()), Language("pt-BR", 44, 0, 0, 44, {}, ()))
        return Tongues("en", found, f"{FAR}/lang")

    def translate(self, path, language):
        return f"{FAR}/lang/{language}.po is written. Open it with a program for translations, such as Poedit."

    def playtest(self, path, games):
        self.calls.append(("playtest", path, games))
        self.playtests[path] = FakePlaytest(self.played)
        return self.played

    def trials(self, path):
        return self.playtests[path].trials if path in self.playtests else None

    def stop_playtest(self, path):
        self.playtests[path].stop()

    def sandbox(self, positions):
        self.calls.append(("sandbox", positions))
        return self.seen

    def sandbox_line(self, positions):
        return f"courtship sandbox {positions}"

    def close(self):
        for playtest in self.playtests.values():
            playtest.stop()

    def pack(self, path):
        return MadePackage(f"{FAR}/quay_street.zip", 7, "1,240 KB", ("plan.docx", "old.bak"))

    def add(self, package, name="", *, replace=False):
        self.calls.append(("add", package, name, replace))
        if self.refusal:
            raise Refused(self.refusal)
        if not name:
            return AddedPackage(taken="quay_street", may_replace=True, other="quay_street_2")
        return AddedPackage(MINE.path, MINE.title, 2)

    def show_folder(self, path):
        self.calls.append(("folder", path))
        return f"Nothing here can open it. It is at {path}"

    def edit(self, path):
        self.calls.append(("edit", path))
        return ""

    def reference(self):
        return tables()
