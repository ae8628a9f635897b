"""What pages tell of a room is so: waits from the day's opening, goals as far as they came, nobody left out."""

import re

import pytest

from game.coach.looking_back.lessons_told import lesson_title, lessons_told
from game.coach.looking_back.make_debrief import debrief
from game.host.debriefing.room_debrief import room_debrief
from game.host.debriefing.room_lessons import own_lessons, room_lessons
from game.host.debriefing.what_it_came_to.so_far import standing_of
from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import screen_page
from game.host.pages.steering import main_step, steering
from game.host.room.steps import Brought, Released, Switched, Turned, Voted, Went
from game.session.entries import EndDay, Note
from game.session.playthrough import begun
from game.session.turns import after
from tests.host.rooms import BEGAN, day_ended, played, started, taken, voted_through
from tests.plays import compiled

MINUTE = 60.0


def words_of(room, at):
    """What the host's list says of each guest."""
    return {row.guest.id: row.words for row in host_page(room, at, lambda _: 0.0, "http://here", {})[1]["rows"]}


def at_host(room):
    """The host's page as HTML."""
    name, values = host_page(room, BEGAN, lambda _: 0.0, "http://here", {})
    return rendered(name, **values, command="c", unsaved="", screen_link="/screen", may_open_more=False)


def at_guest(room):
    """The first guest's page as HTML."""
    name, values = guest_page("/play", GuestRequest(room, room.here[0], BEGAN, {}))
    return rendered(name, **values, command="c")


def all_ended(room):
    """The room after everybody has ended the day."""
    for who in room.guests:
        room = day_ended(room, who)
    return room


@pytest.mark.parametrize("let_go", ["opened", "after a pause"])
def test_a_wait_for_the_host_makes_nobody_stuck(let_go):
    """Who had to wait ten minutes is stuck only minutes after the room goes on."""
    room, later = started(2), BEGAN + 10 * MINUTE
    if let_go == "opened":
        room = played(all_ended(room), taken(Released(2), at=later))
    else:
        room = played(room, taken(Switched("paused", True)), taken(Switched("paused", False), at=later))

    assert set(words_of(room, later + 1).values()) == {"Playing"}
    assert set(words_of(room, later + 6 * MINUTE).values()) == {"Stuck 6 min"}
    again = played(room, taken(Released(room.released), at=later + 6 * MINUTE))
    assert set(words_of(again, later + 6 * MINUTE).values()) == {"Stuck 6 min"}  # nothing was opened


def test_votes_stay_counted_after_the_count():
    """Beside "2 of 2 have voted" on the screen the host's list says the same."""
    room = started(2, "together")
    room = played(room, *(taken(Voted(room.question.number, "a"), who) for who in room.guests))
    room = played(room, taken(Went("counted", room.scene)))

    assert set(words_of(room, BEGAN).values()) == {"Voted"}


def test_a_goal_that_holds_is_kept_so_far_until_its_day():
    """Nobody has left by the end of day 2 of 7: that is not called missed; what has not come yet may still come."""
    room = all_ended(started(1))
    now = room.guests["g1"].now
    while not now.finished:
        said = " ".join(text for _, text in debrief(now).lessons)
        assert len(now.history) < now.compiled.scenario.days
        assert not re.search(r"was not reached(?! yet)", said)
        room = all_ended(played(room, taken(Released(room.released + 1))))
        now = room.guests["g1"].now
        if len(now.history) == 2:
            assert "was kept so far" in " ".join(text for _, text in debrief(now).lessons)
    assert "so far" not in " ".join(text for _, text in debrief(now).lessons)
    assert "reached yet" not in " ".join(text for _, text in debrief(now).lessons)


def test_the_debrief_leaves_nobody_out():
    """The room's own points come first, everybody's happy end is on the screen, and every guest is a dot."""
    room = started(7)
    for day in range(1, 5):
        room = played(all_ended(room), taken(Released(day + 1)))
    assert at_host(room).count('class="dot"') == len(room.here)
    room = played(room, taken(Went("debrief", room.scene)))
    told = room_debrief(room)
    ends = parts_of(played(room, taken(Turned(3))), told)

    assert 0 < ends[0].index("Middle of the room") < ends[0].index("Somebody who")


def parts_of(room, told):
    """A step of the debrief in all its parts, as a host goes through them by the one button beside the big one."""
    pages = []
    while True:
        name, values = screen_page(room, "http://here", told)
        pages.append(rendered(name, **values, minutes_played=1))
        _, beside = main_step(room, told)
        if beside is None or beside.step.part == 0:
            return pages
        room = played(room, taken(beside.step))


