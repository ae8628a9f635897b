"""The list of scenarios to choose from."""

import subprocess
import sys
from pathlib import Path

from game.resources import SCENARIOS
from game.scenario import catalogue

VALID = Path(__file__).parent / "valid"
HEAD = "scenario_format: 1\ntitle: {title}\nbusiness: {{name: A, trade: B}}\n"


def test_a_card_says_what_one_needs_to_choose() -> None:
    """Title, length, hours, business, author and picture of a scenario stand in the list."""
    cards = {card.id: card for card in catalogue([VALID])}

    card = cards["complete"]
    assert (card.title, card.days, card.hours_per_day) == ("Wheels on Quay Street", 35, 1.5)
    assert (card.business, card.trade, card.author) == ("Spoke and Chain", "bicycle workshop", "Ada Okafor")
    assert Path(card.picture) == VALID / "pictures" / "shop.png"
    assert Path(card.path) == VALID / "complete.yaml"
    assert card.problems == ()
    assert cards["minimal"].picture == ""


def test_files_and_folders_stand_in_one_list_by_title_and_broken_ones_too(tmp_path: Path) -> None:
    """Hidden files and other things are left out; what is broken is listed with what is wrong."""
    (tmp_path / "zebra.yaml").write_text(HEAD.format(title="Alpha"), encoding="utf-8")
    (tmp_path / "apple").mkdir()
    (tmp_path / "apple" / "scenario.yaml").write_text(HEAD.format(title="beta"), encoding="utf-8")
    (tmp_path / "torn.yaml").write_text(HEAD.format(title="Gamma") + "days: 90\n", encoding="utf-8")
    (tmp_path / "un_readable.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / ".hidden.yaml").write_text(HEAD.format(title="Hidden"), encoding="utf-8")
    (tmp_path / "notes.md").write_text("no scenario", encoding="utf-8")
    (tmp_path / "pictures").mkdir()

    cards = catalogue([tmp_path])

    assert [(card.id, card.title) for card in cards] == [
        ("zebra", "Alpha"),
        ("apple", "beta"),
        ("torn", "Gamma"),
        ("un_readable", "Un readable"),
    ]
    assert cards[2].problems == ("torn.yaml, line 4: days is 90, but it must be at most 60.",)
    assert len(cards[3].problems) == 1


def test_a_folder_that_is_not_there_is_an_empty_list(tmp_path: Path) -> None:
    """A folder of scenarios that has not been made yet is no error."""
    assert catalogue([tmp_path / "nowhere"]) == ()


def test_every_shipped_scenario_can_be_played() -> None:
    """None of the scenarios that come with the game has a problem."""
    cards = catalogue([SCENARIOS])

    assert cards
    assert [card.problems for card in cards if card.problems] == []


def test_importing_scenarios_opens_no_window() -> None:
    """Scenarios can be read where there is neither window nor terminal."""
    code = "import sys, game.scenario; print(sorted({'pygame', 'rich', 'typer'} & set(sys.modules)))"

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "[]"
