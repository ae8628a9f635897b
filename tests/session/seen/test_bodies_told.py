"""What is said of a body in an evening is what its drawing shows: a cup, or a page, only where there is one."""

import re

import pytest

from game.art.drawings import drawing
from game.scenario.texts.evening_words import evening_words
from game.session.seen.night.body import OF_SIGNALS
from game.session.seen.night.poses import GESTURES, POSES, READING

NEVER = re.compile(r"\b(coats?|spoon|stirs|window|napkin|soup|thumb|heart,|coffee|goes cold)\b")
"""What no drawing of a body or of its table shows."""
WORDS = evening_words()
GESTURE = {
    r"hand on \S+ heart": {"lights_up"},
    r"[Ff]olds .* arms": {"turns_away"},
    r"[Rr]aises a hand": {"refuses", "refuses_coldly"},
    r"[Pp]rops .* head": {"props_head"},
    r"[Ll]eans in": {"leans_in"},
    r"out both hands": {"takes"},
}
"""By what is said that a body does: the drawings that show it."""
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
def test_a_gesture_that_is_named_is_drawn(body, line):
    """A sentence of the evening that names a gesture stands beside a drawing with that gesture."""
    for said, bodies in GESTURE.items():
        if re.search(said, line):
            assert body in bodies, (body, line)


def test_a_hand_on_the_heart_lies_on_the_chest():
    """The hand is drawn below the collar and above the table, on the side where the heart is."""
    drawn = drawing("bodies", "lights_up")
    assert drawn.fact("hand") == "heart"
    palm = re.search(r'<ellipse cx="(\d+)" cy="(\d+)"', drawn.svg(drawn.shown, "arms"))
    assert palm
    assert 145 <= int(palm[1]) <= 200
    assert 265 <= int(palm[2]) <= 310


@pytest.mark.parametrize(("body", "line"), TOLD)
def test_what_is_said_of_a_body_is_drawn(body, line):
    """Cup, clock and brochure are in the picture where the sentence beside it has them."""
    drawn = drawing("bodies", body)
    assert not NEVER.search(line), line
    if re.search(r"\bcup\b", line):
        assert "cup" in drawn.shown, (body, line)
    if re.search(r"\bclock\b", line):
        assert drawn.fact("expression") == "glancing", (body, line)
    if re.search(r"\bbrochure\b|\bpages\b|\bHolds it\b", line):
        assert "thing" in drawn.layers or "over" in drawn.layers, (body, line)
