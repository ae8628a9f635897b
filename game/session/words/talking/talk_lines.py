"""Which lines an occasion has: those of a talk that goes on, those written for a question, or those for anybody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.engine.position import Position
from game.model.signals import WANTS_ANSWER, Signal
from game.scenario.texts.texts import Line
from game.session.words.draw_parts import OPENING, OWN_LINE, part_of
from game.session.words.line_choice import OWN_SHARE
from game.session.words.personas import Persona
from game.session.words.spoken import Talk, Wordings
from game.session.words.talking.stock import Stock
from game.session.words.talking.written_talks import OPENS, answered_turn, begun_with, next_turn, opening, told_on

OPEN_SHARE = 0.6  # of the questions about themselves to those who have something of their own to tell
OWN_ANSWERS = 0.9  # how often such a question brings it out
ANSWERS = ("answer_warm", "answer_short", "thanks")
WAITING = tuple(signal.id for signal in (*WANTS_ANSWER, Signal.WONDERS))
"""Signals that you can answer."""
ASKING = ("question", "asks_price", "asks_how", "asks_for_friend", "dangles_order", "pitches_you")
"""Signals with which they ask something; after a question of yours without an answer they say that it waits."""
TELLING = ("need_shows", "life_event")
"""Signals with which they tell something of themselves; likewise."""
SETTLING = (*ANSWERS, "answer_cool", "accepts", "buys", "declines_kindly", "declines_coldly")
"""Signals after which no question of yours waits for an answer."""
OF_THEIR_LIFE = ("need_shows", "pitches_you", "buys")
"""Signals that are about somebody's own life: where an author has written words for them, they come first."""
ALWAYS_OWN = 1.0
WITH_A_TRADE = ("seller", "peer")
"""Motives whose lines of the house name a trade."""
FOLLOWED = frozenset({"helped_need", "answered_need"})
"""Claims with which a need that shows is one that you have seen to: it has come a step further."""
PLAIN_REPLY = (
    "answer", "ask_their_view", "congratulate", "thank_publicly", "thank_privately", "apologise", "help", "introduce",
    "amplify",
)  # fmt: skip
"""Moves to which people answer with nothing of their own, but to the point."""
QUOTED = range(12, 71)  # characters of a sentence that can be quoted
_FIRST_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)")  # a stop within a number, 14.20, ends none


def has_own_trade(person: Persona) -> bool:
    """Whether an author has written what somebody lives by, whom the house would give a trade of its own."""
    return bool(person.life) and person.motive in WITH_A_TRADE


@dataclass(frozen=True)
class Chosen:
    """The lines from which a follower's words are chosen, and the talk as it stands after them."""

    lines: Sequence[Line]
    talk: Talk
    own_share: float = OWN_SHARE  # how often one of the scenario's own is taken
    in_talk: bool = False  # whether they answer a turn of a talk


NAMES_A_NEED = re.compile(
    r"\b(needs?(?! to\b)|looking (?:for|around)|run out|ran dry|com(?:e|ing) to its end|empty|without|for want of"
    r"|making do|glad of|no \w+ (?:to|that|I|left)|want (?:one|something|what|a)|wants? a)\b",
    re.IGNORECASE,
)
"""Words of a sentence that says what is needed, and not what has come of it."""
_AND_SO = re.compile(
    r"^(?:But|And|Now|Since you bring it up:|Do not misunderstand me,|It is true that|I said no just now, and) "
    r"(?=[a-zI])"
)
"""What stands before the need itself."""


def first_words(text: str) -> str:
    """The first sentence of what somebody let slip, if it can be quoted; what it quotes stands in single quotes.

    >>> first_words("There used to be a bench here. Somebody should put it back."), first_words("Why?")
    ('There used to be a bench here.', '')
    >>> first_words("She gets in by the 14.20. I have the bed.")
    'She gets in by the 14.20.'
    """
    found = _FIRST_SENTENCE.match(text)
    sentence = found.group(0).strip().replace("“", "‘").replace("”", "’") if found else ""
    return sentence if len(sentence) in QUOTED and sentence.endswith(".") else ""


def need_in(text: str) -> str:
    """The sentence in which somebody says what is needed, if it can be quoted; "" where none says so.

    >>> need_in("Two evenings with your message beside me. I do need a book that holds.")
    'I do need a book that holds.'
    >>> need_in("I have asked three people. But I need something like it, and soon.")
    'I need something like it, and soon.'
    >>> need_in("You have helped me to the right question. The answer I have still to find.")
    ''
    """
    sentences = [_AND_SO.sub("", each) for each in re.split(r"(?<=[.!?…])\s+", text)]
    return next(filter(None, (first_words(each) for each in sentences if NAMES_A_NEED.search(each))), "")


