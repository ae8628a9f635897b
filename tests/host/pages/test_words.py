"""Codes and names: what is read aloud and what is shown to a room."""

import re

import pytest

from game.bots.registry import bots
from game.coach.within_reach import reach
from game.host.pages.facilitators_guide import ADVISED_SEED, guide_to, in_markdown
from game.host.pages.page_tools import FOLDER
from game.host.rehearsal.machine_check import told_of_machine
from game.host.room.room_codes import FIRST, SECOND, key_of, suggested_name
from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.catalogue import scenarios_in
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of


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


def test_a_guide_says_of_drawn_people_only_what_is_so_with_their_seed():
    """A note about a life stands in the guide to a seed where somebody has that life, and nowhere without a seed."""
    path = SCENARIOS / "first_hello.yaml"
    scenario = load(path).scenario
    of_lives = [note for note in scenario.debrief if note.when is not None and note.when.lives]
    told = set()
    for seed in range(1, 9):
        people = begun(compiled_of(load(path)), seed).people
        text = in_markdown(guide_to(path, seed=seed))
        for note in of_lives:
            fits = all(people[who].life in lives for who, lives in note.when.lives.items())
            assert (note.text in text) == fits, (seed, note.title)
            told |= {note.title} if fits else set()
    assert len(told) > 1
    general = in_markdown(guide_to(path))
    assert not any(note.text in general for note in of_lives)
    assert all(note.text in general for note in scenario.debrief if note.when is None)


def test_the_advised_seed_shows_the_lesson():
    """In the room that the handbook advises asking in time wins clearly, also when it ends on day 5."""
    compiled = compiled_of(load(SCENARIOS / "first_hello.yaml"))
    for days in (5, compiled.scenario.days):
        ends = dict(reach(compiled, ADVISED_SEED, ways=1 + len(bots()), days=days).scores)
        assert ends["patient"] > ends["never_asks"] + 15 > ends["pushy"] + 15
        assert ends["sleeper"] < ends["never_asks"]


def test_the_form_and_the_handbook_name_the_same_seed():
    """The form that opens a room advises what the handbook does, and no other."""
    form = (FOLDER / "host_new.html").read_text(encoding="utf-8")
    handbook = (FOLDER.parents[1] / "docs" / "for-facilitators.md").read_text(encoding="utf-8")
    assert "seed {{ advised }} is a good one" in form
    assert {*re.findall(r"first_hello --seed (\d+)", handbook)} == {str(ADVISED_SEED)}


@pytest.mark.parametrize("page", sorted(FOLDER.glob("*.html")), ids=lambda page: page.stem)
def test_no_page_writes_the_sign_of_a_figure_by_itself(page):
    """Points and d′ have a true minus and never −0, because one filter writes them all."""
    shown = re.sub(r"<svg.*?</svg>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert not re.findall(r"'%\+?\.\df'", shown)
