"""Pictures of content, banners and the mark."""

import re

import pytest

from game.art.drawings import names
from game.art.illustrations import banner_svg, content_svg, logo_svg
from game.art.stills import NEUTRAL, STILLS, still_of, still_of_post
from game.resources import ASSETS, SCENARIOS
from game.scenario import load
from game.scenario.texts.evening_words import own_posts
from tests.art.drawn import SEEDS, TITLES, pixels
from tests.plays import SHIPPED, compiled


def test_content_varies_with_its_title():
    for kind in names("formats"):
        assert len({content_svg(kind, title) for title in TITLES}) >= 4, kind
    assert len({banner_svg(seed) for seed in SEEDS}) >= 6


def test_every_still_life_is_met_by_a_title_and_drawn():
    """The table and the folder name the same drawings; each of them is what some title gets."""
    assert {name for name, _ in STILLS} | {NEUTRAL} == set(names("stills"))
    for name, words in STILLS:
        spoken = (re.sub(r"\\w[*+]|\(.*?\)|s\?|in 1.*", "", word) for word in words.split("|"))
        assert any(still_of(word.strip()) == name for word in spoken if word), name


SHOWN = {
    "How to fold a letter that needs no envelope": "letter", "Why a good notebook lies flat": "notebook",
    "Wheat paste, stirred slowly": "paste", "Quill Street in 1902": "street", "The wrong king": "",
    "What do you do with the last page?": "notebook", "Half past three": "one_light",
    "One mug, one filter, four minutes": "filter", "Grind it coarser than you think": "grinder",
    "The quietest shelf in town": "books", "Coffee for forty, without panic": "cups", "The pole": "pole",
    "When the engine had four legs": "horse", "Coffee cake from the glove compartment": "cake",
    "Which bag would you pick up?": "bags", "The drum sings at 196 degrees": "roaster",
    "Three farms and a bad road": "farms", "The ledger, open at March": "ledger",
    "The clock that is always right at ten past six": "clock", "Roasting by candle": "candle",
    "A starter needs no holiday": "bread", "Ten minutes and yesterday's loaf": "bread", "What the steam does": "steam",
    "Brakes in the rain": "bicycle", "Home at four in the morning": "one_light", "The drawer of bells": "bell",
    "The first tram": "tram", "Pour it slowly": "filter", "The corner in 1950": "street",
    "Snow in Fire Street": "snow", "Before the first customer": "one_light", "How we do it": "",
}  # fmt: skip
"""What each title of a shipped scenario or starter shows, as judged by eye; "" for the picture of its format."""


def test_every_shipped_content_shows_what_its_title_says():
    """A content more wants a look at its picture, and a line in this table."""
    files = [path for folder in (SCENARIOS, ASSETS / "starters") for path in sorted(folder.glob("*.yaml"))]
    found = [(path.stem, piece.title) for path in files for piece in load(path).scenario.content.values()]
    assert len(found) > 25
    wrong = [one for one in found if one[0] != "empty" and still_of(one[1]) != SHOWN.get(one[1], "a line here")]
    assert wrong == []


@pytest.mark.parametrize("kind", ["photo", "video"])
def test_a_photo_of_nothing_known_is_no_landscape(kind):
    """Where no drawing tells of a title there is a camera, and no dunes."""
    assert content_svg(kind, "How we do it").count("<") == content_svg(kind, "Untold 3").count("<")
    assert still_of("Untold 3") == ""


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


def posts():
    """What stands on anybody's page: of the house, and of every life of the shipped scenarios."""
    yield from own_posts()
    for name in SHIPPED:
        for follower in compiled(name).scenario.followers.values():
            for life in follower.lives.values():
                yield from life.posts


def test_a_post_has_a_picture_of_the_one_thing_that_it_speaks_of_or_none():
    """The picture drawn is that of the thing; none where the thing is missing, has a colour, or is one of several."""
    shown = {post: still_of_post(post) for post in posts()}
    assert {still_of(post) for post, still in shown.items() if still} == {still for still in shown.values() if still}
    assert len([still for still in shown.values() if still]) >= 20
    assert not any(still for post, still in shown.items() if re.search(r"\b(no|not|green|red)\b", post.lower()))
