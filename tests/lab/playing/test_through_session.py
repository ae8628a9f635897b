"""A bot in a session: it goes through the door of a person, and plays the very game that it plays in the lab."""

from dataclasses import replace

import numpy as np
import pytest

from game.bots.bot import Bot, no_wishes
from game.bots.play import play
from game.bots.registry import bots
from game.engine.digest import digest
from game.lab.playing.through_session import play_session, play_session_day
from game.scenario import load
from game.session.entries import PlanMove
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import Session
from tests.plays import SHIPPED, compiled, end_day, example, session


@pytest.mark.parametrize("scenario", SHIPPED)
@pytest.mark.parametrize("name", sorted(bots()))
def test_a_session_played_by_a_bot_is_its_game_in_the_lab(name, scenario):
    """The same seed and episode give the same game to the last bit, and nothing that the bot wants is refused."""
    run = Session(begun(compiled(scenario), 5, 3))

    assert play_session(run, bots()[name]) == ()
    assert run.finished
    assert digest(run.playthrough.position) == digest(play(compiled(scenario), bots()[name], 5, np.array([3])))


@pytest.mark.parametrize("name", ["patient", "pushy"])
def test_bots_answer_events_in_a_session_as_in_the_lab(name, tmp_path):
    """The pushy one gives in to the landlord, the patient one does not; both as in a batch."""
    bakery = compiled_of(load(example(tmp_path)))
    run = Session(begun(bakery, 1))
    play_session(run, bots()[name])

    assert run.playthrough.answers == {"landlord": 0 if bots()[name].gives_in else 1}
    assert digest(run.playthrough.position) == digest(play(bakery, bots()[name], 1, np.array([0])))


def test_it_stops_on_the_morning_asked_for():
    """A bot plays the first days, a person goes on; a day that has been reached already changes nothing."""
    run = session("slow_roast", 2)
    play_session(run, bots()["patient"], until_day=8)
    before = digest(run.playthrough.position)

    assert (run.playthrough.day, len(run.playthrough.history), run.playthrough.plan) == (8, 7, {})
    assert play_session(run, bots()["patient"], until_day=4) == ()
    assert digest(run.playthrough.position) == before
    run.do(PlanMove("like", run.playthrough.compiled.ids[0]))
    assert end_day(run).day == 8


def test_what_somebody_had_planned_is_not_mixed_with_what_the_bot_plans():
    """A day handed over to a bot is the bot's day."""
    mine, fresh = session("slow_roast", 2), session("slow_roast", 2)
    mine.do(PlanMove("pitch", mine.playthrough.compiled.ids[0]))
    for run in (mine, fresh):
        play_session_day(run, bots()["sleeper"])

    assert mine.playthrough.history[0].items == ()
    assert digest(mine.playthrough.position) == digest(fresh.playthrough.position)


def test_what_a_player_is_refused_is_told_and_the_game_goes_on():
    """A bot that sends one follower what goes to everybody is refused with the sentence of the game."""

    def policy(sight):
        move = np.full(sight.ledger.present.shape, sight.number("blast_dm"))
        return replace(no_wishes(sight), move=move)

    muddled = Bot("muddled", policy, "Muddles.", asks=False, posts=False, broadcasts=False, stochastic=False)
    run = session("first_hello", 1)
    refused = play_session(run, muddled)

    assert run.finished
    assert {(r.move, r.why) for r in refused} == {("blast_dm", "This goes to everybody. Choose it without a follower.")}
    assert {r.day for r in refused} <= set(range(1, run.playthrough.compiled.scenario.days + 1))


def test_only_last_nights_messages_are_new_when_a_person_takes_over():
    """A bot reads what it is written, so that nobody starts with a week of unread messages."""
    run = session("slow_roast", 2)
    play_session(run, bots()["patient"], until_day=9)

    assert run.playthrough.story.night is not None
    told = sum(1 for item in run.playthrough.story.night.items if item.signal != "like")
    assert sum(run.playthrough.story.unread.values()) <= told
