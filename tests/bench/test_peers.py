"""The peers of the benchmark play the same game as the model, or their speed would mean nothing."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from bench import reference
from bench.peers import PEERS, Peer
from bench.plain_peer import Game
from bench.scalar.scalar_day import HUMAN, PRESENT, attribute, scalar_day
from bench.scalar.scalar_follower import GIVEN, SIGNALS
from bench.scalar.scalar_games import Games
from bench.script import WATCHED, Script, Trajectory, by_dice, recorded
from game.bots.registry import bots
from game.model import draw_people, moves
from game.scenario.compiling.compile import Compiled
from tests.plays import SHIPPED, compiled

SEED, EPISODES = 7, np.arange(3, 11)
SCRIPTS = ("by dice", "patient", "poster", "random", "spammer")


@cache
def script_of(name: str, kind: str) -> Script:
    if kind == "by dice":
        return by_dice(compiled(name), SEED, EPISODES)
    return recorded(compiled(name), bots()[kind], SEED, EPISODES)


@cache
def as_the_model_plays(name: str, kind: str) -> Trajectory:
    return reference.play(compiled(name), SEED, EPISODES, script_of(name, kind))


def assert_same(
    peer: Peer, what: Compiled, script: Script, episodes: np.ndarray = EPISODES, expected: Trajectory | None = None
) -> None:
    if peer.available():
        pytest.skip(peer.available())
    found = peer.play(what, SEED, episodes, script, checked=True)
    expected = expected or reference.play(what, SEED, episodes, script)

    for name in WATCHED:
        np.testing.assert_allclose(found.of(name), expected.of(name), rtol=1e-9, atol=1e-12, err_msg=name)


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
@pytest.mark.parametrize("kind", SCRIPTS)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_peer_plays_as_the_model_does(peer, kind, name):
    """Trust and its facets, wear, reactance and who follows are the same after every day."""
    assert_same(peer, compiled(name), script_of(name, kind), expected=as_the_model_plays(name, kind))


@pytest.mark.parametrize("kind", SCRIPTS)
def test_plain_followers_end_up_as_in_the_model(kind):
    """Not only what a trajectory shows: every quantity and signal agrees after each day."""
    what, script = compiled("slow_roast"), script_of("slow_roast", kind)
    changing = [name for name in GIVEN if not name.startswith("people.")]
    expected = []
    for state, ledger, signals in reference.mornings(what, SEED, EPISODES, script):
        rows = []
        by_name = {**vars(state), **vars(ledger)}
        for name in changing:
            _, field, *which = name.split(".")
            rows.append(by_name[field][int(which[0])] if which else by_name[field])
        expected.append(np.stack([*rows, signals.reaction, signals.initiative, signals.tell]))
    game, names = Game(Games(what, SEED, EPISODES), scalar_day(what)), [*map(attribute, changing), *SIGNALS]
    for episode in range(len(EPISODES)):
        game.start(episode)
        for day, values in enumerate(expected):
            choices = (a[day, episode].tolist() for a in (script.move, script.fit, script.post, script.post_fit))
            game.play_day(*choices)
            found = np.array([[getattr(f, name) for f in game.followers] for name in names])
            wrong = ~np.isclose(found, values[:, episode], rtol=1e-9, atol=1e-12).all(axis=1)
            assert not wrong.any(), f"day {day + 1} of game {episode}: {np.array(names)[wrong]}"


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_knows_deceit(peer):
    """No move of the game is false; an author's may be, and leaves its stain with every peer."""
    what = compiled("slow_roast")
    false = moves.tuned(moves.BUILT_IN, {"pitch": {"deceit": 0.5}, "post_story": {"deceit": 0.25, "ask": 0.3}})
    what = replace(what, rules=replace(what.rules, moves=moves.table(false)))

    assert_same(peer, what, by_dice(what, SEED, EPISODES))


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_more_games_than_a_block_are_all_played(peer):
    """Games beyond the first block are their own, and the last day alone is the last of all."""
    what, episodes = compiled("first_hello"), np.arange(70)
    script = by_dice(what, SEED, episodes)
    assert_same(peer, what, script, episodes)
    last = peer.play(what, SEED, episodes, script, every_day=False, checked=True)

    np.testing.assert_array_equal(last.values[0], peer.play(what, SEED, episodes, script, checked=True).values[-1])


def test_a_missing_package_is_told_with_its_remedy():
    """What cannot run says which package it wants and how to get it."""
    assert "pip install 'courtship[bench]'" in Peer("x", "bench.none", "no_such_package").available()


@pytest.mark.parametrize("kind", SCRIPTS)
def test_what_the_printed_python_takes_for_a_switch_is_one(kind):
    """Who is present and who is human is 0 or 1: the text asks `if f.present:`."""
    what, script = compiled("slow_roast"), script_of("slow_roast", kind)

    assert (PRESENT, HUMAN) == ("ledger.present", "people.human")
    assert set(np.unique(draw_people(what.cast, what.rules, SEED, EPISODES).human)) <= {0.0, 1.0}
    for _, ledger, _ in reference.mornings(what, SEED, EPISODES, script):
        assert set(np.unique(ledger.present)) <= {0.0, 1.0}
