"""What one says of a question before the date mirror answers is kept with the run, and changes only what is told."""

from datetime import UTC, datetime

import pytest

from game.bots.registry import bots
from game.coach.looking_back.questions.asks_told import ask_marks
from game.engine.digest import digest
from game.resources import SCENARIOS
from game.session.entries import ODDS_BANDS, AnswerEvent, EndDay, PlanMove, SayOdds, Undo
from game.session.runs.resuming import resume
from game.session.runs.runs import start
from game.session.seen.odds_guessed import odds_said
from tests.plays import SHIPPED, bot_plays_a_day, session

QUESTIONS = ("propose", "small_offer", "ask_to_share", "pitch")


@pytest.fixture
def opened():
    """A game on a day on which everything may be asked."""
    game = session("first_hello", 3)
    while len(game.playthrough.history) < 4:
        bot_plays_a_day(game, bots()["never_asks"])
    answered(game)
    return game


def answered(game):
    """Answers what waits for an answer, so that the day can end."""
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 0))


@pytest.mark.parametrize("move", QUESTIONS)
def test_what_is_counted_is_the_figure_that_the_mirror_tells(opened, move):
    """Of everybody, on the day itself and ever after."""
    now = opened.playthrough
    told = {who: next(m.date.forecast.yes for m in opened.view(who).moves if m.id == move) for who in now.people}
    for who in now.people:
        opened.do(SayOdds(who, move, 2))
    today = {one.who: one.yes for one in odds_said(opened.playthrough)}
    opened.do(EndDay())

    assert today == told
    assert {one.who: one.yes for one in odds_said(opened.playthrough)} == told


@pytest.mark.parametrize("name", SHIPPED)
def test_it_changes_nothing_of_the_game(name):
    """With it and without it the next morning is the same to the bit."""
    plain, said = session(name, 5), session(name, 5)
    for game in (plain, said):
        for who in game.playthrough.people if game is said else ():
            game.do(SayOdds(who, "propose", 4))
        answered(game)
        game.do(EndDay())

    assert digest(said.playthrough.position) == digest(plain.playthrough.position)
    assert said.playthrough.story.threads == plain.playthrough.story.threads


def test_the_first_answer_of_a_day_stands(opened):
    """Whoever has seen what the mirror says cannot say it anew; on the next day one can."""
    who = next(iter(opened.playthrough.people))
    for band in (1, 4):
        opened.do(SayOdds(who, "propose", band))
    assert [one.band for one in opened.view(who).odds_said] == [1]
    opened.do(EndDay())
    opened.do(SayOdds(who, "propose", 4))
    assert [one.band for one in opened.view(who).odds_said] == [1, 4]
    opened.do(Undo(opened.playthrough.day))
    assert [one.band for one in opened.view(who).odds_said] == [1]


@pytest.mark.parametrize("band", range(-1, len(ODDS_BANDS)))
def test_it_is_there_again_when_one_goes_on(tmp_path, band):
    """After the window was closed, too; so is that one would rather be shown."""
    run = start(SCENARIOS / "first_hello.yaml", 3, tmp_path, datetime(2026, 1, 1, tzinfo=UTC))
    who = next(iter(run.playthrough.people))
    run.do(SayOdds(who, "propose", band))
    run.close()

    again = resume(run.path)
    assert [(one.who, one.band) for one in again.view(who).odds_said] == [(who, band)]
    again.close()


def test_the_debrief_knows_what_was_said_of_a_question(opened):
    """Of that question on that day; nothing of one of which nothing was said, nor where one was rather shown."""
    first, second, third, *_ = opened.playthrough.people
    opened.do(SayOdds(first, "small_offer", 3))
    opened.do(SayOdds(third, "small_offer", -1))
    for who in (first, second, third):
        opened.do(PlanMove("small_offer", who))
    opened.do(EndDay())

    assert {ask.follower: ask.said for ask in ask_marks(opened.playthrough)} == {first: 3, second: -1, third: -1}
