"""The art: every picture loads in SDL, keeps to what SDL can draw, and shows what it claims."""

import io
import itertools
import os
import re
from xml.etree import ElementTree

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import numpy as np
import pygame
import pytest

from game.art.avatar import CAST, MOODS, avatar_svg, tones_of
from game.art.cafe import BUBBLE_ZONES, FACE_BOXES, HEIGHT, PROPS, WIDTH, cafe_svg
from game.art.icons import ICONS, icon_svg
from game.art.illustrations import FORMATS, banner_svg, content_svg, logo_svg, title_svg
from game.art.palette import HAIRS, SKINS
from game.art.props import PROPS as HELD
from game.art.svg import contrast, document

ALLOWED_TAGS = {"svg", "g", "path", "circle", "ellipse", "rect", "linearGradient", "radialGradient", "stop"}
FORBIDDEN = re.compile(
    r"clip|mask|filter|<text|<use|symbol|pattern|marker|rgba|hsl|currentColor|class=|style=|href|\{|nan|inf"
)
COLOUR = re.compile(r"#[0-9a-f]{6}|none|url\(#(\w+)\)")
SEEDS = range(12)


def pixels(svg: str, width: int, height: int) -> np.ndarray:
    """The picture as (width, height, 4) bytes."""
    surface = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
    return np.dstack([pygame.surfarray.array3d(surface), pygame.surfarray.array_alpha(surface)])


def is_blank(picture: np.ndarray) -> bool:
    """Whether all pixels are alike."""
    return bool((picture == picture[0, 0]).all())


def pictures() -> dict[str, str]:
    """Every picture that does not depend on mood, by a name for the test report."""
    found = {f"icon {name}": icon_svg(name, "#5a46d6") for name in ICONS}
    for seed, dark in itertools.product(SEEDS, (False, True)):
        found |= {f"{kind} {seed} dark={dark}": content_svg(kind, seed, dark=dark) for kind in FORMATS}
    found |= {f"banner {seed}": banner_svg(seed) for seed in SEEDS}
    return found | {"logo": logo_svg(), "morning": title_svg(False), "evening": title_svg(True)}


def everything() -> dict[str, str]:
    """One of every kind of picture, with each prop, mood, person and light at least once."""
    found = pictures()
    found |= {f"look {i} {mood}": avatar_svg(i, mood) for i in range(len(CAST)) for mood in MOODS}
    for i, (mood, prop, dark) in enumerate(itertools.product(MOODS, PROPS, (False, True))):
        found[f"café {mood} {prop} dark={dark}"] = cafe_svg(i, mood, prop, you_look=i * 5 + 1, dark=dark)
    return found


def test_no_picture_uses_what_sdl_ignores():
    for name, svg in everything().items():
        assert not FORBIDDEN.search(svg), name
        root = ElementTree.fromstring(svg)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= ALLOWED_TAGS, name
        gradients = {element.get("id") for element in root.iter() if element.tag.endswith("Gradient")}
        for element in root.iter():
            for attribute in ("fill", "stroke", "stop-color"):
                match = COLOUR.fullmatch(element.get(attribute, "none"))
                assert match, f"{name}: {attribute}={element.get(attribute)}"
                assert match[1] is None or match[1] in gradients, f"{name}: no gradient {match[1]}"
            if element.tag.endswith("Gradient"):
                assert element.get("gradientUnits") == "userSpaceOnUse", name


@pytest.mark.parametrize("mood", MOODS)
def test_every_portrait_is_drawn(mood):
    for look in range(len(CAST)):
        assert not is_blank(pixels(avatar_svg(look, mood), 32, 32)), look


@pytest.mark.parametrize("prop", PROPS)
@pytest.mark.parametrize("dark", [False, True])
def test_every_date_is_drawn_and_each_mood_looks_different(prop, dark):
    drawn = [pixels(cafe_svg(3, mood, prop, you_look=11, dark=dark), 256, 120) for mood in MOODS]
    assert not any(map(is_blank, drawn))
    for one, other in itertools.combinations(drawn, 2):
        assert (one != other).any(axis=2).sum() > 30


