"""Patient: reads the profile, listens, gives what fits, and asks when the signs say that somebody is ready.

Whether somebody wants to buy is inferred from signals by naive Bayes: each signal multiplies the odds. Whether the
time has come is read from warm answers, a need that showed lately, and the absence of refusals.
"""

import numpy as np

from game.bots.bot import Bot, Wishes, best_content, no_wishes, popular_content
from game.model.arrays import Array
from game.session.sight import Sight

# Log odds of "wants to buy": before anything is known (one in six), and by what each signal says for it.
PRIOR = -1.6
BY_SIGNAL = {"needs": 1.9, "questions": 0.25, "pitches": -1.5, "shares": -0.15}


def buyer_odds(sight: Sight) -> Array:
    """Log odds (B, F) that a follower wants to buy."""
    odds = np.full(sight.ledger.present.shape, PRIOR)
    for name, weight in BY_SIGNAL.items():
        odds = odds + weight * np.minimum(3.0, getattr(sight.ledger, name))
    return odds


def seems_ready(sight: Sight) -> Array:
    """Whether somebody seems ready for a proposal (B, F): wants to buy, has warmed up, has not just said no."""
    book = sight.ledger
    met = 3.0 if sight.days > 10 else 2.0  # in a short game there is less time to meet
    warmed = (book.warm + 0.5 * book.short >= 1.0) & (book.warm >= book.cool) & (book.contacts >= met)
    if sight.days - sight.day < 2:  # the last chance: no coolness is enough
        warmed |= (book.cool < 1.0) & (book.contacts >= met)
    return (buyer_odds(sight) > 0.0) & warmed & (book.need_age <= 7.0) & (book.decline_age > 6.0) & (book.bought < 0.5)


def court(sight: Sight) -> Wishes:
    """Courting without the question at its end: what `patient` and `never_asks` share."""
    book, wishes = sight.ledger, no_wishes(sight)
    rested = book.contact_age >= 2.0
    unthanked = (book.shared_age <= 2.0) & (book.contact_age > book.shared_age)
    talk = (book.turns >= 1.0) & (book.talk_age <= 3.0)
    cold = (book.cool > book.warm + 1.0) | ((book.contacts >= 5.0) & (book.warm + book.short < 1.0))
    content = best_content(sight)
    fit = np.take_along_axis(sight.seems_fit, np.maximum(content, 0)[..., None], axis=2)[..., 0] if (
        sight.seems_fit.shape[2]
    ) else np.zeros(content.shape)  # fmt: skip

    cases = (
        # condition, move, priority: the first that holds is taken
        (book.waiting < 900.0, "answer", 9.0),
        ((book.need_age <= 3.0) & rested, "help", 8.0),
        ((book.news_age <= 2.0) & (book.contact_age > book.news_age), "congratulate", 7.0),
        (unthanked & (book.compliment > 0.5), "ask_their_view", 7.0),
        (unthanked, "thank_publicly", 6.5),
        (book.looked < 0.5, "look_around", 5.0),
        (cold & (book.contact_age < 8.0), "nothing", 0.0),
        (talk & rested, "follow_up", 4.0),
        (rested & (fit >= 0.5) & (book.contacts % 3 == 1), "share_resource", 3.5),
        (rested & (book.contact_age >= 3.0), "ask_about_them", 2.0),
    )
    move, priority = wishes.move.copy(), np.zeros(book.present.shape)
    decided = np.zeros(book.present.shape, dtype=bool)
    for condition, name, weight in cases:
        here = condition & ~decided
        move = np.where(here, sight.number(name), move)
        priority = np.where(here, weight + np.minimum(book.contact_age, 9.0) * 0.05, priority)
        decided |= here
    wants = np.minimum(1.0, np.maximum(0.0, buyer_odds(sight)))
    with_content = move == sight.number("share_resource")
    post_day = sight.day % 4 == 2
    post = np.where(post_day, sight.number("post_helpful"), 0) * np.ones(len(sight.hours), dtype=np.int64)
    topical = popular_content(sight)
    return Wishes(
        move=move,
        content=np.where(with_content, content, -1),
        priority=priority + 2.0 * wants,
        post=np.where(topical >= 0, post, 0),
        post_content=np.where(post_day, topical, -1),
    )


def policy(sight: Sight) -> Wishes:
    """Courts, and asks those who seem ready."""
    wishes = court(sight)
    ready = seems_ready(sight)
    return Wishes(
        move=np.where(ready, sight.number("propose"), wishes.move),
        content=np.where(ready, -1, wishes.content),
        priority=np.where(ready, 10.0, wishes.priority),
        post=wishes.post,
        post_content=wishes.post_content,
    )


BOT = Bot(
    "patient", policy, "Listens, gives what fits, and asks when the signs say so.",
    asks=True, posts=True, broadcasts=False, stochastic=False,
)  # fmt: skip
