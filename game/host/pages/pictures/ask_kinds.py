"""How each kind of a question to buy is drawn, in every chart alike: its shape, and the words of its legend."""

from game.coach.looking_back.debrief import EARLY, FAIR, LATE, LUCK, NO_USE, READY
from game.host.debriefing.what_happened.courses_told import FAIR_MEANS

LEGEND = {
    READY: "asked when ready", FAIR: f"fair: {FAIR_MEANS}", LUCK: "a yes by luck", EARLY: "too early",
    LATE: "too late", NO_USE: "no use for it",
}  # fmt: skip
SQUARES = frozenset({LATE, NO_USE})
"""Kinds that are drawn as squares: waiting longer would have helped neither."""


def ask_dot(kind: str, x: float, y: float, radius: float) -> str:
    """A question as SVG that takes its colour from the page.

    Args:
        kind: of the question.
        x: of its middle.
        y: of its middle.
        radius: of the dot.
    """
    if kind in SQUARES:
        side = 1.8 * radius
        return (
            f'<rect class="ask {kind}" x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:.1f}" '
            f'height="{side:.1f}"/>'
        )
    return f'<circle class="ask {kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def legend_of(drawn: str) -> list[tuple[str, str]]:
    """The kinds that stand in a drawing, each with its words.

    Args:
        drawn: SVG.
    """
    return [(kind, words) for kind, words in LEGEND.items() if f'class="ask {kind}"' in drawn]
