"""Hours of attention and days of the week in words, the same in every front end: minutes, as on a clock."""


def minutes_of(hours: float) -> int:
    """Hours as whole minutes.

    >>> minutes_of(0.3), minutes_of(1.05)
    (18, 63)
    """
    return max(0, round(hours * 60))


def hours_text(hours: float) -> str:
    """Hours in words.

    >>> hours_text(0.25), hours_text(1.5), hours_text(0.0)
    ('15 min', '90 min', 'Free')
    """
    return f"{minutes_of(hours)} min" if minutes_of(hours) else "Free"


def range_text(least: float, most: float) -> str:
    """What lies between two costs, in words.

    >>> range_text(0.3, 1.05), range_text(0.4, 0.4)
    ('18–63 min', '24 min')
    """
    low, high = minutes_of(least), minutes_of(most)
    return hours_text(most) if low == high else f"{low}–{high} min"


def sentence_hours(hours: float) -> str:
    """Hours as they are said: in minutes, as everywhere else.

    >>> sentence_hours(0.5), sentence_hours(1 / 60), sentence_hours(1.5)
    ('30 minutes', '1 minute', '90 minutes')
    """
    minutes = minutes_of(hours)
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def left_words(hours: float) -> str:
    """What is left, with its verb.

    >>> left_words(0.0), left_words(0.5), left_words(1 / 60)
    ('nothing is', '30 minutes are', '1 minute is')
    """
    if not minutes_of(hours):
        return "nothing is"
    return f"{sentence_hours(hours)} {'is' if minutes_of(hours) == 1 else 'are'}"


def change_told(before: float, after: float, *, today: bool = False) -> str:
    """What becomes of a day's attention, as a sentence of its own; "" where nothing does.

    Args:
        before: hours a day so far.
        after: hours a day from now on.
        today: whether it is today alone that has more or less.

    >>> change_told(2.5, 2.25), change_told(2.0, 2.0)
    ('From now on a day has 135 minutes of attention, 15 fewer.', '')
    >>> change_told(2.5, 1.5, today=True)
    'Today has 90 minutes of attention, 60 fewer.'
    """
    gap = minutes_of(after) - minutes_of(before)
    if not gap:
        return ""
    how = "fewer" if gap < 0 else "more"
    return (
        f"{'Today has' if today else 'From now on a day has'} {sentence_hours(after)} of attention, {abs(gap)} {how}."
    )


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_of(day: int) -> str:
    """The weekday of a day, 1.. ; a run begins on a Monday.

    >>> weekday_of(1), weekday_of(9)
    ('Monday', 'Tuesday')
    """
    return WEEKDAYS[(day - 1) % len(WEEKDAYS)]
