"""The card of a question: three answers on one scale, and credit for whoever read somebody better than the signs."""

import pytest

from game.coach.looking_back.debrief import AskMark
from game.session.entries import ODDS_BANDS
from game.ui.play.screens.debrief.odds_scale import NEARER, answers_of, spoken


def asked(said=-1, seen=-1, likelihood=0.5):
    """A question with what was said, seen and true of it."""
    return AskMark(
        3, "ada", "Ada", "propose", "Propose", True, False, likelihood, False, "", "asked_open", seen=seen, said=said
    )  # fmt: skip


@pytest.mark.parametrize("likelihood", [0.0, 0.2, 0.55, 0.8, 1.0])
@pytest.mark.parametrize("seen", [-1, 5, 30, 75, 90])
@pytest.mark.parametrize("said", range(-1, len(ODDS_BANDS)))
def test_whoever_hears_the_card_hears_all_that_it_shows(said, seen, likelihood):
    """Each answer with its figure; the truth always, yours and the mirror's where there is one."""
    ask = asked(said, seen, likelihood)
    assert [a.whose for a in answers_of(ask)] == [
        *["You said"] * (said >= 0), *["The mirror says"] * (seen >= 0), "It was",
    ]  # fmt: skip
    assert all(f"{a.whose}: {a.told}." in spoken(ask) for a in answers_of(ask))
    assert (NEARER in spoken(ask)) == ask.read_better


@pytest.mark.parametrize(
    ("said", "seen", "likelihood", "better"),
    [(2, 75, 0.6, True), (2, 75, 0.7, False), (2, 55, 0.5, False), (3, 55, 0.72, True), (0, 75, 0.6, False),
     (-1, 75, 0.2, False), (2, -1, 0.5, False)],
)  # fmt: skip
def test_credit_is_given_where_the_truth_is_what_was_said_and_not_what_the_signs_told(said, seen, likelihood, better):
    """Nobody is praised for a guess that the mirror's figure comes as near to."""
    assert asked(said, seen, likelihood).read_better == better
