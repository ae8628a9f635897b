"""A second order is judged as one: never as ready, early or late, and with what it is worth."""

from functools import cache

import pytest

from game.bots.registry import bots
from game.coach.looking_back.debrief import SECOND_ORDER
from game.coach.looking_back.questions.asks_told import ask_marks, off_the_mark
from game.session.entries import PlanMove
from tests.plays import SHIPPED, bot_plays_a_day, end_day, played, session


@cache
def asked_again(name):
    """Games in which whoever has bought is asked to buy once more, each with its questions."""
    found = []
    for seed in range(1, 7):
        game = session(name, seed)
        while not game.finished:
            now = game.playthrough
            buyers = [who for who in now.compiled.ids if any(i.kind == "buys" for i in now.story.threads[who])]
            if buyers and not now.waiting_events():
                view = game.view(buyers[0])
                if any(move.id == "propose" and move.enabled for move in view.moves):
                    game.do(PlanMove("propose", buyers[0]))
                    end_day(game)
                    continue
            bot_plays_a_day(game, bots()["patient"])
        found.append((game.playthrough, ask_marks(game.playthrough)))
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_a_second_order_is_called_one(name):
    """Whoever had bought is told as that, and whoever had not never is."""
    again = 0
    for now, asks in asked_again(name):
        for ask in asks:
            bought = any(i.kind == "buys" and i.day < ask.day for i in now.story.threads[ask.follower])
            assert (ask.badge == SECOND_ORDER) == (bought and ask.for_sale), ask
            again += ask.is_again
    assert again


@pytest.mark.parametrize("name", SHIPPED)
def test_a_second_order_is_weighed_with_what_spoke_for_it(name):
    """Whether they had spoken of more since, and what a yes or a no to it does to the score."""
    for now, asks in asked_again(name):
        for ask in (one for one in asks if one.is_again):
            thread = now.story.threads[ask.follower]
            more = [i.day for i in thread if i.kind in {"need_shows", "asks_price"} and ask.bought < i.day < ask.day]
            assert not more or f"spoken of more on day {max(more)}" in ask.verdict, ask
            assert ("In the score it counts as one more question in vain." in ask.verdict) == (not ask.accepted)
            assert ("adds no new buyer" in ask.verdict) == ask.accepted


@pytest.mark.parametrize("name", SHIPPED)
def test_a_second_order_is_no_early_or_needless_first_one(name):
    """What is told of questions off the mark counts nobody who had bought."""
    for now, asks in asked_again(name):
        first = [ask for ask in asks if not ask.is_again]
        assert off_the_mark((asks, now)) == off_the_mark((first, now))


def test_a_first_order_is_none():
    """In a patient game of which every buyer was asked once."""
    now = played("first_hello", "patient", 1).playthrough
    assert not [ask for ask in ask_marks(now) if ask.is_again and not day_of_purchase(now, ask)]


def day_of_purchase(now, ask):
    """The day on which somebody bought before a question; 0 for never."""
    return max((i.day for i in now.story.threads[ask.follower] if i.kind == "buys" and i.day < ask.day), default=0)
