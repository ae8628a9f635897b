"""Where each claim of a line begins to be true: one history that just bears it out, and the nearest that does not."""

from dataclasses import replace
from typing import get_args

import pytest

from game.scenario.format.vocabulary import Claim
from game.session.entries import PlanMove
from game.session.story.claims import Acts, acts_before, acts_of_day, true_claims
from game.session.view import PostItem, ThreadItem
from tests.plays import session

TODAY = 20


def history(told, *, waited=-1.0, asked=False, late=-1.0, fits=True, invited=False, tonight=""):
    """A history up to day 20: each act as day, who and what, such as "18 me pitch".

    What `post` did is to everybody, and what `event` did is done by an answer.
    """
    acts = [act.split() for act in filter(None, told.split(", "))]
    thread = [
        ThreadItem(int(day), "note", "event", what, by_event=what)
        if who == "event"
        else ThreadItem(int(day), who, what, what)
        for day, who, what in acts
        if who != "post"
    ]
    feed = tuple(PostItem(int(day), what, "", "", what, 0, ()) for day, who, what in acts if who == "post")
    before = acts_before(TODAY, thread, feed)
    return Acts(TODAY, before.mine, before.theirs, feed, waited, asked, late, before.noted, fits, invited, tonight)


ASKED_TWICE = "1 me ask_about_them, 15 me ask_their_view, 16 me follow_up"
WROTE_TWICE = "14 me comment, 15 me help, 20 me praise"
BORDERS = [
    # (what a line claims, a history in which it is true, the nearest in which it is not)
    ("waited", {"waited": 1}, {"waited": 0.9}),
    ("question_waited", {"waited": 2, "asked": True}, {"waited": 1.9, "asked": True}),
    ("question_waited", {"waited": 2, "asked": True}, {"waited": 2, "asked": False}),
    ("posted_meanwhile", {"told": "19 post post_story", "waited": 1}, {"told": "18 post post_story", "waited": 1}),
    ("posted_meanwhile", {"told": "19 post post_story", "waited": 1}, {"told": "20 post post_story", "waited": 0}),
    ("late", {"late": 3}, {"late": 2.9}),
    ("quick", {"late": 1}, {"late": 1.1}),
    ("quick", {"late": 0}, {"late": -1}),
    *(("asked", {"told": f"1 me {move}"}, {"told": "20 me comment"})
      for move in ("ask_about_them", "ask_their_view", "follow_up")),
    *(("never_asked", {"told": "20 me comment"}, {"told": f"1 me {move}"})
      for move in ("ask_about_them", "ask_their_view", "follow_up")),
    ("asked_often", {"told": f"14 me follow_up, {ASKED_TWICE}"}, {"told": f"13 me follow_up, {ASKED_TWICE}"}),
    ("came_back", {"told": "1 me follow_up, 2 me follow_up"}, {"told": "1 me follow_up, 2 me ask_about_them"}),
    ("unspoken", {"told": "1 note like, 2 note look_around"}, {"told": "1 me thank_privately"}),
    *((claim, {"told": "19 note like"}, {"told": "19 note event"})
      for claim in ("unspoken", "never_offered", "never_pushed")),
    ("unspoken", {"told": "19 post post_story"}, {"told": "19 post blast_dm"}),
    ("hardly_talked", {"told": "1 me help, 2 me help, 3 note like"}, {"told": "1 me help, 2 me help, 3 me help"}),
    ("wrote_often", {"told": WROTE_TWICE}, {"told": WROTE_TWICE.replace("14", "13")}),
    ("wrote_seldom", {"told": f"13 me help, {WROTE_TWICE}"}, {"told": f"14 me help, {WROTE_TWICE}"}),
    ("alone", {"told": "5 them answer_warm, 6 me help"}, {"told": "5 me help, 5 them answer_warm"}),
    ("alone", {"told": "6 me help"}, {"told": ""}),
    *(("answered_before", {"told": f"1 them {signal}"}, {"told": "1 them question"})
      for signal in ("answer_warm", "answer_short", "answer_cool", "thanks")),
    ("wrote_again", {"told": "1 them question, 2 me comment, 3 me help"},
     {"told": "1 them question, 2 me answer, 3 me help"}),
    ("alone", {"told": "1 them question, 2 me comment"}, {"told": "1 them question, 2 me answer"}),
    ("wrote_again", {"told": "5 them thanks, 6 me help, 20 me help"}, {"told": "6 me help, 6 them thanks, 7 me help"}),
    ("wrote_again", {"told": "1 me help, 2 me help"}, {"told": "1 me help, 2 note like"}),
    ("wrote_again", {"told": "1 me help, 2 me help"}, {"told": "1 me help, 2 note share_plain, 3 me help"}),
    ("no_favour", {"told": "1 them answer_warm, 2 them thanks"}, {"told": "1 note share_plain"}),
    *(("no_favour", {"told": ""}, {"told": f"1 {act}"})
      for act in ("note share_compliment", "them buys", "them accepts", "note event")),
    ("posted", {"told": "1 post post_story"}, {"told": "20 me pitch"}),
    ("sorry_before", {"told": "1 me apologise, 20 me apologise"}, {"told": "20 me apologise"}),
    ("thanked_often", {"told": "1 me thank_publicly, 2 me thank_privately"}, {"told": "2 me thank_privately"}),
    ("never_pushed", {"told": "1 me propose, 2 post post_promotion"}, {"told": "1 me propose, 2 me propose"}),
    ("never_pushed", {"told": ""}, {"told": "1 me pitch"}),
    ("never_pushed", {"told": ""}, {"told": "1 post blast_dm"}),
    *(("never_offered", {"told": "1 me ask_to_share, 1 post post_story"}, {"told": f"1 {act}"})
      for act in ("me small_offer", "me propose", "me pitch", "post post_promotion", "post blast_dm")),
    *(("offered", {"told": f"1 me {move}"}, {"told": "1 me ask_to_share, 1 post post_promotion"})
      for move in ("small_offer", "propose", "pitch")),
    *(("first_offer", {"told": "1 me ask_to_share, 1 post blast_dm"}, {"told": f"1 me {move}"})
      for move in ("small_offer", "propose", "pitch")),
    ("first_favour", {"told": "1 me pitch"}, {"told": "1 me ask_to_share"}),
    ("proposed", {"told": "20 me propose"}, {"told": "19 me propose"}),
    ("proposed", {"told": "20 me pitch"}, {"told": "20 me small_offer"}),
    ("not_theirs", {"fits": False}, {"fits": True}),
    ("invited_by_page", {"invited": True}, {"invited": False}),
    ("used_for_days", {"told": "14 them buys"}, {"told": "15 them buys"}),
    *(("nothing_amiss", true, false) for true, false in (
        ({"told": "6 me propose"}, {"told": "7 me propose"}), ({"waited": 0.9}, {"waited": 1}),
        ({"fits": True}, {"fits": False}), ({}, {"told": "19 note event"}),
        ({"told": "6 post blast_dm"}, {"told": "7 post blast_dm"}),
        ({"told": "15 me help"}, {"told": "15 me help, 16 me help"}),
        ({"told": "13 me help, 15 me help, 16 me help, 17 them thanks"},
         {"told": "14 me help, 15 me help, 16 me help, 17 them thanks"}),
    )),
    ("no_need", {"told": "19 note goes_quiet"}, {"told": "1 them asks_price"}),
    ("need_told", {"told": "1 them need_shows"}, {"told": "20 them question"}),
    ("need_told", {"told": "1 them asks_price"}, {"told": "20 note goes_quiet"}),
    ("not_bought", {"told": "1 them asks_price"}, {"told": "1 them buys"}),
    ("not_bought", {"told": "1 them asks_price"}, {"told": "1 note buys_elsewhere"}),
    ("not_bought", {"tonight": "need_shows"}, {"tonight": "buys_elsewhere"}),
    ("elsewhere_tonight", {"tonight": "buys_elsewhere"}, {"told": "20 them buys_elsewhere"}),
    ("elsewhere_before", {"told": "1 them buys_elsewhere"}, {"told": "1 them buys_elsewhere, 2 them buys"}),
    ("elsewhere_before", {"told": "1 them buys_elsewhere"}, {"tonight": "buys_elsewhere"}),
    *((claim, {"told": yes}, {"told": no}) for claim, (yes, no) in {
        "invited": ("13 them need_shows", "12 them need_shows"),
        "uninvited": ("12 them asks_price", "20 them asks_price"),
    }.items()),
    ("invited", {"told": "20 them dangles_order"}, {"told": "20 them question"}),
    *((f"{done}_need", {"told": f"3 them need_shows, 4 me {move}"}, {"told": f"3 me {move}, 3 them need_shows"})
      for done, move in (("helped", "help"), ("answered", "answer"))),
    *(("slept_on_it", {"told": f"3 them need_shows, 19 me {move}"}, {"told": f"3 them need_shows, 20 me {move}"})
      for move in ("help", "answer")),
    ("bought", {"told": "1 them buys"}, {"told": "1 note buys_elsewhere"}),
    ("two_news", {"told": "1 them life_event, 2 them life_event"}, {"told": "1 them life_event"}),
    ("more_told", {"told": "1 them buys, 1 them need_shows"}, {"told": "1 them need_shows, 1 them buys"}),
    ("more_told", {"told": "1 them buys, 2 them asks_price"}, {"told": "2 them asks_price"}),
    ("no_more_told", {"told": "1 them need_shows, 2 them buys"}, {"told": "1 them buys, 2 them need_shows"}),
    ("advertised", {"told": "14 post post_promotion"}, {"told": "13 post post_promotion, 20 post post_story"}),
    ("offered_in_vain", {"told": "14 me small_offer"}, {"told": "14 me small_offer, 14 them accepts"}),
    ("offered_in_vain", {"told": "14 me small_offer"}, {"told": "13 me small_offer, 20 me propose"}),
    ("silent_since_order", {"told": "17 them buys"}, {"told": "18 them buys"}),
    ("silent_since_order", {"told": "15 them buys, 16 note like"}, {"told": "15 them buys, 16 me thank_publicly"}),
    *(("blameless", {"told": "13 me help, 20 post post_story"}, {"told": f"13 me help, {act}"})
      for act in ("14 me propose", "14 me small_offer", "14 me ask_to_share", "14 me retweet_share",
                  "14 post blast_dm", "14 post post_promotion", "17 them buys")),
    ("blameless", {"told": "13 me help"}, {"told": "13 me help", "waited": 1}),
    ("blameless", {"told": "13 me help"}, {"told": "13 note like"}),
    ("blameless", {"told": "13 me help, 15 me help, 16 me help"}, {"told": "14 me help, 15 me help, 16 me help"}),
    ("posted_often", {"told": "14 post post_story, 15 post post_promotion, 20 post post_story"},
     {"told": "13 post post_story, 15 post post_promotion, 20 post post_story"}),
    ("advertised_often", {"told": "7 post post_promotion, 20 post post_promotion"},
     {"told": "6 post post_promotion, 20 post post_promotion"}),
    ("advertised_often", {"told": "7 post post_promotion, 20 post post_promotion"},
     {"told": "7 post post_story, 20 post post_promotion"}),
    *(("pushed", {"told": f"14 {act}"}, {"told": f"13 {act}, 20 me comment, 20 post post_story"})
      for act in ("me small_offer", "me propose", "me pitch", "me ask_to_share", "me retweet_share",
                  "post blast_dm", "post post_promotion")),
    *((claim, {"told": f"14 {act}"}, {"told": f"13 {act}, 20 me small_offer, 20 post post_promotion"})
      for claim, act in (("sent_to_all", "post blast_dm"), ("asked_to_buy", "me propose"),
                         ("asked_to_buy", "me pitch"), ("asked_favour", "me ask_to_share"),
                         ("showed_off", "me retweet_share"))),
    *((claim, {"told": f"14 event {move}"}, {"told": f"13 event {move}, 20 note event"})
      for claim, move in (("sent_to_all", "blast_dm"), ("asked_to_buy", "propose"), ("asked_favour", "ask_to_share"),
                          ("showed_off", "retweet_share"), ("pushed", "blast_dm"), ("pushed", "post_promotion"))),
    ("much_lately", {"told": "14 me help, 15 me help, 14 post post_story"},
     {"told": "14 me help, 15 me help, 13 post post_story"}),
    ("much_lately", {"told": "14 me help, 15 me help, 14 post post_story"},
     {"told": "13 me help, 15 me help, 14 post post_story"}),
    ("they_complained", {"told": "14 me propose, 14 them complaint"}, {"told": "14 me propose, 13 them complaint"}),
    ("they_complained", {"told": "14 me propose, 14 them complaint"}, {"told": "13 me help, 14 them complaint"}),
    ("they_went_quiet", {"told": "14 note goes_quiet"}, {"told": "13 note goes_quiet"}),
    ("wrote_to_you", {"told": "14 them question"}, {"told": "13 them question, 20 note goes_quiet, 20 me help"}),
    *(("were_kind", {"told": f"14 {act}"}, {"told": f"13 {act}, 20 them answer_short"})
      for act in ("them answer_warm", "them thanks", "note share_plain", "note share_compliment", "them buys",
                  "them accepts")),
    ("asked_back", {"told": "1 me help, 2 me what?"}, {"told": "1 me what?, 2 me help"}),
    ("asked_nothing", {"told": "1 me what?, 2 me help"}, {"told": "1 me help, 2 me what?"}),
    ("asked_closely", {"told": "1 me home?"}, {"told": "1 me street?"}),
    ("asked_closely", {"told": "1 me home?"}, {"told": "1 me home, 2 me home."}),
    ("they_asked", {"told": "1 them thanks, 2 them why?"}, {"told": "1 them why?, 2 them thanks"}),
    *((claim, {"told": f"1 them need_shows, 2 me {move}"}, {"told": other})
      for claim, move in (("helped_need", "help"), ("answered_need", "answer"))
      for other in (f"1 me {move}, 2 them need_shows", f"1 them need_shows, 2 me {move}, 3 them buys")),
    *(("not_just_asked", {"told": f"17 me {move}"}, {"told": f"18 me {move}"})
      for move in ("ask_about_them", "ask_their_view", "follow_up")),
]  # fmt: skip
"""Lately is a week with today in it, just is three days, often is thrice, much of you is three times."""


