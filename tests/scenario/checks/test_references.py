"""Names that stand for nothing are understood where players' words are meant, and told once."""

import pytest

from game.scenario.checks.references import BLOCKS
from game.scenario.loading import load_text
from game.scenario.texts.builtin import titles

SCENARIO = """\
scenario_format: 1
title: The Corner Bakery
days: 6
business: {{name: Crumb and Crust, trade: bakery}}
teaches: {{wait: Wait for it.}}
followers:
  ada: {{name: Ada Quist, motive: {motive}}}
timeline:
  the_boss:
    title: Numbers
    day: 2
    text: Do it.
    choices:
      - {{label: Yes, do: {{move: {move}}}, teaches: wait}}
      - {{label: No}}
"""


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, ids in titles().items() for name in ids])
def test_who_writes_what_players_read_is_told_the_id(kind, name):
    """A title such as “Message everyone” in place of its id is answered with the id."""
    title = titles()[kind][name]
    text = SCENARIO.format(**{"move": "help", "motive": "buyer", kind: title.lower()})
    found = [p for p in load_text(text).problems if p.code == "unknown-id"]

    if title.lower() == name:
        assert not found
    else:
        assert [p.hint.split("\n")[0] for p in found] == [f"Did you mean '{name}'?"]


def test_a_list_that_is_cut_says_where_all_of_it_stands():
    """Where not all choices find room, the hint names the command that lists them."""
    (found,) = [p for p in load_text(SCENARIO.format(move="zzzz", motive="buyer")).problems if p.code == "unknown-id"]

    assert "…" not in found.hint
    assert "courtship reference --words" in found.hint


@pytest.mark.parametrize("block", ["teaches", "followers", "timeline"])
@pytest.mark.parametrize("form", ["wait", "[wait, ada]"])
def test_a_block_of_a_wrong_form_is_one_mistake(block, form):
    """What is named of it elsewhere is no mistake of its own: nobody can know what the block was to define."""
    lines = SCENARIO.format(move="help", motive="buyer").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{block}:"))
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    text = "\n".join([*lines[:start], f"{block}: {form}", *lines[end:]])

    errors = [p for p in load_text(text).problems if p.is_error]

    assert block in BLOCKS.values()
    assert [(p.line, p.code) for p in errors] == [(start + 1, "wrong-type")]
