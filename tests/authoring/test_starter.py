"""New scenarios: they play, they explain themselves, and they never stand in the way of what is there."""

import re
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from game.authoring.starter import STARTERS, StarterOptions, create, folder_name, starter_text
from game.authoring.written_out import as_file
from game.bots.registry import bots
from game.errors import ScenarioError
from game.scenario import load, load_text
from game.scenario.lint.linting import examine
from game.session.runs.runs import start
from tests.plays import bot_plays_a_day


@pytest.mark.parametrize("like", STARTERS)
def test_a_new_scenario_loads_without_a_word_and_explains_itself(like: str, tmp_path: Path) -> None:
    """No warning and no advice; comments; the line that tells the editor where the schema is."""
    file = create(tmp_path / "mine", like)
    text = file.read_text(encoding="utf-8")

    assert examine(file).problems == ()
    assert text.startswith("# yaml-language-server: $schema=.courtship/scenario.schema.json\n")
    assert text.count("# ") >= 5
    assert text.count("\n") <= 50


@pytest.mark.parametrize("like", STARTERS)
def test_a_new_scenario_plays_to_its_end(like: str, tmp_path: Path) -> None:
    """What `new` makes can be played through all of its days."""
    file = create(tmp_path / "mine", like)
    run = start(file, 4, tmp_path / "runs", datetime(2026, 5, 4, tzinfo=UTC))

    while not run.finished:
        bot_plays_a_day(run, bots()["patient"])

    assert len(run.playthrough.history) == load(file).scenario.days  # type: ignore[union-attr]


def test_the_editor_finds_everything_it_needs(tmp_path: Path) -> None:
    """A new folder has the scenario, its schema and the settings of the editor, and nothing else."""
    create(tmp_path / "mine", "coffee")

    found = {p.relative_to(tmp_path / "mine").as_posix() for p in (tmp_path / "mine").rglob("*") if p.is_file()}

    assert found == {
        "scenario.yaml",
        ".courtship/scenario.schema.json",
        ".vscode/tasks.json",
        ".vscode/extensions.json",
        ".vscode/settings.json",
    }


def test_what_is_asked_for_stands_in_the_file(tmp_path: Path) -> None:
    """Title, name and trade, in quotes where YAML needs them; comments stay."""
    file = create(tmp_path / "mine", "bakery", StarterOptions('Bread: a "love" story', "Oven #7", "bakery, small"))
    scenario = load(file).scenario

    assert scenario is not None
    assert (scenario.title, scenario.business.name, scenario.business.trade) == (
        'Bread: a "love" story',
        "Oven #7",
        "bakery, small",
    )
    assert "# topics of your own" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("title", ["x" * 81, "turned \u202e round", "a \x00 nothing"])
def test_a_title_that_cannot_be_used_makes_no_folder(title: str, tmp_path: Path) -> None:
    """A title that is too long or invisible is refused, and nothing is left behind."""
    with pytest.raises(ScenarioError, match="cannot be written"):
        create(tmp_path / "mine", "coffee", StarterOptions(title))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with something in it, and a file, stay as they are."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.md").write_text("years of work", encoding="utf-8")
    (tmp_path / "file").write_text("more work", encoding="utf-8")

    for taken in ("mine", "file"):
        with pytest.raises(ScenarioError, match="is there already"):
            create(tmp_path / taken, "coffee")

    assert [p.name for p in folder.iterdir()] == ["notes.md"]
    assert (tmp_path / "file").read_text(encoding="utf-8") == "more work"


def test_an_unknown_starter_is_told_with_a_guess() -> None:
    """A misspelt starter is answered with the one that was meant."""
    with pytest.raises(ScenarioError, match="Did you mean 'bicycle'"):
        starter_text("bicicle")


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Slow Roast", "slow_roast"),
        ("slow-roast", "slow_roast"),
        ("Bäckerei Öl", "backerei_ol"),
        ("con", "con_scenario"),
        ("a" * 60, "a" * 40),
        ("..", ""),
        ("店", "dian"),
        ("?!", ""),
    ],
)
def test_folders_have_names_every_system_takes(name: str, folder: str) -> None:
    """Any name, in any writing, gives a folder of small letters, digits and _."""
    assert folder_name(name) == folder


@pytest.mark.parametrize("like", STARTERS)
def test_the_first_customer_and_their_worry_are_the_authors(tmp_path, like):
    """Named, wished for, spoken of by an id and a first name that fit; and it still has nothing to mend."""
    wishes = StarterOptions("Bread", "", "bakery", "Zoë O'Neil", "Whether there is a loaf left: after six")
    file = create(tmp_path / "mine", like, wishes)
    loaded = examine(file)

    assert loaded.scenario is not None
    name, who = next(iter(loaded.scenario.followers.items()))
    assert (name, who.name, who.wants) == ("zoe", "Zoë O'Neil", "Whether there is a loaf left: after six")
    assert who.motive == "buyer"
    assert loaded.problems == ()
    assert not any(gone in file.read_text(encoding="utf-8").split("followers:")[1] for gone in ("Ida", "ida:", "[ida]"))


