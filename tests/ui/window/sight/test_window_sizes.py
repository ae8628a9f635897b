"""Which zooms and sizes a window gets."""

from game.ui.window.window_sizes import default_zoom, most_zoom, window_size


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
    assert window_size((1366, 768)) == (1280, 720)
