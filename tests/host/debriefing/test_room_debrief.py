"""The debrief of a room: what is said of all is said of all, not of one of them."""

import csv
import io

import numpy as np

from game.bots.play import play
from game.bots.registry import bots
from game.coach.judgement import FEWEST_ASKS
from game.coach.looking_back.debrief import READY
from game.coach.looking_back.make_debrief import debrief
from game.coach.within_reach import reach
from game.engine.days import outcome_of
from game.host.debriefing.room_debrief import room_debrief
from game.host.debriefing.what_happened.courses_told import ASKED_WORDS
from game.host.debriefing.what_it_came_to.so_far import so_far
from game.host.exports.csv_files import guests_csv
from game.host.pages.pictures.trust_picture import knowing_when
from game.host.pages.screen_pages import ask_days, standing
from game.host.room.room_state import Room
from game.host.room.steps import Chose, Switched
from game.session.entries import PlanMove
from game.session.planning import first_day_of
from tests.host.rooms import day_ended, played, started, taken

ASKING_DAY = first_day_of(started(1).begun.position, "propose")
SMALL_DAY = first_day_of(started(1).begun.position, "ask_to_share")


def room_that_asked(asks: list[int]) -> Room:
    """A room after the first day on which one can propose, and each guest has to so many people; quiet days before."""
    room = played(started(len(asks)), taken(Switched("hold", False)))
    for number, count in enumerate(asks, 1):
        guest = f"g{number}"
        while room.guests[guest].now.position.day < ASKING_DAY:
            room = day_ended(room, guest)
        for who in room.guests[guest].now.compiled.ids[:count]:
            room = played(room, taken(Chose(PlanMove("propose", who)), guest))
        room = day_ended(room, guest)
    return room


def test_the_room_is_judged_by_everybody_s_asks():
    """One who asks nobody and those who ask together: the room's counts are the sum, its words are not the first's."""
    told = room_debrief(room_that_asked([0, 2, 2, 2]))

    alone = debrief(room_that_asked([0]).guests["g1"].now)
    assert told.by_day.hits + told.by_day.false_alarms == sum(len(g.asks) for g in told.games) >= FEWEST_ASKS
    assert told.by_day.hits == sum(f.asked[READY] for f in told.followers) == 0
    assert told.discrimination is None  # six wrong questions are no d' at all
    assert told.judgement != alone.judgement
    assert "Nobody you asked to buy was ready: 0 of 6." in told.judgement
    assert not any(knowing_when(told))


def test_too_few_asks_of_a_room_give_no_figure():
    """Words alone, and no picture with a place on a line."""
    told = room_debrief(room_that_asked([1, 1]))

    assert told.discrimination is None
    assert told.criterion is None
    assert told.judgement
    assert not any(knowing_when(told))


def test_others_are_compared_after_the_days_that_were_played():
    """A room that ended after one day of seven stands beside bots after one day, and is told no points."""
    room = day_ended(day_ended(started(2), "g1"), "g2")
    told = room_debrief(room)

    assert told.days == told.reach.days == 1
    assert told.curves.shape[1] == told.reach.low.shape[0] == 2
    assert standing(room, told)["without_score"]
    assert all(words.startswith("Somebody who ") for words, _ in standing(room, told)["ways"])
    whole = dict(reach(room.begun.compiled, room.opening.seed, ways=12).scores)
    assert dict(told.reach.scores)["patient"] < whole["patient"]


def test_bots_play_alike_whether_traced_or_asked():
    """The comparison plays bots without tracing them first; the end is that of the lab, to the last bit."""
    compiled = started(1).begun.compiled
    for bot, score in reach(compiled, 7, ways=12).scores:
        assert score == float(outcome_of(play(compiled, bots()[bot], 7, np.array([0]))).score[0])


def test_every_page_of_the_debrief_agrees_with_its_counts():
    """Nobody is called passed over who was asked, and nobody asked is called ready who was not."""
    told = room_debrief(room_that_asked([2, 2, 0]))

    by_day = [dict(kinds) for _, kinds in ask_days(told, told.days)]
    assert sum(sum(kinds.values()) for kinds in by_day) == told.by_day.asks == 4
    assert sum(kinds[ASKED_WORDS[READY]] for kinds in by_day) == told.by_day.hits
    assert ("never asked" in told.judgement) == any(f.passed_over for f in told.followers)


def test_page_debrief_and_table_count_the_same_asks():
    """Questions for a purchase alone: whoever asked for something smaller has asked nobody to buy."""
    room = played(started(2), taken(Switched("hold", False)))
    while room.guests["g1"].now.position.day < max(ASKING_DAY, SMALL_DAY):
        room = day_ended(day_ended(room, "g1"), "g2")
    who = room.guests["g1"].now.compiled.ids[0]
    room = played(room, taken(Chose(PlanMove("propose", who)), "g1"), taken(Chose(PlanMove("ask_to_share", who)), "g2"))
    room = day_ended(day_ended(room, "g1"), "g2")
    told, page = room_debrief(room), so_far(room)
    rows = list(csv.DictReader(io.StringIO(guests_csv(room, told).decode("utf-8-sig"))))

    assert page["asked"] == len(told.asks) == sum(int(row["purchase_asks"]) for row in rows) == 1
    assert told.by_day.hits == sum(int(row["purchase_asks_ready"]) for row in rows)
    ((_, ask),) = told.asks
    assert page["best"] == f"{ASKED_WORDS[ask.kind]} 1"
