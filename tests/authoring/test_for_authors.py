"""The page for authors keeps its promises: its scenarios load, hold what is said of them, and its commands exist."""

import re
from pathlib import Path

import pytest

from game.authoring.code_pages import CONTEXT
from game.scenario import load_text
from game.scenario.lint.linting import lint
from game.scenario.problems.codes import CODES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "for-authors.md").read_text(encoding="utf-8")
TUTORIAL, COOKBOOK = PAGE.split("## Cookbook")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def whole(block: str) -> str:
    return block if "scenario_format" in block else CONTEXT + block


@pytest.mark.parametrize("block", BLOCKS, ids=lambda text: text.split("\n")[0])
def test_every_block_loads_and_is_as_it_is_meant(block: str) -> None:
    """Each example of the guide can be pasted as it is, without error or warning."""
    loaded = load_text(whole(block))

    assert loaded.problems == ()
    assert [p for p in lint(loaded) if p.severity != "note"] == []


@pytest.mark.parametrize("title", ["The boss's demand", "A crisis to repair", "A shy follower", "A seller"])
def test_a_recipe_is_one_block_and_has_nothing_to_note_but_its_frame(title: str) -> None:
    """A recipe of the cookbook leaves nothing to note but the debrief that a whole scenario has."""
    text = COOKBOOK.split(f"### {title}\n")[1].split("###")[0].split("\n## ")[0]
    (block,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)

    assert {p.code for p in lint(load_text(whole(block)))} <= {"debrief-missing"}


def test_the_tutorial_put_together_is_a_scenario_without_a_note() -> None:
    """The first block's people give way to those of the second, as the page says."""
    first, *more = re.findall(r"```yaml\n(.*?)```", TUTORIAL, re.DOTALL)
    together = first.split("followers:")[0] + "".join(more)

    loaded = load_text(together)

    assert loaded.ok, loaded.problems
    assert loaded.problems == ()
    assert lint(loaded) == ()


def test_the_tutorial_teaches_what_it_says() -> None:
    """Patience pays in the scenario that comes of it, as its contract claims."""
    from game.bots.contract import check_contract
    from game.session.runs.recorded_scenario import compiled_of

    first, *more = re.findall(r"```yaml\n(.*?)```", TUTORIAL, re.DOTALL)
    loaded = load_text(first.split("followers:")[0] + "".join(more))

    verdicts = check_contract(compiled_of(loaded), 60, 1)

    assert [v.says for v in verdicts if not v.kept] == []


def test_every_command_and_code_the_page_names_exists() -> None:
    """The guide names no command or code that there is not."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^\| `courtship ([a-z]+)", readme, re.MULTILINE))

    assert set(re.findall(r"`?courtship ([a-z]+)", PAGE)) <= known
    assert set(re.findall(r"courtship explain ([a-z]+-[a-z-]+)", PAGE)) <= set(CODES)
