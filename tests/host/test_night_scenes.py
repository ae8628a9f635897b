"""The night on the projector, told at a café table."""

from game.host.pages.night_scenes import as_it_came_out, night_scenes
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.playthrough import after
from game.session.seen.make_view import make_view
from tests.host.rooms import empty_room


def test_a_shared_content_is_told_by_what_it_is():
    """What goes along decides the scene where it can be seen whether it suits them, as in the desktop game."""
    now = empty_room().begun
    for who in ("edda", "walter"):
        now = after(now, PlanMove("look_around", who))
    now = after(after(now, EndDay()), EndDay())
    for event in now.waiting_events():
        now = after(now, AnswerEvent(event, 1))
    told = 0
    for who in ("edda", "walter"):
        move = next(m for m in make_view(now, who).moves if m.id == "share_resource")
        for content, date in move.dates_with:
            evening = after(now, PlanMove("share_resource", who, content))
            scene = next(s for s in night_scenes(evening, after(evening, EndDay())) if s.who == who)
            assert scene.move == "share_resource"
            assert scene.date is not None
            assert scene.date.mood == date.mood, (who, content)
            told += date != move.date
    assert told


def test_the_big_scene_of_a_night_shows_what_really_happened():
    """The bubble holds their own words and the body their own reaction, never the likeness before the move."""
    now = empty_room().begun
    people = [follower.id for follower in make_view(now).followers]
    compared = spoke = 0
    for who in people:
        for move in ("ask_about_them", "like"):
            evening = after(now, PlanMove(move, who))
            morning = after(evening, EndDay())
            before = next(s for s in night_scenes(evening, morning) if s.who == who)
            scene = as_it_came_out(before, make_view(morning))
            replies = {text.splitlines()[0] for _, text, _ in before.answers}
            assert scene.date.they in {"", *replies}
            assert scene.date.body
            compared += scene.date.they != before.date.they
            spoke += scene.date.they in replies
    assert compared
    assert spoke
