"""Which icon stands for a move, a signal, a format, a thing noticed."""

MOVES = {
    "look_around": "look",
    "like": "like",
    "comment": "comment",
    "ask_about_them": "question",
    "follow_up": "follow_up",
    "ask_their_view": "view",
    "answer": "answer",
    "thank_publicly": "thanks_public",
    "thank_privately": "thanks_private",
    "share_resource": "share",
    "help": "help",
    "introduce": "introduce",
    "amplify": "amplify",
    "congratulate": "congratulate",
    "apologise": "apologise",
    "give_space": "space",
    "small_offer": "offer",
    "propose": "propose",
    "ask_to_share": "megaphone",
    "retweet_share": "retweet",
    "pitch": "pitch",
    "post_helpful": "post_helpful",
    "post_question": "post_question",
    "post_story": "post_story",
    "post_promotion": "post_promotion",
    "blast_dm": "blast",
}

GROUP_ICONS = {
    "notice": "look", "talk": "question", "thank": "heart", "give": "share", "ask": "propose", "all": "megaphone",
}  # fmt: skip

SIGNALS = {
    "like": "like",
    "answer_warm": "comment",
    "answer_short": "comment",
    "answer_cool": "comment",
    "question": "question",
    "share_plain": "share",
    "share_compliment": "amplify",
    "thanks": "thanks_private",
    "need_shows": "need",
    "life_event": "star",
    "complaint": "warning",
    "buys": "heart",
    "declines_kindly": "close",
    "declines_coldly": "close",
    "no_answer": "close",
    "goes_quiet": "space",
    "buys_elsewhere": "home",
    "unfollows": "quit",
    "blocks": "lock",
    "pitches_you": "pitch",
    "accepts": "check",
    "asks_price": "need",
    "asks_how": "question",
    "dangles_order": "pitch",
    "asks_for_friend": "tie",
    "wonders": "question",
    "tell_closed": "close",
    "tell_turned_away": "quit",
    "tell_skimmed": "eye",
    "tell_read": "eye",
    "tell_lingered": "eye",
    "tell_warmed": "like",
    "tell_lit_up": "star",
    "event": "event",
}

NOTICED = {
    "topic": "topic",
    "format": "photo",
    "pace": "clock",
    "tie": "tie",
    "share": "share",
    "need": "need",
    "event": "event",
    "pitch": "pitch",
    "work": "home",
}

FORMATS = ("photo", "video", "story", "text", "poll", "live", "guide")


def icon_of(move: str) -> str:
    """The icon of a move; an author's own moves share one."""
    return MOVES.get(move, "star")


def signal_icon(signal: str) -> str:
    """The icon of a signal, or of a move."""
    return SIGNALS.get(signal) or MOVES.get(signal, "event")


def noticed_icon(kind: str) -> str:
    """The icon of a thing noticed."""
    return NOTICED.get(kind, "pin")


def format_icon(form: str) -> str:
    """The icon of a format."""
    return form if form in FORMATS else "text"
