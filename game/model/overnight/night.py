"""The night: what followers do in answer to the day, how needs age, what is forgotten, who goes."""

from dataclasses import replace

import numpy as np

from game.model.acts import Act
from game.model.arrays import Array
from game.model.chance import Noise
from game.model.moves import ASKS_FROM, SALE_FROM
from game.model.overnight.chances import (
    LOOKING_ELSEWHERE,
    THANKING,
    WONDERING,
    blocking,
    initiative_chances,
    need_kinds,
    need_passed,
    praising,
    reply_chances,
)
from game.model.parameters import Params
from game.model.readings import familiarity, hazard, loss_of, trust, trust_of
from game.model.signals import Signal, Signals, among
from game.model.state import (
    LATELY,
    NEED_RESTS,
    NEED_RISES,
    Ledger,
    People,
    State,
)

BROADCASTER = 0.08  # how far an answer is expected of somebody who has only ever posted
HAPPY_CONTACTS, HAPPY_ANSWERS, HAPPY_REACTANCE = 3.0, 2.0, 0.6  # of a happy end: at least, at least, at most
GIVES_UP_DAYS = 14.0  # days after which nobody waits for an answer any more
HALF_SHOWN_DAYS = 4.0  # days of waiting after which another one costs half as much as the first


def react(
    act: Act, post: Act, accepted: Array, state: State, ledger: Ledger, people: People, noise: Noise, p: Params
) -> Array:
    """Reactions (B, F) to the direct move, or to the post where there was none."""
    by = reply_chances(act, post, state, ledger, people, p)
    tone = np.where(
        noise.tone < by.warm,
        np.where(by.given & (noise.tone < THANKING * by.warm), Signal.THANKS, Signal.ANSWER_WARM),
        np.where(noise.tone > 1.0 - by.cool * (1.0 - by.warm), Signal.ANSWER_COOL, Signal.ANSWER_SHORT),
    )
    liking = np.where(noise.reaction < by.liking, Signal.LIKE, Signal.NONE)
    free = np.where(noise.reaction < by.replying, tone, liking)
    free = np.where(by.plain & (noise.reaction < WONDERING * people.human), Signal.WONDERS, free)

    asked = act.ask >= ASKS_FROM
    yes = np.where(
        act.seeks_share > 0.5,
        Signal.SHARE_PLAIN,
        np.where(act.ask >= SALE_FROM, Signal.BUYS, Signal.ACCEPTS),
    )
    kindly = noise.tone < by.kindly
    silent = (noise.reaction > by.speaking) & ~kindly
    no = np.where(kindly, Signal.DECLINES_KINDLY, np.where(silent, Signal.NONE, Signal.DECLINES_COLDLY))
    answered = np.where(asked, np.where(accepted > 0.5, yes, no), free)
    bought_by_post = (~asked) & (accepted > 0.5)
    return np.where(bought_by_post, Signal.BUYS, answered) * (ledger.present > 0.5)


def need_sign(people: People, noise: Noise) -> Array:
    """In which way somebody who needs what you sell speaks of it (B, F), as a number of `Signal`."""
    price, how, friend = need_kinds(people)
    found = np.where(noise.kind < friend, Signal.ASKS_FOR_FRIEND, Signal.NEED_SHOWS)
    found = np.where(noise.kind < how, Signal.ASKS_HOW, found)
    return np.where(noise.kind < price, Signal.ASKS_PRICE, found)


def initiate(
    direct: Act,
    post: Act,
    day: int,
    bought: Array,
    state: State,
    ledger: Ledger,
    people: People,
    noise: Noise,
    p: Params,
) -> Array:
    """What followers do of their own accord (B, F), one thing a night at most.

    Args:
        direct: the day's direct moves; who was asked something speaks the more readily of what they need.
        post: the day's post.
        day: 1..1023.
        bought: (B, F) boolean, who buys this very night and so needs nothing more.
        state: hidden state after the day's acts.
        ledger: of the day.
        people: traits.
        noise: the day's chance.
        p: constants.
    """
    in_need, chances = initiative_chances(direct, post, bought, state, people, p)
    result = np.zeros_like(state.wear)
    reached = np.zeros_like(state.wear)
    for signal, chance in chances:
        before, reached = reached, reached + chance
        result = np.where((noise.initiative >= before) & (noise.initiative < reached), signal, result)
    result = np.where((result == Signal.NEED_SHOWS) & in_need, need_sign(people, noise), result)
    warmly = noise.detail < praising(state, people, p)
    result = np.where((result == Signal.SHARE_PLAIN) & warmly, Signal.SHARE_COMPLIMENT, result)

    passed = need_passed(day, bought, state, ledger, people)
    result = np.where(passed & (noise.detail < LOOKING_ELSEWHERE), Signal.BUYS_ELSEWHERE, result)
    going = noise.leave < hazard(state, ledger, people, p) * people.human
    result = np.where(going, np.where(noise.detail < blocking(state), Signal.BLOCKS, Signal.UNFOLLOWS), result)
    return result * (ledger.present > 0.5)


