"""A slip between braces is seen in every text of a file, whatever kind it is, and so is what no window shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.scenario import load_text
from game.scenario.format.walk import SCENARIO, known_keys, walk
from game.scenario.lint.linting import lint
from game.scenario.lint.rules.filled_texts import filled_as
from game.scenario.lint.rules.reading_rules import shown_texts
from game.scenario.problems.phrases import as_yaml
from game.scenario.problems.sources import Source
from game.scenario.reading.edits import apply, in_place_of
from game.scenario.reading.reader import read
from game.scenario.reading.tree import Node

FILES = {
    name: (Path(__file__).parents[1] / "valid" / f"{name}.yaml").read_text(encoding="utf-8")
    for name in ("complete", "lives")
}
Place = tuple[str, tuple[str, ...]]


def root_of(name: str) -> Node:
    root = read(Source("scenario.yaml", FILES[name]), known_keys()).root
    assert root is not None
    return root


ROOTS = {name: root_of(name) for name in FILES}
NO_SENTENCES = {"notes", "id", "language", "names", "one_of"}  # not read by players, or held to another pattern
TOPICS = {("content", "about"), ("talks", "about")}


def sentences() -> Iterator[Place]:
    """A place of each kind: of every text that players may read, the first one of its like in either file."""
    seen = set()
    for name, root in ROOTS.items():
        for shape, node, path in walk(SCENARIO, root):
            if shape.kind != "text" or node.kind != "text" or shape.ref or shape.picture or NO_SENTENCES & set(path):
                continue
            like = tuple(part for part in path if not part.isdigit())
            if like not in seen and (like[0], like[-1]) not in TOPICS:
                seen.add(like)
                yield name, path


def found_with(place: Place, added: str) -> set[str]:
    """The codes that are told at a place once something is added to its text there."""
    name, path = place
    node = next(node for shape, node, way in walk(SCENARIO, ROOTS[name]) if way == path and node.kind == "text")
    loaded = load_text(apply(FILES[name], [in_place_of(node, as_yaml(f"{node.value} {added}"))]))
    assert loaded.ok, loaded.problems
    return {p.code for p in lint(loaded) if p.line == node.line and added.strip("…") in p.excerpt[p.column - 1 :]}


@pytest.mark.parametrize("place", list(sentences()), ids=lambda place: ".".join(place[1]))
def test_a_misspelt_word_in_braces_is_seen_in_every_text(place: Place) -> None:
    """Where texts are filled in it stands for nothing; elsewhere players would read it as typed."""
    part = filled_as(place[1])[0]
    told = {"words": {"word-nested"}, "": {"word-elsewhere"}}.get(part, {"word-unknown"})
    told |= {"word-unknown"} if place[1][0] == "tutorial" else set()

    assert told & found_with(place, "{nmae}")


AS_TYPED = [place for place in sentences() if not filled_as(place[1])[0]]


@pytest.mark.parametrize("place", AS_TYPED, ids=lambda place: ".".join(place[1]))
def test_a_word_that_is_right_in_a_line_is_seen_where_nothing_is_filled_in(place: Place) -> None:
    """A hint that waits for somebody knows their first name and no other word."""
    assert {"word-elsewhere", "word-unknown"} & found_with(place, "{name}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{customer name}", True),
        ("{Name}", True),
        ("{name", True),
        ("{1, 2}", False),
        ("{}", False),
        ("a smile :-{ of his", False),
    ],
)
def test_outside_of_lines_only_what_is_meant_as_a_word_is_told(text: str, told: bool) -> None:
    """Sums, smiles and empty braces are an author's own."""
    place = next(p for p in sentences() if p[1][0] == "summary")

    assert ("word-elsewhere" in found_with(place, text)) == told


@pytest.mark.parametrize(
    "place",
    [("complete", path) for _, _, path in shown_texts(walk(SCENARIO, ROOTS["complete"]))],
    ids=lambda place: ".".join(place[1]),
)
def test_a_character_that_the_window_lacks_is_seen_in_every_text(place: Place) -> None:
    """In a line that is a text alone as well as in one with its own block."""
    assert "text-glyph" in found_with(place, "日")