STORIES = {
    "coffee": r"coffee|roast|brew|espresso|caf[eé]\b|barista|\bbeans?\b",
    "bakery": r"\bbak(e|ed|er|ery|ing)\b|bread|\bloaf|sourdough|\bovens?\b|flour|dough",
    "bicycle": r"bicycle|\bbike|cycling|wheel|brakes?\b|saddle|commuting",
}
RHYTHMS = r"\b(month|saturday|pounds? a|a bag|a loaf|he|she|him|her|his|hers)\b"
"""Prices by the piece, returning days and one customer's pronoun: nothing of it fits every trade and everybody."""
TRADES = [
    "shoe repair",
    "software for hospitals",
    "florist",
    "dentist",
    "yoga studio",
    "law firm",
    "Buchhandlung",
    "花屋",
    "coffee roaster",
    "bakery",
    "bike repair",
]


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("like", ["", *STARTERS])
def test_no_word_of_another_trade_is_left(like: str, trade: str, tmp_path: Path) -> None:
    """Whatever it begins with: nothing that is written, and nothing that the game adds, is about another trade."""
    file = create(
        tmp_path / "mine", like, StarterOptions("Mine", "Mine & Daughter", trade, "Ada Lind", "One that lasts")
    )
    texts = [p.read_text(encoding="utf-8") for p in file.parent.rglob("*") if p.is_file()]
    scenario = load(file).scenario
    assert scenario is not None
    texts.append(as_file(scenario))

    if file.read_text(encoding="utf-8").count("first visit"):
        assert re.findall(RHYTHMS, file.read_text(encoding="utf-8"), re.IGNORECASE) == []
    for kit, words in STORIES.items():
        if not re.search(words, trade, re.IGNORECASE):
            assert [m[0] for text in texts for m in re.finditer(words, text, re.IGNORECASE)] == [], kit


OPTIONS = {
    "title": "Sewing Room",
    "business": "Ana & Daughter",
    "trade": "tailor",
    "customer": "Noor Haddad",
    "worry": "Whether it lasts: twelve years",
}
CHOSEN = [dict(chosen) for size in (0, 1, 2, len(OPTIONS)) for chosen in combinations(OPTIONS.items(), size)]


@pytest.mark.parametrize("like", ["", *STARTERS])
def test_whatever_is_asked_for_check_has_nothing_to_say(like: str, tmp_path: Path) -> None:
    """Every starter with no option, each option, each pair of options, and all."""
    told = {}
    for number, chosen in enumerate(CHOSEN):
        found = examine(create(tmp_path / str(number), like, StarterOptions(**chosen))).problems
        told |= {tuple(chosen): [(p.code, p.message) for p in found]} if found else {}

    assert told == {}


@pytest.mark.parametrize(
    "chosen",
    [
        *({"customer": name} for name in ("Bram Okafor", "bram", "Edwin Hall", "Rolf", "Ida Lund", "Dr. Amara Cole")),
        *({"customer": name} for name in ("Зоя Ким", "Buyer Smith", "Everyone", "Null", "O'Neil-Ö", "No", "12")),
        *({"worry": worry} for worry in ("- a list", "yes", "[one]", "# none", "“Is it? Is it…”", "x", "5", "a: b")),
        *({"trade": trade} for trade in ("NO", "1st aid", "bike courier", "a bakery: old", "café", "Kfz-Werkstatt")),
        *({"business": name} for name in ("Null & Co", "#1 Shoes", "'t Hoekje", "007")),
        *({"title": title} for title in ("Yes", "1984", "“Who?”", "The Slow Roast", "-")),
    ],
    ids=lambda chosen: next(iter(chosen.values())),
)
def test_odd_answers_leave_nothing_to_mend(chosen: dict[str, str], tmp_path: Path) -> None:
    """Names of others in the story, other writing, and what YAML might take for something else, in every starter."""
    for like in STARTERS:
        file = create(tmp_path / like, like, StarterOptions(**chosen))
        assert [(like, p.code, p.message) for p in examine(file).problems] == []


@pytest.mark.parametrize(("like", "other"), [("shop", "Bram Voss"), ("bakery", "Edwin Hall"), ("bicycle", "ROLF")])
def test_a_customer_who_is_called_like_somebody_else_of_the_story_takes_their_name(like: str, other: str) -> None:
    """The two change names, ids too, and the story speaks of each as before."""
    before = load_text(starter_text(like)).scenario
    after = load_text(starter_text(like, StarterOptions(customer=other))).scenario
    assert before is not None
    assert after is not None
    (customer, one), (_, second) = list(after.followers.items())[:2]
    asked = next(iter(before.followers.values())).name

    assert one.name == other
    assert customer == other.split(maxsplit=1)[0].lower()
    assert second.name == asked
    assert second.knows == (customer,)
    spoken = [event.text + event.title for event in after.timeline.values()]
    assert not any(re.search(rf"\b{other.split(maxsplit=1)[0]}\b", text) for text in spoken)


@pytest.mark.parametrize(
    ("title", "trade", "business"),
    [("Sewing Room", "small business", "Sewing Room"), ("Slow Roast", "coffee roaster", "Corner Roastery")],
)
def test_a_name_alone_makes_no_roastery_of_a_sewing_room(title: str, trade: str, business: str) -> None:
    """Without a trade and without a starter the name tells the trade, or the story is one for any."""
    scenario = load_text(starter_text("", StarterOptions(title))).scenario

    assert scenario is not None
    assert (scenario.business.trade, scenario.business.name) == (trade, business)


@pytest.mark.parametrize("like", STARTERS)
def test_every_remark_that_shows_a_key_can_be_made_one(like: str, tmp_path: Path) -> None:
    """Taking the mark off every remark that shows a key gives no key twice, with a customer of one's own too."""
    for wishes in (StarterOptions("Mine"), StarterOptions("Mine", "", "", "Ada Lind", "One that lasts")):
        text = starter_text(like, wishes)
        uncommented = re.sub(r"(?m)^( *)# (?=( *)[a-z_]+:( |$))", r"\1", text).replace("yaml-language-server", "# x")

        assert [p.code for p in load_text(uncommented).problems] == []
