"""Oracle: courts like the patient one, but sees what is hidden. It tells what was within reach, not how to play.

Without hidden state it is the patient bot.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.bots.bot import Bot, Hidden, Wishes
from game.bots.habits import HabitNumber, Habits
from game.bots.patient import court
from game.bots.patient import policy as patient
from game.engine.sight import Sight
from game.model.arrays import Array
from game.model.readings import readiness

SOON_DAYS = 6.0  # days before a need rises from which whoever will have it comes earlier
KNOWING = Habits(without=frozenset({"profile"}))  # whoever knows what fits need not read for it
RETRY_DAYS = 4.0  # days of peace after a no, for one who sees what is hidden


@dataclass(frozen=True, eq=False)
class Insight:
    """What the oracle makes of what is hidden. Numbers, or one for each episode of a batch (B, 1)."""

    asks_at: HabitNumber = 0.9  # probability of a yes from which it asks
    last_call: HabitNumber = 0.5  # the same on the last day before a need has passed or the game ends
    retry_days: HabitNumber = RETRY_DAYS
    buyers_first: HabitNumber = 3.0  # how much earlier come those who can still be won
    needy_first: HabitNumber = 3.0  # and of them those whose need is on
    settled_last: HabitNumber = 10.0  # how much later come those who have had their happy end, and machines
    habits: Habits = KNOWING


INSIGHT = Insight()


def may_be_won(sight: Sight, hidden: Hidden) -> Array:
    """Whose happy end is to buy and still open (B, F) boolean."""
    wants = (hidden.people.buys > 0.5) & (sight.ledger.bought < 0.5) & (hidden.state.elsewhere < 0.5)
    return np.asarray(wants & (sight.ledger.present > 0.5) & (hidden.people.human > 0.5))


def seeing(sight: Sight, hidden: Hidden, insight: Insight) -> Wishes:
    """Gives what truly fits, spends its hours on those who can still be won, asks when a yes is likely."""
    wishes = court(replace(sight, seems_fit=hidden.people.fit), insight.habits)
    open_still = may_be_won(sight, hidden)
    chance = readiness(hidden.state, sight.ledger, hidden.people, hidden.rules.params)
    closing = np.minimum(hidden.people.need_until, float(sight.days)) - sight.day <= 0.0
    rested = sight.ledger.decline_age > insight.retry_days
    ask = open_still & rested & ((chance >= insight.asks_at) | (closing & (chance >= insight.last_call)))
    settled = (hidden.state.happy > 0.5) | (hidden.people.human < 0.5)
    needy = open_still & (hidden.people.need_from <= sight.day + SOON_DAYS) & (hidden.people.need_until >= sight.day)
    first = insight.buyers_first * open_still + insight.needy_first * needy - insight.settled_last * settled
    return replace(
        wishes,
        move=np.where(ask, sight.number("propose"), wishes.move),
        content=np.where(ask, -1, wishes.content),
        priority=np.where(ask, 20.0 + chance, wishes.priority + first),
    )


def policy(sight: Sight, hidden: Hidden | None = None) -> Wishes:
    """Plays with what is hidden, where it is given."""
    return patient(sight) if hidden is None else seeing(sight, hidden, INSIGHT)


BOT = Bot(
    "oracle", policy, "Sees what is hidden, to know what was within reach.",
    asks=True, posts=True, broadcasts=False, stochastic=False, sees_hidden_state=True,
)  # fmt: skip
