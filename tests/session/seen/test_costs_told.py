"""What things cost is said before, and what an answer costs is said after it."""

import pytest

from game.bots.registry import bots
from game.session.entries import AnswerEvent
from game.session.planning import usable
from game.session.seen.offered import hours_with, suited
from game.session.turns import after
from game.session.words.hours_text import minutes_of
from tests.plays import SHIPPED, bot_plays_a_day, session


@pytest.mark.parametrize("name", SHIPPED)
def test_the_range_on_a_card_is_that_of_the_choices_offered_for_it(name):
    """A how-to of 30 to 75 minutes can be had for 30."""
    game = session(name)
    view, position = game.view(), game.playthrough.position
    checked = 0
    for move in view.posts:
        if not move.needs_content:
            continue
        offered = [c for c in suited(move.id, view.contents) if usable(position, c.id)]
        minutes = [minutes_of(hours_with(move, content, view)) for content in offered]
        assert [minutes_of(hours) for hours in move.takes] == [min(minutes), max(minutes)], move.id
        checked += 1
    assert checked


@pytest.mark.parametrize("name", SHIPPED)
def test_an_answer_that_changes_a_day_s_attention_says_so(name):
    """Every answer to every event of a run: where the hours of a day change, the reply names the new ones."""
    game, changed = session(name, 2), 0
    while not game.finished:
        for event in game.playthrough.waiting_events():
            for number in range(len(game.playthrough.compiled.scenario.timeline[event].choices)):
                before = game.playthrough
                answered = after(before, AnswerEvent(event, number))
                hours = [minutes_of(float(now.position.hours[0])) for now in (before, answered)]
                assert (f"{hours[1]} minutes of attention" in answered.replies[event]) == (hours[0] != hours[1])
                changed += hours[0] != hours[1]
        bot_plays_a_day(game, bots()["patient"])
    assert changed or name != "slow_roast"
