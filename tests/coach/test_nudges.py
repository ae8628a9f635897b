"""Hints that are asked for: one a day, made of what can be seen alone, told in the debrief, and of no effect."""

from dataclasses import fields, replace

import pytest

from game.bots.registry import bots
from game.coach.looking_back.lessons_told import lessons_told
from game.coach.nudges import KINDS, NOBODY, nudge_of, told_nudge
from game.errors import Refused
from game.session.entries import EndDay, TakeNudge, Undo
from game.session.entry_lines import as_line, from_line
from game.session.turns import after
from game.session.view import Nudge
from tests.plays import SHIPPED, bot_plays_a_day, session
from tests.ui.fakes.fake_game import FakeGame

VIEW = FakeGame().view(None)
SELLING = ("propose", "ask to buy", "offer", "pitch")


@pytest.fixture(
    scope="module", params=[(name, bot) for name in SHIPPED for bot in ("patient", "spammer", "poster")], ids=str
)
def views(request):
    """The views of all mornings of a game."""
    name, bot = request.param
    game = session(name, 5)
    found = []
    while not game.finished:
        found.append(game.view(None))
        bot_plays_a_day(game, bots()[bot])
    return found


def test_every_morning_has_a_hint_in_whole_words(views):
    """A question first; then something about one who is there and was given no move yet."""
    for view in views:
        told = told_nudge(view, nudge_of(view))
        assert told.question.endswith("?")
        assert told.more.endswith((".", "”"))
        if told.who:
            person = next(f for f in view.followers if f.id == told.who)
            assert person.following
            assert person.name in told.more


def test_no_hint_says_whom_to_ask_to_buy(views):
    """No question that is told has a word of selling in it."""
    for view in views:
        told = told_nudge(view, nudge_of(view))
        assert not any(word in told.question.lower() for word in SELLING)


def test_hints_are_of_several_kinds_over_the_games(views):
    """It is no single sentence day after day."""
    assert len({nudge_of(view).about for view in views}) > 1


def person(**values):
    """A view with one quiet follower who was noticed once, and what is to be seen of them."""
    mara = next(f for f in VIEW.followers if f.id == "mara")
    quiet = replace(mara, thread=(), waiting=False, shared="", news=False, planned="", following=True,
                    noticed=(replace(mara.noticed[0], icon="topic", new=False),))  # fmt: skip
    return replace(VIEW, followers=(replace(quiet, **values),))


def said(days_ago, who="them", planned=False):
    mara = next(f for f in VIEW.followers if f.thread)
    return replace(mara.thread[0], day=VIEW.day - days_ago, who=who, text="My mother bakes rye.", planned=planned)


CASES = {
    "waiting": {"waiting": True, "thread": (said(1),)},
    "news": {"news": True},
    "shared": {"shared": "plain"},
    "come_back": {"thread": (said(3),)},
    "often": {"thread": (said(9), *(said(n, "me") for n in (5, 4, 3)))},
    "unknown": {"noticed": ()},
    "nobody": {},
}


@pytest.mark.parametrize("about", CASES)
def test_each_kind_is_told_where_it_can_be_seen(about):
    """What can be seen of somebody decides which hint it is."""
    view = person(**CASES[about])
    assert nudge_of(view).about == about
    assert about == "nobody" or KINDS[about].question == told_nudge(view, nudge_of(view)).question


def test_whoever_was_given_a_move_today_is_no_hint():
    """Nobody is pointed at who is in the plan."""
    assert nudge_of(person(waiting=True, thread=(said(1),), planned="Answer")).about == "nobody"


@pytest.mark.parametrize("nudge", [Nudge("no_such_kind", "mara"), Nudge("waiting", "nobody"), Nudge("", "")])
def test_a_hint_of_another_version_is_told_as_the_last_resort(nudge):
    """A record with a hint that is not known any more can be opened."""
    assert told_nudge(VIEW, nudge) == NOBODY


def test_the_first_hint_of_a_day_holds_and_the_day_goes_on_the_same():
    """One a day; the next morning is the same to the bit, and the debrief tells the days, once each."""
    plain, asked = session("first_hello", 2), session("first_hello", 2)
    first, second = plain.playthrough.compiled.ids[:2]
    asked.do(TakeNudge("waiting", first))
    asked.do(TakeNudge("often", second))
    assert asked.view(None).nudge == Nudge("waiting", first)
    for game in (plain, asked):
        game.do(EndDay())
    assert asked.view(None).nudge is None
    states = [game.playthrough.position.state for game in (plain, asked)]
    for field in fields(states[0]):
        assert (getattr(states[0], field.name) == getattr(states[1], field.name)).all()
    asked.do(TakeNudge("often", second))
    assert [title for title, _ in lessons_told(plain.playthrough)].count("Hints") == 0
    told = dict(lessons_told(asked.playthrough))["Hints"]
    assert "days 1 and 2" in told
    assert "no part of the score" in told


def test_going_back_forgets_the_hints_of_the_days_undone():
    """A day that was not played cost no hint."""
    game = session("first_hello", 2)
    game.do(EndDay())
    game.do(TakeNudge("nobody", ""))
    game.do(Undo(1))
    assert not game.playthrough.asides.nudges


def test_a_hint_is_kept_in_the_record_and_about_nobody_else():
    """It is read as it was written, and nobody is named who is not there."""
    entry = TakeNudge("waiting", "mara")
    recorded = from_line({"kind": "nudge", "day": 2, "about": "waiting", "who": "mara"})
    assert recorded.entry == entry
    assert as_line(recorded)["kind"] == "nudge"
    with pytest.raises(Refused, match="no follower"):
        after(session("first_hello", 2).playthrough, TakeNudge("waiting", "no such one"))
