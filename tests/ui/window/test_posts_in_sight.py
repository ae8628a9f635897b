"""Whoever likes or comments on a post can read that post, before and after."""

import pytest

from game.session.entries import EndDay, PlanMove
from game.session.seen.subjects import ON_POSTS
from game.ui.common.shared_actions import turn
from game.ui.play import play_actions as act
from game.ui.play.screens.day.narrow_day import TALK
from tests.ui.gallery.day_screens import play


def read_in(app):
    """All words in the window."""
    app.canvas.painter.log = []
    app.paint()
    return " ".join(entry.text for entry in app.canvas.painter.log)


@pytest.mark.parametrize("size", [(1280, 720), (480, 800)])
@pytest.mark.parametrize("move", sorted(ON_POSTS))
def test_the_post_stands_in_the_talk_while_one_chooses_and_when_it_is_planned(make_app, move, size):
    """Its last words are there: it is shown in full."""
    app = make_app(size)
    play(app)
    app.act(act.Select("ines"))
    app.act(turn(pane=TALK))
    chosen = next(f for f in app.model.view.followers if f.id == "ines")
    last = chosen.page[-1].text.split()[-1]
    assert last not in read_in(app)
    app.act(act.Pick(move))
    assert last in read_in(app)
    app.act(PlanMove(move, "ines"))
    assert last in read_in(app)


def test_what_was_liked_stands_above_the_move_on_a_later_day(make_app):
    """The same post as on the day itself, although the next like would be of another one."""
    app = make_app((1280, 720))
    play(app)
    app.act(act.Select("ines"))
    liked = next(f for f in app.model.view.followers if f.id == "ines").page[-1].text
    app.act(PlanMove("like", "ines"))
    app.act(EndDay())
    app.act(act.Morning())
    app.act(act.Select("ines"))
    words = read_in(app)
    assert liked.split()[-1] in words
