"""Each guess is set against the truth, and against what a perfect reader believed on the day it was written."""

import numpy as np
import pytest

from game.coach.hindsight.belief import Belief
from game.coach.hindsight.coach_text import coach_figures, coach_told
from game.coach.hindsight.judged_guesses import guesses_summed_up, judged_guesses
from game.session.entries import Note
from tests.plays import bot_plays_a_day, bots, session

DAYS = 4
READER = " A perfect reader gave {1} 35 % that day."
SO = "and the signs of day 2 already said so to a perfect reader (80 %)."


def run_with(notes):
    """A run of four days whose notes, by day, are on the first follower: whether they are true, and how sure."""
    game = session("first_hello", 2)
    who = game.playthrough.compiled.ids[0]
    truth = game.playthrough.people[who].motive
    other = next(m for m in game.playthrough.compiled.rules.motives.ids if m != truth)
    for day in range(1, DAYS + 1):
        for right, sure in notes.get(day, ()):
            game.do(Note(who, truth if right else other, sure))
        bot_plays_a_day(game, bots()["never_asks"])
    return game, truth, other


def belief_of(game, chances, truth, other):
    """A belief that gives the true motive of the first follower these chances, and the other one half of the rest."""
    now = game.playthrough
    motives = now.compiled.rules.motives
    found = np.zeros((DAYS + 1, now.compiled.followers, len(motives.ids)))
    found[:, 0, motives.index(truth)] = chances
    found[:, 0, motives.index(other)] = (1.0 - np.array(chances)) / 2
    return Belief(found, np.zeros(found.shape[:2]), np.ones(found.shape[:2]), {})


def told_of(notes, chances):
    game, truth, other = run_with(notes)
    found = judged_guesses(game.playthrough, game.mornings, belief_of(game, chances, truth, other))
    title = game.playthrough.setup.speaker.motive
    return found.get(game.playthrough.compiled.ids[0], ()), title(truth).title, title(other).title


@pytest.mark.parametrize(
    ("right", "chances", "words"),
    [
        (True, (0.2, 0.8, 0.9, 0.9, 0.9), f"Right, {SO}"),
        (
            True, (0.2, 0.3, 0.9, 0.9, 0.9),
            "Right, though by the signs alone nobody could have known before day 3 (30 % that day).",
        ),
        (True, (0.2, 0.3, 0.4, 0.5, 0.7), "Right, though the signs alone never told it (30 % that day)."),
        (
            True, (0.8, 0.3, 0.4, 0.5, 0.7),
            "Right, though the signs, which had said so on day 1, left it open again (30 % that day).",
        ),
        (False, (0.2, 0.8, 0.9, 0.9, 0.9), "It was {0}, " + SO),
        (
            False, (0.2, 0.3, 0.4, 0.9, 0.9),
            "It was {0}; by the signs alone nobody could have known before day 4." + READER,
        ),
        (
            False, (0.2, 0.3, 0.4, 0.4, 0.9),
            "It was {0}; by the signs alone nobody could have known before the last day was over." + READER,
        ),
        (
            False, (0.2, 0.3, 0.4, 0.4, 0.4),
            "It was {0}; by the signs alone nobody could have known at any time." + READER,
        ),
        (
            False, (0.8, 0.3, 0.4, 0.4, 0.4),
            "It was {0}; the signs had said so on day 1, and left it open again (30 % that day)." + READER,
        ),
    ],
)  # fmt: skip
def test_a_guess_is_told_with_its_day_and_what_could_be_known(right, chances, words):
    """The reader is that of the morning of the day, and known is what had three chances in four."""
    (one,), truth, other = told_of({2: [(right, 50)]}, chances)
    title = truth if right else other

    assert one.sentence == f"Day 2: “{title}”, 50 % sure. {words.format(f'“{truth}”', f'“{other}”')}"
    assert (one.day, one.sure, one.right, one.reader_true) == (2, 50, right, pytest.approx(chances[1]))
    assert one.was_knowable == (chances[1] >= 0.75)


def test_each_change_of_mind_is_a_guess_of_its_own():
    """Another sureness, too; what was changed on the same day is the last one, and nothing new is told of no change."""
    found, _, _ = told_of({1: [(False, 25), (True, 50)], 3: [(True, 100)], 4: [(True, 0)]}, (0.5,) * 5)

    assert [(one.day, one.sure, one.right) for one in found] == [(1, 50, True), (3, 100, True)]


def test_a_note_of_the_last_day_is_told():
    """What was written on the last day is judged as all else is, with that day."""
    found, _, _ = told_of({DAYS: [(True, 75)]}, (0.5,) * 5)
    assert [one.day for one in found] == [DAYS]


def test_who_was_never_noted_is_left_out():
    """Nothing is said of guesses that nobody made."""
    game, truth, other = run_with({})
    belief = belief_of(game, (0.5,) * 5, truth, other)
    assert judged_guesses(game.playthrough, game.mornings, belief) == {}
    assert guesses_summed_up([]) == ""


def test_the_sum_counts_right_ones_and_what_could_be_known():
    """In one sentence, whose numbers are those of the guesses."""
    chances = (0.2, 0.3, 0.8, 0.9, 0.9)
    one_unknown, _, _ = told_of({1: [(False, 25)], 3: [(True, 50)]}, chances)
    some, _, _ = told_of({1: [(False, 25)], 2: [(False, 50)], 3: [(False, 75)], 4: [(True, 50)]}, chances)

    assert guesses_summed_up(one_unknown) == (
        "Of 2 guesses 1 was right; of the other one the truth could not yet be known by the signs of that day."
    )
    assert guesses_summed_up(some) == (
        "Of 4 guesses 1 was right; of the other 3, the signs of that day already told the truth of 1."
    )
    assert guesses_summed_up(some[2:3]) == (
        "Your one guess was not right; of it the signs of that day already told the truth."
    )
    assert guesses_summed_up(one_unknown[1:]) == "Your one guess was right."


def test_the_command_line_tells_each_guess():
    """In lines under the person, summed up at the end, and in figures."""
    game, truth, other = run_with({2: [(False, 50)]})
    belief = belief_of(game, (0.2, 0.3, 0.4, 0.9, 0.9), truth, other)
    now = game.playthrough
    guesses = judged_guesses(now, game.mornings, belief)
    text = coach_told(now, belief, None, 40, guesses)
    (one,) = guesses[now.compiled.ids[0]]

    assert f"    notebook, d{one.sentence[1:]}\n" in text
    assert text.splitlines()[-1].startswith("  Your one guess was not right; ")
    figures = coach_figures(now, belief, None, 40, guesses)["followers"]
    assert [(g["day"], g["sure"], g["was_knowable"]) for g in figures[0]["guesses"]] == [(2, 50, False)]
    assert figures[1]["guesses"] == []
