"""A vote that is counted is a decision and no success: what comes of it is told afterwards, and shown as it was."""

from html import unescape

import pytest

from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.host_pages import host_page
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import mood_now, screen_page
from game.host.room.room_state import COUNTED, EACH, TOGETHER, VOTE
from game.host.room.steps import CalledForHelp, Voted, Went
from game.session.seen.make_view import make_view
from tests.host.pages.test_offered_questions import day_voted, voting
from tests.host.rooms import BEGAN, day_ended, played, started, taken

LATER = "What comes of it, the night will tell."
REFUSES = {"declines_coldly", "unfollows", "blocks"}


def test_no_page_shows_a_counted_vote_as_a_success():
    """Projector, phone and host, of each vote of a day with questions to buy: no good mark, and no gladder face."""
    room, asked = voting(7, 4), 0
    while room.stage != "night":
        if room.stage == VOTE:
            ask = next((o.id for o in room.question.options if "Offer" in o.cost), "a")
            room = played(room, taken(Voted(room.question.number, ask), "g1"), taken(Went("counted", room.scene)))
            asked += ask != "a"
        if room.stage == COUNTED:
            name, values = screen_page(room, "http://here", None)
            screen = unescape(rendered(name, **values, minutes_played=1))
            name, more = guest_page("/play", GuestRequest(room, room.here[0], BEGAN, {}))
            phone = unescape(rendered(name, **more, command="c"))
            assert values["mood"] == "neutral"
            for page in (screen, phone):
                assert LATER in page
                assert "pill good" not in page
        room = played(room, taken(Went("vote" if room.spotlight else "night", room.scene)))
    assert asked


def test_after_a_cold_no_nobody_smiles_at_the_next_vote():
    """On every morning of a room that asks at once, faces are those of the night before."""
    cold = 0
    room = voting(8, 4)
    while not room.shared.finished:
        room = day_voted(room, ("Propose", "Pitch", "Small offer"))
        view = make_view(room.shared)
        for item in view.night.items:
            if item.signal in REFUSES:
                cold += 1
                assert mood_now(view, item.follower) in {"cool", "weary"}
        if not room.shared.finished:
            room = played(room, taken(Went("vote", room.scene)))
    assert cold


def rows_of(room):
    """The names in the host's list, from the top."""
    _, values = host_page(room, BEGAN + 5, lambda _: 0.0, "http://here", {})
    return [row.guest.name for row in values["rows"]]


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
def test_the_list_of_guests_stands_still(mode):
    """While guests vote or end their days one after the other, no row moves but that of who asks for help."""
    room = started(5, mode)
    names = rows_of(room)
    for number in (4, 2, 5):
        guest = f"g{number}"
        room = day_ended(room, guest) if mode == EACH else played(room, taken(Voted(room.question.number, "a"), guest))
        assert rows_of(room) == names

    room = played(room, taken(CalledForHelp("May I?"), "g4"))
    assert rows_of(room) == [names[3], *names[:3], names[4]]
