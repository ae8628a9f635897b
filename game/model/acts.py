"""What an act does to those it reaches: `absorb` is the heart of the model.

`Act` holds the attributes of what was done to each follower, already spread to (B, F). The order is fixed and
every expression is written in one association, so that batches of any size give the same bits.
"""

from dataclasses import dataclass, replace

import numpy as np

from game.model.arrays import Array, worth_asking
from game.model.moves import ATTRIBUTES, MoveTable
from game.model.parameters import Params
from game.model.readings import just_refused, loss_of, trust_of
from game.model.state import HAPPENED, LATELY, NEED_LATELY, Ledger, People, State

WORTH_IN_TALK = 1.8  # of a follow-up while a talk is on
WORTH_ON_SHARE = 2.0  # of a question about a share that came with a compliment


@dataclass(frozen=True, eq=False)
class Act:
    """What is done to each follower: attribute -> array that spreads to (B, F), and what cannot be told by the move."""

    attributes: dict[str, Array]  # as in `Move`; (B, F) or (B, 1)
    made: Array  # (B, F) or (B, 1) boolean, something is done at all; where not, every attribute is 0
    fit: Array  # (B, F) 0..1, worth of the content to them
    repeats: Array  # (B, F) 0.., how often the same was done lately
    unasked: Array  # (B, F) 0..1, how much too soon it comes for those who have said nothing since the last
    accepted: Array  # (B, F) 0 or 1, they said yes to what was asked
    seen_good: Array  # (B, F) evidence by what they saw done to others, 0..
    seen_bad: Array  # (B, F) the same for what put them off, 0..

    def __getattr__(self, name: str) -> Array:
        """An attribute of the move by its name."""
        try:
            found: Array = self.__dict__["attributes"][name]
        except KeyError:
            raise AttributeError(name) from None
        return found

    def without(self, *names: str) -> "Act":
        """The same act with some attributes at zero, to see what they did."""
        nothing = np.zeros((1, 1))
        return replace(self, attributes={**self.attributes, **dict.fromkeys(names, nothing)})


def gathered(table: MoveTable, moves: Array) -> dict[str, Array]:
    """Attributes of an array of move rows, in its shape."""
    return {name: np.take(table.columns[name], moves, mode="clip") for name in ATTRIBUTES}


def worth(act: Act, state: State, ledger: Ledger, p: Params) -> Array:
    """What the good in an act is worth to each follower at this moment (B, F), 0..2.

    Fit for content, an earned occasion for thanks and congratulations, promptness for answers, the thread of the
    talk for a follow-up, a shown need for help, and rest from too much of you.
    """
    value = np.ones((1, 1))
    if worth_asking(act.uses_fit):  # a weight of 0 leaves the value as it is
        timing = 1.0 / (1.0 + 0.4 * np.maximum(0.0, state.wear - 1.0))
        value = value * (1.0 + act.uses_fit * (act.fit * timing - 1.0))
    if worth_asking(act.thanks):
        earned = np.where(ledger.shared_age <= p.thanks_days, act.personal, p.unearned)
        value = value * (1.0 + act.thanks * (earned - 1.0))
    if worth_asking(act.answers):
        prompt = np.where(ledger.waiting < HAPPENED, 1.0 / (1.0 + ledger.waiting / p.answer_tau), 0.2)
        value = value * (1.0 + act.answers * (prompt - 1.0))
    if worth_asking(act.follows_up):
        in_talk = np.where((ledger.talk_age <= LATELY) & (ledger.turns >= 1.0), WORTH_IN_TALK, 0.4)
        value = value * (1.0 + act.follows_up * (in_talk - 1.0))
    if worth_asking(act.opens_on_share):
        opening = np.where((ledger.shared_age <= LATELY) & (ledger.compliment > 0.5), WORTH_ON_SHARE, 1.0)
        value = value * (1.0 + act.opens_on_share * (opening - 1.0))
    if worth_asking(act.cheers):
        value = value * (1.0 + act.cheers * (np.where(ledger.news_age <= LATELY, 1.0, 0.1) - 1.0))
    if worth_asking(act.echoes):
        heard = np.minimum(np.minimum(ledger.talk_age, ledger.shared_age), ledger.news_age) <= LATELY
        value = value * (1.0 + act.echoes * (np.where(heard, 1.0, p.unheard) - 1.0))
    if worth_asking(act.uses_need):
        value = value * (1.0 + act.uses_need * (np.where(ledger.need_age <= NEED_LATELY, 1.0, p.unneeded) - 1.0))
    return np.broadcast_to(value, state.wear.shape)


def by_act(act: Act, change: Array) -> Array:
    """What an act changes, 0 where nothing is done; it would come to 0 there anyway, and need not be worked out."""
    return np.where(act.made, change, 0.0)


def intrusion(act: Act) -> Array:
    """How far an act that wears at all is one that nobody asked for (B, F), 0..1; the more, the more it demands.

    A like demands little, a message some attention, a question and an offer an answer.
    """
    demand = np.minimum(1.0, 3.0 * act.pressure + act.ask + 0.6 * act.selling)
    return np.where(act.pressure > 0.0, act.unasked * demand * (1.0 - act.mends), 0.0)


