"""How it stands with a follower, in words: the stage that can be seen, the true stage, and the mood they speak in."""

import numpy as np

from game.engine.position import Position
from game.engine.seen.seen_conditions import stages_seen
from game.model import stage, trust
from game.model.readings import STAGES


def visible_stage(warm: float, contacts: float, bought: float) -> str:
    """How near they seem, by what anyone can see: warm answers, contacts, purchases.

    >>> visible_stage(0, 0, 0), visible_stage(4, 6, 0)
    ('stranger', 'regular')
    """
    return STAGES[int(stages_seen(*np.array([warm, contacts, bought])))]


def mood_of(trusting: float, reactance: float, wear: float) -> str:
    """The mood a follower speaks in.

    >>> mood_of(0.7, 0.0, 0.2)
    'bright'
    """
    if reactance > 0.45 or trusting < 0.22:
        return "sour"
    if wear > 1.6:
        return "tired"
    return "bright" if trusting > 0.58 else "even"


def near_of(position: Position, column: int) -> str:
    """How near a follower seems to the player."""
    ledger = position.ledger
    return visible_stage(
        float(ledger.warm[0, column]), float(ledger.contacts[0, column]), float(ledger.bought[0, column])
    )


def stages_of(position: Position) -> list[str]:
    """True stage of each follower of a single game, as words."""
    rules = position.compiled.rules
    return [STAGES[n] for n in stage(position.state, position.ledger, position.people, rules.params)[0].tolist()]


def moods_of(position: Position) -> list[str]:
    """Mood of each follower of a single game."""
    now = trust(position.state, position.people, position.compiled.rules.params)[0]
    felt = (now, position.state.reactance[0], position.state.wear[0])
    return [mood_of(*of_one) for of_one in zip(*(each.tolist() for each in felt), strict=True)]
