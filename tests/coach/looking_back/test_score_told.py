"""A score that the goals do not foretell is explained in one sentence, and what counts is said while one plays."""

import re

import pytest

from game.bots.registry import bots
from game.coach.looking_back.debrief import GoalTold
from game.coach.looking_back.grade import score_sum
from game.coach.looking_back.make_debrief import debrief
from game.coach.looking_back.month.month_told import month_told
from game.coach.looking_back.score_told import COUNTED, LOW, score_told
from game.engine.days import outcome_of
from game.engine.seen.message_to_all import TO_ALL
from game.model.outcome import PEOPLE_SHARE
from game.session.entries import AnswerEvent, PlanMove
from game.session.seen.odds_told import COSTS_THE_SCORE, forecast_of
from game.ui.play.screens import choose_page, help_box, notices
from tests.plays import SHIPPED, bot_plays_a_day, end_day, played


def with_a_message_to_all(name, day):
    """A patient game in which one message went to everybody."""
    game = played(name, "patient", 2, day - 1)
    for event in game.playthrough.waiting_events():
        game.do(AnswerEvent(event, 1))
    game.do(PlanMove(TO_ALL))
    end_day(game)
    while not game.finished:
        bot_plays_a_day(game, bots()["patient"])
    return game.playthrough


@pytest.mark.parametrize("name", SHIPPED)
def test_harm_that_took_much_of_the_score_is_named_with_its_day(name):
    """The message to everybody that did most of it."""
    now = with_a_message_to_all(name, 5)
    told = debrief(now)
    assert re.search(r"Most of that harm was done by “.+” on day 5", told.score_why)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("bot", ["patient", "pushy", "never_asks", "spammer"])
def test_the_parts_that_are_told_add_up_to_the_score(name, bot):
    """Nobody needs a pencil: points for people and for business, less those for harm, are the score that is told."""
    game = played(name, bot, 2)
    result = outcome_of(game.playthrough.position)
    points = score_sum(*(float(part[0]) for part in (result.score, result.people, result.business)))

    assert points.people + points.business - points.harm == points.score == round(float(result.score[0]))
    assert abs(points.people - PEOPLE_SHARE * float(result.people[0])) <= 1.5
    assert (points.harm == 0) or float(result.manners[0]) < 100.0
    assert min(points.people, points.business, points.harm) >= 0


@pytest.mark.parametrize("name", SHIPPED)
def test_all_goals_beside_a_low_score_are_explained(name):
    """Whoever reached everything and has a low score reads why; nobody else is told of goals there."""
    now = with_a_message_to_all(name, 5)
    result, reached = outcome_of(now.position), (GoalTold("One", True, ""),)
    if float(result.score[0]) < LOW:
        assert "All goals were reached" in score_told(now, result, reached)
    assert "All goals" not in score_told(now, result, (GoalTold("One", False, ""),))


def test_what_counts_is_said_where_one_chooses_plays_and_asks_for_help():
    """People, business, manners and what a message to everybody can cost: one sentence in all three places."""
    for words in ("60 points", "people", "40", "business", "manners", "message to everybody", "notebook"):
        assert words in COUNTED
    assert any(text == COUNTED for _, _, text in help_box.ADVICE)
    assert choose_page.COUNTED is notices.COUNTED is COUNTED


def test_the_mirror_of_a_message_to_everybody_says_what_it_can_cost():
    """Before it is sent: how many turn away, and that it can cost most of the score; of no other move."""
    told = forecast_of(TO_ALL, "any", "shocked")
    assert told.tone == "ill"
    assert COSTS_THE_SCORE in told.counted
    assert COSTS_THE_SCORE not in forecast_of("pitch", "stranger", "shocked").counted


@pytest.mark.parametrize("name", SHIPPED)
def test_the_month_after_is_told_at_the_end_and_not_before(name):
    """Who stayed and who left in the thirty nights without you stands among what it teaches."""
    now = played(name, "patient", 1).playthrough
    titles = dict(debrief(now).lessons)
    assert "A month later" in titles
    staying = sum(not life.left for life in debrief(now).epilogue)
    assert "still followed on the last evening" in titles["A month later"]
    assert staying <= len(debrief(now).epilogue)
    assert "A month later" not in dict(debrief(played(name, "patient", 1, 3).playthrough).lessons)


@pytest.mark.parametrize("bot", ["patient", "spammer", "sleeper"])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_part_for_people_can_be_worked_out_from_what_is_told_of_each(name, bot):
    """It is the mean of how each fares a month later; nothing of it is told before the end."""
    told = debrief(played(name, bot, 2).playthrough)
    counted = [one.fares for one in told.followers if one.fares is not None]
    assert sum(counted) / len(counted) == pytest.approx(told.people)
    assert all(one.fares is None for one in debrief(played(name, bot, 2, 3).playthrough).followers)


@pytest.mark.parametrize("bot", ["patient", "always_asks", "pushy", "never_asks"])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_part_for_business_can_be_worked_out_from_what_is_told_of_it(name, bot):
    """Who bought, of those who wanted to and of the questions in vain; less after buying elsewhere first."""
    told = debrief(played(name, bot, 2).playthrough)
    bought, wanted, *_ = map(int, re.findall(r"\d+", told.business_why))
    vain = int(next(iter(re.findall(r"(\d+) questions? in vain", told.business_why)), 0))
    whole = 100.0 * bought / (wanted + vain)
    assert told.business < whole if "counts less" in told.business_why else told.business == pytest.approx(whole)


def test_whoever_leaves_in_the_month_after_leaves_with_a_reason():
    """Their own, or what you had done: pushing drives more people away in that month than courting does."""
    driven = {}
    for bot in ("spammer", "patient"):
        lives = [life for name in SHIPPED for seed in range(1, 7)
                 for life in debrief(played(name, bot, seed).playthrough).epilogue if life.left]  # fmt: skip
        told = [month_told((life,))[0][1] for life in lives]
        driven[bot] = sum(not life.by_themselves for life in lives)
        assert all(("reasons of their own" in words) != ("what you had done" in words) for words in told)
        assert all(
            life.by_themselves == ("reasons of their own" in words) for life, words in zip(lives, told, strict=True)
        )
    assert driven["spammer"] > driven["patient"]
