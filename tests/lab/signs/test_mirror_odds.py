"""The mirror's words are no surer than the nights: how people who look alike take a move, measured over many games."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.batch import Batch
from game.engine.legal import obstacles
from game.engine.seen.odds_asked import AGREED
from game.engine.seen.odds_seen import PRICED, TAKEN, taken_by
from game.engine.seen.seen_conditions import signs_of
from game.engine.seen.situations import ILL, MOODS, OPEN, situations_of
from game.model.signals import Signal
from game.scenario.format.vocabulary import SITUATIONS
from game.session.seen.asking_signs_told import OF_A_NEED
from game.session.seen.odds_told import NOTHING_TO_MEND, PRICE, WAIT, forecast_of
from tests.plays import SHIPPED, compiled

PLAYERS = ("patient", "thanker", "random", "always_asks", "pushy", "reader", "discounter", "never_asks", "oracle")
EPISODES = np.arange(8)
EVERY = 4  # mornings
FEW = 40  # people, below whom a share says nothing
NOISE, NEAR = 3.0, 0.1  # standard errors, and how near what is told must come
CASES = [(move, situation) for move, situations in TAKEN.items() for situation in situations]


def _made_by_half(morning, plan, number, dice):
    """The plan of a morning with one move made to every second person who can be chosen, and what goes along."""
    rules, shape = morning.compiled.rules, morning.shape
    content, seems = np.full(shape, -1), np.full(shape, -1.0)
    if rules.moves.columns["uses_fit"][number] > 0.5:
        some = dice.integers(0, morning.seems.shape[2], shape)
        content = np.where(dice.random(shape) < 0.5, morning.seems.argmax(-1), some)
        seems = np.take_along_axis(morning.seems, content[..., None], 2)[..., 0]
    can = obstacles(morning.ledger, rules, np.full(shape, number), morning.day) == 0
    can &= (morning.people.human > 0.5) & (morning.ledger.present > 0.5) & (dice.random(shape) < 0.5)
    return replace(plan, move=np.where(can, number, 0), content=np.where(can, content, -1)), can, seems


@cache
def bodies():
    """How many bodies were glad and how many turned away after each move in each situation, and how many in all."""
    found, dice = defaultdict(lambda: np.zeros(3, int)), np.random.default_rng(1)
    for name in SHIPPED:
        moves = compiled(name).rules.moves
        for bot in PLAYERS:
            kept = []
            play(compiled(name), bots()[bot], 8, EPISODES, lambda *day, kept=kept: kept.append(day[:2]))
            batch = Batch(kept[0][0])
            for morning, plan in kept[::EVERY]:
                for number, move in enumerate(moves.ids):
                    if move not in TAKEN:
                        continue
                    forced, can, seems = _made_by_half(morning, plan, number, dice)
                    tell = batch.play_day(morning, forced).signals.tell
                    codes = situations_of(move, signs_of(morning.ledger, seems))
                    can = can & (tell >= Signal.TELL_CLOSED)
                    for code in np.unique(codes[can]):
                        steps = tell[can & (codes == code)] - Signal.TELL_CLOSED
                        found[move, SITUATIONS[code]] += [np.sum(steps > 3), np.sum(steps < 3), len(steps)]
    return dict(found)


@pytest.mark.parametrize(("move", "situation"), CASES, ids=["-".join(case) for case in CASES])
def test_what_is_told_of_ten_people_is_what_ten_people_do(move, situation):
    """Of those who look alike as many light up, and as many turn away, as the mirror says."""
    *counts, all_of_them = bodies().get((move, situation), (0, 0, 0))
    if all_of_them < FEW:
        return  # so rare that nobody could say
    for told, count in zip(taken_by(move, situation), counts, strict=True):
        share = count / all_of_them
        noise = NOISE * np.sqrt(max(share * (1 - share), 0.05) / all_of_them)
        assert abs(told / 100 - share) <= NEAR + noise, (told, share, all_of_them)


def test_most_that_can_be_done_is_measured():
    """Nine in ten of what the mirror tells in figures come often enough to be judged."""
    assert sum(bodies().get(case, (0, 0, 0))[2] >= FEW for case in CASES) >= 0.9 * len(CASES)


def test_every_figure_is_of_a_situation_of_its_move():
    """No row speaks of a situation in which the move is never seen."""
    for table in (TAKEN, AGREED):
        for move, situations in table.items():
            assert situations.keys() <= MOODS[move].keys()


@pytest.mark.parametrize(("move", "situation"), CASES, ids=["-".join(case) for case in CASES])
def test_the_verdict_is_what_most_do(move, situation):
    """Joy and a yes are forecast where more than half do so; whether it is likely, by the same figures everywhere."""
    taken, agreed = taken_by(move, situation), AGREED.get(move, {}).get(situation)
    scenes = {forecast_of(move, situation, mood) for mood in MOODS[move][situation]}
    assert len(scenes) == 1  # the same people, the same words, whichever scene is told
    found = scenes.pop()
    if agreed is not None:
        assert found.told.endswith("yes") == (agreed >= 55)
        assert found.told.startswith("Likely") == (agreed >= 75 or agreed < 25)
        assert (found.tone == "ill") == (agreed < 25)
    elif (move, situation) in NOTHING_TO_MEND:
        assert (found.told, found.tone) == (NOTHING_TO_MEND[move, situation], "open")
        return
    else:
        assert ("well" in found.told) == (taken.glad >= 55)
        assert ("badly" in found.told) == (taken.ill >= 55)
        assert ("may light up" in found.told.lower()) == (max(taken) < 55)
    priced = situation in PRICED.get(move, ())
    early = move in OF_A_NEED and agreed is not None and 55 <= agreed < 75
    assert (found.tone == "well") == ((taken.glad if agreed is None else agreed) >= 55 and not priced and not early)
    assert (WAIT in found.counted) == early
    assert (PRICE in found.counted) == priced
    begins = "By this alone, of ten people " if agreed is None else "Of ten people with such signs, "
    assert found.counted.startswith(begins)


@pytest.mark.parametrize(("move", "situation"), CASES, ids=["-".join(case) for case in CASES])
def test_a_scene_never_shows_the_opposite_of_what_most_do(move, situation):
    """No displeasure is drawn where more than half are glad, and no joy where they turn away."""
    moods, taken = MOODS[move][situation], taken_by(move, situation)
    if moods != OPEN:
        assert (taken.glad if {*moods} <= {*ILL} else taken.ill) <= 50


def test_a_move_of_which_no_figures_are_known_goes_by_its_scene():
    """A post, or what an author added: no count, and no surer word than "mostly"."""
    for mood, tone in (("warm", "well"), ("weary", "ill"), ("neutral", "open")):
        found = forecast_of("post_story", "fits", mood)
        assert (found.tone, found.counted) == (tone, "")
        assert "Likely" not in found.told
