"""Who can read what somebody wrote is said where it is written."""

from game.host.debriefing.room_debrief import room_debrief
from game.host.exports.csv_files import decisions_csv, guests_csv
from game.host.pages.guest_pages import GuestRequest, guest_page
from game.host.pages.page_tools import rendered
from game.host.room.steps import Chose, Went
from game.session.entries import Note
from tests.host.rooms import BEGAN, day_ended, played, started, taken


def notebook_of(room):
    """The first guest's notebook as HTML."""
    name, values = guest_page("/play/notes", GuestRequest(room, room.here[0], BEGAN, {}))
    return rendered(name, **values, command="c")


def test_the_notebook_says_that_tables_hold_the_guess_with_the_name():
    """Host files hold each guess beside a name, so no page says that its writer alone reads it."""
    room = played(started(1), taken(Chose(Note("dorian", "buyer", 50)), "g1"))

    assert "Guest 1,,note,,dorian" in decisions_csv(room).decode()
    page = notebook_of(room)
    assert "Only you" not in page
    assert "The host’s tables hold your guess beside your name." in page


def test_own_figures_are_not_called_seen_by_nobody_else():
    """The figures of a guest's own game stand in the host's tables with their name."""
    room = day_ended(started(1), "g1")
    room = played(room, taken(Went("debrief", room.scene)))
    name, values = guest_page("/play", GuestRequest(room, room.here[0], BEGAN, {}))
    page = rendered(name, **values, command="c")

    assert "Guest 1" in guests_csv(room, room_debrief(room)).decode()
    assert "Only you" not in page
    assert "The host’s tables hold these figures" in page
