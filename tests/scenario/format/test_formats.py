"""What was written for any format loads for ever; a file of a format that this game does not know says so."""

from pathlib import Path

import pytest

from game.bots.registry import bots
from game.lab.playing.through_session import play_session
from game.scenario import load, load_text
from game.scenario.format.schema import FORMAT
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import Session

FORMATS = Path(__file__).parents[1] / "formats"
GOLDEN = sorted(p for p in FORMATS.glob("*/*") if p.suffix == ".yaml" or (p / "scenario.yaml").is_file())
TEXT = "scenario_format: {}\ntitle: The Boat\nbusiness: {{name: A, trade: b}}\n"


def test_every_format_has_its_scenarios() -> None:
    assert {p.parent.name for p in GOLDEN} == {str(n) for n in range(1, FORMAT + 1)}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_it_loads_and_plays(path: Path) -> None:
    """No error, the number of its folder, and a whole game."""
    loaded = load(path)

    assert [p for p in loaded.problems if p.is_error] == []
    game = Session(begun(compiled_of(loaded), 3))
    play_session(game, bots()["patient"], 99)
    assert game.finished


@pytest.mark.parametrize(
    ("number", "hint"),
    [(FORMAT + 1, "Update the game."), (99, "Update the game."), (0, f"Write scenario_format: {FORMAT}")],
)
def test_a_format_that_is_not_known_is_told_with_the_way_out(number: int, hint: str) -> None:
    """Of such a file nothing else is judged."""
    loaded = load_text(TEXT.format(number) + "unheard_of: yes\n")

    assert not loaded.ok
    assert [(p.code, p.line, p.hint) for p in loaded.problems] == [("format-version", 1, hint)]
