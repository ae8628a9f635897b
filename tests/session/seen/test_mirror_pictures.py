"""The date mirror draws what its scene tells of: the thing in hand is named, and so is who has it."""

import re

import pytest

from game.scenario.texts.builtin import moves, own_move
from game.session.seen.poses import PUSHING, UNWELCOME, your_face

NAMED_BY = {
    "album": "album|all about me",
    "ring": "ring|marr|church|box|finger|hand",
    "megaphone": "megaphone|aloud|voice|listen|shout|announce|loud|room|all these people|everybody|all your friends|"
    "your friends|queue|share it",
    "flowers": "flower|garden",
    "book": "book|read|page|chapter|volume|contents|borrow|open",
    "mirror": "mirror|hat|look|how good",
    "clock": "clock|deadline",
    "gift": "gift|present|brought|give one|put something|unwrap|take it home|the first one|birthday",
    "menu": "menu|soup|order|price|half the",
    "phone": "phone|scroll|picture|number|pass it on|click|sent it|show|checked|see what|minutes",
    "letter": "letter|read|wr[io]t|page|form|note|card|contract|sign|recipe|text|list|numbered|reason|point one|"
    "advantages|number one|leaflet|lay it on|one of ours|questionnaire|pocket|framed|bill|tip|carry it",
    "leaflets": "leaflet|brochure|card|copies|pile|paper|dear guest|explain|presentation|you sell|it also comes",
    "cake": "cake|pie|plate|slice|spoon|bite|half|sample|cherry",
    "ticket": "ticket",
}
"""By thing: what at least one sentence of its scene must hold; a cup stands on every table and needs no word."""
OF_THEM = ("{first}", "{their}", "somebody who", "are offered")
SCENES = [(words.id, n, scene) for words in (*moves().values(), own_move()) for n, scene in enumerate(words.dates)]


def told(scene) -> str:
    return f"{scene.you} {scene.they} {scene.what} {scene.then}"


@pytest.mark.parametrize(("move", "number", "scene"), SCENES, ids=lambda value: value if isinstance(value, str) else "")
def test_the_thing_in_hand_is_named_by_the_scene(move, number, scene):
    """All but the cup of any table, and the ring of a proposal, which is one in whatever words."""
    if scene.prop != "cup" and (move, scene.prop) != ("propose", "ring"):
        assert re.search(NAMED_BY[scene.prop], told(scene), re.IGNORECASE), (move, number, scene.prop, told(scene))


def test_what_they_hold_is_spoken_of_as_theirs():
    """Where the thing is drawn in their hands, they name it, or it is told of them, or you speak to them of it."""
    theirs = [(move, n, scene) for move, n, scene in SCENES if scene.held == "them"]
    assert theirs
    for move, number, scene in theirs:
        told_of = [s for s in (scene.what, scene.then) if any(mark in s for mark in OF_THEM)]
        words = " ".join((scene.you, scene.they, *told_of))
        assert re.search(NAMED_BY[scene.prop], words, re.IGNORECASE), (move, number)
        assert scene.prop != "cup"


@pytest.mark.parametrize(
    ("named", "props"),
    [
        (r"\balbum", {"album"}),
        (r"\bmegaphone", {"megaphone"}),
        (r"\bticket", {"ticket"}),
        (r"\b(tele)?phone\b", {"phone"}),
        (r"\bflower", {"flowers"}),
        (r"\bslice|piece of cake|\bcherry", {"cake"}),
        (r"\bbook\b", {"book"}),
        (r"\ba mirror\b", {"mirror"}),
        (r"\bthis ring\b|\bthe ring\b", {"ring"}),
    ],
)
def test_a_thing_that_is_named_is_drawn(named, props):
    """Where the words put one of the drawn things on the table, no other thing is drawn in its place."""
    found = [(move, n, scene) for move, n, scene in SCENES if re.search(named, told(scene), re.IGNORECASE)]
    assert found
    assert [(move, n, scene.prop) for move, n, scene in found if scene.prop not in props] == []


def test_nobody_scowls_over_a_move_that_is_well_taken_or_open():
    """Haste, vanity and a shout are drawn on your face only where the other one has enough of them."""
    for move, number, scene in SCENES:
        face = your_face(move, scene.mood, scene.prop)
        if scene.mood not in UNWELCOME and scene.prop in PUSHING:
            assert face in {"warm", "sorry"}, (move, number)
        if move == "apologise":
            assert face == "sorry"
