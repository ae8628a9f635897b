"""A message to everybody shows its price on its own night, and whoever draws back because of it later says so."""

import re

import pytest

from game.engine.seen.message_to_all import TO_ALL
from game.model import trust
from game.session.entries import AnswerEvent, EndDay, PlanMove
from game.session.seen.make_view import make_view
from game.session.seen.night.body import OF_TELLS, STILL
from game.session.seen.night.evening_seen import evening_seen
from game.session.story.concerned import answered_to_all
from game.session.story.withdrawn_told import SOUR, bows_of
from game.session.words.numbers_told import counted
from tests.plays import SHIPPED, end_day, played

GAMES = [(name, bot, seed) for name in SHIPPED for bot in ("patient", "reader", "random") for seed in (1, 2, 3)]
DEAR, CONTENT, FEW = 10.0, STILL + 1, 0.15
"""Points of trust lost that are dear; the step from which a body is content; how many faces may lie."""
MIDDLE = dict.fromkeys(SHIPPED, 0.6)
NUMBERS = {counted(number): number for number in range(1, 40)}
LEAVES_OR_QUIET = {"goes_quiet", "unfollows", "blocks"}


def sent(name, bot, seed):
    """A game in which a message goes to everybody rather late, and what its night and the week after it told."""
    days = len(played(name, "patient", 1).playthrough.history)
    game = played(name, bot, seed, int(days * MIDDLE[name]))
    _answer(game)
    game.do(PlanMove(TO_ALL))
    night, later = end_day(game), []
    while not game.finished and len(later) < 6:
        _answer(game)
        later.append(end_day(game))
    return game.playthrough, night, later


def _answer(game):
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 1))


def lost(now, day):
    """How many points of trust each one lost by what went to everybody on a day, by id."""
    played_day, params = now.history[day - 1], now.compiled.rules.params
    people = played_day.morning.people
    before, after = (trust(s, people, params)[0] for s in (played_day.day.after_direct, played_day.day.after_post))
    return dict(zip(now.compiled.ids, (100 * (before - after)).tolist(), strict=True))


@pytest.mark.parametrize(("name", "bot", "seed"), GAMES)
def test_the_words_below_the_room_count_how_it_was_taken(name, bot, seed):
    """All who got it closed it, put it aside, skimmed it or read it, and whether most turn away is said."""
    now, night, _ = sent(name, bot, seed)
    (told,) = (m for m in evening_seen(make_view(now), night).moments if m.kind == "blast")
    faces = [item for item in night.items if item.to == TO_ALL and item.signal in OF_TELLS]
    found = re.findall(r"(\w+) (?:closed|put|skimmed|read) it", told.text)
    assert sum(NUMBERS[n] for n in found) == len(faces) > 0
    away = sum(item.signal in SOUR[:2] for item in faces)
    assert ("Most of the room turns away" in told.text) == (2 * away > len(faces))


def test_whoever_it_cost_much_does_not_look_content():
    """Of those whom it cost ten points of trust few sit there at ease: only those who never show much."""
    at_ease = dear = 0
    for name, bot, seed in GAMES:
        now, night, _ = sent(name, bot, seed)
        cost = lost(now, night.day)
        (told,) = (m for m in evening_seen(make_view(now), night).moments if m.kind == "blast")
        for met in told.crowd:
            if cost[met.follower] >= DEAR and not met.wrote:
                dear += 1
                at_ease += met.step >= CONTENT
    assert dear > 50
    assert at_ease / dear <= FEW, (at_ease, dear)


def test_who_draws_back_after_it_says_since_when():
    """Whoever was seen to dislike it and goes quiet or leaves in the week after is told of with that message."""
    told = []
    for name, bot, seed in GAMES:
        _, night, later = sent(name, bot, seed)
        sour = {item.follower for item in night.items if item.to == TO_ALL and item.signal in SOUR}
        back = [item for other in later for item in other.items if item.signal in LEAVES_OR_QUIET]
        told += [f"message to everybody on day {night.day}" in i.text for i in back if i.follower in sour]
    assert len(told) >= 5
    assert sum(told) / len(told) >= 0.8  # of some something else was seen since


def test_an_answer_that_sends_it_is_shown_as_well():
    """Whoever lets an event send the message sees the same room."""
    found = 0
    for name in SHIPPED:
        game = played(name, "never_asks", 1, 0)
        while not game.finished:
            for event in game.playthrough.waiting_events():
                game.do(AnswerEvent(event, 0))
            to_all = answered_to_all(game.playthrough.position)
            game.do(EndDay())
            night = game.playthrough.story.night
            kinds = [m.kind for m in evening_seen(make_view(game.playthrough), night).moments]
            assert kinds.count("blast") == to_all
            found += to_all
    assert found


def test_a_bow_to_yourself_counts_those_who_looked_away():
    """Where a share without a word is shown round, the picture tells how those took it who saw it."""
    counted = 0
    for name in SHIPPED:
        for seed in range(1, 6):
            game = played(name, "random", seed)
            now, view = game.playthrough, make_view(game.playthrough)
            for night in now.story.nights:
                if night.day not in bows_of(now.story.threads):
                    continue
                (told,) = (m for m in evening_seen(view, night).moments if m.kind == "repost")
                counted += "who saw it" in told.text
    assert counted
