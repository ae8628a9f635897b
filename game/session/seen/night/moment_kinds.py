"""Which moment somebody's night is: a picture of its own for what a person would tell of afterwards.

Rule: a signal without a moment stands with its reason in `tests/session/seen/test_moments.py`.
"""

from collections.abc import Collection, Sequence

from game.session.story.claims import OFFERS
from game.session.story.invitations import was_invited
from game.session.view import ThreadItem

LARGE = {
    "buys": "sale",
    "declines_kindly": "kind_no",
    "declines_coldly": "cold_no",
    "buys_elsewhere": "elsewhere",
    "unfollows": "farewell",
    "blocks": "farewell",
}
"""Signals that are a moment whenever they come."""
SMALL_ASKS = frozenset({"small_offer", "ask_to_share"})
"""Moves that ask for less than a purchase: what is said to them is smaller, too."""
SMALLER = {
    "accepts": "small_yes", "share_plain": "share_yes", "kind_no": "small_no", "cold_no": "small_cold_no",
    "plain_no": "small_plain_no",
}  # fmt: skip
FIRSTS = {
    "share_compliment": "praise", "share_plain": "first_share", "thanks": "thank_you", "life_event": "news",
}  # fmt: skip
"""Signals that are a moment when they come from somebody for the first time."""
SPEAKS = frozenset({
    "answer_warm", "answer_short", "answer_cool", "thanks", "question", "complaint", "life_event", "need_shows",
    "asks_price", "asks_how", "asks_for_friend", "accepts", "share_compliment", "share_plain", "pitches_you",
})  # fmt: skip
RETURNS = SPEAKS - {"answer_cool", "complaint", "pitches_you", "share_plain"}
"""Signals by which somebody is there again who had gone quiet."""
FORGIVES = frozenset({"answer_warm", "thanks", "tell_warmed", "tell_lit_up"})
"""Signals that say that an apology is taken."""
TURNED = frozenset({"tell_closed", "tell_turned_away", "tell_skimmed"})
"""Tells of a body that no picture shows glad of you."""

ORDER = (
    "sale", "small_yes", "share_yes", "made_up", "back", "praise", "first_share", "thank_you", "news", "arrives",
    "kind_no", "small_no", "plain_no", "small_plain_no", "cold_no", "small_cold_no", "elsewhere", "farewell",
)  # fmt: skip
"""In which they are told: what is good, the larger first, then what is sad."""
SIGNAL_OF = {
    "sale": "buys", "small_yes": "accepts", "share_yes": "share_plain", "praise": "share_compliment",
    "first_share": "share_plain", "thank_you": "thanks", "news": "life_event", "elsewhere": "buys_elsewhere",
}  # fmt: skip
"""What somebody does in the picture of a moment, whatever else they did that night."""
GLAD = frozenset(ORDER[: ORDER.index("arrives")])
"""Kinds in whose picture somebody is glad of you."""
SHARED = frozenset({
    "arrives", "kind_no", "small_no", "plain_no", "small_plain_no", "cold_no", "small_cold_no", "elsewhere", "farewell",
})  # fmt: skip
"""Kinds of which there is one picture a night, with all their names."""
AT_MOST = 3
"""So many of those that come unasked for are told in a night, so that it does not last until the morning."""
RESTS_DAYS = 5
"""So long after somebody did the like, a first of these stands at the table and has no picture of its own."""
UNASKED = frozenset({"back", "praise", "first_share", "thank_you", "news"})


def moments_of(
    thread: Sequence[ThreadItem], made: Sequence[ThreadItem], came: Sequence[tuple[str, str]], day: int
) -> tuple[str, ...]:
    """The kinds of moment that somebody's night is: all that are decisive, or else the first of the smaller ones.

    Args:
        thread: the whole history with them.
        made: what you did to them that day.
        came: their signals of the night, each with the id of the move that it answers, or "".
        day: of the night.
    """
    moves = {item.kind for item in made}
    asked = next((item.kind for item in made if item.kind in SMALL_ASKS), "")
    offered = next((item.kind for item in made if item.kind in OFFERS), "")
    found = []
    for signal, to in came:
        is_small = (to or asked) in SMALL_ASKS
        kind = "plain_no" if refuses_plainly(signal, to or offered, thread, day) else LARGE.get(signal, "")
        if is_small and kind in SMALLER:
            found.append(SMALLER[kind])
        elif kind:
            found.append(kind)
        elif signal == "accepts" or (signal == "share_plain" and to == "ask_to_share"):
            found.append(SMALLER[signal])
    if "elsewhere" in found:
        return ("elsewhere",)  # what they said to you that night is told beside it: one night is one picture
    if found:
        return tuple(dict.fromkeys(sorted(found, key=ORDER.index)))
    signals = [signal for signal, _ in came]
    if not TURNED.isdisjoint(signals):
        return ()
    if "apologise" in moves and not FORGIVES.isdisjoint(signals):
        return ("made_up",)
    if _was_quiet(thread, day) and not RETURNS.isdisjoint(signals):
        return ("back",)
    before = {item.kind for item in thread if item.day < day and item.who != "me"}
    firsts = [kind for signal, kind in FIRSTS.items() if signal in signals and not _known(signal, before)]
    return tuple(firsts[:1])


def refuses_plainly(signal: str, to: str, thread: Sequence[ThreadItem], day: int) -> bool:
    """Whether a cold no is one to the thing: they had given a reason to offer it, so nobody is hurt by the question.

    Args:
        signal: of the night.
        to: the move that it answers, or "".
        thread: the whole history with them.
        day: of the night.
    """
    return signal == "declines_coldly" and to in OFFERS and was_invited(thread, day)


def _known(signal: str, before: Collection[str]) -> bool:
    """Whether somebody has done it before; whoever has praised has shared."""
    return signal in before or (signal == "share_plain" and "share_compliment" in before)


def _was_quiet(thread: Sequence[ThreadItem], day: int) -> bool:
    """Whether the last that was heard of somebody before a day is that they went quiet."""
    last = [i.kind for i in thread if i.day < day and i.who != "me" and (i.kind in SPEAKS or i.kind == "goes_quiet")]
    return bool(last) and last[-1] == "goes_quiet"
