"""Nobody in a game can be taken for the player."""

import pytest

from game.art.cast import CastLook, cast
from game.session.words.personas import YOUR_LOOKS
from tests.plays import SHIPPED, session

MARKS = ("skin", "hair", "hair_colour", "wear", "glasses", "beard")


def alike(one: CastLook, other: CastLook) -> int:
    """How many of six marks two people share."""
    return sum(getattr(one, mark) == getattr(other, mark) for mark in MARKS)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(40))
def test_nobody_looks_like_the_player(name, seed):
    """Whichever figure is chosen, two marks at least differ, the skin or what covers the head among them."""
    looks = [cast()[person.look] for person in session(name, seed).playthrough.people.values()]
    for figure in YOUR_LOOKS:
        you = cast()[figure]
        assert max(alike(look, you) for look in looks) <= len(MARKS) - 2
        assert [look for look in looks if (look.skin, look.hair, look.wear) == (you.skin, you.hair, you.wear)] == []
