"""Small anti-aliased pictures that are cut in nine and stretched: rounded corners and soft shadows."""

from collections.abc import Sequence

import numpy as np
import pygame

Colour = tuple[int, int, int]


def rgb(colour: str) -> Colour:
    """#rrggbb as three numbers 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def as_surface(pixels: np.ndarray) -> pygame.Surface:
    """A picture of an (h, w, 4) array of 0..255."""
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels, dtype=np.uint8).tobytes()
    surface = pygame.image.frombytes(data, (width, height), "RGBA")
    return surface.convert_alpha() if pygame.display.get_surface() else surface


def distance(width: int, height: int, radii: Sequence[float]) -> np.ndarray:
    """Signed distance of each pixel's centre to a rounded rectangle's edge, below 0 inside.

    `radii` are those of the corners upper left, upper right, lower right, lower left. Shape (height, width).
    """
    x = np.arange(width) + 0.5 - width / 2
    y = (np.arange(height) + 0.5 - height / 2)[:, None]
    upper = np.where(x < 0, radii[0], radii[1])
    lower = np.where(x < 0, radii[3], radii[2])
    radius = np.where(y < 0, upper, lower)
    qx = np.abs(x) - width / 2 + radius
    qy = np.abs(y) - height / 2 + radius
    outside = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
    distance: np.ndarray = outside + np.minimum(np.maximum(qx, qy), 0) - radius
    return distance


def rounded(radii: Sequence[float], fill: Colour | None, edge: Colour | None, width: int) -> pygame.Surface:
    """The corners of a panel as one tile of 2k+1 pixels a side, k being the largest radius rounded up."""
    k = corner(radii, width)
    d = distance(2 * k + 1, 2 * k + 1, radii)
    outer = np.clip(0.5 - d, 0, 1)
    inner = np.clip(0.5 - (d + width), 0, 1) if edge else outer
    ring = outer - inner
    body = inner if fill else np.zeros_like(inner)
    alpha = ring + body
    safe = np.where(alpha > 0, alpha, 1)[..., None]
    tint = np.array(edge or fill or (0, 0, 0)) * ring[..., None] + np.array(fill or edge or (0, 0, 0)) * body[..., None]
    blank = np.array(edge or fill or (0, 0, 0))
    colour = np.where(alpha[..., None] > 0, tint / safe, blank)
    return as_surface(np.dstack([np.rint(colour), np.rint(alpha * 255)]))


def corner(radii: Sequence[float], width: int) -> int:
    """Pixels a corner of the tile takes."""
    return max(int(np.ceil(max(radii))), width, 1)


def reach_of(blur: float) -> int:
    """Pixels a shadow stands out on each side."""
    return int(np.ceil(blur * 1.5))


def shadow(radius: float, blur: float, colour: Colour, strength: float) -> tuple[pygame.Surface, int]:
    """A blurred rounded square, and the pixels of one of its corners.

    Gaussian blur of one small tile; the sides are stretched by the painter, so the size of the panel does
    not matter. `strength` 0..1 is the opacity far inside.
    """
    reach = reach_of(blur)
    k = int(np.ceil(radius)) + 2 * reach
    side = 2 * k + 1
    d = distance(side - 2 * reach, side - 2 * reach, (radius,) * 4)
    alpha = np.pad(np.clip(0.5 - d, 0, 1), reach)
    sigma = max(blur / 2, 0.5)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        alpha = np.apply_along_axis(np.convolve, axis, alpha, kernel, mode="same")
    pixels = np.empty((side, side, 4))
    pixels[..., :3] = colour
    pixels[..., 3] = np.rint(alpha * 255 * strength)
    return as_surface(pixels), k


def mask_of(width: int, height: int, radii: Sequence[float]) -> pygame.Surface:
    """White with the alpha of a rounded rectangle, to multiply a picture with."""
    alpha = np.clip(0.5 - distance(width, height, radii), 0, 1)
    pixels = np.full((height, width, 4), 255.0)
    pixels[..., 3] = np.rint(alpha * 255)
    return as_surface(pixels)
