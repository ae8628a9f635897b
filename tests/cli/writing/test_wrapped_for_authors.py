"""What authors read in a terminal is wrapped between words; what they copy, and the line that editors read, is not."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.authoring.code_pages import CONTEXT
from game.cli.app import app
from game.cli.printing import out
from game.resources import SCENARIOS
from game.scenario.problems.codes import CODES

LONG_HINT = CONTEXT + "followers:\n  jonas: {name: Jonas Rehn, motive: buyer, formats: [fotograf]}\n"


def printed(*command: str) -> list[str]:
    return CliRunner().invoke(app, [*command]).output.splitlines()


@pytest.mark.parametrize("width", [40, 60, 100])
def test_hints_of_check_are_wrapped_and_the_line_for_editors_is_not(tmp_path: Path, width: int, monkeypatch) -> None:
    """A hint goes on below its first word; place, message and code stand on one line."""
    file = tmp_path / "scenario.yaml"
    file.write_text(LONG_HINT, encoding="utf-8")
    monkeypatch.setattr(out, "_width", width)
    lines = printed("check", str(file))
    first = next(n for n, line in enumerate(lines) if line.startswith("    hint: "))
    hint = [lines[first], *(line for line in lines[first + 1 :] if line.startswith(" " * 10))]

    assert lines[0].endswith("[bad-choice]")
    assert all(len(line) <= width for line in hint)
    assert "Choices: photo, video, story, text, poll, live, guide." in " ".join(" ".join(hint).split())


@pytest.mark.parametrize("width", [40, 80])
def test_what_a_code_means_is_wrapped_and_its_examples_are_not(width: int, monkeypatch) -> None:
    """Of every code; the examples stand further in, as they were written."""
    monkeypatch.setattr(out, "_width", width)
    wide = [(code, line) for code in CODES for line in printed("explain", code) if len(line) > width]

    assert [(code, line) for code, line in wide if not line.startswith("    ")] == []


@pytest.mark.parametrize("width", [40, 80])
def test_a_scenario_in_sentences_is_wrapped(width: int, monkeypatch) -> None:
    """No line is wider than the terminal, and what belongs to an entry stands below it."""
    monkeypatch.setattr(out, "_width", width)
    lines = printed("show", str(SCENARIOS / "first_hello.yaml"))

    assert [line for line in lines if len(line) > width] == []
    assert [line for line in printed("stats", str(SCENARIOS / "first_hello.yaml"))[:3] if len(line) > width] == []
