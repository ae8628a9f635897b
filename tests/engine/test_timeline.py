"""Conditions over a batch, events of a morning, and what answers change."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine.batch import Batch
from game.engine.days import begin
from game.engine.position import Position, empty_plan
from game.engine.timeline import answer, come_to, held_in_the_evening, holds, nudge
from game.model import trust
from game.scenario import load_text
from game.scenario.format.schema_story import Condition
from game.session.runs.recorded_scenario import compiled_of

TEXT = """\
scenario_format: 1
title: T
days: 10
business: {name: A, trade: b, hours_per_day: 2}
followers:
  mara: {name: Mara, loves: {tea: 80}, trust: 62, motive: curious, knows: [omar]}
  omar: {name: Omar, loves: {tea: 20}, trust: 30, motive: buyer}
  kim: {name: Kim, loves: {tea: 20}, trust: 80, arrives: 3, motive: seller}
crowd: {count: 0}
content:
  letter: {title: A letter, format: text, about: [tea]}
  secret: {title: A secret, format: text, about: [tea]}
timeline:
  fair:
    title: The fair
    day: 2
    text: It rains.
    change: {who: [mara], trust: 10, hours_per_day: -0.5}
  boss:
    title: The boss
    when: {happened: [fair]}
    text: Numbers!
    choices:
      - {id: gave_in, label: Give in, do: {move: blast_dm, who: [everyone]}}
      - {label: Stand, change: {who: [omar], trust: -5, interest: 40, unlock: [secret]}}
