"""What signals weigh in the report of a night, and what a player notices by them."""

from game.model import Signal
from game.model.signals import NEED_SIGNS

ANSWERS = (Signal.ANSWER_WARM, Signal.ANSWER_SHORT, Signal.ANSWER_COOL, Signal.THANKS)
SHARING = (Signal.SHARE_PLAIN, Signal.SHARE_COMPLIMENT)
WEIGHTS = {
    Signal.BUYS: 3, Signal.BUYS_ELSEWHERE: 3, Signal.UNFOLLOWS: 3, Signal.BLOCKS: 3, Signal.QUESTION: 2,
    Signal.COMPLAINT: 2, Signal.PITCHES_YOU: 2, Signal.SHARE_COMPLIMENT: 2, Signal.LIFE_EVENT: 2,
    Signal.DECLINES_KINDLY: 2, Signal.DECLINES_COLDLY: 2, Signal.ACCEPTS: 2, Signal.LIKE: 0, Signal.WONDERS: 2,
    **dict.fromkeys(NEED_SIGNS, 2),
}  # fmt: skip
CLUES = {
    Signal.SHARE_PLAIN: "share_plain", Signal.SHARE_COMPLIMENT: "share_compliment", Signal.NEED_SHOWS: "need",
    Signal.PITCHES_YOU: "offers", Signal.GOES_QUIET: "quiet", Signal.LIFE_EVENT: "news",
}  # fmt: skip
OVER = {
    "need": (Signal.BUYS, Signal.BUYS_ELSEWHERE),
    "quiet": (
        *ANSWERS, *SHARING, *NEED_SIGNS, Signal.QUESTION, Signal.COMPLAINT, Signal.LIFE_EVENT, Signal.BUYS,
        Signal.ACCEPTS, Signal.DECLINES_KINDLY, Signal.DECLINES_COLDLY, Signal.PITCHES_YOU, Signal.WONDERS,
    ),
}  # fmt: skip
"""What had been noticed, and is true no longer once somebody has done one of these: whoever says anything is back."""
HINTS = {
    "courtesy": "polite", "curious": "asks_back", "neighbour": "nearby", "seller": "pitches", "buyer": "delivery",
    "fan": "adores", "deal_hunter": "price", "peer": "colleague", "bot": "hollow",
}  # fmt: skip
