"""What the coach tells in the window agrees with the review and with the notebook, and speaks as a kind teacher."""

import re

import pytest

from game.bots.registry import bots
from game.coach.hindsight.belief import BELIEF_EPISODES, PARTICLES
from game.coach.hindsight.coaching import QUICK_PAIRS, QUICK_PARTICLES, coach
from game.coach.hindsight.what_if import CHANCE_EPISODES, FIRST_PAIRS
from game.session.entries import Note
from tests.plays import bot_plays_a_day, session

HARSH = re.compile(r"\b(wrong|mistake|fail|failed|stupid|bad judgement|should have|must)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def run():
    """A run of somebody who pushes, and who notes down one person on day 2 and changes their mind on day 4."""
    found = session("first_hello", 4)
    who = found.playthrough.compiled.ids[0]
    while not found.finished:
        if found.playthrough.day in {2, 4}:
            truth = found.playthrough.people[who].motive
            other = next(m for m in found.playthrough.compiled.rules.motives.ids if m != truth)
            found.do(Note(who, other if found.playthrough.day == 2 else truth, 75))
        bot_plays_a_day(found, bots()["pushy"])
    return found


@pytest.fixture(scope="module")
def heard():
    return []


@pytest.fixture(scope="module")
def told(run, heard):
    return coach(run.playthrough, run.mornings, heard.append, particles=300, pairs=32)


def test_progress_goes_from_the_belief_to_the_last_day(run, told, heard):
    """The curves come first, then what a quick look found, which stands while each day is weighed."""
    assert [some.weighed for some in heard] == [0, *range(len(run.playthrough.history) + 1)]
    assert not heard[0].decisions
    assert heard[1].decisions
    assert all(some.decisions == heard[1].decisions for some in heard[1:])
    assert all(some.running and some.curves for some in heard)
    assert not told.running


def test_every_decision_has_its_sentence_interval_and_scene(run, told):
    """At most five dear and three fine ones; the interval holds the figure and leaves out zero on the side told."""
    dear = [d for d in told.decisions if not d.fine]
    fine = [d for d in told.decisions if d.fine]
    assert 0 < len(dear) <= 5
    assert len(fine) <= 3
    for decision in told.decisions:
        assert decision.known.low <= decision.known.points <= decision.known.high
        assert decision.known.low > 0.0 if decision.fine else decision.known.high < 0.0
        assert decision.name in decision.sentence
        assert not HARSH.search(decision.sentence.replace("bad luck, not bad judgement", ""))
        assert "{" not in decision.sentence + decision.information
        if decision.made != "No move":
            assert decision.date is not None
            assert decision.date_title == decision.made


def test_no_two_decisions_are_told_in_the_same_words(told):
    """Names, moves and figures aside, each sentence is another one."""
    bare = [re.sub(r"[A-Z]\w+ [A-Z]\w+|“[^”]*”|[\d.]+", "", d.sentence) for d in told.decisions if not d.fine]
    assert len(bare) == len(set(bare))


def test_the_notebook_s_line_is_what_stood_in_it_each_morning(run, told):
    """Before a note what is common; then the note; a changed mind from the next morning on."""
    curve = told.curves[0]
    assert len(curve.reader) == len(curve.notebook) == len(run.playthrough.history) + 1
    assert curve.noted
    assert curve.notebook[4:] == pytest.approx((0.75,) * (len(curve.notebook) - 4))
    assert max(curve.notebook[2:4]) < 0.25
    assert all(not c.noted and len(set(c.notebook)) == 1 for c in told.curves[1:])


def test_the_quick_look_weighs_each_choice_by_pairs_of_games():
    """Every second game chooses the other choice, the rest tell its worth: an even number, fewer than the whole."""
    assert QUICK_PAIRS % 2 == FIRST_PAIRS % 2 == 0
    assert QUICK_PAIRS < FIRST_PAIRS
    assert QUICK_PARTICLES < PARTICLES


def test_what_is_played_on_meets_no_chance_of_a_belief():
    """Particles are numbered from `BELIEF_EPISODES` on, and there are fewer than lie before the chance of what-ifs."""
    assert BELIEF_EPISODES + 64 * 10 * PARTICLES < CHANCE_EPISODES < 2**32
