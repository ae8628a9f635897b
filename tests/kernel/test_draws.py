"""Machine code draws the same people as numpy does, and a follower is the same whoever else is drawn."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game.model import draw_people, first_state
from game.model.philox import pairs
from tests.model.world import RULES, cast, differing_fields


@pytest.fixture(scope="module")
def machine_pairs():
    """The machine code, where numba is installed."""
    pytest.importorskip("numba")
    from game.kernel.by_machine.machine_draws import machine_pairs

    return machine_pairs


@pytest.mark.parametrize(("seed", "day", "followers"), [(0, 0, 1), (2**32 - 1, 1023, 64), (77, 5, 17)])
@pytest.mark.parametrize("episodes", [np.arange(3), np.array([2**32 - 1, 0, 5]), np.arange(20)[::2], np.arange(0)])
def test_machine_code_draws_the_same_numbers(machine_pairs, seed, day, followers, episodes):
    """Every address the counter can hold gives the same bits by numpy and by machine code."""
    streams = (0, 65535, 16, 35)
    found, expected = (draw(seed, episodes, day, followers, streams) for draw in (machine_pairs, pairs))

    assert found.shape == expected.shape
    assert found.tobytes() == expected.tobytes()


def test_machine_code_refuses_what_the_counter_cannot_hold(machine_pairs):
    """Too many followers are an error and not a silent overlap."""
    with pytest.raises(ValueError, match="64 followers"):
        machine_pairs(1, np.arange(8), 0, 65, (16,))


def some_cast(number: int):
    """A cast in which a random part of everything is fixed, topic by topic."""
    chance = np.random.default_rng(number)
    crowd = cast(int(chance.integers(1, 30)))

    def partly(field: str, low: float, high: float, whole: bool = False) -> np.ndarray:
        drawn = getattr(crowd, field)
        fixed = (
            chance.integers(int(low), int(high) + 1, drawn.shape) if whole else chance.uniform(low, high, drawn.shape)
        )
        return np.where(chance.random(drawn.shape) < 0.5, drawn, fixed).astype(drawn.dtype)

    return replace(
        crowd,
        motive=partly("motive", 0, len(RULES.motives.ids) - 1, whole=True), love=partly("love", 0, 1),
        likes_format=partly("likes_format", 0, 1, whole=True), sensitivity=partly("sensitivity", 0.5, 2),
        trust=partly("trust", 0, 1), need_from=partly("need_from", 1, 28, whole=True),
        need_until=partly("need_until", 1, 28, whole=True), buys=partly("buys", 0, 1, whole=True),
        about=(chance.random(crowd.about.shape) < 0.4).astype(float), seed=int(chance.choice([-1, 3])),
    )  # fmt: skip


@pytest.mark.parametrize("number", range(12))
def test_what_is_fixed_holds_and_the_rest_does_not_depend_on_who_else_is_drawn(number):
    """In any cast an episode has the same people and first morning alone as among others; fixed traits are kept."""
    crowd, episodes = some_cast(number), np.array([4, 2**32 - 1, 0])
    together = draw_people(crowd, RULES, 9, episodes)
    morning = first_state(crowd, together, RULES, 9, episodes)

    for row, episode in enumerate(episodes):
        alone = draw_people(crowd, RULES, 9, np.array([episode]))
        first = first_state(crowd, alone, RULES, 9, np.array([episode]))
        here = {f.name: getattr(together, f.name) for f in fields(together)}
        ties = {"ties", "tie_weight"}
        cut = replace(together, **{n: v[row : row + 1] for n, v in here.items() if n not in ties})
        stacked = {"facets", "hurt"}
        dawn = {f.name: getattr(morning, f.name) for f in fields(morning)}
        cut_dawn = replace(
            morning, **{n: v[:, row : row + 1] if n in stacked else v[row : row + 1] for n, v in dawn.items()}
        )
        assert differing_fields(cut, alone) == []
        assert differing_fields(cut_dawn, first) == []
    for trait in ("motive", "sensitivity"):
        fixed = getattr(crowd, trait) >= 0
        assert (getattr(together, trait)[:, fixed] == getattr(crowd, trait)[fixed]).all()


@pytest.mark.parametrize("number", range(12))
def test_contents_are_worth_the_best_loved_topic_and_the_mean_and_the_format(number):
    """What a content is worth: 70 % its best-loved topic, 30 % the mean; 35 % of that is lost in a wrong format."""
    crowd = replace(some_cast(number), love=np.random.default_rng(number).random(some_cast(number).love.shape))
    crowd = replace(crowd, likes_format=np.maximum(crowd.likes_format, 0.0))
    fit = draw_people(crowd, RULES, 9, np.arange(3)).fit

    for who, love in enumerate(crowd.love):
        for content, topics in enumerate(crowd.about):
            loved = love[topics > 0]
            worth = 0.7 * loved.max() + 0.3 * loved.mean() if len(loved) else 0.3
            liked = crowd.likes_format[who, crowd.content_format[content]]
            assert fit[:, who, content] == pytest.approx(worth * (1.0 if liked else 0.65))
