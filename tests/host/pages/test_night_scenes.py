"""The night on the projector, told at a café table."""

import pytest

from game.coach.looking_back.questions.asks_told import ask_marks
from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.page_tools import rendered
from game.host.pages.pictures.night_scenes import as_it_came_out, night_scenes
from game.host.room.steps import Chose
from game.session.entries import AnswerEvent, BringEvent, EndDay, PlanMove
from game.session.playthrough import begun
from game.session.seen.make_view import make_view
from game.session.turns import after
from tests.host.rooms import BEGAN, day_ended, empty_room, played, started, taken
from tests.plays import compiled
from tests.plays import played as bot_game


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


def page_of_night(room):
    """The first guest's page of the first person of the night, as HTML."""
    name, values = guest_page("/play/night/1", GuestRequest(room, room.here[0], BEGAN, {}))
    return rendered(name, **values, command="c"), values["scene"]


@pytest.mark.parametrize("move", ["look_around", "like"])
def test_a_move_that_says_nothing_is_left_without_no_answer(move):
    """Where there was nothing to answer, no page misses an answer, nor says that somebody went on talking."""
    now = empty_room().begun
    told = 0
    for who in (f.id for f in make_view(now).followers):
        evening = after(now, PlanMove(move, who))
        morning = after(evening, EndDay())
        scene = as_it_came_out(next(s for s in night_scenes(evening, morning) if s.who == who), make_view(morning))
        assert "No answer" not in scene.without_answer
        room = played(started(1), taken(Chose(PlanMove(move, who)), "g1"))
        page, first = page_of_night(day_ended(room, "g1"))
        assert "said nothing" not in page
        assert "That can mean many things" not in page or first.move != move
        told += scene.date.then == f"There was nothing for {scene.first} to answer."
    assert told


def test_nobody_is_said_to_leave_unanswered_what_was_not_sent():
    """Whom the room gave the day sent no answer, because nothing was sent."""
    now = empty_room().begun
    who = next(iter(now.people))
    scene = night_scenes(now, after(now, EndDay()), (who,))[0]

    assert scene.without_answer == "Nothing was sent, and nothing came back."


def test_a_message_without_an_answer_still_says_so():
    """A question to somebody that nothing came back to is told as such."""
    now = empty_room().begun
    who = next(iter(now.people))
    evening = after(now, PlanMove("ask_about_them", who))
    scene = next(s for s in night_scenes(evening, after(evening, EndDay())) if s.who == who)

    assert scene.without_answer == "No answer. That can mean many things."


def test_whom_an_event_wrote_to_is_not_left_in_peace():
    """Where the room sent the brochure to everybody, the night says of each by which event."""
    now = empty_room().begun
    evening = after(after(now, BringEvent("the_brochure", 2)), EndDay())
    evening = after(evening, AnswerEvent("the_brochure", 0))
    who = next(iter(now.people))
    scene = next(s for s in night_scenes(evening, after(evening, EndDay()), (who,)) if s.who == who)

    assert scene.sent_by == "A call from Mr Grieve"
    assert "Nothing was sent" not in scene.without_answer


@pytest.mark.parametrize("seed", [2, 7, 9])
def test_a_yes_by_luck_is_neither_scolded_nor_cheered(seed):
    """Over games in which everybody is asked: the caption of such a yes calls it luck, and that of no other does."""
    lucky = 0
    now = begun(compiled("first_hello"), seed)
    for recorded in bot_game("first_hello", "always_asks", seed)._entries:
        evening, now = now, after(now, recorded.entry)
        if recorded.entry != EndDay():
            continue
        marks = {ask.follower: ask for ask in ask_marks(now) if ask.day == recorded.day}
        for scene in night_scenes(evening, now):
            ask = marks.get(scene.who)
            told = as_it_came_out(scene, make_view(now)).date
            assert scene.by_luck == (ask is not None and ask.lucky)
            assert told is None or ("That is luck" in told.then) == scene.by_luck
            lucky += scene.by_luck
    assert lucky
