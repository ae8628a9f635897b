"""Staying, leaving, coming back."""

import numpy as np

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.model.arrays import Array
from game.model.readings import LARGE


def lost_in_51_days(seed: int, mutual: float) -> float:
    """Share who left under a neutral post every third day."""
    panel = Panel(seed=seed, mutual=mutual)
    for _ in range(17):
        panel.do("neutral_post")
        panel.wait(3)
    return float((~panel.following).mean())


@finding(
    "unfollow-rate",
    claim="One tie in eight breaks within seven weeks; ties that go both ways are clearly safer.",
    source="Kwak, Chun, Moon 2011, CHI",
    grade="A",
    published="one-way .123, reciprocal about .05",
    note="the figure for reciprocal ties is recalled",
    expects=(Band("one-way ties lost", 0.06, 0.20), Band("reciprocal over one-way", 0.25, 0.75)),
)
def unfollow_rate(seed: int) -> dict[str, float]:
    """Neutral posts every third day for 51 days, to those you follow and those you do not."""
    one_way = lost_in_51_days(seed, 0.0)
    return {"one-way ties lost": one_way, "reciprocal over one-way": lost_in_51_days(seed, 1.0) / one_way}


@finding(
    "new-ties",
    claim="The longer a tie has lasted, the safer it is.",
    source="Kwak, Chun, Moon 2011, CHI",
    grade="A",
    published="falling risk",
    expects=(Band("first month over sixth", 1.2, 6.0),),
)
def new_ties(seed: int) -> dict[str, float]:
    """Half a year of decent conduct: mean daily risk of those who follow, days 1-30 over days 151-180."""
    panel = Panel(seed=seed)
    risk = []
    for day in range(180):
        if day % 6 == 0:
            panel.do("post_helpful", fit=0.6)
        if day % 5 == 0 and (day < 30 or day >= 150):
            risk.append(float(panel.hazard[panel.following].mean()))
        panel.wait(1)
    return {"first month over sixth": float(np.mean(risk[:6]) / np.mean(risk[6:]))}


@finding(
    "silent-decay",
    claim="Ties fade without contact; a touch now and then keeps them.",
    source="Roberts, Dunbar 2015, Human Nature 26, 426-450; Bhattacharya and others 2017, Royal Society Open Science",
    grade="B",
    published="closeness fades over 18 months; contact counters it",
    expects=(Band("gain kept in silence", 0.40, 0.85), Band("kept more by a touch a month", 0.15)),
)
def silent_decay(seed: int) -> dict[str, float]:
    """Trust is built in ten contacts; then 180 silent days, or a comment a month."""
    silent = Panel(seed=seed)
    before = silent.trust.mean()
    for _ in range(10):
        silent.do("share_resource")
        silent.wait(2)
    built = silent.trust.mean()
    touched = silent.fork()
    silent.wait(180)
    for _ in range(6):
        touched.wait(30)
        touched.do("comment")
    kept = float((silent.trust.mean() - before) / (built - before))
    kept_by_touch = float((touched.trust.mean() - before) / (built - before))
    return {"gain kept in silence": kept, "kept more by a touch a month": kept_by_touch - kept}


def purchases(seed: int, offers: int) -> Array:
    """A standing offer, raised every four weeks: who took it when, (offers, followers) boolean."""
    panel = Panel(seed=seed)
    taken = []
    for _ in range(offers):
        taken.append(panel.asks(LARGE))
        panel.wait(28)
    return np.stack(taken)


@finding(
    "next-purchase",
    claim="Each purchase makes the next likelier.",
    source="CD buyers (23,570 customers), re-analysed",
    grade="A",
    published="37.6, 56.9, 68.5, 76.1, 81.8 % after purchases 1 to 5",
    expects=(
        Band("after 2 over after 1", 1.2, 2.2),
        Falling("after 5", "after 3", "after 2", "after 1"),
    ),
)  # fmt: skip
def next_purchase(seed: int) -> dict[str, float]:
    """Chance of another purchase within 26 weeks of the first, second, third and fifth."""
    taken = purchases(seed, 20)
    number = np.cumsum(taken, axis=0)
    chance = {}
    for k in (1, 2, 3, 5):
        again = total = 0
        for when in range(20 - 6):
            who = taken[when] & (number[when] == k)
            total += int(who.sum())
            again += int((who & (number[when + 6] > k)).sum())
        chance[f"after {k}"] = again / max(1, total)
    return {"after 2 over after 1": chance["after 2"] / max(1e-9, chance["after 1"])} | chance


@finding(
    "second-purchase",
    claim="The second purchase comes early or not at all.",
    source="CD buyers (23,570 customers), re-analysed",
    grade="A",
    published="16.8, 9.1, 5.6, 4.2, 3.9, 3.4 % per four weeks",
    expects=(Band("first over sixth four weeks", 2.0, 8.0), Falling("first", "second", "third", slack=0.01)),
)
def second_purchase(seed: int) -> dict[str, float]:
    """Chance per four weeks of a second purchase, given none so far."""
    taken = purchases(seed, 10)
    open_, started = np.zeros(taken.shape[1]), np.zeros(taken.shape[1], dtype=bool)
    risk, events = np.zeros(8), np.zeros(8)
    waited = np.zeros(taken.shape[1], dtype=int)
    for now in taken:
        at_risk = started & (open_ == 0)
        for k in range(6):
            here = at_risk & (waited == k)
            risk[k] += here.sum()
            events[k] += (here & now).sum()
        open_ = np.where(at_risk & now, 1, open_)
        waited = np.where(at_risk, waited + 1, waited)
        started |= now
    rate = events[:6] / np.maximum(1.0, risk[:6])
    return {
        "first over sixth four weeks": float(rate[0] / max(rate[5], 1e-9)),
        "first": float(rate[0]),
        "second": float(rate[1]),
        "third": float(rate[2]),
    }


@finding(
    "hours-to-close",
    claim="Getting close takes many hours, each step more than the last.",
    source="Hall 2018, Journal of Social and Personal Relationships 36, 1278-1296",
    grade="B",
    published="50, 90, 200 hours",
    note="cut points from self-report",
    expects=(
        Band("second step over first", 1.2, 3.0), Band("third over second", 1.2, 3.0),
    ),
)  # fmt: skip
def hours_to_close(seed: int) -> dict[str, float]:
    """A good contact every third day: how many it takes to each stage, of those who get there."""
    panel = Panel(seed=seed)
    kinds = ("ask_about_them", "share_resource", "comment")
    needed = np.full((4, panel.followers), np.nan)
    for contact in range(1, 41):
        panel.do(kinds[contact % 3])
        panel.wait(3)
        for step in (1, 2, 3):
            needed[step] = np.where(np.isnan(needed[step]) & (panel.stage >= step), contact, needed[step])
    reached = [needed[step][~np.isnan(needed[step])] for step in (1, 2, 3)]
    first, second, third = (float(contacts.mean()) if len(contacts) else np.inf for contacts in reached)
    return {"second step over first": second / first, "third over second": third / second}
