"""What the coach says of a decision: of its kind, with its figures, and with what was true where that was otherwise."""

from dataclasses import replace

import pytest

from game.coach.hindsight.coaching import information
from game.coach.hindsight.marked_decision import REST, ChoiceWorth, MarkedDecision, asks, percent
from game.coach.hindsight.review_told import dear_parts, fine_parts, running_text
from tests.plays import session


def told_dear(now, decision, turn):
    return running_text(dear_parts(now, decision, turn))


def told_fine(now, decision):
    return running_text(fine_parts(now, decision))


@pytest.fixture(scope="module")
def now():
    return session("first_hello", 2).playthrough


@pytest.fixture
def decision(now):
    """A decision about the first follower."""

    def made(move, best="comment", *, lost=2.0, true=(0.0, -1.0, 1.0), said=0.12, ready=False):
        who = now.compiled.ids[0]
        width = 1.0 if lost else 0.0
        return MarkedDecision(
            3, who, now.people[who].name, move, ChoiceWorth(best, lost, lost - width, lost + width),
            ChoiceWorth(best, *true), said, ready, early=not ready, won=False, alone=True,
        )  # fmt: skip

    return made


@pytest.mark.parametrize(
    ("chance", "words"), [(0.0, "0 %"), (0.0099, "under 1 %"), (0.01, "1 %"), (0.5, "50 %"), (1.0, "100 %")]
)
def test_a_small_chance_is_not_called_none(chance, words):
    """Under one per cent is said as that; whole per cent otherwise."""
    assert percent(chance) == words


def test_what_asks_is_what_asks_for_a_purchase(now):
    """To rest asks for nothing, nor does a favour."""
    assert [asks(now, move) for move in ("propose", "pitch", "ask_to_share", "comment", REST)] == [
        True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("turn", range(6))
def test_a_question_too_soon_is_told_with_its_chance_and_the_better_choice(now, decision, turn):
    """In other words each time for five times, with the name, and what it would have been worth."""
    said = told_dear(now, decision("propose"), turn)
    name, better = decision("propose").name, now.setup.speaker.title("comment")

    assert name in said
    assert "spoke against asking" in said
    assert said.endswith(f" “{better}” would have been worth about 2.0 points more.")
    assert len({told_dear(now, decision("propose"), other) for other in range(5)}) == 5
    assert told_dear(now, decision("propose"), turn + 5) == said


def test_in_place_of_a_question_peace_is_told_as_peace(now, decision):
    """No move is no gap in a sentence."""
    assert " Leaving them in peace that day would have been worth" in told_dear(now, decision("propose", REST), 0)


def test_each_kind_of_dear_decision_has_its_sentence(now, decision):
    """A day to ask, a day of peace, or another move; a day without any is told as a quiet one."""
    name, title = decision("").name, now.setup.speaker.title
    shown = f"All that {name} had shown"
    open_still = f"{shown} left it open, and a question was worth putting all the same: about 2.0 points more."

    assert told_dear(now, decision("comment", "propose", said=0.3), 0) == open_still
    assert told_dear(now, decision("comment", "propose", said=0.5, ready=True), 0) == (
        f"{shown} spoke for asking: a good day to ask, worth about 2.0 points more."
    )
    assert told_dear(now, decision("comment", "propose", said=0.5), 0) == (
        f"{shown} spoke for asking, and by that a question was worth about 2.0 points more."
    )
    assert told_dear(now, decision("help", REST), 0) == (
        f"A day of peace would have done {name} more good than “{title('help')}”, by about 2.0 points."
    )
    assert told_dear(now, decision("help"), 0) == (
        f"For {name}, “{title('comment')}” in place of “{title('help')}” would have been worth about 2.0 points more."
    )
    assert "a quiet day" in told_dear(now, decision(REST), 0)
    assert len({told_dear(now, decision("help"), turn) for turn in range(3)}) == 3


def test_what_was_otherwise_in_truth_is_added(now, decision):
    """A lucky choice is called lucky."""
    lucky = decision("help", true=(-2.0, -3.0, -0.1))

    assert "you were lucky" in told_dear(now, lucky, 0)
    assert "lucky" not in told_dear(now, decision("help", true=(-2.0, -3.0, 0.0)), 0)


def test_each_kind_of_fine_decision_has_its_sentence(now, decision):
    """Points are told as won, never as a loss below nothing."""
    name, title = decision("").name, now.setup.speaker.title
    asked = decision("propose", lost=-2.0, ready=True, said=0.6)
    bold = replace(asked, said_ready=0.12)
    shown = "all that had shown spoke"

    assert told_fine(now, asked) == f"You asked {name} when {shown} for asking: worth about 2.0 points."
    assert told_fine(now, bold) == f"You asked {name} though {shown} against asking: worth about 2.0 points."
    assert told_fine(now, decision(REST, lost=-2.0)) == (
        f"You left {name} in peace where others would have asked: worth about 2.0 points."
    )
    assert told_fine(now, decision("help", lost=-2.0)) == (
        f"“{title('help')}” for {name} was worth about 2.0 points against “{title('comment')}”."
    )


def test_a_fine_decision_that_went_wrong_is_bad_luck(now, decision):
    """An early question that the signs spoke for, or a choice that was the worse one in truth."""
    early, unlucky = decision("propose", lost=-2.0, said=0.6), decision("help", lost=-2.0, true=(1.0, 0.1, 2.0))

    assert told_fine(now, early).endswith(f"In truth it was early for {early.name}: nobody could have seen that.")
    assert told_fine(now, unlucky).endswith("bad luck, not bad judgement.")
    assert "luck" not in told_fine(now, decision("help", lost=-2.0, true=(1.0, 0.0, 2.0)))


@pytest.mark.parametrize(
    ("said", "ready", "words", "told"),
    [
        (0.5, True, "", "All that had shown spoke for asking, and {0} was ready to be asked."),
        (0.5, False, "", "All that had shown spoke for asking, but in truth {0} was not ready to be asked."),
        (0.49, True, "", "All that had shown left it open; in truth {0} was ready to be asked."),
        (0.2, False, "", "All that had shown left it open; in truth {0} was not ready to be asked."),
        (0.19, True, "", "All that had shown spoke against asking, but in truth {0} was ready to be asked."),
        (0.19, False, "", "All that had shown spoke against asking, and {0} was not ready to be asked."),
        (0.7, True, "spoke for asking", "So it was: {0} was ready to be asked."),
        (0.7, False, "spoke for asking", "In truth {0} was not ready to be asked."),
    ],
)  # fmt: skip
def test_of_a_question_the_signs_are_set_against_the_truth(now, decision, said, ready, words, told):
    """Whether they agree is said; what has been told is not told again."""
    first = now.people[now.compiled.ids[0]].first
    sentence = told.format(first)

    assert information(now, decision("propose", said=said, ready=ready), words) == sentence
    assert information(now, decision("help", "propose", said=said, ready=ready), words) == sentence


@pytest.mark.parametrize(
    ("true", "told"),
    [
        ((1.0, 0.1, 2.0), "the other choice was the better one."),
        ((-1.0, -2.0, -0.1), "yours was the better one."),
        ((1.0, 0.0, 2.0), "the two lie too near each other to be told apart."),
        ((-1.0, -2.0, 0.0), "the two lie too near each other to be told apart."),
    ],
)
def test_of_what_asks_nothing_the_better_choice_in_truth_is_told(now, decision, true, told):
    """Only where the interval leaves out zero."""
    assert information(now, decision("help", true=true), "") == (
        f"With who {now.people[now.compiled.ids[0]].first} really was, {told}"
    )
