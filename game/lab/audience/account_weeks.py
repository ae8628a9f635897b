"""The numbers of an account's weeks: which comes after which, with the year before the number or without."""

YEAR = 100  # what a year counts for in a number such as 202631
LAST_WEEKS = (52, 53)  # of a year


def follows(before: int, after: int) -> bool:
    """Whether a week is the next one. A year has 52 weeks or 53, however they are counted; the year may stand before.

    >>> follows(5, 6), follows(52, 1), follows(202652, 202701), follows(202653, 202701), follows(202652, 202801)
    (True, True, True, True, False)
    """
    year, week = divmod(before, YEAR)
    return after == before + 1 or (week in LAST_WEEKS and after == (year + (year > 0)) * YEAR + 1)


def mended_order(before: int, after: int) -> str:
    """How to mend a week that does not follow on the one before."""
    if after == before:
        return "Delete one of the two lines, or give one its own number"
    if after < before:
        return "Sort the lines by week"
    return "Add a line for each week between, with its followers, and 0 for what was not done"
