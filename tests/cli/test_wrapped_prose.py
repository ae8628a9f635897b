"""Prose is wrapped between words at the width of the terminal, and lists keep what belongs together."""

import numpy as np
import pytest
from rich.table import Table

from game.cli.experiments.sandbox import moves_told
from game.cli.printing import out, tell, wrapped
from game.lab.reports.statistics import difference


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_broken(width):
    """A long sentence, a margin, a line that is empty, and a word of 60 letters that has to stand whole."""
    text = "    " + "court whoever would be glad of it " * 9
    lines = wrapped(text, width).split("\n")

    assert all(len(line) <= width and line.startswith("    ") for line in lines)
    assert " ".join(" ".join(lines).split()) == text.strip()
    assert wrapped("x" * 60, 40) == "x" * 60
    assert wrapped("", 40) == ""


def test_what_is_told_keeps_its_lines(capsys, monkeypatch):
    """Lines of a text stay lines, empty ones too."""
    monkeypatch.setattr(out, "_width", 40)
    tell("Day 1\n\n  a move")

    assert capsys.readouterr().out == "Day 1\n\n  a move\n"


def test_in_a_list_a_row_without_a_head_stands_below_the_one_above(capsys, monkeypatch):
    """At 40 columns the figures of a bot are all indented under its name."""
    monkeypatch.setattr(out, "_width", 20)
    table = Table("bot", "figure", "shipped")
    table.add_row("patient", "score of the month", "41.0")
    table.add_row("", "sales of the month", "2.0")
    out.print(table)

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith("  ")] == ["bot: patient"]


def test_how_a_figure_moves_is_the_difference_of_what_is_printed():
    """1.66 and 1.64 are printed as 1.7 and 1.6, so the figure moves by −0.1; what is equal is the same."""
    shipped, changed = np.array([1.64, 1.68]), np.array([1.63, 1.65])

    assert moves_told(difference(changed, shipped), 1.66, 1.64).startswith("-0.1 (")
    assert moves_told(difference(shipped, shipped), 1.66, 1.66) == "the same"
