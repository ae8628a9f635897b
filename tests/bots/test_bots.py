"""Every bot keeps its word: what it says of itself is what it does. A new bot cannot escape these tests."""

import numpy as np
import pytest

from game.bots.bot import Wishes, within_attention
from game.bots.play import bot_day, play
from game.bots.registry import bots
from game.engine.days import begin, outcome_of
from game.engine.hours import HOURS_GRAIN
from game.engine.sight import see
from tests.model.world import differing_fields
from tests.plays import compiled

ALL = sorted(bots())
EPISODES = np.arange(12)


def days_of(name: str, scenario: str = "slow_roast", episodes: np.ndarray = EPISODES, seed: int = 3):
    """Every morning with the plan that was made for it."""
    seen = []
    final = play(compiled(scenario), bots()[name], seed, episodes, lambda m, p, _: seen.append((m, p)))
    return seen, final


@pytest.fixture(scope="module")
def runs():
    return {name: days_of(name) for name in ALL}


@pytest.mark.parametrize("name", ALL)
def test_declared_facts_are_true(name, runs):
    """Asking, posting and broadcasting happen exactly if the bot says that they do."""
    bot, rules = bots()[name], compiled("slow_roast").rules
    plans = [plan for _, plan in runs[name][0]]
    direct = {rules.moves.ids[i] for plan in plans for i in np.unique(plan.move)}
    to_all = {rules.moves.ids[i] for plan in plans for i in np.unique(plan.post)} - {"nothing"}

    assert bool(direct & {"propose", "pitch"}) == bot.asks
    assert bool(to_all) == bot.posts
    assert ("blast_dm" in to_all) == bot.broadcasts
    assert bot.does.endswith(".")


@pytest.mark.parametrize("name", ALL)
def test_a_bot_keeps_within_the_attention_of_the_day(name, runs):
    """The hours of all moves, and of the contents made for them, never exceed the day's."""
    for morning, plan in runs[name][0]:
        hours = morning.compiled.rules.moves.columns["hours"]
        contents = np.array([c.hours for c in morning.compiled.scenario.content.values()])
        for b in range(len(EPISODES)):
            used = np.round(hours[plan.move[b]] / HOURS_GRAIN).sum() + np.round(hours[plan.post[b]] / HOURS_GRAIN)
            fresh = {int(c) for c in (*plan.content[b], plan.post_content[b]) if c >= 0 and not morning.made[b, c]}
            used += sum(np.round(contents[c] / HOURS_GRAIN) for c in fresh)
            assert used <= np.round(morning.hours[b] / HOURS_GRAIN) + 1e-9


@pytest.mark.parametrize("name", ALL)
def test_a_bot_uses_only_what_is_unlocked_and_there(name, runs):
    """No locked content, nobody who has left."""
    for morning, plan in runs[name][0]:
        usable, present = see(morning).usable, morning.ledger.present
        for b in range(len(EPISODES)):
            for content in (*plan.content[b], plan.post_content[b]):
                assert content < 0 or usable[b, content]
            assert not (plan.move[b] > 0)[present[b] < 0.5].any()


@pytest.mark.parametrize("name", ALL)
def test_an_episode_does_not_depend_on_the_batch(name, runs):
    """Episode 7 alone ends in the same bits as in the batch of twelve."""
    _, alone = days_of(name, episodes=np.array([7]))
    _, batch = runs[name]
    for part in ("state", "ledger"):
        for field in vars(getattr(alone, part)):
            one, many = getattr(getattr(alone, part), field), getattr(getattr(batch, part), field)
            row = many[:, [7]] if field in {"facets", "hurt"} else many[[7]]
            assert one.tobytes() == np.ascontiguousarray(row).tobytes(), field


@pytest.mark.parametrize("name", ALL)
def test_only_declared_dice_are_rolled(name):
    """Other dice change the plan of a stochastic bot, and of no other."""
    from dataclasses import replace

    position = begin(compiled("slow_roast"), 3, EPISODES)
    position, _ = bot_day(position, bots()["sleeper"])
    sight = see(position)
    bot = bots()[name]
    plans = [bot.policy(s) for s in (sight, replace(sight, rolls=lambda: 1.0 - sight.dice))]

    assert (differing_fields(*plans) != []) == bot.stochastic


def test_wishes_are_granted_by_priority():
    """When attention is short, the higher priority goes first."""
    position = begin(compiled("slow_roast"), 3, np.arange(1))
    sight = see(position)
    followers = sight.ledger.present.shape[1]
    wishes = Wishes(
        move=np.full((1, followers), sight.number("help")),
        content=np.full((1, followers), -1),
        priority=np.arange(followers, dtype=float)[None],
        post=np.zeros(1, dtype=np.int64),
        post_content=np.full(1, -1),
    )
    granted = np.flatnonzero(within_attention(wishes, sight).move[0])

    assert len(granted) == int(sight.hours[0])
    assert granted.min() >= followers - 2 - len(granted)


def test_patient_keeps_followers_and_pushy_loses_them(runs):
    """A pushy bot loses most of its followers within four weeks, a patient one hardly any."""
    pushy, patient = (outcome_of(runs[n][1]).following.mean() for n in ("pushy", "patient"))

    assert pushy < 0.5
    assert patient > 0.85
