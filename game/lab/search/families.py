"""Ways of playing that were found outside of the search for routines, by family, and what each scores against patient.

Each once won, or nearly did, under older rules. A family either plays by rote or by heart, or it courts and decides one
thing otherwise than the patient bot.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.bots.bot import Bot, Policy, Wishes, no_wishes
from game.bots.contract import scores
from game.bots.habits import Habits
from game.bots.patient import asking, court
from game.bots.patient import policy as patient
from game.bots.play import play
from game.bots.registry import bots
from game.bots.signs import seems_ready
from game.engine.days import outcome_of
from game.engine.sight import Sight
from game.lab.reports.statistics import Difference, difference
from game.lab.signs.by_heart import ready_by_heart
from game.lab.signs.freshness import REMEMBERED
from game.model.state import HAPPENED
from game.scenario.compiling.compile import Compiled

RIVAL = "patient"
OFTEN = 512  # games after which all is known that can be known by heart
ELSEWHERE = 1 << 20  # number of the first game that is learned from: none that is judged by
BY_HEART = (0.1, 0.2, 0.3, 0.4, 0.5)  # likelihoods from which is asked by heart; the best is taken
TRIED = 64  # games by which it is chosen
LIKES = 4.0  # before the question
FEW = 3.0  # contacts of a routine before the question


@dataclass(frozen=True)
class Family:
    """A way of playing that is no routine."""

    id: str
    does: str  # in words
    courts: bool  # otherwise it plays by rote or by heart
    make: Callable[[Compiled, int], Bot]  # for a scenario and a seed


@dataclass(frozen=True)
class FamilyLead:
    """What a family scores."""

    id: str
    does: str
    courts: bool
    score: float
    lead: Difference  # over the patient bot

    @property
    def beats(self) -> bool:
        """It wins without courting."""
        return not self.courts and self.lead.low > 0.0


def bot_of(policy: Policy, name: str) -> Bot:
    """A bot of a policy of the lab."""
    return Bot(name, policy, "A family.", asks=True, posts=True, broadcasts=True, stochastic=False)


def in_turn(sight: Sight, move: str) -> Wishes:
    """One move to everybody, those longest without contact first; what waits is answered first."""
    book, wishes = sight.ledger, no_wishes(sight)
    waits = book.waiting < HAPPENED
    return replace(
        wishes,
        move=np.where(waits, sight.number("answer"), sight.number(move)),
        content=np.where(~waits & (move == "share_resource"), sight.best_content, -1),
        priority=np.minimum(book.contact_age, 100.0) * 0.05 + 5.0 * waits,
    )


def three_lines(sight: Sight) -> Wishes:
    """Asks everybody's view in turn, answers what waits, proposes at the second sign of a need."""
    book = sight.ledger
    return asking(sight, in_turn(sight, "ask_their_view"), (book.needs + book.prices >= 2.0) & (book.bought < 0.5))


def _after(move: str, times: float, then: str = "propose") -> Policy:
    """A move to everybody in turn, and the question to each after so many contacts, once."""

    def policy(sight: Sight) -> Wishes:
        book = sight.ledger
        ready = (book.contacts >= times) & (book.asks < 0.5) & (book.bought < 0.5)
        return asking(sight, in_turn(sight, move), ready, then)

    return policy


def small_offers(sight: Sight) -> Wishes:
    """A small offer to everybody in turn, and a proposal to whoever seems ready."""
    return asking(sight, in_turn(sight, "small_offer"), seems_ready(sight))


def badger(sight: Sight) -> Wishes:
    """Asks again on the day after a no."""
    ready = seems_ready(sight, Habits(without=frozenset({"after_a_no"})))
    return asking(sight, court(sight), ready)


def pitch_at_the_moment(sight: Sight) -> Wishes:
    """A pitch where the patient bot proposes."""
    return asking(sight, court(sight), seems_ready(sight), "pitch")


def space_to_the_idle(sight: Sight) -> Wishes:
    """Gives space to everybody to whom nothing else is done. It costs no time."""
    wishes = patient(sight)
    idle = wishes.move == 0
    return replace(wishes, move=np.where(idle, sight.number("give_space"), wishes.move))


def _on_the_last_day(move: str) -> Policy:
    """Courts and asks until the last day, and on it makes one move to everybody."""

    def policy(sight: Sight) -> Wishes:
        wishes, last = patient(sight), sight.day == sight.days
        direct = last & (sight.ledger.bought < 0.5) & (sight.ledger.present > 0.5)
        return asking(sight, wishes, direct, move)

    return policy


