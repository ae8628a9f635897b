"""The debrief tells the truth, and its figures add up."""

from itertools import pairwise

import pytest

from game.coach.explained import reasons
from game.coach.judgement import judge
from game.coach.make_debrief import debrief
from game.session.entries import Note
from tests.plays import SHIPPED, played, session


@pytest.fixture(scope="module", params=[(n, b) for n in SHIPPED for b in ("patient", "pushy", "random")], ids=str)
def run(request):
    return played(*request.param, seed=6)


@pytest.fixture(scope="module")
def told(run):
    return debrief(run.playthrough)


def test_reasons_sum_to_the_change_of_every_day(run, told):
    """For every follower and day the amounts sum to the step of the drawn curve, events included, to 1e-7 points."""
    for follower in told.followers:
        for day, (before, after) in enumerate(pairwise(follower.trust), 1):
            total = sum(r.amount for r in reasons(run.playthrough, follower.id, day))
            assert total == pytest.approx(after - before, abs=1e-7), (follower.id, day)


def test_reasons_are_sentences_without_gaps(run, told):
    """No placeholder is left open in any explanation of any day."""
    for follower in told.followers[:6]:
        for day in range(1, told.days + 1):
            for reason in reasons(run.playthrough, follower.id, day):
                assert reason.words
                assert "{" not in reason.words


def test_everybody_is_revealed(run, told):
    """Each follower who came has a motive, wants and a happy end, and a curve from the first morning on."""
    for follower in told.followers:
        assert follower.motive_title
        assert follower.why_followed
        assert follower.wants
        assert follower.end
        assert len(follower.trust) == told.days + 1
        assert all(0 <= t <= 100 for t in follower.trust)


def test_every_ask_is_listed_with_its_truth(run, told):
    """The list of asks has exactly the asks that were made; ready means a likelihood of one half or more."""
    made = [
        (d.morning.day, i.who)
        for d in run.playthrough.history
        for i in d.items
        if i.who and run.playthrough.compiled.rules.moves.row(i.move).ask >= 0.25
    ]

    assert [(a.day, a.follower) for a in told.asks] == made
    assert all(a.ready == (a.likelihood >= 0.5) for a in told.asks)


def test_a_happy_end_that_came_is_told_as_such(run, told):
    """`came` is true exactly for followers who are still there and whose happy end was reached."""
    state, ledger = run.playthrough.position.state, run.playthrough.position.ledger
    for follower in told.followers:
        column = run.playthrough.compiled.ids.index(follower.id)
        assert follower.came == bool(state.happy[0, column] and ledger.present[0, column])


def test_marks_stand_on_the_days_of_the_moves(run, told):
    """Every mark of the chart is a move that was made to that follower on that day."""
    moves = {(d.morning.day, w, i.move) for d in run.playthrough.history for i in d.items for w in (i.who, i.other)}
    for follower in told.followers:
        assert all((m.day, follower.id, m.move) in moves for m in follower.marks)


def test_a_debrief_in_the_middle_of_a_run_works():
    """After a few days it tells of those days."""
    assert debrief(played("slow_roast", "patient", days=3).playthrough).days == 3


def test_never_asking_judges_no_better_than_always_asking():
    """Both have no discrimination; they differ in the criterion only."""
    ready = [True] * 5 + [False] * 20
    never, always = judge(ready, [False] * 25), judge(ready, [True] * 25)
    knowing = judge(ready, ready)

    assert abs(never.discrimination) < 0.8
    assert abs(always.discrimination) < 0.8
    assert knowing.discrimination > 2.5
    assert never.criterion > 1 > -1 > always.criterion


def test_the_notebook_is_scored_by_truth():
    """Right and sure guesses read better than wrong ones, and no notes at all read nothing."""
    game = played("slow_roast", "sleeper", seed=6, days=1)
    assert debrief(game.playthrough).reading == 0.0

    people = game.playthrough.people
    for who, person in people.items():
        game.do(Note(who, person.motive, 100))
    right = debrief(game.playthrough).reading
    for who, person in people.items():
        game.do(Note(who, "seller" if person.motive != "seller" else "fan", 100))

    assert right == pytest.approx(100.0)
    assert debrief(game.playthrough).reading < 10.0


def test_a_ready_buyer_who_was_never_asked_is_missed():
    """The debrief names who was ready and was not asked."""
    for seed in range(10):
        told = debrief(played("slow_roast", "never_asks", seed=seed).playthrough)
        if told.missed:
            assert any(f.name.split()[0] in told.missed[0] for f in told.followers if f.ready_from)
            return
    pytest.fail("in ten seeds nobody was ever ready, although courted")


def test_asking_for_a_day_that_was_not_played_is_an_error():
    """The message says which days there are."""
    with pytest.raises(ValueError, match="expected a day from 1 to 2, got 5"):
        reasons(
            played("first_hello", "sleeper", days=2).playthrough, session("first_hello").playthrough.compiled.ids[0], 5
        )
