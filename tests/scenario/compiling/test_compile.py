"""From a checked scenario to arrays: what the file says is what the model gets, and everything valid plays."""

from pathlib import Path

import numpy as np
import pytest

from game.bots.registry import bots
from game.model import Params
from game.scenario import load, load_text
from game.scenario.compiling.compile import DIALS, SENSITIVITY, compile_scenario
from game.scenario.format.dials import DIALS as DIAL_WORDS
from game.scenario.format.vocabulary import Pace
from game.session.entries import PlanMove
from game.session.playthrough import begun
from game.session.runs.recorded_scenario import compiled_of
from game.session.session import Session
from tests.plays import bot_plays_a_day

VALID = sorted((Path(__file__).parents[1] / "valid").glob("*.yaml"))
HEAD = "scenario_format: 1\ntitle: T\nbusiness: {name: A, trade: b}\n"


def compiled(text: str):
    return compiled_of(load_text(HEAD + text))


@pytest.mark.parametrize("path", VALID, ids=lambda p: p.stem)
@pytest.mark.parametrize("bot", ["patient", "spammer", "random"])
def test_every_valid_file_plays_to_its_end(path, bot):
    """Minimal and complete files alike: events, own moves, own motives, locked contents, to the last day."""
    game = Session(begun(compiled_of(load(path)), 3))
    while not game.finished:
        bot_plays_a_day(game, bots()[bot])

    assert len(game.playthrough.history) == game.playthrough.compiled.scenario.days
    assert game.view().night is not None


@pytest.mark.parametrize("dial", sorted(DIAL_WORDS))
def test_every_dial_turns_what_it_names(dial):
    """A dial at 2 doubles its constants and leaves all others."""
    base, turned = Params(), compiled(f"model: {{{dial}: 2}}\n").rules.params
    changed = {name for name in vars(base) if getattr(base, name) != getattr(turned, name)}

    assert changed == set(DIALS[dial])
    assert all(getattr(turned, name) == 2 * getattr(base, name) for name in changed)


def test_what_is_written_is_fixed_and_the_rest_is_drawn():
    """Motive, pace, trust, need and loves of a written follower hold in every episode; without them they differ."""
    text = """\
followers:
  ada: {name: Ada, motive: buyer, pace: shy, trust: 40, ready: {from: 3, until: 9}, loves: {tea: 90}}
  ben: {name: Ben}
crowd: {count: 0}
"""
    from game.model import draw_people, first_state, trust

    made = compiled(text)
    episodes = np.arange(200)
    people = draw_people(made.cast, made.rules, 5, episodes)
    start = trust(first_state(made.cast, people, made.rules, 5, episodes), people, made.rules.params)

    assert set(people.motive[:, 0]) == {made.rules.motives.index("buyer")}
    assert set(people.sensitivity[:, 0]) == {SENSITIVITY["shy"]}
    assert (people.need_from[:, 0] == 3).all()
    assert (people.need_until[:, 0] == 9).all()
    assert np.allclose(start[:, 0], 0.4)
    assert len(set(people.motive[:, 1])) > 3
    assert start[:, 1].std() > 0.05


def test_paces_are_ordered():
    """The shyer, the sooner contact is too much; every pace of the format has its number."""
    assert list(SENSITIVITY) == list(Pace.__args__)
    assert sorted(SENSITIVITY.values(), reverse=True) == list(SENSITIVITY.values())


def test_ties_hold_both_ways():
    """Who knows whom counts from either side."""
    made = compiled("followers:\n  a: {name: A B, knows: [b]}\n  b: {name: B C}\ncrowd: {count: 0}\n")

    assert made.cast.ties.tolist() == [[1], [0]]
    assert made.cast.tie_weight.tolist() == [[1.0], [1.0]]


@pytest.mark.parametrize(("ties", "known"), [("none", 0), ("few", 1), ("some", 2), ("many", 4)])
def test_the_crowd_knows_as_many_as_it_says(ties, known):
    """Everybody in a crowd of ten knows that many others."""
    made = compiled(f"crowd: {{count: 10, ties: {ties}}}\n")

    assert made.cast.tie_weight.sum(axis=1).tolist() == [known] * 10


def test_a_mix_is_kept_in_a_large_crowd():
    """Shares of two motives, three to one, over many episodes."""
    from game.model import draw_people

    made = compiled("crowd: {count: 40, mix: {courtesy: 3, seller: 1}}\n")
    people = draw_people(made.cast, made.rules, 1, np.arange(100))
    shares = np.bincount(people.motive.ravel(), minlength=len(made.rules.motives.ids)) / people.motive.size

    assert shares[made.rules.motives.index("courtesy")] == pytest.approx(0.75, abs=0.03)
    assert shares[made.rules.motives.index("seller")] == pytest.approx(0.25, abs=0.03)


def test_a_fixed_crowd_is_the_same_for_every_seed():
    """`seed` in the crowd makes the same people whatever the run's seed; without it they differ."""
    from game.model import draw_people

    fixed, free = (compiled(f"crowd: {{count: 12{more}}}\n") for more in (", seed: 4", ""))
    one, two = (draw_people(fixed.cast, fixed.rules, seed, np.arange(3)) for seed in (1, 2))
    three, four = (draw_people(free.cast, free.rules, seed, np.arange(3)) for seed in (1, 2))

    assert (one.propensity == two.propensity).all()
    assert not (three.propensity == four.propensity).all()


def test_a_scenarios_own_move_can_be_made():
    """A new move has its attributes, stands among the cards and can be planned."""
    made = compiled(
        "crowd: {count: 2}\nmoves:\n  tasting: {title: Invite to a tasting, hours: 1.5, ask: 30, favour: 50}\n"
    )
    game = Session(begun(made, 1))
    game.do(PlanMove("tasting", "crowd_1"))

    assert made.rules.moves.row("tasting").ask == pytest.approx(0.3)
    assert game.view().plan[0].hours == 1.5
    assert "Invite to a tasting" in {m.title for m in game.view("crowd_1").moves}


def test_too_many_people_are_refused():
    """The model has room for 64; more is an error and not a silent cut."""
    from game.scenario.format.schema_people import Crowd

    scenario = load_text(HEAD).scenario
    assert scenario is not None
    crowded = scenario.model_copy(
        update={"crowd": Crowd.model_construct(count=70, mix={}, ties="none", names=(), seed=None)}
    )

    with pytest.raises(ValueError, match="64 followers"):
        compile_scenario(crowded)
