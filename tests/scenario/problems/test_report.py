"""How problems look: against whole reports that were read and approved, and the traps of a terminal."""

from pathlib import Path

import pytest

from game.scenario import load_text, render, report
from game.scenario.lint.linting import lint
from game.scenario.problems.problems import Problem
from game.scenario.problems.report import summary

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["two", "many", "hostile"])
def test_a_report_reads_as_approved(name: str) -> None:
    """A whole report, word by word, is the one that a person has read and found good."""
    source = GOLDEN / f"{name}.yaml"
    loaded = load_text(source.read_text(encoding="utf-8"), source.name)

    shown = report(loaded.problems, source.name) + "\n"

    assert shown == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_one_run_shows_slips_and_mistakes_of_shape_together_in_the_order_of_the_file() -> None:
    """One check tells mistakes of every kind, from the top of the file down."""
    problems = load_text((GOLDEN / "many.yaml").read_text(encoding="utf-8")).problems

    codes = [p.code for p in problems]
    assert {"yaml-syntax", "yaml-tab", "yaml-indent", "bad-choice", "wrong-type", "unknown-key"} <= set(codes)
    assert [(p.line, p.column) for p in problems] == sorted((p.line, p.column) for p in problems)


def test_an_escape_sequence_in_a_file_does_not_reach_the_terminal() -> None:
    """A file cannot colour, move or rename the terminal in which it is checked."""
    text = 'scenario_format: 1\ntitle: "\\e[31mred"\nbusiness: {name: "\\e]0;x", trade: t}\ndays: "\\e[2J"\n'

    shown = report(load_text(text).problems, "x.yaml")

    assert "\x1b" not in shown
    assert "pace: \\x1b[31m" in render(Problem("x.yaml", 1, 1, "error", "bad-choice", "pace: \x1b[31mred"))


def test_the_caret_stands_under_its_word_behind_wide_letters_and_tabs() -> None:
    """The mark below a line is at its word, behind Japanese and a tab too."""
    line = "名前:\tSlwo"
    problem = Problem("x.yaml", 1, 5, "error", "bad-choice", "no", excerpt=line, width=4)

    rows = render(problem).split("\n")

    assert rows[1] == "     1 | 名前:→Slwo"
    assert rows[2] == "       |       ^^^^"


def test_of_a_very_long_line_the_part_around_the_caret_is_shown() -> None:
    """A line of 3,000 characters is shown where the mistake is."""
    problem = Problem("x.yaml", 1, 2001, "error", "bad-choice", "no", excerpt="a" * 2000 + "Slwo" + "b" * 900, width=4)

    rows = render(problem).split("\n")

    assert len(rows[1]) < 130
    assert rows[1][rows[2].index("^") :].startswith("Slwo")


def test_an_editor_can_read_the_first_line() -> None:
    """A message begins with file, line, column and gravity as editors expect them."""
    problem = load_text("scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\ndays: 90\n").problems[0]

    assert render(problem).startswith(
        "scenario.yaml:4:7: error: days is 90, but it must be at most 60.  [out-of-range]"
    )


def test_the_summary_counts_what_is_not_shown_too() -> None:
    """Nine mistakes are counted as nine, though fewer are shown."""
    text = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\nwords:\n"
    text += "".join(f"  w{n}: [&a{n} x]\n" for n in range(9))

    assert summary(load_text(text).problems, "x.yaml") == "x.yaml: 9 errors, 0 warnings"


def test_nothing_wrong_is_said_too() -> None:
    """A sound file is called all good."""
    assert summary((), "x.yaml") == "x.yaml: all good"


def test_notes_are_counted_where_all_is_good_but_for_them() -> None:
    """What was just told is not called nothing; a note is no error, so the file is good."""
    text = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"
    notes = lint(load_text(text))

    assert {p.severity for p in notes} == {"note"}
    assert summary(notes, "x.yaml") == f"x.yaml: all good but for {len(notes)} note{'' if len(notes) == 1 else 's'}"