def oddness(act: Act, state: State, ledger: Ledger, p: Params) -> Array:
    """What is odd in an act, as evidence against your good will (B, F), 0..: none of it in most acts.

    Much made of a share that came without a word, space given to who was not tired of you, sorry said once more.
    """
    plain = np.where((ledger.shared_age <= LATELY) & (ledger.compliment < 0.5), 1.0, 0.0)
    calm = np.maximum(0.0, 1.0 - state.wear - 2.0 * state.reactance)
    said = np.minimum(4.0, ledger.apologies)
    return p.k_flaunt * act.flaunts * plain + p.k_withdraw * act.withdraws * calm + p.k_apology * act.mends * said


def mended(act: Act, state: State, ledger: Ledger, here: Array, p: Params) -> Array:
    """Recent hurt that an act restores (3, B, F): an apology, or the answer to what has waited for days."""
    sorry = act.mends / ((1.0 + act.repeats) * (1.0 + ledger.apologies))
    late = np.where((ledger.waiting >= 1.0) & (ledger.waiting < HAPPENED), act.answers * p.mend_late, 0.0)
    shares = (p.mend_ability * sorry, p.mend_benevolence * sorry + late, p.mend_integrity * sorry + 0.6 * late)
    return by_act(act, state.hurt * np.stack(np.broadcast_arrays(*shares)) * here)


def evidence_of(
    act: Act, value: Array, trust_now: Array, state: State, ledger: Ledger, people: People, p: Params
) -> Array:
    """What an act tells each follower about you (3, B, F), by facet: above 0 for the good, below for the bad.

    Args:
        act: what is done.
        value: (B, F), its `worth`.
        trust_now: (B, F), trust before it.
        state: hidden state.
        ledger: what has happened.
        people: traits.
        p: constants.
    """
    strange = 1.0 - trust_now
    novelty = 1.0 / (1.0 + p.k_repeat * act.repeats)
    novelty = novelty * (1.0 + act.to_all * (novelty - 1.0))  # what is said to everybody wears off sooner
    known = state.slow + p.fast_share * state.fast
    stranger = p.familiar_half / (p.familiar_half + known)
    unknown = 0.4 + 0.6 * stranger
    doubt = p.suspicion * np.minimum(1.0, state.reactance + p.selling_doubt * act.selling * strange * unknown)
    intrudes = intrusion(act)
    good = value * (1.0 - doubt) * novelty * (1.0 - p.unasked_loss * intrudes)
    dearer = (1.0 + p.k_stranger * stranger) * (1.0 + p.k_again * just_refused(ledger))
    gap = p.k_ask_gap * dearer * np.maximum(0.0, act.ask - trust_now)
    gap = (gap + p.k_sell_gap * np.maximum(0.0, act.selling - 0.6) * strange) * (1.0 - act.accepted)
    boast = p.k_boast * act.self_focus * (trust_now - p.boast_pivot - np.minimum(0.4, p.boast_repeat * act.repeats))
    vanity = np.minimum(0.0, boast)
    shrugged = act.to_all * np.maximum(0.0, 0.7 - 0.25 * act.repeats)  # one post that means nothing is scrolled past
    bother = p.k_irrelevant * act.uses_fit * np.maximum(0.0, p.fit_floor - act.fit) * (1.0 - shrugged)
    blow = 1.0 + act.repeats * p.k_repeat  # the same affront again weighs more, not less

    intruded = p.k_intrude * intrudes * (blow + p.k_standing * ledger.standing)
    ability = np.maximum(act.ability, 0.0) * good + np.minimum(act.ability, 0.0) * blow + boast
    benevolence = (
        np.maximum(act.benevolence, 0.0) * good
        + np.minimum(act.benevolence, 0.0) * blow
        + vanity
        - p.gap_benevolence * gap
        - bother
        - intruded
        - oddness(act, state, ledger, p)
    )
    integrity = (
        np.maximum(act.integrity, 0.0) * good
        + np.minimum(act.integrity, 0.0) * blow
        + 0.5 * vanity
        - p.gap_integrity * gap
        - 0.4 * act.deceit
    )
    ability, benevolence, integrity = (by_act(act, told) for told in (ability, benevolence, integrity))
    benevolence = benevolence + act.seen_good - act.seen_bad
    integrity = integrity + 0.5 * act.seen_good - 0.5 * act.seen_bad
    evidence = np.stack(np.broadcast_arrays(ability, benevolence, integrity))
    shown: Array = evidence * (ledger.present * people.human)
    return shown


