"""Since when the signs told what somebody is, in a sentence that agrees with the chances."""

from dataclasses import replace

import numpy as np
import pytest

from game.coach.hindsight.belief import Belief
from game.coach.hindsight.notebook import error, known_from, known_sentence, sign_told, skill
from game.session.live.differences import DID
from game.session.story.clues_of_signals import HINTS
from game.session.view import Notice
from tests.plays import SHIPPED, played


@pytest.fixture(scope="module")
def run():
    return played("first_hello", "never_asks", seed=2, days=2).playthrough


def belief_of(run, chances):
    """A belief that gives the true motive of the first follower these chances, morning by morning."""
    motives = run.compiled.rules.motives
    truth = motives.index(run.people[run.compiled.ids[0]].motive)
    shape = (len(chances), run.compiled.followers, len(motives.ids))
    found = np.zeros(shape)
    found[:, 0, truth] = chances
    return Belief(found, np.zeros(shape[:2]), np.ones(shape[:2]), {}), truth


@pytest.mark.parametrize(
    ("chances", "day", "told"),
    [
        ((0.2, 0.5, 0.74), 0, "The signs alone did not tell: in the end they gave the true one, {0}, only 74 %."),
        ((0.75, 0.1, 0.1), 1, "The signs told {0} from the start."),
        ((0.2, 0.75, 0.2), 2, "By the signs alone {0} could not be known before day 2. {1}"),
        ((0.2, 0.2, 0.9), 3, "The signs alone told {0} after the last day, and not before."),
    ],
)
def test_it_is_known_from_three_chances_in_four(run, chances, day, told):
    """The first such morning counts, also where the chance falls again; the morning after the last day is told so."""
    belief, truth = belief_of(run, chances)
    title = run.setup.speaker.motive(run.people[run.compiled.ids[0]].motive).title

    assert known_from(belief, 0, truth) == day
    assert known_sentence(run, belief, 0) == told.format(f"“{title}”", sign_told(run, run.compiled.ids[0], 2))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_sign_that_was_wanting_is_named_and_can_be_found_in_the_talk(name):
    """Whoever reads that it could not be known before a day reads what showed then, and where to look."""
    game = played(name, "patient", seed=2).playthrough
    for who, person in game.people.items():
        for day in range(2, len(game.history) + 1):
            told = sign_told(game, who, day)
            items = [i for i in game.story.threads[who] if i.day == day - 1]
            seen = [item.signal for item in game.story.nights[day - 2].items if item.follower == who]
            assert all(DID[signal] in told for signal in seen), told
            assert (f"talk with {person.first}, under day {day - 1}" in told) <= bool(items), told
            assert "night before" in told


def test_words_that_hinted_at_it_before_the_signs_told_it_are_named(run):
    """Whoever was shown a clue on day 1 does not read that it could not be known before day 2."""
    who = run.compiled.ids[0]
    belief, _ = belief_of(run, (0.2, 0.75, 0.2))
    clue = Notice("tie", "From round here", "Knows when you open, without having to look.")
    known = replace(run.story.known[who], notices={HINTS[run.people[who].motive]: (1, clue)})
    hinted = replace(run, story=replace(run.story, known={**run.story.known, who: known}))

    told = known_sentence(hinted, belief, 0)
    assert "on day 1 (“From round here”)" in told
    assert "the signs alone told it on day 2." in told


def test_the_error_of_a_forecast_is_the_squared_distance():
    """Brier's figure for an even forecast of two, and its greatest."""
    assert error(np.array([0.5, 0.5]), 0) == pytest.approx(0.5)
    assert error(np.array([1.0, 0.0]), 1) == pytest.approx(2.0)


def test_halving_the_error_is_half_the_score():
    """Two people, one known surely and one not at all."""
    common = np.array([0.5, 0.5])

    assert skill([np.array([1.0, 0.0]), common], [0, 1], common) == pytest.approx(50.0)
