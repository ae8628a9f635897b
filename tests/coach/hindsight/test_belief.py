"""Beliefs and what-ifs are made of what could be seen, and of nothing else."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game.coach.hindsight.belief import believe
from game.coach.hindsight.notebook import KNOWN, known_from, known_sentence, perfect_score
from game.coach.hindsight.visible import visible_run
from game.coach.hindsight.what_if import believed, compared, play_on, true_worlds
from game.engine.days import begin_one
from game.engine.position import empty_plan
from game.errors import Refused
from game.session.entries import PlanMove
from game.session.history import DayPlayed
from game.session.planning import plan_of
from tests.plays import SHIPPED, played, session

PARTICLES, WORLDS, DAYS = 120, 12, 6


@pytest.fixture(scope="module", params=SHIPPED)
def run(request):
    return played(request.param, "patient", seed=8, days=DAYS).playthrough


def with_other_people(now):
    """The same visible record with other people in it: traits, lives, states and the seed of chance are exchanged."""
    stranger = begin_one(now.compiled, 4242, 7)

    def other(position):
        return replace(
            position, people=stranger.people, lives=stranger.lives, state=stranger.state, dawn=stranger.dawn, seed=4242,
            episodes=np.array([7]),
        )  # fmt: skip

    history = tuple(DayPlayed(other(d.morning), d.plan, d.items) for d in now.history)
    return replace(now, history=history, position=other(now.position), morning=other(now.morning))


def believed_of(now):
    return believe(visible_run(now), PARTICLES, mornings=frozenset({DAYS}), worlds=WORLDS)


def test_a_belief_is_one_of_chances(run):
    """Motives sum to one on every morning, P(ready) lies between 0 and 1, and some lives carry the weight."""
    found = believed_of(run)
    assert found.motives.sum(axis=2) == pytest.approx(1.0)
    assert (found.ready >= 0.0).all()
    assert (found.ready <= 1.0 + 1e-9).all()
    assert (found.effective >= 1.0 - 1e-9).all()
    assert (found.effective <= PARTICLES + 1e-6).all()
    assert len(found.ready) == DAYS + 1


def test_the_belief_uses_nothing_hidden(run):
    """Two worlds with another truth and the same visible record give the same belief, to the bit."""
    one, other = believed_of(run), believed_of(with_other_people(run))
    for name in ("motives", "ready", "effective"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name
    for part in ("people", "state"):
        for field in fields(getattr(one.worlds[DAYS], part)):
            values = [getattr(getattr(b.worlds[DAYS], part), field.name) for b in (one, other)]
            assert np.array_equal(*values), field.name


def test_what_was_seen_is_learnt_from(run):
    """After some days the belief differs from the one of the first morning."""
    found = believed_of(run)
    assert abs(found.motives[-1] - found.motives[0]).max() > 0.05


def choices(now):
    """Two plans for the last day that was played: rest, and asking somebody who is there."""
    morning = now.history[DAYS - 1].morning
    who = now.compiled.ids[int(np.flatnonzero(morning.ledger.present[0] > 0.5)[0])]
    return morning, [empty_plan(1, len(now.compiled.ids)), plan_of(morning, [PlanMove("propose", who)])]


def test_a_what_if_before_the_move_uses_nothing_hidden(run):
    """The fan from what was known is the same in two worlds with another truth; the fan from the truth is not."""
    fans, truths = [], []
    for now in (run, with_other_people(run)):
        morning, plans = choices(now)
        fans.append(compared(*play_on(believed(morning, believed_of(now).worlds[DAYS]), plans, 0)))
        truths.append(compared(*play_on(true_worlds(morning, WORLDS), plans)))
    assert np.array_equal(fans[0].first.score, fans[1].first.score)
    assert np.array_equal(fans[0].second.trust, fans[1].second.trust)
    assert (fans[0].effect, fans[0].low, fans[0].high) == (fans[1].effect, fans[1].low, fans[1].high)
    assert not np.array_equal(truths[0].first.score, truths[1].first.score)


def test_both_sides_of_a_pair_share_all_chance(run):
    """The same choice twice has no effect at all, and no interval; asking and resting differ."""
    morning, plans = choices(run)
    worlds = true_worlds(morning, WORLDS)
    same = compared(*play_on(worlds, [plans[0], plans[0]]))
    assert (same.effect, same.low, same.high) == (0.0, 0.0, 0.0)
    other = compared(*play_on(worlds, plans))
    assert other.effect != 0.0
    assert other.low <= other.effect <= other.high


def test_nobody_is_blamed_for_what_could_not_be_known(run):
    """The day from which a motive could be known is the first with a high chance of it; the sentence names it."""
    found = believed_of(run)
    for column, who in enumerate(run.compiled.ids):
        motive = run.compiled.rules.motives.index(run.people[who].motive)
        day, chances = known_from(found, column, motive), found.motives[:, column, motive]
        assert (chances[: day - 1] < KNOWN).all() if day else (chances < KNOWN).all()
        told = known_sentence(run, found, column)
        if day > len(run.history):
            assert "after the last day" in told
        else:
            assert f"day {day}" in told.removeprefix("Words hinted") if day > 1 else ("start" in told) == (day == 1)


def test_the_perfect_reader_of_the_notebook_knows_more_than_what_is_common(run):
    """So its score lies above 0, which is knowing nobody, and is at most 100."""
    assert 0.0 < perfect_score(run, believed_of(run)) <= 100.0


@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_run_of_which_no_day_was_played_is_told(scenario):
    """There is nothing to believe yet, whether it has just begun or everything was taken back."""
    with pytest.raises(Refused, match="No day of this run has been played"):
        visible_run(session(scenario, 3).playthrough)