def test_every_other_picture_is_drawn():
    for name, svg in pictures().items():
        root = ElementTree.fromstring(svg)
        assert not is_blank(
            pixels(svg, int(root.get("width", "0")) // 2 + 12, int(root.get("height", "0")) // 2 + 12)
        ), name


def test_the_same_call_gives_the_same_text():
    assert everything() == everything()


def test_the_cast_is_large_and_nobody_looks_like_another():
    assert len(CAST) >= 48
    drawn = [pixels(avatar_svg(i), 64, 64).astype(int) for i in range(len(CAST))]
    for (i, one), (j, other) in itertools.combinations(enumerate(drawn), 2):
        different = (abs(one - other).sum(axis=2) > 60).mean()
        assert different > 0.05, f"{i} and {j} differ in {different:.1%} of the pixels"


def test_even_without_background_and_clothes_colours_faces_differ():
    heads = {(p.skin, p.style, p.hair, p.wear, p.wear_cloth, p.beard, p.glasses) for p in CAST}
    assert len(heads) == len(CAST)


@pytest.mark.parametrize("number", [-1, 0, 10**12, -(10**9)])
def test_any_integer_is_somebody(number):
    assert avatar_svg(number) == avatar_svg(number % len(CAST))


def test_hair_stands_out_from_skin():
    for i, person in enumerate(CAST):
        if person.style != "bald" or person.beard:
            assert contrast(HAIRS[person.hair], SKINS[person.skin]) >= 1.5, f"{i}: {person.hair} on {person.skin}"


def test_mouths_stand_out_from_every_skin():
    for i, person in enumerate(CAST):
        tones = tones_of(person)
        assert contrast(tones["lip"], tones["skin"]) >= 2.5, f"{i}: {person.skin}"


def test_eyes_stand_out_from_every_skin():
    """Dark eyes on skin, or, on dark skin, dark eyes on a white ground."""
    for i, person in enumerate(CAST):
        tones = tones_of(person)
        ground = tones["white"] if tones["dark_skin"] else tones["skin"]
        assert contrast(tones["eye"], ground) >= 3, f"{i}: {person.skin}"


@pytest.mark.parametrize("size", [32, 200])
def test_each_mood_changes_the_face(size):
    for look in range(len(CAST)):
        drawn = [pixels(avatar_svg(look, mood), size, size).astype(int) for mood in MOODS]
        for (i, one), (j, other) in itertools.combinations(enumerate(drawn), 2):
            changed = (abs(one - other).sum(axis=2) > 40).mean()
            assert changed > 0.002, f"{look}: {MOODS[i]} and {MOODS[j]} look alike"


def test_a_portrait_without_background_is_transparent_at_the_corner():
    assert pixels(avatar_svg(1, background=False), 64, 64)[0, 0, 3] == 0
    assert pixels(avatar_svg(1), 64, 64)[0, 0, 3] == 255


def rectangle(box: tuple[float, float, float, float]) -> pygame.Rect:
    """A pygame rectangle for the tuple of a zone."""
    return pygame.Rect(*map(round, box))


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


@pytest.mark.parametrize("prop", HELD)
def test_a_thing_in_your_hand_hides_no_face_and_no_bubble_hides_it(prop):
    surface = pygame.image.load_sized_svg(io.BytesIO(document(WIDTH, HEIGHT, HELD[prop]).encode()), (WIDTH, HEIGHT))
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


def test_an_icon_keeps_to_its_colour_and_leaves_a_margin():
    for name in ICONS:
        drawn = pixels(icon_svg(name, "#5a46d6"), 48, 48)
        solid = drawn[drawn[..., 3] > 250][:, :3].astype(int)
        assert len(solid) > 20, name
        assert abs(solid - (0x5A, 0x46, 0xD6)).max() <= 3, name
        assert not drawn[0, :, 3].any(), name
        assert not drawn[:, 0, 3].any(), name
        assert not drawn[-1, :, 3].any(), name
        assert not drawn[:, -1, 3].any(), name


def test_icons_of_different_moves_differ():
    twins = {frozenset(("heart", "like"))}
    drawn = {name: pixels(icon_svg(name, "#000000"), 24, 24)[..., 3].astype(int) for name in ICONS}
    for one, other in itertools.combinations(ICONS, 2):
        if {one, other} not in twins:
            assert (abs(drawn[one] - drawn[other]) > 80).sum() > 8, f"{one} and {other}"


def test_an_unknown_icon_names_its_neighbours():
    with pytest.raises(KeyError, match="heart"):
        icon_svg("haert", "#000000")


def test_an_unknown_mood_prop_or_format_says_what_there_is():
    with pytest.raises(ValueError, match="delighted"):
        avatar_svg(0, "angry")
    with pytest.raises(ValueError, match="shocked"):
        cafe_svg(0, "angry", "cup", you_look=1, dark=False)
    with pytest.raises(ValueError, match="megaphone"):
        cafe_svg(0, "warm", "trombone", you_look=1, dark=False)
    with pytest.raises(ValueError, match="poll"):
        content_svg("essay", 0)


def test_content_varies_with_its_seed():
    for kind in FORMATS:
        assert len({content_svg(kind, seed) for seed in SEEDS}) >= 4, kind
    assert len({banner_svg(seed) for seed in SEEDS}) >= 6


def test_dark_pictures_are_darker():
    for kind in FORMATS:
        for seed in SEEDS:
            light, dark = (pixels(content_svg(kind, seed, dark=d), 160, 70)[..., :3].mean() for d in (False, True))
            assert dark < light, f"{kind} {seed}"
    light, dark = (
        pixels(cafe_svg(1, "warm", "cup", you_look=2, dark=d), 256, 120)[..., :3].mean() for d in (False, True)
    )
    assert dark < light * 0.7
    light, dark = (pixels(title_svg(d), 320, 210)[..., :3].mean() for d in (False, True))
    assert dark < light * 0.7


def test_the_logo_reads_at_24_pixels():
    """Violet ground, white cup and red heart each keep a fair share of the mark."""
    mark = pixels(logo_svg(), 24, 24).astype(int)
    colours = mark[..., :3][mark[..., 3] > 200]
    near = {
        name: (abs(colours - rgb).sum(axis=1) < 90).mean()
        for name, rgb in (("white", (255, 255, 255)), ("heart", (238, 95, 125)))
    }
    assert near["white"] > 0.15
    assert near["heart"] > 0.05


def test_portraits_suit_how_people_are_called():
    """The numbers that the game hands out to women and men are drawn as such, and all portraits are used."""
    from game.session.words.personas import LOOKS

    assert all(CAST[number].lashes for number in LOOKS["she"])
    assert not any(CAST[number].lashes for number in LOOKS["he"])
    assert len(LOOKS["they"]) == len(CAST)
