"""Beside what came of a move no caption judges it otherwise than it came: every scene, with every body after it."""

import re

import pytest

from game.scenario.texts import builtin
from game.scenario.texts.evening_words import evening_words, glad_before
from game.session.date_lines import DateLine
from game.session.seen.after_the_move import SILENT, as_it_was, done_told
from game.session.seen.night.body import STILL
from game.session.seen.night.evening import Met
from game.session.seen.night.poses import POSES, UNWELCOME

NOTHING_SHOWN = re.compile(r"nothing (shows|has been said)|does not show|not come up|wished for", re.IGNORECASE)
SCENES = [(move, scene) for move, words in builtin.moves().items() for scene in words.dates]


def line_of(move, scene):
    """A scene as the mirror shows it."""
    return DateLine(
        move, scene.you, scene.they, scene.what, scene.then, scene.mood, scene.prop, scene.held, around=scene.around
    )


def met_with(step):
    """Somebody in the evening after it, whose body is at a step."""
    return Met("mara", "Mara Lind", 3, step, *POSES[step][0], "", "Says yes.", "Yes, please.")


@pytest.mark.parametrize("step", range(len(POSES)))
def test_a_caption_scolds_nothing_that_was_well_taken_and_praises_nothing_that_was_not(step):
    """A scene's own words stand only beside a body that took the move as ill; else what was done does."""
    kept = 0
    for move, scene in SCENES:
        if move in SILENT:
            continue
        told = as_it_was(line_of(move, scene), met_with(step), "Mara").what
        agrees = step < STILL and scene.mood in UNWELCOME
        kept += told == scene.what
        assert told == done_told(line_of(move, scene), "Mara") or agrees or move not in evening_words().did, scene.what
    assert kept or step >= STILL


def test_what_was_done_names_the_one_to_whom_it_was_done():
    """A large caption has no pronoun without its noun, and no placeholder is left in it."""
    for move, scene in SCENES:
        told = done_told(line_of(move, scene), "Mara")
        assert "{" not in told
        assert not re.search(r"\b(they|them|their|she|he|her|him)\b", told), told


def test_no_caption_of_a_question_says_that_nothing_showed():
    """What was said beside the need that the rules count, such as a word of a large order, would make it untrue."""
    asks = [(move, scene.what) for move, scene in SCENES if move in {"propose", "small_offer", "pitch", "ask_to_share"}]
    assert asks
    assert [what for _, what in asks if NOTHING_SHOWN.search(what)] == []
    assert [said for said in glad_before().values() if NOTHING_SHOWN.search(said)] == []
