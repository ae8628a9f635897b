"""A scenario that was saved while it is played."""

from game.ui.common import shared_actions as shared
from game.ui.common.shared_actions import Tick
from game.ui.play import play_state as state
from tests.ui.fakes import fake_saved
from tests.ui.gallery.day_screens import play
from tests.ui.gallery.debrief_screens import debrief
from tests.ui.gallery.night_screens import night


def after_save(saved, show=False, on=play):
    def build(stage):
        on(stage)
        stage.services.saved = lambda game: saved
        stage.act(Tick(1.0))
        stage.services.saved = lambda game: None
        if not show and stage.model.dialog is not None:
            stage.act(shared.Close())
        elif show and not isinstance(stage.model.dialog, state.BrokenBox):
            stage.act(shared.Open(state.TakenBox(saved)))

    return build


def stopped_ahead(stage):
    play(stage)
    stage.services.game.days_ahead = 9
    after_save(fake_saved.STOPPED, on=lambda _: None)(stage)


SAVED_SCREENS = {
    "saved_same": after_save(fake_saved.SAME),
    "saved_otherwise": after_save(fake_saved.OTHERWISE),
    "saved_otherwise_shown": after_save(fake_saved.OTHERWISE, show=True),
    "saved_stopped": after_save(fake_saved.STOPPED),
    "saved_stopped_ahead": stopped_ahead,
    "saved_stopped_shown": after_save(fake_saved.STOPPED, show=True),
    "saved_broken": after_save(fake_saved.BROKEN),
    "saved_broken_shown": after_save(fake_saved.BROKEN, show=True),
    "saved_at_night": after_save(fake_saved.OTHERWISE, on=night),
    "saved_in_debrief": after_save(fake_saved.OTHERWISE, on=debrief("trust")),
}