def holds(claim, facts):
    return claim in true_claims(history(**{"told": "", **facts}), frozenset({claim}))


@pytest.mark.parametrize(("claim", "true", "false"), BORDERS)
def test_a_line_is_said_only_where_what_it_claims_is_true(claim, true, false):
    """Each claim holds at its border, and no longer one step beyond."""
    assert holds(claim, true)
    assert not holds(claim, false)


def test_every_claim_has_a_border():
    """A claim without a row above would be said of anybody."""
    assert {claim for claim, _, _ in BORDERS} == set(get_args(Claim))


def test_claims_that_nobody_makes_are_not_told():
    """Of what holds, only what was asked about comes back."""
    assert true_claims(history("20 me pitch"), frozenset({"offered", "bought"})) == {"offered"}


@pytest.mark.parametrize("move", ["look_around", "like", "give_space"])
def test_a_move_without_words_is_yours_and_no_writing(move):
    """Somebody who only liked, looked or waited has done something, and has written nothing."""
    acts = history(f"20 note {move}")

    assert acts.made(move) == 1
    assert acts.spoken() == 0
    assert acts.heard(move) == 0


@pytest.fixture(scope="module")
def morning():
    return session("first_hello", 2).playthrough.position


def waited(morning, days, weight=0.5, column=1):
    """The morning on which a message of the second follower has waited for so many days."""
    figures = {"waiting": days, "waits_for": weight}
    changed = {name: getattr(morning.ledger, name).copy() for name in figures}
    for name, value in figures.items():
        changed[name][0, column] = value
    return replace(morning, ledger=replace(morning.ledger, **changed))


