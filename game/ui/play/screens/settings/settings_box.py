"""The settings, and the ways out."""

from game.ui.common.settings import ZOOMS
from game.ui.common.shared_actions import Leave, Open, Quit, Tune
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI, THEMES
from game.ui.drawing.widgets import button, dialog, divider, segmented, switch
from game.ui.play.play_state import DebriefPage, NightPage, PlayPage, SettingsBox, YouBox
from game.ui.play.reading_views import way_out
from game.ui.play.screens.settings.sound_settings import SOUND_HIGH, SWITCH_HIGH, sound_settings
from game.ui.play.screens.you_box import you_button

YOU_HIGH = 62.0
"""Height of the row that leads to your own name, figure and sign."""
COLOURS = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}


def settings(sheet: Sheet, model: Model) -> None:
    """Draw the settings and the ways out."""
    if not isinstance(model.dialog, SettingsBox):
        return
    paint, theme = sheet.painter, sheet.theme
    held = model.settings
    playing = isinstance(model.page, PlayPage | NightPage | DebriefPage)
    foot_high = 62 if playing else 0
    rows_high = 116 + YOU_HIGH + SOUND_HIGH + 4 * SWITCH_HIGH
    body = dialog(sheet, 640, 72 + rows_high + foot_high + 22, "gear", "Settings", "kept for the next time")
    inside = Box(body.x - 14, body.y, body.w + 28, body.h - foot_high)
    with sheet.scroll("settings", inside, rows_high) as start:
        y = start
        x, width = body.x, body.w
        row = Box(x + 130, y, width - 130, 42)
        paint.text("Colours", x, row.cy, BODY, theme.text, BOLD)
        themes = tuple((name, COLOURS[name], Tune("theme", name)) for name in THEMES)
        segmented(sheet, "theme", row, themes, held.theme, spoken="Colours:")
        row = row.moved(0, 54)
        paint.text("Size", x, row.cy, BODY, theme.text, BOLD)
        sizes = tuple((str(z), "Auto" if not z else f"{z * 100:.0f}", Tune("zoom", z)) for z in ZOOMS)
        segmented(sheet, "zoom", row, sizes, str(held.zoom), spoken="Size, per cent:")
        y += 108
        paint.text("You", x, y + 26, BODY, theme.text, BOLD)
        you_button(sheet, Box(x + 130, y + 2, width - 130, 48), Open(YouBox(under=model.dialog)), names=True)
        y += YOU_HIGH
        sound_settings(sheet, model, Box(x, y, width, SOUND_HIGH))
        y += SOUND_HIGH
        for name, label, text in (
            (
                "mirror_unasked",
                "Date mirror shows itself",
                "The first time a move is a blunder, you see it face to face before you make it.",
            ),
            (
                "hints",
                "Hints when you ask",
                "One a day, by the key J: a question first. The debrief tells it; it costs nothing.",
            ),
            ("reduced_motion", "Less motion", "Pages and dialogs change at once, without fading."),
            ("fullscreen", "Full screen", "F11 does the same."),
        ):
            on = bool(getattr(held, name))
            switch(sheet, name, Box(x - 14, y, width + 28, SWITCH_HIGH - 4), label, text, on, Tune(name, not on))
            y += SWITCH_HIGH
    if model.said:
        paint.text(model.said, body.x, body.bottom - 74, META, theme.danger, SEMI, width=body.w)
    if playing:
        divider(sheet, body.x, body.bottom - 58, body.w)
        row = Box(body.x, body.bottom - 46, (body.w - 12) / 2, 46)
        button(
            sheet,
            "to_title",
            row,
            way_out(model),
            Leave(),
            icon="home",
            key="T",
            spoken=f"{way_out(model)}: your run is saved",
        )
        button(
            sheet,
            "quit",
            row.moved(row.w + 12, 0),
            "Quit",
            Quit(),
            icon="quit",
            key="Q",
            spoken="Quit: your run is saved",
        )
