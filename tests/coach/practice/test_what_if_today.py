"""What two choices may bring, before either is made: by what can be known, and by nothing else."""

from contextlib import suppress

import pytest

from game.coach.looking_back.make_debrief import debrief
from game.coach.practice.what_if_today import known_morning, what_if_today
from game.errors import Refused
from game.session.compared_days import compared_days
from game.session.entries import AnswerEvent, AskWhatIf, EndDay, PlanMove, Undo
from game.session.playthrough import begun
from game.session.session import Session
from tests.coach.hindsight.test_belief import with_other_people
from tests.plays import SHIPPED, compiled, played, session

PARTICLES, PAIRS = 120, (4, 8)


def asked_of(now):
    """A word or none to the first person to whom one can be said today."""
    for who in now.compiled.ids:
        asked = AskWhatIf(who, "", "ask_about_them")
        with suppress(Refused):
            compared_days(now.position, now.plan, asked, now.people)
            return asked
    raise AssertionError("expected somebody to whom something can be said")


def answers(now, asked):
    return what_if_today(now, asked, known_morning(now, PARTICLES, PAIRS[-1]), PAIRS)


@pytest.mark.parametrize("days", [0, 5])
@pytest.mark.parametrize("name", SHIPPED)
def test_an_answer_uses_nothing_hidden(name, days):
    """Two runs that look the same and hide another truth get the same answer to the bit, on the first morning too."""
    run = played(name, "patient", seed=8, days=days)
    for event in run.playthrough.waiting_events():
        run.do(AnswerEvent(event, 0))
    now = run.playthrough
    asked = asked_of(now)
    one, other = ([*answers(world, asked)] for world in (now, with_other_people(now)))
    assert [found.pairs for found in one] == list(PAIRS)
    assert one == other
    assert one[-1].effect != 0.0


def test_the_chance_of_a_yes_uses_nothing_hidden_either():
    """A question is told with its chance, which is the same whatever is true of the person."""
    run = played("slow_roast", "patient", seed=8, days=5)
    for event in run.playthrough.waiting_events():
        run.do(AnswerEvent(event, 0))
    now = run.playthrough
    for who in now.compiled.ids:
        asked = AskWhatIf(who, "", "propose")
        with suppress(Refused):
            compared_days(now.position, now.plan, asked, now.people)
            break
    one, other = ([*answers(world, asked)] for world in (now, with_other_people(now)))
    assert one == other
    assert f"A yes to “{one[-1].second}” has a chance of " in one[-1].sentence


def practising():
    """A practice run of The Slow Roast."""
    return Session(begun(compiled("slow_roast"), 3, practice=True))


def test_what_is_asked_changes_nothing_but_the_debrief():
    """The next morning is the same with and without it; the debrief tells both choices, and the score knows nothing."""
    asked, quiet = practising(), practising()
    name = asked.playthrough.people[asked.playthrough.compiled.ids[0]].first
    asked.do(AskWhatIf(asked.playthrough.compiled.ids[0], "", "ask_about_them"))
    for run in (asked, quiet):
        while not run.finished:
            for event in run.playthrough.waiting_events():
                run.do(AnswerEvent(event, 0))
            run.do(EndDay())
    told, other = (debrief(run.playthrough) for run in (asked, quiet))
    assert told.score == other.score
    words = dict(told.lessons)["Practice"]
    assert f"on day 1 for {name} “No move” or “Ask about them”" in words
    assert "costs nothing" in words
    assert "never asked" in dict(other.lessons)["Practice"]


def test_an_ordinary_run_cannot_be_asked():
    """Without practice mode it is refused, nothing is written down, and the debrief does not speak of practice."""
    run = session("slow_roast", 3)
    with pytest.raises(Refused, match="without practice mode"):
        run.do(AskWhatIf(run.playthrough.compiled.ids[0], "", "ask_about_them"))
    assert not run.playthrough.asides.what_ifs


def test_a_run_gone_back_into_is_still_for_practice():
    """Going back to the first morning keeps practice mode, and forgets what was asked since, as it does with hints."""
    run = practising()
    run.do(AskWhatIf(run.playthrough.compiled.ids[0], "", "ask_about_them"))
    run.do(Undo(1))
    assert run.playthrough.practice
    assert not run.playthrough.asides.what_ifs


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (AskWhatIf("nobody_here", "", "propose"), "no follower"),
        (AskWhatIf("", "", "propose"), "no follower"),
        ("same", "the same"),
        ("post_story", "between you and one person"),
        ("no_such_move", "There is no move"),
    ],
)
def test_what_cannot_be_weighed_is_refused(entry, words):
    """A person who is not there, one choice twice, a post to all and an unknown move are refused in a sentence."""
    run = practising()
    who = run.playthrough.compiled.ids[0]
    if isinstance(entry, str):
        entry = AskWhatIf(who, "", "" if entry == "same" else entry)
    with pytest.raises(Refused, match=words):
        run.do(entry)


def test_what_is_planned_for_others_stays():
    """A move that is planned for somebody else takes part in both days, so it can change the answer."""
    run = practising()
    asked = AskWhatIf(run.playthrough.compiled.ids[0], "", "ask_about_them")
    before = [*answers(run.playthrough, asked)]
    run.do(PlanMove("ask_about_them", run.playthrough.compiled.ids[1]))
    assert [*answers(run.playthrough, asked)] != before
