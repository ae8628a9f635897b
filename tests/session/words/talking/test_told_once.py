"""What somebody has told you is told: nobody asks for it as if it were new, and nobody tells it again word for word."""

from collections import Counter
from functools import cache

import pytest

from game.errors import Refused
from game.scenario.texts import builtin
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.words.spoken import Talk, Wordings
from game.session.words.talking.stock import Stock
from game.session.words.talking.talk_lines import lines_to_say, lines_to_write
from tests.plays import SHIPPED, compiled, session

TALKS = ("answer", "follow_up", "ask_about_them", "ask_their_view", "comment")
ASKS_FIRST = ("answer", "ask_about_them", "ask_their_view", "follow_up", "comment")
WORTH_TELLING = 30
"""Characters from which a line is something that is told, and no “Noted.”."""


def can_do(game, choice):
    """Does something, where it can be done today."""
    try:
        game.do(choice)
    except Refused:
        return False
    return True


@cache
def much_talked(name, seed, first):
    """A whole run in which all the hours go into talk, with some people before the others."""
    game = session(name, seed)
    while not game.finished:
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, len(compiled(name).scenario.timeline[event].choices) - 1))
        here = [f.id for f in game.view().followers if f.following]
        order = TALKS if game.playthrough.day % 3 else ASKS_FIRST
        for who in [*here[first:], *here[:first]]:
            any(can_do(game, PlanMove(move, who)) for move in order)
        game.do(EndDay())
    return game.playthrough.story.threads


RUNS = [(name, seed, first) for name in SHIPPED for seed in (1, 2) for first in (0, 4)]


@pytest.mark.parametrize("run", RUNS, ids=lambda run: "-".join(map(str, run)))
def test_nobody_tells_you_a_thing_twice_word_for_word(run):
    """Over whole games of talk: each line of some length is said once by one person."""
    for who, thread in much_talked(*run).items():
        said = Counter(item.text for item in thread if item.who == "them" and len(item.text) > WORTH_TELLING)
        assert not [text for text, times in said.items() if times > 1], who


OWN_TALKS = [
    (scenario, name, who)
    for scenario in SHIPPED
    for name, talk in compiled(scenario).scenario.talks.items()
    for who in talk.by
    if len(talk.turns) > 1 and who in compiled(scenario).scenario.followers and talk.starts == "ask_about_them"
]


def openings(now, stock, who, wordings):
    """What a question about themselves begins, for each draw: lines to write, the talk after."""
    draws = [number / 100 for number in range(100)]
    return [
        lines_to_write(stock, "ask_about_them", now.people[who], Talk(), draw, now.morning, wordings) for draw in draws
    ]


@pytest.mark.parametrize(("scenario", "name", "who"), OWN_TALKS)
def test_a_talk_on_what_they_have_told_unasked_goes_on_from_there(scenario, name, who):
    """Whoever has told of the fifth lamp is not asked “I was told to ask about it”, but how it goes on."""
    now = session(scenario).playthrough
    stock = Stock(builtin.texts(), tuple(now.people.values()), now.position)
    talk = stock.talks[f"own.talk.{name}"]
    told = Wordings().remembering("answer_warm", "any", who, 1, f"There is {talk.fact} again.")

    anew = [(lines, after) for lines, after in openings(now, stock, who, Wordings()) if after.going == talk.id]
    goes_on = [(lines, after) for lines, after in openings(now, stock, who, told) if after.going == talk.id]

    assert anew
    assert goes_on
    assert all(lines == talk.turns[0].you and not after.fact for lines, after in anew)
    assert all(lines == talk.turns[1].you and after.fact == talk.fact for lines, after in goes_on)
    assert all((after.told, after.asked) == (1, 2) for _, after in goes_on)


@pytest.mark.parametrize(("scenario", "name", "who"), OWN_TALKS)
def test_what_a_talk_has_told_is_not_let_slip_as_if_new(scenario, name, who):
    """Behind a talk of the fifth lamp nobody begins anew that it makes people go home."""
    now = session(scenario).playthrough
    stock = Stock(builtin.texts(), tuple(now.people.values()), now.position)
    talk = stock.talks[f"own.talk.{name}"]
    had = Talk(had=(talk.id,))
    for kind in ("answer_warm", "answer_short"):
        chosen = lines_to_say(stock, kind, now.people[who], had, "ask_about_them", 9, frozenset())
        assert chosen.lines
        assert not [line.text for line in chosen.lines if talk.fact.lower() in line.text.lower()]
