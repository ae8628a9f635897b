"""The list of saved runs."""

from game.ui.common.shared_actions import Close, Sequence
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, dialog, empty, icon_tile
from game.ui.play.play_actions import ReadOlderRuns, Resume
from game.ui.play.play_state import RunsBox, TitlePage
from game.ui.play.screens.title_page import run_line


def runs(sheet: Sheet, model: Model) -> None:
    """Draw the list of runs that can be gone on with."""
    page = model.page
    if not isinstance(model.dialog, RunsBox) or not isinstance(page, TitlePage):
        return
    paint, theme = sheet.painter, sheet.theme
    width = min(640, sheet.window.w - 24) - 48
    sizes = [max(66.0, 40 + paint.height(run_line(r, with_note=True), width - 94, META, SEMI) + 10) for r in page.runs]
    whole = sum(sizes) + 8 * len(sizes) + (56 if page.older else 0)
    body = dialog(
        sheet,
        640,
        min(72 + max(whole, 180) + 22, 600),
        "folder",
        "Your runs",
        "saved by themselves",
    )
    if not page.runs:
        empty(sheet, body, "folder", "No runs yet", "Begin a new game: every choice is saved as you make it.")
        return
    with sheet.scroll("runs", body, whole) as start:
        y = start
        for run, size in zip(page.runs, sizes, strict=True):
            box = Box(body.x, y, body.w - 10, size)
            action = Sequence((Close(), Resume(run.path)))
            words = f"{run.title}. {run_line(run, with_note=True)}"
            touch = sheet.region(f"run.{run.path}", box, words, action, role="item", why_not=run.problem)
            ground = theme.sunken if run.problem else theme.hover if touch.hover else theme.raised
            paint.panel(box, ground, radius=14, edge=theme.border)
            icon = "warning" if run.problem else "chart" if run.finished else "play"
            icon_tile(sheet, icon, Box(box.x + 14, box.y + 14, 38, 38), "danger" if run.problem else "soft")
            paint.text(
                run.title,
                box.x + 66,
                box.y + 24,
                CARD,
                theme.muted if run.problem else theme.text,
                EXTRA,
                width=box.w - 84,
            )
            paint.paragraph(
                run_line(run, with_note=True),
                box.x + 66,
                box.y + 36,
                box.w - 84,
                META,
                theme.danger if run.problem else theme.muted,
                SEMI,
            )
            y += size + 8
        if page.older:
            label = "Show one older run" if page.older == 1 else f"Show {page.older:,} older runs"
            button(sheet, "runs.older", Box(body.x, y, body.w - 10, 44), label, ReadOlderRuns(), icon="folder")
