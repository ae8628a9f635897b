"""A problem of a scenario file as a person reads it: where, what, the line with its place marked, how to mend it."""

from pathlib import PurePath

from game.art.palette import mix
from game.scenario import Problem
from game.scenario.problems.report import safe
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI

LINE = 34  # height of a line of the file
NUMBER = 52  # room for its number
SIZE = 14


HEAD = 22  # height of the line that says where it is
TONES = {"error": "danger", "warning": "warn", "note": "soft"}


def body_height(sheet: Sheet, problem: Problem, width: float) -> float:
    """The height of all that stands below the place of a problem."""
    paint = sheet.painter
    high = paint.height(safe(problem.message), width, BODY, BOLD) + 6
    if problem.excerpt.strip():
        high += LINE + 6
    if problem.also:
        high += 24 + LINE + 6
    if problem.hint:
        high += paint.height(safe(problem.hint), width - 26, BODY) + 4
    if has_repair(problem):
        high += LINE + 6
    return high + (22 if problem.more else 0)


def problem_height(sheet: Sheet, problem: Problem, width: float) -> float:
    """The height that a problem takes with its place."""
    return HEAD + body_height(sheet, problem, width)


def has_repair(problem: Problem) -> bool:
    """Whether there is a better line to show."""
    return bool(problem.repair.strip()) and problem.repair.strip() != problem.excerpt.strip()


def place_of(problem: Problem) -> str:
    """Where it is, as an editor shows it.

    >>> place_of(Problem("a/quay.yaml", 12, 5, "error", "bad-choice", "No."))
    'quay.yaml:12:5'
    """
    return f"{PurePath(problem.file).name}:{problem.line}:{problem.column}"


def problem_block(sheet: Sheet, problem: Problem, x: float, y: float, width: float) -> None:
    """Draws a problem in its height."""
    paint, theme = sheet.painter, sheet.theme
    place = place_of(problem)
    wide = paint.text(place, x, y + 9, META, theme.danger, BOLD)
    paint.text(problem.code, x + wide + 12, y + 9, META, theme.muted, SEMI, width=width - wide - 12)
    paint.speak(Box(x, y, width, 18), place)
    body(sheet, problem, x, y + HEAD, width)


def body(sheet: Sheet, problem: Problem, x: float, y: float, width: float) -> None:
    """Draws what a problem is, the line with its mark, the hint and the better line."""
    paint, theme = sheet.painter, sheet.theme
    tone = TONES[problem.severity]
    y += paint.paragraph(safe(problem.message), x, y, width, BODY, theme.text, BOLD) + 6
    if problem.excerpt.strip():
        line(sheet, problem.line, problem.excerpt, x, y, width, mark=(problem.column - 1, problem.width), tone=tone)
        y += LINE + 6
    if also := problem.also:
        where = f"line {also.line}" if also.file == problem.file else f"{PurePath(also.file).name}, line {also.line}"
        words = safe(f"{also.words[0].upper()}{also.words[1:]}, {where}:")
        paint.text(words, x, y + 11, META, theme.muted, SEMI, width=width, may_end=True)
        y += 24
        line(sheet, also.line, also.excerpt, x, y, width, mark=(also.column - 1, also.width), tone=tone)
        y += LINE + 6
    if problem.hint:
        paint.icon("spark", x + 9, y + 10, 18, theme.on_soft)
        y += paint.paragraph(safe(problem.hint), x + 26, y, width - 26, BODY, theme.text) + 4
    if has_repair(problem):
        line(sheet, problem.line, problem.repair, x, y, width, good=True)
        y += LINE + 6
    if problem.more:
        paint.text(f"… and {problem.more} more like this", x, y + 10, META, theme.muted, SEMI, width=width)


def line(
    sheet: Sheet, number: int, text: str, x: float, y: float, width: float, *,
    mark: tuple[int, int] | None = None, good: bool = False, tone: str = "danger",
) -> None:  # fmt: skip
    """A line of the file with its number; a part of it marked, or all of it as the better one."""
    paint, theme = sheet.painter, sheet.theme
    ink, soft = {
        "danger": (theme.danger, theme.danger_soft), "warn": (theme.warn, theme.warn_soft),
        "soft": (theme.on_soft, theme.soft),
    }[tone]  # fmt: skip
    box = Box(x, y, width, LINE)
    ground = theme.good_soft if good else theme.sunken
    paint.panel(box, ground, radius=10, edge=mix(theme.good, ground, 0.6) if good else theme.border)
    paint.text(str(number), box.x + NUMBER - 12, box.cy, META, theme.good if good else theme.muted, SEMI, align="right")
    start, before, marked, after = pieces(sheet, text, mark or (0, 0), width - NUMBER - 16)
    del start
    at = box.x + NUMBER
    paint.speak(box, text.strip())
    with paint.clip(box):
        at += _piece(sheet, before, at, box.cy, theme.text)
        if marked:
            wide = paint.measure(marked, SIZE, BOLD)
            paint.panel(Box(at - 2, box.y + 5, max(wide, 6) + 4, LINE - 10), soft, radius=5)
            _piece(sheet, marked, at, box.cy, ink, BOLD)
            paint.fill(Box(at, box.bottom - 8, max(wide, 6), 2), ink)
            at += wide
        _piece(sheet, after, at, box.cy, theme.text)


def _piece(sheet: Sheet, text: str, x: float, y: float, ink: str, weight: int = SEMI) -> float:
    """A piece of a line; returns how far it reaches, spaces at its end too."""
    sheet.painter.text(text, x, y, SIZE, ink, weight)
    return sheet.painter.measure(text, SIZE, weight)


def pieces(sheet: Sheet, text: str, mark: tuple[int, int], room: float) -> tuple[int, str, str, str]:
    """What of a line is shown: where it starts, what stands before the mark, in it, and behind it; cut to the room."""
    shown = "".join(c if c.isprintable() else "→" if c == "\t" else "·" for c in text).rstrip()
    indent = len(shown) - len(shown.lstrip())
    start = min(indent, mark[0]) if mark[1] else indent
    end = len(shown)
    at, wide = mark if mark[1] else (start, 0)

    def too_wide() -> bool:
        lead, tail = "… " if start > indent else "", " …" if end < len(shown) else ""
        return sheet.painter.measure(f"{lead}{shown[start:end]}{tail}", SIZE, BOLD) > room

    while too_wide() and end > at + wide + 12:
        end -= 1
    while too_wide() and start < at - 12:
        start += 1
    while too_wide() and end > start + 1:
        end -= 1
    lead, tail = "… " if start > indent else "", " …" if end < len(shown) else ""
    cut = min(at + wide, end)
    return start, lead + shown[start:at], shown[at:cut], shown[cut:end] + tail
