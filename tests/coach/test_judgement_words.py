"""What is said of asking never contradicts what was counted."""

import itertools
import re

import pytest

from game.coach.judgement import FEWEST_ASKS, Judgement, judge, sentences_of
from game.coach.knowing_when import is_question, judgement_words
from game.coach.looking_back.make_debrief import debrief
from tests.plays import played, session

UNREADY = 40
TABLE = [
    (hits, wrong, ready, missed)
    for hits, wrong, ready, missed in itertools.product((0, 1, 3, 8), (0, 1, 3, 6, 20), (0, 1, 3, 8, 20), (0, 1, 2))
    if hits <= ready and missed <= ready - hits
]
COULD_TELL = re.compile(r"could (mostly )?tell|could tell a little|nearly every time")


def judged(hits: int, wrong: int, ready: int) -> Judgement:
    """A judgement of so many right and wrong asks; the same by days and by spells."""
    truth = [True] * ready + [False] * UNREADY
    asked = [True] * hits + [False] * (ready - hits) + [True] * wrong + [False] * (UNREADY - wrong)
    return judge(truth, asked)


@pytest.mark.parametrize(("hits", "wrong", "ready", "missed"), TABLE)
def test_words_claim_nothing_that_the_counts_deny(hits, wrong, ready, missed):
    """For every count of right and wrong asks, of days of being ready and of people passed over."""
    found = judged(hits, wrong, ready)
    words = judgement_words(session("first_hello").playthrough, found, found, missed)

    if COULD_TELL.search(words):
        assert hits > 0
        assert wrong > 0
        assert hits + wrong >= FEWEST_ASKS
    if re.search(r"mostly tell|nearly every time", words):
        assert hits >= wrong
    assert ("not asked then" in words) == (missed > 0)
    assert ("asked nobody to buy" in words) == (hits + wrong == 0)
    assert ("Nobody you asked to buy was ready" in words) == (hits == 0 < wrong)
    assert ("Everybody you asked to buy was ready" in words) == (wrong == 0 < hits)
    if "Waiting a little longer" in words:
        assert wrong > 0
    if "kept silent" in words:
        assert hits > 0
    if hits + wrong == 0:
        assert "When in doubt" not in words
    assert "{" not in words


@pytest.mark.parametrize(("hits", "wrong", "ready", "missed"), TABLE)
def test_a_figure_stands_only_where_right_and_wrong_asks_were_counted(hits, wrong, ready, missed):
    """With no hit or no false alarm a d' would be made by its correction alone."""
    found = judged(hits, wrong, ready)

    assert found.is_enough == (hits > 0 and wrong > 0 and hits + wrong >= FEWEST_ASKS)
    if not ready:
        assert found.discrimination == 0.0
    assert len(sentences_of(found, found, missed)) in {1, 2, 3}


@pytest.mark.parametrize("bot", ["patient", "pushy", "never_asks", "always_asks", "discounter", "sleeper"])
@pytest.mark.parametrize("days", [1, 3, 7])
def test_the_list_of_asks_and_the_words_have_the_same_counts(bot, days):
    """Whoever counts the questions in a debrief comes to the counts that its words are made of."""
    now = played("first_hello", bot, seed=6, days=days).playthrough
    told = debrief(now)
    questions = [a for a in told.asks if is_question(now, a.move)]

    assert told.by_day.asks == len(questions)
    assert told.by_day.hits == sum(a.ready for a in questions)
    assert ("not asked then" in told.judgement) == bool(told.missed)
