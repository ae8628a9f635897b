"""What somebody's body does at the café table, in seven steps from turning away to lighting up."""

from collections.abc import Collection

TURNS_AWAY, WAITER, CLOCK, STILL, LISTENS, LEANS_IN, LIGHTS_UP = range(7)

OF_SIGNALS: dict[str, int] = {  # in the order in which one outweighs another
    "blocks": TURNS_AWAY,
    "unfollows": TURNS_AWAY,
    "buys": LIGHTS_UP,
    "declines_coldly": TURNS_AWAY,
    "declines_kindly": STILL,
    "no_answer": STILL,
    "buys_elsewhere": CLOCK,
    "complaint": WAITER,
    "thanks": LIGHTS_UP,
    "accepts": LEANS_IN,
    "answer_warm": LEANS_IN,
    "answer_cool": CLOCK,
    "share_compliment": LIGHTS_UP,
    "life_event": LEANS_IN,
    "need_shows": LEANS_IN,
    "asks_for_friend": LEANS_IN,
    "asks_how": LEANS_IN,
    "asks_price": LISTENS,
    "dangles_order": LISTENS,
    "wonders": CLOCK,
    "question": LEANS_IN,
    "answer_short": STILL,
    "pitches_you": LISTENS,
    "share_plain": LISTENS,
    "like": LISTENS,
    "goes_quiet": WAITER,
}


OF_TELLS: dict[str, int] = {
    "tell_closed": TURNS_AWAY,
    "tell_turned_away": WAITER,
    "tell_skimmed": CLOCK,
    "tell_read": STILL,
    "tell_lingered": LISTENS,
    "tell_warmed": LEANS_IN,
    "tell_lit_up": LIGHTS_UP,
}
DECIDED = frozenset({"buys", "declines_coldly", "buys_elsewhere", "unfollows", "blocks"})  # outweigh a tell


POLITE = frozenset({"like", "share_plain", "thanks", "answer_warm", "answer_short", "answer_cool"})
"""Signals beside which a tell is what a body shows: their words are told anyway."""
GLADLY = frozenset({"like", "share_plain", "share_compliment", "life_event", "question"})
FREELY = frozenset({"like", "share_plain"})
"""Signals that nobody had to give: where they are all that was done, no body beside them is bored or turned away."""
JOYFUL = frozenset({"accepts", "share_compliment", "life_event"})
"""Signals in whose words there is joy, so that no body beside them is turned away."""
SADLY = frozenset({"complaint", "goes_quiet"})
HEAVILY = frozenset({"need_shows"})
"""Signals whose gesture is that of somebody with a weight on the mind, and so of nobody whom a tell calls glad."""


def at_the_bar(signals: Collection[str]) -> str:
    """Which signal is told of somebody at the bar, or "silent": the body rather than a polite word.

    >>> at_the_bar(["answer_warm", "tell_closed"]), at_the_bar(["question", "tell_read"]), at_the_bar([])
    ('tell_closed', 'question', 'silent')
    """
    heaviest, tell = heaviest_of(signals), next((signal for signal in signals if signal in OF_TELLS), "")
    return tell if tell and heaviest in POLITE | {""} else heaviest or tell or "silent"


def contradicts(signal: str, step: int, *, told: bool = False) -> bool:
    """Whether the gesture of a signal says the opposite of a step of the body.

    >>> contradicts("question", 1), contradicts("question", 5), contradicts("complaint", 5)
    (True, False, True)
    >>> contradicts("need_shows", 5), contradicts("need_shows", 5, told=True)
    (False, True)

    Args:
        signal: its id.
        step: of the body.
        told: whether a tell says it, too.
    """
    sad = signal in SADLY or (told and signal in HEAVILY)
    return (signal in GLADLY and step < STILL) or (sad and step > STILL)


def body_of(signals: Collection[str]) -> int:
    """The step of a body, 0 (turns away) to 6 (lights up); 3 where nothing could be seen.

    Args:
        signals: ids of what somebody visibly did that night. A tell among them says it better than a polite answer;
            but nobody who tells of joy looks away from it, nobody who complains beams, and nobody yawns who liked it.

    >>> body_of(["answer_warm"]), body_of(["answer_warm", "unfollows"]), body_of([]), body_of(["like", "tell_lit_up"])
    (5, 0, 3, 6)
    >>> body_of(["life_event", "tell_closed"]), body_of(["complaint", "tell_warmed"])
    (4, 3)
    >>> body_of(["like", "tell_skimmed"]), body_of(["like", "answer_cool", "tell_skimmed"])
    (3, 2)
    """
    heaviest = heaviest_of(signals)
    tell = next((OF_TELLS[signal] for signal in signals if signal in OF_TELLS), None)
    if tell is not None and heaviest not in DECIDED:
        glad, sad = not JOYFUL.isdisjoint(signals), not SADLY.isdisjoint(signals)
        if heaviest in FREELY:
            return max(tell, STILL)
        return tell if glad == sad else max(tell, LISTENS) if glad else min(tell, STILL)
    return OF_SIGNALS.get(heaviest, STILL)


def heaviest_of(signals: Collection[str]) -> str:
    """The signal of a night that a body shows, or ""."""
    return next((signal for signal in OF_SIGNALS if signal in signals), "")
