"""The settings of what is heard: how loud, captions, reading aloud."""

from game.ui.common.hand_keys import key_for
from game.ui.common.shared_actions import Sequence, Tune
from game.ui.common.ui_model import Model
from game.ui.drawing.sheet import Sheet
from game.ui.drawing.theme import META
from game.ui.play.screens.settings.setting_rows import LABEL, SETTING_GAP, choice_height, choice_row

VOLUMES = (20, 40, 60, 80, 100)
SILENCED = "No sound device could be opened here. Choose a volume to try again."
KEY = "{key} switches it off and on, everywhere."
LOUD = [(str(n), str(n), Sequence((Tune("volume", n), Tune("muted", False)))) for n in VOLUMES]
CHOICES = (("off", "Off", Tune("muted", True)), *LOUD)


def _told(model: Model) -> str:
    return SILENCED if model.no_sound else KEY.format(key=key_for(model.settings.hand, "Z"))


def sound_height(sheet: Sheet, model: Model, width: float) -> float:
    """The height of the row of volumes with the sentence below it."""
    room = width if sheet.narrow else width - LABEL - 4
    return choice_height(sheet, CHOICES, width) - SETTING_GAP + 6 + sheet.painter.height(_told(model), room, META) + 8


def sound_row(sheet: Sheet, model: Model, x: float, y: float, width: float) -> float:
    """Draw how loud it is. Returns the height used."""
    held = model.settings
    silent = held.muted or not held.volume or model.no_sound
    chosen = "off" if silent else str(min(VOLUMES, key=lambda n: abs(n - held.volume)))
    low = y + choice_row(sheet, "sound", "Sound", CHOICES, chosen, x, y, width, "Sound, per cent:") - SETTING_GAP + 6
    left = 0.0 if sheet.narrow else LABEL + 4
    sheet.painter.paragraph(_told(model), x + left, low, width - left, META, sheet.theme.muted)
    return sound_height(sheet, model, width)
