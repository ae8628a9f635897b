"""The settings of what is heard: how loud, captions, reading aloud."""

from game.ui.common.shared_actions import Sequence, Tune
from game.ui.common.ui_model import Model
from game.ui.drawing.geometry import Box
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import BODY, BOLD, META
from game.ui.drawing.widgets import segmented, switch

VOLUMES = (20, 40, 60, 80, 100)
LOUD_HIGH, SWITCH_HIGH = 70, 58
SWITCHES = (
    ("captions", "Captions", "Each sound is told in words for a moment, also with the sound off."),
    ("spoken", "Read aloud", "A voice reads the screen, and what the ring is on. V does the same."),
)
"""What can be switched on and off: the name of a setting, a label, what it means."""
SOUND_HIGH = LOUD_HIGH + len(SWITCHES) * SWITCH_HIGH


def sound_settings(sheet: Sheet, model: Model, box: Box) -> None:
    """Draw them from the upper edge of a box on, `SOUND_HIGH` high."""
    held, paint, theme = model.settings, sheet.painter, sheet.theme
    row = Box(box.x + 130, box.y, box.w - 130, 42)
    paint.text("Sound", box.x, row.cy, BODY, theme.text, BOLD)
    loud = [(str(n), str(n), Sequence((Tune("volume", n), Tune("muted", False)))) for n in VOLUMES]
    silent = held.muted or not held.volume or model.no_sound
    chosen = "off" if silent else str(min(VOLUMES, key=lambda n: abs(n - held.volume)))
    segmented(sheet, "sound", row, (("off", "Off", Tune("muted", True)), *loud), chosen, spoken="Sound, per cent:")
    told = "Z switches it off and on, everywhere."
    if model.no_sound:
        told = "No sound device could be opened here. Choose a volume to try again."
    paint.paragraph(told, row.x + 4, row.bottom + 6, row.w - 4, META, theme.muted)
    y = box.y + LOUD_HIGH
    for name, label, text in SWITCHES:
        on = bool(getattr(held, name))
        switch(sheet, name, Box(box.x - 14, y, box.w + 28, SWITCH_HIGH - 4), label, text, on, Tune(name, not on))
        y += SWITCH_HIGH
