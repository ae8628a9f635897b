"""Goals while one plays: who counts, how far they have come as far as it shows, and what a night changed."""

import re

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.timeline import come_to
from game.session.story.goals import APPROACHED, GLAD
from tests.plays import SHIPPED, bot_plays_a_day, compiled, played, session


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "pushy"])
def test_every_goal_says_who_counts_and_where_it_stands(name, bot):
    """On every morning each goal that is open has a count, and says in words what counts."""
    game = session(name, 3)
    while not game.finished:
        for goal in game.view().goals:
            assert goal.counts.startswith("Counted are those who ")
            assert goal.progress.startswith("So far ")
            assert goal.count
        bot_plays_a_day(game, bots()[bot])


@pytest.mark.parametrize("name", SHIPPED)
def test_a_night_says_which_goals_it_moved(name):
    """Whenever the count of an open goal is another one in the morning, the night has said so, with a name."""
    game, told = session(name, 3), 0
    while not game.finished:
        before = {g.title: g for g in game.view().goals}
        bot_plays_a_day(game, bots()["patient"])
        night = game.playthrough.story.night
        for goal in game.view().goals:
            if goal.reached or goal.progress == before[goal.title].progress:
                continue
            assert any(goal.title in sentence for sentence in night.nearer), goal
            told += 1
    assert told


@pytest.mark.parametrize(("name", "stage"), [("first_hello", "acquaintance"), ("slow_roast", "regular")])
def test_whoever_seems_to_count_mostly_does(name, stage):
    """Of those in whom a goal shows, seven in ten count, and of those who count it shows in most."""
    shown = true = both = 0

    def watch(morning, plan, after):
        nonlocal shown, true, both
        ledger, counts = after.ledger, come_to(after, stage)
        glad = (ledger.glow >= GLAD) & (ledger.warm >= ledger.cool) & (ledger.present > 0.5)
        seems = glad & (ledger.contacts >= APPROACHED[stage])
        shown, true, both = shown + seems.sum(), true + counts.sum(), both + (seems & counts).sum()

    for bot in ("patient", "reader", "random", "thanker"):
        play(compiled(name), bots()[bot], 3, np.arange(10), watch)

    assert both / shown >= 0.7
    assert both / true >= 0.6


@pytest.mark.parametrize("name", SHIPPED)
def test_a_goal_says_what_to_do_how_much_is_done_and_until_when(name):
    """A fresh reader needs nothing else: the title is a thing to do, and the desk shows a count and a day."""
    for goal in played(name, "never_asks", seed=1, days=2).view().goals:
        assert re.match(r"(Get|Win|Lose|Keep|Make|Bring|Help)\b", goal.title), goal.title
        assert re.fullmatch(r".+: (\d+ of \d+(, it seems)?|(none|\d+) so far), (by|until) day \d+", goal.standing), goal
        assert goal.text.startswith("Reached when ")
        assert goal.until in goal.standing
        assert goal.until in goal.text


@pytest.mark.parametrize("name", SHIPPED)
def test_whoever_counts_no_more_has_a_reason_that_is_true(name):
    """They have left, or they seem less glad than before: no count goes back without a word on why."""
    told = 0
    for bot in ("pushy", "random", "thanker"):
        game = session(name, 3)
        while not game.finished:
            bot_plays_a_day(game, bots()[bot])
            following = {f.name.split()[0]: f.following for f in game.view().followers}
            for sentence in game.playthrough.story.night.nearer:
                for names, why in re.findall(r"no longer ([^;()]+), who (left|seemed less glad)", sentence):
                    told += 1
                    gone = [first for first in following if first in names]
                    assert gone, sentence
                    assert all(following[first] == (why != "left") for first in gone), sentence
                assert sentence.count("no longer") == sentence.count(", who ")
    assert told
