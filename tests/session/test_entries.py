"""Entries as lines of a record: what is written is what is read, and what is wrong is told by its key."""

import pytest

from game.session.entries import (
    AnswerEvent,
    BringEvent,
    EndDay,
    MarkRead,
    Note,
    PlanMove,
    Recorded,
    Reload,
    ScenarioFacts,
    TakeBack,
    Undo,
    entries_kept,
)
from game.session.entry_lines import MalformedEntryError, as_line, from_line  # fmt: skip

FACTS = ScenarioFacts("abc", "The Bakery", "Crumb", 6, "en", "x" * 5000)
PLAN = Recorded(2, PlanMove("introduce", "ada", "loaf", "ben"))
ENTRIES = [
    PLAN, Recorded(1, TakeBack(3)), Recorded(1, Note("ada", "fan", 75)), Recorded(2, AnswerEvent("landlord", 1)),
    Recorded(2, BringEvent("fire", 4)), Recorded(3, MarkRead("ben")), Recorded(3, EndDay(), "0f"),
    Recorded(4, Undo(2)), Recorded(4, Reload(FACTS, (PLAN, Recorded(2, EndDay(), "a1")))),
]  # fmt: skip


@pytest.mark.parametrize("recorded", ENTRIES, ids=lambda r: r.entry.kind)
def test_what_is_written_is_what_is_read(recorded):
    """A key that this version does not know does no harm."""
    assert from_line(as_line(recorded)) == recorded
    assert from_line({**as_line(recorded), "colour": "red"}) == recorded
    assert ("state" in as_line(recorded)) == bool(recorded.state)


LINE = {"kind": "note", "day": 1, "who": "ada", "motive": "fan", "sure": 75}
RELOAD = as_line(ENTRIES[-1])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ([], "it is not a line of keys and values"),
        ({**LINE, "kind": "dance"}, "this version of the game does not know the entry “dance”"),
        ({**LINE, "day": 0}, "“day” is 0, not between 1 and 4294967295"),
        ({**LINE, "day": True}, "“day” is True, not a whole number"),
        ({**LINE, "day": 1.0}, "“day” is 1.0, not a whole number"),
        ({**LINE, "sure": -2}, "“sure” is -2, not between -1 and 4294967295"),
        ({**LINE, "sure": 2**32}, "“sure” is 4294967296, not between -1 and 4294967295"),
        ({**LINE, "who": 7}, "“who” is 7, not a text"),
        ({**LINE, "who": "a" * 201}, "“who” has 201 characters, more than 200"),
        ({"kind": "note", "day": 1, "who": "ada", "sure": 75}, "an entry “note” without “motive”"),
        ({"kind": "note", "who": "ada", "motive": "fan", "sure": 75}, "an entry “note” without “day”"),
        ({**RELOAD, "kept": "x"}, "an entry “reload” without “kept”, a list"),
        ({**RELOAD, "kept": [RELOAD]}, "an entry “reload” keeps choices that count, no undo and no other reload"),
        ({**RELOAD, "kept": [as_line(Recorded(2, Undo(1)))]},
         "an entry “reload” keeps choices that count, no undo and no other reload"),
        ({**RELOAD, "days": 0}, "“days” is 0, not between 1 and 4294967295"),
    ],
)  # fmt: skip
def test_what_is_no_entry_is_told_by_its_key(line, told):
    """A line of a record that is no entry is refused with the key that is wrong."""
    with pytest.raises(MalformedEntryError) as why:
        from_line(line)
    assert str(why.value) == told


@pytest.mark.parametrize("changed", [{"day": 1}, {"day": 2**32 - 1}, {"sure": -1}, {"who": "a" * 200}])
def test_what_lies_just_within_is_read(changed):
    """The largest and smallest values that an entry may hold are read and written again as they are."""
    assert as_line(from_line({**LINE, **changed})) == {**LINE, **changed}


def test_a_scenario_in_a_record_may_be_long_and_need_not_name_its_language():
    """Records made before there were languages say nothing of it."""
    line = {key: value for key, value in RELOAD.items() if key != "language"}
    entry = from_line(line).entry

    assert isinstance(entry, Reload)
    assert (entry.facts.language, len(entry.facts.text)) == ("", 5000)


def test_an_undo_drops_its_day_and_all_later_ones():
    """What was done before stays, and what is done afterwards counts."""
    day_one, day_two, again = Recorded(1, EndDay(), "a"), Recorded(2, EndDay(), "b"), Recorded(2, MarkRead("ada"))

    assert entries_kept([day_one, day_two, Recorded(3, Undo(2)), again]) == [day_one, again]
    assert entries_kept([day_one, day_two, Recorded(3, Undo(1))]) == []


def test_where_a_changed_scenario_was_taken_what_was_carried_over_counts():
    """Behind a reload stand the choices that were carried over, then those made since."""
    reload = ENTRIES[-1]
    later = Recorded(3, MarkRead("ada"))

    assert entries_kept([Recorded(1, MarkRead("ben")), reload, later]) == [*reload.entry.kept, later]
