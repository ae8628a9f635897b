"""A score in words, against what was within reach of the same people with the same chance."""

import numpy as np

from game.model.outcome import PEOPLE_SHARE, left_by_manners

WHOLE = 99.5
"""Percent of a score from which all of it is said to be left."""

GRADES = (
    (0.95, "About the best we know of"),
    (0.7, "Well courted"),
    (0.45, "A fair start"),
    (0.2, "Much was left undone"),
    (0.0, "Little came of it"),
)
"""From which share of what was within reach, and the words; set by hand: the patient bot comes to .5 to 1."""

PEOPLE_PART = f"{100 * PEOPLE_SHARE:.0f} % of the score"
BUSINESS_PART = f"{100 * (1 - PEOPLE_SHARE):.0f} % of the score"
NOTEBOOK_PART = "like the goals, not in the score"
"""The parts of a debrief in figures, and what each is to the score."""
SOLD_FROM, WITHOUT_A_SALE = 0.7, "Well liked, and nobody bought"
"""From which share of what was within reach a sale is missed, and the words where none was made."""


def manners_part(manners: float) -> str:
    """What manners are to the score.

    >>> manners_part(100.0), manners_part(19.0)
    ('they leave all of the score', 'they leave 43 % of the score')
    """
    left = 100 * float(left_by_manners(np.asarray(manners)))
    return f"they leave {'all' if left >= WHOLE else f'{left:.0f} %'} of the score"


def out_of_told(reach: float) -> str:
    """What a score is out of.

    >>> out_of_told(21.4)
    'Out of 100. The best known for these very people, by the same chance, is 21.'
    """
    return f"Out of 100. The best known for these very people, by the same chance, is {reach:.0f}."


def grade(score: float, reach: float, business: float) -> str:
    """The words for a score. It is never called well courted where somebody wanted to buy and nobody was sold anything.

    Args:
        score: 0..100.
        reach: 0..100, the best that is known for the same people and the same chance.
        business: 0..100, the part of the score for those who wanted to buy.

    >>> grade(54.0, 66.0, 40.0), grade(8.0, 66.0, 0.0), grade(70.0, 66.0, 50.0), grade(54.0, 66.0, 0.0)
    ('Well courted', 'Little came of it', 'About the best we know of', 'Well liked, and nobody bought')
    """
    share = score / reach if reach > 0 else 1.0
    if share >= SOLD_FROM and business <= 0.0:
        return WITHOUT_A_SALE
    return next(words for least, words in GRADES if share >= least or least == 0.0)
