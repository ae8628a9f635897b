"""The first page: go on, begin, or leave."""

from game.session.runs.runs import SavedRun, run_played_last
from game.ui.common.shared_actions import Open, Quit, ToWorkshop
from game.ui.common.ui_model import Model
from game.ui.drawing.drawn_pictures import logo_svg, title_svg
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import EXTRA, META, SEMI
from game.ui.drawing.widgets import button, key_cap, two_lines
from game.ui.play.play_actions import Resume, ToChoose, ToHostedRoom
from game.ui.play.play_state import HelpBox, RunsBox, SettingsBox, TitlePage
from game.ui.play.timing.timing_state import ToTiming

NAME = "Courtship"
CLAIM = "Get to know them before you propose."
DUE = "Before you play, and again later: sixteen short cases show how well you tell when somebody can be asked."


def title(sheet: Sheet, model: Model) -> None:
    """Draw the title page with its ways on."""
    page = model.page
    if not isinstance(page, TitlePage):
        return
    theme, paint, window = sheet.theme, sheet.painter, sheet.window
    run = run_played_last(page.runs, finished_too=False)
    rows = 4
    below = 60.0 + (72 if run else 0) + 52 * rows
    if sheet.narrow:
        compact = True
        x, width = 24.0, window.w - 48
        told = 8.0 + paint.height(model.said, width, 14, SEMI) if model.said else 0.0
        low = 16.0 + (paint.height(DUE, width, META, SEMI) + 4 if page.timing_due else 0)
        y = window.h - low - below - told - 66
        paint.svg(title_svg(theme.dark, sheet.you.look), Box(0, 0, window.w, y - 16), radius=(0, 0, 28, 28), cover=True)
    else:
        left = min(500.0, window.w * 0.44)
        picture = Box(left, 0, window.w - left, window.h)
        paint.svg(title_svg(theme.dark, sheet.you.look), picture, radius=(36, 0, 0, 36), cover=True)
        x = max(40.0, left * 0.14)
        width = left - 2 * x + 4
        compact = window.h < 600
        told = 8.0 + paint.height(model.said, width, 14, SEMI) if model.said else 0.0
        y = max(20.0, (window.h - (64 if compact else 166) - below - told) / 2 - 10)
    y = _name(sheet, x, y, window.w - x - 24 if sheet.narrow else width + x - 8, compact=compact)
    if model.said:
        y += 8 + paint.paragraph(model.said, x, y, width, 14, theme.danger, SEMI)
    if run:
        _continue(sheet, run, Box(x, y, width, 62))
        y += 72
    button(
        sheet, "new", Box(x, y, width, 50), "New game", ToChoose(), style="plain" if run else "primary",
        icon="play", key="N" if run else "Enter N", show_key=True, size=16,
    )  # fmt: skip
    y += 60
    button(
        sheet, "timing", Box(x, y, width, 44), "Do you know when?", ToTiming(),
        style="soft" if page.timing_due else "plain", icon="eye", key="D", show_key=True, size=14,
        spoken=f"Do you know when? {DUE if page.timing_due else 'A test of short cases'}",
    )  # fmt: skip
    y, rows = y + 52, rows - 1
    half = (width - 10) / 2
    cells = [
        ("workshop", "Workshop", "tools", ToWorkshop(), "W"),
        ("settings", "Settings", "gear", Open(SettingsBox()), "S"),
        ("help", "How to play", "help_circle", Open(HelpBox()), "H"),
        ("quit", "Quit", "quit", Quit(), "Q"),
    ]
    cells.insert(0, ("room", "Your room" if page.hosting else "Host a room", "people", ToHostedRoom(), "O"))
    if page.runs:
        cells.insert(0, ("runs", "Your runs", "folder", Open(RunsBox()), "R"))
    for i, (name, label, icon, action, key) in enumerate(cells):
        alone = i == len(cells) - 1 and i % 2 == 0
        spot = Box(x + (i % 2) * (half + 10), y + (i // 2) * 52, width if alone else half, 44)
        button(sheet, name, spot, label, action, icon=icon, key=key, show_key=half >= 160, size=14)
    foot = window.h - 24
    end = y + 52 * rows + 4
    if page.timing_due and end + paint.height(DUE, width, META, SEMI) < (foot - 16 if not compact else window.h - 8):
        paint.paragraph(DUE, x, end, width, META, theme.muted, SEMI)
    if not compact:
        paint.text("Tab and Enter, or the letters, work everywhere.", x, foot, META, theme.faint, SEMI, width=width)


def _name(sheet: Sheet, x: float, y: float, room: float, *, compact: bool) -> float:
    theme, paint = sheet.theme, sheet.painter
    if compact:
        paint.svg(logo_svg(), Box(x, y, 48, 48))
        two_lines(sheet, x + 60, y + 28, (NAME, 26, EXTRA, theme.text), (CLAIM, META, SEMI, theme.muted), least=24,
                  width=room - 60)  # fmt: skip
        return y + 64
    paint.svg(logo_svg(), Box(x, y, 60, 60))
    name, claim = (NAME, 46, EXTRA, theme.text), (CLAIM, 16, SEMI, theme.muted)
    more = paint.apart(46, 16, 40) - 40  # of large letters
    two_lines(sheet, x, y + 112 + more, name, claim, least=40, width=room - 16)
    return y + 166 + 1.5 * more


def _continue(sheet: Sheet, run: SavedRun, box: Box) -> None:
    theme, paint = sheet.theme, sheet.painter
    spoken = f"Continue: {run.title}, day {run.day} of {run.days}, {run.when}"
    touch = sheet.region("continue", box, spoken, Resume(run.path), key="Enter C")
    spot = box.moved(0, 1) if touch.pressed else box
    paint.panel(spot, theme.primary_hover if touch.hover else theme.primary, radius=16, shadow="card")
    paint.icon("play", spot.x + 30, spot.cy, 24, theme.on_primary)
    room = spot.w - 58 - 52
    two_lines(
        sheet, spot.x + 56, spot.y + 32, ("Continue", 17, EXTRA, theme.on_primary),
        (f"Day {run.day} of {run.days} · {run.business}", META, SEMI, theme.on_primary), least=22, width=room,
    )  # fmt: skip
    key_cap(
        sheet,
        "Enter",
        spot.right - 26,
        spot.cy,
        theme.on_primary,
        theme.primary_hover if touch.hover else theme.primary,
    )
