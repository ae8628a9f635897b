"""Hours of attention in words, the same in every front end."""


def hours_text(hours: float) -> str:
    """Hours in words.

    >>> hours_text(0.25), hours_text(1.0), hours_text(1.5), hours_text(0.0)
    ('15 min', '1 h', '1.5 h', 'Free')
    """
    minutes = round(hours * 60)
    if minutes <= 0:
        return "Free"
    if minutes < 60:
        return f"{minutes} min"
    return f"{hours:.2f}".rstrip("0").rstrip(".") + " h"
