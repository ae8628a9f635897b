"""What stands on the desk of a day: followers in order, cards with what they cost, contents, the plan, the feed."""

from dataclasses import replace

import numpy as np
import pytest

from game.engine.fresh_for_days import NEWS_DAYS, SHARE_DAYS
from game.model.state import NEVER
from game.scenario import load
from game.session.entries import AnswerEvent, EndDay, Note, PlanMove
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.seen.make_view import make_view
from game.session.turns import after
from game.session.view import Guess, Notice, ThreadItem
from tests.plays import example

MORE = """\
  poster: {title: A poster, format: video, about: [late_bread, rye], hours: 1.25, text: Big.}
  later: {title: The cake, format: photo, about: [rye], hours: 0.25, text: Sweet., when: {day: {from: 4}}}
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The first morning of the bakery with three contents, the last of them locked until day 4."""
    path = example(tmp_path_factory.mktemp("bakery"))
    text = path.read_text(encoding="utf-8").replace("timeline:\n", MORE + "timeline:\n")
    path.write_text(text.replace("rye: 90", "rye: 90, late_bread: 50"), encoding="utf-8")
    loaded = load(path)
    assert loaded.ok, loaded.problems
    return begun(compiled_of(loaded), 4)


def with_ledger(now, who="ada", **figures):
    """The same morning with something of one follower that both sides know."""
    changed = {name: getattr(now.position.ledger, name).copy() for name in figures}
    for name, value in figures.items():
        changed[name][0, now.compiled.ids.index(who)] = value
    return replace(now, position=replace(now.position, ledger=replace(now.position.ledger, **changed)))


def with_story(now, **parts):
    """The same morning with other memories: part={who: value}."""
    return replace(now, story=replace(now.story, **{n: {**getattr(now.story, n), **by} for n, by in parts.items()}))


def follower(now, who="ada"):
    return next(f for f in make_view(now).followers if f.id == who)


def card(now, move, who="ada"):
    view = make_view(now, who)
    return next(m for m in (*view.moves, *view.posts) if m.id == move)


@pytest.mark.parametrize(
    ("figures", "shared"),
    [
        ({"shared_age": SHARE_DAYS, "compliment": 1.0}, "compliment"),
        ({"shared_age": SHARE_DAYS, "compliment": 0.0}, "plain"),
        ({"shared_age": SHARE_DAYS + 1, "compliment": 1.0}, ""),
    ],
)
def test_a_share_is_shown_for_as_long_as_it_can_be_passed_on(first, figures, shared):
    """A share stands at the follower only while a move can still answer it."""
    assert follower(with_ledger(first, **figures)).shared == shared


