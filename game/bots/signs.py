"""Reading signs: who wants to buy, who is ready to be asked, who wants peace, who is won. From what is seen alone.

Whether somebody wants to buy is inferred from signals by naive Bayes: each signal multiplies the odds. Whether the
time has come is read from a need that showed lately, a few meetings, fair tells, and the absence of coolness and
refusals.
"""

import numpy as np

from game.engine.sight import Sight
from game.model.arrays import Array

# Log odds of "wants to buy": before anything is known (one in six), and by what each signal says for it.
PRIOR = -1.6
BY_SIGNAL = {
    "needs": 2.2, "prices": 1.6, "asked_how": 0.2, "errands": -0.8, "baits": -3.0, "pitches": -3.0, "shares": -0.3,
}  # fmt: skip
GLOOMY = -0.6  # running mean of tells from which somebody seems put off
SURE = 0.5  # log odds from which somebody is taken for a buyer
MET = 3.0  # contacts before a question, and one less on the last day
NEED_DAYS = 10.0  # how long a need that has shown is taken to last
HELP_DAYS = 3.0  # days for which a need that waits is answered by help
AFTER_NO_DAYS = 5.0  # days of peace after a no
TALKED_DAYS = 3.0  # days for which something that was said is worth taking up
REST_DAYS = 2.0  # days of peace after a message that got no answer


def buyer_odds(sight: Sight) -> Array:
    """Log odds (B, F) that a follower wants to buy."""
    odds: Array = np.full((1, 1), PRIOR)
    for name, weight in BY_SIGNAL.items():
        odds = odds + weight * np.minimum(3.0, getattr(sight.ledger, name))
    return odds


def seems_ready(sight: Sight) -> Array:
    """Whether somebody seems ready for a proposal (B, F): needs it, knows you, is not cool, has not just said no."""
    book = sight.ledger
    met = book.contacts >= np.where(sight.day < sight.days, MET, MET - 1.0)
    needs = (buyer_odds(sight) > SURE) & (book.need_age <= NEED_DAYS) & (book.bought < 0.5)
    return needs & met & (book.warm >= book.cool) & (book.decline_age > AFTER_NO_DAYS) & (book.glow > GLOOMY)


def said_since(sight: Sight) -> Array:
    """Who has said something since your last message, and not long ago (B, F) boolean."""
    said: Array = (sight.ledger.talk_age <= sight.ledger.contact_age) & (sight.ledger.talk_age <= TALKED_DAYS)
    return said


def rest_wanted(sight: Sight) -> Array:
    """Days of peace (B, F) for somebody who has said nothing.

    Twice as many for the quiet and the cool, for those whose tells are bad, and where two messages stand unanswered.
    """
    book = sight.ledger
    quiet = (book.contacts >= 4.0) & (book.warm + book.short < 1.0)
    unwelcome = quiet | (book.cool > book.warm) | (book.glow < GLOOMY) | (book.standing >= 2.0)
    return REST_DAYS + REST_DAYS * unwelcome


def nearness(sight: Sight) -> Array:
    """Who most deserves the next hour (B, F), −2..2: those who want to buy or have begun to warm, not those at ease."""
    warm = sight.ledger.warm
    wants = np.minimum(1.0, np.maximum(0.0, buyer_odds(sight)))
    return wants + np.where(warm == 1.0, 1.0, np.where(warm >= 3.0, -2.0, 0.0))
