"""No file of results can run anything in the program that opens it."""

import ast
import csv
from pathlib import Path

import pytest

import game
from game import csv_lines
from game.lab.playing.blocks import trial_of
from game.lab.playing.players import players
from game.lab.playing.run import run
from game.resources import SCENARIOS
from game.scenario import load

BEGINNINGS = ("=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "＝", "－", "'", "'=")


@pytest.mark.parametrize("begins", BEGINNINGS)
def test_a_scenario_or_a_bot_of_any_file_name_writes_no_formula(begins: str, tmp_path: Path) -> None:
    """Both names come out as a text in the file, and the file is gone on with under the same names."""
    named = f"{begins}cmd('calc')"
    scenario, cards, file = tmp_path / f"{named}.yaml", tmp_path / f"{named}.cards.yaml", tmp_path / "games.csv"
    try:
        scenario.write_bytes((SCENARIOS / "first_hello.yaml").read_bytes())
    except OSError:
        pytest.skip("this system has no such file names")
    cards.write_text("cards:\n  - {move: thank_publicly}\n", encoding="utf-8")
    trial = trial_of(load(scenario), players([str(cards)]), 2, 1)

    first = run(trial, 1, file).games
    with file.open(encoding="utf-8", newline="") as text:
        written = list(csv.reader(text))
    played: list[int] = []

    assert [cell for row in written for cell in row if csv_lines.defused(csv_lines.restored(cell)) != cell] == []
    assert {(row[0], row[6].rpartition("@")[0]) for row in written[1:]} == {("'" + named, f"'{named}.cards")}
    assert run(trial, 1, file, played.append).games == first
    assert sum(played) == 2  # told as done, not played again


@pytest.mark.parametrize("number", ["-0.25", "+3", "-1e-05", "-inf", "0"])
def test_a_number_stays_a_number(number: str) -> None:
    assert csv_lines.defused(number) == number


def test_no_other_module_writes_csv() -> None:
    """Whoever writes CSV takes the one writer, which defuses."""
    writers = [
        path.name
        for path in Path(game.__file__).parent.rglob("*.py")
        for text in (path.read_text(encoding="utf-8"),)
        if "csv." in text
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"csv.writer", "csv.DictWriter", "csv.write_csv"}
    ]
    assert writers == ["csv_lines.py"]
