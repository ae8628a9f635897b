"""What a player has to see without scrolling is in sight, in small windows and at large letters too."""

from dataclasses import replace

import pytest

from game.scenario.format.difficulty import DIFFICULTIES
from game.session.view import Notice
from game.ui.common import shared_actions as shared
from game.ui.play.play_state import ProfileBox
from game.ui.play.screens.choose_page import SHOWS
from tests.ui.conftest import CASES
from tests.ui.gallery import SCREENS

NEWEST = Notice(
    "need", "Has run out of the large notebooks", "It came up twice this week, and both times late.", new=True
)
BIO = (
    "Harbour pilot. First ship at four, first cup at half past three. I own one good mug and no opinions before noon, "
    "a bicycle without a bell, two cats that are not mine, and most of a boat."
)


def wholly_seen(log, text: str) -> bool:
    return any(text.startswith(t.text) and t.seen.h >= t.box.h - 0.75 for t in log)


@pytest.mark.parametrize("bio", ["Bakes.", BIO])
@pytest.mark.parametrize("case", CASES)
def test_the_newest_thing_noticed_is_in_sight(drawn, case, bio):
    """However long the bio above it is."""

    def build(stage):
        SCREENS["play"](stage)
        view = stage.model.view
        people = tuple(
            replace(f, bio=bio, noticed=(*f.noticed, NEWEST)) if f.id == "mara" else f for f in view.followers
        )
        stage.model = replace(stage.model, view=replace(view, followers=people))
        if case not in {"1", "wide"}:
            stage.act(shared.Open(ProfileBox()))

    _, log = drawn(build, case, "light")

    title = [t for t in log if NEWEST.title.startswith(t.text) and t.text]
    assert title
    assert wholly_seen(log, NEWEST.title)
    assert wholly_seen(log, NEWEST.text)


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
@pytest.mark.parametrize("case", CASES)
def test_each_difficulty_tells_in_sight_what_it_means(drawn, case, difficulty):
    """Nobody chooses by the name alone."""

    def build(stage):
        SCREENS["choose"](stage)
        stage.act(shared.turn(difficulty=difficulty))

    _, log = drawn(build, case, "light")

    assert any(t.text == SHOWS[difficulty] and t.seen.w >= t.box.w - 1 and not t.elided for t in log)
