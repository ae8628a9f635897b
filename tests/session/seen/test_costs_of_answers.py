"""An answer to an event that takes time of every later day says so before it is chosen."""

import pytest

from game.scenario.format.difficulty import change_of_hours_at
from game.session.entries import AnswerEvent
from game.session.seen.make_view import make_view
from game.session.words.hours_text import hours_text
from tests.plays import SHIPPED, end_day, session


@pytest.mark.parametrize("name", SHIPPED)
def test_what_an_answer_takes_of_every_day_stands_beside_it(name):
    """The words of each answer that changes the hours a day name by how much, and no others do."""
    game = session(name)
    while not game.finished:
        scenario = game.playthrough.compiled.scenario
        for event in make_view(game.playthrough).events:
            written = scenario.timeline[event.id].choices
            for shown in event.choices:
                change = written[shown.index].change
                hours = change_of_hours_at(scenario.difficulty, change.hours_per_day) if change else 0.0
                assert ("a day" in shown.told and "from now on" in shown.told) is bool(hours)
                assert not hours or hours_text(abs(hours)) in shown.told
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 0))
        end_day(game)
