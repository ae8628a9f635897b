"""Conversation."""

from game.evidence.finding import Band, Falling, finding
from game.evidence.panel import Panel
from game.evidence.sizes import cohens_d


def talked(seed: int, *moves: str, every: int = 2) -> Panel:
    """Moves one after another, some days apart."""
    panel = Panel(seed=seed)
    for move in moves:
        panel.do(move)
        panel.wait(every)
    return panel


@finding(
    "questions",
    claim="Those who ask, and above all follow up, are liked more.",
    source="Huang, Yeomans, Brooks, Minson, Gino 2017, Journal of Personality and Social Psychology 113, 430-452",
    grade="B",
    published="d .2 to .4",
    expects=(Band("d of liking", 0.15, 1.0), Falling("question and follow-up", "two unrelated questions")),
)
def questions(seed: int) -> dict[str, float]:
    """Four questions or four statements in eight days; a question with a follow-up or with another question."""
    asked, told = talked(seed, *["ask_about_them"] * 4), talked(seed, *["statement"] * 4)
    followed = talked(seed, "ask_about_them", "follow_up", every=1)
    unrelated = talked(seed, "ask_about_them", "ask_about_them", every=1)
    return {
        "d of liking": cohens_d(asked.liking, told.liking),
        "question and follow-up": float(followed.liking.mean()),
        "two unrelated questions": float(unrelated.liking.mean()),
    }


@finding(
    "quick-answer",
    claim="An answer is worth the more, the sooner it comes.",
    source="Twitter and Applied Marketing Science; Huang, Mitchell, Dibner and others 2018, Harvard Business Review",
    grade="B",
    published="20 dollars within minutes, 2.33 after an hour",
    expects=(
        Band("next day", 0.2, 0.8), Band("after four days", 0.0, 0.4), Band("gain on the same day", 1e-6),
    ),
)  # fmt: skip
def quick_answer(seed: int) -> dict[str, float]:
    """A question answered on the same day, the next, or after four: gain in trust against no answer."""
    gain = []
    for delay in (0, 1, 4):
        panel = Panel(seed=seed)
        panel.receive("question")
        panel.wait(delay)
        before = panel.trust
        panel.do("answer")
        gain.append(float((panel.trust - before)[panel.following].mean()))
    return {"next day": gain[1] / gain[0], "after four days": gain[2] / gain[0], "gain on the same day": gain[0]}


@finding(
    "replied-to",
    claim="Being replied to keeps people.",
    source="Kwak, Moon, Lee 2012, ICWSM",
    grade="A",
    published="being acknowledged protects more than acknowledging",
    expects=(Band("hazard ratio", 0.35, 0.85),),
)
def replied_to(seed: int) -> dict[str, float]:
    """The same posts for sixty days, with a reply a week or none: ratio of those lost."""
    lost = []
    for replies in (True, False):
        panel = Panel(seed=seed)
        for day in range(60):
            if day % 3 == 0:
                panel.do("neutral_post")
            if replies and day % 7 == 0:
                panel.do("answer", delay=0)
            panel.wait(1)
        lost.append(float((~panel.following).mean()))
    return {"hazard ratio": lost[0] / lost[1]}
