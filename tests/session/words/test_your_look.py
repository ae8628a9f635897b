"""Nobody in a game can be taken for the player."""

import itertools

import pytest

from game.art.cafe import others
from game.art.cast import YOURS, CastLook, cast
from game.session.words.personas import LOOKS, YOUR_LOOKS
from tests.plays import SHIPPED, session

MARKS = ("skin", "hair", "hair_colour", "wear", "glasses", "beard")
EVERYBODY_ELSE = [look for look in range(len(cast())) if look not in YOUR_LOOKS]


def alike(one: CastLook, other: CastLook) -> int:
    """How many of six marks two people share."""
    return sum(getattr(one, mark) == getattr(other, mark) for mark in MARKS)


def test_there_are_six_figures_at_least_and_art_and_game_agree_on_them():
    """Every figure that can be chosen can be drawn."""
    assert len(YOUR_LOOKS) >= 6
    assert set(YOUR_LOOKS) == YOURS


@pytest.mark.parametrize("figure", YOUR_LOOKS)
def test_nobody_that_can_be_drawn_looks_like_the_player(figure):
    """Two marks at least differ from everybody else's, the skin or what covers the head among them."""
    you = cast()[figure]
    for look in EVERYBODY_ELSE:
        them = cast()[look]
        assert alike(them, you) <= len(MARKS) - 2, look
        assert (them.skin, them.hair, them.wear) != (you.skin, you.hair, you.wear), look


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(40))
def test_nobody_in_a_game_has_a_figure_of_the_player(name, seed):
    """Whoever is dealt into a shipped scenario has the look of somebody else, as the portrait is drawn."""
    people = session(name, seed).playthrough.people.values()
    assert {person.look % len(cast()) for person in people} <= set(EVERYBODY_ELSE)


def test_figures_differ_from_each_other():
    """Any two of the player's figures differ in the hair or what covers it, and in what they wear."""
    for one, other in itertools.combinations([cast()[look] for look in YOUR_LOOKS], 2):
        assert (one.hair, one.hair_colour, one.wear) != (other.hair, other.hair_colour, other.wear)
        assert (one.top, one.shirt) != (other.top, other.shirt)


def test_the_other_guests_of_a_scene_are_nobody_the_player_could_be():
    """A queue, a waiter or a friend in the date mirror has never a face that the player can choose."""
    for look in LOOKS["they"]:
        assert YOURS.isdisjoint(others(look, 0, 12))
