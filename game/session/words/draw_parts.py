"""One draw for several choices of words: each choice sees digits of its own, as good as independent of the others."""

VALUES, TAIL, OWN_LINE, OPENING, SLIP = 7919.0, 4093.0, 6151.0, 7919.0, 5209.0
"""Which choice: words for a placeholder, a tail of an answer, a line of the author’s own, how a talk opens, what slips
out with an answer. Primes."""


def part_of(draw: float, choice: float, shift: float = 0.0) -> float:
    """A draw for one choice, 0..1.

    Args:
        draw: 0..1.
        choice: one of the numbers above.
        shift: 0..; tells several choices of a kind apart.

    >>> part_of(0.5, OWN_LINE)
    0.5
    """
    return (draw * choice + shift) % 1.0
