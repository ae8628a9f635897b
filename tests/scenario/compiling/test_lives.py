"""Lives: each game draws who the followers are, as the scenario wishes, and everything that is said follows."""

from collections import Counter
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from game.engine.days import begin, begin_one
from game.model.cast.dealing import deal
from game.scenario import load, load_text
from game.scenario.checks.possible_hands import hands
from game.scenario.compiling.compile import Compiled, compile_scenario
from game.scenario.compiling.compiled_lives import motives_of

LIVES = Path(__file__).parent.parent / "valid" / "lives.yaml"
EPISODES = np.arange(2000)


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return compile_scenario(load(LIVES).playable())


def allowed(lives: list[list[str]], wished: dict[str, tuple[int, int]]) -> int:
    """All hands, counted one by one."""
    counts = (Counter(hand) for hand in product(*lives))
    return sum(all(low <= count[name] <= high for name, (low, high) in wished.items()) for count in counts)


@pytest.mark.parametrize(
    "wished", [{}, {"b": (1, 1)}, {"b": (1, 2), "s": (1, 99)}, {"b": (0, 0)}, {"b": (2, 3), "s": (0, 1), "c": (1, 1)}]
)
def test_hands_are_counted_as_if_one_by_one(wished: dict[str, tuple[int, int]]) -> None:
    lives = [["b", "s"], ["b", "c", "s"], ["c"], ["b", "b", "s", "n"], ["s", "n"]]
    found = hands(lives, wished)

    assert (found.count if found else 0) == allowed(lives, wished)


def test_every_allowed_hand_is_dealt_and_no_other(compiled: Compiled) -> None:
    """One buyer in every game: Jonas as often as Petra."""
    assert compiled.cast.lives is not None
    dealt = deal(compiled.cast.lives, 5, EPISODES)
    rows = Counter(map(tuple, dealt[:2].T.tolist()))

    assert set(rows) == {(0, 1), (1, 0)}
    assert abs(rows[0, 1] - 1000) < 120


def test_a_deal_depends_on_seed_and_episode_alone(compiled: Compiled) -> None:
    assert compiled.cast.lives is not None
    together = deal(compiled.cast.lives, 5, EPISODES)
    alone = deal(compiled.cast.lives, 5, EPISODES[40:41])

    assert (together[:, 40:41] == alone).all()
    assert (begin(compiled, 5, EPISODES).lives[40] == begin_one(compiled, 5, 40).lives[0]).all()


def test_motives_and_windows_are_those_of_the_life(compiled: Compiled) -> None:
    position = begin(compiled, 5, EPISODES)
    jonas, ids = position.lives[:, 0], compiled.rules.motives.ids
    motives = [ids[m] for m in position.people.motive[:, 0]]

    assert {(life, motive) for life, motive in zip(jonas.tolist(), motives, strict=True)} == {
        (0, "buyer"),
        (1, "neighbour"),
    }
    starts = position.people.need_from[jonas == 0, 0]
    assert set(starts.tolist()) == {2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0}
    assert (position.people.need_until[jonas == 0, 0] - starts == 4.0).all()


def test_trust_loves_and_traits_vary_within_bounds_for_the_written_and_not_for_a_crowd_with_a_seed(
    compiled: Compiled,
) -> None:
    position = begin(compiled, 5, EPISODES[:300])
    people = position.people

    assert np.ptp(people.propensity[:, 0]) > 1.0
    assert np.ptp(people.propensity[:, 3:], axis=0).max() == 0.0
    assert 0.0 < np.ptp(people.fit[:, 0, 0]) <= 0.3 + 1e-9
    assert np.ptp(people.fit[:, 3:], axis=0).max() == 0.0


def test_without_lives_and_bounds_everybody_is_as_before() -> None:
    plain = "scenario_format: 1\ntitle: A\nbusiness: {name: B, trade: c}\nfollowers: {mara: {name: Mara Lind}}\n"
    fixed = compile_scenario(load_text(plain).playable())
    loose = compile_scenario(load_text(plain + "cast: {trust_varies: 0}\n").playable())
    one, two = (begin(made, 3, EPISODES[:50]) for made in (fixed, loose))

    assert fixed.cast.lives is None
    assert loose.cast.lives is not None
    for name in ("motive", "need_from", "propensity", "fit", "interest"):
        assert (getattr(one.people, name) == getattr(two.people, name)).all()
    assert (one.state.facets == two.state.facets).all()


def test_conditions_ask_for_the_life_of_each_episode(compiled: Compiled) -> None:
    from game.engine.timeline import holds
    from game.scenario.format.schema_story import Condition

    position = begin(compiled, 5, EPISODES[:50])
    rain = compiled.numbers.condition(Condition.model_validate({"lives": {"jonas": "rain"}}))

    assert (holds(rain, position) == (position.lives[:, 0] == 0)).all()


def test_the_motives_of_somebody_without_lives_are_their_one() -> None:
    scenario = load(LIVES).playable()

    assert motives_of(scenario.followers["bruno"]) == ("seller",)
    assert motives_of(scenario.followers["jonas"]) == ("buyer", "neighbour")
