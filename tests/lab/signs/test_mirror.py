"""The date mirror tells the truth: its mood never contradicts what the model does to people who look like that."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pytest

from game.bots.play import play
from game.bots.registry import bots
from game.engine.legal import obstacles
from game.engine.seen.seen_conditions import signs_of
from game.engine.seen.situations import (
    MOODS,
    WELL,
    posted_often,
    situation_of_post,
    situations_of,
    worth_to_known,
)  # fmt: skip
from game.model import draw, take_apart, trust
from game.model.moves import ASKS_FROM
from game.model.step import no_choices
from game.scenario.format.vocabulary import SITUATIONS
from game.scenario.texts import builtin
from tests.plays import SHIPPED, compiled

PLAYERS = ("patient", "thanker", "random", "always_asks", "pushy", "oracle", "poster")
EPISODES = np.arange(6)
EVERY = 3  # mornings
CLEAR = 0.0025  # trust, 0..1: what is smaller, nobody could call good or bad
NOISE = 4.0  # standard errors; those of one game are alike, so more than two
FEW = 40  # cases below which a mean says nothing


@dataclass(frozen=True)
class Met:
    """What came of a move among people who looked alike."""

    cases: int
    change: float  # mean change of trust by the move, −1..1
    error: float  # its standard error
    yes: float | None  # share that said yes, where an answer was asked for

    @property
    def harms(self) -> bool:
        clearly = self.change < -CLEAR - NOISE * self.error
        return clearly and (self.yes is None or self.yes < 0.5)

    @property
    def helps(self) -> bool:
        clearly = self.change > CLEAR + NOISE * self.error
        welcome = self.yes is not None and self.yes > 0.5 and self.change > -CLEAR
        return clearly or welcome


def mornings(name, bot):
    """Every third morning of some games."""
    kept = []
    play(compiled(name), bots()[bot], 5, EPISODES, lambda morning, *_: kept.append(morning))
    return kept[::EVERY]


def tried(morning, move, dice):
    """A move made to everybody on a morning: where it could be, how trust changed, who agreed, what it went with."""
    rules, shape = morning.compiled.rules, morning.shape
    number, noise = rules.moves.index(move), draw(99, morning.episodes, morning.day, shape[1])
    can = (obstacles(morning.ledger, rules, np.full(shape, number), morning.day) == 0) & (morning.people.human > 0.5)
    best, some = morning.seems.argmax(-1), dice.integers(0, morning.seems.shape[2], shape)
    content = np.where(dice.random(shape) < 0.5, best, some)[..., None]
    fit, seems = np.ones(shape), np.full(shape, -1.0)
    if rules.moves.columns["uses_fit"][number] > 0.5:
        fit = np.take_along_axis(morning.people.fit, content, 2)[..., 0]
        seems = np.take_along_axis(morning.seems, content, 2)[..., 0]
    choices = replace(no_choices(*shape), move=np.where(can, number, 0), fit=fit)
    day, _ = take_apart(morning.state, morning.ledger, choices, noise, morning.people, rules, morning.day)
    change = trust(day.after_direct, morning.people, rules.params) - trust(morning.state, morning.people, rules.params)
    return can & (morning.ledger.present > 0.5), change, day.direct.accepted, signs_of(morning.ledger, seems)


def posted(morning, move, number):
    """A post on a morning, for each game: how trust changed on average."""
    rules, shape = morning.compiled.rules, morning.shape
    post = np.full(shape[0], rules.moves.index(move))
    choices = replace(no_choices(*shape), post=post, post_fit=morning.people.fit[..., number])
    noise = draw(99, morning.episodes, morning.day, shape[1])
    day, _ = take_apart(morning.state, morning.ledger, choices, noise, morning.people, rules, morning.day)
    change = trust(day.after_post, morning.people, rules.params) - trust(morning.state, morning.people, rules.params)
    here = (morning.people.human > 0.5) & (morning.ledger.present > 0.5)
    return (change * here).sum(1) / np.maximum(1, here.sum(1))


def one_game(ledger, row):
    return type(ledger)(**{name: getattr(ledger, name)[row : row + 1] for name in ledger.__dataclass_fields__})


@cache
def table():
    """What came of every move in every situation, over games by several bots."""
    changes, agreed, dice = defaultdict(list), defaultdict(list), np.random.default_rng(1)
    for name in SHIPPED:
        columns = compiled(name).rules.moves.columns
        for bot in PLAYERS:
            for morning in mornings(name, bot):
                for number, move in enumerate(compiled(name).rules.moves.ids[1:], 1):
                    if columns["to_all"][number]:
                        chosen = int(dice.integers(morning.seems.shape[2]))
                        for row, change in enumerate(posted(morning, move, chosen)):
                            ledger = one_game(morning.ledger, row)
                            worth = float(worth_to_known(ledger, morning.seems[row, :, chosen]))
                            situation = situation_of_post(move, posted_often(ledger), worth)
                            changes[move, situation].append(np.array([change]))
                        continue
                    can, change, accepted, signs = tried(morning, move, dice)
                    found = situations_of(move, signs)
                    for code in np.unique(found[can]):
                        here = can & (found == code)
                        changes[move, SITUATIONS[code]].append(change[here])
                        if columns["ask"][number] >= ASKS_FROM:
                            agreed[move, SITUATIONS[code]].append(accepted[here])
    made = {}
    for key, parts in changes.items():
        every = np.concatenate(parts)
        yes = float(np.concatenate(agreed[key]).mean()) if key in agreed else None
        made[key] = Met(len(every), float(every.mean()), float(every.std() / np.sqrt(len(every))), yes)
    return made


CASES = [
    pytest.param(move, situation, moods, id=f"{move}-{situation}")
    for move, situations in MOODS.items()
    for situation, moods in situations.items()
]


@pytest.mark.parametrize(("move", "situation", "moods"), CASES)
def test_no_mood_contradicts_what_comes_of_the_move(move, situation, moods):
    """Neither a happy face before what harms people who look like that, nor a sour one before what does them good."""
    met = table().get((move, situation))
    if met is None or met.cases < FEW:
        return  # so rare that nobody could say
    told = {s.mood for s in builtin.moves()[move].dates if situation in s.situation}
    assert told, "no scene"
    assert told <= set(moods)
    happy, sour = told & set(WELL), told - {*WELL, "neutral"}
    assert not (happy and met.harms), f"{sorted(happy)} before what harms: {met}"
    assert not (sour and met.helps), f"{sorted(sour)} before what does good: {met}"


def test_most_situations_are_met():
    """The table is of something: nearly all situations of all moves turn up in the games."""
    known = [(m, s) for m, situations in MOODS.items() for s in situations]
    rare = [key for key in known if key not in table() or table()[key].cases < FEW]
    assert len(rare) <= 0.12 * len(known), rare
