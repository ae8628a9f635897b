"""What can be read in two ways is told in both, and `--fix` writes neither: a lost dash, and a # behind a text."""

from pathlib import Path

import pytest

from game.authoring.fix import mend
from game.scenario import load, load_text
from game.scenario.problems.problems import Problem

HEAD = "scenario_format: 1\ntitle: Thursday Voices\nbusiness: {name: Thursday Voices, trade: choir}\n"
BIO = f"{HEAD}followers:\n  jo:\n    name: Jo Lind\n    bio: "
LISTS = {
    "texts": ["- I have asked for one evening off.", "- We have not met since June.", "- It's quiet, the low line."],
    "two lines": ["- I have asked for\n  one evening off.", "- We have not met since June.", "- Is it quiet? Not yet."],
    "before quotes": ["- I have asked for one evening off.", '- "We have not met since June."', "- Quiet."],
    "behind quotes": ['- "I have asked for one evening off."', "- We have not met since June.", "- The low line."],
}
BEHIND = {"end": "", "key": "posts: [A depot at five.]\n", "dashes": 'posts:\n  - "A depot at five."\n'}


def clues(entries: list[str], behind: str, further: int) -> str:
    """A scenario with these clues, their dashes as far in as the key or further, and something behind them."""
    lines = [" " * further + line for entry in entries for line in entry.split("\n")]
    inner = "".join(f"        {line}\n" for line in ["clues:", *lines, *behind.splitlines()])
    return (
        f"{BIO}Sings alto.\n    lives:\n      a:\n        motive: curious\n{inner}      b:\n        motive: curious\n"
    )


@pytest.mark.parametrize("further", [0, 2])
@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("lost", [1, 2])
@pytest.mark.parametrize("name", LISTS)
def test_a_text_that_lost_its_dash_is_told_in_both_readings(
    name: str, lost: int, behind: str, further: int, tmp_path: Path
) -> None:
    """An entry of its own, or more of the one above it: only the author knows, both are shown, none written."""
    entries = list(LISTS[name])
    whole = entries[lost]
    entries[lost] = whole.removeprefix("- ")
    file = tmp_path / "choir.yaml"
    file.write_text(text := clues(entries, BEHIND[behind], further), encoding="utf-8")

    found = [p for p in load(file).problems if p.is_error]

    assert not mend(file)
    assert file.read_text(encoding="utf-8") == text
    (told,) = [p for p in found if p.excerpt.strip() == entries[lost]]
    assert "two ways" in told.hint
    assert f"“{whole}”" in told.hint
    assert f"“{entries[lost - 1].splitlines()[0]}”" in told.hint


@pytest.mark.parametrize("further", [0, 2])
@pytest.mark.parametrize("behind", BEHIND)
def test_each_reading_of_a_lost_dash_can_be_read(behind: str, further: int) -> None:
    """Whoever writes one of the two lines that are told has a file without an error."""
    first, second, third = LISTS["texts"]
    entry = clues([first, second, third], BEHIND[behind], further)
    more = clues([f"{first}\n  {second.removeprefix('- ')}", third], BEHIND[behind], further)

    assert not [p for p in load_text(entry).problems if p.is_error]
    assert not [p for p in load_text(more).problems if p.is_error]


def of_hash(text: str) -> Problem:
    """The one problem of a file that speaks of what stands at a #."""
    (found,) = [p for p in load_text(text).problems if p.code in {"text-cut", "text-remark", "yaml-syntax"}]
    return found


@pytest.mark.parametrize("mark", ["'", '"'])
@pytest.mark.parametrize("behind", [" #baritone on request", "#nice", " #ulla", "  #12 of 60"])
def test_what_is_lost_behind_a_closing_quote_is_told(mark: str, behind: str) -> None:
    """A # glued to a word behind a text in quotes takes that word away; it does not go without a warning."""
    told = of_hash(f"{BIO}{mark}Sings: by Friday.{mark}{behind}\n")

    assert told.code == "text-cut"
    assert behind.strip() in told.message
    assert not told.repair


@pytest.mark.parametrize("remark", ["#ulla", "#todo", "#advent", "#ask ulla", "#12"])
def test_a_word_behind_a_hash_may_be_a_remark_and_is_not_mended(remark: str, tmp_path: Path) -> None:
    """`--fix` never makes a text that players read out of what may be a note to oneself."""
    file = tmp_path / "choir.yaml"
    file.write_text(text := f"{BIO}Brings a ladder. {remark}\n", encoding="utf-8")

    assert not mend(file)
    assert file.read_text(encoding="utf-8") == text
    assert of_hash(text).code == "text-cut"


@pytest.mark.parametrize("written", ["Has the key.# check with Ulla", "Has the key# ask", "Has keys?# or not"])
def test_a_remark_that_players_would_read_is_told(written: str) -> None:
    """A # glued to the word in front of it begins no remark, however much it looks like one."""
    told = of_hash(f"{BIO}{written}\n")

    assert told.code == "text-remark"
    assert "shown to players" in told.message
    assert not load_text(BIO + written.replace("#", " #") + "\n").problems
    assert not [p for p in load_text(f'{BIO}"{written}"\n').problems if p.code == "text-remark"]


@pytest.mark.parametrize(
    "written", ["Sings F# minor and G# too.", "Writes C# by day.", "Sings. # ask", "It is #1 here"]
)
def test_a_hash_that_is_no_glued_remark_is_no_remark(written: str) -> None:
    """Notes of music and plain remarks are left in peace."""
    assert not [p for p in load_text(f"{BIO}{written}\n").problems if p.code == "text-remark"]


@pytest.mark.parametrize("remark", ["#twins", "#twins and more", "# twins"])
@pytest.mark.parametrize(
    ("before", "behind"),
    [("    formats: [photo ", "]"), ("    loves: {rain: 70 ", "}"), ("    posts: [The descant. ", "]")],
)
def test_brackets_whose_end_a_hash_takes_are_not_called_unclosed(before: str, behind: str, remark: str) -> None:
    """What is told is the # and the bracket that it takes, at the place of the #."""
    line = f"{before}{remark}{behind}"
    told = of_hash(f"{BIO}Alto.\n{line}\n    pace: slow\n")

    assert told.column == line.index("#") + 1
    assert told.hint.startswith(f"The # takes the {behind}")
    assert not told.repair


@pytest.mark.parametrize("glued", ["{0}# three", "{0}#three", "{0} #three", "{0}  #three weeks"])
@pytest.mark.parametrize(
    "key", ["days: 18", "followers.trust: 45", "followers.pace: slow", "followers.motive: curious"]
)
def test_a_number_or_a_word_of_a_list_with_a_glued_remark_gets_its_spaces(key: str, glued: str, tmp_path: Path) -> None:
    """What is advised there leads to a good file, and is never a pair of quotes."""
    name, value = key.removeprefix("followers.").split(": ")
    line = f"{name}: {glued.format(value)}"
    text = (
        f"{BIO}Alto.\n    {line}\n" if key.startswith("followers") else BIO.replace("followers:", f"{line}\nfollowers:")
    )
    file = tmp_path / "choir.yaml"
    file.write_text(text if text.endswith("\n") and "Alto" in text else f"{text}Alto.\n", encoding="utf-8")

    (told,) = [p for p in load(file).problems if line in p.excerpt]

    assert "space" in told.hint
    assert "quotes" not in told.hint
    assert mend(file)
    assert not load(file).problems
    assert f"{name}: {value}  # three" in file.read_text(encoding="utf-8")