def grow_needs(day: int, state: State, ledger: Ledger, people: People) -> Array:
    """Needs of the next morning (B, F): they rise, peak and pass whatever you do."""
    open_now = (day >= people.need_from) & (day <= people.need_until)
    level = np.where(open_now, 1.0, NEED_RESTS)
    level = np.where(ledger.bought > 0.5, 0.3, np.where(state.elsewhere > 0.5, 0.05, level))
    return state.need + NEED_RISES * (people.interest * level - state.need)


def left_waiting(state: State, ledger: Ledger, people: People, p: Params) -> State:
    """What it costs to let people wait, by the day, until they give up.

    A message that wants an answer costs by its weight; a share without a word of thanks and good news without a word
    a little. Of whoever has been away for weeks, or has only ever posted, little is expected. A late answer mends some.
    """
    waits = (ledger.waiting < GIVES_UP_DAYS) & (ledger.waiting >= 1.0)
    message = np.where(waits, p.k_wait * ledger.waits_for / (1.0 + ledger.waiting * (1.0 / HALF_SHOWN_DAYS)), 0.0)
    unthanked = (ledger.shared_age >= 1.0) & (ledger.shared_age < LATELY) & (ledger.unthanked > 0.5)
    unheard = (ledger.news_age >= 1.0) & (ledger.news_age < LATELY) & (ledger.unheard > 0.5)
    slight = np.where(unthanked, p.k_unheeded * (0.6 + 0.4 * ledger.compliment), 0.0) + np.where(
        unheard, p.k_unheeded, 0.0
    )
    close = np.where(ledger.contacts >= 1.0, 1.0, BROADCASTER)
    expected = np.minimum(1.0, 0.05 + 1.2 * state.fast) * close
    shown = (message + slight) * expected * (ledger.present * people.human)
    trust_now = trust_of(state.facets, state.stain, people, p)
    rate = np.minimum(1.0, loss_of(trust_now, p) * shown / (p.n0 + state.evidence))
    parts = (0.0 * rate, rate, 0.5 * rate)  # of good will first, then of integrity
    fallen = np.stack(np.broadcast_arrays(*parts)) * (1.0 + state.facets)
    return replace(state, facets=state.facets - fallen, hurt=np.minimum(2.0, state.hurt + fallen))


def forget(state: State, p: Params) -> State:
    """What a night takes away: each quantity fades at its own pace."""
    keep = 1.0 - p.forgetting
    return replace(
        state,
        facets=state.facets * keep,
        evidence=state.evidence * keep,
        hurt=state.hurt * (1.0 - 1.0 / p.hurt_days),
        fast=state.fast * (1.0 - 1.0 / p.fast_days),
        slow=state.slow * (1.0 - 1.0 / p.slow_days),
        wear=state.wear * (1.0 - 1.0 / p.wear_days),
        reactance=state.reactance * (1.0 - 1.0 / p.reactance_days),
        debt=state.debt * (1.0 - 1.0 / p.debt_days),
        commitment=state.commitment * (1.0 - 1.0 / p.commitment_days),
    )


def conclude(signals: Signals, state: State, ledger: Ledger, people: People, p: Params) -> State:
    """What their own deeds change in themselves: a purchase settles a need, a share a debt, a happy end is kept.

    A happy end other than a purchase wants trust, familiarity, no pressure, and that you have met in person and were
    answered warmly twice: posts alone befriend nobody, and neither do words nobody answers.
    """
    bought = among(signals.reaction, (Signal.BUYS,))
    shared = among(signals.initiative, (Signal.SHARE_PLAIN, Signal.SHARE_COMPLIMENT))
    elsewhere = among(signals.initiative, (Signal.BUYS_ELSEWHERE,))
    close = (
        (trust(state, people, p) >= people.happy_trust)
        & (familiarity(state, p) >= people.happy_familiarity)
        & (state.reactance <= HAPPY_REACTANCE)
        & (people.buys < 0.5)
        & (people.human > 0.5)
        & (ledger.contacts >= HAPPY_CONTACTS)
        & (ledger.warm >= HAPPY_ANSWERS)
    )
    return replace(
        state,
        happy=np.where(bought & (people.buys > 0.5) | close, 1.0, state.happy),
        elsewhere=np.where(elsewhere, 1.0, state.elsewhere),
        need=np.where(elsewhere, 0.0, np.where(bought, state.need * 0.3, state.need)),
        debt=np.where(bought | shared, state.debt * 0.5, state.debt),
    )
