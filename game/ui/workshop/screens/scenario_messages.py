"""What is wrong with a scenario, each message with its line, a hint, and its page."""

from pathlib import Path

from game.scenario.problems.problems import Problem
from game.scenario.problems.report import safe
from game.ui.drawing.excerpts import TONES, body, body_height
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, chip, divider, empty
from game.ui.workshop.screens.workshop_page import state_of
from game.ui.workshop.workshop_actions import ExplainCode, ShowMends
from game.ui.workshop.workshop_state import ScenarioPage

ICONS = {"error": "warning", "warning": "warning", "note": "notebook"}
PLACE = 54  # height of the row that says where it is
GOOD = (
    "Nothing has to be mended in its files; they are checked again whenever one is saved. Whether its goals and its "
    "story teach what they should is told by a playtest."
)
PLAYED = "The files are in order, but the last playtest found what speaks against it. The tab Playtest tells what."


def messages(sheet: Sheet, page: ScenarioPage, box: Box) -> None:
    """Draw the tab with everything that is wrong."""
    check = page.check
    top = _summary(sheet, page, Box(box.x, box.y, box.w, 56))
    divider(sheet, box.x + 1, top - 1, box.w - 2)
    inside = Box(box.x + 1, top, box.w - 2, box.bottom - top - 6)
    if not check.problems:
        found = page.work.played_errors
        title = "All good" if not found else f"{found} error{'s' if found > 1 else ''} in play"
        empty(sheet, inside, "warning" if found else "check", title, PLAYED if found else GOOD)
        return
    width = box.w - (28 if sheet.narrow else 40)
    sizes = [card_height(sheet, p, width) for p in check.problems]
    with sheet.scroll("messages", inside, sum(sizes) + 12 * len(sizes) + 12) as start:
        y = start + 12
        for i, (problem, size) in enumerate(zip(check.problems, sizes, strict=True)):
            card = Box(box.x + (box.w - width) / 2 - (4 if not sheet.narrow else 0), y, width, size)
            problem_card(sheet, problem, i, card)
            y += size + 12


def _summary(sheet: Sheet, page: ScenarioPage, box: Box) -> float:
    """How many there are, and what mends itself. Returns the y below it."""
    theme, paint = sheet.theme, sheet.painter
    check = page.check
    right = box.right - 16
    if check.mendable:
        label = "Mend 1 line" if check.mendable == 1 else f"Mend {check.mendable} lines"
        wide = paint.measure(label, BODY, BOLD) + 92
        right -= wide
        place = Box(right, box.cy - 20, wide, 40)
        button(sheet, "mend", place, label, ShowMends(), style="soft", icon="spark", key="M", show_key=True)
        right -= 8
    x, room = box.x + 20, right - box.x - 32
    words = page.news or counted(check.problems)
    if page.work.played_errors and not page.news:
        words = state_of(page.work)[0] if not check.problems else f"{words}; {state_of(page.work)[0]}"
    when = f"Checked at {check.when}, and again whenever you save"
    if len(paint.wrap(words, room, BODY, BOLD)) > 1:
        size = BODY if len(paint.wrap(words, room, BODY, BOLD)) <= 2 else META
        paint.paragraph(words, x, box.cy - 21, room, size, theme.text, BOLD, lines=2)
        return box.bottom
    ink = theme.good if page.news else theme.text
    used = paint.text(words, x, box.cy, BODY, ink, BOLD)
    if paint.measure(when, META, SEMI) + 20 < room - used:
        paint.text(when, x + used + 16, box.cy + 1, META, theme.muted, SEMI)
    return box.bottom


def counted(problems: tuple[Problem, ...]) -> str:
    """How many there are of each kind, in words."""
    parts = []
    for kind in ("error", "warning", "note"):
        count = sum(1 + p.more for p in problems if p.severity == kind)
        if count:
            parts.append(f"{count} {kind}{'s' if count > 1 else ''}")
    return ", ".join(parts) or "All good"


def _room(width: float) -> float:
    return width - 32


def card_height(sheet: Sheet, problem: Problem, width: float) -> float:
    """The height of a problem's card."""
    return _place(sheet) + body_height(sheet, problem, _room(width)) + 10


def _place(sheet: Sheet) -> float:
    """Height of what says where it is: where there is one column in two rows."""
    return PLACE + (24 if sheet.narrow else 0)


def problem_card(sheet: Sheet, problem: Problem, number: int, card: Box) -> None:
    """A problem with its place, and the button to its page."""
    theme, paint = sheet.theme, sheet.painter
    if paint.visible(card):
        paint.panel(card, theme.raised, radius=14, edge=theme.border)
    tone, icon = TONES[problem.severity], ICONS[problem.severity]
    file = safe(Path(problem.file).name)
    x, width = card.x + 16, _room(card.w)
    wide = 110.0
    spoken = f"Explain {problem.severity} {number + 1}: {file}, line {problem.line}: {safe(problem.message)}"
    button(sheet, f"explain.{number}", Box(card.right - 12 - wide, card.y + 9, wide, 36), "Explain",
           ExplainCode(problem.code), icon="help_circle", size=14, style="ghost",
           spoken=spoken)  # fmt: skip
    if not paint.visible(card):
        return
    at = x + chip(sheet, problem.severity.capitalize(), x, card.y + 27, tone, icon) + 10
    room = card.right - 12 - wide - at - 8
    place = f"{file}, line {problem.line}"
    row = card.y + 27
    if sheet.narrow:
        at, row, room = x, card.y + 60, width
    used = paint.text(place, at, row, BODY, theme.text, EXTRA, width=room)
    if paint.measure(problem.code, META, SEMI) < room - used - 16:
        paint.text(problem.code, at + used + 12, row + 1, META, theme.faint, SEMI)
    body(sheet, problem, x, card.y + _place(sheet), width)
