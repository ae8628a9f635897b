"""The list of saved runs: go on, look back, compare two endings, put one away."""

from game.coach.looking_back.grade import grade
from game.session.runs.runs import SavedRun
from game.ui.common.shared_actions import Close, Open, Sequence
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, dialog, empty, icon_button, icon_tile
from game.ui.play.forward.forward_state import ToForward
from game.ui.play.listed_runs import deletion, run_line, run_name, score_line
from game.ui.play.play_actions import ReadOlderRuns, Resume
from game.ui.play.play_state import CompareBox, RunsBox, TitlePage

HABITS = 54.0  # height of the button to one's habits, with the room below it
WIDTH, TOOLS, ENDED = 760, 92, 190  # of the dialog, of the two small buttons of a row, and of a score


def runs(sheet: Sheet, model: Model) -> None:
    """Draw the list of runs."""
    page, held = model.page, model.dialog
    if not isinstance(held, RunsBox) or not isinstance(page, TitlePage):
        return
    paint = sheet.painter
    width = min(WIDTH, sheet.window.w - 24) - 48 - 10
    rooms = [_room(run, width) for run in page.runs]
    sizes = [
        max(66.0, 40 + paint.height(run_line(run, with_note=True), room, META, SEMI) + 10)
        for run, room in zip(page.runs, rooms, strict=True)
    ]
    whole = sum(sizes) + 8 * len(sizes) + (56 if page.older else 0) + (HABITS if not held.beside else 0)
    first = next((run for run in page.runs if run.path == held.beside), None)
    told = f"compare “{first.title}” to …" if first else "saved as you play"
    body = dialog(sheet, WIDTH, min(72 + max(whole, 180) + 22, 600), "folder", "Your runs", told)
    if not page.runs:
        empty(sheet, body, "folder", "No runs yet", "Begin a new game: every choice is saved as you make it.")
        return
    with sheet.scroll("runs", body, whole) as start:
        y = start
        if first is None:
            way = Sequence((Close(), ToForward()))
            button(sheet, "runs.habits", Box(body.x, y, body.w - 10, 44), "Your habits, and where they lead", way,
                   style="soft", icon="person", key="F")  # fmt: skip
            y += HABITS
        for run, size in zip(page.runs, sizes, strict=True):
            _row(sheet, run, first, Box(body.x, y, body.w - 10, size))
            y += size + 8
        if page.older:
            label = "Show one older run" if page.older == 1 else f"Show {page.older:,} older runs"
            button(sheet, "runs.older", Box(body.x, y, body.w - 10, 44), label, ReadOlderRuns(), icon="folder")


def _room(run: SavedRun, width: float) -> float:
    """The width that the words of a run have in a row."""
    return width - 66 - TOOLS - (ENDED if run.ending else 0) - 8


def _row(sheet: Sheet, run: SavedRun, first: SavedRun | None, row: Box) -> None:
    """A run with the ways that lead from it; while a second one is wanted, endings alone can be chosen."""
    paint, theme = sheet.painter, sheet.theme
    words = f"{run.title}. {run_line(run, with_note=True)}"
    if run.ending:
        words += f". {score_line(run.ending)}: {grade(run.ending.score, run.ending.reach)}"
    action: object = Sequence((Close(), Resume(run.path)))
    why_not = run.problem
    if first is not None and first.ending is not None:
        why_not = "" if run.ending and run.path != first.path else "Choose another finished run, or close the list."
        if run.ending:
            action = Open(CompareBox(first.ending, run.ending, (run_name(first), run_name(run)), RunsBox()))
    box = Box(row.x, row.y, row.w - TOOLS, row.h)
    touch = sheet.region(f"run.{run.path}", box, words, action, role="item", why_not=why_not)
    ground = theme.sunken if why_not else theme.hover if touch.hover else theme.raised
    paint.panel(box, ground, radius=14, edge=theme.border)
    icon = "warning" if run.problem else "chart" if run.finished else "play"
    icon_tile(sheet, icon, Box(box.x + 14, box.y + 14, 38, 38), "danger" if run.problem else "soft")
    room = _room(run, row.w)
    paint.text(run.title, box.x + 66, box.y + 24, CARD, theme.muted if why_not else theme.text, EXTRA, width=room)
    ink = theme.danger if run.problem else theme.muted
    paint.paragraph(run_line(run, with_note=True), box.x + 66, box.y + 36, room, META, ink, SEMI)
    if run.ending:
        end = box.right - 14
        paint.text(score_line(run.ending), end, box.y + 24, CARD, theme.on_soft, EXTRA, align="right")
        low = grade(run.ending.score, run.ending.reach)
        paint.paragraph(low, end - ENDED, box.y + 36, ENDED, META, theme.muted, BOLD, align="right")
    _tools(sheet, run, first, Box(box.right + 6, row.cy - 20, TOOLS - 6, 40))


def _tools(sheet: Sheet, run: SavedRun, first: SavedRun | None, box: Box) -> None:
    """The buttons that compare a run and that put it away."""
    if first is not None:
        return
    if run.ending:
        spot = Box(box.x, box.y, 40, 40)
        label = f"Compare “{run.title}” to another finished run"
        icon_button(sheet, f"compare.{run.path}", spot, "compare", label, Open(RunsBox(run.path)))
    spot = Box(box.right - 40, box.y, 40, 40)
    icon_button(sheet, f"delete.{run.path}", spot, "trash", f"Delete “{run.title}”", Open(deletion(run)))
