"""The coach in lines: a morning is told when something has changed, figures agree with the lines."""

from dataclasses import replace

import numpy as np
import pytest

from game.coach.hindsight.belief import Belief
from game.coach.hindsight.coach_text import coach_figures, coach_told
from game.coach.hindsight.marked_decision import ChoiceWorth, MarkedDecision
from game.coach.hindsight.review import Review
from game.session.view import Guess
from tests.plays import played

FEW = 40


@pytest.fixture(scope="module")
def run():
    return played("first_hello", "never_asks", seed=2, days=4).playthrough


def belief_of(run, ready, motives=None):
    """A belief of the first follower's readiness, morning by morning; of all else nothing changes."""
    count = len(run.compiled.rules.motives.ids)
    chances = np.full((len(ready), run.compiled.followers, count), 1.0 / count)
    if motives is not None:
        chances[:, 0, :] = (1.0 - np.array(motives)[:, None]) / (count - 1)
        chances[:, 0, 2] = motives
    likely = np.zeros(chances.shape[:2])
    likely[:, 0] = ready
    return Belief(chances, likely, np.full(likely.shape, 17.0), {})


def first_told(run, belief, review=None):
    """The lines on the first follower."""
    lines = coach_told(run, belief, review, FEW).splitlines()
    end = next(n for n, line in enumerate(lines) if n > 1 and line.startswith("  ") and not line.startswith("   "))
    return lines[2:end]


def test_a_morning_is_told_when_readiness_has_moved_by_a_tenth(run):
    """Since the one told last; the first and the last morning always are."""
    lines = first_told(run, belief_of(run, (0.0, 0.05, 0.11, 0.2, 0.2)))

    assert [int(line.split()[1]) for line in lines[:-1]] == [1, 3, 5]
    assert lines[1].startswith("    day  3  ready  11 %  ")
    assert lines[1].endswith("(17 lives carry the weight)")


def test_a_morning_is_told_when_a_motive_has_become_likelier(run):
    """The two likeliest stand there with their titles, the likelier first."""
    lines = first_told(run, belief_of(run, (0.0,) * 5, (0.5, 0.55, 0.65, 0.65, 0.9)))
    title = run.setup.speaker.motive(run.compiled.rules.motives.ids[2]).title

    assert [int(line.split()[1]) for line in lines[:-1]] == [1, 3, 5]
    assert f"{title} 65 %, " in lines[1]
    assert lines[1].count(" %") == 3


def decision(run):
    who = run.compiled.ids[0]
    return MarkedDecision(
        2, who, run.people[who].name, "like", ChoiceWorth("", 1.25, 0.5, 2.0), ChoiceWorth("", -0.25, -1.0, 0.5), 0.1,
        ready=False, early=True, won=False, alone=True,
    )  # fmt: skip


def test_each_decision_is_told_with_both_intervals(run):
    """What was worth most is apart from what cost most; where nothing can be told, that is told."""
    one = decision(run)
    text = coach_told(run, belief_of(run, (0.0,) * 5), Review(1, (one,), ((one, "A sentence."),), ()), FEW)

    assert text.startswith("What could be known, by 40 lives for each follower\n")
    assert (
        "\nWhere most was to be gained\n  day 2. A sentence.\n    by what could be known +1.2 (+0.5 to +2.0), "
        "by what was true −0.2 (−1.0 to +0.5) points for the best other choice\n"
    ) in text
    assert text.endswith("\nWhat you did best\n  nothing that surely moved the score by a point or more\n")


def test_without_a_review_the_belief_alone_is_told(run):
    """Of a notebook that nobody wrote in no score is told."""
    text = coach_told(run, belief_of(run, (0.0,) * 5), None, FEW)

    assert "gained" not in text
    assert "notebook" not in text


def test_what_was_written_is_scored_with_its_unit(run):
    """The figure says of how many it is, and what none and all of them mean."""
    noted = replace(run, guesses={run.compiled.ids[0]: Guess("fan", 50)})
    text = coach_told(noted, belief_of(run, (0.0,) * 5), None, FEW)

    assert "Your notebook read them to " in text
    assert " of 100, a perfect reader" in text


def test_what_you_did_best_has_the_sign_of_its_sentence(run):
    """What was worth 1.2 points stands as +1.2 below it, for your choice."""
    best = replace(decision(run), known=ChoiceWorth("", -1.25, -2.0, -0.5))
    text = coach_told(run, belief_of(run, (0.0,) * 5), Review(1, (best,), (), ((best, "Worth 1.2 points."),)), FEW)

    assert "by what could be known +1.2 (+0.5 to +2.0), by what was true +0.2 (−0.5 to +1.0) points for your" in text


def test_the_day_since_which_the_truth_is_known_is_told(run):
    """Where the sentence names a day, that day stands there with its chance."""
    truth = run.compiled.rules.motives.index(run.people[run.compiled.ids[0]].motive)
    belief = belief_of(run, (0.0,) * 5)
    belief.motives[:, 0, :] = np.array([0.7, 0.7, 0.76, 0.7, 0.7])[:, None] * 0.0
    belief.motives[:, 0, truth] = [0.7, 0.7, 0.76, 0.7, 0.7]
    lines = first_told(run, belief)

    assert "before day 3" in lines[-1]
    assert [int(line.split()[1]) for line in lines[:-1]] == [1, 3, 5]


def test_who_has_bought_is_not_called_ready():
    """From the morning after the sale on no chance of being ready is told."""
    now = played("first_hello", "patient", seed=1).playthrough
    column = int(np.flatnonzero(now.position.ledger.bought[0] > 0.5)[0])
    belief = belief_of(now, (0.0,) * (len(now.history) + 1))
    belief.ready[:, column] = 1.0
    lines = coach_told(now, belief, None, FEW).split(f"  {now.people[now.compiled.ids[column]].name}\n")[1]
    told = [line for line in lines.splitlines() if line.startswith("    day ")]

    assert "ready 100 %" in told[0]
    assert any("has bought" in line for line in told)
    first = next(n for n, line in enumerate(told) if "has bought" in line)
    assert len(told) >= first + 1
    assert "ready" not in lines.split("has bought", 1)[1].split("\n    ")[0]


def test_figures_have_every_morning_and_every_decision(run):
    """Rounded so that a program can read them, by name and day."""
    one, belief = decision(run), belief_of(run, (0.0, 0.12345, 0.2, 0.3, 0.4))
    figures = coach_figures(run, belief, Review(1, (one,), ((one, "A sentence."),), ()), FEW)
    mornings = figures["followers"][0]["mornings"]

    assert figures["particles"] == FEW
    assert [m["day"] for m in mornings] == [1, 2, 3, 4, 5]
    assert (mornings[1]["ready"], mornings[1]["effective"]) == (0.1235, 17.0)
    assert list(mornings[0]["motives"]) == list(run.compiled.rules.motives.ids)
    assert (figures["dearest"][0]["sentence"], figures["finest"], len(figures["decisions"])) == ("A sentence.", [], 1)
    assert "decisions" not in coach_figures(run, belief, None, FEW)
