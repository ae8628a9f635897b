"""The settings, and the ways out."""

from collections.abc import Sequence

from game.ui.common.hand_keys import HANDS, key_for
from game.ui.common.settings import LETTERINGS, ZOOMS
from game.ui.common.shared_actions import Close, Leave, Open, Quit, Tune
from game.ui.common.shared_actions import Sequence as AllOf
from game.ui.common.ui_model import Model
from game.ui.drawing.frames.dialogs import dialog, dialog_room
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META, SEMI, THEMES
from game.ui.drawing.widgets import button, divider, switch_height
from game.ui.play.end_day import ways_of
from game.ui.play.play_state import ConfirmWay, DebriefPage, NightPage, PlayPage, SettingsBox, YouBox
from game.ui.play.reading_views import way_out
from game.ui.play.screens.settings.setting_rows import LABEL, choice_height, choice_row, switch_row
from game.ui.play.screens.settings.sound_settings import sound_height, sound_row
from game.ui.play.screens.you_box import you_button

WAY = 54.0
SHORT = {"pass": "Let days pass", "end_here": "End here, with the debrief"}
YOU_HIGH, NAMED_HIGH = 62.0, 28.0
"""Height of the row that leads to your own name, figure and sign; and of its label in a narrow window."""

COLOURS = {"light": "Light", "dark": "Dark", "contrast": "High contrast"}
THEME_CHOICES = tuple((name, COLOURS[name], Tune("theme", name)) for name in THEMES)
ZOOM_CHOICES = tuple((str(z), "Auto" if not z else f"{z * 100:.0f}", Tune("zoom", z)) for z in ZOOMS)
LETTERING_CHOICES = tuple((str(n), f"{n} %", Tune("lettering", n)) for n in LETTERINGS)
HAND_CHOICES = tuple((name, f"{name} hand{'s' * (name == 'both')}".capitalize(), Tune("hand", name)) for name in HANDS)
CHOICES = (
    ("theme", "Colours", THEME_CHOICES, "Colours:"),
    ("zoom", "Size", ZOOM_CHOICES, "Size, per cent:"),
    ("lettering", "Lettering", LETTERING_CHOICES, "Lettering:"),
    ("hand", "Letter keys", HAND_CHOICES, "Letter keys:"),
)
"""Settings with several choices: name, label, choices, what is spoken before each."""
SWITCHES = (
    ("captions", "Captions", "Each sound is told in words for a moment, also with the sound off."),
    ("spoken", "Read aloud", "A voice reads the screen, and what the ring is on. {V} does the same."),
    (
        "mirror_unasked",
        "Date mirror shows itself",
        "The first time a move is a blunder, you see it face to face before you make it.",
    ),
    (
        "guess_first",
        "Date mirror asks first",
        "Before it answers a question, you say how many of ten would say yes.",
    ),
    (
        "hints",
        "Hints when you ask",
        "One a day, by the key {J}: a question first. The debrief tells it; it costs nothing.",
    ),
    ("reduced_motion", "Less motion", "Pages and dialogs change at once, without fading."),
    ("fullscreen", "Full screen", "F11 does the same."),
)
"""Settings that are on or off: name, label, what it does."""


def settings(sheet: Sheet, model: Model) -> None:
    """Draw the settings and the ways out."""
    if not isinstance(model.dialog, SettingsBox):
        return
    paint, theme = sheet.painter, sheet.theme
    playing = isinstance(model.page, PlayPage | NightPage | DebriefPage)
    on_a_day = isinstance(model.page, PlayPage)
    ways = [way for way in ways_of(model.view) if way.name in SHORT] if on_a_day and model.view else []
    foot_high = (62 if playing else 0) + WAY * (1 if not sheet.narrow else len(ways)) * bool(ways)
    width = dialog_room(sheet, 640)
    rows_high = _height(sheet, model, width)
    body = dialog(sheet, 640, 72 + rows_high + foot_high + 22, "gear", "Settings", "kept for the next time")
    inside = Box(body.x - 14, body.y, body.w + 28, body.h - foot_high)
    with sheet.scroll("settings", inside, rows_high) as start:
        _rows(sheet, model, body.x, start, body.w)
    if model.said:
        paint.text(model.said, body.x, body.bottom - foot_high - 12, META, theme.danger, SEMI, width=body.w)
    if playing:
        divider(sheet, body.x, body.bottom - foot_high + 4, body.w)
        row = Box(body.x, body.bottom - 46, (body.w - 12) / 2, 46)
        _ways(sheet, ways, Box(body.x, body.bottom - foot_high + 12, body.w, 46))
        out = way_out(model)
        button(sheet, "to_title", row, out, Leave(), icon="home", key="T", spoken=f"{out}: your run is saved")
        quit_spot = row.moved(row.w + 12, 0)
        button(sheet, "quit", quit_spot, "Quit", Quit(), icon="quit", key="Q", spoken="Quit: your run is saved")


def _ways(sheet: Sheet, ways: Sequence[ConfirmWay], row: Box) -> None:
    """Ways to later days, beside each other or, in a narrow window, below each other."""
    wide = row.w if sheet.narrow else (row.w - 12) / 2
    for number, way in enumerate(ways):
        step = (0.0, WAY * number) if sheet.narrow else ((wide + 12) * number, 0.0)
        label = way.label if sheet.narrow else SHORT[way.name]
        spot = row._replace(w=wide).moved(*step)
        action = AllOf((Close(), way.action))
        button(sheet, way.name, spot, label, action, icon=way.icon, key=way.key, spoken=way.label)


def _told(sheet: Sheet, text: str) -> str:
    """A sentence with the keys as they are set."""
    return text.format(V=key_for(sheet.hand, "V"), J=key_for(sheet.hand, "J"))


def _height(sheet: Sheet, model: Model, width: float) -> float:
    high = sum(choice_height(sheet, choices, width) for _, _, choices, _ in CHOICES)
    high += sum(switch_height(sheet, _told(sheet, text), width + 28) + 4 for *_, text in SWITCHES)
    return high + _you_height(sheet) + sound_height(sheet, model, width)


def _rows(sheet: Sheet, model: Model, x: float, y: float, width: float) -> None:
    held = model.settings
    for name, label, choices, spoken in CHOICES:
        y += choice_row(sheet, name, label, choices, str(getattr(held, name)), x, y, width, spoken)
    y += _you_row(sheet, model, x, y, width)
    y += sound_row(sheet, model, x, y, width)
    for name, label, text in SWITCHES:
        on = bool(getattr(held, name))
        y += switch_row(sheet, name, label, _told(sheet, text), on, Tune(name, not on), x, y, width)


def _you_height(sheet: Sheet) -> float:
    return YOU_HIGH + (NAMED_HIGH if sheet.narrow else 0.0)


def _you_row(sheet: Sheet, model: Model, x: float, y: float, width: float) -> float:
    """The way to your own name, figure and sign. Returns the height used."""
    left, above = (0.0, NAMED_HIGH) if sheet.narrow else (LABEL, 0.0)
    sheet.painter.text("You", x, y + (14 if sheet.narrow else 26), BODY, sheet.theme.text, BOLD)
    spot = Box(x + left, y + 2 + above, width - left, 48)
    you_button(sheet, spot, Open(YouBox(under=model.dialog)), names=True)
    return _you_height(sheet)
