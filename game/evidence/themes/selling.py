"""Being sold to."""

import numpy as np

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.evidence.siblings import each
from game.evidence.sizes import cohens_d, pearson, relative
from game.model.moves import Move
from game.model.readings import LARGE


@finding(
    "reactance",
    claim="Pressure breeds resistance: more in touchy people and where trust is low.",
    source="Rains 2013, Human Communication Research 39, 47-73; Dillard, Shen 2005, Communication Monographs 72",
    grade="A",
    published="paths of .2 to .4",
    note="key figure recalled",
    expects=(
        Band("d of reactance", 0.3, 1.2), Band("compliance, pushy − soft", high=-1e-6),
        Falling("rise in the touchy", "rise in the calm"), Falling("rise at low trust", "rise at high trust"),
    ),
)  # fmt: skip
def reactance(seed: int) -> dict[str, float]:
    """The same offer as a soft hint and as a pushy pitch."""
    soft = Panel(seed=seed)
    before = soft.trust
    pushy = soft.fork()
    soft.do("soft_hint")
    pushy.do("pitch")
    rise = pushy.reactance - soft.reactance
    touchy = soft.trait("proneness") >= np.median(soft.trait("proneness"))
    trusting = before >= np.median(before)
    calm_rise = float(rise[~touchy].mean()) if not touchy.all() else float(rise.mean())
    return {
        "d of reactance": cohens_d(pushy.reactance, soft.reactance),
        "compliance, pushy − soft": float((pushy.comply(LARGE) - soft.comply(LARGE)).mean()),
        "rise in the touchy": float(rise[touchy].mean()),
        "rise in the calm": calm_rise,
        "rise at low trust": float(rise[~trusting].mean()),
        "rise at high trust": float(rise[trusting].mean()),
    }


def shrinkage(panel: Panel) -> tuple[float, float]:
    """How much of a useful resource's gain is lost to a visible purpose, and what gain is left."""
    selling = panel.fork()
    before = float(panel.trust.mean())
    panel.do("share_resource", fit=0.8)
    selling.do("resource_that_sells", fit=0.8)
    gain, left = float(panel.trust.mean()) - before, float(selling.trust.mean()) - before
    return 1.0 - left / gain, left


@finding(
    "seen-through",
    claim="Seeing the purpose costs about half of what persuasion gains, more where you are unknown.",
    source="Eisend, Tarrahi 2022, Journal of Consumer Psychology 32, 3-22",
    grade="A",
    published="about 50 %",
    expects=(
        Band("shrinkage", 0.25, 0.75), Band("gain left", 0.0),
        Falling("shrinkage when unknown", "shrinkage when known"),
    ),
)  # fmt: skip
def seen_through(seed: int) -> dict[str, float]:
    """A helpful resource with and without visible selling, to strangers and to those who have seen you for weeks."""
    shrunk, left = shrinkage(Panel(seed=seed))
    known = Panel(seed=seed)
    for _ in range(6):
        known.do("neutral_post")
        known.wait(3)
    return {
        "shrinkage": shrunk,
        "gain left": left,
        "shrinkage when unknown": shrunk,
        "shrinkage when known": shrinkage(known)[0],
    }


@finding(
    "canned-dm",
    claim="Automatic messages to new followers make them think less of the sender and leave.",
    source="Forrester blog (A. Ray, 10 November 2010); CUInsight quoting a vendor's trial",
    grade="C",
    published="two thirds think less, 2 % more; far more unfollowing",
    must_hold=True,
    expects=(Band("unfollowing, ratio", 1.5, 5.0), Band("trust falls", 0.55), Band("trust rises", high=0.10)),
)
def canned_dm(seed: int) -> dict[str, float]:
    """A message on the first day and ordinary posts for ten days, against the posts alone; of each kind."""
    return each(("blast_dm", "canned_message", "pitch"), lambda move: greeted_by(seed, move))


def greeted_by(seed: int, move: str | Move) -> dict[str, float]:
    """The same with one kind of message."""
    greeted, control = Panel(seed=seed, mutual=0), Panel(seed=seed, mutual=0)
    before = greeted.trust
    greeted.do(move)
    for panel in (greeted, control):
        for _ in range(10):
            panel.do("neutral_post")
            panel.wait(1)
    return {
        "unfollowing, ratio": relative(~greeted.following, ~control.following),
        "trust falls": float((greeted.trust < before - 0.005).mean()),
        "trust rises": float((greeted.trust > before + 0.005).mean()),
    }


def lost(
    seed: int, *, move: str = "neutral_post", every: float = 3.0, fit: float = 0.8, ignored: bool = False
) -> float:
    """Share who left in thirty days of such posts."""
    panel = Panel(seed=seed, mutual=0)
    due = 0.0
    for day in range(30):
        due += 1.0 / every
        if ignored and day % 5 == 0:
            panel.receive("question")
        while due >= 1.0 - 1e-9:
            panel.do(move, fit=fit)
            due -= 1.0
        panel.wait(1)
    return float((~panel.following).mean())


@finding(
    "unfollow-reasons",
    claim="People unfollow over promotions, irrelevance, too many posts, and messages left without an answer.",
    source="Sprout Social Index Q3 2016",
    grade="C",
    published="46 %, 41 %, 35 %, 25 %",
    expects=(
        Band("over-promotion", 1e-6), Band("ignored messages", 1e-6),
        Falling("over-promotion", "irrelevant content", slack=0.05),
        Falling("irrelevant content", "over-posting", "ignored messages"),
    ),
)  # fmt: skip
def unfollow_reasons(seed: int) -> dict[str, float]:
    """Thirty days each of a promotion, an irrelevant post, three neutral posts a day; or questions never answered."""
    calm = lost(seed)
    return {
        "over-promotion": lost(seed, move="post_promotion", every=2.0) - calm,
        "irrelevant content": lost(seed, move="post_helpful", every=1.0, fit=0.05) - calm,
        "over-posting": lost(seed, every=1 / 3) - calm,
        "ignored messages": lost(seed, ignored=True) - calm,
    }


@finding(
    "follow-is-not-love",
    claim="Inducing people to follow changes neither attitude nor purchase; those who choose to follow are fonder.",
    source="John, Emrich, Gupta, Norton 2017, Journal of Marketing Research 54, 144-155",
    grade="A",
    published="no causal effect; fond people follow",
    must_hold=True,
    expects=(Band("d of trust", -0.05, 0.05), Band("d of compliance", -0.05, 0.05), Band("r by choice", 0.02)),
)
def follow_is_not_love(seed: int) -> dict[str, float]:
    """The follow flag forced on or left off, then two weeks of nothing; and who stays by their own choice."""
    strangers = Panel(seed=seed)
    strangers.leave(np.full(strangers.followers, True))
    induced = strangers.fork()
    induced.join(np.full(strangers.followers, True))
    strangers.wait(14)
    induced.wait(14)
    effect = cohens_d(induced.trust, strangers.trust), cohens_d(induced.comply(LARGE), strangers.comply(LARGE))
    for _ in range(30):
        induced.do("neutral_post")
        induced.wait(2)
    return {
        "d of trust": effect[0],
        "d of compliance": effect[1],
        "r by choice": pearson(induced.following, induced.trust),
    }
