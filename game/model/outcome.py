"""How a playthrough ended: the followers' own good first, the business second.

Rule: never a count of sales alone, never a count of followers alone. A follower who was pressed and stayed fares
worse than one who was left in peace.
"""

from dataclasses import dataclass

import numpy as np

from game.model.arrays import Array, sum_of_followers
from game.model.parameters import Params
from game.model.readings import rested, trust
from game.model.state import HAPPENED, Ledger, People, State

PEOPLE_SHARE = 0.6  # of what is scored before manners; the rest is the business
HARM_HALVES = 0.025  # trust lost by your acts, per head, that halves what there is of manners
MANNERS_SHARE = 0.7  # of the score that goes with the last of one's manners
SECOND_HAND = 0.5  # what a customer counts who had bought elsewhere before
SCORED = (
    "state.facets", "state.stain", "state.wear", "state.reactance", "state.happy", "state.elsewhere", "state.harm",
    "ledger.present", "ledger.bought", "ledger.asks",
)  # fmt: skip
"""All that an outcome reads of what a night changes."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """The end of B episodes."""

    score: Array  # (B,) 0..100
    people: Array  # (B,) 0..100
    business: Array  # (B,) 0..100; equal to people when nobody ever wanted to buy
    manners: Array  # (B,) 0..100, 100 when nothing you did has cost anybody any trust
    happy: Array  # (B,) number of happy ends that held
    bought: Array  # (B,) number of customers
    following: Array  # (B,) share of the humans still following, 0..1
    mean_trust: Array  # (B,) 0..1 over the humans


def fares_of(state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """How each follower fares (B, F), 0..1: half for a happy end, half for trust; both free of pressure and weariness.

    0 once gone.
    """
    ease = (1.0 - np.minimum(1.0, state.reactance)) * rested(state)
    return ledger.present * ease * (0.5 * state.happy + 0.5 * trust(state, people, p))


def left_by_manners(manners: Array) -> Array:
    """The share of the score that manners leave, 0..1, same shape.

    Args:
        manners: 0..100.

    >>> float(left_by_manners(np.asarray(100.0))), round(float(left_by_manners(np.asarray(19.0))), 3)
    (1.0, 0.433)
    """
    left: Array = 1.0 - MANNERS_SHARE * (1.0 - manners / 100.0)
    return left


def outcome(state: State, ledger: Ledger, people: People, p: Params) -> Outcome:
    """Outcome of each episode as it stands."""
    human = people.human * np.where(people.arrives < HAPPENED, 1.0, 0.0)
    count = np.maximum(1.0, sum_of_followers(human))
    wanted = sum_of_followers(people.buys * human)
    customers = np.minimum(1.0, ledger.bought)
    won = sum_of_followers(customers * people.buys * human * (1.0 - (1.0 - SECOND_HAND) * state.elsewhere))
    harm = sum_of_followers(state.harm * human) / count
    manners = 100.0 / (1.0 + harm / HARM_HALVES)
    kindness = 100.0 * sum_of_followers(fares_of(state, ledger, people, p) * human) / count
    refused = sum_of_followers(np.maximum(0.0, ledger.asks - ledger.bought))
    business = np.where(wanted > 0.0, 100.0 * won / np.maximum(1.0, wanted + refused), kindness)
    return Outcome(
        score=(PEOPLE_SHARE * kindness + (1.0 - PEOPLE_SHARE) * business) * left_by_manners(manners),
        people=kindness,
        business=business,
        manners=manners,
        happy=sum_of_followers(state.happy * ledger.present * human),
        bought=sum_of_followers(customers * human),
        following=sum_of_followers(ledger.present * human) / count,
        mean_trust=sum_of_followers(trust(state, people, p) * human) / count,
    )
