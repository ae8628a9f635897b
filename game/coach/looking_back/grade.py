"""A score in words, against what was within reach of the same people with the same chance."""

GRADES = (
    (0.95, "About the best we know of"),
    (0.7, "Well courted"),
    (0.45, "A fair start"),
    (0.2, "Much was left undone"),
    (0.0, "Little came of it"),
)
"""From which share of what was within reach, and the words; set by hand: the patient bot comes to .5 to 1."""


def grade(score: float, reach: float) -> str:
    """The words for a score.

    Args:
        score: 0..100.
        reach: 0..100, the best that is known for the same people and the same chance.

    >>> grade(54.0, 66.0), grade(8.0, 66.0), grade(70.0, 66.0)
    ('Well courted', 'Little came of it', 'About the best we know of')
    """
    share = score / reach if reach > 0 else 1.0
    return next(words for least, words in GRADES if share >= least or least == 0.0)
