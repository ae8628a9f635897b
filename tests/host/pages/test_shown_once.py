"""What concerns somebody stands with them, once; what is open is shown as open, and what is decided as it was."""

from dataclasses import replace
from html import unescape

import pytest

from game.host.pages.events_told import rest_of_night
from game.host.pages.page_tools import rendered, slug, won_by
from game.host.pages.pictures.night_scenes import as_it_came_out, night_scenes
from game.host.pages.pictures.page_pictures import still
from game.host.pages.screen_pages import screen_page, stamp_of
from game.host.room.counting import counted
from game.host.room.questions import open_words, question_of, spotlight_of
from game.host.room.steps import Helped
from game.resources import SCENARIOS
from game.scenario import load
from game.scenario.texts.texts import GROUPS
from game.session.entries import AnswerEvent, BringEvent, EndDay, PlanMove
from game.session.seen.make_view import make_view
from game.session.story.goals import goals_apart
from game.session.turns import after
from tests.host.pages.test_offered_questions import voting
from tests.host.pages.test_told_at_all_ends import at_phone
from tests.host.rooms import day_ended, opening, played, room_of, started, taken

FIRST_ROOM = room_of(opening("together")).begun


def nights(seeds=range(1, 8), moves=("ask_about_them", "propose", "comment")):
    """Nights of a game in which everybody is turned to: the evening, the morning after."""
    for seed in seeds:
        now = room_of(opening("together", seed=seed)).begun
        while not now.finished:
            for event in now.waiting_events():
                now = after(now, AnswerEvent(event, seed % 2))
            evening = now
            for number, follower in enumerate(make_view(now).followers):
                card = make_view(evening, follower.id).moves
                move = moves[(number + now.day) % len(moves)]
                if any(each.id == move and each.enabled for each in card):
                    evening = after(evening, PlanMove(move, follower.id))
            now = after(evening, EndDay())
            yield evening, now


def test_what_an_event_sent_to_some_is_told_with_the_first_of_them_and_nowhere_else():
    """Each event of each night once: with those whom it reached, or beside the people where it reached nobody."""
    found = 0
    for evening, morning in nights():
        rest, scenes = rest_of_night(evening, morning), night_scenes(evening, morning)
        shown = [one for scene in scenes for one in scene.sent]
        for scene in scenes:
            assert all(scene.who in one.reached for one in scene.sent)
            found += len(scene.sent)
        assert len(shown) == len(set(shown))
        assert not {one.told for one in shown} & {one.told for one in rest["sent"]}
        told = [event.title for scene in scenes for event in scene.events] + [event.title for event in rest["events"]]
        assert len(told) == len(set(told))
        for scene in scenes:
            assert scene.whole or all(scene.who in event.who for event in scene.events)
        assert not any(event.who for event in rest["events"])
        for one in shown:
            assert {*one.reached} <= {scene.who for scene in scenes}
    assert found


def test_no_answer_stands_behind_something_of_their_own():
    """What is said to a message comes first, on every night."""
    several = 0
    for evening, morning in nights():
        own = {(item.follower, item.text) for item in morning.story.night.items if not item.to}
        for scene in night_scenes(evening, morning):
            order = [(scene.who, text) in own for _, text, _ in scene.answers]
            several += len(set(order)) > 1
            assert order == sorted(order)
    assert several


def test_a_no_without_a_word_is_said_once():
    """In the picture or beside it, and what can be done about it beside that."""
    silent = 0
    for evening, morning in nights():
        for before in night_scenes(evening, morning):
            scene = as_it_came_out(before, make_view(morning))
            if not any(signal == "no_answer" for signal, _, _ in before.answers) or scene.date is None:
                continue
            silent += 1
            told = [scene.date.then, *(text for _, text, _ in scene.answers), scene.silent_no, scene.without_answer]
            notes = [signal for signal, _, _ in scene.answers].count("no_answer")
            assert notes + scene.no_told == 1, told
            assert "a no" not in scene.silent_no
            assert not scene.without_answer
    assert silent


