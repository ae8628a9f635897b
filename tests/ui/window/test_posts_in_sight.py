"""Whoever likes or comments on a post can read that post, before and after."""

import pytest

from game.session.entries import EndDay, PlanMove
from game.session.seen.after_the_move import post_on
from game.session.seen.subjects import ON_POSTS
from game.ui.common.shared_actions import turn
from game.ui.play import play_actions as act
from game.ui.play.screens.day.narrow_day import TALK
from tests.plays import SHIPPED, session
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
    last = post_on(chosen, app.model.view.day).split()[-1]
    assert last not in read_in(app)
    app.act(act.Pick(move))
    assert last in read_in(app)
    app.act(PlanMove(move, "ines"))
    assert last in read_in(app)


@pytest.mark.parametrize("name", SHIPPED)
def test_everybody_has_posts_and_the_same_one_stands_above_a_move_later(name):
    """Of written people and of the crowd; what was liked on a day is told on the next as it was."""
    game = session(name)
    people = game.view(None).followers
    assert all(f.page and all("“" in post for post in f.page) for f in people)
    first = people[0].id
    before = post_on(people[0], 1)
    game.do(PlanMove("like", first))
    game.do(EndDay())
    after = next(f for f in game.view(None).followers if f.id == first)
    assert post_on(after, 1) == before
