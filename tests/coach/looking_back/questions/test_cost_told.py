"""What a question cost is told with why: no two costs differ without a word, and no word is untrue."""

import re
from functools import cache

import pytest

from game.coach.looking_back.questions.asks_told import ask_marks
from game.model.moves import SALE_FROM
from tests.plays import SHIPPED, played

BOTS = ("patient", "always_asks", "random", "pushy", "reader", "discounter")
COST = re.compile(r"trust (\d+) (?:to (\d+)|as before): (.+)")
REFUSES = {"declines_kindly", "declines_coldly"}


@cache
def asks():
    """Every question of many games, each with its game and what is told of its cost."""
    games = [played(name, bot, seed).playthrough for name in SHIPPED for bot in BOTS for seed in (1, 2)]
    return [(now, ask, COST.fullmatch(ask.cost)) for now in games for ask in ask_marks(now)]


def test_every_cost_has_its_reason():
    """Of every question it is told where trust stood, where it went, and why."""
    assert len(asks()) > 500
    assert not [ask.cost for _, ask, told in asks() if told is None]


def test_the_figures_are_those_of_the_question():
    """Before and after lie as far apart as the question moved them, rounded; where nothing moved, no figure does."""
    for _, ask, told in asks():
        before, after = int(told[1]), int(told[2] or told[1])
        assert abs((after - before) - ask.change) <= 1.0, ask
        assert told[2] is None or told[1] != told[2], ask


def test_questions_that_began_and_ended_alike_are_told_alike():
    """Whoever sees the same reason and the same trust before sees nearly the same cost, or reads what else it was."""
    found = {}
    for _, ask, told in asks():
        found.setdefault((ask.move, ask.accepted, told[1], told[3]), set()).add(int(told[2] or told[1]))
    apart = {key: ends for key, ends in found.items() if max(ends) - min(ends) > 5}
    print(f"{len(apart)} of {len(found)} kinds of questions have costs that lie more than five points apart")
    assert len(apart) <= len(found) / 50, apart


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("a yes takes nothing away", lambda now, ask, told: ask.accepted),
        ("little to lose", lambda now, ask, told: int(told[1]) <= 25),
        ("asked for more", lambda now, ask, told: not ask.accepted),
        ("wish to sell", lambda now, ask, told: now.compiled.rules.moves.row(ask.move).selling > 0.0),
        ("a sales talk", lambda now, ask, told: now.compiled.rules.moves.row(ask.move).ask >= SALE_FROM),
        ("days of a no", lambda now, ask, told: any(
            item.kind in {*REFUSES, "no_answer"} and ask.day - 6 <= item.day < ask.day
            for item in now.story.threads[ask.follower])),
        ("seen little of you", lambda now, ask, told: sum(
            item.who == "me" and item.day < ask.day for item in now.story.threads[ask.follower]) <= 4),
        ("on top of a message", lambda now, ask, told: any(
            item.who in {"me", "note"} and item.day < ask.day for item in now.story.threads[ask.follower])),
    ],
)  # fmt: skip
def test_no_reason_is_untrue(words, holds):
    """Each reason that names a fact is told where the record has it, and somewhere."""
    told = [(now, ask, match) for now, ask, match in asks() if words in match[3]]
    assert told
    assert not [(ask.cost, ask.move) for now, ask, match in told if not holds(now, ask, match)]
