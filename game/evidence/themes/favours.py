"""Favours, thanks, asks."""

import numpy as np

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.evidence.siblings import each
from game.evidence.sizes import pearson, phi, relative
from game.model.moves import Move
from game.model.readings import MEDIUM


@finding(
    "gifts",
    claim="A small gift makes giving a little more frequent, a large one much more.",
    source="Falk 2007, Econometrica 75, 1501-1511",
    grade="A",
    published="+17 % and +75 %",
    expects=(Band("large gift", 1.35, 2.1), Band("small gift", 1.05, 1.35), Falling("large gift", "small gift")),
)
def gifts(seed: int) -> dict[str, float]:
    """Nothing, a reply, or a tailored resource; a medium ask the next day."""
    nothing = Panel(seed=seed)
    small, large = nothing.fork(), nothing.fork()
    small.do("answer", delay=0)
    large.do("share_resource", fit=1.0)
    rate = {name: panel.wait(1).comply(MEDIUM) for name, panel in
            (("nothing", nothing), ("small", small), ("large", large))}  # fmt: skip
    return {
        "large gift": relative(rate["large"], rate["nothing"]),
        "small gift": relative(rate["small"], rate["nothing"]),
    }


@finding(
    "gratitude",
    claim="Gratitude goes with helping, most of all with helping the giver.",
    source="Ma, Tunney, Ferguson 2017, Psychological Bulletin 143, 601-635",
    grade="A",
    published="r .374",
    expects=(Band("r with helping the giver", 0.20, 0.50), Falling("r with helping the giver", "r with a third")),
)
def gratitude(seed: int) -> dict[str, float]:
    """No to four favours in ten days; correlate their number with readiness for a medium ask; of each kind."""
    return each(("amplify", "share_resource", "help", "introduce"), lambda move: grateful_for(seed, move))


def grateful_for(seed: int, move: str | Move) -> dict[str, float]:
    """The same with one kind of favour."""
    panel, third = Panel(seed=seed), Panel(seed=seed)
    number = np.floor(panel.dice() * 5.0)
    for k in range(5):
        panel.do(move, who=number > k)
        panel.wait(2)
    third.wait(10)
    return {
        "r with helping the giver": pearson(number, panel.comply(MEDIUM)),
        "r with a third": pearson(number, third.comply(MEDIUM)),
    }


@finding(
    "thanked",
    claim="Being thanked about doubles helping again.",
    source="Grant, Gino 2010, Journal of Personality and Social Psychology 98, 946-955",
    grade="B",
    published="66 % against 32 %",
    note="key figure recalled; a co-author has retracted other work",
    expects=(Band("thanked over ignored", 1.3, 2.3), Band("ignored", 0.20, 0.50)),
)
def thanked(seed: int) -> dict[str, float]:
    """They share your post; you thank at once and in person, or not. A medium ask the next day."""
    ignored = Panel(seed=seed)
    ignored.receive("share_plain")
    thanked = ignored.fork()
    thanked.do("thank_privately")
    base = ignored.wait(1).comply(MEDIUM)
    return {"thanked over ignored": relative(thanked.wait(1).comply(MEDIUM), base), "ignored": float(base.mean())}


@finding(
    "late-thanks",
    claim="Canned thanks that come late do nothing.",
    source="Longfield, Samek, AEA registry 8263; Adena, Huck, Neyse 2025",
    grade="A",
    published="28 % in both arms",
    must_hold=True,
    expects=(Band("thanked over ignored", 0.95, 1.08),),
)
def late_thanks(seed: int) -> dict[str, float]:
    """Form-letter thanks ninety days after a share; a medium ask the next day."""
    ignored = Panel(seed=seed)
    ignored.receive("share_plain")
    ignored.wait(90)
    thanked = ignored.fork()
    thanked.do("canned_thanks", delay=90)
    base = ignored.wait(1).comply(MEDIUM)
    return {"thanked over ignored": relative(thanked.wait(1).comply(MEDIUM), base)}


@finding(
    "foot-in-door",
    claim="A small yes makes a larger one a little likelier.",
    source="Dillard, Hunter, Burgoon 1984, Human Communication Research 10, 461-488",
    grade="A",
    published="r .11, at best .17",
    expects=(Band("phi", 0.04, 0.20),),
)
def foot_in_door(seed: int) -> dict[str, float]:
    """A small ask first, or none; a medium ask two days later."""
    none = Panel(seed=seed)
    first = none.fork()
    first.asks(0.1)
    return {"phi": phi(first.wait(2).comply(MEDIUM), none.wait(2).comply(MEDIUM))}


@finding(
    "favours-expire",
    claim="An unreturned favour soon buys less.",
    source="Burger, Horita, Kinoshita, Roberts, Vera 1997, Basic and Applied Social Psychology 19, 91-100",
    grade="B",
    published="after a week less than after minutes",
    note="figures recalled",
    expects=(
        Band("extra left after 30 days", high=0.35),
        Falling("extra at once", "extra after 7 days", "extra after 30 days"),
    ),
)  # fmt: skip
def favours_expire(seed: int) -> dict[str, float]:
    """A favour, then a medium ask at once, after seven or after thirty days of silence."""
    without = Panel(seed=seed)
    favoured = without.fork()
    favoured.do("amplify")
    extra = []
    for days in (0, 7, 23):
        favoured.wait(days)
        without.wait(days)
        extra.append(float((favoured.comply(MEDIUM) - without.comply(MEDIUM)).mean()))
    return {
        "extra left after 30 days": extra[2] / extra[0],
        "extra at once": extra[0],
        "extra after 7 days": extra[1],
        "extra after 30 days": extra[2],
    }
