"""Every screen and dialog, brought about through actions as a player would."""

from tests.ui.gallery.day_screens import DAY_SCREENS
from tests.ui.gallery.debrief_screens import DEBRIEF_SCREENS
from tests.ui.gallery.front_screens import FRONT_SCREENS
from tests.ui.gallery.learning_screens import LEARNING_SCREENS
from tests.ui.gallery.night_screens import NIGHT_SCREENS
from tests.ui.gallery.practice_screens import PRACTICE_SCREENS
from tests.ui.gallery.saved_screens import SAVED_SCREENS
from tests.ui.gallery.workshop_screens import WORKSHOP_SCREENS

SCREENS = {
    **FRONT_SCREENS,
    **DAY_SCREENS,
    **NIGHT_SCREENS,
    **DEBRIEF_SCREENS,
    **SAVED_SCREENS,
    **LEARNING_SCREENS,
    **PRACTICE_SCREENS,
    **WORKSHOP_SCREENS,
}
"""Each screen by its name: what brings a stage there."""
