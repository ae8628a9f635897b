"""Commands of authors, as they type them: begin, complete, share, bring up to date."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import courtship


def test_new_makes_a_scenario_that_checks_well(tmp_path):
    """The folder is named, says what to do next, and `check` has nothing to say; its title comes from its name."""
    made = courtship("new", str(tmp_path / "slow-boat"), "--like", "bakery", "--business", "Barge 4")
    checked = courtship("check", str(tmp_path / "slow_boat"))

    assert made.returncode == checked.returncode == 0
    assert "courtship check" in made.stdout
    text = (tmp_path / "slow_boat" / "scenario.yaml").read_text(encoding="utf-8")
    assert "title: Slow Boat\n" in text
    assert "name: Barge 4\n" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "there"), "is there already"),
        (("new", "mine", "--like", "cofee"), "Did you mean 'coffee'"),
        (("new", "..."), "Use some letters"),
        (("schema", "nowhere.yaml"), "There is no scenario"),
        (("pack",), "There is no scenario.yaml"),
        (("pack", "there"), "courtship check"),
        (("add", "nowhere.zip"), "there is no such file"),
        (("add", "there/work.txt"), "It is no zip file"),
        (("reference", "-o", "no/such/folder.md"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(arguments, words, tmp_path, monkeypatch):
    """A sentence with a way out, no zero exit code, no new file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "work.txt").write_text("x", encoding="utf-8")

    done = courtship(*arguments, home=tmp_path / "home", PYTHONPATH=str(Path(__file__).parents[3]))

    assert done.returncode in {1, 2}
    assert words in done.stderr
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["work.txt"]


def test_schema_writes_the_ids_of_a_scenario(tmp_path):
    """Beside the file, with the line that must stand first in it; without a scenario, the format is printed."""
    file = tmp_path / "boat.yaml"
    file.write_text(
        "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: b}\nfollowers: {mara: {name: Mara}}\n",
        encoding="utf-8",
    )

    told = courtship("schema", str(file))
    whole = json.loads(courtship("schema").stdout)

    assert "# yaml-language-server: $schema=.courtship/boat.schema.json" in told.stdout
    assert '"Mara"' in (tmp_path / ".courtship" / "boat.schema.json").read_text(encoding="utf-8")
    assert "followers" in whole["properties"]


def test_reference_prints_or_writes_every_key(tmp_path):
    """The same text on the screen and in a file."""
    printed = courtship("reference").stdout
    courtship("reference", "-o", str(tmp_path / "keys.md"))

    assert "| **`title`** |" in printed
    assert (tmp_path / "keys.md").read_text(encoding="utf-8") == printed


def test_a_packed_scenario_can_be_added_elsewhere_and_is_listed(tmp_path):
    """Made by one person, sent, added by another: it is known by name, and added again only when told."""
    courtship("new", str(tmp_path / "slow_boat"))
    package = tmp_path / "slow_boat.zip"
    packed = courtship("pack", str(tmp_path / "slow_boat"), "-o", str(package))
    home = tmp_path / "other"

    added = courtship("add", str(package), home=home)
    again = courtship("add", str(package), home=home)
    replaced = courtship("add", str(package), "--replace", home=home)

    assert "courtship add slow_boat.zip" in packed.stdout
    assert "courtship play slow_boat" in added.stdout
    assert (again.returncode, replaced.returncode) == (1, 0)
    assert "--replace" in again.stderr
    assert courtship("check", "slow_boat", home=home).returncode == 0


def test_a_package_may_not_take_the_name_of_a_shipped_scenario(tmp_path):
    """Otherwise it would be played in its place."""
    courtship("new", str(tmp_path / "slow_roast"))
    package = tmp_path / "any.zip"
    courtship("pack", str(tmp_path / "slow_roast"), "-o", str(package))

    refused = courtship("add", str(package), home=tmp_path / "home")
    named = courtship("add", str(package), "--name", "my roast", home=tmp_path / "home")

    assert "ships with the game" in refused.stderr
    assert "courtship play my_roast" in named.stdout


def test_translate_makes_a_file_and_tells_how_far_it_is(tmp_path):
    """From nothing to a file with every text; --status has the same figures, as JSON too."""
    pytest.importorskip("babel", reason="Babel is not here; it comes with the extra translate")
    folder = tmp_path / "boat"
    courtship("new", str(folder))

    nothing = courtship("translate", "--status", str(folder))
    made = courtship("translate", "de", str(folder))
    status = json.loads(courtship("translate", "--status", str(folder), "--json").stdout)

    assert "There is no translation yet" in nothing.stdout
    assert (folder / "lang" / "de.po").is_file()
    assert status["de"]["missing"] == status["de"]["total"] > 10
    assert f"de: 0 of {status['de']['total']} texts done" in made.stdout


def test_translate_without_babel_says_how_to_get_it(tmp_path):
    """One sentence with the command; telling how far a translation is needs no Babel."""
    folder = tmp_path / "boat"
    courtship("new", str(folder))
    program = (
        "import sys, importlib.util as u\n"
        "find = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'babel' else find(name, *a)\n"
        "from game.cli import main; main()\n"
    )

    def without_babel(*arguments):
        command = [sys.executable, "-c", program, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    refused, told = without_babel("translate", "de", str(folder)), without_babel("translate", "--status", str(folder))

    assert refused.returncode == 1
    assert "pip install 'courtship[translate]'" in refused.stderr
    assert told.returncode == 0


def test_a_name_with_a_stroke_is_one_folder_and_a_folder_with_spaces_is_quoted(tmp_path, monkeypatch):
    """`new "Green & Blue/2"` makes no folder in a folder; the commands that it prints can be pasted."""
    monkeypatch.chdir(tmp_path)
    courtship("new", "Green & Blue/2")
    (tmp_path / "My place").mkdir()
    made = courtship("new", "My place/dogs")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["My place", "green_blue_2"]
    assert "courtship check 'My place/dogs'" in " ".join(made.stdout.split())
