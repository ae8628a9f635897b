"""The thin layer: boxes, tiles, text, pictures, scroll areas."""

import itertools

import numpy as np
import pygame
import pytest

from game.ui.drawing import tiles
from game.ui.drawing.cache import Recent
from game.ui.drawing.geometry import Box, centred, columns
from game.ui.drawing.lettering import Lettering
from game.ui.drawing.painter import Painter
from game.ui.drawing.screen_regions import Region, at, following
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import LIGHT


@pytest.fixture
def painter():
    pygame.display.init()
    pygame.font.init()
    return Painter(pygame.display.set_mode((400, 300)), 1.0, LIGHT)


def test_the_store_forgets_what_was_used_longest_ago():
    """What was asked for again stays, and no more is kept than allowed."""
    store = Recent(2)
    for key in ("a", "b", "a", "c"):
        store.get(key, lambda key=key: key.upper())
    made = []
    store.get("a", lambda: made.append("a"))
    store.get("b", lambda: made.append("b"))
    assert made == ["b"]
    assert len(store) == 2


def test_neighbours_never_gap_at_any_scale(painter):
    """Between two columns no line of the ground shines through."""
    for scale in (1.0, 1.25, 1.33, 1.5, 2.0):
        painter.scale = scale
        boxes = [painter.pixels(b) for b in columns(Box(3.3, 0, 300, 10), 7, 0)]
        assert all(a.right == b.x for a, b in itertools.pairwise(boxes))


def test_a_rounded_tile_is_clear_outside_and_full_inside(painter):
    """With a soft edge, the same from left and right."""
    tile = tiles.rounded((12.0,) * 4, (10, 20, 30), None, 0)
    alpha = pygame.surfarray.array_alpha(tile)
    assert alpha[0, 0] == 0
    assert alpha[12, 12] == 255
    assert np.array_equal(alpha, alpha[::-1])
    assert 0 < alpha[12 - 9, 12 - 8] <= 255


def test_a_panel_fills_its_pixels_and_nothing_else(painter):
    """To the last pixel inside, none outside, and none in the corner."""
    painter.surface.fill((255, 255, 255))
    painter.panel(Box(50, 40, 100, 60), "#112233", radius=14)
    assert painter.surface.get_at((100, 70))[:3] == (0x11, 0x22, 0x33)
    assert painter.surface.get_at((50, 40))[:3] == (255, 255, 255)
    assert painter.surface.get_at((150, 70))[:3] == (255, 255, 255)
    assert painter.surface.get_at((149, 70))[:3] == (0x11, 0x22, 0x33)