def lines_to_write(
    stock: Stock, move: str, person: Persona | None, talk: Talk, draw: float, morning: Position, wordings: Wordings
) -> tuple[Sequence[Line], Talk]:
    """The lines from which the player's words are chosen, and the talk as it stands after them."""
    words = stock.texts.moves.get(move) or stock.texts.own_move
    usual = (*stock.own.get(move, ()), *words.say)
    if person is None:
        return usual, talk
    day, column = morning.day, stock.numbers.columns[person.id]
    if move in OPENS:
        told = [line for kind in (move, "answer_warm") for line in stock.own.get(kind, ()) if person.id in line.by]
        open_too = move == "ask_about_them" and any(stock.may(line.key, morning, column) for line in told)
        free = {name: each for name, each in stock.talks.items() if stock.may(name, morning, column)}
        elsewhere = {key.rsplit(".", 3)[0].removeprefix("talk.") for key in wordings.used if ".1.you." in key}
        begun = opening(free, move, person, talk, elsewhere, part_of(draw, OPENING))
        own = begun is not None and begun.id.startswith("own.")
        if open_too and not own and part_of(draw, OWN_LINE) < OPEN_SHARE:
            return usual, replace(talk, going="", fact="", quote="")
        if begun is not None:
            known = int(own and len(begun.turns) > 1 and wordings.heard_of(person.id, begun.fact))
            return begun.turns[known].you, begun_with(talk, begun, day, known)
        return usual, replace(talk, going="", fact="", quote="")
    if move == "follow_up" and (turn := next_turn(stock.talks, talk)):
        return turn.you, replace(talk, asked=talk.asked + 1, asked_on=day, named_on=day)
    if move == "answer":
        answered = replace(
            talk, waits="", waits_signal="", answered=talk.waits, answered_signal=talk.waits_signal, answered_on=day
        )
        asked = stock.asking.get(talk.waits)
        if asked is not None:
            every = tuple(Line(f"{asked.key}.a{n}", text) for n, text in enumerate(asked.answers))
            exact = tuple(line for line in every if "price" in line.placeholders and stock.has_price)
            return exact or every, answered
        return usual, answered
    return usual, talk


def lines_to_say(
    stock: Stock, signal: str, person: Persona, talk: Talk, answering: str, day: int, true: frozenset[str]
) -> Chosen:
    """The lines from which a follower's words are chosen.

    Args:
        stock: what can be said.
        signal: id of the signal.
        person: who says it.
        talk: what has been talked about with that person.
        answering: id of the move that is answered, or "".
        day: on whose evening it is said.
        true: claims about the player's acts that hold.
    """
    if signal == "need_shows" and not FOLLOWED.isdisjoint(true) and "bought" not in true:
        lines = stock.texts.signals[signal].lines
        return Chosen([line for line in lines if line.beside or not FOLLOWED.isdisjoint(line.claims)], talk)
    written = tuple(line for line in stock.own.get(signal, ()) if not line.by or person.id in line.by)
    own = stock.not_told(written, talk) or written
    usual = (
        *own,
        *(
            line
            for line in stock.texts.signals[signal].lines
            if not (has_own_trade(person) and person.motive in line.motive)
        ),
    )
    if signal in OF_THEIR_LIFE and any(person.id in line.by for line in own):
        plain = tuple(line for line in stock.texts.signals[signal].lines if not line.motive)
        return Chosen((*own, *plain), talk, ALWAYS_OWN)
    if signal not in ANSWERS:
        of_life = signal == "question" and any(line.key in stock.of_lives for line in own)
        return Chosen(usual, talk, OWN_ANSWERS if of_life else OWN_SHARE)
    hollow = [line for line in usual if line.motive == ("bot",)] if person.motive == "bot" else []
    turn = answered_turn(stock.talks, talk, day) if answering in (*OPENS, "follow_up") else None
    if turn is not None:
        lines = turn.short if signal == "answer_short" else turn.warm
        return Chosen(hollow, talk) if hollow else Chosen(lines, told_on(stock.talks, talk), 0.5, in_talk=True)
    going = stock.talks.get(talk.going)
    if signal == "thanks" and answering == "help" and going and going.thanks and talk.named_on == day:
        return Chosen(going.thanks, talk)
    if answering == "answer" and talk.answered_on == day and talk.answered_signal:
        replies = stock.replies.get(talk.answered, ()) if signal != "answer_short" else ()
        written = tuple(Line(f"{talk.answered}.r{n}", text) for n, text in enumerate(replies))
        return Chosen(written or hollow or stock.texts.signals[signal].lines, talk)
    own_share = OWN_ANSWERS if answering == "ask_about_them" else 0.0 if answering in PLAIN_REPLY else OWN_SHARE
    return Chosen(hollow or usual, talk, own_share)
