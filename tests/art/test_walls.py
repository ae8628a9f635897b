"""Each business meets its people in a café of its own, and it is the same one in the mirror and at night."""

import pytest

from game.art.cafe import cafe_svg
from game.art.evenings.evening_scene import room_svg
from game.art.evenings.moments import quiet_svg, wall_svg
from game.art.evenings.scenery import Scenery, scenery_of
from game.art.walls import WALLS, walls_of
from tests.plays import SHIPPED, compiled, session


@pytest.mark.parametrize("dark", [False, True])
def test_no_two_walls_look_alike_in_any_picture_of_the_room(dark):
    """The whole room, an evening alone, the bare wall and the table of the mirror, by day and by lamplight."""
    for drawn in (
        [room_svg(dark, scenery=Scenery(walls=walls)) for walls in WALLS],
        [quiet_svg(you_look=0, dark=dark, scenery=Scenery(walls=walls)) for walls in WALLS],
        [wall_svg(dark, walls) for walls in WALLS],
        [cafe_svg(3, "warm", "cup", you_look=0, dark=dark, walls=walls) for walls in WALLS],
    ):
        assert len(set(drawn)) == len(WALLS)


def test_the_shipped_scenarios_have_different_cafes():
    """Who plays one after the other sees another room."""
    assert len({walls_of(compiled(name).scenario.business.name) for name in SHIPPED}) == len(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_mirror_shows_the_room_of_the_evenings(name):
    """Its walls are those of every night."""
    game = session(name)
    view = game.view(None)
    seen = game.view(view.followers[0].id)
    scenes = {move.date.walls for move in (*seen.moves, *seen.posts)}
    assert {scenery_of(view.seed, day, view.business).walls for day in range(1, view.days + 1)} == scenes


def test_walls_that_nobody_knows_are_drawn_as_the_first():
    """As in a scrapbook that another version has kept, or that somebody has written into."""
    for walls in ("", "marble"):
        assert cafe_svg(3, "warm", "cup", you_look=0, dark=True, walls=walls) == cafe_svg(
            3, "warm", "cup", you_look=0, dark=True, walls=WALLS[0]
        )


@pytest.mark.parametrize("name", SHIPPED)
def test_the_scenes_before_the_first_day_are_in_the_same_room(name):
    """The opening, with the walls of the first evening."""
    view = session(name).view(None)
    assert view.opening or name != "first_hello"
    assert {scene.walls for scene in view.opening} <= {scenery_of(view.seed, 1, view.business).walls}
