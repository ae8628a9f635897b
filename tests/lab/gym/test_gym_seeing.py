"""What agents see: nothing that is hidden from a player, and every day and count as they are."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game.engine.sight import see
from game.engine.timeline import holds
from game.lab.gym.acting import possibilities, repertoire_of
from game.lab.gym.seeing import layout_of, observed
from tests.lab.gym.episodes import by_dice, made
from tests.plays import SHIPPED, compiled


def scrambled(position, seed):
    """The same visible facts, with all that is hidden drawn anew."""
    rng = np.random.default_rng(seed)
    people, state = position.people, position.state
    other = {
        f.name: rng.permuted(getattr(people, f.name), axis=1)
        for f in fields(people)
        if f.name not in {"fit", "ties", "tie_weight"}
    }
    read = position.ledger.looked[..., None] > 0.5
    other["fit"] = np.where(read, people.fit, rng.random(people.fit.shape))
    changed = {f.name: getattr(state, f.name) * rng.random(getattr(state, f.name).shape) for f in fields(state)}
    unread = {  # a position may hold what a profile would tell
        f.name: np.where(read, getattr(position, f.name), rng.random(people.fit.shape))
        for f in fields(position)
        if f.name == "profile"
    }
    return replace(position, people=replace(people, **other), state=replace(state, **changed), **unread)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_nothing_hidden_is_seen(scenario):
    """With all hidden state, traits and unread profiles changed, what is seen and what can be done stay equal."""
    env, choose = made(scenario), by_dice(1)
    repertoire = repertoire_of(compiled(scenario))
    layout = layout_of(compiled(scenario), repertoire.moves)
    _, info = env.reset(seed=3)
    over = False
    while not over:
        position = env.games.position
        other = scrambled(position, position.day)
        opens = compiled(scenario).content_when
        assert all((holds(w, position) == holds(w, other)).all() for w in opens)
        mine, theirs = see(position), see(other)
        for name, values in observed(mine, layout).items():
            np.testing.assert_array_equal(values, observed(theirs, layout)[name])
        np.testing.assert_array_equal(possibilities(mine, repertoire).flat, possibilities(theirs, repertoire).flat)
        _, _, over, _, info = env.step(choose(env, info))


def test_what_is_seen_tells_days_and_counts():
    """Ages and counts can be turned back into the ledger's own figures."""
    env = made("slow_roast")
    _, info = env.reset(seed=1)
    for _ in range(6):
        seen, *_, info = env.step(by_dice(info["day"])(env, info))
    names, book = env.games.layout.followers, env.games.position.ledger
    column = {name: seen["followers"][:, i].astype(float) for i, name in enumerate(names)}

    met = book.contact_age[0] < 900
    assert met.any()
    np.testing.assert_allclose(2 / column["contact_age"][met] - 2, book.contact_age[0][met], atol=1e-4)
    contacts = 2 * column["contacts"] / (1 - column["contacts"])
    np.testing.assert_allclose(contacts, book.contacts[0], atol=1e-4)
