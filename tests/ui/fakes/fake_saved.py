"""Scenarios, runs, rooms and saves of the fake game."""

from dataclasses import replace

from game.scenario import ScenarioCard
from game.scenario.problems.problems import Place, Problem
from game.session.live.replay_in import Replayed
from game.session.runs.endings import RunEnding
from game.session.runs.runs import SavedRun
from game.session.runs.saved_file import Broken, Taken
from game.ui.play.hosting.hosting_values import ANOTHER_PORT, ENDED, OPEN, HostedRoom

SCENARIOS = (
    ScenarioCard(
        "first",
        "The first coffee",
        "A tutorial: seven days, four followers, and everything that can go wrong on a first date.",
        7,
        3.0,
        "Bean There",
        "café",
        "",
        "The authors",
        "scenarios/first",
    ),
    ScenarioCard(
        "bakery",
        "The bakery on the corner",
        "Four weeks, fourteen followers, one oven. Most of them do not want to buy bread; all of them want something.",
        28,
        6.0,
        "Crumb & Corner",
        "bakery",
        "",
        "The authors",
        "scenarios/bakery",
    ),
    ScenarioCard(
        "physio",
        "A physiotherapist’s patience",
        "Thirty days among people in pain, two of whom follow you for your exercises and the rest out of "
        "courtesy, and a boss who counts appointments by the week and wants more of them.",
        30,
        5.0,
        "Backs & Knees",
        "physiotherapy",
        "",
        "The authors",
        "scenarios/physio",
    ),
    ScenarioCard(
        "broken",
        "My own scenario",
        "Could not be read.",
        14,
        4.0,
        "?",
        "",
        "",
        "",
        "/home/someone/scenarios/mine.yaml",
        problems=(
            "Line 12: expected one of courtesy, curious, neighbour; found “curius”. Did you mean “curious”?",
            "Line 40: days must be 1 to 60; found 99.",
        ),
    ),
    ScenarioCard(
        "winery",
        "The winery",
        "Two seasons among friends of wine.",
        60,
        4.0,
        "Sloping Hills",
        "winery",
        "",
        "A trainer",
        "scenarios/winery",
    ),
)

ENDINGS = (
    RunEnding(4_000, 47.2, 81.4, 50.9, 49.0, 92.0, -12.0, 4, 12, 5, 2),
    RunEnding(6_500, 68.4, 81.4, 55.0, 92.8, 96.5, 31.0, 6, 12, 4, 3),
)

RUNS = (
    SavedRun("runs/3", "The bakery on the corner", "Crumb & Corner", 12, 28, False, "Today, 18:40"),
    SavedRun(
        "runs/2",
        "A physiotherapist’s patience and the very long name of a scenario",
        "Backs & Knees",
        30,
        30,
        True,
        "Yesterday, 09:12",
        ending=replace(ENDINGS[0], reach=50.4, people=83.7, business=0.0),
    ),
    SavedRun("runs/0", "The bakery on the corner", "Crumb & Corner", 28, 28, True, "Monday, 20:15", ending=ENDINGS[1]),
    SavedRun(
        "runs/1",
        "The winery",
        "Sloping Hills",
        4,
        60,
        False,
        "12 November",
        "Written by a newer version: update the game to continue it.",
    ),
)

SAME = Taken("bakery.yaml", "14:03", Replayed(True, 11, ("followers › mara › bio",), (), (), ""))

OTHERWISE = Taken(
    "bakery.yaml",
    "14:04",
    Replayed(
        False,
        11,
        ("followers › mara › pace", "followers › wil › loves › sourdough (new)", "timeline › boss › day"),
        (
            "Customers: 2 → 1.",
            "“The boss wants numbers” came on day 9, where it was day 8 before.",
            "Mara Lind answered coolly on day 5, where she answered warmly before. 3 more nights went otherwise.",
            "Wilhelmina Featherstonehaugh-Cholmondeley bought on day 7, where she shared something of yours before.",
        ),
        (
            "“Ask about them” to Omar Haddad was left out on day 4: Omar no longer follows you.",
            "Ben Tal is no longer in the file: 3 choices of yours left out, on days 1, 2, 6.",
        ),
        "",
    ),
)

STOPPED = Taken(
    "bakery.yaml",
    "14:05",
    Replayed(
        False, 3, ("timeline › landlord (new)",), (), (),
        "“The landlord rings” wants an answer on day 4. Go on from that morning.",
    ),
)  # fmt: skip

BROKEN = Broken(
    "bakery.yaml",
    "14:06",
    (
        Problem("scenarios/bakery.yaml", 12, 5, "error", "unknown-key", "'formatt' is not known in followers › mara.",
                "Did you mean 'formats'?", "    formats: [photo, text]", "    formatt: [photo, text]", 7),
        Problem("scenarios/bakery.yaml", 213, 11, "error", "yaml-duplicate",
                "'text' is written twice in this block; only one can count.", "Keep one of them.", "",
                '    text: "“Forty followers and no sale. Send every one of them the brochure, with a personal '
                'greeting: Dear Friend. And do it before the end of the week, or else.”"', 4,
                Place("scenarios/bakery.yaml", 211, 5, 4, "    text: Once more", "first written here")),
        Problem("scenarios/bakery.yaml", 240, 130, "error", "bad-choice",
                "'Slwo' is not one of the choices for followers › omar › pace.",
                "Did you mean 'slow'? Choices: shy, slow, steady, quick.", "",
                "  omar: {name: Omar Haddad, bio: Bakes on Sundays. Will argue about crusts until somebody leaves the "
                "room., loves: {baking: 90}, pace: Slwo}", 4, None, 2),
    ),
)  # fmt: skip

SQUARES = tuple("".join(str((x * y + x + y * 3) % 5 % 2) for x in range(29)) for y in range(29))

NEW_ROOM = HostedRoom(
    OPEN, "http://192.168.178.123:8765", "http://127.0.0.1:8765/host?key=a", "http://192.168.178.123:8765/host?key=a"
)

FULL_ROOM = replace(
    NEW_ROOM, title="The Chronometer Maker of the Old Harbour Street", code="H7K M4P", squares=SQUARES,
    guests=tuple(f"{name} {number}" for number in range(1, 30) for name in ("Amber Fox", "Wolfeschlegelsteinhausen")),
)  # fmt: skip

NO_ROOM = HostedRoom(ENDED, problem="Port 8765 is taken, perhaps by a room that is open already.", way_out=ANOTHER_PORT)
