"""Reading the state without touching it: trust, liking, familiarity, what they would agree to, who is about to go."""

import numpy as np

from game.model.arrays import Array, exp, logistic, saturating, squash
from game.model.parameters import Params
from game.model.state import Ledger, People, State

LARGE = 0.7  # size of a purchase
MEDIUM = 0.4  # size of sharing a post
SMALL = 0.05  # size of answering a question

IGNORED_DAYS = 2.0  # days of waiting for an answer beyond which somebody feels ignored
PAST_IGNORED_DAYS = 15.0  # days of waiting from which on nobody feels ignored any more
REFUSED_DAYS = 5.0  # days after which a no is not fresh any more

STAGE_NEEDS: dict[str, tuple[float, float, int]] = {
    "acquaintance": (0.42, 1.0, 1),
    "regular": (0.56, 2.5, 3),
    "friend": (0.7, 4.5, 5),
}
"""Stage -> trust 0..1, familiarity 0.. and personal contacts that it asks for."""


def trust_of(facets: Array, stain: Array, people: People, p: Params) -> Array:
    """Trust 0..1 from the three facets, a person's own trustfulness and any stain.

    Weights after Colquitt, Scott, LePine 2007 (unique paths .39, .26, .15, .13).

    Args:
        facets: (3, B, F) −1..1.
        stain: (B, F).
        people: traits of the same B and F.
        p: constants.
    """
    weighted = facets[0] * p.w_ability + facets[1] * p.w_benevolence + facets[2] * p.w_integrity
    return squash(0.5 * (p.k_trust * weighted + p.w_propensity * people.propensity - p.w_stain * stain))


def trust(state: State, people: People, p: Params) -> Array:
    """Trust (B, F), 0..1."""
    return trust_of(state.facets, state.stain, people, p)


def familiarity(state: State, p: Params) -> Array:
    """How well they know you (B, F), 0..: lasting familiarity and a part of the recent."""
    return state.slow + p.fast_share * state.fast


def liking(state: State, p: Params) -> Array:
    """Liking (B, F): benevolence first, more with familiarity, less with wear and pressure.

    Tedium comes late and then grows faster than familiarity: hence a peak of exposure.
    """
    known = familiarity(state, p)
    fond = state.facets[0] * 0.25 + state.facets[1] * 0.55 + state.facets[2] * 0.2
    excess = np.maximum(0.0, state.wear - 1.0)
    tedium = excess * excess / (1.0 + 0.1 * excess * excess)
    found: Array = fond + p.k_familiar * known / (known + p.familiar_half) - p.k_wear * tedium - 0.5 * state.reactance
    return found


