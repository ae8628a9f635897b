"""What an act does to one follower, in plain floats: the rules of `game.model.acts` and `readings`, written once more.

Written as one would for a single follower: a move without an attribute costs nothing for it, and trust is worked out
when something has changed it. Numbers may differ from the kernel's in the last digits, since `math.exp` and shorter
sums are used.
"""

from math import exp, sqrt

from bench.scalar_follower import Follower
from game.model import Params
from game.model.moves import Move
from game.model.night import ASKS_FROM


def trust_of(f: Follower, p: Params) -> float:
    """Trust, 0..1."""
    weighted = f.ability * p.w_ability + f.benevolence * p.w_benevolence + f.integrity * p.w_integrity
    x = 0.5 * (p.k_trust * weighted + p.w_propensity * f.propensity - p.w_stain * f.stain)
    return 0.5 + 0.5 * x / sqrt(1.0 + x * x)


def comply(f: Follower, size: float, p: Params) -> float:
    """Probability of agreeing to an ask of this size, 0..1."""
    now = f.trust
    known = f.slow + p.fast_share * f.fast
    commitment = 0.5 * f.commitment
    logit = (
        p.b0
        + p.b_trust * (0.6 + p.b_risk * size) * (now - 0.35)
        + p.b_debt * (f.debt / (1.0 + f.debt))
        - p.b_size * size
        - p.b_reactance * f.reactance
        + p.b_commitment * (commitment / (1.0 + commitment))
        + p.b_familiarity * (known / (known + p.familiar_half))
    )
    buying = min((size - 0.2) * 2.0, 1.0)
    if buying > 0.0:
        logit += p.b_need * buying * (f.need * min(1.0, 2.0 * now) - p.need_centre)
    if f.bargains:
        logit += p.b_bargain * f.bargains * max(0.0, 1.0 - abs(size - 0.35) * 4.0)
    if f.decline_age < 5.0:
        logit -= p.b_fresh_decline * (1.0 - f.decline_age * 0.2)
    return 1.0 / (1.0 + exp(-logit))


def hazard(f: Follower, p: Params) -> float:
    """Tonight's risk of unfollowing, 0..0.9."""
    log_ratio = p.h_reactance * (f.reactance / (1.0 + 0.5 * f.reactance)) - p.h_trust * (f.trust - 0.5)
    log_ratio += p.h_new * (max(0.0, 1.0 - f.follow_age / p.new_days) - 0.5)
    if f.wear > 1.0:
        log_ratio += p.h_wear * (f.wear - 1.0)
    if 2.0 < f.waiting < 15.0:
        log_ratio += p.h_ignored
    if f.mutual:
        log_ratio -= p.h_mutual * f.mutual
    return min(0.9, p.h0 * f.restless * exp(log_ratio))


def worth(f: Follower, move: Move, fit: float, p: Params) -> float:
    """What the good in an act is worth to them at this moment, 0..2."""
    value = 1.0
    if move.uses_fit:
        timing = 1.0 / (1.0 + 0.4 * max(0.0, f.wear - 1.0))
        value *= 1.0 + move.uses_fit * (fit * timing - 1.0)
    if move.thanks:
        earned = move.personal if f.shared_age <= p.thanks_days else p.unearned
        value *= 1.0 + move.thanks * (earned - 1.0)
    if move.answers:
        prompt = 1.0 / (1.0 + f.waiting / p.answer_tau) if f.waiting < 900.0 else 0.2
        value *= 1.0 + move.answers * (prompt - 1.0)
    if move.follows_up:
        in_talk = 1.25 if f.talk_age <= 4.0 and f.turns >= 1.0 else 0.4
        value *= 1.0 + move.follows_up * (in_talk - 1.0)
    if move.opens_on_share and f.shared_age <= 4.0 and f.compliment:
        value *= 1.0 + move.opens_on_share * 0.5
    if move.cheers and f.news_age > 4.0:
        value *= 1.0 - move.cheers * 0.9
    if move.echoes and f.talk_age > 4.0 and f.shared_age > 4.0 and f.news_age > 4.0:
        value *= 1.0 + move.echoes * (p.unheard - 1.0)
    if move.uses_need and f.need_age > 7.0:
        value *= 1.0 + move.uses_need * (p.unneeded - 1.0)
    return value


