"""Whoever buys in another shop tells one story that night, in words and in pictures, and so does what is told of it."""

import re

from game.session.seen.night.evening_seen import evening_seen
from tests.session.whole_games.games import evenings, games

OTHER_SHOP = re.compile(r"\b(another|other) shop\b", re.IGNORECASE)
STILL_TO_COME = re.compile(r"\bneed on the mind\b|\bhas told you of a need\b|\blooks for something\b", re.IGNORECASE)


def gone():
    """The evenings on which somebody bought in another shop."""
    return [evening for evening in evenings() if "buys_elsewhere" in evening.signals]


def test_a_yes_of_that_night_says_how_it_goes_with_the_other_shop():
    """Whether to a small offer or to a favour: nobody says a plain yes and, in the next breath, that it is too late."""
    found = [evening for evening in gone() if "accepts" in evening.signals]
    assert len(found) > 3
    assert not [e.text("accepts") for e in found if not OTHER_SHOP.search(e.text("accepts"))]
    assert not [e.text("buys_elsewhere") for e in found if not OTHER_SHOP.search(e.text("buys_elsewhere"))]


def test_a_small_yes_of_a_later_night_knows_of_the_other_shop():
    """Whoever wrote that they have bought in another shop takes a small offer for what it is by then."""
    found = []
    for evening in evenings():
        bought = [item for item in evening.thread if item.kind in {"buys", "buys_elsewhere"}]
        if bought and bought[-1].kind == "buys_elsewhere" and bought[-1].day < evening.day:
            found += [i.text for i in evening.items if i.signal == "accepts" and i.to == "small_offer"]
    assert len(found) > 3
    assert not [text for text in found if not re.search(r"other shop|next time", text)]


def test_no_face_of_that_night_is_put_down_to_a_need_that_is_over():
    """What is said beside a face knows what else was told that night."""
    found = gone()
    assert len(found) > 100
    assert not [e.text() for e in found if STILL_TO_COME.search(e.text())]


def test_that_night_has_one_picture_whose_caption_is_true_of_who_had_asked():
    """Nobody beams in one picture and is lost in the next; no caption says that only another one has asked."""
    pictures = 0
    for game in games().values():
        view = game.view()
        for night in view.nights:
            lost = {item.follower for item in night.items if item.signal == "buys_elsewhere"}
            shown = evening_seen(view, night).moments if lost else ()
            pictures += len([moment for moment in shown if moment.kind == "elsewhere"])
            assert not [m for m in shown if m.kind != "elsewhere" and m.who and m.who.follower in lost]
            assert not [m.mirror for m in shown if m.kind == "elsewhere" and re.search(r"\basked\b", m.mirror)]
    assert pictures > 100