@pytest.mark.parametrize("size", [(3, 3), (1, 40), (40, 1), (24, 24), (0, 10)])
def test_very_small_panels_are_drawn(painter, size):
    """Its middle has its colours, however large the corners are that were asked for; without width nothing is drawn."""
    painter.surface.fill((255, 255, 255))
    painter.panel(Box(10, 10, *size), "#112233", radius=30, edge="#445566", shadow="card")
    middle = painter.surface.get_at((10 + size[0] // 2, 10 + size[1] // 2))[:3]

    assert (middle in {(0x11, 0x22, 0x33), (0x44, 0x55, 0x66)}) == (min(size) > 0)


def test_text_is_wrapped_to_the_width_and_no_word_is_lost(painter):
    """No line is wider than allowed, and all letters are there, in order."""
    text = "Some words that are wrapped, and aVeryLongWordThatMustBeCutBecauseItIsTooWide for it."
    lines = painter.wrap(text, 120, 15)
    assert all(painter.measure(line, 15) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_elided_text_fits(painter):
    """What is cut ends in an ellipsis, within the width."""
    letters = Lettering()
    short = letters.elide("A sentence that is too long", 90, 15, 500)
    assert short.endswith("…")
    assert letters.width(short, 15, 500) <= 90


@pytest.mark.parametrize("text", ["Grüße, Ångström!", "Ελληνικά", "Привіт", "emoji 🙂 go", "", "\n", "日本"])
@pytest.mark.parametrize("kind", ["line", "paragraph"])
def test_any_text_can_be_drawn(painter, text, kind):
    """What has letters leaves ink on the page, in any writing; what has none leaves the page as it was."""
    painter.surface.fill((255, 255, 255))
    if kind == "line":
        painter.text(text, 10, 20, 15, "#000000")
    else:
        painter.paragraph(text, 10, 20, 100, 15, "#000000")

    assert (pygame.surfarray.array3d(painter.surface).min() < 128) == bool(text.strip())


@pytest.mark.parametrize("path", ["/nowhere.png", "", "/"])
def test_a_picture_that_cannot_be_read_is_said(painter, path):
    """The painter tells that there is none, instead of failing."""
    assert painter.photo(path, Box(0, 0, 40, 40)) is False


def test_a_picture_that_cannot_be_read_gives_way_to_the_drawn_face(painter):
    """Where a photo should be, a portrait stands."""
    painter.surface.fill((255, 0, 255))
    painter.avatar(3, 50, 50, 40, picture="/nowhere.png")
    assert painter.surface.get_at((50, 50))[:3] != (255, 0, 255)


def test_a_photo_fills_its_box(painter, tmp_path):
    """A wide one is cropped at its sides, and leaves no bars."""
    path = tmp_path / "wide.png"
    picture = pygame.Surface((80, 20))
    picture.fill((0, 200, 0))
    pygame.image.save(picture, path)
    painter.surface.fill((0, 0, 0))
    assert painter.photo(str(path), Box(10, 10, 40, 40))
    assert painter.surface.get_at((30, 30))[:3] == (0, 200, 0)
    assert painter.surface.get_at((30, 11))[:3] == (0, 200, 0)


def test_dashes_are_drawn_the_same_every_time(painter):
    """A dashed frame does not crawl from picture to picture."""
    pictures = set()
    for _ in range(40):
        painter.surface.fill((255, 255, 255))
        painter.dashed(Box(10.4, 10.7, 333, 58), "#5A46D6", 16)
        pictures.add(pygame.image.tobytes(painter.surface, "RGB"))
    assert len(pictures) == 1


def sheet_of(painter, **how):
    return Sheet(painter, 400, 300, **how)


def test_what_is_drawn_later_lies_on_top(painter):
    """A click meets what one sees."""
    sheet = sheet_of(painter)
    sheet.region("below", Box(0, 0, 100, 100), "Below")
    sheet.region("above", Box(50, 50, 100, 100), "Above")
    assert at(sheet.regions, 60, 60).id == "above"
    assert at(sheet.regions, 10, 10).id == "below"
    assert at(sheet.regions, 300, 10) is None


def test_tab_goes_round_and_passes_what_is_disabled():
    """From the last to the first, backwards too; among nothing it finds nothing."""
    box = Box(0, 0, 10, 10)
    regions = [Region("a", box, "A"), Region("b", box, "B", why_not="Not now."), Region("c", box, "C")]
    assert [following(regions, name, 1).id for name in ("", "a", "c")] == ["a", "c", "a"]
    assert following(regions, "a", -1).id == "c"
    assert following([], "a", 1) is None


@pytest.mark.parametrize("from_bottom", [False, True])
def test_a_hidden_row_tells_where_to_scroll(painter, from_bottom):
    """Following what a row tells, it is wholly in sight, from either end of the list."""
    area = Box(0, 0, 100, 100)
    name, value = "list", 0.0
    for _ in range(2):
        sheet = sheet_of(painter, scrolls={name: value})
        with sheet.scroll(name, area, 400, from_bottom=from_bottom) as top:
            sheet.region("row", Box(0, top + 180, 100, 40), "Row")
        row = sheet.regions[0]
        value = row.reveal[1]
    assert row.rect == row.full


def test_a_scroll_area_stays_within_its_content(painter):
    """However far one scrolls, no empty space is shown."""
    sheet = sheet_of(painter, scrolls={"list": 9999.0})
    with sheet.scroll("list", Box(0, 0, 100, 100), 250) as top:
        assert top == -150
    area = sheet.areas[0]
    assert area.at(-50) == 0
    assert area.at(area.bar.y) == pytest.approx(area.value)


def test_a_modal_layer_hides_what_is_below(painter):
    """Neither clicks nor shortcuts reach what lies under a dialog."""
    sheet = sheet_of(painter)
    sheet.region("below", Box(0, 0, 100, 100), "Below")
    sheet.shortcut("E", object())
    sheet.modal()
    assert not sheet.regions
    assert not sheet.keys


def test_a_box_in_the_middle():
    """As much room on the left as on the right, above as below."""
    assert centred(20, 10, Box(0, 0, 100, 50)) == Box(40, 20, 20, 10)
