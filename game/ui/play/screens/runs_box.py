"""The list of saved runs: go on, look back, compare two endings, put one away."""

from game.coach.looking_back.grade import grade
from game.session.runs.runs import SavedRun
from game.ui.common.shared_actions import Close, Open, Sequence
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, dialog, dialog_room, empty, icon_button, icon_tile
from game.ui.play.forward.forward_state import ToForward
from game.ui.play.learner.learner_state import ToLearner
from game.ui.play.listed_runs import deletion, run_line, run_name, score_line
from game.ui.play.play_actions import ReadOlderRuns, Resume, ToScrapbook
from game.ui.play.play_state import CompareBox, RunsBox, TitlePage

HABITS = 54.0  # height of the button to one's habits, with the room below it
WIDTH, TOOLS, ENDED = 760, 92, 190  # of the dialog, of the two small buttons of a row, and of a score


def runs(sheet: Sheet, model: Model) -> None:
    """Draw the list of runs."""
    page, held = model.page, model.dialog
    if not isinstance(held, RunsBox) or not isinstance(page, TitlePage):
        return
    width = dialog_room(sheet, WIDTH) - 10
    rooms = [_room(sheet, run, width) for run in page.runs]
    sizes = [_row_height(sheet, run, room) for run, room in zip(page.runs, rooms, strict=True)]
    first = next((run for run in page.runs if run.path == held.beside), None)
    shown = first is None and any(run.finished for run in page.runs)
    whole = sum(sizes) + 8 * len(sizes) + (56 if page.older else 0) + (0 if first else HABITS) + (52 if shown else 0)
    told = f"compare “{first.title}” to …" if first else "saved as you play"
    body = dialog(sheet, WIDTH, min(72 + max(whole, 180) + 22, 600), "folder", "Your runs", told)
    spot = Box(body.right - 48 - 150, body.y - 54, 146, 40)
    button(sheet, "scrapbook", spot, "Scrapbook", ToScrapbook(), style="soft", icon="photo", key="B", size=14,
           spoken="Scrapbook: what you have seen so far")  # fmt: skip
    if not page.runs:
        empty(sheet, body, "folder", "No runs yet", "Begin a new game: every choice is saved as you make it.")
        return
    with sheet.scroll("runs", body, whole) as start:
        y = start
        if first is None:
            way = Sequence((Close(), ToForward()))
            button(sheet, "runs.habits", Box(body.x, y, body.w - 10, 44), "Your habits, and where they lead", way,
                   style="soft", icon="next", key="F")  # fmt: skip
            y += HABITS
        if shown:
            spot = Box(body.x, y, body.w - 10, 44)
            button(sheet, "learner", spot, "What your games show", ToLearner(), style="soft", icon="chart", key="P",
                   show_key=True, size=14, spoken="What your games show of each principle, and what to play next",
            )  # fmt: skip
            y += 52
        for run, size in zip(page.runs, sizes, strict=True):
            _row(sheet, run, first, Box(body.x, y, body.w - 10, size))
            y += size + 8
        if page.older:
            label = "Show one older run" if page.older == 1 else f"Show {page.older:,} older runs"
            button(sheet, "runs.older", Box(body.x, y, body.w - 10, 44), label, ReadOlderRuns(), icon="folder")


def _room(sheet: Sheet, run: SavedRun, width: float) -> float:
    """The width that the words of a run have in a row."""
    if sheet.narrow:
        return width - 66 - 14
    return width - 66 - TOOLS - (ENDED if run.ending else 0) - 8


def _row_height(sheet: Sheet, run: SavedRun, room: float) -> float:
    """A title and a line below it; where there is one column all below each other, the small buttons last."""
    paint = sheet.painter
    line = paint.height(run_line(run, with_note=True), room, META, SEMI)
    if not sheet.narrow:
        return max(66.0, 40 + line + 10)
    return 14 + paint.height(run.title, room, CARD, EXTRA, leading=1.25) + line + 52


def _narrow_row(sheet: Sheet, run: SavedRun, box: Box, ink: str) -> None:
    """What a row says where there is one column."""
    paint, theme, room = sheet.painter, sheet.theme, _room(sheet, run, box.w)
    x, y = box.x + 66, box.y + 12
    y += paint.paragraph(run.title, x, y, room, CARD, ink, EXTRA, leading=1.25) + 2
    line = theme.danger if run.problem else theme.muted
    paint.paragraph(run_line(run, with_note=True), x, y, room, META, line, SEMI)
    if run.ending:
        low = box.bottom - 26
        used = paint.text(score_line(run.ending), box.x + 14, low, BODY, theme.on_soft, EXTRA)
        told = grade(run.ending.score, run.ending.reach)
        paint.text(told, box.x + 24 + used, low, META, theme.muted, BOLD, width=box.w - TOOLS - 36 - used)


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
    box = Box(row.x, row.y, row.w - (0 if sheet.narrow else TOOLS), row.h)
    touch = sheet.region(f"run.{run.path}", box, words, action, role="item", why_not=why_not)
    ground = theme.sunken if why_not else theme.hover if touch.hover else theme.raised
    paint.panel(box, ground, radius=14, edge=theme.border)
    icon = "warning" if run.problem else "chart" if run.finished else "play"
    icon_tile(sheet, icon, Box(box.x + 14, box.y + 14, 38, 38), "danger" if run.problem else "soft")
    room = _room(sheet, run, row.w)
    if sheet.narrow:
        _narrow_row(sheet, run, box, theme.muted if why_not else theme.text)
        _tools(sheet, run, first, Box(box.right - TOOLS, box.bottom - 46, TOOLS - 6, 40))
        return
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
