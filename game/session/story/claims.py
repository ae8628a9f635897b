"""Which claims of a line about what you did are true: by the thread, the feed and the ledger, which both sides know.

A line that says something of your acts is tagged with a claim (`when: {claims: [waited]}` in `assets/builtin/`), and is
said only where the claim holds. What a word claims is told beside it in `HOLDS`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from game.engine.position import Position
from game.model.remembering import ANSWERED_FROM
from game.model.state import HAPPENED
from game.scenario.format.vocabulary import Claim
from game.session.entries import QUESTIONS, PlanMove
from game.session.story.invitations import INVITING, was_invited
from game.session.view import PostItem, ThreadItem
from game.session.words.spoken import NARRATED

ANSWER = "answer"
OFFERS = ("small_offer", "propose", "pitch")
ASKS = (*OFFERS, "ask_to_share")
DEMANDS = (*ASKS, "retweet_share")
LOUD = ("blast_dm", "post_promotion")
KIND = ("answer_warm", "thanks", "share_plain", "share_compliment", "buys", "accepts")
ELSEWHERE = "buys_elsewhere"
BUYING = ("buys", ELSEWHERE)
CLOSE = re.compile(r"\b(home|house|family|life|who you are|know you|how are you|getting on|ring)\b", re.IGNORECASE)
"""Words of a question that somebody may feel to be personal: of their home and their people, and of how they are."""
FAVOURS = ("share_plain", "share_compliment", "buys", "accepts", "event")
JUST_DAYS = 3
"""Days for which a question has just been asked, today included."""
USED_DAYS = 6
"""Days after a purchase from which a customer can speak of having used it."""
SILENT_DAYS = 3
"""Days after a purchase without a word of yours from which a customer can say so."""
LATELY_DAYS = 7
"""Days for which a line says that something was done often, or lately."""


@dataclass(frozen=True)
class Acts:
    """What was done up to a moment, as one follower knows it."""

    day: int  # 1..days
    mine: tuple[ThreadItem, ...]  # your moves to them, oldest first, those of today included
    theirs: tuple[ThreadItem, ...]  # what they said
    feed: tuple[PostItem, ...]  # your posts, oldest first
    waited: float  # days that their message has stood without an answer this morning; −1 when none does any more
    asked: bool  # that message is a question
    late: float  # days that the message had waited which today's move answers; −1 when it answers none
    noted: tuple[ThreadItem, ...] = ()  # what they did without a word
    fits: bool = True  # what they were given today is about a topic, or in a form, that stands on their page
    invited_by_page: bool = False  # today's question is one that their own page asks for
    tonight: str = ""  # id of what they do of their own accord on the same night, of which nobody has read yet

    def made(self, *moves: str, within: int = 10_000) -> int:
        """How often moves were made to them in the last days."""
        return sum(i.kind in moves and i.day > self.day - within for i in self.mine)

    def did(self, *moves: str, within: int = 10_000) -> int:
        """How often such moves were made to them or posted in the last days, the answers to events included."""
        by_event = sum(i.by_event in moves and i.day > self.day - within for i in self.noted)
        return (
            by_event
            + self.made(*moves, within=within)
            + sum(i.move in moves and i.day > self.day - within for i in self.feed)
        )

    def spoken(self, within: int = 10_000) -> int:
        """How often you wrote to them."""
        return sum(i.kind not in NARRATED and i.day > self.day - within for i in self.mine)

    def heard(self, *signals: str, within: int = 10_000) -> int:
        """How often they did one of some things in the last days."""
        return sum(i.kind in signals and i.day > self.day - within for i in (*self.theirs, *self.noted))

    def unwelcome(self, *moves: str, yes: tuple[str, ...]) -> bool:
        """Whether they were lately asked more often than they said yes: nobody is sorry for what was welcome."""
        return self.did(*moves, within=LATELY_DAYS) > self.heard(*yes, within=LATELY_DAYS)

    def said(self, within: int = 10_000) -> int:
        """How often they wrote something in the last days."""
        return sum(i.day > self.day - within for i in self.theirs)

    def unanswered(self) -> int:
        """How many messages of yours stand without a word or a like of theirs behind them, today's included.

        An answer to what they asked wants none in return, so it is not counted.
        """
        last = max((i.day for i in (*self.theirs, *(n for n in self.noted if n.kind in (*KIND, "like")))), default=0)
        return sum(i.kind not in {*NARRATED, ANSWER} and i.day > last for i in self.mine)

    def after_need(self, *moves: str, ago: int = 0) -> bool:
        """Whether you made a move to them after a need of theirs had shown, with nothing bought since.

        Args:
            moves: their ids.
            ago: how many days it must be ago at least.
        """
        shown = [item.day for item in self.theirs if item.kind == "need_shows"]
        over = max((item.day for item in self.theirs if item.kind in BUYING), default=0)
        made = [i.day for i in self.mine if i.kind in moves and i.day <= self.day - ago]
        return any(over < min(shown) < day for day in made) if shown else False

    def spoke_of_more(self) -> bool:
        """Whether they have bought, and given a reason since to be asked once more."""
        kinds = [item.kind for item in self.theirs if item.kind in (*INVITING, "buys")]
        return "buys" in kinds and kinds[-1] != "buys"

    def silent_since_order(self) -> bool:
        """Whether they bought days ago, and have read nothing from you since."""
        bought = max((i.day for i in self.theirs if i.kind == "buys"), default=0)
        return 0 < bought <= self.day - SILENT_DAYS and not self.spoken(self.day - bought)

    def posted(self, *moves: str, within: int = 10_000) -> int:
        """How often you posted; with names, how often such posts."""
        return sum((not moves or i.move in moves) and i.day > self.day - within for i in self.feed)


HOLDS: Mapping[Claim, Callable[[Acts], bool]] = MappingProxyType({
    # their message stands without an answer
    "waited": lambda a: a.waited >= 1,
    "question_waited": lambda a: a.waited >= 2 and a.asked,
    "posted_meanwhile": lambda a: a.waited >= 1 and any(i.day >= a.day - a.waited for i in a.feed),
    # your answer came late, or at once
    "late": lambda a: a.late >= 3,
    "quick": lambda a: 0 <= a.late <= 1,
    # questions
    "never_asked": lambda a: a.made(*QUESTIONS) == 0,
    "asked": lambda a: a.made(*QUESTIONS) > 0,
    "asked_often": lambda a: a.made(*QUESTIONS, within=LATELY_DAYS) >= 3,
    "came_back": lambda a: a.made("follow_up") >= 2,
    # how much you write
    "unspoken": lambda a: a.spoken() == 0 and a.posted("blast_dm") == 0 and a.heard("event") == 0,
    "hardly_talked": lambda a: a.spoken() <= 2,
    "wrote_often": lambda a: a.spoken(within=LATELY_DAYS) >= 3,
    "wrote_seldom": lambda a: a.spoken(within=LATELY_DAYS) <= 3,
    "wrote_again": lambda a: a.unanswered() >= 2,
    "alone": lambda a: bool(a.mine) and a.mine[-1].kind != ANSWER
    and (not a.theirs or a.theirs[-1].day < a.mine[-1].day),
    "answered_before": lambda a: any(i.kind.startswith("answer_") or i.kind == "thanks" for i in a.theirs),
    # thanks, apologies
    "sorry_before": lambda a: a.made("apologise") >= 2,
    "no_favour": lambda a: a.heard(*FAVOURS) == 0,
    "thanked_often": lambda a: a.made("thank_publicly", "thank_privately") >= 2,
    # what you sell
    "never_pushed": lambda a: a.made("pitch") == 0 and a.made("propose") <= 1 and a.posted("blast_dm") == 0
    and a.heard("event") == 0,  # an answer to an event may have made a move in your name
    "never_offered": lambda a: a.made(*OFFERS) == 0 and a.posted("post_promotion", "blast_dm") == 0
    and a.heard("event") == 0,
    "offered": lambda a: a.made(*OFFERS) > 0,
    "first_offer": lambda a: a.made(*OFFERS) == 0,
    "first_favour": lambda a: a.made("ask_to_share") == 0,
    "proposed": lambda a: a.made("propose", "pitch", within=1) > 0,
    # what they said or did
    "need_told": lambda a: any(i.kind in {"need_shows", "asks_price"} for i in a.theirs),
    "no_need": lambda a: a.heard(*INVITING) == 0,
    "not_bought": lambda a: a.heard(*BUYING) == 0 and a.tonight not in BUYING,
    "elsewhere_tonight": lambda a: a.tonight == ELSEWHERE,
    "elsewhere_before": lambda a: next((i.kind for i in reversed(a.theirs) if i.kind in BUYING), "") == ELSEWHERE,
    "bought": lambda a: any(i.kind == "buys" for i in a.theirs),
    "two_news": lambda a: a.heard("life_event", within=4 * LATELY_DAYS) >= 2,
    "more_told": lambda a: a.spoke_of_more(),
    "no_more_told": lambda a: not a.spoke_of_more(),
    "used_for_days": lambda a: any(i.kind == "buys" and i.day <= a.day - USED_DAYS for i in a.theirs),
    # that they go without any reason that could be seen, and that their page asks to be asked
    "nothing_amiss": lambda a: a.made(*DEMANDS, within=2 * LATELY_DAYS) + a.posted(*LOUD, within=2 * LATELY_DAYS) == 0
    and a.waited < 1 and a.spoken(within=LATELY_DAYS) < 3 and a.unanswered() < 2 and a.heard("event") == 0 and a.fits,
    "invited_by_page": lambda a: a.invited_by_page,
    # what you gave
    "not_theirs": lambda a: not a.fits,
    # posts
    "posted": lambda a: a.posted() > 0,
    "posted_often": lambda a: a.posted(within=LATELY_DAYS) >= 3,
    "advertised_often": lambda a: a.posted("post_promotion", within=2 * LATELY_DAYS) >= 2,
    # what your own words own up to, or thank for
    "pushed": lambda a: a.did("retweet_share", *LOUD, within=LATELY_DAYS) > 0
    or a.unwelcome(*ASKS, yes=("buys", "accepts")),
    "sent_to_all": lambda a: a.did("blast_dm", within=LATELY_DAYS) > 0,
    "asked_to_buy": lambda a: a.unwelcome("propose", "pitch", yes=("buys",)),
    "asked_favour": lambda a: a.unwelcome("ask_to_share", yes=("accepts", "share_plain", "share_compliment")),
    "showed_off": lambda a: a.did("retweet_share", within=LATELY_DAYS) > 0,
    "much_lately": lambda a: a.spoken(within=LATELY_DAYS) + a.posted(within=LATELY_DAYS) >= 3,
    "offered_in_vain": lambda a: a.unwelcome("small_offer", yes=("accepts", "buys")),
    "advertised": lambda a: a.did("post_promotion", within=LATELY_DAYS) > 0,
    "silent_since_order": lambda a: a.silent_since_order(),
    "they_complained": lambda a: a.heard("complaint", within=LATELY_DAYS) > 0 and not is_blameless(a),
    "blameless": lambda a: is_blameless(a),
    "they_went_quiet": lambda a: a.heard("goes_quiet", within=LATELY_DAYS) > 0,
    "wrote_to_you": lambda a: a.said(within=LATELY_DAYS) > 0,
    "were_kind": lambda a: a.heard(*KIND, within=LATELY_DAYS) > 0,
    # whether your last words, or theirs, hold a question
    "asked_back": lambda a: bool(a.mine) and "?" in a.mine[-1].text,
    "asked_closely": lambda a: bool(a.mine) and "?" in a.mine[-1].text and CLOSE.search(a.mine[-1].text) is not None,
    "asked_nothing": lambda a: not a.mine or "?" not in a.mine[-1].text,
    "they_asked": lambda a: bool(a.theirs) and a.theirs[-1].text.rstrip("”").endswith("?"),
    # what came of a need that they told you of
    "helped_need": lambda a: a.after_need("help"),
    "answered_need": lambda a: a.after_need("answer"),
    "slept_on_it": lambda a: a.after_need("help", "answer", ago=1),
    # whether an offer of yours answers something of theirs
    "invited": lambda a: was_invited((*a.theirs, *a.noted), a.day),
    "uninvited": lambda a: not was_invited((*a.theirs, *a.noted), a.day),
    "not_just_asked": lambda a: a.made(*QUESTIONS, within=JUST_DAYS) == 0,
})  # fmt: skip
"""When what a line claims is true."""


CAN_BE_NAMED: tuple[Claim, ...] = (
    "sent_to_all", "asked_to_buy", "offered_in_vain", "asked_favour", "showed_off", "advertised", "wrote_often",
    "unspoken", "waited", "silent_since_order",
)  # fmt: skip
"""What a complaint may be about: where one of these is true it is named, and where none is, the complaint is a mood."""


def is_blameless(acts: Acts) -> bool:
    """Whether nothing was done, or left undone, of which a complaint could be."""
    return not any(HOLDS[claim](acts) for claim in CAN_BE_NAMED)


def acts_before(day: int, thread: Iterable[ThreadItem], feed: tuple[PostItem, ...]) -> Acts:
    """What was done before a morning on which nothing waits to be judged."""
    items = tuple(thread)
    mine = tuple(i for i in items if i.who == "me" or (i.kind in NARRATED and not i.of_them))
    noted = tuple(i for i in items if i.who == "note" and (i.of_them or i.kind not in NARRATED))
    return Acts(
        day=day, mine=mine, theirs=tuple(i for i in items if i.who == "them"), feed=feed, waited=-1.0, asked=False,
        late=-1.0, noted=noted,
    )  # fmt: skip


def acts_of_day(
    before: Position, column: int, thread: Iterable[ThreadItem], feed: tuple[PostItem, ...], item: PlanMove | None
) -> Acts:
    """What was done up to a move, or up to a night.

    Args:
        before: the morning of the day that is over.
        column: the follower's.
        thread: with them; up to a night the day's moves are in it.
        feed: your posts, likewise.
        item: the day's move to them.
    """
    told, ledger, moves = acts_before(before.day, thread, feed), before.ledger, before.compiled.rules.moves
    waited, weight = float(ledger.waiting[0, column]), float(ledger.waits_for[0, column])
    if waited >= HAPPENED:
        return told
    answered = item is not None and float(moves.columns["exposure"][moves.index(item.move)]) >= ANSWERED_FROM
    asked = 0.2 <= weight < 0.9  # a complaint weighs 1, an offer of theirs next to nothing
    return replace(told, waited=-1.0 if answered else waited, asked=asked, late=waited if answered else -1.0)


def asks_something(thread: Sequence[ThreadItem], made: PlanMove | None) -> bool:
    """Whether the day's move to somebody is a message that asks something, other than whether they do you a favour."""
    mine = next((item for item in reversed(thread) if item.who == "me"), None)
    return bool(made and mine and made.move not in DEMANDS and mine.kind == made.move and "?" in unquoted(mine.text))


def unquoted(text: str) -> str:
    """A text without what it quotes, such as the title of what is sent.

    >>> unquoted("For your weekend: “Which bag?”")
    'For your weekend: '
    """
    return re.sub("“[^”]*”", "", text)


def true_claims(acts: Acts, claims: frozenset[Claim]) -> frozenset[str]:
    """Those of some claims that hold."""
    return frozenset(claim for claim in claims if HOLDS[claim](acts))
