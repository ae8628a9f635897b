"""Letters have the size that is asked for, whatever was written before."""

import pygame
import pytest

from game.ui.drawing.lettering import DIRECT_FROM, OVERSAMPLE, Lettering


@pytest.fixture(scope="module", autouse=True)
def fonts():
    pygame.font.init()


def shown(pixels: float, *before: float) -> tuple[bytes, float, float]:
    """A figure on a badge: its picture, its baseline and its width, once other sizes have been written."""
    letters = Lettering()
    for size in before:
        letters.render("1", size, 800, "#ffffff")
        letters.width("1", size, 800)
    picture, baseline = letters.render("1", pixels, 800, "#ffffff")
    return pygame.image.tobytes(picture, "RGBA"), baseline, letters.width("1", pixels, 800)


@pytest.mark.parametrize("pixels", [13.0, 14.0, 19.5, 22.5, 29.0])
def test_a_small_word_is_as_large_after_a_heading_as_before_it(pixels):
    """A heading of as many pixels as the small word has three times over leaves the small word as it is."""
    assert shown(pixels, pixels * OVERSAMPLE) == shown(pixels)


@pytest.mark.parametrize("pixels", [39.0, 58.5, 60.0])
def test_a_heading_is_as_large_after_a_small_word_as_before_it(pixels):
    """The other way round: small words that were written first do not shrink a heading."""
    assert shown(pixels, pixels / OVERSAMPLE) == shown(pixels)


def test_sizes_that_are_nearly_alike_are_kept_apart_where_letters_are_made_otherwise():
    """Just below and just above the size from which letters are drawn directly."""
    assert shown(DIRECT_FROM, DIRECT_FROM - 0.05) == shown(DIRECT_FROM)
