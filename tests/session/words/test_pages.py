"""What stands on people's own pages is theirs alone, comes in its time, and is not liked twice while there is more."""

from itertools import pairwise

import pytest

from game.session.entries import AnswerEvent, PlanMove
from game.session.seen.subjects import ON_POSTS, quoted, subject_of
from game.session.words.pages import OWN_POST_EVERY_DAYS, posts_by
from tests.plays import SHIPPED, end_day, session


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_people_post_the_same_and_nobody_posts_it_twice(name, seed):
    """By the last day of a game."""
    game = session(name, seed=seed)
    posts = [post.text for person in game.playthrough.people.values() for post in person.page]
    assert len(set(posts)) == len(posts)


@pytest.mark.parametrize("name", SHIPPED)
def test_something_new_is_posted_every_few_days_and_nothing_is_seen_before_its_day(name):
    """Each day shows what stood there the day before and at most one more of each; no day is without its posts."""
    now = session(name).playthrough
    length = now.compiled.scenario.days
    for person in now.people.values():
        seen = [posts_by(person.page, day) for day in range(1, length + 1)]
        assert len(seen[0]) >= 2
        assert all(after[-len(before) :] == before for before, after in pairwise(seen))
        assert all(len(after) <= len(before) + 1 for before, after in pairwise(seen))
        assert len(seen[-1]) >= len(seen[0]) + (length - 1) // OWN_POST_EVERY_DAYS


@pytest.mark.parametrize("move", sorted(ON_POSTS))
@pytest.mark.parametrize("name", SHIPPED)
def test_each_like_and_comment_is_about_another_post(name, move):
    """On two days running; the mirror quotes it before, and what it quotes stands on the page by then."""
    game = session(name)
    end_day(game)  # First Hello opens comments on its second day
    who = game.view(None).followers[0].id
    mentioned = []
    for _ in range(2):
        page = [quoted(post.text) for post in posts_by(game.playthrough.people[who].page, game.playthrough.day)]
        mentioned.append(subject_of(game.playthrough, move, who).taken_up)
        assert mentioned[-1] in page
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 0))
        game.do(PlanMove(move, who))
        end_day(game)
    assert len(set(mentioned)) == 2
