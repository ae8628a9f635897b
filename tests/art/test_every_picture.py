"""Every picture loads in SDL, keeps to what SDL can draw, and shows what it claims."""

import re
from xml.etree import ElementTree

import pytest

from game.art.avatar import avatar_svg
from game.art.cafe import cafe_svg
from game.art.drawings import names
from game.art.illustrations import content_svg
from game.art.title_picture import title_svg
from tests.art.drawn import TITLES, everything, is_blank, pictures, pixels

ALLOWED_TAGS = {"svg", "g", "path", "circle", "ellipse", "rect", "line", "linearGradient", "radialGradient", "stop"}
FORBIDDEN = re.compile(
    r"clip|mask|filter|<text|<use|symbol|pattern|marker|rgba|hsl|currentColor|class=|style=|href|\{|nan|inf"
)
COLOUR = re.compile(r"#[0-9a-f]{6}|none|url\(#(\w+)\)")


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


def test_every_other_picture_is_drawn():
    for name, svg in pictures().items():
        root = ElementTree.fromstring(svg)
        assert not is_blank(
            pixels(svg, int(root.get("width", "0")) // 2 + 12, int(root.get("height", "0")) // 2 + 12)
        ), name


def test_the_same_call_gives_the_same_text():
    assert everything() == everything()


def test_an_unknown_mood_prop_or_format_says_what_there_is():
    with pytest.raises(ValueError, match="delighted"):
        avatar_svg(0, "angry")
    with pytest.raises(ValueError, match="shocked"):
        cafe_svg(0, "angry", "cup", you_look=1, dark=False)
    with pytest.raises(ValueError, match="megaphone"):
        cafe_svg(0, "warm", "trombone", you_look=1, dark=False)
    with pytest.raises(ValueError, match="poll"):
        content_svg("essay", "Bread")


def test_dark_pictures_are_darker():
    for kind in names("formats"):
        for title in TITLES:
            light, dark = (pixels(content_svg(kind, title, dark=d), 160, 70)[..., :3].mean() for d in (False, True))
            assert dark < light, f"{kind} {title}"
    light, dark = (
        pixels(cafe_svg(1, "warm", "cup", you_look=2, dark=d), 256, 120)[..., :3].mean() for d in (False, True)
    )
    assert dark < light * 0.7
    light, dark = (pixels(title_svg(d), 320, 210)[..., :3].mean() for d in (False, True))
    assert dark < light * 0.7
