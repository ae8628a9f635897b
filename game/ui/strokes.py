"""Curves and arrows drawn straight onto the surface: pictures kept by size would be too many and too large."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.ui.painter import Painter
from game.ui.tiles import rgb

Point = tuple[float, float]
PARTS = 24  # of a curve


def bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    """Points on a cubic curve from a to d, pulled towards b and c."""
    found = []
    for i in range(PARTS + 1):
        t = i / PARTS
        u = 1 - t
        k = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        found.append((sum(w * p[0] for w, p in zip(k, (a, b, c, d), strict=True)),
                      sum(w * p[1] for w, p in zip(k, (a, b, c, d), strict=True))))  # fmt: skip
    return found


def stroke(paint: Painter, points: Sequence[Point], colour: str, width: float, dash: float = 0.0) -> None:
    """A line through points; with a dash, broken into pieces about so long."""
    ink, s = rgb(colour), paint.scale
    thick = max(1, round(width * s))
    walked = 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        walked += math.hypot(bx - ax, by - ay)
        if dash and int(walked / dash) % 2:
            continue
        pygame.draw.aaline(paint.surface, ink, (ax * s, ay * s), (bx * s, by * s), thick)


def arrow_head(paint: Painter, tip: Point, colour: str, size: float = 8.0) -> None:
    """The head of an arrow that points to the right."""
    ink, s = rgb(colour), paint.scale
    x, y = tip
    corners = [(x * s, y * s), ((x - size) * s, (y - size * 0.55) * s), ((x - size) * s, (y + size * 0.55) * s)]
    pygame.draw.polygon(paint.surface, ink, corners)
    for a, b in pairwise([*corners, corners[0]]):
        pygame.draw.aaline(paint.surface, ink, a, b)
