"""The states of games are what they were, day by day and field by field; and another hash wants another number."""

from dataclasses import replace

import pytest

from game.model.parameters import PARAMETERS_VERSION
from tests.golden import regenerate, states
from tests.golden.states import FEW_GAMES, States, by_day_and_field, first_difference, refusal, stored

BEFORE = States(2, "aa", {"state.wear": ("1", "2", "3"), "ledger.warm": ("4", "5", "6")})


def held() -> States:
    found = stored()
    assert found is not None
    return found


def test_every_field_is_on_every_day_what_it_was():
    """The first games of the golden ones: a change says on which day it begins, and in which fields."""
    before = held()
    now = replace(before, by_day=by_day_and_field())

    assert now.by_day == before.by_day, first_difference(before, now)
    assert FEW_GAMES >= 100


def test_the_number_of_the_rules_is_the_one_that_their_states_were_written_under():
    """A number that grew without `python -m tests.golden.regenerate` would stand beside the states of older rules."""
    assert held().version == PARAMETERS_VERSION


def test_a_new_hash_under_an_old_number_is_refused(monkeypatch, tmp_path):
    """It says what has changed and where, names the number to set, and writes nothing."""
    monkeypatch.setattr(states, "FOLDER", tmp_path)
    states.write(BEFORE)
    changed = States(2, "bb", {"state.wear": ("1", "2", "9"), "ledger.warm": ("4", "8", "6")})
    monkeypatch.setattr(regenerate, "computed", lambda: changed)
    with pytest.raises(SystemExit) as refused:
        regenerate.main()

    assert "PARAMETERS_VERSION in game/model/parameters.py is still 2" in str(refused.value)
    assert "set it to 3" in str(refused.value)
    assert "day 2, in ledger.warm." in str(refused.value)
    assert stored() == BEFORE
    assert {p.name for p in tmp_path.glob("*")} == {"states.sha256", "states_by_day.txt"}


@pytest.mark.parametrize("now", [
    BEFORE, replace(BEFORE, version=3), replace(BEFORE, whole="bb", version=3),
])  # fmt: skip
def test_the_same_hash_or_a_higher_number_may_be_written(now):
    """Nothing has changed, or it is said."""
    assert refusal(BEFORE, now) == ""


def test_a_lower_number_is_no_new_one():
    """Going back would give a number that records have already."""
    assert "set it to 3" in refusal(BEFORE, replace(BEFORE, whole="bb", version=1))


def test_a_field_that_came_differs_from_its_first_day():
    """A new quantity in the state is named."""
    now = replace(BEFORE, by_day={**BEFORE.by_day, "state.new": ("7", "7", "7")})

    assert first_difference(BEFORE, now) == "Bits differ first on the evening of day 1, in state.new."
