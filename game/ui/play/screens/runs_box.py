"""The list of saved runs: go on, look back, compare two endings, put one away."""

from game.files import stopped
from game.session.runs.runs import SavedRun
from game.ui.common.shared_actions import Close, Open, Sequence
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box, columns
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, CARD, EXTRA, META, SEMI
from game.ui.drawing.widgets import button, empty, icon_button, icon_tile
from game.ui.play.forward.forward_state import ToForward
from game.ui.play.learner.learner_state import ToLearner
from game.ui.play.listed_runs import deletion, run_line, run_name, score_line, verdict_on
from game.ui.play.play_actions import ReadOlderRuns, Resume, ToScrapbook
from game.ui.play.play_state import CompareBox, RunsBox, TitlePage

WAY = 44.0  # height of a way to another page
SCRAPBOOK = ("scrapbook", "Scrapbook", "photo", "B", "Scrapbook: what you have seen so far", ToScrapbook())
WAYS = (
    SCRAPBOOK,
    ("learner", "What your games show", "chart", "P", "What your games show of each principle", ToLearner()),
    ("runs.habits", "Your habits", "person", "F", "Your habits, and where they lead", ToForward()),
)
"""Ways to the scrapbook and to pages made of finished runs: name, label, icon, key, what is spoken, action."""
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
    shown = () if first else WAYS if any(run.finished for run in page.runs) else (SCRAPBOOK,)
    ways = (WAY + 8) * (len(shown) if sheet.narrow else min(1, len(shown)))
    whole = sum(sizes) + 8 * len(sizes) + (56 if page.older else 0) + ways
    told = f"compare “{first.title}” to …" if first else "saved as you play"
    body = dialog(sheet, WIDTH, min(72 + max(whole, 180) + 22, 600), "folder", "Your runs", told)
    if not page.runs:
        _ways(sheet, shown, Box(body.x, body.y, body.w - 10, WAY))
        rest = Box(body.x, body.y + ways, body.w, body.h - ways)
        empty(sheet, rest, "folder", "No runs yet", "Begin a new game: every choice is saved as you make it.")
        return
    with sheet.scroll("runs", body, whole) as start:
        y = start
        if ways:
            _ways(sheet, shown, Box(body.x, y, body.w - 10, WAY))
            y += ways
        for run, size in zip(page.runs, sizes, strict=True):
            _row(sheet, run, first, Box(body.x, y, body.w - 10, size))
            y += size + 8
        if page.older:
            label = "Show one older run" if page.older == 1 else f"Show {page.older:,} older runs"
            button(sheet, "runs.older", Box(body.x, y, body.w - 10, 44), label, ReadOlderRuns(), icon="folder")


def _ways(sheet: Sheet, ways: tuple[tuple[str, str, str, str, str, object], ...], box: Box) -> None:
    """Draw some ways: beside each other, or below where there is one column."""
    count = len(ways)
    spots = columns(box, count, 10) if not sheet.narrow else [box.moved(0, i * (WAY + 8)) for i in range(count)]
    for spot, (name, label, icon, key, spoken, action) in zip(spots, ways, strict=True):
        button(sheet, name, spot, label, Sequence((Close(), action)), style="soft", icon=icon, key=key, size=14,
               spoken=spoken)  # fmt: skip


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
        verdict = paint.height(verdict_on(run.ending), ENDED, META, BOLD) if run.ending else 0.0
        return max(66.0, 40 + max(line, verdict) + 10)
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
        told = verdict_on(run.ending)
        paint.text(told, box.x + 24 + used, low, META, theme.muted, BOLD, width=box.w - TOOLS - 36 - used)


def _row(sheet: Sheet, run: SavedRun, first: SavedRun | None, row: Box) -> None:
    """A run with the ways that lead from it; while a second one is wanted, endings alone can be chosen."""
    paint, theme = sheet.painter, sheet.theme
    words = f"{run.title}. {run_line(run, with_note=True)}"
    if run.ending:
        words = f"{stopped(words)} {score_line(run.ending)}: {verdict_on(run.ending)}"
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
    paint.text(
        run.title, box.x + 66, box.y + 24, CARD, theme.muted if why_not else theme.text, EXTRA, width=room, may_end=True
    )
    ink = theme.danger if run.problem else theme.muted
    paint.paragraph(run_line(run, with_note=True), box.x + 66, box.y + 36, room, META, ink, SEMI)
    if run.ending:
        end = box.right - 14
        paint.text(score_line(run.ending), end, box.y + 24, CARD, theme.on_soft, EXTRA, align="right")
        low = verdict_on(run.ending)
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