def leaning(size: Array | float, state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """Log odds (B, F) that they agree to an ask of this size, put as one person puts it to another.

    Trust counts the more, the more is at stake. Need counts the more, the more the ask resembles a purchase (0 at size
    .2, fully at .7); below a trust of one half it leads to you the less, the less you are trusted. Whoever has bought
    elsewhere is a long way back; a fresh no stands in the way for days.

    Args:
        size: 0..1, a number or (B, F).
        state: hidden state.
        ledger: what has happened.
        people: traits.
        p: constants.
    """
    trust_now = trust(state, people, p)
    buying = np.minimum(np.maximum((size - 0.2) * 2.0, 0.0), 1.0)
    known = familiarity(state, p)
    lately_declined = just_refused(ledger)
    bargain = people.bargains * np.maximum(0.0, 1.0 - np.abs(size - 0.35) * 4.0)
    odds: Array = (
        p.b0
        + p.b_trust * (0.6 + p.b_risk * size) * (trust_now - 0.35)
        + p.b_debt * saturating(state.debt)
        - p.b_size * size
        - p.b_reactance * state.reactance
        + p.b_need * buying * (state.need * np.minimum(1.0, 2.0 * trust_now) - p.need_centre)
        + p.b_commitment * saturating(0.5 * state.commitment)
        + p.b_familiarity * (known / (known + p.familiar_half))
        + p.b_bargain * bargain
        - p.b_fresh_decline * (lately_declined * lately_declined * lately_declined)
        - p.b_elsewhere * (buying * state.elsewhere)
    )
    return odds


def rested(state: State) -> Array:
    """How far they are not tired of you (B, F), 0..1: 1 up to a weariness of 1, a little less for each more."""
    return 1.0 / (1.0 + 0.3 * np.maximum(0.0, state.wear - 1.0))


def loss_of(trust_now: Array, p: Params) -> Array:
    """What evidence against you weighs (B, F), 0..: the more, the less you are trusted."""
    return p.loss_weight * np.maximum(0.1, 1.0 + p.loss_slope * (0.5 - trust_now))


def just_refused(ledger: Ledger) -> Array:
    """How fresh their last no is (B, F), 0..1: it fades by equal parts from the evening of the no on."""
    return np.maximum(0.0, 1.0 - ledger.decline_age * (1.0 / REFUSED_DAYS))


def comply(
    size: Array | float, state: State, ledger: Ledger, people: People, p: Params, push: Array | float = 0.0
) -> Array:
    """Probability (B, F) that they agree to an ask of this size, 0..1.

    Args:
        size: 0..1, a number or (B, F).
        state: hidden state.
        ledger: what has happened.
        people: traits.
        p: constants.
        push: 0..1, pressure with which they are asked, as far as it is not meant for them in person.
    """
    return logistic(leaning(size, state, ledger, people, p) - p.b_push * push)


def hazard(state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """Daily risk of unfollowing (B, F), 0..0.9; after Kwak, Chun, Moon 2011 for its size and for mutual ties."""
    ignored = np.where((ledger.waiting > IGNORED_DAYS) & (ledger.waiting < PAST_IGNORED_DAYS), 1.0, 0.0)
    new = np.maximum(0.0, 1.0 - ledger.follow_age / p.new_days)
    log_ratio = (
        -p.h_trust * (trust(state, people, p) - 0.5)
        + p.h_wear * np.maximum(0.0, state.wear - 1.0)
        + p.h_reactance * (state.reactance / (1.0 + 0.5 * state.reactance))
        + p.h_ignored * ignored
        + p.h_new * (new - 0.5)
        - p.h_mutual * people.mutual
    )
    return np.minimum(0.9, p.h0 * people.restless * exp(log_ratio))


def stage(state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """How near they are (B, F): 0 stranger, 1 acquaintance, 2 regular, 3 friend.

    Each stage asks for trust, familiarity and a number of personal contacts; each includes the one before.
    """
    trust_now, known, met = trust(state, people, p), familiarity(state, p), ledger.contacts
    acquainted, regular, friend = (
        (trust_now >= least) & (known >= familiar) & (met >= contacts)
        for least, familiar, contacts in STAGE_NEEDS.values()
    )
    regular = acquainted & regular
    return acquainted.astype(np.int64) + regular + (regular & friend)


STAGES = ("stranger", "acquaintance", "regular", "friend")


RATHER_YES = 0.5
"""Likelihood from which somebody would rather say yes than no; to be ready to be asked to buy takes more."""


def readiness(state: State, ledger: Ledger, people: People, p: Params) -> Array:
    """Probability (B, F) of a yes to a proposal now; ready is whoever has it at the bar of the day or above."""
    return comply(LARGE, state, ledger, people, p)


def is_ready(likely: Array, bar: Array | float, ledger: Ledger, people: People) -> Array:
    """Who is there, wants what you sell, and stands so high that waiting longer gains nothing (B, F) boolean.

    Args:
        likely: (B, F) of `readiness`.
        bar: likelihood of a yes from which waiting longer gains nothing on that day of that scenario.
        ledger: of that morning.
        people: traits.
    """
    found: Array = (likely >= bar) & (people.buys > 0.5) & (ledger.present > 0.5)
    return found
