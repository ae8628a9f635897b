"""Three wrong inputs for each message of `check`: what an author wrote, what of it is named, and what is offered.

A message that is not here yet stands in `three_wrong_yet_to_come.txt`; a new one belongs here.
"""

from pathlib import Path

YET_TO_COME = frozenset((Path(__file__).parent / "three_wrong_yet_to_come.txt").read_text(encoding="utf-8").split())


def _jonas(keys: str) -> str:
    return f"followers:\n  jonas: {{name: Jonas Rehn, {keys}}}"


def _lives(keys: str) -> str:
    lives = f"      rims: {{motive: buyer, {keys}}}\n      stairs: {{motive: neighbour}}"
    return f"followers:\n  jonas:\n    name: Jonas Rehn\n    lives:\n{lives}"


def _event(keys: str) -> str:
    return f"timeline:\n  rain: {{title: Rain, text: It rains., {keys}}}"


def _of_a_week(name: str) -> str:
    return f"\n  {name}: {{title: {name}, day: 5, one_of: week}}"


Wrong = tuple[str, str, str]
"""The file's text, what the message must name of it, and what message or hint must offer."""

THREE: dict[str, tuple[Wrong, Wrong, Wrong]] = {
    "unknown-key": (
        (_jonas("format: [photo]"), "format", "formats"),
        (_jonas("lovs: {rain: 80}"), "lovs", "loves"),
        ("dayz: 10", "dayz", "days"),
    ),
    "unknown-id": (
        (_jonas("knows: [petar]") + "\n  petra: {name: Petra Vogel}", "petar", "petra"),
        (_jonas("motive: byer"), "byer", "buyer"),
        ("timeline:\n  rain: {title: Rain, text: It rains., when: {happened: [ran]}}", "ran", "rain"),
    ),
    "out-of-range": (
        (_jonas("trust: 250"), "250", "100"),
        (_jonas("trust: -3"), "-3", "0"),
        ("days: 4000", "4000", "days"),
    ),
    "wrong-type": (
        (_jonas("trust: much"), "much", "number"),
        (_jonas("loves: {rain: 8/10}"), "8/10", "80"),
        ("days: ten", "ten", "days: 10"),
    ),
    "missing-key": (
        ("content:\n  rain: {title: Dry on a bicycle, about: [rain]}", "format", "format"),
        ("goals:\n  two: {need: {followers: {stage: friend}}}", "title", "title"),
        ("followers:\n  jonas: {loves: {rain: 80}}", "name", "name"),
    ),
    "bad-choice": (
        (_jonas("pace: slwo"), "slwo", "slow"),
        (_jonas("formats: [fotos]"), "fotos", "photo"),
        ("content:\n  rain: {title: Dry, format: gide, about: [rain]}", "gide", "guide"),
    ),
    "bad-id": (
        ("followers:\n  Jonas Rehn: {name: Jonas Rehn}", "Jonas Rehn", "jonas_rehn"),
        ("content:\n  Dry-Days: {title: Dry, format: guide, about: [rain]}", "Dry-Days", "dry_days"),
        ("goals:\n  Two Friends: {title: Two, need: {followers: {stage: friend}}}", "Two Friends", "two_friends"),
    ),
    "event-no-day": (
        (_event("when: {day: {from: 3}}, give_or_take: 2"), "give_or_take", "day: 9"),
        (_event("when: {trust: {anyone: {at_least: 60}}}, give_or_take: 1"), "rain", "take 'give_or_take' out"),
        (_event("when: {happened: [sun]}, give_or_take: 3") + "\n  sun: {title: Sun, day: 4}", "rain", "'when'"),
    ),
    "event-single": (
        (_event("day: 4, one_of: spring"), "spring", "a second event"),
        (_event("day: 4, one_of: wek") + "".join(map(_of_a_week, ("sun", "fog"))), "wek", "week"),
        (_event("when: {day: {from: 4}}, one_of: spring"), "rain", "take it out"),
    ),
    "upside-down": (
        (_jonas("ready: {from: 14, until: 9}"), "14", "9"),
        ("goals:\n  known: {title: Known, need: {trust: {anyone: {at_least: 80, at_most: 20}}}}", "80", "20"),
        ("goals:\n  known: {title: Known, need: {day: {from: 9, to: 3}, followers: {stage: friend}}}", "9", "3"),
    ),
    "text-remark": (
        ("summary: Rain again.# ask Ulla", "# ask Ulla", "a space in front"),
        (_lives("wants: Dry feet# or a boat"), "# or a boat", "a space in front"),
        ("lines:\n  thanks:\n    - That was kind!# too much?", "# too much?", "a space in front"),
    ),
    "text-split": (
        ("lines:\n  thanks: [That was kind, I had not expected it., Thank you.]", "That was kind", "quotes"),
        (_lives("clues: [There is one rim left, and I know which.]"), "There is one rim left", "quotes"),
        (_lives("posts: [Forty rims, and a ladder.]"), "Forty rims", "quotes"),
    ),
    "tie-self": (
        (_jonas("knows: [jonas]"), "jonas", "Take it out"),
        (_jonas("knows: [petra, jonas]") + "\n  petra: {name: Petra Vogel}", "jonas", "Take it out"),
        ("followers:\n  petra: {name: Petra Vogel, knows: [petra]}", "petra", "Take it out"),
    ),
    "list-twice": (
        (_jonas("formats: [photo, photo]"), "photo", "Take it out"),
        (_jonas("knows: [petra, petra]") + "\n  petra: {name: Petra Vogel}", "petra", "Take it out"),
        ("content:\n  rain: {title: Dry, format: guide, about: [rain, rain]}", "rain", "Take it out"),
    ),
    "need-late": (
        ("days: 10\n" + _jonas("motive: buyer, ready: {from: 14, until: 20}"), "14", "10"),
        ("days: 5\n" + _jonas("motive: buyer, ready: {from: 6, until: 9}"), "6", "5"),
        ("days: 28\n" + _jonas("motive: buyer, ready: {from: 40, until: 44}"), "40", "28"),
        ("days: 7\ncast: {need_shows_by: 7}", "need_shows_by: 5", "7"),
        ("days: 3\ncast: {need_shows_by: 9}", "9", "need_shows_by: 1"),
    ),
}
