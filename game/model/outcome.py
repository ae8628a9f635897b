"""How a playthrough ended: the followers' own good first, the business second.

Rule: never a count of sales alone, never a count of followers alone. A follower who was pressed and stayed fares
worse than one who was left in peace.
"""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array, sum_of_followers
from game.model.parameters import Params
from game.model.readings import trust
from game.model.state import HAPPENED, Ledger, People, State

PEOPLE_SHARE = 0.6  # of the score; the rest is the business


@dataclass(frozen=True, eq=False)
class Outcome:
    """The end of B episodes."""

    score: Array  # (B,) 0..100
    people: Array  # (B,) 0..100
    business: Array  # (B,) 0..100; equal to people when nobody ever wanted to buy
    happy: Array  # (B,) number of happy ends that held
    bought: Array  # (B,) number of customers
    following: Array  # (B,) share of the humans still following, 0..1
    mean_trust: Array  # (B,) 0..1 over the humans


def fares_of(state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """How each follower fares (B, F), 0..1: half for a happy end, half for trust; both free of pressure and weariness.

    0 once gone.
    """
    rested = 1.0 / (1.0 + 0.3 * np.maximum(0.0, state.wear - 1.0))
    ease = (1.0 - np.minimum(1.0, state.reactance)) * rested
    return ledger.present * ease * (0.5 * state.happy + 0.5 * trust(state, people, p))


def outcome(state: State, ledger: Ledger, people: People, p: Params) -> Outcome:
    """Outcome of each episode on the evening of the last day."""
    human = people.human * np.where(people.arrives < HAPPENED, 1.0, 0.0)
    count = np.maximum(1.0, sum_of_followers(human))
    wanted = sum_of_followers(people.buys * human)
    customers = np.minimum(1.0, ledger.bought)
    won = sum_of_followers(customers * people.buys * human)
    kindness = 100.0 * sum_of_followers(fares_of(state, ledger, people, p) * human) / count
    refused = sum_of_followers(np.maximum(0.0, ledger.asks - ledger.bought))
    business = np.where(wanted > 0.0, 100.0 * won / np.maximum(1.0, wanted + refused), kindness)
    return Outcome(
        score=PEOPLE_SHARE * kindness + (1.0 - PEOPLE_SHARE) * business,
        people=kindness,
        business=business,
        happy=sum_of_followers(state.happy * ledger.present * human),
        bought=sum_of_followers(customers * human),
        following=sum_of_followers(ledger.present * human) / count,
        mean_trust=sum_of_followers(trust(state, people, p) * human) / count,
    )
