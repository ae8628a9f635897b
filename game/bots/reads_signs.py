"""Reader: courts as the patient bot does, and asks by a trained score of the signs."""

from game.bots.bot import Bot, Wishes
from game.bots.habits import AFTER_NO_DAYS
from game.bots.patient import asking, court
from game.engine.seen.trained_reading import Weights, trained_weights
from game.engine.sight import Sight


def read(sight: Sight, weights: Weights) -> Wishes:
    """Courts, and asks whoever scores enough; nobody on the first day, nobody who has just said no or has bought."""
    book = sight.ledger
    ready = (weights.score(book) >= weights.asks_from) & (book.bought < 0.5)
    return asking(sight, court(sight), ready & (book.decline_age > AFTER_NO_DAYS) & (sight.day > 1))


def policy(sight: Sight) -> Wishes:
    """Courts, and asks by the trained score."""
    return read(sight, trained_weights())


BOT = Bot(
    "reader", policy, "Courts, and asks by a trained score of the signs.",
    asks=True, posts=True, broadcasts=False, stochastic=False,
)  # fmt: skip
