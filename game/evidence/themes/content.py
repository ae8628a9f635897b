"""Content and self-presentation."""

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.evidence.sizes import relative
from game.model.readings import MEDIUM


def posted(seed: int, move: str, *, every: int = 2, replies: bool = False) -> Panel:
    """Thirty days of such posts, with a reply a week if wished."""
    panel = Panel(seed=seed, mutual=0)
    for day in range(30):
        if day % every == 0:
            panel.do(move)
        if replies and day % 7 == 0:
            panel.do("answer", delay=0)
        panel.wait(1)
    return panel


@finding(
    "useful-content",
    claim="Useful content keeps and draws people, content about oneself drives them off; talking beats broadcasting.",
    source="Hutto, Yardi, Gilbert 2013, CHI",
    grade="B",
    published="information about 30 times as attractive as self",
    expects=(
        Band("unfollowing, praise over useful", 2.0, 15.0),
        Falling("lost by broadcasting alone", "lost with replies"),
    ),
)  # fmt: skip
def useful_content(seed: int) -> dict[str, float]:
    """Thirty days of useful posts or of own praise, every other day; useful posts with and without replies."""
    useful, praise = posted(seed, "post_helpful"), posted(seed, "own_praise")
    with_replies = posted(seed, "post_helpful", replies=True)
    return {
        "unfollowing, praise over useful": relative(~praise.following, ~useful.following),
        "lost by broadcasting alone": float((~useful.following).mean()),
        "lost with replies": float((~with_replies.following).mean()),
    }


@finding(
    "boasting-flips",
    claim="Boasting costs where trust is low and reads as expertise where it is high.",
    source="Packard, Gershoff, Wooten 2016, Journal of Consumer Research 43, 26-43",
    grade="B",
    published="sign changes with trust",
    must_hold=True,
    expects=(
        Band("wary", -0.50, -0.10), Band("trusting", 0.0, 0.25), Falling("trusting", "wary"),
    ),
)  # fmt: skip
def boasting_flips(seed: int) -> dict[str, float]:
    """Own praise passed on once, at trust .25 and .75: relative change in readiness for a medium ask."""
    change = {}
    for name, trust in (("wary", 0.25), ("trusting", 0.75)):
        silent = Panel(seed=seed, trust=trust)
        boasting = silent.fork()
        boasting.do("retweet_share")
        change[name] = relative(boasting.comply(MEDIUM), silent.comply(MEDIUM)) - 1.0
    return change
