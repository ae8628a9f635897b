"""What a game shows of a principle is what its debrief tells, as counts."""

from datetime import UTC, datetime

import pytest

from game.coach.learner.principle_mastery import mastery_of
from game.coach.learner.run_evidence import KNOW_WHEN, evidence_of
from game.coach.looking_back.make_debrief import debrief
from game.resources import SCENARIOS
from game.scenario import load
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import ScenarioSource, Session
from tests.plays import SHIPPED, bot_plays_a_day, bots, played

WHEN = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture(scope="module", params=[(s, b) for s in SHIPPED for b in ("patient", "pushy", "never_asks")], ids=str)
def shown(request):
    scenario, bot = request.param
    now = played(scenario, bot, seed=3).playthrough
    told = debrief(now)
    return now, told, evidence_of(now, told, "a.jsonl", WHEN, scenario), bot


def test_questions_are_those_of_the_debrief(shown):
    """The profile counts what the debrief has told: questions, those in time, and who was not asked."""
    _, told, found, _ = shown
    seen = found.of(KNOW_WHEN)
    sales = [ask for ask in told.asks if ask.for_sale]
    assert (seen.asked, seen.asked_in_time, seen.missed) == (len(sales), sum(a.ready for a in sales), len(told.missed))


def test_each_principle_has_the_goals_that_teach_it(shown):
    """Reached or not as the debrief tells, and no more kept than there were chances."""
    now, told, found, _ = shown
    assert [p.name for p in found.principles] == [KNOW_WHEN, *now.compiled.scenario.teaches]
    for name in now.compiled.scenario.teaches:
        goals = [reached.reached for goal, reached in zip(now.compiled.scenario.goals.values(), told.goals, strict=True)
                 if name in goal.teaches]  # fmt: skip
        seen = found.of(name)
        assert (seen.goals, seen.goals_reached) == (len(goals), sum(goals))
        assert seen.kept <= seen.chances


def test_who_gives_in_to_every_push_is_seen_to(shown):
    """The bot that obeys gives in each time, the patient one never, and a principle that an answer teaches shows it."""
    _, _, found, bot = shown
    assert found.pushed
    assert found.gave_in == (found.pushed if bot == "pushy" else 0)
    answers = [p.seen for p in found.principles if p.seen.answers]
    assert all(seen.answers_kept == (0 if bot == "pushy" else seen.answers) for seen in answers)


def test_a_principle_whose_goal_is_a_customer_has_the_questions_too():
    """A principle about asking is shown by asking; another one is not."""
    now = played("slow_roast", "patient", seed=3).playthrough
    found = evidence_of(now, debrief(now), "a.jsonl", WHEN, "slow_roast")
    assert found.of("in_time").asked == found.of(KNOW_WHEN).asked > 0
    assert found.of("find_out").asked == 0
    assert found.of("nothing of the kind").chances == 0


def test_an_authors_principle_of_that_name_is_a_principle_of_its_own(tmp_path):
    """An author may call a principle know_when: it is told beside that of every game, and each game counts once."""
    file = tmp_path / "first_hello.yaml"
    text = (SCENARIOS / "first_hello.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("one_good_ask", "know_when"), encoding="utf-8")
    now = Session(begun(compiled_of(load(file)), 3), source=ScenarioSource("first_hello"))
    while not now.finished:
        bot_plays_a_day(now, bots()["patient"])
    game = evidence_of(now.playthrough, debrief(now.playthrough), "a.jsonl", WHEN, "first_hello")
    found = {(one.scenario, one.name): one.games for one in mastery_of([game])}
    assert found[("", KNOW_WHEN)] == found[("first_hello", "know_when")] == 1
