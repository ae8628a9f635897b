"""The numbers of the trust model: value, unit, range, meaning, and the findings that speak to it.

`docs/model.md` shows the equations. The findings are published studies; their ids stand in the last column.
"""

from dataclasses import Field, dataclass, field, fields
from typing import Any

PARAMETERS_VERSION: int = 5  # grows when a release changes a number or an equation


def number(value: float, unit: str, low: float, high: float, meaning: str, findings: str = "") -> Any:
    """A documented parameter of the model."""
    about = {"unit": unit, "low": low, "high": high, "meaning": meaning, "findings": tuple(findings.split())}
    return field(default=value, metadata=about)


@dataclass(frozen=True)
class Params:
    """The constants of the trust model that were fitted or may be turned, with the values the game ships.

    Weights inside one formula of `acts.py` and `readings.py` stand beside it.
    """

    # what trust is made of
    k_trust: float = number(5.2, "1/facet", 2, 9, "slope of trust over the weighted facets", "three-facets")
    w_ability: float = number(0.32, "share", 0.2, 0.6, "weight of ability", "three-facets")
    w_benevolence: float = number(0.26, "share", 0.1, 0.5, "weight of benevolence", "three-facets")
    w_integrity: float = number(0.17, "share", 0.05, 0.4, "weight of integrity", "three-facets")
    w_propensity: float = number(0.7, "1/SD", 0.2, 1.5, "weight of a person's own trustfulness", "three-facets")
    w_stain: float = number(1.757, "1/stain", 0.5, 3, "weight of a deception found out", "lapse-deception")
    sd_propensity: float = number(0.38, "SD", 0.3, 1.2, "spread of trustfulness", "stranger-half")

    # how an impression changes
    n0: float = number(2.528, "evidence", 0.5, 4, "weight of the first impression", "wrong-foot exploitation-path")
    confirm_low: float = number(0.5257, "factor", 0.1, 0.8, "how far good news counts at no trust", "confirmation")
    confirm_slope: float = number(0.9255, "factor", 0.5, 2, "how much more it counts at full trust", "confirmation")
    loss_weight: float = number(1.926, "factor", 1.3, 2.6, "bad news against good news", "loss-gain")
    loss_slope: float = number(
        2.132, "1/trust", 0.5, 2.2, "how much less bad news counts the more they trust", "confirmation"
    )
    forgetting: float = number(0.003, "1/day", 0.001, 0.02, "fading of facets and evidence", "silent-decay")

    # asking and selling
    k_ask_gap: float = number(0.5132, "evidence", 0.2, 1.5, "cost of asking beyond trust", "seller-conduct")
    k_sell_gap: float = number(0.25, "evidence", 0, 0.8, "cost of selling hard to the distrustful", "canned-dm")
    gap_benevolence: float = number(0.9, "share", 0.3, 1.5, "part of that cost on benevolence", "seller-conduct")
    gap_integrity: float = number(0.35, "share", 0.1, 1, "part of that cost on integrity", "seller-conduct")
    suspicion: float = number(
        0.8, "share", 0.2, 1, "how much a suspected purpose takes from a good deed", "seen-through"
    )
    selling_doubt: float = number(2.0, "1/selling", 0.2, 4, "how visible selling raises that suspicion", "seen-through")
    k_boast: float = number(0.7, "evidence", 0.2, 1.5, "evidence in boasting, before its sign", "boasting-flips")
    boast_pivot: float = number(
        0.55, "trust", 0.4, 0.7, "trust at which boasting turns into expertise", "boasting-flips"
    )
    boast_repeat: float = number(
        0.25, "trust/repeat", 0.05, 0.5, "how repetition moves that point up", "boasting-flips"
    )
    k_irrelevant: float = number(
        0.5, "evidence", 0.1, 1, "cost of content that means nothing to them", "unfollow-reasons"
    )
    fit_floor: float = number(0.3, "fit", 0.1, 0.5, "fit below which content bothers", "unfollow-reasons")

    # what a good deed is worth
    thanks_days: float = number(14.0, "day", 5, 30, "how long a favour can be thanked for", "thanked late-thanks")
    answer_tau: float = number(1.2, "day", 0.5, 4, "delay at which an answer is worth half", "quick-answer")
    k_repeat: float = number(0.35, "1/repeat", 0, 1, "wearing off of the same move again and again", "repeat-call")
    talk_renews: float = number(0.4, "share", 0, 1, "repetition that is forgiven when they have spoken since")
    repeat_days: float = number(6.0, "day", 2, 15, "memory of repetition", "repeat-call")
    unheard: float = number(0.7, "share", 0, 1, "worth of passing on what they did not say lately", "gratitude")
    unneeded: float = number(0.25, "share", 0, 1, "worth of help with what they have shown no need of")
    unearned: float = number(0.04, "share", 0, 0.15, "worth of thanks for nothing", "late-thanks")

    # unasked contact
    rest_days: float = number(3.0, "day", 1, 7, "rest wanted after a contact that they left without a word")
    unasked_loss: float = number(0.8, "share", 0, 1, "what contact at once takes from the good in it")
    k_intrude: float = number(0.18, "evidence", 0, 0.5, "cost to benevolence of contact at once")
    unasked_wear: float = number(1.8, "factor", 0, 3, "how much more such contact tires")

    k_standing: float = number(0.95, "1/message", 0, 1.5, "how much more it costs for each that stands unanswered")

    # slips of manners
    k_stranger: float = number(1.0, "factor", 0, 3, "how much dearer it is to ask too much of a stranger")
    k_again: float = number(3.0, "factor", 0, 6, "how much dearer it is on the day after a no")
    k_flaunt: float = number(0.12, "evidence", 0, 0.5, "cost of making much of a plain share")
    k_withdraw: float = number(0.03, "evidence", 0, 0.2, "cost of keeping away from who was not tired of you")
    k_apology: float = number(0.15, "evidence", 0, 0.5, "cost of each apology that has been said before")
    k_wait: float = number(0.085, "evidence", 0, 0.3, "cost of a day on which a complaint waits for an answer")
    k_unheeded: float = number(0.07, "evidence", 0, 0.3, "cost of a day without a word on a share or on good news")
    mend_late: float = number(0.3, "share", 0, 0.8, "hurt to benevolence that an answer after days restores")
    selling_wear: float = number(0.5, "factor", 0, 2, "how much more selling tires for each time of late")
    sold_days: float = number(14.0, "day", 5, 40, "memory of having been sold to")

    # tells
    tell_unit: float = number(0.04, "trust", 0.005, 0.1, "change that gives a tell two thirds of its strength")
    tell_interest: float = number(0.6, "share", 0, 1, "what a change of interest counts against one of trust")
    tell_seen: float = number(0.1, "trust/evidence", 0, 0.5, "how strongly bystanders show what they saw")
    tell_noise: float = number(1.8, "step", 0.3, 4, "blur of a tell where legibility is 1")
    legibility: float = number(1.0, "factor", 0.3, 3, "how clearly people show: 1.6 is gentle, 1 fair, 0.6 hard")

    # familiarity, wear, reactance
    k_slow: float = number(
        1.03, "1/exposure", 0.3, 1.5, "learning of lasting familiarity", "spaced-massed ten-exposures"
    )
    crowding: float = number(1.6, "exposure", 0.4, 3, "recent exposure that quarters that learning", "spaced-massed")
    fast_share: float = number(0.15, "share", 0, 0.6, "part of recent exposure that feels familiar", "spaced-massed")
    wear_days: float = number(10.1, "day", 3, 20, "recovery from too much", "ten-exposures enough-is-enough")
    reactance_days: float = number(20.0, "day", 8, 50, "recovery from pressure", "reactance")
    debt_days: float = number(10.0, "day", 4, 25, "how long a favour binds", "favours-expire")
    fast_days: float = number(3.8, "day", 2, 8, "recent exposure", "spaced-massed")
    repeat_wear: float = number(
        0.45, "factor", 0, 1, "how much more a post tires that says the same again", "ten-exposures"
    )
    crowded_wear: float = number(
        0.25,
        "1/exposure",
        0,
        0.6,
        "how much more contact tires when it comes in bursts",
        "enough-is-enough unfollow-reasons",
    )
    misfit_wear: float = number(1.2, "1/fit", 0, 1.5, "how much more it tires the less it fits", "enough-is-enough")
    commitment_days: float = number(90.0, "day", 15, 120, "how long a yes binds", "second-purchase foot-in-door")
    slow_days: float = number(78.5, "day", 20, 120, "lasting familiarity", "ten-exposures")
    hurt_days: float = number(30.0, "day", 10, 90, "how long an apology can still mend", "apology-kind")
    proneness: float = number(0.45, "factor", 0.2, 1, "typical reaction to pressure", "reactance")
    sd_proneness: float = number(0.75, "log SD", 0.1, 1.0, "spread of it", "reactance")
    k_sell: float = number(0.45, "reactance", 0.1, 0.8, "pressure felt in selling", "reactance")
    k_hurt: float = number(0.8, "reactance", 0.2, 1.5, "pressure felt in being hurt", "reactance")
    stain_step: float = number(0.3, "stain", 0.1, 0.6, "what one deception leaves for good", "lapse-deception")

    # mending
    mend_ability: float = number(0.5, "share", 0.2, 0.8, "hurt to ability an apology restores", "apology-kind")
    mend_benevolence: float = number(0.35, "share", 0.1, 0.6, "the same for benevolence", "apology-kind")
    mend_integrity: float = number(0.12, "share", 0, 0.3, "the same for integrity", "apology-kind")

    # what people agree to
    b0: float = number(1.72, "logit", -1.5, 3, "readiness of a stranger", "foot-in-door")
    b_trust: float = number(3.36, "logit", 2, 6, "trust", "trust-risk")
    b_risk: float = number(1.5, "1/size", 0, 3, "how much more trust counts for larger asks", "trust-risk")
    b_debt: float = number(1.39, "logit", 0.4, 3, "a favour not yet returned", "gifts gratitude favours-expire")
    b_size: float = number(6.85, "logit", 2, 8, "size of what is asked", "gifts repeat-call")
    b_reactance: float = number(0.45, "logit", 0.4, 2.5, "reactance", "reactance repeat-call")
    b_need: float = number(3.15, "logit", 0.3, 6, "need, for what is sold", "follow-is-not-love")
    need_centre: float = number(0.25, "need", 0, 0.5, "need at which it neither helps nor hinders")
    b_commitment: float = number(4.8, "logit", 0.2, 6, "an earlier yes", "foot-in-door next-purchase")
    b_familiarity: float = number(0.25, "logit", 0, 2, "familiarity", "spaced-massed")
    b_bargain: float = number(1.0, "logit", 0, 2, "a small price, for those who look for one")
    b_push: float = number(2.0, "logit", 0, 5, "pressure that is not meant for them in person")
    b_elsewhere: float = number(4.0, "logit", 0, 8, "that they have bought elsewhere")
    yes_floor: float = number(0.3, "commitment", 0.05, 1, "how far the smallest yeses bind, however many")
    yes_ceiling: float = number(10.0, "commitment", 1, 15, "how much farther a yes to everything binds")
    b_fresh_decline: float = number(5.0, "logit", 0.3, 8, "being asked again right after a no", "repeat-call")

    # staying and leaving
    h0: float = number(0.00367, "1/day", 0.001, 0.01, "daily risk of leaving at middling trust", "unfollow-rate")
    sd_restless: float = number(
        0.806, "log SD", 0, 1.2, "how much people differ in leaving anybody", "trust-risk new-ties"
    )
    h_trust: float = number(2.17, "log", 1, 5, "trust against leaving", "unfollow-rate trust-risk")
    h_wear: float = number(0.123, "log", 0.05, 0.6, "wear beyond 1", "enough-is-enough unfollow-reasons")
    h_reactance: float = number(2.29, "log", 0.3, 3, "reactance", "canned-dm")
    h_mutual: float = number(0.756, "log", 0.3, 1.5, "that you follow them too", "unfollow-rate")
    h_ignored: float = number(0.492, "log", 0.1, 1, "a message left without an answer", "replied-to unfollow-reasons")
    h_new: float = number(1.01, "log", 0.3, 2, "a new tie", "new-ties")
    new_days: float = number(30.0, "day", 10, 90, "how long a tie is new", "new-ties")

    # what others see
    spill: float = number(0.3, "share", 0.05, 0.6, "what those who know them take from public acts")
    talk: float = number(0.3, "share", 0, 0.6, "how public a private affront becomes by talk")

    # liking, for reading off
    k_familiar: float = number(0.878, "liking", 0.3, 1.5, "liking by familiarity", "ten-exposures")
    familiar_half: float = number(2.55, "familiarity", 1, 6, "familiarity that gives half of it", "ten-exposures")
    k_wear: float = number(0.0981, "liking/wear²", 0.03, 0.3, "liking lost to wear", "ten-exposures")


def parameters() -> tuple[Field[Any], ...]:
    """The documented fields of `Params`; `metadata` has unit, low, high, meaning and findings."""
    return fields(Params)
