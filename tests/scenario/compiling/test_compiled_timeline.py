"""What happens in a scenario, as numbers: names become columns, and what is not written is filled in."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.days import begin
from game.engine.timeline import come_to, happy_end_of
from game.scenario import load_text
from game.scenario.compiling.compile import Compiled
from game.scenario.compiling.compiled_timeline import ALWAYS, CompiledCondition, HowMany, TrustSpan, Whose
from game.scenario.format.schema_story import Condition
from game.session.runs.recorded_scenario import compiled_of

TEXT = """\
scenario_format: 1
title: T
days: 10
business: {name: A, trade: b, hours_per_day: 2}
followers:
  mara: {name: Mara, loves: {tea: 80}, motive: curious, happy_end: partner}
  omar: {name: Omar, loves: {tea: 20}, motive: curious}
crowd: {count: 1}
content:
  letter: {title: A letter, format: text, about: [tea], hours: 2}
  secret: {title: A secret, format: text, about: [tea]}
goals:
  early: {title: Early, need: {happened: [boss]}, by_day: 4}
  late: {title: Late, need: {published: [secret]}}
timeline:
  fair: {title: The fair, day: 2, text: It rains.}
  boss:
    title: The boss
    when: {happened: [fair]}
    text: Numbers!
    choices:
      - {label: Give in, do: {move: blast_dm, who: [everyone]}}
      - {label: Stand, change: {who: [omar], unlock: [secret]}}
"""


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compiled_of(load_text(TEXT))


def test_names_become_numbers(compiled):
    """Followers, events and contents are told apart by their places in the file."""
    written = Condition.model_validate(
        {"trust": {"omar": {"at_least": 60}, "average": {"at_most": 20}}, "happened": ["boss"], "published": ["letter"]}
    )

    assert compiled.numbers.condition(written) == CompiledCondition(
        trust=(TrustSpan(1, 60, np.inf), TrustSpan(Whose.AVERAGE, -np.inf, 20)), happened=(1,), published=(0,)
    )


@pytest.mark.parametrize(
    ("count", "least", "most"),
    [({}, 1, 3), ({"at_least": 2}, 2, 3), ({"at_most": 1}, 0, 1), ({"at_least": 0, "at_most": 2}, 0, 2)],
)
def test_a_number_of_followers_that_is_not_written_is_filled_in(compiled, count, least, most):
    """With no figure one is enough; with an upper one alone, none is; beyond all followers nobody counts."""
    written = Condition.model_validate({"followers": {"stage": "friend", **count}})

    assert compiled.numbers.condition(written).followers == HowMany("friend", least, most)


def test_events_and_goals_have_their_days(compiled):
    """An event without a day waits for its condition; a goal without one may be reached until the last day."""
    assert [(e.days, e.when.happened, len(e.answers)) for e in compiled.events] == [((2, 2), (), 0), ((0, 0), (0,), 2)]
    assert [(g.by_day, g.need.last_day) for g in compiled.goals] == [(4, ALWAYS), (10, ALWAYS)]


def test_what_an_answer_brings_says_whom_and_what_it_reaches(compiled):
    """A move towards everybody, the crowd included; a change for Omar that unlocks the secret, locked until then."""
    gives_in, stands = compiled.events[1].answers

    assert gives_in.imposed.who.tolist() == [True, True, True]
    assert gives_in.imposed.faux_pas
    assert stands.change.who.tolist() == [False, True, False]
    assert stands.change.unlocked.tolist() == compiled.locked.tolist() == [False, True]
    assert compiled.content_hours.tolist() == [2.0, 1.0]


def test_a_happy_end_in_the_file_comes_before_that_of_the_motive(compiled):
    """Mara's is to be a partner, though the curious become advocates."""
    start = begin(compiled, 1, np.arange(2))
    happy = np.ones(start.shape)
    there = replace(start, state=replace(start.state, happy=happy))
    other = happy_end_of(there, 1)

    assert happy_end_of(there, 0) == "partner" != other
    assert come_to(there, "partner")[:, 0].all()
    assert not come_to(there, other)[:, 0].any()
    assert come_to(there, other)[:, 1].all()
