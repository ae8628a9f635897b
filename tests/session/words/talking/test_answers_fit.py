"""What you answer always fits what they asked, so nobody says of it that it missed: cool, but without blame."""

import re

import pytest

from game.scenario.texts import builtin
from tests.plays import SHIPPED, compiled

MISSED = re.compile(
    r"not what I (asked|meant|wanted)|I (had )?asked (for )?(one thing|advice)|told me another|at least it is an answer"
    r"|(doubt|whether) (that )?you read|at least have (looked|read)|not help me|hoped for a change|my fault"
    r"|sound complicated|smell a sale|beside the (point|question)|missed (it|the question)"
    r"|without (reading|answering)|different question",
    re.IGNORECASE,
)
"""That an answer missed, was not read for, or was something else than it was."""
SPOKEN = ("answer_cool", "complaint", "declines_coldly", "declines_kindly", "goes_quiet", "answer_short")


def of_the_house():
    """All that may follow an answer of yours: lines for any move, and those for answers."""
    for kind in SPOKEN:
        for line in builtin.signals()[kind].lines:
            if not line.answering or "answer" in line.answering:
                yield kind, line.text
    for kind, words in builtin.asides().items():
        for line in words.lines:
            if "answer" in line.answering:
                yield kind, line.text
    for kind, lines in builtin.tails().items():
        for line in lines:
            yield kind, line.text
    for scene in builtin.moves()["answer"].dates:
        yield "answer", f"{scene.they} {scene.then}"


def of_scenarios():
    """The scenarios' own cool words, and what comes back to an answer that is written with a question."""
    for name in SHIPPED:
        for kind, blocks in compiled(name).scenario.lines.items():
            for block in blocks:
                told = block.replies if block.answers else (block.text,) if kind in SPOKEN else ()
                yield from ((f"{name} {kind}", text) for text in told)


def replies():
    """What the house has ready for each written answer."""
    for kind, words in builtin.signals().items():
        for line in words.lines:
            yield from ((kind, text) for text in line.replies)


@pytest.mark.parametrize("lines", [of_the_house, of_scenarios, replies])
def test_no_line_claims_that_an_answer_missed(lines):
    """Over all lines that ship: none that can follow an answer says that it was not what was asked for."""
    found = list(lines())
    assert len(found) > 20
    assert not [pair for pair in found if MISSED.search(pair[1])]