def repeats_of(f: Follower, row: int, move: Move) -> float:
    """How often this move was made of late, 0..20: the last move or the one before count."""
    if row == f.last_move:
        return min(20.0, f.repeats + 1.0)
    if row == f.other_move and move.pressure > 0.0:
        return min(20.0, f.other_repeats + 1.0)
    return 0.0


def spoken_since(f: Follower) -> bool:
    """Whether they have said or shared something since your last direct move, or wait for an answer."""
    return f.talk_age <= f.contact_age or f.shared_age <= f.contact_age or f.waiting < 900.0


def shifted(facet: float, shown: float, gain: float, loss: float, known: float) -> float:
    """A facet after evidence."""
    if shown > 0.0:
        return facet + min(1.0, gain * shown / known) * (1.0 - facet)
    return facet - min(1.0, loss * -shown / known) * (1.0 + facet)


def absorb(
    f: Follower,
    move: Move,
    fit: float,
    value: float,
    repeats: float,
    unasked: float,
    accepted: float,
    seen_good: float,
    seen_bad: float,
    p: Params,
) -> None:
    """What an act changes in a human who follows; all arguments as in `game.model.Act`, `value` is its `worth`."""
    now = f.trust
    strange = 1.0 - now
    refused = 1.0 - accepted
    intrudes = unasked * (1.0 - move.mends) if move.pressure > 0.0 else 0.0
    doubt = f.reactance
    if move.selling:
        known = f.slow + p.fast_share * f.fast
        unknown = 0.4 + 0.6 * (p.familiar_half / (p.familiar_half + known))
        doubt += p.selling_doubt * move.selling * strange * unknown
    good = value * (1.0 - p.suspicion * min(1.0, doubt)) / (1.0 + p.k_repeat * repeats)
    good *= 1.0 - p.unasked_loss * intrudes
    blow = 1.0 + repeats * p.k_repeat
    overreach = max(0.0, move.ask - now)

    ability = move.ability * (good if move.ability > 0.0 else blow)
    benevolence = move.benevolence * (good if move.benevolence > 0.0 else blow) + seen_good - seen_bad
    integrity = move.integrity * (good if move.integrity > 0.0 else blow) + 0.5 * (seen_good - seen_bad)
    if overreach or move.selling > 0.6:
        gap = (p.k_gap * overreach + p.k_sell_gap * max(0.0, move.selling - 0.6) * strange) * refused
        benevolence -= p.gap_benevolence * gap
        integrity -= p.gap_integrity * gap
    if move.self_focus:
        boast = p.k_boast * move.self_focus * (now - p.boast_pivot - min(0.4, p.boast_repeat * repeats))
        ability += boast
        if boast < 0.0:
            benevolence += boast
            integrity += 0.5 * boast
    if move.uses_fit and fit < p.fit_floor:
        benevolence -= p.k_irrelevant * move.uses_fit * (p.fit_floor - fit)
    if intrudes:
        benevolence -= p.k_intrude * intrudes * blow
    if move.deceit:
        integrity -= 0.4 * move.deceit
        f.stain = min(2.0, f.stain + p.stain_step * move.deceit)

    lost_ability = lost_benevolence = lost_integrity = 0.0
    if ability or benevolence or integrity:
        gain = p.confirm_low + p.confirm_slope * now
        loss = p.loss_weight * max(0.1, 1.0 + p.loss_slope * (0.5 - now))
        known = p.n0 + f.evidence
        before = f.ability, f.benevolence, f.integrity
        f.ability = shifted(before[0], ability, gain, loss, known)
        f.benevolence = shifted(before[1], benevolence, gain, loss, known)
        f.integrity = shifted(before[2], integrity, gain, loss, known)
        lost_ability, lost_benevolence = before[0] - f.ability, before[1] - f.benevolence
        lost_integrity = before[2] - f.integrity
        f.evidence = min(100.0, f.evidence + max(abs(ability), abs(benevolence), abs(integrity)))
    if move.mends:
        mend(f, move.mends / (1.0 + repeats), p)
    if lost_ability > 0.0:
        f.hurt_ability = min(2.0, f.hurt_ability + lost_ability)
    if lost_benevolence > 0.0:
        f.hurt_benevolence = min(2.0, f.hurt_benevolence + lost_benevolence)
    if lost_integrity > 0.0:
        f.hurt_integrity = min(2.0, f.hurt_integrity + lost_integrity)

    if move.pressure:
        pressure = move.pressure * f.sensitivity
        if pressure > 0.0:
            pressure *= (1.0 + p.crowded_wear * f.fast) * (1.0 + p.misfit_wear * move.uses_fit * (0.5 - fit))
            pressure *= 1.0 + p.unasked_wear * intrudes
        f.wear = min(20.0, max(0.0, f.wear + pressure))
    offence = p.k_sell * move.selling * refused
    if benevolence < 0.0:
        offence -= benevolence * p.k_hurt
    pushed = overreach * p.k_gap * refused
    if offence or pushed:
        f.reactance = min(3.0, f.reactance + f.proneness * (pushed + offence * strange))
    if move.exposure:
        fresh = p.crowding / (p.crowding + f.fast)
        f.slow = min(100.0, f.slow + p.k_slow * move.exposure * fresh * fresh)
        f.fast = min(20.0, f.fast + move.exposure)
    if move.favour:
        f.debt = min(5.0, f.debt + f.reciprocity * move.favour * value / (1.0 + repeats))
    if accepted:
        freely = min(1.0, max(0.0, 1.0 - move.pressure))
        f.commitment = min(5.0, f.commitment + accepted * (0.1 + 1.3 * move.ask) * freely)
    f.trust = trust_of(f, p)


