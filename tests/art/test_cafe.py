"""The date mirror: every mood and prop is drawn, and bubbles and things hide no face."""

import io
import itertools

import pygame
import pytest

from game.art.avatar import moods
from game.art.cafe import HEIGHT, WIDTH, cafe_svg, others, surroundings
from game.art.cafe_boxes import BUBBLE_ZONES, FACE_BOXES
from game.art.cast import cast
from game.art.drawings import document, drawing, names
from tests.art.drawn import is_blank, pixels, rectangle


@pytest.mark.parametrize("prop", names("props"))
@pytest.mark.parametrize("dark", [False, True])
def test_every_date_is_drawn_and_each_mood_looks_different(prop, dark):
    drawn = [pixels(cafe_svg(3, mood, prop, you_look=11, dark=dark), 256, 120) for mood in moods()]
    assert not any(map(is_blank, drawn))
    for one, other in itertools.combinations(drawn, 2):
        assert (one != other).any(axis=2).sum() > 30


def test_bubbles_cover_no_face_and_not_each_other():
    scene = pygame.Rect(0, 0, WIDTH, HEIGHT)
    bubbles = {who: rectangle(zone.rect) for who, zone in BUBBLE_ZONES.items()}
    assert not bubbles["you"].colliderect(bubbles["them"])
    for bubble in bubbles.values():
        assert scene.contains(bubble)
        assert not any(bubble.colliderect(rectangle(face)) for face in FACE_BOXES.values())


@pytest.mark.parametrize("who", ["you", "them"])
def test_a_bubbles_tail_ends_beside_its_own_face(who):
    tail, face = BUBBLE_ZONES[who].tail, rectangle(FACE_BOXES[who])
    assert not face.collidepoint(tail)
    assert face.inflate(40, 0).collidepoint(tail)


@pytest.mark.parametrize("prop", names("props"))
def test_a_thing_in_your_hand_hides_no_face_and_no_bubble_hides_it(prop):
    held = drawing("props", prop)
    surface = pygame.image.load_sized_svg(
        io.BytesIO(document(WIDTH, HEIGHT, held.svg(held.shown, "thing")).encode()), (WIDTH, HEIGHT)
    )
    thing = surface.get_bounding_rect()
    assert not any(thing.colliderect(rectangle(face)) for face in FACE_BOXES.values())
    assert not any(thing.colliderect(rectangle(zone.rect)) for zone in BUBBLE_ZONES.values())


def test_the_face_boxes_are_where_the_faces_are():
    """Between two moods, most of what changes above the table's edge changes inside the box."""
    one, other = (
        pixels(cafe_svg(17, mood, "cup", you_look=4, dark=False), WIDTH, HEIGHT) for mood in ("neutral", "warm")
    )
    changed = (one != other).any(axis=2)[:, :230]
    x, y, width, height = map(round, FACE_BOXES["them"])
    inside = changed[x : x + width, y : y + height].sum()
    assert inside > 0.6 * changed.sum()


@pytest.mark.parametrize("seen", surroundings())
@pytest.mark.parametrize("dark", [False, True])
def test_what_is_around_is_seen_and_hides_neither_of_you(seen, dark):
    """Each thing, each guest and each place changes the picture; your face stays as it was."""
    with_it, without = (
        pixels(cafe_svg(3, "warm", "cup", you_look=11, dark=dark, around=around), WIDTH, HEIGHT)
        for around in ((seen,), ())
    )
    changed = (with_it != without).any(axis=2)
    assert changed.sum() > 150
    if seen not in {"park", "party", "market"}:
        x, y, width, height = map(round, FACE_BOXES["you"])
        assert not changed[x + 8 : x + width - 8, y + 8 : y + height - 8].any()


@pytest.mark.parametrize("look", range(len(cast())))
def test_everybody_else_is_another_person(look):
    """Nobody sits in the café twice, and nobody there has your face."""
    found = others(look, 5, 12)
    assert len({*found, look, 5}) == 12 + len({look, 5})
