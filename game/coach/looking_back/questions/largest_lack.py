"""What was missing most when a question was put: each thing that counts as it is with those who say yes, in turn."""

from dataclasses import replace
from typing import Literal

import numpy as np

from game.engine.position import Position
from game.model import Ledger, People, State, trust
from game.model.readings import leaning
from game.model.state import NEVER

Lack = Literal["trust", "need", "refused", "pushed", "elsewhere", "chance"]
"""Trust, a need on that day, days since a no, being left free, that nothing has been bought elsewhere; or only luck."""
TRUSTING, NEEDY = 0.8, 0.9
"""Trust and need, 0..1, of the middle one of those who are ready to buy: a test counts them again."""
LITTLE = 0.2
"""Log odds: where every one of these things would change less, it was chance."""
EVERY_STEP = 0.1


def largest_lack(morning: Position, column: int, size: float) -> Lack:
    """What would have made a yes likelier by most, had it been as it is with those who say yes.

    Args:
        morning: of the question.
        column: of the one who was asked.
        size: 0..1, how much was asked for.
    """
    state, ledger, people = morning.state, morning.ledger, morning.people
    otherwise: dict[Lack, tuple[State, Ledger, People]] = {
        "trust": (state, ledger, _trusting(morning, column)),
        "need": (replace(state, need=np.maximum(state.need, NEEDY)), ledger, people),
        "refused": (state, replace(ledger, decline_age=np.full_like(ledger.decline_age, NEVER)), people),
        "pushed": (replace(state, reactance=np.zeros_like(state.reactance)), ledger, people),
        "elsewhere": (replace(state, elsewhere=np.zeros_like(state.elsewhere)), ledger, people),
    }

    def odds(some: tuple[State, Ledger, People]) -> float:
        return float(leaning(size, *some, morning.compiled.rules.params)[0, column])

    gained = {lack: odds(some) for lack, some in otherwise.items()}
    most = max(gained, key=lambda lack: gained[lack])
    return most if gained[most] - odds((state, ledger, people)) >= LITTLE else "chance"


def _trusting(morning: Position, column: int) -> People:
    """People who trust as those do who say yes, and are otherwise as they are."""
    people, params = morning.people, morning.compiled.rules.params
    while trust(morning.state, people, params)[0, column] < TRUSTING:
        people = replace(people, propensity=people.propensity + EVERY_STEP)
    return people
