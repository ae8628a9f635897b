"""Icons: in one colour, within their margin, and each unlike the others."""

import itertools

import pytest

from game.art.drawings import names
from game.art.icons import icon_svg
from tests.art.drawn import pixels


def test_an_icon_keeps_to_its_colour_and_leaves_a_margin():
    for name in names("icons"):
        drawn = pixels(icon_svg(name, "#5a46d6"), 48, 48)
        solid = drawn[drawn[..., 3] > 250][:, :3].astype(int)
        assert len(solid) > 20, name
        assert abs(solid - (0x5A, 0x46, 0xD6)).max() <= 3, name
        assert not drawn[0, :, 3].any(), name
        assert not drawn[:, 0, 3].any(), name
        assert not drawn[-1, :, 3].any(), name
        assert not drawn[:, -1, 3].any(), name


def test_icons_of_different_moves_differ():
    twins = {frozenset(("heart", "like"))}
    drawn = {name: pixels(icon_svg(name, "#000000"), 24, 24)[..., 3].astype(int) for name in names("icons")}
    for one, other in itertools.combinations(names("icons"), 2):
        if {one, other} not in twins:
            assert (abs(drawn[one] - drawn[other]) > 80).sum() > 8, f"{one} and {other}"


def test_an_unknown_icon_names_its_neighbours():
    with pytest.raises(KeyError, match="heart"):
        icon_svg("haert", "#000000")