@pytest.mark.parametrize("mode", ["each", "together"])
def test_no_list_of_the_debrief_is_cut(mode):
    """Whatever list of people or votes one page does not hold goes on with the host's button, and the page says so."""
    room = started(7, mode)
    if mode == "together":
        for _ in range(3):
            room = voted_through(room)
            room = played(room, taken(Went("vote", room.scene)))
    else:
        for day in range(1, 5):
            room = played(all_ended(room), taken(Released(day + 1)))
    room = played(room, taken(Went("debrief", room.scene)))
    told = room_debrief(room)
    everybody = [f"<b>{f.first}</b>" for f in told.followers]
    votes = [f"<b>Day {d.day}, {d.name}</b>" for d in told.decisions]
    assert (len(votes) > 3) == (mode == "together")
    for page, items in ((0, []), (1, []), (2, []), (3, votes or everybody), (4, [])):
        parts = parts_of(played(room, taken(Turned(page))), told)
        assert "in the report" not in "".join(parts)
        for item in items:
            assert item in "".join(parts), (page, item)
        if len(parts) > 1:
            assert all(re.search(rf"\d+ of {len(items)}\b", part) for part in parts)


def test_keys_of_the_projector_go_through_the_parts_first():
    """→ shows the rest of a list before the next step, and ← comes back through it."""
    room = started(2, "together")
    for _ in range(2):
        room = voted_through(room)
        room = played(room, taken(Went("vote", room.scene)))
    room = played(room, taken(Went("debrief", room.scene)), taken(Switched("short", False)), taken(Turned(3)))
    told, seen = room_debrief(room), []
    while room.page == 3:
        seen.append(room.part)
        room = played(room, taken(dict(steering(room, told))["next"]))
    assert seen == list(range(-(-len(told.decisions) // 3)))
    assert len(seen) > 1
    assert (room.page, room.part) == (4, 0)


def test_an_event_is_told_in_the_time_it_has():
    """It comes, it came once its day is open, and in the debrief nothing comes any more."""
    room = played(started(1), taken(Brought("the_brochure")))
    assert "comes on day 2" in at_host(room)
    early = at_host(played(room, taken(Went("debrief", room.scene))))
    assert "was to come on day 2" in early
    room = played(all_ended(room), taken(Released(2)))
    for later in (room, played(room, taken(Went("debrief", room.scene)))):
        assert "came on day 2" in at_host(later)
        assert "comes on day 2" not in at_host(later)


def test_a_pause_on_an_open_day_is_told_as_a_pause():
    """Nobody reads that the host will open a day that is open; who waits for one reads that."""
    paused = taken(Switched("paused", True))
    waiting = all_ended(started(2))
    opened = at_guest(played(waiting, taken(Released(2)), paused))

    assert "The host opens day 2" not in opened
    assert "goes on after the pause" in opened
    assert "The host opens day 2" in at_guest(played(waiting, paused))


def test_a_lesson_for_all_tells_nothing_that_one_guest_chose():
    """Where the room voted, the room chose; where each played, lessons hold for all, and goals are counted."""
    together = played(started(2, "together"), taken(Brought("the_brochure")))
    together = voted_through(together)
    together = voted_through(played(together, taken(Went("vote", together.scene))))
    for _, text in room_debrief(together).lessons:
        assert "you chose" not in text
    assert any("the room chose" in text for _, text in room_debrief(together).lessons)

    each = played(started(3), taken(Switched("hold", False)))
    while not all(g.now.finished for g in each.here):
        each = all_ended(each)
    lessons = dict(room_debrief(each).lessons)
    assert all(lesson_title(name) in lessons for name in each.begun.compiled.scenario.teaches)
    assert not any("chose" in text for text in lessons.values())
    assert any("of 3 games" in text for text in lessons.values())


def test_on_the_first_morning_each_game_has_a_standing_of_its_own():
    """Before anything was played two games with other people already differ in trust; what is noted changes nothing."""
    one, other = (begun(compiled("slow_roast"), seed) for seed in (1, 2))
    first = next(iter(one.people))

    assert standing_of(one).trust != standing_of(other).trust
    assert standing_of(after(one, Note(first, "buyer", 50))) is standing_of(one)


def test_no_lesson_is_told_that_nothing_in_the_room_showed():
    """A day without a move, of twelve casts: no paragraph on a life nobody dealt with, and no principle unshown."""
    room = started(1)
    scenario = room.begun.compiled.scenario
    of_lives = {note.title for note in scenario.debrief if note.when and note.when.lives}
    summed_up = {lesson_title(name) for note in scenario.debrief if note.when is None for name in note.teaches}
    for seed in range(12):
        now = after(begun(compiled("first_hello"), seed), EndDay())
        told = {title for title, _ in room_lessons(room, [now])}
        assert not told & of_lives
        assert not dict(own_lessons(now)).keys() & of_lives
        assert summed_up <= told
        assert lesson_title("a_share_is_a_share") not in told
    assert any(
        dict(lessons_told(after(begun(compiled("first_hello"), seed), EndDay()))).keys() & of_lives
        for seed in range(12)
    )
