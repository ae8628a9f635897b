"""What two choices may bring, in a sentence."""

from game.coach.hindsight.marked_decision import NOTABLE, SURE


def effect_told(titles: tuple[str, str], first_name: str, effect: tuple[float, float, float]) -> str:
    """What a choice is worth against another, in a sentence.

    Args:
        titles: of the first choice and of the second.
        first_name: of the person.
        effect: points of the score by which the second choice is better, and their 95 per cent interval.

    >>> effect_told(("Like", "Ask"), "Mara", (1.24, 0.7, 1.8))
    'By what can be known of Mara, “Ask” comes out better than “Like”, by about 1.2 points of the score (0.7 to 1.8).'
    >>> effect_told(("No move", "Ask"), "Mara", (-0.1, -0.5, 0.3))[:72]
    'By what can be known of Mara, the two come out too near each other to be'
    """
    mean, low, high = effect
    known = f"By what can be known of {first_name}"
    sure = low >= SURE or high <= -SURE
    if not sure or abs(mean) < NOTABLE:
        return (
            f"{known}, the two come out too near each other to be told apart, so do what feels right to you "
            f"({_signed(low)} to {_signed(high)} points)."
        )
    if mean < 0.0:
        titles, mean, low, high = (titles[1], titles[0]), -mean, -high, -low
    return (
        f"{known}, “{titles[1]}” comes out better than “{titles[0]}”, by about {mean:.1f} points of the score "
        f"({low:.1f} to {high:.1f})."
    )


def _signed(points: float) -> str:
    return f"{round(points, 1) + 0.0:+.1f}".replace("-", "−")
