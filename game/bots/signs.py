"""Reading signs: who wants to buy, who is ready to be asked, who wants peace, who is won. From what is seen alone.

Whether somebody wants to buy is inferred from signals by naive Bayes: each signal multiplies the odds. Whether the
time has come is read from a need that showed lately, a few meetings, fair tells, and the absence of
refusals. The numbers are habits.
"""

import numpy as np

from game.bots.habits import PATIENT, Habits
from game.engine.sight import Sight
from game.model.arrays import Array

BY_SIGNAL = ("needs", "prices", "asked_how", "errands", "baits", "pitches", "shares")
"""Signals that speak for or against a buyer: counts of the ledger, each with its weight among the habits."""


def buyer_odds(sight: Sight, habits: Habits = PATIENT) -> Array:
    """Log odds (B, F) that a follower wants to buy."""
    odds: Array = np.full((1, 1), habits.prior) if isinstance(habits.prior, float) else habits.prior
    for name in BY_SIGNAL:
        odds = odds + getattr(habits, name) * np.minimum(3.0, getattr(sight.ledger, name))
    return odds


def seems_ready(sight: Sight, habits: Habits = PATIENT) -> Array:
    """Whether somebody seems ready for a proposal (B, F): needs it, knows you, has not just said no."""
    book = sight.ledger
    ready = (buyer_odds(sight, habits) > habits.sure) & (book.need_age <= habits.need_days) & (book.bought < 0.5)
    if habits.has("meetings"):
        ready = ready & (book.contacts >= np.where(sight.day < sight.days, habits.met, habits.met - 1.0))
    if habits.has("after_a_no"):
        ready = ready & (book.decline_age > habits.after_no_days)
    if habits.has("tells"):
        ready = ready & (book.glow > habits.gloomy)
    return ready


def said_since(sight: Sight, habits: Habits = PATIENT) -> Array:
    """Who has said something since your last message, and not long ago (B, F) boolean."""
    said: Array = (sight.ledger.talk_age <= sight.ledger.contact_age) & (sight.ledger.talk_age <= habits.talked_days)
    return said


def rest_wanted(sight: Sight, habits: Habits = PATIENT) -> Array:
    """Days of peace (B, F) for somebody who has said nothing.

    Twice as many for the quiet, for those whose tells are bad, and where two messages stand unanswered.
    """
    book = sight.ledger
    unwelcome = np.zeros(book.warm.shape, dtype=bool)
    if habits.has("silence"):
        quiet = (book.contacts >= 4.0) & (book.warm + book.short < 1.0)
        unwelcome = unwelcome | quiet | (book.standing >= 2.0)
    if habits.has("tells"):
        unwelcome = unwelcome | (book.glow < habits.gloomy)
    rest = habits.rest_days if habits.has("peace") else 1.0
    return rest + habits.rest_days * unwelcome


def nearness(sight: Sight, habits: Habits = PATIENT) -> Array:
    """Who most deserves the next hour (B, F), −2..2: those who want to buy or have begun to warm, not those at ease."""
    warm = sight.ledger.warm
    wants = np.minimum(1.0, np.maximum(0.0, buyer_odds(sight, habits)))
    return wants + np.where(warm == 1.0, 1.0, np.where(warm >= 3.0, -2.0, 0.0))