def acts(morning, move=""):
    item = PlanMove(move, morning.compiled.ids[1]) if move else None
    return acts_of_day(morning, 1, (), (), item)


def test_a_message_waits_until_a_move_answers_it(morning):
    """Then it is told how late the answer came; to look or to give space is no answer."""
    now = waited(morning, 3.0)

    for move in ("", "look_around", "give_space"):
        assert (acts(now, move).waited, acts(now, move).late) == (3.0, -1.0), move
    for move in ("answer", "ask_about_them"):
        assert (acts(now, move).waited, acts(now, move).late) == (-1.0, 3.0), move
    assert acts(waited(morning, 0.0)).waited == 0.0


def test_where_nothing_waits_nothing_was_answered_late(morning):
    """Nor does a message of somebody else wait for this one."""
    for now in (morning, waited(morning, 3.0, column=0)):
        assert (acts(now, "answer").waited, acts(now, "answer").late, acts(now).asked) == (-1.0, -1.0, False)


@pytest.mark.parametrize(("weight", "asked"), [(0.19, False), (0.2, True), (0.89, True), (0.9, False), (1.0, False)])
def test_a_complaint_or_an_offer_of_theirs_is_no_question(morning, weight, asked):
    """What weighs between the two is one."""
    assert acts(waited(morning, 3.0, weight)).asked is asked
