"""What stands behind an answer: a clue of the life that they have in this game, or what their motive adds."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from game.engine.position import Position
from game.scenario.texts.texts import Line, Texts
from game.session.words.draw_parts import SLIP, TAIL, part_of
from game.session.words.line_choice import CLUE_SHARE, Speech
from game.session.words.spoken import Talk
from game.session.words.talking.stock import Stock
from game.session.words.talking.written_talks import OPENS

SLIPS_WITH = ("answer_warm", "answer_short")
"""Signals with which something slips out."""
KEPT_BACK = 1
"""So many answers somebody gives without a word of their life; with the next one it slips out."""


def slipping(
    stock: Stock, speech: Speech, talk: Talk, said: str, draw: float, morning: Position, ever: Collection[str]
) -> Sequence[Line]:
    """The lines of their life of which one slips out behind an answer to you; none where nothing does.

    Args:
        stock: what can be said.
        speech: the occasion of the answer.
        talk: as it stands after it.
        said: key of the answer itself.
        draw: chance, 0..1.
        morning: by which the conditions of lines are judged.
        ever: keys and texts of all that was said between the two.
    """
    if speech.kind not in SLIPS_WITH or not speech.answering or said in stock.of_lives:
        return ()
    if talk.kept_back < KEPT_BACK and part_of(draw, SLIP) >= CLUE_SHARE:
        return ()
    column, known = stock.numbers.columns[speech.follower], set(speech.words)
    of_life = [
        line for line in stock.own.get(speech.kind, ())
        if line.key in stock.of_lives and speech.follower in line.by and stock.may(line.key, morning, column)
        and line.text not in ever and line.placeholders <= known and speech.true.issuperset(line.claims)
    ]  # fmt: skip
    return stock.not_told(of_life, talk)


def kept(stock: Stock, talk: Talk, signal: str, said: str, *, slipped: bool) -> Talk:
    """A talk that remembers how many answers in a row have told nothing of their life.

    Args:
        stock: what can be said.
        talk: as it stands.
        signal: what they did.
        said: key of their words.
        slipped: whether something slipped out behind them.
    """
    if signal not in SLIPS_WITH:
        return talk
    return replace(talk, kept_back=0 if slipped or said in stock.of_lives else talk.kept_back + 1)


def tails_of(texts: Texts, speech: Speech, draw: float) -> tuple[Sequence[Line], float]:
    """What their motive adds to an answer of a talk, as often as clues come, and the chance of which; or nothing.

    Args:
        texts: the words of the game.
        speech: the occasion of the answer.
        draw: chance, 0..1.
    """
    chance, kind = part_of(draw, TAIL), "short" if speech.kind == "answer_short" else "warm"
    if chance >= CLUE_SHARE or speech.answering not in (*OPENS, "follow_up"):
        return (), 0.0
    tails = [t for t in texts.tails[kind] if speech.motive in t.motive and speech.true.issuperset(t.claims)]
    return tails, chance / CLUE_SHARE
