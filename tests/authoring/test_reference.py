"""The documentation of the format says what the program does: every example loads, every key and code is listed."""

import re
from pathlib import Path

import pytest

from game.authoring.every_word import every_word
from game.authoring.reference import reference
from game.scenario import load_text
from game.scenario.format.archetypes import ARCHETYPES
from game.scenario.format.vocabulary import BOTS, ENDS, FORMATS, MOTIVES, MOVES, RESERVED, SIGNALS, STAGES
from game.scenario.format.walk import known_keys
from game.scenario.problems.codes import CODES
from game.scenario.texts.texts import PLACEHOLDERS

DOCS = (Path(__file__).parents[2] / "docs" / "scenario-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
HEAD = "scenario_format: 1\ntitle: X\nbusiness: {name: A, trade: B}\n"


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.split(":")[0])
def test_every_example_loads_without_a_word(text: str) -> None:
    """Examples of the page on the format can be pasted as they are."""
    whole = text if "scenario_format" in text else HEAD + text

    assert load_text(whole).problems == ()


def test_the_reference_in_the_documentation_is_the_one_the_program_makes() -> None:
    """If this fails, run scripts/write_reference.py."""
    written = DOCS.partition("<!-- reference -->\n\n")[2].partition("\n\n<!-- end of the reference -->")[0]

    assert written == reference()


WORDS = (Path(__file__).parents[2] / "docs" / "words.md").read_text(encoding="utf-8")


def test_the_page_of_words_is_the_one_the_program_makes() -> None:
    """If this fails, run scripts/write_reference.py."""
    assert WORDS.partition("<!-- words -->\n\n")[2].partition("\n\n<!-- end of the words -->")[0] == every_word()


@pytest.mark.parametrize("words", [SIGNALS, MOVES, BOTS, MOTIVES, FORMATS, STAGES, ENDS, tuple(ARCHETYPES)])
def test_the_page_of_words_leaves_out_none(words: tuple[str, ...]) -> None:
    """Each stands in the first column of a table, with a meaning behind it."""
    told = dict(re.findall(r"^\| `([a-z_]+)` \| (.+) \|$", WORDS, re.MULTILINE))

    assert [word for word in words if not told.get(word, "").strip()] == []


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_every_placeholder_is_on_the_page(name: str) -> None:
    """The page of words lists each word that may stand between braces."""
    assert f"| `{{{name}}}` | " in WORDS


def test_the_reference_knows_every_key() -> None:
    """The reference has every key of the format, and no other."""
    listed = set(re.findall(r"^\| \*{0,2}`([a-z_]+)`\*{0,2} \|", reference(), re.MULTILINE))

    assert listed == known_keys()


def test_the_documentation_lists_every_code_with_its_meaning() -> None:
    """The page on the format has each code with its gravity and meaning as `check` knows them."""
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.*) \|$", DOCS, re.MULTILINE)

    assert {name: (severity, meaning) for name, severity, meaning in rows if name in CODES} == {
        code.id: (code.severity, code.meaning) for code in CODES.values()
    }


@pytest.mark.parametrize("words", [ARCHETYPES, MOTIVES, BOTS, RESERVED], ids=["archetypes", "motives", "bots", "taken"])
def test_the_documentation_names_all_words_one_may_use(words: tuple[str, ...]) -> None:
    """Whatever an author may choose from stands on the page before the reference of keys."""
    assert [word for word in words if not re.search(rf"\b{word}\b", DOCS.split("## Files and folders")[0])] == []
