"""A made-up Workshop for the screens: long names and paths, every kind of message, a playtest with many bots."""

from dataclasses import replace

from game.authoring.code_pages import page
from game.authoring.map import Link, ScenarioMap, Thing
from game.authoring.reference import tables
from game.authoring.starter import fitting
from game.errors import Refused
from game.lab.sandbox.sliders import SLIDERS as SLIDERS_OF_THE_LAB
from game.scenario.problems.problems import Place, Problem
from game.scenario.texts.translate import Language
from game.ui.workshop.sandbox_values import MovedFigure, SandboxBot, SandboxSeen, SliderSeen
from game.ui.workshop.workshop_values import (
    AddedPackage,
    Check,
    FolderEntry,
    HeardLines,
    Listing,
    MadePackage,
    Mend,
    Row,
    TestedPromise,
    Tongues,
    Trials,
    Work,
)

FAR = "/home/somebody/Documents/Seminars/Autumn/Scenarios for the two-day workshop/a_physiotherapists_patience"
LONG = "A physiotherapist’s patience and the very long name of a scenario"
MINE = Work(
    "/home/somebody/scenarios/quay_street", "Wheels on Quay Street", "own", True, days=14, followers=9, format=1,
    notes=2,
    summary="Two weeks at a bicycle workshop with a waiting list, and one seller who means well.",
    business="Spoke and Chain",
    told="For groups of four.\n\nStop after day six and talk about the boss before you go on.",
)  # fmt: skip
BROKEN = Work(
    FAR, LONG, "elsewhere", True, errors=12, warnings=3, worst=("scenario.yaml, line 13: 'formats' is twice.",) * 4
)
WARNED = Work("/home/somebody/scenarios/b", "The loaf", "own", True, warnings=1, days=7, followers=1, format=1)
SHIPPED = Work("/usr/share/games/first_hello.yaml", "First Hello", "shipped", True, days=7, followers=7, format=1)
UNSEEN = Work("/home/somebody/scenarios/winery", "Winery", "own")
WORKS = (MINE, WARNED, UNSEEN, BROKEN, SHIPPED)

LINE = "    bio: The first roast of the day, for those whose day just ended, and for all who have been up at four #slow"
PROBLEMS = (
    Problem(
        f"{FAR}/scenario.yaml", 13, 5, "error", "yaml-duplicate",
        "'formats' is written twice in this block; only one can count.", "Take one of them out.", "",
        "    formats: [video]", 7,
        Place(f"{FAR}/scenario.yaml", 11, 5, 7, "    formats: [photo]", "first written here"),
    ),
    Problem(
        f"{FAR}/scenario.yaml", 1024, 90, "warning", "text-cut",
        "“#slow” is dropped: YAML takes # as the start of a comment, and everything behind it on the line is lost.",
        "Put the whole text in quotes.", '    bio: "The first roast of the day, for those whose day just ended #slow"',
        LINE, 5,
    ),
    Problem(f"{FAR}/followers.yaml", 3, 1, "error", "yaml-tab", "This line is indented with a tab; YAML wants spaces.",
            "Set your editor to insert two spaces for Tab.", "", "\tname: Mara", 1, more=14),
    Problem(f"{FAR}/scenario.yaml", 40, 3, "note", "word-unused", "'drink' is used nowhere.", "", "",
            "  drink: [tea]", 5),
)  # fmt: skip

BOTS = (
    ("oracle", 62.4, 40, 81), ("patient", 48.1, 30, 66), ("never_asks", 31, 22, 40), ("random", 20.2, 4, 44),
    ("discounter", 0.4, 0, 2), ("spammer", 0, 0, 0),
)  # fmt: skip
GOALS = (
    "Three people who come back for the talk", "A first customer, who was asked in time", "At most two have left",
    "Everybody on Quay Street knows who has the ladder", "Forty followers", "No quarrel", "One partner", "Peace",
)  # fmt: skip
TRIALS = Trials(
    "v1", 100, 1100, 1100, False,
    tuple(Row(bot, f"What {bot} does.", 100, mean, low, high, 1.2,
              tuple((share / 7, 3.5 * share if share else None) for share in range(8)))
          for bot, mean, low, high in BOTS),
    GOALS,
    (("The market in the rain", "it waits until day 40 is reached and at least 12 followers are regulars"),),
    ("The e-book: 100 reasons to order bread online, the complete and extended edition", "The ledger"),
    (
        TestedPromise(
            "patience_pays", True, "patient leads never_asks by 17.1 points (promised 10) and is ahead in 93"
        ),
        TestedPromise("no_single_trick", False, "thank_publicly alone reaches 61.2 (must stay below 50)"),
    ),
    "done",
)  # fmt: skip

THINGS = (
    *(Thing(f"follower.f{i}", "follower", name, i != 3) for i, name in enumerate(("Mara", "Omar", LONG, "Ines"))),
    *(Thing(f"event.e{i}", "event", f"day {i}: What happens on Quay Street when it rains", True) for i in range(9)),
    *(Thing(f"content.c{i}", "content", "A letter from Huila, in three parts", i != 1) for i in range(3)),
    Thing("goal.g", "goal", "Win three regulars before the quarter ends", False),
)
MAP = ScenarioMap(
    "Quay Street",
    THINGS,
    (
        Link("follower.f0", "follower.f2", "knows"), Link("follower.f0", "event.e1", "trust"),
        *(Link(f"event.e{i}", f"event.e{i + 1}", "then") for i in range(7)), Link("event.e7", "content.c0", "opens"),
        Link("event.e2", "content.c1", "unless"), Link("content.c0", "goal.g", "needed"),
    ),
)  # fmt: skip

FIGURES = {
    "title": "Quay Street", "days": 14, "hours": 28.0, "content_hours": 6.25, "texts": 121, "words": 11686,
    "minutes": 58.4,
    "parts": {part: {"texts": 12, "words": 1345} for part in ("title", "followers", "content", "timeline", "debrief")},
    "followers": {name: {"lines": 2, "words": 120, "content": 3, "changes": 1, "knows": 2}
                  for name in ("Mara Lind", "Wilhelmina Featherstonehaugh-Cholmondeley", "Omar Haddad")},
    "lessons": {"wait_for_it": {"goals": 1, "answers": 2, "notes": 1}},
}  # fmt: skip

TOLD = """Wheels on Quay Street. Two weeks at a bicycle workshop. You speak for Spoke and Chain.

Who follows:
- Jonas Rehn (jonas) follows. “Rides to work in any weather. Arrives dripping.” Loves commuting very much.
- Petra Vogel (petra) follows. “Lives above the workshop. Knows who has the ladder.”

What happens:
- On day 6: “The boss wants numbers”. “Forty followers and no sale.”
  - “Send it to everybody”. It makes the move “blast dm” towards everyone.
"""

LINES = HeardLines(
    (("answer_warm", "A warm answer"), ("share_compliment", "A share with praise"), ("complaint", "A complaint")),
    (("ask_about_them", "Ask about them"), ("retweet_share", "Repost their share"), ("own", "Invite to a tasting")),
    tuple((f"f{i}", name) for i, name in enumerate(("Mara Lind", "Omar", "Wilhelmina Featherstonehaugh-Cholmondeley"))),
)  # fmt: skip


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
