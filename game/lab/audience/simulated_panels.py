"""Panels of simulated followers, each with other numbers of its crowd, treated as an account treated its followers.

Who gets a message on a day is drawn; those whose own message waits come first, and get an answer. Offers go to anybody.
Everybody reads the posts. The account was there before its file begins: the panels live through weeks like the first.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.lab.audience.account import KINDS, POSTS_A_WEEK, Account
from game.lab.audience.crowd_numbers import values_at
from game.lab.playing.stopping import heeding_interrupts
from game.model import (
    Cast,
    Choices,
    Ledger,
    Params,
    People,
    Rules,
    Signals,
    State,
    draw,
    draw_people,
    first_ledger,
    first_state,
    step,
)
from game.model.arrays import Array
from game.model.cast import motives
from game.model.chance import EXPERIMENT_STREAM
from game.model.moves import table
from game.model.philox import uniforms
from game.model.signals import Signal
from game.model.state import HAPPENED, NEVER

FOLLOWERS = 64  # in a panel
BEFORE = 4  # weeks like the first, through which a panel lives before the first is counted
AT_ONCE = 64  # panels that are played together
WANTS = ("buyer", "deal_hunter")
IN_WORDS = (
    Signal.ANSWER_WARM, Signal.ANSWER_SHORT, Signal.ANSWER_COOL, Signal.THANKS, Signal.WONDERS, Signal.BUYS,
    Signal.DECLINES_KINDLY, Signal.DECLINES_COLDLY,
)  # fmt: skip
"""What counts as a reply: words in answer to a message or a post, none that followers begin by themselves."""

SHARED = (Signal.SHARE_PLAIN, Signal.SHARE_COMPLIMENT)
DECENT = 0.6  # what a post is worth to them, 0..1, on the average
_STREAM = EXPERIMENT_STREAM + 7_000_000


@dataclass(frozen=True, eq=False)
class SimulatedPanels:
    """N panels of followers, as they were treated for W weeks."""

    places: Array  # (N, K) 0..1, numbers of each crowd
    counted: Array  # (N, W, 4) float64, how many did what `KINDS` names
    there: Array  # (N, W) float64, how many there were at the beginning of each week

    @property
    def rates(self) -> Array:
        """What the followers of all panels together did (W, 4), as shares of those there were."""
        return np.asarray(self.counted.sum(axis=0) / np.maximum(1.0, self.there.sum(axis=0))[:, None])


def simulate(
    account: Account, places: Array, seed: int, *, first: int = 0, done: Callable[[int], object] = bool
) -> SimulatedPanels:
    """What a panel for each of N crowds does in each week.

    Args:
        account: what was done, and for how many followers.
        places: (N, K) 0..1, numbers of each crowd by their places in their ranges.
        seed: 0..2**32 − 1.
        first: number of the first panel; each has chance of its own by its number.
        done: told how many panels have just been played.

    """
    found = []
    with heeding_interrupts() as heed:
        for start in range(0, len(places), AT_ONCE):
            block = places[start : start + AT_ONCE]
            episodes = np.arange(first + start, first + start + len(block))
            found.append(_played(account, block, seed, episodes))
            heed()
            done(len(block))
    return SimulatedPanels(places, np.concatenate([one for one, _ in found]), np.concatenate([two for _, two in found]))


def _played(account: Account, places: Array, seed: int, episodes: Array) -> tuple[Array, Array]:
    """Counts (B, W, 4) and followers (B, W) of one block of panels."""
    values = {name: value[:, None] for name, value in values_at(places).items()}
    days = 7 * (BEFORE + account.length)
    rules = _rules(values)
    people, state = _crowd(values, rules, seed, episodes, days)
    ledger = first_ledger(people)
    counted = np.zeros((len(episodes), account.length, len(KINDS)))
    there = np.zeros((len(episodes), account.length))
    for week in range(-BEFORE, account.length):
        begins, did = ledger.present, np.zeros((len(KINDS), *ledger.present.shape), dtype=bool)
        for weekday in range(7):
            day = 7 * (week + BEFORE) + weekday + 1
            choices = _chosen(account, max(0, week), weekday, day, ledger, rules, seed, episodes)
            noise = draw(seed, episodes, day, FOLLOWERS)
            state, ledger, signals = step(state, ledger, choices, noise, people, rules, day)
            did |= _done_by(signals)
        if week >= 0:
            did[KINDS.index("unfollows")] = begins > ledger.present
            counted[:, week], there[:, week] = did.sum(axis=2).T, begins.sum(axis=1)
    return counted, there


def _done_by(signals: Signals) -> Array:
    """Who did what on a day (4, B, F) boolean; who left is seen by their absence."""
    tables = [np.isin(np.arange(len(Signal)), codes) for codes in (IN_WORDS, SHARED, (), (Signal.BUYS,))]
    return np.stack([table[signals.reaction] | table[signals.initiative] for table in tables])


def _rules(values: dict[str, Array]) -> Rules:
    """Constants of each panel (B, 1), where the crowds differ in them; the dials as scenarios have them."""
    p = Params()
    turned: dict[str, Any] = {
        "h0": p.h0 * values["leaving"], "wear_days": p.wear_days * values["weariness"],
        "k_ask_gap": p.k_ask_gap * values["pushiness_cost"], "k_sell_gap": p.k_sell_gap * values["pushiness_cost"],
    }  # fmt: skip
    return Rules(replace(p, **turned), table(), motives.table())


def _cast(names: tuple[str, ...], days: int) -> Cast:
    """Strangers with some motives, as common among each other as in the game's crowd."""
    rows = motives.table()
    mix = np.array([m.share if m.id in names else 0.0 for m in motives.BUILT_IN])
    unknown, one = np.full(FOLLOWERS, -1.0), np.ones(FOLLOWERS)
    own = np.arange(FOLLOWERS)[:, None]
    assert len(mix) == len(rows.ids)
    return Cast(
        motive=np.full(FOLLOWERS, -1), mix=mix, love=np.full((FOLLOWERS, 1), -1.0),
        likes_format=np.full((FOLLOWERS, 1), -1.0), sensitivity=unknown, trust=unknown, need_from=unknown,
        need_until=unknown, buys=unknown, arrives=one, mutual=one, ties=own, tie_weight=np.zeros((FOLLOWERS, 1)),
        about=np.ones((1, 1)), content_format=np.zeros(1, dtype=np.int64), days=days, seed=-1,
    )  # fmt: skip


