"""Whoever follows a hint is helped: it names the line that is wrong, and what it proposes is allowed."""

import pytest

from game.scenario import load_text
from game.scenario.lint.linting import lint

SHOP = """scenario_format: 1
title: A shop
summary: A shop.
days: 10
business: {name: The Shop, trade: shop, offer: A cape}
followers:
  hanna: {name: Hanna Rehn, loves: {rain: 80}, motive: neighbour}
content:
  cape: {title: The cape, format: photo, about: [rain], hours: 0.3}
"""
BOSS = "timeline:\n  boss:\n    title: The boss\n    day: 3\n    text: Write.\n"
CURES = {
    "a dash forgotten before the first answer": (
        f"{SHOP}{BOSS}    choices:\n      label: Send it\n      - label: Not today\n",
        16, "has no dash", "- label:",
    ),
    "a needed text left empty": (SHOP + BOSS.replace("The boss", ""), 12, "has no value", "Write one behind"),
    "a word of the game with spaces": (f"{SHOP}moves:\n  Post a story: {{hours: 1}}\n", 11, "cannot", "'post_story'"),
    "a number for a move": (f"{SHOP}moves:\n  like: 2\n", 11, "block of keys", "like: {hours: 2} or like: {from: 2}"),
    "an id left out": (f"{SHOP}{BOSS}    title: Full box\n    day: 5\n    text: X.\n", 15, "id seems to be", "above"),
    "a number in words": (SHOP.replace("days: 10", "days: ten"), 4, "whole number", "days: 10"),
    "too few days": (SHOP.replace("days: 10", "days: 2"), 4, "at least 3", "3 or more"),
    "too few hours": (SHOP.replace("A cape}", "A cape, hours_per_day: 0}"), 5, "at least 0.25", "0.25 or more"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "says", "cure"), CURES.values(), ids=CURES.keys())
def test_one_slip_gives_one_message_at_its_line_with_a_cure_that_is_allowed(text, line, says, cure):
    """No line that is right is blamed, and a key that is needed is never to be left out."""
    loaded = load_text(text)
    (told,) = [p for p in (*loaded.problems, *lint(loaded)) if p.is_error]

    assert told.line == line
    assert says in told.message
    assert cure in told.hint
    assert "leave the line out" not in told.hint
