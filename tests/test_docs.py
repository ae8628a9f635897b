"""What the docs say is so: their commands exist, their YAML loads, their links lead somewhere."""

import re
from pathlib import Path

import pytest

from game.scenario import load_text
from tests.cli.test_commands import courtship

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    """Every link to a file of the project names one that is there."""
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_whole_scenarios_in_the_docs_load(page):
    """Every YAML block that begins like a scenario is one, without a problem."""
    blocks = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    whole = [b for b in blocks if "scenario_format:" in b and "business:" in b]

    for block in whole:
        assert [p.message for p in load_text(block).problems if p.is_error] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_modules_are_run_by_the_python_that_has_them(page):
    """What needs installed packages names the environment: the system's own `python3 -m` would not find them."""
    assert "python3 -m" not in page.read_text(encoding="utf-8")


def test_the_readme_begins_with_its_two_commands():
    """The first two code blocks are the play command and the test command, and both files exist."""
    blocks = re.findall(r"```\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert blocks[:2] == ["python3 scripts/play.py", "python3 scripts/test.py"]
    assert all((ROOT / b.split()[1]).is_file() for b in blocks[:2])
    assert "scripts/test.py" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme():
    """A command that --help lists stands in the table of the README, and no other does."""
    listed = set(re.findall(r"^  ([a-z]+)  ", courtship("--help").stdout.split("Commands:")[1], re.MULTILINE))
    table = set(re.findall(r"^\| `courtship ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert table == listed
