"""How large a window is, and which zooms it allows."""

from math import ceil

from game.ui.drawing.sheet import NARROW_BELOW

DESIGN = (1280, 720)
LEAST = (ceil(NARROW_BELOW), 480)  # logical size below which the screens with columns do not work
AROUND = 76  # pixels of a desktop's height that a title bar and a panel take
LEAST_NARROW = (360, 640)  # and that of the screens with one column


def default_zoom(width: int, height: int) -> float:
    """The zoom for a window: a quarter step that keeps the design size, at least 1.

    >>> default_zoom(1920, 1080), default_zoom(960, 540), default_zoom(3840, 2160)
    (1.5, 1.0, 3.0)
    """
    fit = min(width / DESIGN[0], height / DESIGN[1])
    return max(1.0, int(fit * 4) / 4)


def most_zoom(width: int, height: int) -> float:
    """The largest zoom at which the screens still work in a window, in columns or in one; below 1 in a very small one.

    >>> round(most_zoom(1280, 720), 2), round(most_zoom(400, 800), 2)
    (1.5, 1.11)
    """
    return max(min(width / wide, height / high) for wide, high in (LEAST, LEAST_NARROW))


def window_size(desktop: tuple[int, int]) -> tuple[int, int]:
    """The size of a new window: the largest usual one that leaves room on the desktop, or what there is room for.

    >>> window_size((1920, 1080)), window_size((3840, 2160)), window_size((1280, 720))
    ((1600, 900), (2560, 1440), (1280, 644))
    """
    usual = ((2560, 1440), (1920, 1080), (1600, 900), DESIGN)
    room = desktop[0], desktop[1] - AROUND
    fitting = (min(DESIGN[0], room[0]), min(DESIGN[1], room[1]))
    return next((s for s in usual if s[0] <= desktop[0] * 0.86 and s[1] <= desktop[1] * 0.86), fitting)