"""


@pytest.fixture
def start() -> Position:
    return begin(compiled_of(load_text(TEXT)), 1, np.arange(3))


def condition(**keys: Any) -> Condition:
    return Condition.model_validate(keys)


def idle(position: Position, days: int = 1) -> Position:
    for _ in range(days):
        position = Batch(position).play_day(position, empty_plan(*position.shape))
    return position


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, True),
        ({"day": {"from": 1}}, True),
        ({"day": {"from": 2}}, False),
        ({"day": {"to": 1}}, True),
        ({"trust": {"mara": {"at_least": 60}}}, True),
        ({"trust": {"mara": {"at_most": 60}}}, False),
        ({"trust": {"self": {"at_most": 40}}}, True),
        ({"trust": {"anyone": {"at_least": 60}}}, True),
        ({"trust": {"anyone": {"at_least": 70}}}, False),
        ({"trust": {"everyone": {"at_least": 29}}}, True),
        ({"trust": {"everyone": {"at_least": 40}}}, False),
        ({"trust": {"average": {"at_least": 45, "at_most": 47}}}, True),
        ({"trust": {"kim": {"at_least": 10}}}, False),
        ({"happened": ["fair"]}, False),
        ({"not_happened": ["fair"]}, True),
        ({"chosen": ["gave_in"]}, False),
        ({"published": ["letter"]}, False),
        ({"followers": {"stage": "lost", "at_most": 0}}, True),
        ({"followers": {"stage": "stranger", "at_least": 2}}, True),
        ({"followers": {"stage": "regular"}}, False),
        ({"any_of": [{"day": {"from": 9}}, {"day": {"to": 2}}]}, True),
        ({"none_of": [{"day": {"to": 2}}]}, False),
        ({"day": {"from": 1}, "happened": ["fair"]}, False),
    ],
)
def test_a_condition_holds_exactly_when_all_its_keys_do(start, keys, expected):
    """Every kind of condition, on the first morning; the same for all episodes here. Kim has not arrived."""
    compiled = start.compiled.numbers.condition(condition(**keys))

    assert holds(compiled, start, start.compiled.ids.index("omar")).tolist() == [expected] * 3


def test_somebody_who_has_left_is_lost_and_nothing_else(start):
    """Those who left count as lost, and not as regulars, however near they were."""
    left = start.ledger.present.copy()
    left[:, 0] = 0.0
    gone = replace(start, day=4, ledger=replace(start.ledger, present=left, contacts=start.ledger.contacts + 9))

    assert come_to(gone, "lost")[:, 0].all()
    assert not come_to(gone, "regular")[:, 0].any()
    assert not come_to(gone, "stranger")[:, 0].any()


def test_an_event_happens_once_on_its_day_and_changes_what_it_says(start):
    """Ten points of trust for Mara only, half an hour less for everybody, on day 2 and never again."""
    second = idle(start)
    plain = trust(second.dawn, second.people, second.compiled.rules.params)
    now = trust(second.state, second.people, second.compiled.rules.params)

    assert np.allclose(100 * (now - plain)[:, 0], 10)
    assert (now - plain)[:, 1].tolist() == [0, 0, 0]
    assert second.hours.tolist() == [1.5] * 3
    assert idle(second).hours.tolist() == [1.5] * 3


def test_a_condition_asks_who_follows(start):
    """Whoever has left, or has not come yet, does not follow."""
    present = np.array(start.ledger.present)
    present[0, 0] = 0.0
    gone = replace(start, ledger=replace(start.ledger, present=present))

    def follow(*names: str) -> list[bool]:
        return holds(start.compiled.numbers.condition(Condition(following=names)), gone).tolist()

    assert follow("mara") == [False, True, True]
    assert follow("omar", "mara") == [False, True, True]
    assert follow("omar") == [True] * 3
    assert follow("kim") == [False] * 3


def test_an_event_that_waits_for_another_comes_the_same_morning_or_later(start):
    """`when: {happened: [fair]}` holds as soon as the fair has happened, and a choice waits for its answer."""
    second = idle(start)

    assert second.fresh[:, 1].all()
    assert not second.answered[:, 1].any()
    assert second.answered[:, 0].all()


def test_a_condition_asks_for_the_answer_that_was_given(start):
    """Episode 0 gives in, episode 1 stands, episode 2 has not answered; it stays so on later days."""
    after = answer(idle(start), 1, np.array([0, 1, -1]))
    gave_in = start.compiled.numbers.condition(condition(chosen="gave_in"))

    assert holds(gave_in, after).tolist() == [True, False, False]
    assert holds(gave_in, idle(after)).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("keys", "evening"),
    [
        ({"day": {"from": 3, "to": 3}}, 3),
        ({"happened": ["fair"]}, 2),  # of day 2
        ({"trust": {"kim": {"at_least": 10}}}, 3),  # who arrives on day 3
        ({"followers": {"stage": "stranger", "at_least": 3}}, 3),
    ],
)
def test_an_evening_is_the_one_of_its_own_day(start, keys, evening):
    """What begins with a day, its events and those who come, holds on that evening, not on the one before."""
    wanted = start.compiled.numbers.condition(condition(**keys))
    mornings = [idle(start, days) for days in range(1, 5)]

    held = [p.day - 1 for p in mornings if held_in_the_evening(wanted, p)[0]]

    assert held[0] == evening


def test_answers_change_their_own_episodes_only(start):
    """Episode 0 gives in, episode 1 stands, episode 2 has not answered."""
    second = idle(start)
    after = answer(second, 1, np.array([0, 1, -1]))
    before, now = (trust(p.state, p.people, p.compiled.rules.params)[:, 1] for p in (second, after))

    assert now[0] < before[0]
    assert 100 * (now[1] - before[1]) == pytest.approx(-5)
    assert now[2] == before[2]
    assert after.unlocked[:, 1].tolist() == [False, True, False]
    assert (after.state.need - second.state.need)[:, 1].tolist() == pytest.approx([0, 0.4, 0])
    assert after.answered[:, 1].tolist() == [True, True, False]


def test_what_an_answer_cost_people_is_harm_of_yours(start):
    """Giving in to the boss is the same message by another hand; an answer that makes no move is no harm."""
    second = idle(start)
    before, harm = second.state.harm, answer(second, 1, np.array([0, 1, -1])).state.harm
    there = (second.ledger.present * second.people.human)[0] > 0.5

    assert (harm[0, there] > before[0, there]).all()
    assert harm[1].tolist() == before[1].tolist()
    assert harm[2].tolist() == before[2].tolist()


def test_a_nudge_stays_within_trust(start):
    """A hundred points up or down end at 98 and 2, not beyond."""
    everybody = np.ones(3, dtype=bool)
    for points, limit in ((100, 98), (-100, 2)):
        moved = nudge(start, everybody, everybody, points, 0.0)
        here = start.ledger.present > 0
        reached = 100 * trust(moved.state, moved.people, moved.compiled.rules.params)[here]
        assert np.abs(reached - limit).max() < 15
        assert reached.min() > 1
        assert reached.max() < 99
