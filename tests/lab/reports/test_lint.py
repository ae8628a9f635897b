"""What a playtest tells of a scenario: the examples of the pages show it, and silence is kept where it is asked for."""

from functools import cache

import pytest

from game.authoring.code_pages import page
from game.lab.playing.blocks import trial_of
from game.lab.playing.players import players
from game.lab.playing.run import run
from game.lab.reports.playtest_lint import examine_games
from game.lab.reports.said import listen_to
from game.lab.reports.statistics import sign_test
from game.resources import SCENARIOS
from game.scenario import load, load_text
from game.scenario.lint.linting import lint
from game.scenario.problems.codes import CODES, PLAYTEST
from game.scenario.problems.problems import Problem

BOTS = ["patient,pushy,spammer,sleeper,poster"]


@cache
def told(text: str, games: int = 80, *, words: bool = False) -> tuple[Problem, ...]:
    loaded = load_text(text)
    trial = trial_of(loaded, players(BOTS), games, 1)
    said = listen_to(trial, 20) if words else None
    return examine_games(loaded, run(trial), said)


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
    assert [p.severity for p in told(text, 20)] == ["error"]


def test_shipped_scenarios_teach_no_inverted_lesson():
    """No bot that pushes does clearly better than the patient one in a scenario that is shipped."""
    for path in sorted(SCENARIOS.glob("*.yaml")):
        loaded = load(path)
        results = run(trial_of(loaded, players(BOTS), 60, 0))
        assert "lesson-inverted" not in {p.code for p in examine_games(loaded, results)}
