"""Each sentence about a habit reads well and is true whether something was done never, once, twice or often."""

import re

import numpy as np
import pytest

from game.coach.forward.asking_signs import NAMES
from game.coach.forward.habits_told import habits_told
from game.coach.forward.player_policy import fitted_policy
from game.coach.forward.seen_choices import CUES, SeenChoices

ASK, WRITE, OTHER = ("quiet", "propose"), ("stands", "follow_up"), ("news", "thanks")
REST, LOOK, LEFT = ("stands", "give_space"), ("stands", "look_around"), ("stands", "")
MET, MISSED = ("waits", "thanks"), ("waits", "")
OFTEN = "(one person on one morning each)"
WAITING = "When a message waits for you, you"
FEW_ASKS = "That is too few choices to tell when you ask; from 6 questions on it can be tried."
FEW_PACE = "That is too few choices to tell how long you wait; from 10 on it can be told."
FEW_MANNER = "That is too few choices to tell what you do between questions; from 10 on it can be told."


def choices_made(*some):
    """Choices of one run, each with how often it was made, its cue and its move; the last message is two days old."""
    rows = [row for count, row in some for _ in range(count)]
    count = len(rows)
    cues, moves = [CUES.index(cue) for cue, _ in rows], np.array([move for _, move in rows], dtype="<U20")
    return SeenChoices(
        run=np.zeros(count, dtype=int), signs=np.zeros((count, len(NAMES)), dtype=bool), columns=np.zeros((count, 2)),
        cue=np.array(cues, dtype=int), kind=np.zeros(count, dtype=int), last=np.full(count, ""),
        pause=np.full(count, 2.0), free=np.ones(count, dtype=bool), asked=moves == "propose", move=moves, posts=("",),
        post_runs=(0,),
    )  # fmt: skip


def told(number, *some):
    """One of the three sentences."""
    choices = choices_made(*some)
    return habits_told(choices, fitted_policy(choices), str.title)[number].sentence


@pytest.mark.parametrize(
    ("some", "sentence"),
    [
        ([(20, LEFT)], f"You have asked nobody so far. {FEW_ASKS}"),
        ([(1, ASK), (20, LEFT)], f"You have asked once so far. {FEW_ASKS}"),
        ([(2, ASK), (20, LEFT)], f"You have asked twice so far. {FEW_ASKS}"),
        ([(5, ASK), (90, LEFT)], f"You have asked 5 times so far. {FEW_ASKS}"),
        ([(60, LEFT)], f"You ask nobody to buy: on 60 occasions {OFTEN} you did not do it once."),
        (
            [(30, ASK), (60, LEFT)],
            f"You ask whatever has shown: 30 questions on 90 occasions {OFTEN}, and no sign tells much of when.",
        ),
    ],
)
def test_asking_is_told_by_how_often_it_was_done(some, sentence):
    """Nobody asked, one question, two, and many."""
    assert told(0, *some) == sentence


@pytest.mark.parametrize(
    ("some", "sentence"),
    [
        ([(3, LEFT)], f"You have not yet written again to somebody who had said nothing. {FEW_PACE}"),
        ([(1, WRITE)], f"You have written again once to somebody who had said nothing. {FEW_PACE}"),
        ([(2, WRITE)], f"You have written again twice to somebody who had said nothing. {FEW_PACE}"),
        ([(9, WRITE)], f"You have written again 9 times to somebody who had said nothing. {FEW_PACE}"),
        ([(90, REST)], f"You never write again to somebody who says nothing: not once on 90 occasions {OFTEN}."),
        ([(90, LOOK)], f"You never write again to somebody who says nothing: not once on 90 occasions {OFTEN}."),
        (
            [(1, WRITE), (89, REST)],
            f"You hardly ever write again to somebody who says nothing: once on 90 occasions {OFTEN}.",
        ),
        (
            [(2, WRITE), (88, REST)],
            f"You hardly ever write again to somebody who says nothing: twice on 90 occasions {OFTEN}.",
        ),
        ([(12, WRITE)], "When somebody says nothing, you write again after 3 days (12 times)."),
    ],
)
def test_writing_again_is_told_by_how_often_it_was_done(some, sentence):
    """Never, once, twice and often; to leave somebody in peace or to look at their profile is not to write."""
    assert told(1, *some) == sentence


@pytest.mark.parametrize(
    ("some", "sentence"),
    [
        ([(3, LEFT)], f"You made no move between questions, and no message waited for you. {FEW_MANNER}"),
        (
            [(1, OTHER), (1, MISSED)],
            f"You made 1 move between questions, and a message waited for you on 1 occasion. {FEW_MANNER}",
        ),
        (
            [(2, OTHER), (2, MET)],
            f"You made 2 moves between questions, and a message waited for you on 2 occasions. {FEW_MANNER}",
        ),
        (
            [(9, MET), (1, MISSED)],
            (
                f"{WAITING} nearly always write that day (9 of 10 occasions); otherwise you write "
                "to nobody, questions aside."
            ),
        ),
        (
            [(12, MISSED), (1, WRITE)],
            (f"{WAITING} never write that day (0 of 12 occasions); unasked, you have made one move, “Follow_Up”."),
        ),
        (
            [(12, ("waits", "look_around")), (1, WRITE), (1, OTHER)],
            (
                f"{WAITING} never write that day (0 of 12 occasions); unasked, you do now this, now "
                "that (2 times, none of it twice)."
            ),
        ),
        (
            [(1, MET), (11, MISSED), (3, WRITE), (1, OTHER)],
            (
                f"{WAITING} hardly ever write that day (1 of 12 occasions); unasked, what you do "
                "most is “Follow_Up” (3 of 4 times)."
            ),
        ),
        (
            [(1, MET), (9, WRITE)],
            (
                f"{WAITING} nearly always write that day (1 of 1 occasion); unasked, what you do "
                "most is “Follow_Up” (9 of 9 times)."
            ),
        ),
        ([(9, WRITE), (3, OTHER)], "Unasked, what you do most is “Follow_Up” (9 of 12 times)."),
    ],
)
def test_the_rest_is_told_by_how_often_it_was_done(some, sentence):
    """No move and no message, one of each, two, and many; whoever answers every message is not told to say nothing."""
    assert told(2, *some) == sentence


@pytest.mark.parametrize("moves", [0, 1, 2, 12])
@pytest.mark.parametrize("waiting", [0, 1, 2, 12])
def test_no_sentence_has_one_of_many(moves, waiting):
    """A count of one stands with a noun in the singular, in each of the three sentences."""
    for number in range(3):
        sentence = told(number, (moves, WRITE), (waiting, MISSED), (moves, ASK), (waiting, REST), (1, LEFT))
        assert not re.search(r"\b1 \w+s\b|nothing never|\bnobody times\b", sentence), sentence
