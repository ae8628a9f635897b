"""What the pictures of a night have told is not told again in words, and days that passed say why they stopped."""

import pytest

from game.bots.registry import bots
from game.session.seen.night.evening_seen import evening_seen
from game.session.story.clues_of_signals import OVER
from game.ui.play.end_day import happened, stopped_told
from game.ui.play.night_steps import WHOLE, in_words, steps_of
from tests.plays import SHIPPED, bot_plays_a_day, session


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "thanker"])
def test_no_bubble_is_read_twice(name, bot):
    """All that stands whole in a bubble of a picture is left out of the words, and nothing else that was said."""
    game, left_out = session(name, 2), 0
    while not game.finished:
        bot_plays_a_day(game, bots()[bot])
        view = game.view()
        told = evening_seen(view, view.night)
        seated = [*told.tables, *(moment.who for moment in told.moments if moment.who is not None)]
        bubbles = {(met.follower, text) for met in seated if len(met.wrote) <= WHOLE for text in met.wrote.splitlines()}
        words = {(item.follower, item.text) for item in in_words(view.night, told, 3).items}
        assert not bubbles & words
        everything = {(item.follower, item.text) for item in view.night.items if not item.signal.startswith("tell_")}
        assert everything <= bubbles | words
        left_out += len(everything - words)
        small = {(item.follower, item.text) for item in in_words(view.night, told, 2).items}
        assert everything <= small, "where a bubble may be cut, the words at the end have it whole"
        assert steps_of(told, view.night, 3, 4)
    assert left_out > 3


@pytest.mark.parametrize("name", SHIPPED)
def test_days_that_passed_say_what_stopped_them(name):
    """Whatever counts as something that happened has a sentence with a name or a title."""
    game, stops = session(name, 5), 0
    while not game.finished:
        bot_plays_a_day(game, bots()["patient"])
        view = game.view()
        if happened(view, view.night):
            assert stopped_told(view, view.night).endswith(".")
            stops += 1
    assert stops


@pytest.mark.parametrize("name", SHIPPED)
def test_nobody_is_called_quiet_who_has_spoken_since(name):
    """Among what was noticed, “gone quiet” goes with the next thing that they say or share."""
    game, quiet = session(name, 3), 0
    while not game.finished:
        bot_plays_a_day(game, bots()["pushy"])
        for follower in game.view().followers:
            back = {signal.id for signal in OVER["quiet"]}
            spoke = [i.kind for i in follower.thread if i.kind in {"goes_quiet", *back}]
            if any(notice.title == "Gone quiet" for notice in follower.noticed):
                quiet += 1
                assert spoke[-1] == "goes_quiet", follower.name
    assert quiet or name == "first_hello"
