"""The room as a value: who may do what, and what comes of it."""

from dataclasses import replace

import pytest

from game.errors import Refused
from game.host.room.room_state import COUNTED, DEBRIEF, EACH, NIGHT, TOGETHER, VOTE
from game.host.room.steps import (
    CalledForHelp,
    CameBack,
    Chose,
    Helped,
    Left,
    Readmitted,
    Released,
    Removed,
    SetCap,
    SetClock,
    Started,
    Switched,
    TookBack,
    Voted,
    Went,
)
from game.session.entries import EndDay, Note, PlanMove
from tests.host.rooms import BEGAN, day_ended, empty_room, joined, played, room_with, started, taken, voted_through


def refusal(room, step) -> str:
    with pytest.raises(Refused) as told:
        played(room, step)
    return str(told.value)


def test_nobody_plays_before_the_host_starts():
    """A choice in the lobby is refused with what to wait for."""
    assert "host starts it" in refusal(room_with(1), taken(Chose(PlanMove("like", "edda")), "g1"))


def test_a_day_is_held_until_the_host_opens_the_next():
    """After the first day a guest waits; when the host opens day 2 they go on."""
    room = day_ended(started(), "g1")
    assert "Day 2 is not open yet" in refusal(room, taken(Chose(EndDay()), "g1"))

    room = day_ended(played(room, taken(Released(2))), "g1")

    assert room.guests["g1"].now.position.day == 3


def test_the_notebook_stays_open_while_a_day_is_held():
    """Who waits at the end of a day can still write down a guess."""
    room = played(day_ended(started(), "g1"), taken(Chose(Note("edda", "buyer", 75)), "g1"))

    assert room.guests["g1"].now.guesses["edda"].sure == 75


def test_without_holding_everybody_plays_at_their_own_pace():
    """The host can switch holding off, and on again without closing a day somebody has reached."""
    room = played(started(), taken(Switched("hold", False)))
    room = day_ended(day_ended(room, "g1"), "g1")
    room = played(room, taken(Switched("hold", True)))

    assert room.released == 3
    assert day_ended(room, "g1").guests["g1"].now.position.day == 4


def test_a_pause_stops_choices_and_the_clock():
    """While the room is paused nothing counts; what was left of the clock is left afterwards."""
    room = played(started(), taken(SetClock(60), at=BEGAN), taken(Switched("paused", True), at=BEGAN + 20))
    assert "paused" in refusal(room, taken(Chose(EndDay()), "g1"))

    room = played(room, taken(Switched("paused", False), at=BEGAN + 500))

    assert room.clock == BEGAN + 540


@pytest.mark.parametrize("step", [Started(), Released(2), Went("debrief", 0), Removed("g2"), SetCap(3), TookBack()])
def test_guests_do_nothing_that_is_the_hosts(step):
    """A guest who sends a step of the host is refused."""
    assert "Only the host" in refusal(started(), taken(step, "g1"))


def test_locked_and_full_rooms_say_so():
    """Nobody comes into a locked or a full room; who is in stays in."""
    room = room_with(2)

    assert "locked" in refusal(played(room, taken(Switched("locked", True))), joined(3))
    assert "full" in refusal(played(room, taken(SetCap(2))), joined(3))
    assert len(played(room, taken(SetCap(1))).here) == 2


def test_two_guests_never_have_one_name():
    """Names differ by more than case and accents."""
    step = joined(2)
    assert "already" in refusal(room_with(1), replace(step, step=replace(step.step, name="GUÉST 1")))


def test_removed_guests_are_out_until_readmitted_by_a_new_code():
    """Who was sent out can do nothing and their cookie opens nothing; a new way back opens the same game."""
    room = played(day_ended(started(), "g1"), taken(Removed("g1")))
    assert "not in this room" in refusal(room, taken(Chose(EndDay()), "g1"))
    assert f"{1:064x}" not in room.by_token

    room = played(room, taken(Readmitted("g1", "NEWAY")), taken(CameBack("f" * 64), "g1"))

    assert room.by_token["f" * 64] == "g1"
    assert room.guests["g1"].now.position.day == 2


def test_a_readmitted_guest_gives_way_to_who_took_their_name():
    """Two guests of one name are told apart."""
    room = played(room_with(1), taken(Removed("g1")))
    step = joined(2)
    room = played(room, replace(step, step=replace(step.step, name="Guest 1")), taken(Readmitted("g1", "NEWAY")))

    assert sorted(g.name for g in room.here) == ["Guest 1", "Guest 1 2"]


def test_latecomers_play_from_the_first_day_and_are_marked():
    """Who comes after the start has a game of their own, from its beginning."""
    room = played(started(), joined(9))

    assert room.guests["g9"].late
    assert day_ended(room, "g9").guests["g9"].now.position.day == 2


def test_a_call_for_help_is_answered_once():
    """The host sees the question; the answer closes it and reaches the guest."""
    room = played(started(), taken(CalledForHelp("Can I take it back?"), "g1"))
    assert room.guests["g1"].help.text

    room = played(room, taken(Helped("g1", "Yes, until the day ends.")))

    assert (room.guests["g1"].help.text, room.guests["g1"].help.answer) == ("", "Yes, until the day ends.")


def test_everybody_plays_the_same_people_or_their_own():
    """With one seed all meet the same people; with a cast of their own they do not share their chance."""
    same = started(2)
    assert same.guests["g1"].now is same.guests["g2"].now

    own = replace(empty_room(), opening=replace(empty_room().opening, own_cast=True))
    own = played(own, joined(1), joined(2))

    assert own.guests["g1"].now.setup.episode != own.guests["g2"].now.setup.episode


