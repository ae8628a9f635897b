"""The debrief tells the truth, and its figures add up."""

from itertools import pairwise

import numpy as np
import pytest

from game.coach.judgement import FEWEST_ASKS, judge
from game.coach.knowing_when import chances, judged, readiness_by_day, ready_by_day
from game.coach.looking_back.explained import reasons
from game.coach.looking_back.make_debrief import debrief
from game.model.moves import SALE_FROM
from game.resources import SCENARIOS
from game.scenario import load_text
from game.scenario.compiling.compile import compile_scenario
from game.session.entries import AnswerEvent, EndDay, Note, PlanMove
from game.session.playthrough import begun
from game.session.session import Session
from tests.golden.debrief_text import debrief_told
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
    """The asks are exactly those that were made; ready is likely, and one half is enough for what is no sale."""
    made = [
        (d.morning.day, i.who)
        for d in run.playthrough.history
        for i in d.items
        if i.who and run.playthrough.compiled.rules.moves.row(i.move).ask >= 0.25
    ]

    assert [(a.day, a.follower) for a in told.asks] == made
    assert all(a.in_time == (a.likelihood >= 0.5) for a in told.asks if not a.for_sale)
    assert all(a.likelihood >= 0.5 for a in told.asks if a.ready)


def test_a_happy_end_that_came_is_told_as_such(run, told):
    """`came` is true exactly for followers who are still there and whose happy end was reached."""
    state, ledger = run.playthrough.position.state, run.playthrough.position.ledger
    for follower in told.followers:
        column = run.playthrough.compiled.ids.index(follower.id)
        assert follower.came == bool(state.happy[0, column] and ledger.present[0, column])


def test_marks_stand_on_the_days_of_the_moves(run, told):
    """The marks of somebody are the moves that were made to them, and those to everybody while they were there."""
    for number, follower in enumerate(told.followers):
        column = run.playthrough.compiled.ids.index(follower.id)
        made = [
            (d.morning.day, i.move)
            for d in run.playthrough.history
            for i in d.items
            if d.morning.ledger.present[0, column] > 0.5 and follower.id in {i.who or follower.id, i.other}
        ]
        assert sorted((m.day, m.move) for m in follower.marks) == sorted(made), number


def test_on_a_day_of_a_message_to_everyone_nobody_is_told_that_no_move_was_made():
    """A blast is a move, to each of those who got it."""
    told = debrief(played("first_hello", "spammer", days=5).playthrough)
    blasts = [(f.id, m.day, m.quality) for f in told.followers for m in f.marks if m.move == "blast_dm"]
    assert len({who for who, *_ in blasts}) > 5
    assert any(quality == "bad" for *_, quality in blasts)


def test_a_debrief_in_the_middle_of_a_run_works():
    """After a few days it tells of those days."""
    assert debrief(played("slow_roast", "patient", days=3).playthrough).days == 3


@pytest.mark.parametrize(("ready", "unready"), [(5, 20), (1, 300), (40, 3), (7, 7)])
def test_never_asking_and_always_asking_are_no_judgement_however_unequal_the_counts(ready, unready):
    """Both have no discrimination; they differ in the criterion only. One wrong question is worse than none."""
    truth = [True] * ready + [False] * unready
    never, always = judge(truth, [False] * len(truth)), judge(truth, [True] * len(truth))

    assert never.discrimination == pytest.approx(0.0, abs=1e-9)
    assert always.discrimination == pytest.approx(0.0, abs=1e-9)
    assert never.criterion > 0 > always.criterion
    assert judge(truth, [False] * (len(truth) - 1) + [True]).discrimination < 0.0
    assert judge(truth, truth).discrimination > 1.5


def test_dice_tell_nobody_apart():
    """Whoever asks by dice, whatever the day, has a d' of about 0 on average, though few days are ready ones."""
    truth = ([False] * 17 + [True] * 3) * 8
    rng = np.random.default_rng(7)
    found = [judge(truth, list(rng.random(len(truth)) < 0.2)).discrimination for _ in range(300)]

    assert abs(float(np.mean(found))) < 0.1


def test_figures_stand_only_where_enough_was_asked(run, told):
    """Fewer than six questions, none right or none wrong, are told in words alone, here and in the text."""
    made = sum(
        i.who != "" and run.playthrough.compiled.rules.moves.row(i.move).ask >= SALE_FROM
        for d in run.playthrough.history
        for i in d.items
    )
    text = debrief_told(run.playthrough)

    assert (told.discrimination is None) == (told.criterion is None) == (not told.by_day.is_enough)
    assert told.by_day.asks == made
    assert not told.by_day.is_enough or made >= FEWEST_ASKS
    assert (" d' " in text) == told.by_day.is_enough
    assert told.judgement in text


def test_pushing_people_away_does_not_make_them_less_ready():
    """Resistance takes no chance off the count: with it thought away there are at least as many, and some more."""
    more = 0
    for seed in range(4):
        now = played("slow_roast", "pushy", seed=seed).playthrough
        likely, unpushed = readiness_by_day(now), readiness_by_day(now, pushed=False)
        assert (unpushed >= likely).all()
        ready = int(ready_by_day(now, likely).sum())
        days, spelled = judged(now)
        seen = sum(chances(now, c, likely[:, c])[0].count(True) for c in range(now.compiled.followers))
        assert days.ready >= seen >= ready
        assert spelled.criterion < 0.0  # who is gone makes nobody shy
        more += days.ready - ready

    assert more > 0


def test_whoever_wanted_to_buy_is_counted_as_such(run, told):
    """Deal hunters whose good end is to buy are among those who followed for what is sold."""
    wanted = int((run.playthrough.position.people.buys[0] > 0.5).sum())

    assert told.buyers_truth.startswith(f"{wanted} of {len(run.playthrough.people)} ")


OWN = "\nmoves:\n  tasting: {title: Tasting, ask: 70, hours: 0.1}\nfollowers:\n"


def test_a_question_of_the_authors_own_is_a_question_everywhere():
    """A move of the scenario's own that asks for a purchase is listed, judged, and no one it was put to is missed."""
    loaded = load_text((SCENARIOS / "slow_roast.yaml").read_text(encoding="utf-8").replace("\nfollowers:\n", OWN, 1))
    assert loaded.scenario is not None, loaded.problems
    game = Session(begun(compile_scenario(loaded.scenario), 3, 0))
    people = list(game.playthrough.people)
    for _ in range(3):
        for event in game.playthrough.waiting_events():
            game.do(AnswerEvent(event, 0))
        for who in people[:4]:
            if game.playthrough.position.ledger.present[0, game.playthrough.compiled.ids.index(who)]:
                game.do(PlanMove("tasting", who, "", ""))
        game.do(EndDay())
    told = debrief(game.playthrough)

    assert {a.move for a in told.asks} == {"tasting"}
    assert told.by_day.asks == len(told.asks) >= FEWEST_ASKS


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
