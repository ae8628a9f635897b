"""Exposure, frequency, repetition."""

import numpy as np

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.evidence.siblings import each
from game.model.moves import Move
from game.model.readings import LARGE


@finding(
    "ten-exposures",
    claim="Liking peaks near ten exposures and then falls; familiarity keeps rising.",
    source="Schmidt, Eisend 2015, Journal of Advertising 44, 415-428",
    grade="A",
    published="peak near 10; recall still rising at 8",
    expects=(Band("peak", 5, 15), Band("end below peak", 0.02), Band("familiarity gained at 8", 0.001)),
)
def ten_exposures(seed: int) -> dict[str, float]:
    """Posts of one kind on up to forty consecutive days; liking and familiarity after each; of each kind."""
    return each(("neutral_post", "post_helpful", "post_story", "post_question"), lambda move: exposed_to(seed, move))


def exposed_to(seed: int, post: str | Move) -> dict[str, float]:
    """The same with one kind of post."""
    panel = Panel(seed=seed)
    liked, known = [float(panel.liking.mean())], [0.0]
    for _ in range(40):
        panel.do(post)
        liked.append(float(panel.liking.mean()))
        known.append(float(panel.familiarity.mean()))
        panel.wait(1)
    return {
        "peak": float(np.argmax(liked)),
        "end below peak": max(liked) - liked[-1],
        "familiarity gained at 8": known[8] - known[7],
    }


@finding(
    "spaced-massed",
    claim="The same number of contacts does more when it is spread out.",
    source="Sahni 2015, Quantitative Marketing and Economics 13, 203-247; Sawyer, Noel, Janiszewski 2009, "
    "Journal of Advertising Research 49, 193-197",
    grade="A",
    published="purchase likelier when spread",
    expects=(Band("liking, spaced over massed", 1.05, 1.40), Band("compliance, spaced − massed", 0.0)),
)
def spaced_massed(seed: int) -> dict[str, float]:
    """Four neutral posts on days 36-39, or on days 6, 16, 26, 36; measured on day 41, liking against no posts."""
    reached = {}
    for name, days in (("massed", (36, 37, 38, 39)), ("spaced", (6, 16, 26, 36))):
        panel = Panel(seed=seed)
        for day in range(1, 41):
            if day in days:
                panel.do("neutral_post")
            panel.wait(1)
        reached[name] = (float(panel.liking.mean()), float(panel.comply(LARGE).mean()))
    return {
        "liking, spaced over massed": reached["spaced"][0] / reached["massed"][0],
        "compliance, spaced − massed": reached["spaced"][1] - reached["massed"][1],
    }


FREQUENCIES = (0.0, 1 / 14, 1 / 7, 2 / 7, 1 / 2, 1.0, 2.0, 4.0)


def yield_by_frequency(seed: int, fit: float) -> list[float]:
    """Share still following times readiness to buy, after sixty days at each frequency of contact."""
    result = []
    for rate in FREQUENCIES:
        panel = Panel(seed=seed)
        due = 0.0
        for _ in range(60):
            due += rate
            while due >= 1.0 - 1e-9:
                panel.do("post_helpful", fit=fit)
                due -= 1.0
            panel.wait(1)
        result.append(float((panel.following * panel.comply(LARGE)).mean()))
    return result


@finding(
    "enough-is-enough",
    claim="Custom grows with contact up to an ideal level and then falls; fitting content moves that level up.",
    source="Godfrey, Seiders, Voss 2011, Journal of Marketing 75(4), 94-109",
    grade="B",
    published="an inverted U",
    must_hold=True,
    expects=(
        Band("four a day against the best", high=0.80), Band("best frequency", 1 / 14 - 1e-6, 2.0),
        Band("best frequency when it fits", 1 / 14 - 1e-6, 2.0),
        Band("the best moves up by", 1e-6),
    ),
)  # fmt: skip
def enough_is_enough(seed: int) -> dict[str, float]:
    """From none to four contacts a day for sixty days, with content of some and of great use."""
    so_so, fitting = yield_by_frequency(seed, 0.35), yield_by_frequency(seed, 0.9)
    best, best_fitting = FREQUENCIES[int(np.argmax(so_so))], FREQUENCIES[int(np.argmax(fitting))]
    return {
        "four a day against the best": so_so[-1] / max(so_so),
        "best frequency": best,
        "best frequency when it fits": best_fitting,
        "the best moves up by": best_fitting - best,
    }


@finding(
    "repeat-call",
    claim="Each further sales call yields less.",
    source="UCI Bank Marketing data (Moro, Laureano, Cortez 2011), re-analysed",
    grade="A",
    published="5.7 5.1 4.1 3.3 2.3 … 1.0 % for calls 1 to 10",
    must_hold=True,
    expects=(
        Band("call 2", 0.75, 1.0), Band("call 3", 0.5, 0.85), Band("call 5", 0.25, 0.6), Band("call 8", 0.12, 0.4),
        Band("call 10", 0.08, 0.35), Falling("call 2", "call 3", "call 4", "call 5", "call 6", "call 7",
                                             slack=0.03),
    ),
)  # fmt: skip
def repeat_call(seed: int) -> dict[str, float]:
    """An offer every five days to those who have not said yes: chance of a yes against the first; of each kind."""
    return each(("pitch", "propose", "small_offer"), lambda move: called_again(seed, move))


def called_again(seed: int, move: str | Move) -> dict[str, float]:
    """The same with one kind of offer."""
    panel = Panel(seed=seed)
    open_ = np.ones(panel.followers, dtype=bool)
    rates = []
    for _ in range(10):
        called = open_ & panel.following
        rates.append(float(panel.comply(LARGE)[called].mean()))
        open_ &= ~panel.do(move, who=called)
        panel.wait(5)
    return {f"call {k}": rates[k - 1] / rates[0] for k in range(2, 11)}
