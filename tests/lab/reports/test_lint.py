"""What a playtest tells of a scenario: the examples of the pages show it, and silence is kept where it is asked for."""

from collections import defaultdict
from functools import cache

import pytest

from game.authoring.code_pages import page
from game.cli.experiments.playtest_report import tell_events_heard
from game.lab.playing.blocks import trial_of
from game.lab.playing.players import players
from game.lab.playing.run import run
from game.lab.reports.playtest import playtest
from game.lab.reports.playtest_lint import ENOUGH, examine_games
from game.lab.reports.said import SaidCounts, lines_said, listen_to
from game.lab.reports.statistics import sign_test
from game.lab.reports.unchosen import BY_HAND, hanging_on_people
from game.resources import SCENARIOS
from game.scenario import load, load_text
from game.scenario.compiling.compile import compile_scenario
from game.scenario.lint.linting import lint
from game.scenario.problems.codes import CODES, PLAYTEST
from game.scenario.problems.problems import Problem
from game.session.words.talking.stock import own_key
from tests.plays import example

BOTS = ["patient,pushy,spammer,sleeper,poster,always_asks,discounter"]


@cache
def told(text: str, games: int = 80, *, words: bool = False) -> tuple[Problem, ...]:
    loaded = load_text(text)
    trial = trial_of(loaded, players(BOTS), games, 1)
    said = listen_to(trial, -(-ENOUGH // len(BOTS[0].split(",")))) if words else None
    return examine_games(loaded, run(trial), said)


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(PLAYTEST))
def test_the_wrong_example_of_a_page_is_told_and_the_right_one_is_not(code):
    """Bots play both examples, and the code is told for the wrong one alone, at a place and with one thing to do."""
    one = page(code)
    wrong, right = (told(one.whole(text), words=code == "line-never") for text in (one.wrong, one.right))
    here = [p for p in wrong if p.code == code]

    assert here
    assert code not in {p.code for p in right}
    assert "error" not in {p.severity for p in (*right, *lint(load_text(one.whole(one.right))))}
    for problem in here:
        assert problem.excerpt == one.whole(one.wrong).split("\n")[problem.line - 1]
        assert problem.message.endswith(".")
        assert problem.hint
        assert problem.severity == CODES[code].severity


def test_a_remark_silences_a_line():
    """`# ok: goal-too-hard` behind the goal, and it is told no more."""
    text = page("goal-too-hard").whole(page("goal-too-hard").wrong)
    line = next(line for line in text.split("\n") if "trusted:" in line)

    assert [p.code for p in told(text.replace(line, f"{line}  # ok: goal-too-hard"))] == []
    assert [p.code for p in told(text)] == ["goal-too-hard"]


def test_a_few_games_are_no_reason_to_call_anything_rare():
    """Ten games of each bot: nothing is called rare, too hard or never said."""
    for code in ("event-rare", "goal-too-hard", "line-never"):
        assert told(page(code).whole(page(code).wrong), 10) == ()


def test_a_small_lead_of_a_pushing_bot_is_no_inverted_lesson():
    """Three games of three are no clear lead; twenty of twenty are."""
    assert sign_test(3, 0) > 0.001
    assert sign_test(20, 0) < 0.001
    text = page("lesson-inverted").whole(page("lesson-inverted").wrong)
    assert told(text, 3) == ()
    assert {p.severity for p in told(text, 20)} == {"error"}


def test_shipped_scenarios_teach_no_inverted_lesson():
    """No bot that pushes does clearly better than the patient one in a scenario that is shipped."""
    for path in sorted(SCENARIOS.glob("*.yaml")):
        loaded = load(path)
        results = run(trial_of(loaded, players(BOTS), 60, 0))
        assert "lesson-inverted" not in {p.code for p in examine_games(loaded, results)}


PEOPLE = """scenario_format: 1
title: A shop
summary: A shop.
days: 10
business: {name: The Shop, trade: shop, offer: A cape, hours_per_day: 2}
followers:
  jonas: {name: Jonas Rehn, loves: {rain: 80}, motive: neighbour}
  petra: {name: Petra Vogel, loves: {rain: 60}, motive: courtesy}
  milan: {name: Milan Oduya, loves: {rain: 70}, motive: buyer, trust: 80, ready: {from: 1, until: 9}}
content:
  cape: {title: The cape, format: photo, about: [rain], hours: 0.3}
"""
TURNED = {
    "a reward for writing to everybody": """timeline:
  boss:
    title: The boss
    day: 3
    text: Write to them all.
    choices:
      - label: Send it
        do: {move: blast_dm, who: [everyone]}
        change: {who: [everyone], trust: 60}
      - {label: Not today}
""",
    "a goal that asks for it": """timeline:
  boss:
    title: The boss
    day: 3
    text: Write to them all.
    choices:
      - {label: Send it, id: sent, do: {move: blast_dm, who: [everyone]}}
      - {label: Not today, id: not_today}
goals:
  obeyed: {title: The boss is glad, need: {chosen: sent}}
""",
    "a goal for asking everybody": """goals:
  customers: {title: A customer at once, need: {followers: {stage: customer}}, by_day: 2}
model: {pushiness_cost: 0.25}
""",
}


@pytest.mark.parametrize("turned", TURNED)
def test_a_goal_or_a_demand_that_rewards_pushing_is_told_with_figures(turned):
    """Asking everybody, or obeying a demand to write to all: who gains by it, how much, and one way to mend it."""
    found = [p for p in told(PEOPLE + TURNED[turned], 60) if p.code == "lesson-inverted"]

    assert found, turned
    assert any("Giving in to 'boss' pays" in p.message for p in found) == ("reward" in turned)
    for problem in found:
        assert sum(any(sign.isdigit() for sign in word) for word in problem.message.split()) >= 3
        assert problem.hint
        assert problem.excerpt.strip()


def test_an_event_that_hangs_on_an_answer_of_people_is_called_neither_rare_nor_dead(tmp_path, capsys):
    """Bots give each event one answer; what another answer brings, and what follows from that, is played by hand."""
    text = (
        example(tmp_path)
        .read_text(encoding="utf-8")
        .replace(
            "timeline:\n",
            "timeline:\n"
            "  printed:\n    title: Misprint\n    day: 2\n    text: It is printed wrong.\n    choices:\n"
            "      - {id: kept_still, label: Say nothing, change: {trust: -6}}\n"
            "      - {id: told, label: Say it, change: {trust: 2}}\n"
            "  asked_for: {title: Asked, text: Which is it?, when: {chosen: [kept_still]}}\n"
            "  asked_again: {title: Again, text: Well?, when: {happened: [asked_for]}}\n"
            "  thanked: {title: Thanked, text: Thank you., when: {chosen: [told]}}\n",
        )
    )
    compiled = compile_scenario(load_text(text).playable())

    assert hanging_on_people(compiled) == {"asked_for", "asked_again"}
    assert not [p for p in told(text) if p.code == "event-rare" and "asked" in p.message]
    found = playtest(run(trial_of(load_text(text), players(BOTS), 4, 1)))
    assert found.never_happened["asked_for"].endswith(BY_HAND)
    assert "thanked" not in found.never_happened
    heard = listen_to(trial_of(load_text(text), players(["random"]), 4, 1), 4)
    assert heard.answers["printed", 0] == heard.events["asked_for"] == heard.events["asked_again"] == 2
    tell_events_heard(found, heard)
    assert "asked_for: it happened in 2 of 4 games with all their words" in " ".join(capsys.readouterr().out.split())


def test_a_clue_is_told_once_and_counts_with_whatever_it_is_said():
    """A clue of a life comes with warm and with short answers: said with one of them, it was said."""
    path = SCENARIOS / "slow_roast.yaml"
    loaded = load(path)
    results = run(trial_of(loaded, players(["patient"]), 1, 1))
    compiled = results.trial.scenario.compiled()
    clues = defaultdict(list)
    for line in lines_said(SaidCounts(), compiled):
        clues[line.text].append(line)
    text, lines = next((t, found) for t, found in clues.items() if len({line.kind for line in found}) > 1)
    silent, once = SaidCounts(games=200), SaidCounts(games=200)
    once.wordings[own_key(lines[0].kind, lines[0].number)] = 4

    def never(said):
        """How often the clue is said to have been told in no game."""
        told_now = examine_games(loaded, results, said, ())
        return sum(p.code == "line-never" and text[:30] in p.excerpt for p in told_now)

    assert never(silent) == 1
    assert never(once) == 0


def test_a_goal_that_nobody_reaches_is_told_without_a_best():
    """In none of the games, and no bot is named as the best of those that never did."""
    goal = "goals:\n  all: {title: All three, need: {followers: {stage: friend, at_least: 3}}, by_day: 3}\n"
    (problem,) = (p for p in told(PEOPLE + goal, 80) if p.code == "goal-too-hard")

    assert "in none of 560 games" in problem.message
    assert "at best" not in problem.message
