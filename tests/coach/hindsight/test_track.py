"""The particles of a belief: lives whose state and weight follow from what was seen, drawn anew without a bias."""

from collections import Counter
from dataclasses import fields, replace

import numpy as np
import pytest

from game.coach.hindsight import track as track_module
from game.coach.hindsight.belief import believe, tracks_of
from game.coach.hindsight.track import MANNER, column_of, rows_of, side_by_side
from game.coach.hindsight.visible import visible_run
from game.model import People, State
from tests.plays import compiled, played

COUNT, DAYS = 60, 6


@pytest.fixture(scope="module")
def run():
    """A run with moves of many kinds, after some days."""
    return visible_run(played("first_hello", "random", seed=5, days=DAYS).playthrough)


def lived(run, few=0.0):
    """Everybody's particles after all days; drawn anew when fewer than a share carry the weight."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(track_module, "FEW", few)
        patch.setattr("game.coach.hindsight.belief.tracks_of", lambda *a: found.extend(tracks_of(*a)) or found)
        believe(run, COUNT)
    return found


@pytest.fixture(scope="module")
def weighed(run):
    return lived(run)


@pytest.fixture(scope="module")
def renewed(run):
    """The same, drawn anew and moved every night."""
    return lived(run, few=1.1)


def same(one, other):
    return all(np.array_equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))


@pytest.mark.parametrize("kind", ["weighed", "renewed"])
def test_a_particle_is_a_whole_life(kind, request):
    """Played again from its first morning it stands where it stands, and is as likely as it is held to be."""
    for track in request.getfixturevalue(kind):
        state, likelihood = track._again(track.people, track.first)

        assert likelihood == pytest.approx(track.log_likelihood, abs=1e-9)
        for field in fields(State):
            assert getattr(state, field.name) == pytest.approx(getattr(track.state, field.name), abs=1e-9), field.name


def test_weights_are_how_likely_each_life_makes_what_was_seen(weighed):
    """Relative to each other; as long as nobody was drawn anew."""
    for track in weighed:
        likely = np.exp(track.log_likelihood - track.log_likelihood.max())

        assert track.weights == pytest.approx(likely / likely.sum())
        assert track.weights.sum() == pytest.approx(1.0)


def test_after_they_were_drawn_anew_all_weigh_the_same(renewed):
    """Weights begin again once they have decided who is drawn."""
    for track in renewed:
        if track.log:
            assert track.weights == pytest.approx(np.full(COUNT, 1 / COUNT))


def test_what_was_seen_is_better_explained_by_those_drawn_anew(weighed, renewed):
    """On average over all people; that is what drawing anew is for."""
    before, after = (sum(float(t.log_likelihood.mean()) for t in tracks) for tracks in (weighed, renewed))

    assert after > before


def test_how_many_lives_carry_the_weight():
    """All of them before anything was seen; one where one alone is possible."""
    track = tracks_of(compiled("first_hello"), COUNT)[0]
    assert track.effective() == pytest.approx(COUNT)

    track.log_weights = np.where(np.arange(COUNT) == 7, 0.0, -1e9)
    assert track.effective() == pytest.approx(1.0)
    track.log_weights = np.where(np.arange(COUNT) < 2, 0.0, -1e9)
    assert track.effective() == pytest.approx(2.0)


def test_drawing_anew_keeps_each_life_as_often_as_it_weighs():
    """Within one, rounded up or down: systematic resampling has no other noise."""
    track = tracks_of(compiled("first_hello"), COUNT)[1]
    rng = np.random.default_rng(2)
    track.log_weights = np.log(rng.dirichlet(np.ones(COUNT)))
    expected, wear = track.weights * COUNT, np.arange(COUNT, dtype=float)
    track.state = replace(track.state, wear=wear[:, None])  # a mark by which each is known again
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(track_module, "MOVES", 0)
        track._renew(3)

    counts = Counter(track.state.wear[:, 0].tolist())
    assert all(abs(counts[mark] - expected[int(mark)]) < 1.0 for mark in wear)
    assert track.weights == pytest.approx(np.full(COUNT, 1 / COUNT))


def moved(run, chance, manner):
    """A track before and after one move of all its particles towards the lives of the bank in turn."""
    track = next(t for t in lived(run) if len(t.log) == DAYS)
    before = (track.people, track.first, track.lives, track.log_likelihood)
    track._move(np.arange(COUNT)[::-1].copy(), np.full(COUNT, manner), np.full(COUNT, chance))
    return track, before


@pytest.mark.parametrize("manner", [True, False])
def test_a_move_changes_either_the_manner_or_all_else(run, manner):
    """A proposal that is taken in any case; the manner is what hangs on nothing else."""
    track, (people, first, lives, _) = moved(run, 0.0, manner)
    bank = rows_of(track.bank[0], np.arange(COUNT)[::-1])
    for field in fields(People):
        if field.name in {"ties", "tie_weight"}:
            continue
        taken = (field.name in MANNER) == manner
        expected = getattr(bank if taken else people, field.name)
        assert np.array_equal(getattr(track.people, field.name), expected), field.name

    assert np.array_equal(track.lives, lives if manner else track.bank[2][::-1])
    assert same(track.first, first if manner else rows_of(track.bank[1], np.arange(COUNT)[::-1]))


@pytest.mark.parametrize("manner", [True, False])
def test_a_move_that_is_never_taken_by_chance_makes_nothing_less_likely(run, manner):
    """Whoever explains what was seen as well or better is taken; all others stay who they are."""
    track, (people, _, _, likelihood) = moved(run, 1.0 - 1e-12, manner)
    stayed = track.log_likelihood == likelihood

    assert (track.log_likelihood >= likelihood - 1e-9).all()
    assert stayed.any()
    assert np.array_equal(track.people.fit[stayed], people.fit[stayed]) or not manner


def test_what_was_done_to_others_counts_for_those_who_know_them(weighed):
    """Good and bad apart, the more the more; of strangers nothing is known."""
    track = next(t for t in weighed if t.ties)
    known, strangers = track.ties[0], [c for c in range(len(weighed)) if c not in track.ties]

    assert track.watched({}) == (0.0, 0.0)
    assert track.watched({strangers[0]: (9.0, 9.0)}) == (0.0, 0.0)
    good, bad = track.watched({known: (0.1, 0.0)})
    assert good > bad == 0.0
    good, bad = track.watched({known: (0.0, 0.1)})
    assert bad > good == 0.0
    assert track.watched({known: (0.2, 0.0)})[0] > track.watched({known: (0.1, 0.0)})[0]


def test_columns_put_side_by_side_are_what_they_were():
    """Everybody’s column taken out and put together again gives the whole; rows are taken in their order."""
    position = played("first_hello", "random", seed=5, days=2).playthrough.position
    count = position.shape[1]
    for part in (position.people, position.state):
        whole = side_by_side([column_of(part, column) for column in range(count)])
        for field in fields(part):
            if field.name not in {"ties", "tie_weight"}:
                assert np.array_equal(getattr(whole, field.name), getattr(part, field.name)), field.name
    bank = tracks_of(compiled("first_hello"), 5)[0]
    some = rows_of(bank.state, np.array([3, 1]))
    assert np.array_equal(some.facets, bank.state.facets[:, [3, 1]])
    assert np.array_equal(some.wear, bank.state.wear[[3, 1]])
