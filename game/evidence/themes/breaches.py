"""Gaining, losing and repairing trust."""

from dataclasses import replace

import numpy as np

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.evidence.siblings import each, known
from game.model.moves import Move

GOOD_NEWS = Move("good_news", 0.0, 0.2, 0.2, 0.2)
BAD_NEWS = Move("bad_news", 0.0, -0.2, -0.2, -0.2)


def mean_trust(panel: Panel) -> float:
    """Mean trust of the arm."""
    return float(panel.trust.mean())


@finding(
    "exploitation-path",
    claim="Trust in an exploiting partner collapses, most of it at once.",
    source="Human data of psipeter/trust-game, re-analysed",
    grade="A",
    published="share sent .67 .36 .27 .28 .22",
    expects=(
        Band("end", 0.12, 0.32), Band("share of the first fall", 0.50, 0.80),
        Band("largest rise", high=0.05),
    ),
)  # fmt: skip
def exploitation_path(seed: int) -> dict[str, float]:
    """Four selfish acts in a row."""
    panel = Panel(seed=seed, trust=0.65)
    path = [mean_trust(panel)]
    for _ in range(4):
        panel.do("selfish_act")
        path.append(mean_trust(panel))
        panel.wait(1)
    return {
        "start": path[0],
        "end": path[-1],
        "share of the first fall": (path[0] - path[1]) / (path[0] - path[-1]),
        "largest rise": float(np.max(np.diff(path))),
    }


def impact(seed: int, trust: float) -> tuple[float, float]:
    """Loss over gain at a level of trust: on trust itself, and on the facets."""
    praised = Panel(seed=seed, trust=trust)
    blamed = praised.fork()
    before, facets = mean_trust(praised), praised.facets.mean()
    praised.do(GOOD_NEWS)
    blamed.do(BAD_NEWS)
    on_trust = (before - mean_trust(blamed)) / (mean_trust(praised) - before)
    return on_trust, float((facets - blamed.facets.mean()) / (praised.facets.mean() - facets))


@finding(
    "loss-gain",
    claim="Losses weigh about twice gains.",
    source="Brown, Imai, Vieider, Camerer 2024, Journal of Economic Literature; Slovic 1993, Risk Analysis 13, 675-682",
    grade="A",
    published="1.955 (1.820 to 2.102)",
    must_hold=True,
    expects=(Band("loss over gain", 1.3, 2.6),),
)
def loss_gain(seed: int) -> dict[str, float]:
    """The same evidence for and against, at neutral trust."""
    return {"loss over gain": impact(seed, 0.5)[0]}


@finding(
    "confirmation",
    claim="People read events in the light of what they already think.",
    source="Poortinga, Pidgeon 2004, Risk Analysis 24, 1475-1486; White and others 2003, Risk Analysis 23, 717-726",
    grade="B",
    published="asymmetry in the undecided, none in the fond",
    expects=(Band("fond", high=1.3), Band("undecided", 1.3, 2.6), Falling("wary", "undecided", "fond")),
)
def confirmation(seed: int) -> dict[str, float]:
    """`loss-gain` at trust .2, .5 and .8, measured on the facets."""
    return {name: impact(seed, at)[1] for name, at in (("wary", 0.2), ("undecided", 0.5), ("fond", 0.8))}


@finding(
    "wrong-foot",
    claim="A breach at the very start does lasting damage; after good rounds it is mostly overcome.",
    source="Lount, Zhong, Sivanathan, Murnighan 2008, Personality and Social Psychology Bulletin 34, 1601-1612",
    grade="B",
    published="start < middle < never",
    must_hold=True,
    expects=(
        Band("middle − start", 0.08), Band("never − middle", high=0.10), Falling("never", "late", "middle", "start"),
    ),
)  # fmt: skip
def wrong_foot(seed: int) -> dict[str, float]:
    """Twenty contacts; two breaches at the first, the sixth or the eleventh, or never; of each kind."""
    return each(("breach", "pitch", "unkind_act"), lambda move: after_breach(seed, move))


def after_breach(seed: int, breach: str | Move) -> dict[str, float]:
    """The same with one kind of breach."""
    final = {}
    for name, breach_at in (("start", 1), ("middle", 6), ("late", 11), ("never", 99)):
        panel = Panel(seed=seed)
        for contact in range(1, 21):
            panel.do(breach if breach_at <= contact <= breach_at + 1 else "fair_act")
            panel.wait(1)
        final[name] = mean_trust(panel)
    gaps = {"middle − start": final["middle"] - final["start"], "never − middle": final["never"] - final["middle"]}
    return final | gaps


@finding(
    "lapse-deception",
    claim="After a lapse trust returns with good conduct; after a deception it never does so fully.",
    source="Schweitzer, Hershey, Bradlow 2006, Organizational Behavior and Human Decision Processes 101, 1-19",
    grade="B",
    published="full return without, partial with deception",
    must_hold=True,
    expects=(Band("honest", 0.75, 1.05), Band("deceptive", 0.35, 0.80), Band("difference", 0.15)),
)
def lapse_deception(seed: int) -> dict[str, float]:
    """A good start, two violations with or without a false claim, seven good acts; of each kind."""
    return each(("breach", "skill_failure", "character_failure"), lambda move: recovered_from(seed, known(str(move))))


def recovered_from(seed: int, violation_kind: Move) -> dict[str, float]:
    """The same with one kind of violation."""
    recovered = {}
    lie = replace(violation_kind, id=f"{violation_kind.id}_with_lie", deceit=0.45)
    for name, violation in (("honest", violation_kind), ("deceptive", lie)):
        panel = Panel(seed=seed)
        for _ in range(5):
            panel.do("fair_act")
            panel.wait(1)
        start = mean_trust(panel)
        for _ in range(2):
            panel.do(violation)
            panel.wait(1)
        low = mean_trust(panel)
        for _ in range(7):
            panel.do("fair_act")
            panel.wait(1)
        recovered[name] = (mean_trust(panel) - low) / (start - low)
    return recovered | {"difference": recovered["honest"] - recovered["deceptive"]}


@finding(
    "apology-kind",
    claim="An apology mends a mistake of skill; words do little for a mistake of character.",
    source="Kim, Ferrin, Cooper, Dirks 2004, Journal of Applied Psychology 89, 104-118",
    grade="B",
    published="apology best for competence, worst for integrity",
    expects=(Band("skill", 0.15, 0.60), Band("character", 0.0, 0.25), Falling("skill", "character")),
)
def apology_kind(seed: int) -> dict[str, float]:
    """A failure, and an apology the next day: share of the lost trust that returns."""
    mended = {}
    for name, failure in (("skill", "skill_failure"), ("character", "character_failure")):
        silent = Panel(seed=seed)
        before = mean_trust(silent)
        silent.do(failure)
        lost = before - mean_trust(silent)
        silent.wait(1)
        sorry = silent.fork()
        sorry.do("apologise")
        mended[name] = (mean_trust(sorry) - mean_trust(silent)) / lost
    return mended
