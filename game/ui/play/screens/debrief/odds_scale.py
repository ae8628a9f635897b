"""Three answers to a question on one scale: of ten people, how many say yes by you, by the date mirror, in truth."""

from collections.abc import Callable
from typing import NamedTuple

from game.coach.looking_back.debrief import AskMark
from game.session.entries import ODDS_BANDS
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI

TRACK, CELL, ROW = 22.0, 44.0, 22.0  # heights: of the scale, of answers side by side, of one below the other
WIDEST, SIDE_BY_SIDE = 520.0, 380.0  # widths: of the scale at most, and from which answers stand side by side


class Answer(NamedTuple):
    """One answer to how many of ten say yes."""

    whose: str
    low: float  # of ten
    high: float  # of ten; the same where it is one number
    told: str


def answers_of(ask: AskMark) -> tuple[Answer, ...]:
    """What was said of a question, what could be seen, and what was true; only what is known.

    Args:
        ask: the question.
    """
    found = []
    if ask.said >= 0:
        low, high = ODDS_BANDS[ask.said]
        found.append(Answer("You said", low, high, f"{low}–{high} of ten"))
    if ask.seen >= 0:
        low, half = divmod(ask.seen, 10)
        told = f"{low}–{low + 1} of ten" if half else f"{low} of ten"
        found.append(Answer("The mirror says", ask.seen / 10, ask.seen / 10, told))
    return (*found, Answer("It was", 10 * ask.likelihood, 10 * ask.likelihood, f"{10 * ask.likelihood:.0f} of ten"))


NEARER = "You read it better than the signs."


def spoken(ask: AskMark) -> str:
    """The same in words, for whoever hears it.

    Args:
        ask: the question.
    """
    told = [f"{a.whose}: {a.told}." for a in answers_of(ask)]
    return " ".join(["Of ten people, how many say yes?", *told, *[NEARER] * ask.read_better])


def odds_high(ask: AskMark, width: float) -> float:
    """The height that they take.

    Args:
        ask: the question.
        width: of the room.
    """
    return TRACK + _answers_high(ask, width) + ROW * ask.read_better


def _answers_high(ask: AskMark, width: float) -> float:
    return CELL if width >= SIDE_BY_SIDE else ROW * len(answers_of(ask))


def odds_scale(sheet: Sheet, ask: AskMark, x: float, y: float, width: float) -> None:
    """Draw them.

    Args:
        sheet: to draw on.
        ask: the question.
        x: left edge.
        y: upper edge.
        width: of the room.
    """
    theme, paint = sheet.theme, sheet.painter
    if ask.read_better:
        middle = y + TRACK + _answers_high(ask, width) + ROW / 2
        paint.icon("check", x + 8, middle, 16, theme.good)
        paint.text(NEARER, x + 22, middle, META, theme.good, BOLD, width=width - 22)
    width, answers = min(width, WIDEST), answers_of(ask)
    none, every = "0", "10 say yes"
    left = x + paint.text(none, x, y + TRACK / 2, META, theme.muted, SEMI) + 14
    right = x + width - paint.measure(every, META, SEMI)
    paint.text(every, right, y + TRACK / 2, META, theme.muted, SEMI)
    track = Box(left, y + TRACK / 2 - 3, right - 14 - left, 6)
    at = _places(track)
    paint.panel(track, theme.sunken, radius=3, edge=theme.border)
    for tens in range(1, 10):
        paint.fill(Box(round(at(tens)), track.y - 2, 1, 10), theme.strong)
    for answer in answers:
        _mark(sheet, answer, at(answer.low), at(answer.high), track.cy)
    below = Box(x, y + TRACK, width, CELL)
    under = tuple(below.moved(0, ROW * n) for n in range(len(answers)))
    cells = columns(below, 3, 8) if width >= SIDE_BY_SIDE else under
    for answer, cell in zip(answers, cells, strict=False):
        _mark(sheet, answer, cell.x + 8, cell.x + 8, cell.y + 14)
        used = paint.text(answer.whose, cell.x + 22, cell.y + 14, META, theme.muted, SEMI)
        beside = (22, 33) if width >= SIDE_BY_SIDE else (30 + used, 14)
        paint.text(answer.told, cell.x + beside[0], cell.y + beside[1], BODY, theme.text, EXTRA)


def _places(track: Box) -> Callable[[float], float]:
    return lambda tens: track.x + track.w * min(max(tens, 0.0), 10.0) / 10


def _mark(sheet: Sheet, answer: Answer, left: float, right: float, y: float) -> None:
    """The mark of an answer: a bar for what you said, a ring for the mirror, a disc for the truth."""
    theme, paint = sheet.theme, sheet.painter
    if answer.whose == "You said":
        paint.panel(Box(left - 6, y - 6, right - left + 12, 12), theme.warn_soft, radius=6, edge=theme.warn, width=2)
    elif answer.whose == "It was":
        paint.circle(left, y, 7, theme.primary, edge=theme.surface, width=2)
    else:
        paint.circle(left, y, 6, theme.surface, edge=theme.primary, width=3)
