"""A night looks neither worse nor better than what could be known before it, or says that it may have another cause."""

import itertools

import pytest

from game.coach.looking_back.explained import reasons
from game.engine.seen.message_to_all import TO_ALL
from game.engine.seen.odds_seen import TAKEN, TAKEN_BY_ALL, UNSEEN_MOVES, taken_by
from game.model.signals import TELLS, Signal
from game.session.history import situation_before
from game.session.seen.night.body import OF_TELLS, STILL
from game.session.seen.night.evening_seen import evening_seen
from game.session.seen.night.night_folds import folded
from game.session.story.tells_told import ANSWERED, DECISIVE, as_told, outlook_of
from game.session.story.unanswered_asks import asks_for_a_yes
from tests.plays import SHIPPED, played

EVERY = [(move, situation) for move, situations in {**TAKEN, **TAKEN_BY_ALL}.items() for situation in situations]
GAMES = list(itertools.product(SHIPPED, ("patient", "random", "pushy", "reader", "thanker"), (1, 2)))
YES = {"buys", "accepts", "share_plain", "share_compliment"}
NO = {"declines_kindly", "declines_coldly", "no_answer"}
BY_MOST = 55  # of a hundred, from which most take a move so


@pytest.mark.parametrize(("move", "situation"), EVERY, ids=["-".join(case) for case in EVERY])
@pytest.mark.parametrize("tell", TELLS, ids=[tell.id for tell in TELLS])
def test_extremes_are_told_only_where_outlook_and_tell_agree(move, situation, tell):
    """Nobody turns away at once from what most are glad of, and nobody lights up at what most dislike."""
    taken = taken_by(move, situation)
    told, contrary = as_told(tell, outlook_of(move, situation), settled=False)
    if told is Signal.TELL_LIT_UP:
        assert taken.glad >= BY_MOST
    if told is Signal.TELL_CLOSED:
        assert taken.ill >= BY_MOST
    assert (OF_TELLS[told.id] - STILL) * (OF_TELLS[tell.id] - STILL) >= 0  # milder, and never turned round
    if taken.glad >= 70 and OF_TELLS[tell.id] < STILL:
        assert contrary
    if taken.ill >= BY_MOST and OF_TELLS[tell.id] > STILL:
        assert contrary


LOUD = {"tell_lit_up": 1, "tell_warmed": 1, "tell_turned_away": -1, "tell_closed": -1}
"""Tells in large or clear words, with the side on which trust must have moved."""
FROM_A_MOVE = {"move", "asked_too_soon", "unasked", "seen_through", "boasting", "mending"}
SMALL, SELDOM = 1.0, 0.3  # points of trust; the share of loud evenings behind which so little may lie


def test_loud_evenings_seldom_stand_for_less_than_a_point():
    """Joy and coldness in clear words are mostly told of those whom the move has moved by a point or more."""
    small = {1: [], -1: []}
    for name, bot, seed in GAMES:
        game = played(name, bot, seed).playthrough
        for night in game.story.nights:
            for item in night.items:
                beside = {other.signal for other in night.items if other.follower == item.follower}
                side = LOUD.get(item.signal)
                if side is None or beside & DECISIVE:
                    continue
                why = reasons(game, item.follower, night.day)
                causes = {*FROM_A_MOVE, "event"} if item.to == TO_ALL else FROM_A_MOVE  # an answer may have sent it
                moved = side * sum(one.shown for one in why if one.cause in causes)
                small[side].append(moved < SMALL)
    for side, some in small.items():
        assert len(some) > 20
        assert sum(some) / len(some) <= SELDOM, (side, sum(some), len(some))


@pytest.mark.parametrize(("name", "bot", "seed"), GAMES)
def test_who_only_saw_it_neither_turns_away_nor_lights_up(name, bot, seed):
    """What was done to others moves a bystander little, and so little is said of their evening."""
    game = played(name, bot, seed).playthrough
    for day, night in zip(game.history, game.story.nights, strict=True):
        made = {who for i in day.items if i.move not in UNSEEN_MOVES for who in (i.who, i.other)}
        for item in night.items:
            beside = {other.signal for other in night.items if other.follower == item.follower}
            saw = item.follower not in made and item.to != TO_ALL
            if saw and item.signal in OF_TELLS and not beside & DECISIVE:
                assert abs(OF_TELLS[item.signal] - STILL) <= 1, item