def mend(f: Follower, share: float, p: Params) -> None:
    """What an apology restores."""
    ability = f.hurt_ability * p.mend_ability * share
    benevolence = f.hurt_benevolence * p.mend_benevolence * share
    integrity = f.hurt_integrity * p.mend_integrity * share
    f.ability = min(1.0, f.ability + ability)
    f.benevolence = min(1.0, f.benevolence + benevolence)
    f.integrity = min(1.0, f.integrity + integrity)
    f.hurt_ability -= ability
    f.hurt_benevolence -= benevolence
    f.hurt_integrity -= integrity


def receive(f: Follower, row: int, move: Move, fit: float, accept: float, p: Params) -> None:
    """The first stage of a day: the direct move, and what others will make of it.

    Args:
        f: to whom.
        row: of the move, 0 for none.
        move: the move.
        fit: worth of what goes with it, 0..1.
        accept: the draw that decides whether they agree.
        p: constants.
    """
    f.good_shown = f.bad_shown = f.accepted = 0.0
    f.row = row if f.present else 0
    if not f.row:
        return
    if move.ask >= ASKS_FROM and accept < comply(f, move.ask, p):
        f.accepted = 1.0
    f.again = repeats = repeats_of(f, row, move)
    unasked = 0.0
    if spoken_since(f):
        repeats *= move.selling
    else:
        unasked = max(0.0, 1.0 - (f.contact_age + 1.0) / (p.rest_days * f.sensitivity))
    f.value = value = worth(f, move, fit, p)
    if f.human:
        f.good_shown = move.public * max(0.0, move.benevolence + move.integrity) * value
        affront = p.k_gap * max(0.0, move.ask - f.trust) * (1.0 - f.accepted)
        affront += p.k_sell_gap * max(0.0, move.selling - 0.6) + max(0.0, -move.benevolence)
        f.bad_shown = max(move.public, p.talk) * affront + move.public * (0.5 * move.self_focus + 0.3 * move.selling)
        absorb(f, move, fit, value, repeats, unasked, f.accepted, 0.0, 0.0, p)


def hear(f: Follower, row: int, post: Move, fit: float, accept: float, p: Params) -> None:
    """The second stage, once everybody has had their move: what those they know were shown, and the post.

    Args:
        f: who hears.
        row: of the post, 0 for none.
        post: the post.
        fit: its worth to them, 0..1.
        accept: the draw that decides whether they buy by it.
        p: constants.
    """
    if not f.present:
        return
    seen_good = seen_bad = 0.0
    for other in f.watches:
        seen_good += other.good_shown
        seen_bad += other.bad_shown
    bought = 0.0
    if row and not f.row and post.selling * fit >= 0.4 and f.need > 0.4 and not f.bought:
        bought = f.accepted = 1.0 if accept < 0.35 * comply(f, 0.7, p) else 0.0
    if f.human and (row or seen_good or seen_bad):
        good, bad = p.spill * min(1.0, seen_good), p.spill * min(1.5, seen_bad)
        absorb(f, post, fit, worth(f, post, fit, p), f.post_repeats, 0.0, bought, good, bad, p)
