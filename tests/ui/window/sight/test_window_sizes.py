"""Which zooms and sizes a window gets."""

import pytest

from game.ui.window.window_sizes import AROUND, default_zoom, most_zoom, window_size


def test_zoom_follows_the_window():
    """Large screens show it large, and it fits on small ones."""
    assert [default_zoom(*s) for s in ((1280, 720), (1920, 1080), (2560, 1440), (3840, 2160), (800, 600))] == [
        1.0,
        1.5,
        2.0,
        3.0,
        1.0,
    ]
    assert most_zoom(640, 360) < 1


@pytest.mark.parametrize("desktop", [(1024, 768), (1280, 720), (1280, 800), (1366, 768), (1440, 900)])
def test_a_small_desktop_shows_the_whole_window(desktop):
    """Below a title bar and beside a panel no row of buttons is cut off, and the screens work at that size."""
    width, height = window_size(desktop)
    assert width <= desktop[0]
    assert height <= desktop[1] - AROUND
    assert most_zoom(width, height) >= 1