@pytest.mark.parametrize("tell", TELLS, ids=[tell.id for tell in TELLS])
def test_plain_words_settle_what_a_body_says(tell):
    """Beside a complaint, a no or a sale the body is told as it was, and no other cause is looked for."""
    assert as_told(tell, "well", settled=True) == (tell, "")


@pytest.mark.parametrize(("name", "bot", "seed"), GAMES)
def test_a_body_that_says_the_contrary_is_told_with_another_cause(name, bot, seed):
    """A cool evening after what is mostly well taken says that it may have been the day; so the reverse."""
    game = played(name, bot, seed).playthrough
    for day, night in zip(game.history, game.story.nights, strict=True):
        made = {item.who: item for item in day.items if item.who and not item.other}
        for item in night.items:
            if item.signal not in OF_TELLS or item.follower not in made:
                continue
            beside = {other.signal for other in night.items if other.follower == item.follower}
            if beside & DECISIVE:
                continue
            act, step = made[item.follower], OF_TELLS[item.signal]
            outlook = outlook_of(act.move, situation_before(day.morning, act))
            contrary = (outlook == "well" and step < STILL) or (outlook == "ill" and step > STILL)
            assert not contrary or (item.aside and abs(step - STILL) == 1), (act, item)
            assert outlook == "well" or item.signal != "tell_lit_up"
            assert outlook == "ill" or item.signal != "tell_closed"


@pytest.mark.parametrize(("name", "bot", "seed"), GAMES)
def test_what_stands_beside_a_body_is_told_in_the_evening_and_online(name, bot, seed):
    """The other cause is read at the table or at the bar, in the thread, and in no strip that says “turned away”."""
    view, found = played(name, bot, seed).view(), 0
    for night in view.nights:
        evening = evening_seen(view, night)
        met = {each.follower: each for each in (*evening.tables, *evening.bar)}
        for item in night.items:
            if not item.aside:
                continue
            found += 1
            thread = next(f for f in view.followers if f.id == item.follower).thread
            assert any(item.aside in note.text for note in thread if note.day == night.day)
            of_body = [other for other in night.items if other.follower == item.follower and other.signal in OF_TELLS]
            if item in of_body or not any(other.aside for other in of_body):
                assert item.follower not in met or item.aside in met[item.follower].does
        for fold in folded(night, view.nights)[1]:
            if fold.signal in {"tell_turned_away", "tell_closed"}:
                assert not any(item.aside.startswith("It may have been the day") for item in fold.items)
    assert found or bot in {"pushy", "patient", "thanker"} or name == "first_hello"


@pytest.mark.parametrize(("name", "bot", "seed"), GAMES)
def test_every_ask_has_its_yes_or_no_that_night(name, bot, seed):
    """Whoever asks for a purchase, a share or a favour reads a yes, a no, or that no answer is one, that very night."""
    game = played(name, bot, seed)
    view = game.view()
    threads = {follower.id: follower.thread for follower in view.followers}
    for day, night in zip(game.playthrough.history, game.playthrough.story.nights, strict=True):
        asked = [item.who for item in day.items if item.who and asks_for_a_yes(item, day.morning)]
        evening = evening_seen(view, night)
        for who in asked:
            answers = [
                item.signal for item in night.items if item.follower == who and item.to and item.signal not in OF_TELLS
            ]
            assert len(answers) == 1, (who, answers)
            assert answers[0] in YES | NO
            assert any(note.day == night.day and note.kind == answers[0] for note in threads[who])
        seen = {met.follower for met in (*evening.tables, *evening.bar)}
        seen |= {met.follower for moment in evening.moments for met in (moment.who, *moment.crowd) if met}
        named = " ".join(moment.title for moment in evening.moments)
        for who in asked:
            first = next(f.name for f in view.followers if f.id == who).split()[0]
            assert who in seen or first in named, (night.day, who)


@pytest.mark.parametrize(("name", "bot", "seed"), GAMES)
def test_nobody_who_answered_is_told_to_have_passed_it_over(name, bot, seed):
    """Beside a word or a like of the same night no line says that your messages lie there unread or unanswered."""
    for night in played(name, bot, seed).playthrough.story.nights:
        for item in night.items:
            beside = {other.signal for other in night.items if other.follower == item.follower and other.to}
            if item.signal not in OF_TELLS or not item.to or not beside & ANSWERED:
                continue
            said = item.text.lower()
            for words in ("left it at that", "your last one", "did not go into", "without reading", "not got round"):
                assert words not in said or (words == "did not go into" and "like" in beside), (beside, item.text)
