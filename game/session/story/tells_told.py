"""How a tell is told beside what could be known before it: no surer than one evening is.

A tell is a noisy sign of what a move did. Where what could be seen made the move likely well taken, or likely badly
taken, and the body says the contrary, it is told mildly, and beside it stands that one evening may have another cause.
Large words are for large changes: how far a tell goes in words hangs on what such faces stand for (`face_sizes`), and
of who only saw what was done to others next to nothing is told but that they looked in passing, or stayed.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from game.engine.position import Position
from game.engine.seen.face_sizes import LARGEST_WORDS, SMALL_WORDS, steps_meant
from game.engine.seen.odds_seen import MANY, MORE_THAN_HALF, UNSEEN_MOVES, taken_by
from game.engine.seen.seen_conditions import FITS
from game.model import Signal
from game.scenario.format.schema_story import Content
from game.session.entries import PlanMove
from game.session.history import situation_before
from game.session.view import NightItem, ThreadItem
from game.session.words.numbers_told import listed
from game.session.words.personas import Persona, topic_words
from game.session.words.spoken import Wordings
from game.session.words.talking.talk import Speaker

SPOKEN = frozenset({
    "answer_warm", "answer_short", "answer_cool", "thanks", "accepts", "buys", "declines_kindly", "declines_coldly",
    "question", "wonders",
})  # fmt: skip
"""Reactions in words, beside which nobody is told to have passed the message over."""
ANSWERED = SPOKEN | {"like"}
IGNORED = frozenset({"wrote_again"})
"""Claims of lines that say of somebody that your messages lie there, which whoever answers does not let them do."""
DECISIVE = frozenset({
    "accepts", "buys", "declines_kindly", "declines_coldly", "complaint", "buys_elsewhere", "unfollows", "blocks",
})  # fmt: skip
"""What is said or done so plainly that the body beside it wants no other cause."""
AGAINST = frozenset({
    "answer_cool", "complaint", "declines_kindly", "declines_coldly", "goes_quiet", "buys_elsewhere", "unfollows",
    "blocks",
})  # fmt: skip
"""What is said or done against you: nothing glad is told of the body beside it."""
GLAD_OF = frozenset({"accepts", "buys", "thanks", "share_compliment", "life_event"})
"""What is said or done in joy: nothing cold is told of the body beside it."""
ASKS_TO_SHARE = "ask_to_share"
FORMS_READ = "text"
"""The format of a message without anything: it is read."""
COOL, WARM = "cool_all_the_same", "warm_all_the_same"
ASIDES = {COOL: "perhaps_the_day", WARM: "perhaps_for_once"}
"""Kinds of lines for a body that says the contrary of what could be known, and of the sentence behind each."""


def outlook_of(move: str, situation: str) -> str:
    """How a move is likely taken by what could be seen before it: "well", "ill", or "open".

    >>> outlook_of("answer", "asked"), outlook_of("propose", "stranger"), outlook_of("propose", "needs_only")
    ('well', 'ill', 'open')
    """
    taken = taken_by(move, situation)
    if taken is None:
        return "open"
    return (
        "ill"
        if taken.ill >= MORE_THAN_HALF
        else "well"
        if taken.glad >= MORE_THAN_HALF and taken.ill < MANY
        else "open"
    )


def in_keeping(tell: Signal, done: Collection[str], move: str = "") -> Signal:
    """A tell as far as it goes with what the same person did that night: neither glad beside a no, nor cold beside joy.

    >>> in_keeping(Signal.TELL_LIT_UP, {"complaint"}).id, in_keeping(Signal.TELL_CLOSED, {"life_event"}).id
    ('tell_read', 'tell_read')
    >>> in_keeping(Signal.TELL_CLOSED, {"complaint"}).id, in_keeping(Signal.TELL_LIT_UP, {"like"}).id
    ('tell_closed', 'tell_lit_up')

    Args:
        tell: what the body did.
        done: ids of what else they did.
        move: id of yours, or "".
    """
    glad_of = GLAD_OF | {"share_plain"} if move == ASKS_TO_SHARE else GLAD_OF
    least = Signal.TELL_CLOSED if glad_of.isdisjoint(done) else Signal.TELL_READ
    most = Signal.TELL_LIT_UP if AGAINST.isdisjoint(done) else Signal.TELL_READ
    return Signal(min(most, max(least, tell)))


def as_told(
    tell: Signal, outlook: str, *, settled: bool, meant: tuple[int, int] = (LARGEST_WORDS, LARGEST_WORDS)
) -> tuple[Signal, str]:
    """The tell that is told, and the kind of its words where it says the contrary of what could be known, or "".

    The two extremes are told where the outlook agrees with them, or where plain words do.

    >>> as_told(Signal.TELL_CLOSED, "well", settled=False)[1], as_told(Signal.TELL_LIT_UP, "open", settled=False)[0].id
    ('cool_all_the_same', 'tell_warmed')
    >>> as_told(Signal.TELL_LIT_UP, "well", settled=False, meant=(1, 1))[0].id
    'tell_lingered'

    Args:
        tell: what the body did.
        outlook: how the move was likely taken.
        settled: whether plain words of that evening say it anyway.
        meant: how far from the middle words may go, to the dark and to the bright side.
    """
    if settled:
        return tell, ""
    dark, bright = meant
    tell = Signal(min(Signal.TELL_READ + bright, max(Signal.TELL_READ - dark, tell)))
    if outlook == "well" and tell < Signal.TELL_READ:
        return Signal.TELL_SKIMMED, COOL
    if outlook == "ill" and tell > Signal.TELL_READ:
        return Signal.TELL_LINGERED, WARM
    least = Signal.TELL_CLOSED if outlook == "ill" else Signal.TELL_TURNED_AWAY
    most = Signal.TELL_LIT_UP if outlook == "well" else Signal.TELL_WARMED
    return Signal(min(most, max(least, tell))), ""


def done_beside(reaction: Signal, initiative: Signal) -> frozenset[str]:
    """What somebody did on the evening of a tell, as far as the words of the tell go with it: spoken words first."""
    return frozenset({reaction.id}) if reaction.id in SPOKEN else frozenset({reaction.id, initiative.id})


@dataclass(frozen=True)
class TellOccasion:
    """What is known of the evening on which a tell came."""

    draws: tuple[float, float]
    shown: str  # what they saw, where that was done to others
    done: frozenset[str]  # ids of what else they did that night, as far as the words of the tell go with it
    fact: str  # what you know of their life, or ""
    topics: tuple[str, ...]  # that stand on their page, if you have read it
    formats: tuple[str, ...]
    made: PlanMove | None  # your move to them
    before: Position  # the morning
    true: Callable[[str], frozenset[str]]  # claims about your acts that hold, for a kind of line
    also: frozenset[str] = frozenset()  # ids of all that they did that night

    @property
    def move(self) -> str:
        """Id of the move, or ""."""
        return self.made.move if self.made else ""

    @property
    def situation(self) -> str:
        """In which the move was made; "" of an introduction, which was made to two."""
        return situation_before(self.before, self.made) if self.made and not self.made.other else ""

    @property
    def outlook(self) -> str:
        """How the move was likely taken, by what could be seen before it."""
        return outlook_of(self.move, self.situation)

    @property
    def meant(self) -> tuple[int, int]:
        """How far from the middle words may go: little where the tell is about what was done to others."""
        if self.made is None or self.move in UNSEEN_MOVES:
            return SMALL_WORDS, SMALL_WORDS
        return steps_meant(self.move, self.situation)


def tell_told(
    tell: Signal, person: Persona, seen: TellOccasion, speaker: Speaker, wordings: Wordings
) -> tuple[NightItem, ThreadItem, Wordings]:
    """A tell in the words of a night and of a thread.

    Args:
        tell: what the body did.
        person: whose it is.
        seen: the evening.
        speaker: who finds the words.
        wordings: used so far.
    """
    tell = in_keeping(tell, seen.done | seen.also, seen.move)
    told, contrary = as_told(tell, seen.outlook, settled=not DECISIVE.isdisjoint(seen.done), meant=seen.meant)
    content = seen.before.compiled.scenario.content[seen.made.content] if seen.made and seen.made.content else None
    form = content.format if content else FORMS_READ
    loves = listed([topic_words(topic) for topic in seen.topics]) if seen.topics else ""
    extra = {"seen": seen.shown, "fact": seen.fact, "loves": loves, "content": content.title if content else ""}

    def line(kind: str, wordings: Wordings) -> tuple[str, str, Wordings]:
        true = seen.true(kind) - (IGNORED if not ANSWERED.isdisjoint(seen.done) else frozenset())
        return speaker.tell(kind, person, seen.move, seen.draws, wordings, true, extra, seen.done, form)

    text, table, wordings = line(contrary or told.id, wordings)
    aside = ""
    if kind := _aside_of(contrary, seen):
        aside, _, wordings = line(kind, wordings)
    text = f"{text} {aside}" if aside else text
    item = NightItem(person.id, person.name, told.id, text, 0, seen.move, aside)
    return item, ThreadItem(seen.before.day, "note", told.id, text, table=table), wordings


def _aside_of(contrary: str, seen: TellOccasion) -> str:
    """The kind of the sentence beside a tell, or ""."""
    not_theirs = _mismatch_of(seen)
    if not_theirs and contrary != COOL:
        return not_theirs
    if contrary == COOL and seen.fact and seen.before.day % 2:
        return "of_their_life"
    return ASIDES.get(contrary, "")


def _mismatch_of(seen: TellOccasion) -> str:
    """The kind of sentence for what you sent, where it is about nothing that you have read on their page, or ""."""
    if seen.made is None or not seen.made.content or seen.made.move != "share_resource":
        return ""
    contents, ids = seen.before.compiled.scenario.content, seen.before.compiled.ids
    seems = seen.before.seems[0, ids.index(seen.made.who), list(contents).index(seen.made.content)]
    return mismatch(contents[seen.made.content], float(seems), seen.topics, seen.formats)


def mismatch(content: Content, seems: float, topics: tuple[str, ...], formats: tuple[str, ...]) -> str:
    """Whether a content is about nothing that stands on a page: "off_topic", "thin_topic" for its form alone, or "".

    Args:
        content: what is sent.
        seems: what it seems to be worth to them, 0..1.
        topics: on the page, as far as it was read; none where it was not.
        formats: that they enjoy, as far as is known.
    """
    if not topics or seems >= FITS or not {*content.about}.isdisjoint(topics):
        return ""
    return "thin_topic" if content.format in formats else "off_topic"
