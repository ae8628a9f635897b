"""The words a scenario file may use where it must choose: formats, paces, motives, moves, bots, and the rest."""

from typing import Literal, get_args

Format = Literal["photo", "video", "story", "text", "poll", "live", "guide"]
Pace = Literal["shy", "slow", "steady", "quick"]
Pronouns = Literal["they", "she", "he"]
Ties = Literal["none", "few", "some", "many"]
Stage = Literal["stranger", "acquaintance", "regular", "friend"]
End = Literal["customer", "advocate", "partner", "community", "lost"]
StageOrEnd = Literal[
    "stranger", "acquaintance", "regular", "friend", "customer", "advocate", "partner", "community", "lost"
]
HappyEnd = Literal["customer", "advocate", "partner", "community", "none"]
Mood = Literal["delighted", "warm", "neutral", "puzzled", "weary", "shocked"]
Prop = Literal[
    "cup",
    "album",
    "ring",
    "megaphone",
    "flowers",
    "book",
    "mirror",
    "clock",
    "gift",
    "menu",
    "phone",
    "letter",
    "leaflets",
    "cake",
    "ticket",
]
Surrounding = Literal[
    "rain", "clock", "coats", "board", "notes", "balloon", "umbrella", "waiter",
    "soup", "spoon", "fork", "napkin", "diary", "pencil", "sugar", "salt", "glasses", "pile", "bill", "screwdriver",
    "plaster", "park", "party", "market", "room", "queue", "next_table", "friend", "apart", "away",
]  # fmt: skip
"""What a scene of the date mirror shows besides two people and what is in hand: weather, things, other people; and
whether the other one sits at another table (`apart`) or looks elsewhere (`away`)."""
Situation = Literal[
    "crowded", "torn", "refused", "cool", "unanswered", "new", "spoke", "rested",
    "stranger", "acquaintance", "regular", "friend", "customer", "needs", "needs_only", "ready",
    "complained", "pitched", "needing", "asked", "waits", "talk", "stale", "praised", "plain", "unearned",
    "fits", "half_fits", "misfit", "unread", "need", "no_need", "heard", "unheard", "news", "old_news",
    "sorry", "hurt", "sour", "unhurt", "often", "any",
]  # fmt: skip
"""What can be seen of somebody before a move, as far as it matters for that move (`game/engine/seen/situations.py`)."""
Claim = Literal[
    "waited", "question_waited", "posted_meanwhile", "late", "quick", "never_asked", "asked", "asked_often",
    "came_back",
    "hardly_talked", "wrote_often", "wrote_seldom", "alone", "answered_before", "sorry_before", "thanked_often",
    "never_pushed", "never_offered", "offered", "proposed", "first_offer", "first_favour", "need_told", "not_bought",
    "posted_often", "advertised_often",
    "pushed", "much_lately", "they_complained", "they_went_quiet", "wrote_to_you", "were_kind", "not_just_asked",
    "bought", "used_for_days", "posted", "no_favour", "wrote_again", "unspoken", "asked_nothing", "asked_back",
    "they_asked", "nothing_amiss", "invited_by_page", "helped_need", "answered_need", "invited", "uninvited", "no_need",
    "sent_to_all", "asked_to_buy", "asked_favour", "showed_off", "not_theirs",
    "elsewhere_tonight", "elsewhere_before", "asked_closely",
    "advertised", "offered_in_vain", "silent_since_order", "blameless", "slept_on_it",
    "more_told", "no_more_told", "two_news",
]  # fmt: skip
"""What a line may claim of what the player did (`game/session/story/claims.py` says when each is true)."""

Asks = Literal["none", "how", "what", "stands", "more", "line", "back", "offer", "gift"]
"""What a message of yours asks or gives, where the answers differ by it: how they are, what they do, how a thing that
they told stands, to hear more of it, nothing at all, their view on what they asked you; help that is offered, or is
there already."""

SeenSign = Literal[
    "message_waits", "need_shows", "something_told", "plain_share", "praised_share", "good_news", "profile_read",
    "heard_often", "acquaintance", "not_in_notebook",
]  # fmt: skip
"""What a player can see of a follower, and a hint can wait for."""

FORMATS: tuple[str, ...] = get_args(Format)
STAGES: tuple[str, ...] = get_args(Stage)
ENDS: tuple[str, ...] = get_args(End)
SITUATIONS: tuple[str, ...] = get_args(Situation)

MOTIVES = ("courtesy", "curious", "neighbour", "seller", "buyer", "fan", "deal_hunter", "peer", "bot")
DIRECT_MOVES = (
    "look_around",
    "like",
    "comment",
    "ask_about_them",
    "follow_up",
    "ask_their_view",
    "answer",
    "thank_publicly",
    "thank_privately",
    "share_resource",
    "help",
    "introduce",
    "amplify",
    "congratulate",
    "apologise",
    "give_space",
    "small_offer",
    "propose",
    "ask_to_share",
    "retweet_share",
    "pitch",
)
POSTS = ("post_helpful", "post_question", "post_story", "post_promotion", "blast_dm")
MOVES = DIRECT_MOVES + POSTS

SIGNALS = (
    "like",
    "answer_warm",
    "answer_short",
    "answer_cool",
    "question",
    "share_plain",
    "share_compliment",
    "thanks",
    "need_shows",
    "life_event",
    "complaint",
    "buys",
    "declines_kindly",
    "declines_coldly",
    "goes_quiet",
    "buys_elsewhere",
    "unfollows",
    "blocks",
    "pitches_you",
    "accepts",
    "asks_price",
    "asks_how",
    "dangles_order",
    "asks_for_friend",
    "wonders",
    "tell_closed",
    "tell_turned_away",
    "tell_skimmed",
    "tell_read",
    "tell_lingered",
    "tell_warmed",
    "tell_lit_up",
)

BOTS = (
    "patient",
    "poster",
    "pushy",
    "spammer",
    "discounter",
    "sleeper",
    "never_asks",
    "always_asks",
    "thanker",
    "random",
    "oracle",
    "reader",
)

RESERVED = ("anyone", "everyone", "average", "self")
"""Names that stand for several followers, or for the one in question; no id may be one of them."""
