"""Patient: reads the profile, listens, gives what fits, leaves people in peace, and asks when the signs say so.

Most important first: answer and help those who wait, ask those who seem ready, thank and congratulate, take up a talk
that is on, and only then begin one, with those who have had their rest. `signs` says how the signs are read.
"""

from dataclasses import replace

import numpy as np

from game.bots.bot import Bot, Wishes, no_wishes
from game.bots.habits import PATIENT, POST_EVERY_DAYS, Habits
from game.bots.signs import buyer_odds, nearness, rest_wanted, said_since, seems_ready
from game.engine.fresh_for_days import SHARE_DAYS
from game.engine.sight import Sight
from game.model.arrays import Array
from game.model.state import HAPPENED, LATELY

ALWAYS = ""  # no habit that can be left out


def court(sight: Sight, habits: Habits = PATIENT) -> Wishes:
    """Courting without the question at its end: what `patient` and `never_asks` share."""
    book, wishes = sight.ledger, no_wishes(sight)
    rest = rest_wanted(sight, habits)
    waits = book.waiting < HAPPENED
    talk, rested = said_since(sight, habits), book.contact_age >= rest
    nearly = book.contact_age >= rest - 1.0  # when hours are left
    owed = (book.shared_age <= SHARE_DAYS) & (book.unthanked > 0.5)
    good_news = (book.news_age <= LATELY) & (book.unheard > 0.5)
    content = sight.best_content
    gift = (sight.best_worth >= habits.fits) & (book.contacts % 2 == 0)
    if not habits.has("gifts"):
        gift = book.contacts < 0.0
    cases = (
        # habit, condition, move, priority: the first that holds is taken
        ("help", waits & (book.need_age <= habits.help_days) & (buyer_odds(sight, habits) > 0.0), "help", 9.0),
        ("answers", waits, "answer", 9.5),
        ("congratulations", good_news, "congratulate", 8.0),
        ("thanks", owed & (book.compliment > 0.5), "ask_their_view", 8.0),
        ("thanks", owed, "thank_publicly", 7.5),
        ("gifts", talk & gift, "share_resource", 6.0),
        ("follow_ups", talk, "follow_up", 6.0),
        ("profile", book.looked < 0.5, "look_around", 5.0),
        ("gifts", rested & gift, "share_resource", 4.0),
        (ALWAYS, rested & (book.contacts % 4 < 2), "ask_their_view", 4.0),
        (ALWAYS, rested, "ask_about_them", 4.0),
        ("gifts", nearly & gift, "share_resource", 1.0),
        (ALWAYS, nearly & ~gift, "ask_about_them", 1.0),
        ("space", (book.contact_age < habits.rest_days) & (rest > habits.rest_days), "give_space", 0.0),
    )
    move, weight = wishes.move, wishes.priority
    decided = np.zeros(move.shape, dtype=bool)
    for habit, condition, name, weighs in cases:
        if habit and not habits.has(habit):
            continue
        here = condition & ~decided
        move = np.where(here, sight.number(name), move)
        weight = np.where(here, weighs, weight)
        decided = decided | here
    priority = np.where(decided, weight + np.minimum(book.contact_age, 9.0) * 0.05, 0.0)
    if habits.has("nearness"):
        priority = priority + nearness(sight, habits)
    courting = Wishes(
        move=move,
        content=np.where(move == sight.number("share_resource"), content, -1),
        priority=priority,
        post=wishes.post,
        post_content=wishes.post_content,
    )
    return _with_posts(courting, sight) if habits.has("posts") else courting


def _with_posts(wishes: Wishes, sight: Sight) -> Wishes:
    """The wishes with something helpful for everybody on one day of the week."""
    topical = sight.popular_content
    post_day = (sight.day % POST_EVERY_DAYS == 2) & (topical >= 0)
    return replace(
        wishes,
        post=np.where(post_day, sight.number("post_helpful"), 0),
        post_content=np.where(post_day, topical, -1),
    )


def asking(sight: Sight, wishes: Wishes, ready: Array, move: str = "propose") -> Wishes:
    """The wishes with a question to some (B, F), before all else."""
    return replace(
        wishes,
        move=np.where(ready, sight.number(move), wishes.move),
        content=np.where(ready, -1, wishes.content),
        priority=np.where(ready, 12.0, wishes.priority),
    )


def courting_bot(habits: Habits, name: str = "courts") -> Bot:
    """A bot that courts and asks by other habits."""

    def policy(sight: Sight) -> Wishes:
        return asking(sight, court(sight, habits), seems_ready(sight, habits))

    return Bot(name, policy, "Courts by other habits.", asks=True, posts=True, broadcasts=False, stochastic=False)


def policy(sight: Sight) -> Wishes:
    """Courts, and asks those who seem ready."""
    return asking(sight, court(sight), seems_ready(sight))


BOT = Bot(
    "patient", policy, "Listens, gives what fits, and asks when the signs say so.",
    asks=True, posts=True, broadcasts=False, stochastic=False,
)  # fmt: skip
