"""A file of an account is read as people write it, or told where it is wrong and how to mend it."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.errors import CourtshipError
from game.lab.audience.account import COLUMNS
from game.lab.audience.account_file import account_of, read_account
from game.lab.audience.account_template import TEMPLATE

HEAD = ",".join(COLUMNS)
FIRST, SECOND = "1,400,30,2,3,25,6,2,1", "2,402,28,0,3,22,5,1,0"
GOOD = f"{HEAD}\n{FIRST}\n{SECOND}\n"
EXAMPLE = Path(__file__).parents[3] / "examples" / "account.csv"

WRONG = {
    "nothing": ("", "line 1, column 1: nothing was found", "the first line names the columns week, followers"),
    "blank lines": ("\n  \n", "line 1, column 1: nothing was found", "courtship fit --template"),
    "no weeks": (f"{HEAD}\n", "line 2, column 1: no week was found", "2 to 52 weeks are allowed"),
    "one week": (f"{HEAD}\n{FIRST}\n", "line 2, column 1: one week was found", "Add a line"),
    "too many weeks": (
        HEAD + "".join(f"\n{n},400,30,2,3,25,6,2,1" for n in range(1, 10_001)),
        "line 54, column 1: week 53 of 10,000 was found", "Keep the last 52",
    ),
    "a misspelt column": (
        GOOD.replace("replies", "replys"), "line 1, column 6: “replys” was found", "Did you mean “replies”?",
    ),
    "a missing column": (
        f"{HEAD.removesuffix(',purchases')}\n1,400,30,2,3,25,6,2\n",
        "line 1, column 8: no column purchases was found", "Add it",
    ),
    "a column of one's own": (
        GOOD.replace("week,", "mood,week,"), "line 1, column 1: “mood” was found", "Delete the column",
    ),
    "a column twice": (
        GOOD.replace("shares", "posts"), "line 1, column 7: “posts” was found a second time", "Delete one",
    ),
    "letters": (GOOD.replace(",25,", ",about 25,"), "line 2, column 6 (replies): “about 25” was found", "in figures"),
    "an empty cell": (GOOD.replace(",25,", ",,"), "line 2, column 6 (replies): an empty cell was found", "Write 0"),
    "a negative number": (GOOD.replace(",25,", ",-25,"), "line 2, column 6 (replies): “-25” was found", "not a change"),
    "a fraction": (GOOD.replace(",25,", ",0.25,"), "line 2, column 6 (replies): “0.25” was found", "not a rate"),
    "not a number": (GOOD.replace(",25,", ",NaN,"), "line 2, column 6 (replies): “NaN” was found", "Write 0"),
    "infinity": (GOOD.replace(",25,", ",inf,"), "line 2, column 6 (replies): “inf” was found", "whole number from 0"),
    "huge": (GOOD.replace(",400,", ",4e30,"), "line 2, column 2 (followers): “4e30” was found", "run together"),
    "a hundred digits": (GOOD.replace(",400,", f",{'4' * 100},"), f"“{'4' * 30}…” was found", "100,000,000"),
    "nobody": (GOOD.replace(",400,", ",0,"), "line 2, column 2 (followers): “0” was found", "whole number from 1"),
    "a decimal comma": (
        GOOD.replace(",25,", ",25,5,"), "line 2, column 10: 10 cells were found", "neither 1,5 nor 1,200",
    ),
    "a quoted comma": (
        GOOD.replace(",400,", ',"1,200",'), "line 2, column 2 (followers): “1,200” was found", "1200, not 1,200",
    ),
    "too few cells": (GOOD.replace(FIRST, "1,400"), "line 2, column 2: 2 cells were found", "each line has 9"),
    "semicolons": (
        GOOD.replace(",", ";"), "line 1, column 1: cells separated by semicolons were found", "comma separated",
    ),
    "tabs": (GOOD.replace(",", "\t"), "line 1, column 1: cells separated by tabs were found", "comma separated"),
    "another sep=": (f"sep=;\n{GOOD}", "line 1, column 1: “sep=;” was found", "delete this line"),
    "more replies than followers": (
        GOOD.replace(",25,", ",401,"), "line 2, column 6 (replies): 401 was found, with 400 followers", "once a week",
    ),
    "more messages than days": (
        GOOD.replace(",30,", ",2801,"), "line 2, column 3 (messages): 2,801 was found", "seven for each",
    ),
    "weeks in disorder": (
        f"{HEAD}\n{SECOND}\n{FIRST}\n", "line 3, column 1 (week): week 1 was found after 2", "Sort the lines",
    ),
    "a week twice": (
        f"{HEAD}\n{FIRST}\n{FIRST}\n", "line 3, column 1 (week): week 1 was found after 1", "Delete one of the two",
    ),
    "a week that lacks": (
        GOOD.replace("\n2,", "\n3,"), "line 3, column 1 (week): week 3 was found after 1",
        "after week 52 or 53 of a year comes week 1. Add a line for each week between",
    ),
    "a year that lacks": (
        GOOD.replace("\n1,", "\n202652,").replace("\n2,", "\n202801,"),
        "line 3, column 1 (week): week 202801 was found after 202652", "Add a line for each week between",
    ),
    "a year too short": (
        GOOD.replace("\n1,", "\n202651,").replace("\n2,", "\n202701,"),
        "line 3, column 1 (week): week 202701 was found after 202651", "Add a line for each week between",
    ),
    "no head": (
        f"{FIRST}\n{SECOND}\n", "line 1, column 1: “1” was found, and no name of a column in the line",
        f"the first line must be the head. Write above all others: {HEAD}",
    ),
    "an open quote": (
        GOOD.replace("25", '"25'), "line 2, column 1: a quotation mark without its other half", "Delete them",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_place(name):
    """The sentence says where, what was found, and how to mend it."""
    text, found, mend = WRONG[name]
    with pytest.raises(CourtshipError) as told:
        account_of(text, "rates.csv")

    assert "rates.csv: line" in str(told.value)
    assert found in str(told.value)
    assert mend in str(told.value)


@pytest.mark.parametrize("text", [
    "\ufeff" + GOOD, "sep=,\n" + GOOD, "# a remark\n" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace(",", " , "),
    GOOD.upper(), GOOD.replace("400", '"400"'), GOOD.replace("400", "400.0"), "\n" + GOOD + "\n\n",
    '# weeks,"quoted\n' + GOOD, '  # 3" and more\n' + GOOD,
])  # fmt: skip
def test_what_spreadsheets_write_is_read(text):
    """A byte order mark, sep=, spaces, capitals, quotes and other line ends change nothing."""
    found = account_of(text, "rates.csv").account

    assert found.weeks.tolist() == [1, 2]
    assert found.followers.tolist() == [400, 402]
    assert found.done.tolist() == [[30, 2, 3], [28, 0, 3]]
    assert found.counted.tolist() == [[25, 6, 2, 1], [22, 5, 1, 0]]


@pytest.mark.parametrize(
    ("before", "after"), [("202652", "202701"), ("202653", "202701"), ("202612", "202613"), ("52", "1"), ("53", "1")]
)
def test_weeks_go_on_over_a_new_year(before, after):
    """A year ends with week 52 or 53, with the year before its number or without."""
    text = GOOD.replace("\n1,", f"\n{before},").replace("\n2,", f"\n{after},")

    assert account_of(text, "rates.csv").account.weeks.tolist() == [int(before), int(after)]


def test_a_file_without_a_head_is_told_so_once():
    """Nobody is sent to delete nine columns."""
    with pytest.raises(CourtshipError) as told:
        account_of(f"{FIRST}\n{SECOND}\n", "rates.csv")

    assert len(str(told.value).splitlines()) == 1
    assert "Delete" not in str(told.value)


def test_columns_may_stand_in_any_order():
    """The names say what is what."""
    turned = "\n".join(",".join(reversed(line.split(","))) for line in GOOD.splitlines())

    assert account_of(turned, "x").account.counted.tolist() == account_of(GOOD, "x").account.counted.tolist()


def test_what_was_passed_over_is_told():
    """A byte order mark and sep= are named, so that nobody wonders about the first line."""
    told = account_of(f"\ufeffsep=,\n{GOOD}", "rates.csv").notes

    assert [note.partition(" was found")[0] for note in told] == [
        "rates.csv: line 1, column 1: a byte order mark", "rates.csv: line 1: “sep=,”",
    ]  # fmt: skip


def test_many_mistakes_are_told_at_once_and_not_without_end():
    """Somebody with forty wrong cells mends a few, and knows how many there are."""
    rows = "\n".join(f"{n},400,a,b,c,1,1,1,1" for n in range(1, 15))
    with pytest.raises(CourtshipError) as told:
        account_of(f"{HEAD}\n{rows}", "rates.csv")

    assert len(str(told.value).splitlines()) == 9
    assert "34 more" in str(told.value)


def test_files_that_are_none_are_told(tmp_path):
    """No file, a folder, a workbook, another encoding, a file far too large."""
    for name, data, says in (
        ("book.csv", b"PK\x03\x04rest", "save it as CSV"),
        ("wide.csv", GOOD.encode("utf-16"), "save the file as CSV UTF-8"),
        ("latin.csv", GOOD.encode() + b"# caf\xe9\n", "line 4, column 6: a letter that is not UTF-8"),
        ("large.csv", b"1" * 300_000, "300,000 bytes"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(CourtshipError, match=says):
            read_account(tmp_path / name)
    with pytest.raises(CourtshipError, match="There is no file"):
        read_account(tmp_path / "nowhere.csv")
    with pytest.raises(CourtshipError, match="is a folder or device"):
        read_account(tmp_path)


def test_the_template_and_the_example_are_read():
    """What ships can be fitted as it is."""
    assert account_of(TEMPLATE, "template").account.length == 2
    assert read_account(EXAMPLE).account.length == 16


def test_a_wrong_file_ends_the_command_with_two(tmp_path):
    """Nothing is simulated, and the sentence stands on the channel for errors."""
    (tmp_path / "rates.csv").write_text(GOOD.replace(",25,", ",many,"), encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "game", "fit", "--csv", str(tmp_path / "rates.csv")],
                          capture_output=True, text=True, check=False)  # fmt: skip

    assert done.returncode == 2
    assert "line 2, column 6 (replies): “many” was found" in done.stderr
    assert not done.stdout