# --- together --------------------------------------------------------------------------------------------------------


def test_the_room_decides_by_most_votes():
    """What most chose is planned in the shared game."""
    room = started(3, TOGETHER)
    for guest, option in (("g1", "b"), ("g2", "a"), ("g3", "a")):
        room = played(room, taken(Voted(1, option), guest))
    wanted = next(o.choice for o in room.question.options if o.id == "a")
    offered = {o.id: 0 for o in room.question.options}

    room = played(room, taken(Went(COUNTED, room.scene)))

    assert room.counts[-1].tally == {**offered, "a": 2, "b": 1}
    assert wanted in room.shared.plan.values()


def test_a_vote_can_be_changed_until_it_closes():
    """The last vote of a guest counts, once."""
    room = started(1, TOGETHER)
    room = played(room, *(taken(Voted(1, option), "g1") for option in "abc"))
    room = played(room, taken(Went(COUNTED, room.scene)))

    assert room.counts[-1].winner == "c"
    assert sum(room.counts[-1].tally.values()) == 1
    assert "too late" in refusal(room, taken(Voted(1, "a"), "g1"))


def test_equal_votes_are_drawn_by_the_seed_and_said():
    """A tie goes one way by chance, the same way each time it is repeated."""
    room = started(2, TOGETHER)
    room = played(room, taken(Voted(1, "a"), "g1"), taken(Voted(1, "b"), "g2"))
    counts = {played(room, taken(Went(COUNTED, room.scene))).counts[-1].winner for _ in range(3)}

    assert len(counts) == 1
    assert played(room, taken(Went(COUNTED, room.scene))).counts[-1].drawn


def test_abstentions_decide_nothing_and_are_kept():
    """Who would rather not choose is counted among the votes but for no option; if nobody chose, nothing is done."""
    room = started(2, TOGETHER)
    room = played(room, taken(Voted(1, ""), "g1"), taken(Went(COUNTED, room.scene)))

    assert room.counts[-1].votes == {"g1": ""}
    assert room.counts[-1].winner == ""
    assert not room.shared.plan


def test_a_table_has_one_vote_when_the_host_says_so():
    """Three at one table weigh as much as one who sits alone; a tie of tables is drawn."""
    room = played(empty_room(TOGETHER), joined(1, "1"), joined(2, "1"), joined(3, "1"), joined(4, "2"), joined(5, "3"))
    room = played(room, taken(Switched("by_table", True)), taken(Started()))
    votes = {"g1": "a", "g2": "a", "g3": "b", "g4": "c", "g5": "c"}
    room = played(room, *(taken(Voted(1, option), guest) for guest, option in votes.items()))
    offered = {o.id: 0 for o in room.question.options}

    room = played(room, taken(Went(COUNTED, room.scene)))

    assert room.counts[-1].tally == {**offered, "a": 1, "c": 2}


def test_who_leaves_or_is_sent_out_has_no_vote():
    """Votes of those who are not here any more do not count."""
    room = started(3, TOGETHER)
    room = played(room, *(taken(Voted(1, "a"), f"g{n}") for n in (1, 2, 3)))
    room = played(room, taken(Left(), "g1"), taken(Removed("g2")), taken(Went(COUNTED, room.scene)))

    assert room.counts[-1].tally["a"] == 1


@pytest.mark.parametrize("option", ["z", "aa", "A", "1"])
def test_only_options_of_the_page_can_be_chosen(option):
    """An option that was not offered is refused."""
    assert "cannot be chosen" in refusal(started(1, TOGETHER), taken(Voted(1, option), "g1"))


def test_a_second_click_of_the_host_does_nothing():
    """The host's page says which scene it has seen; what has moved on is not moved on twice."""
    room = started(1, TOGETHER)
    closing = Went(COUNTED, room.scene)
    room = played(room, taken(closing))

    assert "moved on" in refusal(room, taken(closing))
    assert room.stage == COUNTED


def test_the_last_decision_can_be_taken_back():
    """After the count the vote is open again; after the night the evening is back. Only once."""
    room = started(1, TOGETHER)
    room = played(room, taken(Voted(1, "a"), "g1"), taken(Went(COUNTED, room.scene)), taken(TookBack()))

    assert (room.stage, room.votes, room.shared.plan, room.counts) == (VOTE, {"g1": "a"}, {}, ())
    assert "only the last" in refusal(room, taken(TookBack()))


def test_a_game_together_goes_to_its_end():
    """Seven days of votes and nights, then the debrief; the options of every vote were real choices."""
    room = started(2, TOGETHER)
    for day in range(1, room.days + 1):
        room = voted_through(room)
        assert room.stage == NIGHT
        assert room.shared.position.day == day + 1
        if day < room.days:
            room = played(room, taken(Went(VOTE, room.scene)))
    assert "last day" in refusal(room, taken(Went(VOTE, room.scene)))

    room = played(room, taken(Went(DEBRIEF, room.scene)))

    assert room.shared.finished
    assert "over" in refusal(room, joined(9))


@pytest.mark.parametrize("mode", [EACH, TOGETHER])
def test_the_host_can_end_early(mode):
    """A debrief can be opened on any day once the game has begun, not before."""
    assert "Nothing has been played" in refusal(room_with(1, mode), taken(Went(DEBRIEF, 0)))
    room = started(1, mode)

    assert played(room, taken(Went(DEBRIEF, room.scene))).stage == DEBRIEF
