"""Lists with nothing in them, and words that stand twice."""

import pytest

from game.scenario import load_text
from game.scenario.lint.linting import lint

HEAD = "scenario_format: 1\ntitle: T\nbusiness: {name: K, trade: clay}\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lines: {}\n", "list-empty"),
        ("lines: {thanks: []}\n", "list-empty"),
        ("followers: {jo: {name: Jo, formats: [photo, photo]}}\n", "list-twice"),
    ],
)
def test_a_list_that_says_nothing_is_noted(text: str, code: str) -> None:
    """The author learns it; the scenario can be played."""
    loaded = load_text(HEAD + text)

    assert loaded.ok
    assert code in [p.code for p in lint(loaded)]
