"""Two endings beside each other: of two runs, or of one run that was played otherwise."""

from game.coach.looking_back.endings_told import better_of, figures_beside
from game.ui.common.shared_actions import Close
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI, TITLE
from game.ui.drawing.widgets import button, divider
from game.ui.play.listed_runs import score_line, verdict_on
from game.ui.play.play_state import CompareBox

WIDTH, LINE = 680, 40


def compare(sheet: Sheet, model: Model) -> None:
    """Draw two endings, each line one figure of both."""
    box = model.dialog
    if not isinstance(box, CompareBox):
        return
    paint, theme = sheet.painter, sheet.theme
    width = dialog_room(sheet, WIDTH)
    lines = figures_beside(box.first, box.second)
    label = 14 + max(paint.measure(title, BODY, BOLD) for title, *_ in lines) if sheet.narrow else 150.0
    column = (width - label) / 2
    names = [paint.height(name, column - 12, META, BOLD) for name in box.names]
    said = better_of(box.first, box.second)
    words = paint.height(said, width - 10, BODY, SEMI, leading=1.5)
    head = max(names) + 66
    need = head + LINE * len(lines) + 16 + words
    body = dialog(sheet, WIDTH, 72 + need + 24 + 46 + 22, "compare", "Two endings")
    with sheet.scroll("compare", Box(body.x, body.y, body.w, body.h - 58), need) as start:
        y = start
        ends = zip((box.first, box.second), box.names, (label, label + column), strict=True)
        for ending, name, left in ends:
            x = body.x + left
            paint.paragraph(name, x, y, column - 12, META, theme.muted, BOLD)
            line = score_line(ending)
            size = next((s for s in (TITLE, CARD) if paint.measure(line, s, EXTRA) <= column - 8), META)
            paint.text(line, x, y + max(names) + 22, size, theme.on_soft, EXTRA, width=column - 8)
            low = verdict_on(ending)
            paint.text(low, x, y + max(names) + 46, META, theme.text, SEMI, width=column - 12)
        paint.text("Score", body.x, y + max(names) + 22, BODY, theme.text, BOLD)
        best = "Verdict"
        paint.text(best, body.x, y + max(names) + 46, META, theme.muted, SEMI, width=label - 2)
        y += head
        for title, first, second in lines:
            divider(sheet, body.x, y, width)
            paint.text(title, body.x, y + LINE / 2, BODY, theme.text, BOLD, width=label - 2)
            paint.text(first, body.x + label, y + LINE / 2, BODY, theme.text, SEMI, width=column - 8, may_end=True)
            paint.text(
                second, body.x + label + column, y + LINE / 2, BODY, theme.text, SEMI, width=column - 8, may_end=True
            )
            y += LINE
        paint.paragraph(said, body.x, y + 16, width - 10, BODY, theme.text, SEMI, leading=1.5)
    close = Box(body.right - 130, body.bottom - 46, 130, 46)
    button(sheet, "ok", close, "All right", Close(), style="primary", key="Enter")
