"""How near and in which mood people seem: each border of the tables."""

import pytest

from game.session.words.standing import mood_of, visible_stage


@pytest.mark.parametrize(
    ("warm", "contacts", "bought", "said"),
    [
        (0, 0, 0, "stranger"),
        (0, 9, 0, "stranger"),  # nothing warm came back
        (1, 0, 0, "stranger"),  # warm without a word between you
        (1, 1, 0, "acquaintance"),
        (2, 1, 0, "acquaintance"),
        (3, 1, 0, "regular"),
        (5, 1, 0, "regular"),
        (6, 1, 0, "friend"),
        (0, 0, 1, "friend"),
    ],
)
def test_how_near_somebody_seems(warm, contacts, bought, said):
    """By warm answers, contacts and purchases alone: what anyone can see."""
    assert visible_stage(warm, contacts, bought) == said


@pytest.mark.parametrize(
    ("trusting", "reactance", "wear", "said"),
    [
        (0.21, 0.0, 0.0, "sour"),
        (0.22, 0.0, 0.0, "even"),
        (0.9, 0.46, 0.0, "sour"),  # pushed too hard, though they trust you
        (0.9, 0.45, 0.0, "bright"),
        (0.9, 0.0, 1.7, "tired"),
        (0.9, 0.0, 1.6, "bright"),
        (0.58, 0.0, 0.0, "even"),
        (0.59, 0.0, 0.0, "bright"),
    ],
)
def test_the_mood_somebody_speaks_in(trusting, reactance, wear, said):
    """Pushed or mistrustful is sour, however warm else; much asked is tired; trusting is bright."""
    assert mood_of(trusting, reactance, wear) == said