def absorb(act: Act, state: State, ledger: Ledger, people: People, p: Params) -> State:
    """The state after an act: facets move towards what was shown, exposure, wear, pressure and favours add up."""
    here = ledger.present * people.human
    trust_now = trust_of(state.facets, state.stain, people, p)
    strange = 1.0 - trust_now
    value = worth(act, state, ledger, p)
    shown = evidence_of(act, value, trust_now, state, ledger, people, p)
    size = np.abs(shown)
    gain = p.confirm_low + p.confirm_slope * trust_now
    rate = np.minimum(1.0, np.where(shown > 0.0, gain, loss_of(trust_now, p)) * size / (p.n0 + state.evidence))
    moved = state.facets + rate * (np.sign(shown) - state.facets)
    fallen = np.maximum(0.0, state.facets - moved)

    healed = mended(act, state, ledger, here, p)
    facets = np.minimum(1.0, moved + healed)
    hurt = np.minimum(2.0, state.hurt - healed + fallen)

    pressure = act.pressure * people.sensitivity * here
    tiring = (1.0 + p.crowded_wear * state.fast) * (1.0 + p.misfit_wear * act.uses_fit * (0.5 - act.fit))
    said_again = act.to_all * act.uses_fit * (act.repeats / (act.repeats + 2.0))  # what has been said is said
    tiring = tiring * (1.0 + p.repeat_wear * said_again)
    tiring = tiring * (1.0 + p.unasked_wear * intrusion(act)) * (1.0 + p.selling_wear * act.selling * ledger.sold)
    crowded = by_act(act, np.where(pressure > 0.0, pressure * tiring, pressure))
    pushed = by_act(act, np.maximum(0.0, act.ask - trust_now) * p.k_ask_gap * (1.0 - act.accepted))
    sold = by_act(act, p.k_sell * act.selling * (1.0 - act.accepted))
    offence = np.maximum(0.0, -shown[1]) * p.k_hurt + sold
    exposure = act.exposure * here
    ceiling = p.yes_floor + p.yes_ceiling * act.ask * act.ask * act.ask
    room = np.maximum(0.0, 1.0 - state.commitment / ceiling)  # small yeses open a door by a step, and no further
    freely = np.minimum(1.0, np.maximum(0.0, 1.0 - act.pressure))  # a yes under pressure binds less
    fresh = p.crowding / (p.crowding + state.fast)
    return replace(
        state,
        facets=facets,
        hurt=hurt,
        evidence=np.minimum(100.0, state.evidence + np.maximum(np.maximum(size[0], size[1]), size[2])),
        fast=np.minimum(20.0, state.fast + exposure),
        slow=np.minimum(100.0, state.slow + by_act(act, p.k_slow * exposure * fresh * fresh)),
        wear=np.minimum(20.0, np.maximum(0.0, state.wear + crowded)),
        reactance=np.minimum(3.0, state.reactance + people.proneness * here * (pushed + offence * strange)),
        debt=np.minimum(
            5.0,
            state.debt + by_act(act, people.reciprocity * act.favour * value * here / (1.0 + act.repeats)),
        ),
        stain=np.minimum(2.0, state.stain + p.stain_step * act.deceit * here),
        commitment=np.minimum(
            5.0, state.commitment + by_act(act, act.accepted * (0.1 + 1.3 * act.ask) * room * freely * here)
        ),
    )


def shown_to_others(act: Act, state: State, ledger: Ledger, people: People, p: Params) -> tuple[Array, Array]:
    """What a direct act shows of you to whoever knows the recipient: two arrays (B, F), good and bad.

    Public acts are seen; a private affront is talked about.
    """
    trust_now = trust_of(state.facets, state.stain, people, p)
    kindness = np.maximum(0.0, act.benevolence + act.integrity) * worth(act, state, ledger, p)
    affront = (
        p.k_ask_gap * np.maximum(0.0, act.ask - trust_now) * (1.0 - act.accepted)
        + p.k_sell_gap * np.maximum(0.0, act.selling - 0.6)
        + np.maximum(0.0, -act.benevolence)
    )
    active = ledger.present * people.human
    good = act.public * kindness * active
    bad = (np.maximum(act.public, p.talk) * affront + act.public * (0.5 * act.self_focus + 0.3 * act.selling)) * active
    return good, bad


def seen_by_others(act: Act, state: State, ledger: Ledger, people: People, p: Params) -> tuple[Array, Array]:
    """What those who know the recipients make of the day's direct acts: two arrays (B, F), good and bad.

    Sums run over the ties in their order.
    """
    good, bad = shown_to_others(act, state, ledger, people, p)
    seen_good = np.zeros_like(good)
    seen_bad = np.zeros_like(bad)
    for k in range(people.ties.shape[1]):
        watched = people.ties[:, k]
        seen_good = seen_good + np.take(good, watched, axis=1) * people.tie_weight[:, k]
        seen_bad = seen_bad + np.take(bad, watched, axis=1) * people.tie_weight[:, k]
    return spilled(seen_good, seen_bad, p)


def spilled(good: Array, bad: Array, p: Params) -> tuple[Array, Array]:
    """Evidence for and against you in what was shown by all whom one watches, added up."""
    return p.spill * np.minimum(1.0, good), p.spill * np.minimum(1.5, bad)
