"""A score in words, against what was within reach of the same people with the same chance."""

from dataclasses import dataclass

from game.model.outcome import PEOPLE_SHARE

GRADES = (
    (0.95, "About the best we know of"),
    (0.7, "Well courted"),
    (0.45, "A fair start"),
    (0.2, "Much was left undone"),
    (0.0, "Little came of it"),
)
"""From which share of what was within reach, and the words; set by hand: the patient bot comes to .5 to 1."""

MOST_FOR_PEOPLE, MOST_FOR_BUSINESS = round(100 * PEOPLE_SHARE), round(100 * (1 - PEOPLE_SHARE))
"""Points of a score that people and business can bring."""
HOW_COUNTED = (
    f"Up to {MOST_FOR_PEOPLE} points are for people and up to {MOST_FOR_BUSINESS} for business, less what is taken off "
    "for harm."
)
"""How points are counted, in a sentence."""
NOTEBOOK_PART = "Like the goals, not in the score"
SOLD_FROM, WITHOUT_A_SALE = 0.7, "Well liked, and nobody bought"
"""From which share of what was within reach a sale is missed, and the words where none was made."""


@dataclass(frozen=True)
class ScoreSum:
    """What a score is made of, in whole points that add up to it."""

    people: int  # 0..60
    business: int  # 0..40
    harm: int  # what was taken off for it, 0..100
    score: int  # 0..100

    @property
    def kept(self) -> float:
        """The share of the points for people and business that harm has left, 0..1."""
        return self.score / max(1, self.people + self.business)

    @property
    def told(self) -> str:
        """The sum in a sentence."""
        less = f", {self.harm} taken off for harm" if self.harm else ""
        return f"{self.people} for people, {self.business} for business{less}: {self.score}."


def score_sum(score: float, people: float, business: float) -> ScoreSum:
    """A score as a sum of points.

    Args:
        score: 0..100.
        people: 0..100, the part of the people.
        business: 0..100, the part of the business.

    >>> score_sum(68.3, 74.0, 75.5).told, score_sum(15.4, 24.1, 2.3).told
    ('44 for people, 30 for business, 6 taken off for harm: 68.', '14 for people, 1 for business: 15.')
    """
    whole, of_people, of_business = round(score), round(PEOPLE_SHARE * people), round((1 - PEOPLE_SHARE) * business)
    if of_people + of_business < whole:  # by rounding alone
        of_people = whole - of_business
    return ScoreSum(of_people, of_business, of_people + of_business - whole, whole)


def out_of_told(reach: float) -> str:
    """What a score is out of.

    >>> out_of_told(21.4)
    '21 is the best known for these very people, by the same chance. 100 would be everybody at their happiest.'
    """
    best = f"{reach:.0f} is the best known for these very people, by the same chance."
    return f"{best} 100 would be everybody at their happiest."


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