def last_day_blast(sight: Sight) -> Wishes:
    """Courts, and sends the e-book to everybody on the last day."""
    wishes, last = patient(sight), sight.day == sight.days
    return replace(
        wishes,
        post=np.where(last, sight.number("blast_dm"), wishes.post),
        post_content=np.where(last, -1, wishes.post_content),
    )


def _by_heart(games: int) -> Callable[[Compiled, int], Bot]:
    """Courts everybody, and asks by name and day alone, as they were ready in so many games before."""

    def make(compiled: Compiled, seed: int) -> Bot:
        remembered = np.arange(ELSEWHERE, ELSEWHERE + games)
        likely = ready_by_heart(compiled, seed, remembered)

        def asking_from(threshold: float) -> Bot:
            def policy(sight: Sight) -> Wishes:
                book = sight.ledger
                ready = (likely[sight.day][None, :] >= threshold) & (book.bought < 0.5) & (book.asks < 0.5)
                return asking(sight, court(sight), ready & (sight.day > 1))

            return bot_of(policy, "by_heart")

        tried = [asking_from(threshold) for threshold in BY_HEART]
        return max(tried, key=lambda bot: float(outcome_of(play(compiled, bot, seed, remembered[:TRIED])).score.mean()))

    return make


def _plain(policy: Policy) -> Callable[[Compiled, int], Bot]:
    return lambda _compiled, _seed: bot_of(policy, "family")


def _registered(name: str) -> Callable[[Compiled, int], Bot]:
    return lambda _compiled, _seed: bots()[name]


FAMILIES = (
    Family("three_lines", "asks everybody's view in turn, answers what waits, proposes at the second sign of a need",
           False, _plain(three_lines)),
    Family("by_heart_often", f"asks by name and day alone, after {OFTEN} games", False, _by_heart(OFTEN)),
    Family("by_heart_six", "asks by name and day alone, after six games", False, _by_heart(REMEMBERED)),
    Family("small_offers", "small offers in turn, and a proposal to whoever seems ready", False, _plain(small_offers)),
    Family("gift_then_ask", "gifts in turn, and a proposal to each after three", False,
           _plain(_after("share_resource", FEW))),
    Family("likes_then_ask", "likes in turn, and a proposal to each after four", False, _plain(_after("like", LIKES))),
    Family("last_day_blast", "courts and asks, and sends the e-book to everybody on the last day", False,
           _plain(last_day_blast)),
    Family("last_day_proposals", "courts and asks, and proposes to everybody on the last day", False,
           _plain(_on_the_last_day("propose"))),
    Family("last_day_shares", "courts and asks, and asks everybody to share on the last day", False,
           _plain(_on_the_last_day("ask_to_share"))),
    Family("last_day_retweets", "courts and asks, and makes much of every share on the last day", False,
           _plain(_on_the_last_day("retweet_share"))),
    Family("badger", "courts, and asks again on the day after a no", True, _plain(badger)),
    Family("pitch_at_the_moment", "courts, and pitches where patient proposes", True, _plain(pitch_at_the_moment)),
    Family("space_to_the_idle", "courts and asks, and gives space to everybody idle", True, _plain(space_to_the_idle)),
    Family("reader", "courts, and asks by a trained score of the signs", True, _registered("reader")),
    Family("oracle", "sees what is hidden; no way of playing", True, _registered("oracle")),
)  # fmt: skip
"""The families that are played as they stand; `tuned.py` has those that are searched for."""


def leads(
    compiled: Compiled, seed: int, games: int, families: Sequence[Family], done: Callable[[int], None] = lambda _: None
) -> tuple[FamilyLead, ...]:
    """What families score over the same games as the patient bot; the best first.

    Args:
        compiled: the scenario.
        seed: 0..2**32 − 1.
        games: that each plays, two or more.
        families: some.
        done: told how many games have just been played; those that a family is learned from do not count.
    """
    rival = scores(compiled, bots()[RIVAL], seed, games)
    done(games)
    found = []
    for family in families:
        score = scores(compiled, family.make(compiled, seed), seed, games)
        lead = difference(score, rival)
        found.append(FamilyLead(family.id, family.does, family.courts, float(score.mean()), lead))
        done(games)
    return tuple(sorted(found, key=lambda f: (-f.lead.mean, f.id)))