@pytest.mark.parametrize("answer", [0, 1])
def test_a_change_of_hours_is_told_once(answer):
    """Of every event that any scenario may bring."""
    now = after(after(FIRST_ROOM, BringEvent("the_brochure", 2)), EndDay())
    evening = after(now, AnswerEvent("the_brochure", answer))
    morning = after(evening, EndDay())
    rest = rest_of_night(evening, morning)
    of_people = [event for scene in night_scenes(evening, morning) for event in scene.events]
    told = " ".join(" ".join((event.reply, *event.lasting)) for event in (*rest["events"], *of_people))

    assert told.count("From now on a day has") <= 1


@pytest.mark.parametrize(
    ("votes", "said"), [("aab", "Most chose"), ("aabc", "Most votes"), ("ab", "A tie"), ("", "Nobody")]
)
def test_most_chose_only_what_more_than_half_chose(votes, said):
    """Half or less is said to be the most votes."""
    question = question_of(FIRST_ROOM, spotlight_of(FIRST_ROOM)[0], 1, 1, 3)
    count = counted(question, {f"g{n}": vote for n, vote in enumerate(votes)}, {}, 1, by_table=False)

    assert won_by(count).startswith(said)


def test_no_goal_is_part_of_another():
    """Whoever loses nobody on the way to a customer has lost nobody: the projector does not ask for it twice."""
    goals = load(SCENARIOS / "first_hello.yaml").scenario.goals
    told = [goal.title for goal in goals_apart(goals)]

    assert told == ["Get to know five people", "Win a first customer, and lose no follower"]
    assert goals_apart({"one": goals["nobody_left"]}) == (goals["nobody_left"],)
    earlier = {**goals, "nobody_left": goals["nobody_left"].model_copy(update={"by_day": 3})}
    assert len(goals_apart(earlier)) == len(goals)


def test_a_question_that_was_answered_is_not_open_any_more():
    """Whatever they wrote last is shown until it has an answer; a message of yours that is only planned is none."""
    answered = 0
    for evening, _ in nights(moves=("answer", "ask_about_them")):
        for follower in make_view(evening).followers:
            own = [item for item in follower.thread if item.who in {"me", "them"} and not item.planned]
            last = next((item for item in reversed(own) if item.who == "them"), None)
            if last is None:
                assert open_words(follower) == ""
            elif own[-1] is not last and not follower.waiting:
                answered += 1
                assert open_words(follower) == ""
            else:
                assert open_words(follower) == last.text
    assert answered


def test_an_answer_of_the_host_is_shown_on_the_day_on_which_it_came():
    """Given on the first day it does not head the page of the second."""
    room = played(started(1), taken(Helped("g1", "Look around first.")))
    assert "Look around first." in at_phone(room)
    later = replace(day_ended(room, "g1"), released=2)
    assert "Look around first." not in at_phone(later)


def test_when_all_are_through_the_screen_says_so_and_what_comes_next():
    """It is made anew as soon as the last one has ended the day."""
    room = day_ended(started(2), "g1")
    before = stamp_of(room)
    name, values = screen_page(room, "http://here", None)
    assert "Day 1 is open" in rendered(name, **values, minutes_played=1)
    room = day_ended(room, "g2")
    name, values = screen_page(room, "http://here", None)
    page = unescape(rendered(name, **values, minutes_played=1))

    assert stamp_of(room) != before
    assert "Everybody is through day 1" in page
    assert "Day 2 comes next" in page
    assert "Look who wrote" not in page


def test_a_vote_names_the_groups_of_moves_as_the_phone_does():
    """By the titles of the game, wherever a move is offered."""
    names, seen = {title.split(" &")[0] for title in GROUPS.values()}, set()
    for day in range(1, 6):
        now = voting(7, day).shared
        for about in spotlight_of(now):
            options = question_of(now, about, 1, 1, 3).options
            seen |= {option.cost.split(" · ")[0] for option in options if isinstance(option.choice, PlanMove)}
    assert seen <= names
    assert {"Offer", "Talk"} <= seen


def test_the_picture_of_an_event_holds_nobody():
    """A still life of what the title names, or of two cups, in both themes."""
    every = {
        event.title
        for name in ("first_hello", "slow_roast")
        for event in load(SCENARIOS / f"{name}.yaml").scenario.timeline.values()
    }
    for title in every:
        for dark in (False, True):
            drawn = still(slug(title), dark)
            assert drawn.startswith("<svg")
    assert still("a_call_from_mr_grieve", False) != still("a_call_from_mr_grieve", True)
