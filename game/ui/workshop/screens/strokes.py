"""Smooth curves and arrows drawn straight onto the surface: kept pictures of them would be too many and too large."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.ui.drawing.painter import Painter
from game.ui.drawing.tiles import rgb

Point = tuple[float, float]
PARTS = 28  # of a curve


def bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    """Points on a cubic curve from a to d, pulled towards b and c."""
    found = []
    for i in range(PARTS + 1):
        t = i / PARTS
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        pulled = list(zip(weights, (a, b, c, d), strict=True))
        found.append((sum(w * p[0] for w, p in pulled), sum(w * p[1] for w, p in pulled)))
    return found


def stroke(paint: Painter, points: Sequence[Point], colour: str, width: float, dash: float = 0.0) -> None:
    """A line through points; with a dash, broken into pieces of that length."""
    scaled = [(x * paint.scale, y * paint.scale) for x, y in points]
    pieces = dashed(scaled, dash * paint.scale) if dash else [scaled]
    for piece in pieces:
        _ribbon(paint.surface, piece, rgb(colour), width * paint.scale)


def dashed(points: Sequence[Point], dash: float) -> list[list[Point]]:
    """Every other stretch of a line, each so long.

    >>> dashed([(0, 0), (10, 0)], 4)
    [[(0, 0), (4.0, 0.0)], [(8.0, 0.0), (10, 0)]]
    """
    pieces: list[list[Point]] = [[points[0]]]
    left, drawn = dash, True
    for a, b in pairwise(points):
        long = math.hypot(b[0] - a[0], b[1] - a[1])
        done = 0.0
        while long - done > left:
            done += left
            cut = (a[0] + (b[0] - a[0]) * done / long, a[1] + (b[1] - a[1]) * done / long)
            if drawn:
                pieces[-1].append(cut)
            else:
                pieces.append([cut])
            drawn, left = not drawn, dash
        left -= long - done
        if drawn:
            pieces[-1].append(b)
    return [piece for piece in pieces if len(piece) > 1]


def _ribbon(surface: pygame.Surface, points: Sequence[Point], ink: tuple[int, int, int], width: float) -> None:
    """A filled band along points whose edges are anti-aliased."""
    half = max(0.25, (width - 1) / 2)  # the edges add half a pixel on each side
    left, right = [], []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        long = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = (ay - by) / long * half, (bx - ax) / long * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    if half > 0.5:
        pygame.draw.polygon(surface, ink, [*left, *reversed(right)])
    pygame.draw.aalines(surface, ink, True, [*left, *reversed(right)])


def arrow_head(paint: Painter, tip: Point, colour: str, size: float = 8.0) -> None:
    """The head of an arrow that points to the right."""
    ink, s = rgb(colour), paint.scale
    x, y = tip
    corners = [(x * s, y * s), ((x - size) * s, (y - size * 0.55) * s), ((x - size) * s, (y + size * 0.55) * s)]
    pygame.draw.polygon(paint.surface, ink, corners)
    pygame.draw.aalines(paint.surface, ink, True, corners)
