"""A text in brackets that a comma cuts is told, whatever it says, and nothing that we ship or print has one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.resources import ASSETS, SCENARIOS
from game.scenario import load_text
from game.scenario.lint.linting import lint
from game.scenario.lint.rules.comma_rules import cut_texts
from game.scenario.problems.sources import Source
from game.scenario.reading.reader import read
from game.scenario.reading.tree import Node
from game.scenario.texts.translate import texts

ROOT = Path(__file__).parents[3]
HEAD = """scenario_format: 1
title: Wheels on Quay Street
business: {name: Spoke and Chain, trade: bicycle workshop}
followers:
  jonas:
    name: Jonas Rehn
    loves: {commuting: 70}
    lives:
      rain: {motive: buyer, clues: [Wet again.], posts: [Rain.]}
      street:
        motive: neighbour
        clues: [I heard your shutter go up.]
"""
SHIPPED = [*sorted(SCENARIOS.glob("*.yaml")), *sorted((ASSETS / "starters").glob("*.yaml"))]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", *sorted((ASSETS / "explain").glob("*.md"))]


def blocks() -> Iterator[tuple[str, str]]:
    """Every piece of YAML that we ship or print, but the page that shows how not to do it."""
    for path in [*SHIPPED, *sorted((ROOT / "examples").rglob("*.yaml"))]:
        yield str(path), path.read_text(encoding="utf-8")
    for path in PAGES:
        if path.stem != "text-split":
            for block in re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
                yield str(path), block


def lists(node: Node) -> Iterator[Node]:
    if node.kind == "list" and node.flow:
        yield node
    for inner in (*node.items, *(part for pair in node.pairs for part in pair)):
        yield from lists(inner)


def test_no_file_and_no_page_has_a_text_that_a_comma_cuts() -> None:
    """Neither shipped scenarios nor the examples of the pages have a sentence that brackets cut in two."""
    found = []
    for name, block in blocks():
        root = read(Source(name, block)).root
        for one in lists(root) if root else ():
            found += [(Path(name).name, [node.value for node in pieces]) for pieces in cut_texts(one.items)]

    assert found == []


def proses() -> list[str]:
    """Texts of ours that hold a comma and would be read without quotes."""
    found = set()
    for path in SHIPPED:
        root = read(Source(path.name, path.read_text(encoding="utf-8"))).root
        assert root is not None
        found |= {text.source for text in texts(root)}
    fits = re.compile(r"[“A-Z][^:#\[\]{}\"'\n]*[a-z], [a-z][^:#\[\]{}\"'\n]*[.!?…]”?")
    return sorted(text for text in found if len(text) <= 240 and fits.fullmatch(text))


@pytest.mark.parametrize("text", proses())
def test_a_sentence_in_brackets_is_told_and_given_back_whole(text: str) -> None:
    """A sentence that its commas cut is proposed in quotes, and reads as one text then."""
    loaded = load_text(f"{HEAD}        posts: [{text}]\n")

    (problem,) = [p for p in lint(loaded) if p.code == "text-split"]

    assert (problem.line, problem.column) == (13, 17)
    again = load_text(f"{HEAD}{problem.repair}\n").written
    assert again is not None
    assert again.followers["jonas"].lives["street"].posts == (text,)


@pytest.mark.parametrize(
    "posts",
    [
        '["I walk, since it rains.", Rain again.]',
        "[Rain again., Who has the ladder?]",
        "[Rain, wind]",
        "[rain, wind and snow]",
        "[“Rain.”, “Wind.”]",
    ],
)
def test_what_is_a_list_is_left_alone(posts: str) -> None:
    """Lists of words and of whole sentences are not taken for a sentence that was cut."""
    assert not [p for p in lint(load_text(f"{HEAD}        posts: {posts}\n")) if p.code == "text-split"]


def test_curly_quotes_around_several_sentences_are_one_text() -> None:
    """Quotes of a book around a text are kept as part of it."""
    (problem,) = [
        p
        for p in lint(load_text(f"{HEAD}        posts: [“I took it apart. It works again, Mostly.”]\n"))
        if p.code == "text-split"
    ]

    assert problem.repair.strip() == 'posts: ["“I took it apart. It works again, Mostly.”"]'
