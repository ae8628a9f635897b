"""What somebody's body does at the café table, in seven steps from turning away to lighting up."""

from collections.abc import Collection

TURNS_AWAY, WAITER, CLOCK, STILL, LISTENS, LEANS_IN, LIGHTS_UP = range(7)

OF_SIGNALS: dict[str, int] = {  # in the order in which one outweighs another
    "blocks": TURNS_AWAY,
    "unfollows": TURNS_AWAY,
    "buys": LIGHTS_UP,
    "declines_coldly": TURNS_AWAY,
    "declines_kindly": STILL,
    "buys_elsewhere": CLOCK,
    "complaint": WAITER,
    "thanks": LIGHTS_UP,
    "accepts": LEANS_IN,
    "answer_warm": LEANS_IN,
    "answer_cool": CLOCK,
    "share_compliment": LIGHTS_UP,
    "life_event": LEANS_IN,
    "need_shows": LEANS_IN,
    "question": LEANS_IN,
    "answer_short": STILL,
    "pitches_you": LISTENS,
    "share_plain": LISTENS,
    "like": LISTENS,
    "goes_quiet": WAITER,
}


def body_of(signals: Collection[str], tell: int | None = None) -> int:
    """The step of a body, 0 (turns away) to 6 (lights up); 3 where nothing could be seen.

    Args:
        signals: ids of what somebody visibly did that night.
        tell: what was seen of them apart from that, 0 (closed it at once) to 6 (lit up); None where nothing was told.

    >>> body_of(["answer_warm"]), body_of(["answer_warm", "unfollows"]), body_of([]), body_of(["like"], tell=6)
    (5, 0, 3, 6)
    """
    heaviest = heaviest_of(signals)
    if tell is not None and heaviest not in {"blocks", "unfollows"}:
        return tell
    return OF_SIGNALS.get(heaviest, STILL)


def heaviest_of(signals: Collection[str]) -> str:
    """The signal of a night that a body shows, or ""."""
    return next((signal for signal in OF_SIGNALS if signal in signals), "")
