"""Scenarios as the Workshop lists them, with what it has found of each; all made up."""

from dataclasses import replace

from game.authoring.map import Link, ScenarioMap, Thing
from game.scenario.problems.problems import Place, Problem
from game.ui.workshop.workshop_values import (
    HeardLines,
    Row,
    TestedPromise,
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
INVERTED = replace(
    TRIALS,
    rows=tuple(replace(row, pushes=row.bot in {"spammer", "discounter"}) for row in TRIALS.rows),
    findings=(
        Problem(f"{MINE.path}/scenario.yaml", 40, 3, "error", "lesson-inverted",
                "spammer (87 %) and discounter (80 %) reach 'customers' more often than patient (41 %), over the same "
                "100 games.", "Ask for something that pushing cannot bring, such as trust or friends at the end.", "",
                "  customers: {title: Three customers, need: {followers: {stage: customer}}}", 9),
        Problem(f"{MINE.path}/scenario.yaml", 1, 1, "note", "texts-few", "After 3 plays 90% of texts have been met.",
                "Write more lines, and clues and posts for each life.", "", "title: Quay Street", 5),
    ),
    ahead=frozenset({("spammer", 1), ("discounter", 1)}),
    verdict="it does not teach what it says: no_single_trick is broken; besides, pushing beats courting.",
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
