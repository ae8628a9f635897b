"""What would have been: the real mistake comes first, and each option is told by what it would have changed."""

from html import unescape

import pytest

from game.host.debriefing.decisions_told import SAME
from game.host.debriefing.room_debrief import room_debrief
from game.host.pages.debrief_parts import telling_decisions
from game.host.pages.page_tools import rendered
from game.host.pages.screen_pages import brought_brief, screen_page
from game.host.room.steps import Brought, Released, ShowedPart, Switched, Turned, Went
from tests.host.debriefing.test_what_happened import screen_of, whole_game
from tests.host.pages.test_offered_questions import day_voted, voting
from tests.host.pages.test_told_as_it_is import all_ended
from tests.host.rooms import played, started, taken


def test_the_vote_that_cost_most_is_shown_first_and_options_are_told_apart():
    """Seed 8: proposing on day 4 was the mistake; the need of that night, which came anyway, is no answer to it."""
    room = voting(8, 5)
    told = room_debrief(room)
    first, *rest = telling_decisions(told)

    assert first.chosen == "Propose"
    assert first.best == max(d.best for d in told.decisions if not d.looked) > (0, 0.0)
    assert [d.day for d in rest] == sorted(d.day for d in rest)
    for decision in told.decisions:
        assert all(other.answer != decision.answer for other in decision.others)
    nights = {item.text for night in room.shared.story.nights for item in night.items}
    answered = {decision.answer for decision in told.decisions if decision.who}
    assert answered - {"No answer."} <= nights
    assert answered & nights
    assert {other.answer for decision in told.decisions for other in decision.others} - {SAME, "No answer."}


def test_looking_around_is_said_to_have_a_worth_of_its_own():
    """By points of trust a look never gains; the page says what they leave out, and no look is called the mistake."""
    room = voting(1, 3)
    told = room_debrief(room)
    room = played(room, taken(Went("debrief", room.scene)), taken(Turned(3)))
    name, values = screen_page(room, "http://here", told)

    assert all(d.looked for d in told.decisions)
    assert "What is learnt by looking around is not in these points." in rendered(name, **values, minutes_played=1)


@pytest.mark.parametrize("brought", [False, True], ids=["on its own day", "brought by the host"])
def test_every_option_that_lost_is_told_whatever_the_vote_was_about(brought):
    """People, an event on its own day, and one that the host brought: each losing option stands on the screen."""
    room = voting(1, 1)
    if brought:
        room = played(room, taken(Brought("the_brochure")))
    while room.shared.position.day < 6:
        room = day_voted(room, ("Look around",))
        room = played(room, taken(Went("vote", room.scene)))
    room = played(room, taken(Went("debrief", room.scene)), taken(Turned(3)))
    told, texts = room_debrief(room), ""
    for part in range(9):
        name, values = screen_page(played(room, taken(ShowedPart(part))), "http://here", told)
        texts += unescape(rendered(name, **values, minutes_played=1))
    ended = [count for count in room.counts if count.question.day < room.shared.position.day]

    assert any(count.question.event for count in ended)
    for count in ended:
        for option in count.question.options:
            assert option.title in texts, (count.question.title, option.title)
    event = [decision for decision in told.decisions if not decision.who]
    assert ("“A call from Mr Grieve”" in {decision.name for decision in event}) != brought
    assert all("Trust that night: " in other.answer for decision in event for other in decision.others)


@pytest.mark.parametrize("seed", [1, 3, 7])
def test_a_sale_and_a_loss_are_told_as_such_and_come_before_points(seed):
    """Of every vote: who bought or was lost by another option says so, in its colour; what none advises is last."""
    told = room_debrief(voting(seed, 7))
    changed = [other for decision in told.decisions for other in decision.others if decision.who and other.people]

    for other in changed:
        assert other.ended in {"A sale", "A sale by luck", "No sale", "Lost", "Not lost"}
        good = "" if other.unadvised else "good"
        assert other.tone == (good if other.people > 0 else "bad")
        assert other.told.startswith(other.ended)
    for decision in told.decisions:
        kinds = [(other.unadvised, -other.people) for other in decision.others]
        assert kinds == sorted(kinds)
    telling = telling_decisions(told)
    most = max((d.best[0] for d in told.decisions if not d.looked), default=0)
    assert most <= 0 or telling[0].best[0] == most


def test_some_other_option_would_have_sold_or_lost_somebody():
    """Seed 11: Walter, asked every day, is lost on day 6; left alone that day, he is not."""
    told = whole_game("at once", 11)[1]
    lost = next(d for d in told.decisions if d.ended == "Lost" and d.who == "walter")

    assert {other.ended for other in lost.others} == {"Not lost"}
    assert telling_decisions(told)[0].best[0] > 0


@pytest.mark.parametrize("seed", [1, 3, 5, 8])
def test_an_end_is_told_on_its_own_night_and_not_laid_to_a_choice_that_made_no_difference(seed):
    """Nobody is lost or sold to twice, and where any option ends the same, the words say so."""
    told = whole_game("at once", seed)[1]
    ends = [d for d in told.decisions if d.ended]

    assert ends
    assert len({d.who for d in ends}) == len(ends)
    for decision in ends:
        different = any(other.ended for other in decision.others)
        assert decision.ended.endswith(", whatever was chosen") != different


@pytest.mark.parametrize("how", ["at once", "never"])
def test_what_cost_and_what_helped_most_are_named(how):
    """One line each, of the real decisions, on the step of the short form that has the lesson."""
    told = whole_game(how)[1]
    cost, best = told.weighed
    worst = max((d for d in told.decisions if not d.looked), key=lambda d: d.best)

    assert f"day {worst.day}, {worst.name}, “{worst.chosen}”" in cost
    assert best.startswith("What helped you most: day ")
    assert cost in screen_of(how)


@pytest.mark.parametrize("seed", [1, 7])
def test_an_event_that_the_host_brought_is_weighed_with_the_rest(seed):
    """Sent to everybody, the brochure is what cost most in a week of looking around; the short form says so."""
    room = played(voting(seed, 1), taken(Brought("the_brochure")))
    sent = room.begun.compiled.scenario.timeline["the_brochure"].choices[0].label
    while room.shared.position.day < 4:
        room = day_voted(room, ("Look around", sent))
        room = played(room, taken(Went("vote", room.scene)))
    room = played(room, taken(Went("debrief", room.scene)), taken(Switched("short", True)), taken(Turned(2)))
    told = room_debrief(room)
    name, values = screen_page(room, "http://here", told)
    text = unescape(rendered(name, **values, minutes_played=1))
    (brought,) = told.brought

    assert f"“{brought.title}”" in told.weighed[0]
    assert told.weighed[0] in text
    assert brought.brief([f.first for f in told.followers]) in text
    assert all(decision.name != f"“{brought.title}”" for decision in told.decisions)


def test_in_the_full_form_an_event_is_told_at_length_instead():
    """The step on what would have been has it; the step of the lesson does not say it twice."""
    room = played(started(2), taken(Brought("the_brochure")))
    for _ in range(2):
        room = all_ended(room)
        room = played(room, taken(Released(room.day + 1)))
    told = room_debrief(room)
    room = played(room, taken(Went("debrief", room.scene)))
    assert brought_brief(played(room, taken(Switched("short", True))), told)
    assert brought_brief(played(room, taken(Switched("short", False))), told) == ()
