"""What a move of yours takes up of what they did: a favour, a need, a message that waits."""

from game.session.words.spoken import Talk

SHARE_TALK_DAYS = 6  # days in which a share can be thanked for or asked about
WORD_TALK_DAYS = 7  # days in which a word of theirs can be thanked for
THANKS = ("thank_publicly", "thank_privately")
OFFERS = ("small_offer", "propose")
"""Moves that name a need, where one has shown."""
LARGER = ("buys", "accepts")
"""What is thanked for before a share."""


def answered_by(move: str, talk: Talk, day: int) -> str:
    """The signal of theirs that a move takes up, or "" for none.

    Thanks are for what has not been thanked for: for an order or a yes, then for a share of the last days, then for
    what they did last.

    Args:
        move: its id.
        talk: with them, as it stands before the move.
        day: of the move.
    """
    shared = talk.share if day - talk.share_day <= SHARE_TALK_DAYS else ""
    if move in THANKS:
        if talk.share_day < talk.thanked_on:
            shared = ""
        latest = talk.last_signal if talk.last_on >= talk.thanked_on else ""
        fresh = latest if day - talk.last_on <= WORD_TALK_DAYS else ""
        return latest if latest in LARGER else shared or fresh
    if move in OFFERS and talk.need_on:
        return "need_shows"
    if move == "ask_their_view":
        return shared
    if move == "answer":
        return talk.waits_signal
    return talk.last_signal if move == "help" else shared or talk.last_signal
