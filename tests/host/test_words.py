"""Codes and names: what is read aloud and what is shown to a room."""

import pytest

from game.host.pages.facilitators_guide import guide_to, in_markdown
from game.host.rehearsal.machine_check import told_of_machine
from game.host.room.room_codes import FIRST, SECOND, key_of, suggested_name
from game.resources import SCENARIOS
from game.scenario.catalogue import scenarios_in


def test_every_pair_of_words_is_suggested_before_one_comes_twice():
    """1600 guests get 1600 names, and the next a number."""
    taken: set[str] = set()
    for number in range(len(FIRST) * len(SECOND)):
        name = suggested_name(7, taken)
        assert key_of(name) not in taken, number
        taken.add(key_of(name))
    assert suggested_name(7, taken) == "Guest 7"


@pytest.mark.parametrize("path", scenarios_in(SCENARIOS), ids=lambda p: p.stem)
@pytest.mark.parametrize("together", [False, True])
def test_every_scenario_has_a_guide(path, together):
    """The guide tells timings, what to say, questions and who they are."""
    text = in_markdown(guide_to(path, together=together, seed=7))
    for part in ("How long it takes", "What to say", "Questions", "Whom they meet", "What it teaches"):
        assert part in text


def test_the_check_tells_addresses_and_ways_out():
    """A facilitator reads what to try when a phone does not get through."""
    text = told_of_machine(8765)
    assert "no network" in text or ("firewall" in text and "router" in text)
