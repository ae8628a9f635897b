"""The notebook asks for a guess when there is evidence and none yet, and not every day."""

from dataclasses import replace

from game.session.view import Guess, Notice
from game.ui.play.reading_views import EVIDENCE, is_invited
from tests.ui.fakes import fake_game


def test_it_asks_once_in_three_days_and_never_without_evidence_or_with_a_guess():
    """Four invitations in twelve days."""
    view = fake_game.FakeGame().view(None)
    seen = tuple(Notice("look", f"{n}", "Seen.", False) for n in range(EVIDENCE))
    who = replace(view.followers[0], noticed=seen, guess=None, left="")
    days = [day for day in range(1, 13) if is_invited(replace(view, day=day), who)]
    assert len(days) == 4
    for other in (replace(who, noticed=seen[:-1]), replace(who, guess=Guess("curious", 75))):
        assert not any(is_invited(replace(view, day=day), other) for day in range(1, 13))