@pytest.mark.parametrize(
    ("name", "figures", "shown"),
    [
        ("news", {"news_age": NEWS_DAYS}, True), ("news", {"news_age": NEWS_DAYS + 1}, False),
        ("waiting", {"waiting": 0.0}, True), ("waiting", {"waiting": NEVER}, False),
        ("customer", {"bought": 1.0}, True), ("customer", {"bought": 0.0}, False),
        ("following", {"present": 1.0}, True), ("following", {"present": 0.0}, False),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name(first, name, figures, shown):
    """Good news while they can be congratulated on, a message while it waits, a customer once they have bought."""
    assert getattr(follower(with_ledger(first, **figures)), name) is shown


@pytest.mark.parametrize(("signal", "left"), [("unfollows", "unfollowed"), ("blocks", "blocked"), ("like", "")])
def test_how_somebody_went_is_shown_once_they_are_gone(first, signal, left):
    """By what they did last; of whoever has come back it is told no more."""
    told = with_story(first, threads={"ada": (ThreadItem(1, "note", signal, "x"), ThreadItem(2, "me", "help", "y"))})

    assert follower(with_ledger(told, present=0.0)).left == left
    assert follower(told).left == ""


@pytest.mark.parametrize(
    ("items", "preview", "last_day"),
    [
        ((), None, 0),
        ((ThreadItem(2, "them", "question", "Who?"), ThreadItem(3, "me", "answer", "Me.")), "You: Me.", 3),
        ((ThreadItem(3, "me", "answer", "Me."), ThreadItem(4, "them", "thanks", "Good.")), "Good.", 4),
    ],
)
def test_the_list_shows_the_end_of_each_thread(first, items, preview, last_day):
    """What you wrote is marked as yours; of whoever has said nothing the bio stands there."""
    shown = follower(with_story(first, threads={"ada": items}))

    assert shown.preview == (preview or first.people["ada"].bio)
    assert shown.last_day == last_day


def test_those_who_follow_come_first_then_unread_then_recent(first):
    """Who has left stands at the end, whatever they wrote."""
    item = {who: (ThreadItem(day, "them", "like", "x"),) for who, day in (("ben", 1), ("crowd_1", 3), ("crowd_2", 2))}
    told = with_story(first, threads=item, unread={"crowd_2": 1, "ben": 2, "ada": 9})
    order = [f.id for f in make_view(with_ledger(told, present=0.0)).followers]

    assert order == ["ben", "crowd_2", "crowd_1", "crowd_3", "ada"]


def test_whoever_has_not_come_yet_is_not_shown(first):
    """On the day of their arrival they are."""
    people = replace(first.position.people, arrives=np.array([[3.0, 1, 1, 1, 1]]))
    early = with_ledger(replace(first, position=replace(first.position, people=people)), present=0.0)

    assert "ada" not in [f.id for f in make_view(early).followers]
    assert follower(replace(early, position=replace(early.position, day=3))).since_day == 3
    assert follower(early, "ben").since_day == 1


def test_a_clue_is_new_on_the_day_after_it_was_seen(first):
    """And on the day itself; later it is known."""
    seen = {str(day): (day, Notice("topic", str(day), "")) for day in (1, 2, 3)}
    told = with_story(first, known={"ada": replace(first.story.known["ada"], notices=seen)})
    shown = follower(replace(told, position=replace(told.position, day=3)))

    assert [n.new for n in shown.noticed] == [False, True, True]


def test_topics_are_shown_in_words_and_a_guess_as_it_was_noted(first):
    """A topic has no underscore on the screen; a guess keeps motive and sureness, and belongs to one follower alone."""
    known = replace(first.story.known["ada"], topics=("late_bread",))
    shown = follower(after(with_story(first, known={"ada": known}), Note("ada", "fan", 75)))

    assert shown.topics == ("late bread",)
    assert shown.guess == Guess("fan", 75)
    assert follower(first, "ben").guess is None


def test_a_planned_move_stands_at_the_end_of_the_thread(first):
    """With its words and what goes along, marked as not yet sent; of a second person in an introduction as well."""
    planned = after(after(first, PlanMove("share_resource", "ada", "loaf")), PlanMove("like", "ben"))
    item, like = follower(planned).thread[-1], follower(planned, "ben").thread[-1]
    both = after(first, PlanMove("introduce", "ada", other="ben"))

    assert (item.who, item.planned, item.title, item.format, item.day) == ("me", True, "The first loaf", "photo", 1)
    assert item.text == make_view(planned).plan[0].text
    assert (like.who, like.planned) == ("note", True)
    assert follower(planned).planned == card(first, "share_resource").title
    assert (follower(both).planned, follower(both, "ben").planned) == (card(first, "introduce").title,) * 2
    assert follower(both, "crowd_1").planned == ""


def test_a_card_says_what_a_move_takes_least_and_most(first):
    """Of what can be shared today; what is made for another move of today costs its making no more."""
    alone = card(first, "share_resource").hours
    planned = after(first, PlanMove("share_resource", "ben", "loaf"))

    assert card(first, "share_resource").hours_with == pytest.approx((alone + 0.5, alone + 1.25))
    assert card(planned, "share_resource").hours_with == pytest.approx((alone, alone + 1.25))
    assert card(planned, "share_resource", "ben").hours_with == pytest.approx((alone + 0.5, alone + 1.25))
    assert card(first, "help").hours_with is None


def test_a_card_that_does_not_fit_the_day_says_so(first):
    """By the least that it takes; what it would take the place of gives its hours back."""
    hours = card(first, "help").hours
    full = replace(first, position=replace(first.position, hours=np.array([hours])))
    planned = after(full, PlanMove("help", "ada"))

    assert card(full, "help").enabled
    assert card(planned, "help").enabled
    assert card(planned, "comment", "ben").why_not.endswith("nothing is left today. Take back a move, or wait.")
    assert not card(planned, "comment", "ben").enabled


def test_moves_to_everybody_take_each_others_place(first):
    """A second post is weighed against the first, not against moves to one follower."""
    hours = np.array([card(first, "post_story").takes[0]])
    planned = after(
        replace(first, position=replace(first.position, hours=hours)), PlanMove("post_story", content="loaf")
    )

    assert card(planned, "post_story").enabled
    assert not card(planned, "comment").enabled


def test_contents_are_shown_with_what_they_still_cost(first):
    """The locked ones too; once made, or being made today, they cost nothing more."""
    planned = after(first, PlanMove("share_resource", "ben", "loaf"))
    loaf, poster, later = make_view(planned).contents

    assert (loaf.hours, poster.hours, later.hours) == (0.0, 1.25, 0.25)
    assert [c.locked for c in (loaf, poster, later)] == [False, False, True]
    assert poster.topics == ("late bread", "rye")
    assert make_view(first).contents[0].hours == 0.5
    used = after(planned, EndDay())
    assert make_view(used).contents[0].hours == 0.0
    assert make_view(used).contents[0].used_on == ("ben",)


def test_the_plan_is_told_with_names_titles_and_hours(first):
    """A content that two moves share is paid for by the first."""
    now = first
    items = (
        PlanMove("share_resource", "ada", "loaf"), PlanMove("share_resource", "ben", "loaf"),
        PlanMove("introduce", "crowd_1", other="crowd_2"), PlanMove("post_story", content="loaf"),
    )  # fmt: skip
    for item in items:
        now = after(now, item)
    plan = make_view(now).plan
    names = [first.people[who].name for who in ("crowd_1", "crowd_2")]

    assert [line.name for line in plan] == ["Ada Quist", "Ben Tal", " and ".join(names), "Everybody"]
    assert [line.content for line in plan] == ["The first loaf", "The first loaf", "", "The first loaf"]
    assert plan[0].hours - plan[1].hours == pytest.approx(0.5)
    assert sum(line.hours for line in plan) == pytest.approx(3.0 - make_view(now).hours_left)
    assert len({line.id for line in plan}) == 4


def test_an_event_offers_its_answers_until_it_is_answered(first):
    """Then its reply stands there; on other mornings it does not."""
    second = after(first, EndDay())
    (asked,), (told,) = make_view(second).events, make_view(after(second, AnswerEvent("landlord", 1))).events

    assert [(c.index, c.label) for c in asked.choices] == [(0, "Send everybody the menu"), (1, "Ask for a week")]
    assert (asked.reply, told.choices, told.reply) == ("", (), "He grumbles.")
    assert make_view(first).events == ()


@pytest.mark.parametrize(("day", "weekday"), [(1, "Monday"), (6, "Saturday"), (7, "Saturday")])
def test_days_have_their_names(first, day, weekday):
    """When all is over the last day is shown."""
    view = make_view(replace(first, position=replace(first.position, day=day)))

    assert view.weekday == weekday
    assert view.day == min(day, 6)


def test_the_last_post_is_on_top(first):
    """Posts are listed newest first."""
    now = after(after(first, PlanMove("post_story", content="loaf")), EndDay())
    now = after(after(now, AnswerEvent("landlord", 1)), PlanMove("post_story", content="poster"))

    assert [post.title for post in make_view(after(now, EndDay())).feed] == ["A poster", "The first loaf"]


def test_motives_are_those_that_can_be_guessed(first):
    """All of the scenario, each with its title and a sentence."""
    motives = make_view(first).motives

    assert [m.id for m in motives] == list(first.compiled.rules.motives.ids)
    assert all(m.title and m.text for m in motives)
