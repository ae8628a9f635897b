"""Words of a night never contradict its picture: what hands, arms and ears do is shown, and not told otherwise."""

import re

import pytest

from game.scenario.texts.builtin import moves
from game.scenario.texts.evening_words import STEPS, evening_words
from game.session.seen.night.body import LISTENS, OF_TELLS, STILL, body_of
from game.session.seen.night.lines_drawn import lines_and_poses

SHOWN = re.compile(
    r"\b(hands?|arms?|elbows?|fingers?|fists?|chin|ears?|sleeves?|pockets?|hair|spoon|stirs?|claps?|waves?|points?|"
    r"puts? (?:the|it|down|an)|keeps? (?:the|a)|holds?|folds?|taps?|drums?|eyes for)\b", re.IGNORECASE,
)  # fmt: skip
"""What a picture shows of somebody, who sits at a table in one pose, and at the bar with both hands round a cup."""
LAID_DOWN = re.compile(r"\b(?:puts?|lays?) (?:the |it |{their} )?(?:\w+ )?(?:down|away|aside)\b", re.IGNORECASE)
THINGS = {
    "menu": r"\bmenu\b",
    "book": r"\bbook\b",
    "letter": r"\b(?:page|letter|note)\b",
    "leaflets": r"\b(?:brochure|leaflet)\b",
}


@pytest.mark.parametrize("step", range(STEPS))
def test_a_sentence_about_hands_or_arms_names_what_must_be_drawn(step):
    """Without it, the sentence might be told beside another drawing."""
    lines = evening_words().bodies[step]
    assert [line.text for line in lines if SHOWN.search(line.text) and not line.needs] == []


def test_what_is_held_up_is_not_put_down():
    """No scene of the mirror says that the thing was laid down that is drawn in a hand."""
    wrong = []
    for move, words in moves().items():
        for scene in words.dates:
            name = THINGS.get(scene.prop)
            told = scene.what if scene.held == "you" else scene.then
            found = LAID_DOWN.search(told) if name else None
            if found and re.search(name, told[found.start() : found.end() + 8]):
                wrong.append((move, told))
    assert wrong == []


@pytest.mark.parametrize("tell", [*OF_TELLS])
def test_no_body_contradicts_joyful_words_or_a_complaint(tell):
    """Who tells good news, praises you or says yes is not turned away; who complains does not beam."""
    for joyful in ("life_event", "share_compliment", "accepts"):
        assert body_of([joyful, tell]) >= LISTENS
        assert body_of(["answer_warm", joyful, tell]) >= LISTENS
    assert body_of(["complaint", tell]) <= STILL


@pytest.mark.parametrize("signal", ["goes_quiet", "no_answer"])
@pytest.mark.parametrize("step", range(7))
@pytest.mark.parametrize("reads", [True, False])
def test_of_whom_not_a_word_came_nothing_said_is_told(signal, step, reads):
    """“Has to laugh, and tells you why” never stands beside “writes nothing”."""
    words = evening_words()
    told = [
        line.text
        for lines, _ in lines_and_poses(words, "", step, reads=reads, did=[signal, "tell_read"])
        for line in lines
    ]

    assert len(told) >= 3
    spoken = re.compile(r"\b(tells?|says?|asks?|talks?|answers?)\b|“", re.IGNORECASE)
    assert [text for text in told if spoken.search(text)] == []
