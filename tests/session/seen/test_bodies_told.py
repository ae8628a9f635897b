"""What is said of a body in an evening is what its drawing shows: a cup, or a page, only where there is one."""

import re

import pytest

from game.art.drawings import drawing
from game.scenario.texts.evening_words import evening_words
from game.session.seen.body import OF_SIGNALS
from game.session.seen.poses import GESTURES, POSES, READING

NEVER = re.compile(r"\b(coats?|spoon|stirs|window|napkin|soup|thumb|heart,|coffee|goes cold)\b")
"""What no drawing of a body or of its table shows."""
WORDS = evening_words()
TOLD = [
    *((POSES[step], line) for step, lines in enumerate(WORDS.bodies) for line in lines),
    *((READING[step], line) for step, lines in enumerate(WORDS.reading) for line in lines),
    *(
        (GESTURES[signal][0] if signal in GESTURES else POSES[OF_SIGNALS[signal]], line)
        for signal, lines in WORDS.gestures.items()
        for line in lines
    ),
]


@pytest.mark.parametrize(("body", "line"), TOLD)
def test_what_is_said_of_a_body_is_drawn(body, line):
    drawn = drawing("bodies", body)
    assert not NEVER.search(line), line
    if re.search(r"\bcup\b", line):
        assert "cup" in drawn.shown, (body, line)
    if re.search(r"\bclock\b", line):
        assert drawn.fact("expression") == "glancing", (body, line)
    if re.search(r"\bbrochure\b|\bpages\b|\bHolds it\b", line):
        assert "thing" in drawn.layers or "over" in drawn.layers, (body, line)
