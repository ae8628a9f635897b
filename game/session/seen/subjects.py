"""What a message is about, as far as it can be seen before it is sent: a thing by its name, or words of theirs."""

from dataclasses import dataclass

from game.engine.fresh_for_days import NEWS_DAYS
from game.session.date_lines import DateLine
from game.session.playthrough import Playthrough
from game.session.story.invitations import INVITED_DAYS
from game.session.view import ThreadItem
from game.session.words.pages import ON_POSTS, post_in_turn
from game.session.words.spoken import Talk, in_quotes
from game.session.words.talking.taken_up import SHARE_TALK_DAYS, THANKS

OFFERING = frozenset({"propose", "pitch", "post_promotion"})
"""Moves that name what is sold."""
DOES = dict.fromkeys(OFFERING, "You offer") | {"introduce": "You introduce"}
"""What is done with the subject of a move, where its words are not only about it."""
MOST_QUOTED = 84  # characters of what they wrote


@dataclass(frozen=True)
class MessageSubject:
    """What a message is about; "" for what there is not."""

    about: str = ""  # by its name: "the leaking roof", “How to fold a letter”
    taken_up: str = ""  # of theirs, in their words or as it was told of them


def quoted(text: str) -> str:
    """Words of theirs as they are quoted: whole, or their beginning.

    >>> quoted("How long does it keep?")
    '“How long does it keep?”'
    """
    text = text.splitlines()[0] if text else ""
    if len(text) > MOST_QUOTED:
        text = text[:MOST_QUOTED].rsplit(" ", 1)[0].rstrip(",;:–") + " …"
    return in_quotes(text) if text else ""


def subject_told(date: DateLine) -> str:
    """What the message of a scene is about, in a sentence; "" where it is about nothing in particular.

    >>> subject_told(DateLine("follow_up", "", "", "", "", "warm", "cup", about="the leaking roof"))
    'Your words are about the leaking roof.'
    """
    if date.about:
        does = "You share" if date.about.startswith("“") else DOES.get(date.move, "Your words are about")
        return f"{does} {date.about}."
    if not date.taken_up:
        return ""
    told = f"You take this up: {date.taken_up}"
    return told if told.rstrip("”")[-1] in ".!?…" else f"{told}."


def subject_of(now: Playthrough, move: str, who: str, content: str = "") -> MessageSubject:
    """What a move is about.

    Args:
        now: the playthrough, on the morning of the move.
        move: its id.
        who: id of the follower; "" for a post.
        content: id of what goes along; "" for nothing.
    """
    scenario = now.compiled.scenario
    if content:
        return MessageSubject(f"“{scenario.content[content].title}”")
    if move in OFFERING:
        return MessageSubject(scenario.business.offer.partition(",")[0])
    if not who:
        return MessageSubject()
    if move in ON_POSTS:
        post = post_in_turn(now.people[who].page, now.story.threads[who], now.day)
        return MessageSubject(taken_up=quoted(post))
    return _of_the_talk(now, move, who, now.story.talks[who])


def _of_the_talk(now: Playthrough, move: str, who: str, talk: Talk) -> MessageSubject:
    """What a message takes up of what has been said between the two."""
    match move:
        case "follow_up":
            return MessageSubject(talk.fact, "" if talk.fact else quoted(talk.quote))
        case "help":
            needed = talk.need if talk.need_on and now.day - talk.need_on <= INVITED_DAYS else ""
            return MessageSubject(talk.fact, quoted(needed))
        case "answer":
            return MessageSubject(taken_up=_said_last(now, who, talk.waits_signal))
        case "congratulate":
            column = now.compiled.ids.index(who)
            fresh = now.position.ledger.news_age[0, column] <= NEWS_DAYS
            return MessageSubject(talk.news if fresh else "", _said_last(now, who, "life_event") if fresh else "")
        case _ if move in THANKS or move == "ask_their_view":
            shared = talk.share and now.day - talk.share_day <= SHARE_TALK_DAYS
            return MessageSubject(taken_up=_said_last(now, who, talk.share) if shared else "")
    return MessageSubject()


def _said_last(now: Playthrough, who: str, signal: str) -> str:
    """What stands in the thread of their last signal of a kind: quoted where they said it, else as it is told."""
    item: ThreadItem | None = next((i for i in reversed(now.story.threads[who]) if signal and i.kind == signal), None)
    if item is None:
        return ""
    return quoted(item.text) if item.who == "them" else item.text.rstrip(".")