def _crowd(values: dict[str, Array], rules: Rules, seed: int, episodes: Array, days: int) -> tuple[People, State]:
    """The followers of each panel on the first day, and what they feel."""
    others = tuple(m.id for m in motives.BUILT_IN if m.id not in WANTS and m.share > 0.0)
    plain = replace(rules, params=Params())
    two = [draw_people(_cast(names, days), plain, seed, episodes) for names in (others, WANTS)]
    which, when, length, _ = _draws(seed, episodes, 0)
    wants = which < np.minimum(0.95, values["wanting"] / 100.0 * days / 28.0)

    def either(one: Array, other: Array) -> Array:
        mask = wants[..., None] if one.ndim == 3 else wants
        return np.where(mask, other, one)

    shared = {"ties", "tie_weight"}
    mixed = {name: value if name in shared else either(value, getattr(two[1], name))
             for name, value in vars(two[0]).items()}  # fmt: skip
    rises = np.floor(1.0 + when * days)
    need_from = np.where(wants, rises, NEVER)
    people = replace(
        People(**mixed),
        need_from=need_from, need_until=np.where(wants, rises + 4.0 + np.floor(7.0 * length), NEVER),
        buys=np.where(need_from < HAPPENED, 1.0, 0.0),
        talkative=np.minimum(1.0, mixed["talkative"] * values["answering"]),
        sharing=np.minimum(1.0, mixed["sharing"] * values["sharing"]),
    )  # fmt: skip
    state = first_state(_cast(others, days), people, plain, seed, episodes)
    facets = np.clip(state.facets + (values["first_trust"] - 50.0) / 100.0, -0.95, 0.95)
    return people, replace(state, facets=facets)


def _draws(seed: int, episodes: Array, day: int) -> tuple[Array, Array, Array, Array]:
    """Four draws (B, F), 0..1, of a day."""
    first, second = uniforms(seed, episodes, day, FOLLOWERS, _STREAM)
    third, fourth = uniforms(seed, episodes, day, FOLLOWERS, _STREAM + 1)
    return first, second, third, fourth


def _chosen(
    account: Account, week: int, weekday: int, day: int, ledger: Ledger, rules: Rules, seed: int, episodes: Array
) -> Choices:
    """What is done on a day: offers and messages by chance, those who wait first; posts spread over the week."""
    rates, posts = account.done[week] / account.followers[week], int(min(POSTS_A_WEEK, account.done[week, 2]))
    place, offered, kind, share = _draws(seed, episodes, day)
    here = ledger.present > 0.5
    waits = here & (ledger.waiting < HAPPENED)
    quota = rates[0] / 7.0 * here.sum(axis=1) + share[:, 0]  # rounded down: so many messages in a panel today
    order = np.where(here, place + 2.0 * waits, -1.0)
    rank = np.argsort(np.argsort(-order, axis=1, kind="stable"), axis=1, kind="stable")
    told = here & (rank < np.floor(quota)[:, None])
    number = rules.moves.index
    asking = np.where(kind < 0.5, number("ask_about_them"), number("ask_their_view"))
    move = np.where(told, np.where(waits, number("answer"), asking), 0)
    move = np.where(here & (offered < rates[1] / 7.0), number("propose"), move)
    today = (weekday + 1) * posts // 7 > weekday * posts // 7
    post = np.full(len(episodes), number("post_helpful") if today else 0, dtype=np.int64)
    return Choices(move.astype(np.int64), np.ones(move.shape), post, np.full(move.shape, DECENT))
