"""Every answer of every event is told as what it did: no message that was not sent, no cost that reads as a success."""

import re
from pathlib import Path

import pytest

from game.coach.looking_back.goals_told import goals_told
from game.coach.looking_back.lessons_told import lessons_told
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.sent_to_all_told import TITLE, sent_to_all_told
from game.scenario import load
from game.scenario.compiling.compile import Compiled
from game.session.entries import AnswerEvent, EndDay
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.turns import after
from tests.plays import SHIPPED, compiled

MADE_UP = """\
scenario_format: 1
title: The Dairy
days: 4
business: {name: Ford Dairy, trade: dairy, hours_per_day: 2}
followers:
  ada: {name: Ada Quist, loves: {rinds: 90}, motive: buyer, ready: {from: 2, until: 4}}
  ben: {name: Ben Tal, loves: {rinds: 20}, motive: courtesy}
crowd: {count: 4}
content:
  rind: {title: The rind, format: photo, about: [rinds], hours: 0.5}
teaches: {own_up: A mistake that is told at once costs less.}
goals:
  nobody_lost: {title: Nobody slams the door, need: {followers: {stage: lost, at_most: 0}}, teaches: own_up}
timeline:
  bitter:
    title: The bitter wheel
    day: 2
    text: A wheel is bitter.
    choices:
      - {label: Say nothing, change: {trust: -8}, teaches: own_up}
      - {label: Own up, change: {trust: 3, hours_per_day: -0.25}, teaches: own_up}
      - {label: Write to everybody, do: {move: blast_dm}, change: {trust: 2}, teaches: own_up}
      - {label: Send it to one, do: {move: pitch, who: [ada]}, teaches: own_up}
  bus:
    title: The bus stops here
    day: 3
    text: Nine people wait.
    choices:
      - {label: Shrug, reply: So be it., teaches: own_up}
      - {label: Read to them, do: {move: post_helpful, content: rind}, teaches: own_up}
"""


def _made_up(folder: Path) -> Compiled:
    path = folder / "dairy.yaml"
    path.write_text(MADE_UP, encoding="utf-8")
    loaded = load(path)
    assert loaded.ok, loaded.problems
    return compiled_of(loaded)


def _answering(scenario: Compiled, answer: int, seed: int = 3) -> Playthrough:
    """A run to its end in which nothing is done but that every event is given its answer of a number, or the last."""
    now = begun(scenario, seed)
    while not now.finished:
        for number, (name, event) in enumerate(scenario.scenario.timeline.items()):
            if now.position.fresh[0, number] and event.choices:
                now = after(now, AnswerEvent(name, min(answer, len(event.choices) - 1)))
        now = after(now, EndDay())
    return now


def _given(now: Playthrough) -> dict[str, int]:
    """The answers of a run, by the titles of their events."""
    chosen = now.position.chosen[0].tolist()
    events = now.compiled.scenario.timeline.values()
    return {event.title: answer for event, answer in zip(events, chosen, strict=True) if answer >= 0}


def _scenario(name: str, folder: Path) -> Compiled:
    return compiled(name) if name in SHIPPED else _made_up(folder)


@pytest.mark.parametrize("answer", range(4))
@pytest.mark.parametrize("name", [*SHIPPED, "made up"])
def test_what_went_to_everybody_was_sent(name, answer, tmp_path):
    """An answer that only changes trust is no message, whatever it costs."""
    scenario = _scenario(name, tmp_path)
    now = _answering(scenario, answer)
    lesson = dict(sent_to_all_told(now)).get(TITLE, "")
    for event in scenario.scenario.timeline.values():
        if event.title in _given(now) and event.choices[_given(now)[event.title]].do is None:
            assert f"“{event.title}”" not in lesson


def test_an_answer_that_wrote_to_everybody_is_told_with_what_it_cost(tmp_path):
    """The message alone, without what else the answer brought; it stands among the lessons of the debrief."""
    scenario = _made_up(tmp_path)
    assert (
        "what your answer to “The bitter wheel” sent out cost" in dict(debrief(_answering(scenario, 2)).lessons)[TITLE]
    )
    for quiet in (0, 1, 3):
        assert TITLE not in dict(debrief(_answering(scenario, quiet)).lessons)


@pytest.mark.parametrize("answer", range(4))
@pytest.mark.parametrize("name", [*SHIPPED, "made up"])
def test_a_lesson_tells_what_the_answer_did(name, answer, tmp_path):
    """Cost where the file takes trust or hours, gain where it gives some; and no more than that."""
    scenario = _scenario(name, tmp_path)
    now = _answering(scenario, answer)
    told = " ".join(text for _, text in lessons_told(now))
    for event in scenario.scenario.timeline.values():
        choice = event.choices[_given(now)[event.title]] if event.title in _given(now) else None
        if choice is None or not choice.teaches:
            continue
        clause = told.split(f"“{event.title}”: you chose “{choice.label}”")[1].split(". ")[0]
        change = choice.change
        if choice.do is None:
            assert (" cost " in clause) == (change is not None and change.trust < 0), told
            assert (" won trust with " in clause) == (change is not None and change.trust > 0), told
        assert (" minutes a day" in clause) == (change is not None and change.hours_per_day != 0), told


def test_a_goal_that_was_reached_is_no_praise_for_an_answer_that_cost_trust(tmp_path):
    """“All the same” where the answer told before it cost trust, and only there."""
    scenario = _made_up(tmp_path)
    wrong, right = (dict(lessons_told(_answering(scenario, answer)))["Own up"] for answer in (0, 1))
    assert "which cost six of six people trust, 8.0 points on average." in wrong
    assert "All the same, “Nobody slams the door” was reached. Nobody was lost by day 4." in wrong
    assert "which won trust with six of six people, 3.0 points on average, and took 15 minutes a day" in right
    assert "All the same" not in right


@pytest.mark.parametrize("answer", range(3))
@pytest.mark.parametrize("name", [*SHIPPED, "made up"])
def test_a_goal_is_told_in_whole_sentences(name, answer, tmp_path):
    """Each sentence about a goal has a verb of its own, and begins with a capital letter."""
    for goal in goals_told(_answering(_scenario(name, tmp_path), answer)):
        for sentence in re.split(r"(?<=\.) ", goal.detail):
            assert re.match(r"[A-Z].* (was|were|seemed|counted)\b|Nearest were: ", sentence), goal.detail
