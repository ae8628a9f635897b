"""What an author wrote for somebody is heard: clues when one talks with them, their own talk first."""

from collections import Counter
from functools import cache

import pytest

from game.bots.registry import bots
from game.engine.timeline import holds
from game.lab.playing.through_session import play_session_day
from game.scenario import load_text
from game.session.entries import EndDay, PlanMove
from game.session.playthrough import Playthrough, begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import Session
from game.session.turns import after
from game.session.words.talking.stock import own_key
from tests.plays import SHIPPED, compiled

TALKING = {"ask_about_them", "ask_their_view", "follow_up", "answer"}
CLUES_COME_WITH = {"answer_warm", "answer_short", "question"}
OFTEN = 3
GAMES = 6
MADE_UP = """\
scenario_format: 1
title: The Dairy
days: 12
business: {name: Ford Dairy, trade: dairy, hours_per_day: 2}
followers:
  agnes:
    name: Agnes Thorne
    loves: {rinds: 45}
    lives:
      birthday: {motive: buyer, ready: {from: 5, until: 11}, clues: [I have fourteen plates., Mother wants no fuss.]}
      school: {motive: curious, clues: [Forty children. One ate the rind., Nobody touches anything blue.]}
  wilf:
    name: Wilf Garner
    loves: {gates: 90}
    lives:
      round: {motive: neighbour, clues: [I still wake at ten to four., The dog knows only the bag.]}
      hamper: {motive: buyer, ready: {from: 6, until: 12}, clues: [Thirty-one years they gave., Eleven gates.]}
  dora: {name: Dora Pike, loves: {vans: 75}, motive: seller}
talks:
  old_round:
    by: [wilf]
    fact: the old round
    turns:
      - {you: [Which gate did you like best?], warm: [Mill End. It sang.], short: [Mill End.]}
      - {you: [Does it sing on the old round still?], warm: [They oiled it.], short: [Oiled.]}
  the_choir:
    by: [seller]
    fact: the choir
    turns:
      - {you: [What do you do of an evening?], warm: [I sing alto.], short: [Choir.]}
lines:
  answer_warm:
    - {text: I thought of you at the bus stop., by: [agnes, wilf, dora]}
"""


@cache
def scenario(name):
    """A shipped scenario, or the made-up one."""
    if name in SHIPPED:
        return compiled(name)
    loaded = load_text(MADE_UP)
    assert loaded.ok, loaded.problems
    return compiled_of(loaded)


def of_their_lives(now: Playthrough) -> dict[str, list[str]]:
    """By follower, the keys of what is said in the life that they have in this game."""
    found: dict[str, list[str]] = {}
    for kind, lines in now.compiled.scenario.lines.items():
        for number, line in enumerate(lines):
            of_a_life = line.when is not None and line.when.lives and kind in CLUES_COME_WITH
            if of_a_life and holds(now.compiled.numbers.condition(line.when), now.position)[0]:
                found.setdefault(line.by[0], []).append(own_key(kind, number))
    return found


@cache
def games(name: str) -> tuple[tuple[Playthrough, Counter[str]], ...]:
    """Games of bots that talk, each with how often everybody was talked with."""
    found = []
    for bot in ("patient", "reader"):
        for episode in range(GAMES):
            session = Session(begun(scenario(name), 5, episode))
            while not session.finished:
                play_session_day(session, bots()[bot])
            now = session.playthrough
            talked = Counter(i.who for played in now.history for i in played.items if i.move in TALKING)
            found.append((now, talked))
    return tuple(found)


@pytest.mark.parametrize("name", [*SHIPPED, "made up"])
def test_whoever_is_talked_with_lets_something_of_their_life_slip(name):
    """In most games in which somebody is talked with three times or more, one of the clues of their life is said."""
    heard = [
        any(key in now.story.wordings.used for key in keys)
        for now, talked in games(name)
        for who, keys in of_their_lives(now).items()
        if talked[who] >= OFTEN
    ]

    assert len(heard) >= OFTEN
    assert sum(heard) / len(heard) > 0.5


@pytest.mark.parametrize("name", [*SHIPPED, "made up"])
def test_nothing_of_another_life_is_said(name):
    """A clue that is heard is one of the life that was dealt."""
    for now, _ in games(name):
        keys = {key for own in of_their_lives(now).values() for key in own}
        every = {
            own_key(kind, number)
            for kind, lines in now.compiled.scenario.lines.items()
            for number, line in enumerate(lines)
            if line.when is not None and line.when.lives and kind in CLUES_COME_WITH
        }
        assert not every.difference(keys).intersection(now.story.wordings.used)


@pytest.mark.parametrize("name", [*SHIPPED, "made up"])
@pytest.mark.parametrize("seed", range(4))
def test_a_question_to_somebody_with_a_talk_of_their_own_opens_that_talk(name, seed):
    """The first `ask_about_them` to whoever a talk was written for is never one of the house's."""
    first = begun(scenario(name), seed)
    for talk in first.compiled.scenario.talks.values():
        people = [who for who in first.compiled.ids if {who, first.people[who].motive}.intersection(talk.by)]
        for who in people if talk.starts == "ask_about_them" else ():
            if first.position.ledger.present[0, first.compiled.ids.index(who)] < 0.5:
                continue
            now = after(after(first, PlanMove("ask_about_them", who, "", "")), EndDay())
            said = [key for key in now.story.wordings.used if ".you." in key]
            assert said, talk
            assert said[0].startswith("own.talk."), said
