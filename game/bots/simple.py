"""The simple ways of playing: each does one thing, whoever it meets. They are what the lesson is measured against."""

from dataclasses import replace

import numpy as np

from game.bots.bot import Bot, Wishes, no_wishes
from game.engine.sight import Sight
from game.kernel.graph.tracing import looked_up


def _to_all(sight: Sight, move: str) -> Wishes:
    """One direct move to everybody, those longest without contact first."""
    wishes = no_wishes(sight)
    return replace(
        wishes,
        move=np.full(wishes.move.shape, sight.number(move)),
        priority=np.minimum(sight.ledger.contact_age, 100.0),
    )


def _post(sight: Sight, wishes: Wishes, move: str, today: bool) -> Wishes:
    """The same wishes, and a post about something on the days that are its own."""
    content = np.where(today, sight.popular_content, -1)
    return replace(wishes, post=np.where(content >= 0, sight.number(move), 0), post_content=content)


def poster(sight: Sight) -> Wishes:
    """A helpful post every other day, and nothing else."""
    return _post(sight, no_wishes(sight), "post_helpful", sight.day % 2 == 1)


def pushy(sight: Sight) -> Wishes:
    """Pitches to those longest without contact, every day, and promotes."""
    return _post(sight, _to_all(sight, "pitch"), "post_promotion", sight.day % 3 == 1)


def spammer(sight: Sight) -> Wishes:
    """The e-book to everybody every third day, promotions between, and a request to share."""
    wishes = _post(sight, _to_all(sight, "ask_to_share"), "post_promotion", sight.day % 3 != 1)
    return replace(wishes, post=np.where(sight.day % 3 == 1, sight.number("blast_dm"), wishes.post))


def discounter(sight: Sight) -> Wishes:
    """A small offer to everybody in turn, and promotions."""
    return _post(sight, _to_all(sight, "small_offer"), "post_promotion", sight.day % 2 == 1)


def sleeper(sight: Sight) -> Wishes:
    """Wishes for nothing on every day."""
    return no_wishes(sight)


def always_asks(sight: Sight) -> Wishes:
    """Proposes to everybody in turn, kindly, every day."""
    return _to_all(sight, "propose")


def thanker(sight: Sight) -> Wishes:
    """Thanks everybody every day, for nothing."""
    return _to_all(sight, "thank_publicly")


def at_random(sight: Sight) -> Wishes:
    """Any move to anybody, by dice."""
    wishes = no_wishes(sight)
    direct = [i for i, m in enumerate(sight.moves) if i and not m.startswith("post_") and m != "blast_dm"]
    chosen = np.array([i for i in direct if sight.moves[i] not in {"introduce", "share_resource"}])
    number = np.minimum((sight.dice * len(chosen)).astype(np.int64), len(chosen) - 1)
    return replace(wishes, move=looked_up(chosen, number), priority=(sight.dice * 7919.0) % 1.0)


BOTS = (
    Bot("poster", poster, "Posts something helpful every other day and talks to nobody.",
        asks=False, posts=True, broadcasts=False, stochastic=False),
    Bot("pushy", pushy, "Pitches to everybody on first contact, and again.",
        asks=True, posts=True, broadcasts=False, stochastic=False, gives_in=True, pushes=True),
    Bot("spammer", spammer, "Sends the e-book to everybody and asks for shares.",
        asks=False, posts=True, broadcasts=True, stochastic=False, gives_in=True, pushes=True),
    Bot("discounter", discounter, "Offers everybody a small price.",
        asks=False, posts=True, broadcasts=False, stochastic=False, pushes=True),
    Bot("sleeper", sleeper, "Does nothing.", asks=False, posts=False, broadcasts=False, stochastic=False),
    Bot("always_asks", always_asks, "Proposes to everybody in turn.",
        asks=True, posts=False, broadcasts=False, stochastic=False, pushes=True),
    Bot("thanker", thanker, "Thanks everybody every day.",
        asks=False, posts=False, broadcasts=False, stochastic=False),
    Bot("random", at_random, "Rolls dice.", asks=True, posts=False, broadcasts=False, stochastic=True),
)  # fmt: skip
