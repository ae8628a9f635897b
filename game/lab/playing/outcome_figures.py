"""The figures of a played game: their names, what they are called, and how they are printed."""

TITLES = {
    "score": "score",
    "people": "people’s own good",
    "business": "business",
    "manners": "manners",
    "happy": "happy ends",
    "bought": "customers",
    "following": "still following",
    "mean_trust": "trust",
}
FIGURES = tuple(TITLES)
"""Of an outcome, in the order of `Game.figures`."""


def printed_figure(name: str, value: float) -> str:
    """A figure as it is printed: the share of those still following in per cent, trust as 0..100, the rest as it is.

    >>> printed_figure("following", 0.958), printed_figure("mean_trust", 0.5), printed_figure("score", 41.26)
    ('96 %', '50', '41.3')
    """
    if name == "following":
        return f"{100 * value:.0f} %"
    return f"{100 * value:.0f}" if name == "mean_trust" else f"{value:.1f}"
