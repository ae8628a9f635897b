"""Names that stand for nothing are understood where players' words are meant, and told once."""

import pytest

from game.authoring.fix import mend
from game.scenario.checks.references import BLOCKS
from game.scenario.lint.linting import examine
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


DOGS = """\
scenario_format: 1
title: Dogs
days: 12
business: {name: Wait, trade: dog school}
followers:
  tom:
    name: Tom Wessel
    loves: {quiet: 80}
    formats: [text, guide]
    lives:
      guests: {motive: buyer, wants: A calm dog., ready: {from: 5, until: 12}, clues: [He jumped up.]}
      how: {motive: curious, wants: To know., clues: [How does it count?]}
  ole: {name: Ole Krug, motive: neighbour}
content:
  whistle: {title: A whistle, format: text, about: [quiet], hours: 0.5}
lines:
  answer_warm: ["Saw {first} here.", "I was here."]
timeline:
  loud:
    title: Too loud
    day: 5
    text: It is loud.
    choices:
      - {label: "Yes", change: {who: [ole], trust: -8}, do: {move: post_promotion}}
      - {label: "No"}
  later: {title: Later, text: Later., when: {day: {from: 8}}}
"""
ASKED = {
    "business:": ("bizness:", "Did you mean 'business'?", True),
    "  ole: {": ("  ole: {pronuons: he, ", "Did you mean 'pronouns'?", True),
    "{move: post_promotion}": ("post_promotion", "Write do: {move: post_promotion}", False),
    "trust: -8": ("trust: −8", "Write the minus sign of the keyboard: -8.", True),
    "-8}": ("–8}", "Write the minus sign of the keyboard: -8.", True),
    "Saw {first} here": ("Saw {{first}} here", "One pair is enough: {first}", True),
    "hours: 0.5": ("hours: 30 min", "Write hours as a number: 0.5.", True),
    ", hours: 0.5": (", hours: 45m", "Write hours as a number: 0.75.", True),
    "[text, guide]": ("text; guide", "Put it in brackets: [text, guide]", True),
    "formats: [text, guide]": ("formats: text; gibt es", "Put it in brackets: [text, gibt es]", False),
    "{from: 8}": ("8", "Write day: {from: 8}", False),
    "until: 12": ("to: 12", "Did you mean 'until'?", True),
    "80": ("8/10", "Write points of 100: 80.", False),
    "day: {from: 8}": ("lives: {tom: gests}", "Did you mean 'guests'?", False),
    "when: {day: {from: 8}}": ("when: {lives: {tom: neighbour}}", "Theirs are: guests, how.", False),
}


@pytest.mark.parametrize(("right", "slip"), ASKED.items(), ids=[slip for slip, _, _ in ASKED.values()])
def test_what_an_author_wrote_is_answered_in_their_own_words_once(right, slip, tmp_path):
    """One slip has one message, with the author's own word or figure in it; only what is sure is written."""
    wrong, hint, is_mended = slip
    path = tmp_path / "dogs.yaml"
    path.write_text(DOGS.replace(right, wrong, 1), encoding="utf-8")

    assert [p.hint for p in examine(path).problems if p.severity == "error"] == [hint]
    assert bool(mend(path)) == is_mended


def test_an_id_behind_a_dash_loses_the_dash(tmp_path):
    """`- ole:` among followers is told to have its id already, and is mended to `ole:`."""
    path = tmp_path / "dogs.yaml"
    block = "  ole:\n    name: Ole Krug\n    motive: neighbour\n"
    path.write_text(
        DOGS.replace("  ole: {name: Ole Krug, motive: neighbour}\n", block.replace("ole", "- ole", 1)), "utf-8"
    )

    assert "The id stands there already" in examine(path).problems[0].hint
    mend(path)
    assert block in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("love", "asked"), [("0.8", "80"), ("1", "100")])
def test_a_love_that_looks_like_a_share_of_one_is_noted(love, asked, tmp_path):
    """Loves run from 0 to 100, so 0.8 is hardly anything, and 80 may be meant."""
    path = tmp_path / "dogs.yaml"
    path.write_text(DOGS.replace("quiet: 80", f"quiet: {love}"), encoding="utf-8")

    hints = [p.hint for p in examine(path).problems if p.code == "love-faint"]
    assert hints == [f"Loves run from 0 to 100. Did you mean {asked}?"]
