"""The café is another one each evening, and whoever comes again sits otherwise than the first time."""

import pytest

from game.art.evenings.evening_scene import Seated, evening_scene
from game.art.evenings.moments import moment_scene, quiet_svg
from game.art.evenings.scenery import scenery_of
from game.session.seen.night.evening_seen import evening_seen
from tests.plays import SHIPPED, played

RUNS = [(name, bot) for name in SHIPPED for bot in ("patient", "never_asks")]


def leading(view, evening):
    """The first picture that a night shows."""
    scenery, you = scenery_of(view.seed, evening.day), {"you_look": 0, "dark": False}
    if evening.tables or evening.bar:
        guests = [Seated(m.look, m.pose, m.face, ease=m.ease) for m in evening.tables]
        bar = [Seated(m.look, m.pose, m.face) for m in evening.bar[:4]]
        return evening_scene(guests, bar=bar, scenery=scenery, **you)
    moment = next((m for m in evening.moments if m.who is not None), None)
    if moment is not None:
        return moment_scene(moment.kind, moment.who.look, scenery=scenery, **you)
    return quiet_svg(scenery=scenery, **you)


@pytest.mark.parametrize(("name", "bot"), RUNS)
def test_no_two_of_three_nights_running_begin_with_the_same_picture(name, bot):
    """Over whole runs of both scenarios."""
    view = played(name, bot).view()
    pictures = [leading(view, evening_seen(view, report)) for report in view.nights]
    for first in range(len(pictures)):
        three = pictures[first : first + 3]
        assert len({*three}) == len(three)
    assert len({*pictures}) == len(pictures)


@pytest.mark.parametrize("seed", [0, 1, 7, 83])
def test_each_part_of_the_look_differs_on_evenings_that_follow_each_other(seed):
    """Weather, what hangs there, what stands on the table, and the way you sit, on three evenings running."""
    looks = [scenery_of(seed, day) for day in range(1, 29)]
    for first in range(len(looks) - 2):
        three = looks[first : first + 3]
        for part in ("weather", "hung", "thing", "turn"):
            assert len({getattr(look, part) for look in three}) == 3
    assert len({*looks}) == 28


def test_whoever_comes_again_sits_otherwise_than_the_first_time():
    """Over a long run somebody becomes at home at your table, never less so, and each step is another picture."""
    view = played("slow_roast", "patient").view()
    eases: dict[str, list[int]] = {}
    for report in view.nights:
        for met in evening_seen(view, report).tables:
            eases.setdefault(met.follower, []).append(met.ease)
    assert all(found == sorted(found) for found in eases.values())
    assert max(ease for found in eases.values() for ease in found) == 4
    scenes = {evening_scene([Seated(9, "listens", ease=ease)], you_look=0, dark=False) for ease in range(1, 5)}
    assert len(scenes) == 4
