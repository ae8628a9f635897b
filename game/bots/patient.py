"""Patient: reads the profile, listens, gives what fits, leaves people in peace, and asks when the signs say so.

Most important first: answer and help those who wait, ask those who seem ready, thank and congratulate, take up a talk
that is on, and only then begin one, with those who have had their rest. `signs` says how the signs are read.
"""

import numpy as np

from game.bots.bot import Bot, Wishes, no_wishes
from game.bots.signs import HELP_DAYS, REST_DAYS, nearness, rest_wanted, said_since, seems_ready
from game.engine.lengths import SHARE_DAYS
from game.engine.sight import Sight
from game.model.state import HAPPENED, LATELY

FITS = 0.55  # what a content must seem to be worth to somebody before it is shared
POST_EVERY_DAYS = 7  # days from one post to the next; whoever is met in person needs few posts


def court(sight: Sight) -> Wishes:
    """Courting without the question at its end: what `patient` and `never_asks` share."""
    book, wishes = sight.ledger, no_wishes(sight)
    waits = book.waiting < HAPPENED
    talk, rested = said_since(sight), book.contact_age >= rest_wanted(sight)
    nearly = book.contact_age >= rest_wanted(sight) - 1.0  # when hours are left
    owed = (book.shared_age <= SHARE_DAYS) & (book.contact_age > book.shared_age)
    good_news = (book.news_age <= LATELY) & (book.contact_age > book.news_age)
    content = sight.best_content
    gift = (sight.best_worth >= FITS) & (book.contacts % 2 == 0)
    cases = (
        # condition, move, priority: the first that holds is taken
        (waits & (book.need_age <= HELP_DAYS), "help", 9.0),
        (waits, "answer", 9.5),
        (good_news, "congratulate", 8.0),
        (owed & (book.compliment > 0.5), "ask_their_view", 8.0),
        (owed, "thank_publicly", 7.5),
        (talk & gift, "share_resource", 6.0),
        (talk, "follow_up", 6.0),
        (book.looked < 0.5, "look_around", 5.0),
        (rested & gift, "share_resource", 4.0),
        (rested & (book.contacts % 4 < 2), "ask_their_view", 4.0),
        (rested, "ask_about_them", 4.0),
        (nearly & gift, "share_resource", 1.0),
        (nearly & ~gift, "ask_about_them", 1.0),
        ((book.contact_age < REST_DAYS) & (rest_wanted(sight) > REST_DAYS), "give_space", 0.0),
    )
    move, weight = wishes.move, wishes.priority
    decided = np.zeros(move.shape, dtype=bool)
    for condition, name, weighs in cases:
        here = condition & ~decided
        move = np.where(here, sight.number(name), move)
        weight = np.where(here, weighs, weight)
        decided = decided | here
    priority = np.where(decided, weight + np.minimum(book.contact_age, 9.0) * 0.05, 0.0)
    topical = sight.popular_content
    post_day = (sight.day % POST_EVERY_DAYS == 2) & (topical >= 0)
    return Wishes(
        move=move,
        content=np.where(move == sight.number("share_resource"), content, -1),
        priority=priority + nearness(sight),
        post=np.where(post_day, sight.number("post_helpful"), 0),
        post_content=np.where(post_day, topical, -1),
    )


def policy(sight: Sight) -> Wishes:
    """Courts, and asks those who seem ready."""
    wishes = court(sight)
    ready = seems_ready(sight)
    return Wishes(
        move=np.where(ready, sight.number("propose"), wishes.move),
        content=np.where(ready, -1, wishes.content),
        priority=np.where(ready, 12.0, wishes.priority),
        post=wishes.post,
        post_content=wishes.post_content,
    )


BOT = Bot(
    "patient", policy, "Listens, gives what fits, and asks when the signs say so.",
    asks=True, posts=True, broadcasts=False, stochastic=False,
)  # fmt: skip
