"""Drawings and picture files as surfaces of the size they are shown in."""

import io
from collections.abc import Sequence

import pygame

from game.ui.drawing import tiles

LARGE = 1_500_000  # pixels; larger drawings are made smaller and stretched, which nobody sees and saves a second


def drawing(code: str, size: tuple[int, int], radii: Sequence[float], cover: bool) -> pygame.Surface | None:
    """An SVG text as a picture; None when it cannot be read.

    Args:
        code: the text.
        size: pixels.
        radii: of the four corners in pixels, or empty.
        cover: fill the size and cut off what stands out, instead of fitting into it.
    """
    wanted = size
    if cover:
        across, down = _shape(code)
        grow = max(size[0] / across, size[1] / down)
        wanted = (round(across * grow + 0.499), round(down * grow + 0.499))
    shrink = max(1.0, (wanted[0] * wanted[1] / LARGE) ** 0.5)
    try:
        small = (round(wanted[0] / shrink), round(wanted[1] / shrink))
        picture = pygame.image.load_sized_svg(io.BytesIO(code.encode()), small)
    except pygame.error:
        return None
    if shrink > 1:
        scale = min(wanted[0] / picture.get_width(), wanted[1] / picture.get_height())
        size_now = (round(picture.get_width() * scale), round(picture.get_height() * scale))
        picture = pygame.transform.smoothscale(picture.convert_alpha(), size_now)
    if cover:
        picture = _cut(picture, size)
    return _rounded(picture.convert_alpha(), radii)


def _shape(code: str) -> tuple[float, float]:
    start = code.find('viewBox="') + len('viewBox="')
    _, _, across, down = code[start : code.index('"', start)].replace(",", " ").split()
    return float(across), float(down)


def photo(path: str, size: tuple[int, int], radii: Sequence[float]) -> pygame.Surface | None:
    """A picture file that fills a size, cut in the middle; None when it cannot be read."""
    try:
        picture = pygame.image.load(path).convert_alpha()
    except (pygame.error, OSError):
        return None
    grow = max(size[0] / picture.get_width(), size[1] / picture.get_height())
    wanted = (max(size[0], round(picture.get_width() * grow)), max(size[1], round(picture.get_height() * grow)))
    return _rounded(_cut(pygame.transform.smoothscale(picture, wanted), size), radii)


def _cut(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    piece = pygame.Surface(size, pygame.SRCALPHA)
    piece.blit(picture, picture.get_rect(center=(size[0] // 2, size[1] // 2)))
    return piece


def _rounded(picture: pygame.Surface, radii: Sequence[float]) -> pygame.Surface:
    """The picture with round corners: only the corners are touched, so its size does not matter."""
    if not any(radii):
        return picture
    width, height = picture.get_size()
    k = min(tiles.corner(radii, 1), width // 2, height // 2)
    if k < 1 or 2 * k + 1 > min(width, height):
        picture.blit(tiles.mask_of(width, height, radii), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return picture
    tile = tiles.mask_of(2 * k + 1, 2 * k + 1, radii)
    for x, from_x in ((0, 0), (width - k, k + 1)):
        for y, from_y in ((0, 0), (height - k, k + 1)):
            picture.blit(tile, (x, y), (from_x, from_y, k, k), special_flags=pygame.BLEND_RGBA_MULT)
    return picture
