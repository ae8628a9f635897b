"""What trust is made of, and what it buys."""

import numpy as np

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.evidence.sizes import pearson, weights
from game.model.arrays import Array
from game.model.readings import LARGE

MIX = ("show_of_skill", "kindness", "kept_word", "skill_failure", "unkind_act", "character_failure", "share_resource",
       "comment", "small_offer", "pitch")  # fmt: skip


def mixed_treatment(seed: int, days: int = 60) -> Panel:
    """Random mixed actions: once a week on average, one of ten, drawn anew for each follower."""
    panel = Panel(seed=seed)
    for day in range(days):
        dice = panel.dice(day) * 7.0 * len(MIX)
        panel.mix(MIX, np.where(dice < len(MIX), np.floor(dice), -1), fit=0.2 + 0.8 * panel.dice(500 + day))
        panel.wait(1)
    return panel


@finding(
    "three-facets",
    claim="Perceived ability, benevolence and integrity each add to trust, next to a personal propensity.",
    source="Colquitt, Scott, LePine 2007, Journal of Applied Psychology 92, 909-927",
    grade="A",
    published="r .67, .63, .62, propensity .27",
    note="key figure recalled",
    expects=(
        Band("r ability", 0.45, 0.85), Band("r benevolence", 0.45, 0.85), Band("r integrity", 0.45, 0.85),
        Band("r propensity", 0.10, 0.45), Band("weight of propensity", 0.0),
        Falling("weight of ability", "weight of benevolence", slack=0.02),
        Falling("weight of benevolence", "weight of integrity"), Band("weight of integrity", 0.0),
    ),
)  # fmt: skip
def three_facets(seed: int) -> dict[str, float]:
    """Regress trust on the facets and propensity after sixty days of mixed treatment."""
    panel = mixed_treatment(seed)
    ability, benevolence, integrity = panel.facets.T
    alone = {
        "r ability": pearson(ability, panel.trust),
        "r benevolence": pearson(benevolence, panel.trust),
        "r integrity": pearson(integrity, panel.trust),
        "r propensity": pearson(panel.propensity, panel.trust),
    }
    together = weights(panel.trust, ability, benevolence, integrity, panel.propensity)
    names = ("ability", "benevolence", "integrity", "propensity")
    return alone | {f"weight of {name}": float(w) for name, w in zip(names, together, strict=True)}


@finding(
    "trust-risk",
    claim="Trust goes with taking a risk on someone.",
    source="Colquitt, Scott, LePine 2007, Journal of Applied Psychology 92, 909-927",
    grade="A",
    published="r .42 with risk taking, −.33 with bad conduct",
    note="key figure recalled",
    expects=(Band("r acceptance", 0.25, 0.60), Band("r hazard", -0.50, -0.15)),
)
def trust_risk(seed: int) -> dict[str, float]:
    """Correlate trust with accepting a large ask, and with the risk of leaving, after mixed treatment."""
    panel = mixed_treatment(seed)
    before, risk = panel.trust, panel.hazard
    here = panel.following
    accepted = panel.asks(LARGE)
    return {"r acceptance": pearson(before[here], accepted[here]), "r hazard": pearson(before[here], risk[here])}


@finding(
    "seller-conduct",
    claim="Conflict hurts a relationship most; expertise, communication and investment help; mere frequency "
    "and duration matter little.",
    source="Palmatier, Dant, Grewal, Evans 2006, Journal of Marketing 70(4), 136-153",
    grade="A",
    published="r conflict −.67, expertise .62, communication .54, frequency .16, duration .13",
    note="key figure recalled",
    must_hold=True,
    expects=(
        Band("r unwanted", -0.80, -0.45), Band("r resources", 0.25, 0.60), Band("r replies", 0.15, 0.60),
        Band("r frequency", -0.30, 0.30), Band("r duration", -0.30, 0.30),
        Falling("unwanted, size", "r resources"), Falling("r resources", "r replies", slack=0.02),
        Falling("r replies", "r frequency"),
    ),
)  # fmt: skip
def seller_conduct(seed: int) -> dict[str, float]:
    """Everybody meets a seller with a style of his own for sixty days; correlate what he did with trust."""
    panel = Panel(seed=seed)
    kinds = ("canned_message", "share_resource", "answer", "like")
    styles = np.stack([panel.dice(900 + k) for k in range(4)])
    shares = np.cumsum(styles * np.array([2.0, 1.0, 0.8, 0.5])[:, None], axis=0)
    counts = np.zeros((4, panel.followers))
    days: Array = np.zeros(panel.followers)
    for day in range(60):
        which = (panel.dice(day) * 12.0 >= shares).sum(axis=0)
        which = np.where(which < 4, which, -1)
        panel.mix(kinds, which, fit=0.8, delay=0.5)
        for kind in range(4):
            counts[kind] += which == kind
        days += panel.following
        panel.wait(1)
    r = [pearson(counts[kind], panel.trust) for kind in range(3)]
    return {
        "r unwanted": r[0],
        "r resources": r[1],
        "r replies": r[2],
        "r frequency": pearson(counts.sum(axis=0), panel.trust),
        "r duration": pearson(days, panel.trust),
        "unwanted, size": abs(r[0]),
    }


@finding(
    "stranger-half",
    claim="First trust towards a stranger is around one half, with a wide spread.",
    source="Johnson, Mislin 2011, Journal of Economic Psychology 32, 865-889; data of psipeter/trust-game",
    grade="A",
    published="sent .50; first offers .58 and .67",
    expects=(Band("mean trust", 0.40, 0.65), Band("spread", 0.15, 0.35)),
)
def stranger_half(seed: int) -> dict[str, float]:
    """Read trust before anything has happened."""
    panel = Panel(seed=seed)
    return {"mean trust": float(panel.trust.mean()), "spread": float(panel.trust.std())}
