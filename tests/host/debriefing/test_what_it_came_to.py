"""What a room came to: praise before everybody, the points with what kept them low, and what harm was done by."""

import re
from dataclasses import replace
from html import unescape

import pytest

from game.coach.looking_back.debrief import FAIR, READY
from game.coach.looking_back.grade import score_sum
from game.host.debriefing.what_happened.courses import BOUGHT
from game.host.debriefing.what_it_came_to.done_well import done_well, own_praise
from game.host.debriefing.what_it_came_to.harm_told import THE_REST, harm_told
from game.host.debriefing.what_it_came_to.points_reached import DOES_NOTHING, points_bars
from game.host.exports.room_report import report_html
from game.host.pages.guest_pages import GuestRequest, guest_page, stamp_of
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import chosen_follower
from tests.host.bot_rooms import each_room, voting_room
from tests.host.debriefing.test_ways_of_telling_agree import ROOMS, TRUST, plain, screen
from tests.host.rooms import BEGAN

LONGEST_END = 5  # sentences of how it ended that a phone shows unasked
SENTENCE = re.compile(r"[.!?](?=\s|$)")


@pytest.fixture(params=ROOMS, ids=lambda one: "-".join(map(str, one)))
def of_room(request):
    """A room at its debrief, and what is told of it."""
    scenario, seed, way = request.param
    return voting_room(scenario, seed, way) if way else each_room(scenario, seed)


def phone(room, guest, told=None):
    """The guest's own page at the end."""
    name, values = guest_page("/play", GuestRequest(room, guest, BEGAN, {}, told))
    return rendered(name, **values, command="c")


def test_what_was_done_well_is_said_before_the_room(of_room):
    """A yes to somebody who was ready, or to a fair question, is praised on the projector, and so is nothing else."""
    room, told = of_room
    praised = done_well(room, told)
    page = plain(screen(room, told, TRUST))
    yes = [ask for _, ask in told.asks if ask.accepted and ask.kind in {READY, FAIR}]

    assert not yes or "got a yes" in praised[0].did
    assert ("Done well" in page) == bool(praised)
    for one in praised:
        assert one.did in page
        if found := re.match(r"asked (\S+) on day (\d+)", one.did):
            mine = [a for n, a in told.asks if told.guests[n] == one.guest and a.day == int(found[2])]
            assert any(ask.name.startswith(found[1]) and ask.kind in {READY, FAIR} for ask in mine)


def test_names_stand_beside_praise_only_where_the_host_shows_them(of_room):
    """Else it is one of you, and the phone of whoever is meant says so, and no other one."""
    room, told = of_room
    hidden, named = replace(room, hide_names=True), replace(room, hide_names=False)
    names = [guest.name for guest in room.here]
    assert not any(name in plain(screen(hidden, told, page)) for name in names for page in range(5))
    meant = {one.guest for one in done_well(room, told) if one.guest}
    for guest in room.here:
        praise = own_praise(room, told, guest.id)
        assert (praise != "") == (guest.id in meant)
        assert ("The screen says so without your name." in plain(phone(hidden, guest, told))) == (guest.id in meant)
        assert (stamp_of(room, guest, told) != stamp_of(room, guest)) == (guest.id in meant)
        if guest.id in meant:
            assert guest.name in plain(screen(named, told, TRUST))
            assert praise in plain(phone(room, guest, told))


def test_harm_is_told_move_by_move_and_adds_up(of_room):
    """Of each game: whole points, each of something that was done on its day."""
    room, told = of_room
    for guest in room.here:
        now = guest.now or room.shared
        game = told.games[told.guests.index(guest.id) if room.each else 0]
        harm = score_sum(game.score, game.people, game.business).harm
        parts = harm_told(now, harm)
        page = plain(phone(room, guest))
        assert sum(part.points for part in parts) == harm
        for part in parts:
            assert part.points > 0
            assert part.what[1:] in page
            if part.what != THE_REST:
                day = int(re.search(r"day (\d+)$", part.what)[1])
                played = now.history[day - 1]
                assert played.items or played.morning.fresh.any()
            if found := re.match(r"“(.*)” to (\S+), day", part.what):
                titles = [now.setup.speaker.title(item.move) for item in played.items]
                assert found[1] in titles


def test_points_stand_beside_what_was_within_reach_with_a_reason(of_room):
    """Doing nothing, the room, its best and the best that is known; and how many of those who came to buy bought."""
    room, told = of_room
    bars = points_bars(told.games, told.reach)
    points = [bar.points for bar in bars]
    buyers = [one for row in told.courses for one in row.courses if one.buyer]
    sales = sum(one.ended == BOUGHT for one in buyers)
    page = plain(screen(replace(room, short=True), told, TRUST))

    assert points == sorted(points)
    assert {bar.points for bar in bars if not bar.own} <= set(dict(told.reach.scores).values())
    assert dict(told.reach.scores)[DOES_NOTHING] in points
    assert max(bar.points for bar in bars if bar.own) == max(game.score for game in told.games)
    assert all(bar.words in page for bar in bars)
    courted = dict(told.reach.scores)["never_asks"]
    assert f"whoever courts well and never asks has {courted:.0f} here" in page or not buyers
    assert f"{sales} of {len(buyers)} who came to buy bought from you." in page or not buyers


def test_a_phone_shows_what_matters_and_keeps_the_rest_behind_more(of_room):
    """Few sentences on how it ended; each lesson can be opened."""
    room, told = of_room
    for guest in room.here:
        page = phone(room, guest, told)
        end = page[page.index("How it ended") : page.index("One thing to")]
        shown = plain(re.sub(r"<ul.*?</ul>|<details.*?</details>", "", end, flags=re.DOTALL))
        assert len(SENTENCE.findall(shown)) <= LONGEST_END, shown
        assert "More of what this game teaches" in plain(end)
        assert ".." not in plain(page).replace("...", "")


def test_the_picture_is_of_the_person_whom_the_lesson_names(of_room):
    """On the projector and in the report, as long as the host has chosen nobody."""
    room, told = of_room
    if not told.lesson.about:
        return
    follower = chosen_follower(told)
    report = unescape(report_html(room, told).decode())

    assert follower.first in told.lesson.text
    assert f"<h2>{follower.first}’s trust</h2>" in report
    assert chosen_follower(told, told.followers[-1].id) == told.followers[-1]
