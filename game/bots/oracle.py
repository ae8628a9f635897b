"""Oracle: courts like the patient one, but sees what is hidden. It tells what was within reach, not how to play.

Without hidden state it is the patient bot.
"""

from dataclasses import replace

import numpy as np

from game.bots.bot import Bot, Hidden, Wishes
from game.bots.patient import court
from game.bots.patient import policy as patient
from game.engine.sight import Sight
from game.model.arrays import Array
from game.model.readings import readiness

ASKS_AT = 0.8  # probability of a yes from which it asks
LAST_CALL = 0.3  # the same on the last day before a need has passed or the game ends
RETRY_DAYS = 4.0  # days of peace after a no, for one who sees what is hidden


def may_be_won(sight: Sight, hidden: Hidden) -> Array:
    """Whose happy end is to buy and still open (B, F) boolean."""
    wants = (hidden.people.buys > 0.5) & (sight.ledger.bought < 0.5) & (hidden.state.elsewhere < 0.5)
    return np.asarray(wants & (sight.ledger.present > 0.5) & (hidden.people.human > 0.5))


def policy(sight: Sight, hidden: Hidden | None = None) -> Wishes:
    """Gives what truly fits, spends its hours on those who can still be won, asks when a yes is likely."""
    if hidden is None:
        return patient(sight)
    wishes = court(replace(sight, seems_fit=hidden.people.fit))
    open_still = may_be_won(sight, hidden)
    chance = readiness(hidden.state, sight.ledger, hidden.people, hidden.rules.params)
    closing = np.minimum(hidden.people.need_until, float(sight.days)) - sight.day <= 0.0
    rested = sight.ledger.decline_age > RETRY_DAYS
    ask = open_still & rested & ((chance >= ASKS_AT) | (closing & (chance >= LAST_CALL)))
    settled = (hidden.state.happy > 0.5) | (hidden.people.human < 0.5)
    return replace(
        wishes,
        move=np.where(ask, sight.number("propose"), wishes.move),
        content=np.where(ask, -1, wishes.content),
        priority=np.where(ask, 20.0 + chance, wishes.priority + open_still - 5.0 * settled),
    )


BOT = Bot(
    "oracle", policy, "Sees what is hidden, to know what was within reach.",
    asks=True, posts=True, broadcasts=False, stochastic=False, sees_hidden_state=True,
)  # fmt: skip
